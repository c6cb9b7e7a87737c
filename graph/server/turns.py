"""Whose query runs when: a few at a time, of which those that take long are fewer still and give way to the others."""

from __future__ import annotations

import threading
from collections.abc import Callable

import anyio
from anyio import from_thread
from anyio.to_thread import run_sync

from dateline.graph.server.protocol import Refused

AT_ONCE = 4
"""Queries that run for their first seconds (`query.QUICK`) at the same time."""
LONG = 3
"""Queries that may go on after those."""

Work = Callable[[Callable[[], bool]], bytes]
"""Answers a query; calls what it is given when the query takes long, and goes on only if that says so."""


class Turns:
    """The turns of one server; `seconds` are what a query may wait for its own."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._quick = anyio.Semaphore(AT_ONCE)
        self._long = threading.Semaphore(LONG)

    async def run(self, work: Work) -> bytes:
        """The answer, when there is a turn for it.

        Raises `Refused` where there is none in time, and what the work raises.
        """
        try:
            with anyio.fail_after(self._seconds):
                await self._quick.acquire()
        except TimeoutError:
            raise Refused(503, "too many queries are running; try again in a moment") from None
        release: list[Callable[[], object]] = [self._quick.release]

        def long() -> bool:
            if not self._long.acquire(blocking=False):
                return False
            from_thread.run_sync(release.pop())
            release.append(self._long.release)
            return True

        try:
            return await run_sync(work, long)
        finally:
            release.pop()()
