"""Whose query runs when: each for a moment, a few at a time; those that take longer, fewer still, after the others.

Nobody can tell beforehand which query never ends. So each begins like any other process, and ends itself when it has
had `QUICK` seconds of the processor; it then waits for one of `LONG` turns, and is begun anew behind all others.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import anyio
from anyio.to_thread import run_sync

from dateline.graph.child import Ready, TakesLong, Task, run, start_aside
from dateline.graph.server.protocol import Refused

QUICK = 0.1
AT_ONCE = 4
LONG = 2


class Turns:
    """The turns of one server; `ready` are its processes, `seconds` what a query may wait for each turn."""

    def __init__(self, ready: Ready, seconds: float) -> None:
        self._ready, self._seconds = ready, seconds
        self._quick, self._long = anyio.Semaphore(AT_ONCE), anyio.Semaphore(LONG)

    async def run(self, task: Task) -> bytes:
        """What came of a task, when there is a turn for it.

        Raises `Refused` where there is none in time, and what `child.run` raises.
        """
        try:
            async with self._turn(self._quick):
                return await run_sync(self._ready.run, replace(task, quick=QUICK))
        except TakesLong:
            async with self._turn(self._long):
                return await run_sync(lambda: run(task, start_aside()))

    @asynccontextmanager
    async def _turn(self, turns: anyio.Semaphore) -> AsyncIterator[None]:
        try:
            with anyio.fail_after(self._seconds):
                await turns.acquire()
        except TimeoutError:
            raise Refused(503, "too many queries are running; try again in a moment") from None
        try:
            yield
        finally:
            turns.release()
