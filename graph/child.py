"""The process of one query: how it is started, told what to do, ended at its limits, and what came of it.

An engine lets go of a query only with its process. A process reads a `Task` from standard input and writes the answer,
pickled, to standard output (`worker`).
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from subprocess import PIPE, Popen, TimeoutExpired
from typing import TYPE_CHECKING, Any, Self

from dateline.graph import errors
from dateline.graph.errors import DatelineError, LimitReached, QueryError

if TYPE_CHECKING:
    from dateline.graph.query import Asked
    from dateline.graph.store import Location
    from dateline.graph.table import Limits

Child = Popen[bytes]
LEAST = 19
"""The lowest priority of Linux, which is not in the way of those that have a normal one."""


@dataclass(frozen=True, slots=True)
class Task:
    """What the process of a query is told.

    `form` is how to write the answer, `memory` the bytes of address space that it may use, `seconds` what it may take,
    its opening of the store included. With `quick` it may use so many seconds of the processor, and no more.
    """

    store: Location
    asked: Asked
    form: str | None
    limits: Limits
    memory: int
    seconds: float
    quick: float | None = None


class TakesLong(Exception):
    """A query needs more of the processor than its task gives it as `quick`."""


def start() -> Child:
    """A process that waits for its task."""
    command = [sys.executable, "-m", "dateline.graph.worker"]
    path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
    # Each thread of the store would else set 64 MB aside for what it may need, by glibc's `mallopt`, and count as used
    environment = {**os.environ, "PYTHONPATH": path, "MALLOC_ARENA_MAX": "1"}
    return Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment)


def start_aside() -> Child:
    """The same, giving way to all other processes."""
    child = start()
    os.setpriority(os.PRIO_PROCESS, child.pid, LEAST)
    return child


class Ready:
    """Processes that were started beforehand, so that no query waits for that; `number` can be asked at once."""

    def __init__(self, number: int) -> None:
        self._waiting: SimpleQueue[Child] = SimpleQueue()
        for _ in range(number):
            self._waiting.put(start())

    def run(self, task: Task) -> Any:
        """What came of a task; see `run`. Only then another process is started, so as not to be in its way."""
        child = self._waiting.get()
        try:
            return run(task, child if child.poll() is None else start())
        finally:
            self._waiting.put(start())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End those that wait."""
        while not self._waiting.empty():
            self._waiting.get().communicate()


def run(task: Task, child: Child) -> Any:
    """What came of a task in a process that waits for one.

    Raises `TakesLong`, `LimitReached` at the other limits, and what `worker` tells of.
    """
    with child:
        try:
            out, words = child.communicate(pickle.dumps(task), timeout=task.seconds)
        except TimeoutExpired:
            raise _too_long(task) from None
        finally:
            child.kill()
    if child.returncode != 0:
        raise _failure(child.returncode, words.decode(errors="replace"), task)
    answer = pickle.loads(out)
    if isinstance(answer, tuple):
        raise getattr(errors, answer[0])(answer[1])
    return answer


def _failure(code: int, words: str, task: Task) -> Exception:
    if code == -signal.SIGPROF:
        return TakesLong()
    if code == -signal.SIGALRM:
        return _too_long(task)
    if code == -signal.SIGSEGV or "overflowed its stack" in words:
        return QueryError("the query is nested too deeply; write it flatter")
    if "Traceback" in words and "MemoryError" not in words:
        return DatelineError(f"the process of the query failed: {words[-2000:]}")
    return LimitReached(f"the query was stopped at {task.memory >> 20} MB of memory; narrow it or add a LIMIT")


def _too_long(task: Task) -> LimitReached:
    return LimitReached(f"the query was stopped after {task.seconds:g} seconds; narrow it or add a LIMIT")
