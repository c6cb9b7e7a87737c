"""Asking a store: SPARQL 1.1, read only, within limits of time, memory and size.

`ask` and `ask_written` evaluate in a process of its own, which is killed at the limit, since no engine lets go of a
query by itself; `ask_open` evaluates in this process, for stores in memory and for callers that trust their query.
"""

from __future__ import annotations

import math
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from typing import Any

from dateline.graph import errors, guard
from dateline.graph.cookbook import Question, bindings, params
from dateline.graph.errors import DatelineError, LimitReached, QueryError
from dateline.graph.rdf.terms import Term
from dateline.graph.store import Location, Store
from dateline.graph.table import Answer, Limits, Table

SECONDS = 60.0
"""How long a query may take, its process's start included."""
QUICK = 2.0
"""Seconds of the processor that a query has like any other process; one that needs more gives way to all others."""
LEAST = 19
"""The lowest priority of Linux, which is not in the way of those that have a normal one."""
LIMITS = Limits(rows=100_000, size=64_000_000)
MEMORY = 4 << 30
"""Bytes of address space that the process of a query may use."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that `guard` let pass: which of select, ask, construct and describe it is, and its parameters as terms.

    `hidden` are the columns that hold parameters, which no answer shows.
    """

    verb: str
    text: str
    bindings: Mapping[str, Term]
    hidden: frozenset[str]


@dataclass(frozen=True, slots=True)
class Task:
    """What the process of a query is told; `form` is how to write the answer."""

    store: Location
    asked: Asked
    form: str | None
    limits: Limits
    memory: int
    seconds: float


def ask(
    store: Location,
    query: Question | str,
    given: Mapping[str, str] | None = None,
    *,
    seconds: float = SECONDS,
    limits: Limits = LIMITS,
    memory: int = MEMORY,
) -> Answer:
    """The answer of a store; `given` are values of the query's parameters, as text.

    Raises `QueryError` where the query is refused or cannot be read, `LimitReached` at a limit, and what opening the
    store raises.
    """
    answer: Answer = _in_a_child(Task(store, prepare(query, given), None, limits, memory, seconds))
    return answer


def ask_written(
    store: Location,
    asked: Asked,
    form: str,
    long: Callable[[], bool] = lambda: True,
    *,
    seconds: float = SECONDS,
    limits: Limits = LIMITS,
    memory: int = MEMORY,
) -> bytes:
    """The answer of a store in a form of `results.FORMS`, as UTF-8; writing it is within the limits too.

    `asked` is what `prepare` made; `long` is called when the query has worked for `QUICK` seconds, and says whether
    it may go on. Raises what `ask` raises, and `QueryError` where the form cannot hold the answer.
    """
    written: bytes = _in_a_child(Task(store, asked, form, limits, memory, seconds), long)
    return written


def _in_a_child(task: Task, long: Callable[[], bool] = lambda: True) -> Any:
    command = [sys.executable, "-m", "dateline.graph.worker"]
    path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
    # Each thread of the store would else set 64 MB aside for what it may need, by glibc's `mallopt`, and count as used
    environment = {**os.environ, "PYTHONPATH": path, "MALLOC_ARENA_MAX": "1"}
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment) as child:
        try:
            out, words = _watched(child, task, long)
        finally:
            child.kill()
    if child.returncode != 0:
        raise _failure(child.returncode, words.decode(errors="replace"), task)
    answer = pickle.loads(out)
    if isinstance(answer, tuple):
        raise getattr(errors, answer[0])(answer[1])
    return answer


def _watched(child: Popen[bytes], task: Task, long: Callable[[], bool]) -> tuple[bytes, bytes]:
    """What the process writes until its end; one that has worked for `QUICK` seconds gives way to others."""
    until = time.monotonic() + task.seconds
    patience, told = QUICK, pickle.dumps(task)
    while True:
        try:
            return child.communicate(told, timeout=min(patience, until - time.monotonic()))
        except TimeoutExpired:
            if time.monotonic() >= until:
                raise _too_long(task) from None
        told = b""
        patience = QUICK - _worked(child.pid)
        if patience <= 0:
            if not long():
                raise LimitReached("too many queries that take long are running; try again in a moment")
            os.setpriority(os.PRIO_PROCESS, child.pid, LEAST)
            patience = task.seconds


def _worked(pid: int) -> float:
    """Seconds of the processor that a process has had; more than enough where the system does not tell."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except FileNotFoundError:
        return math.inf
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _failure(code: int, words: str, task: Task) -> DatelineError:
    if code == -signal.SIGALRM:
        return _too_long(task)
    if code == -signal.SIGSEGV or "overflowed its stack" in words:
        return QueryError("the query is nested too deeply; write it flatter")
    if "Traceback" in words and "MemoryError" not in words:
        return DatelineError(f"the process of the query failed: {words[-2000:]}")
    return LimitReached(f"the query was stopped at {task.memory >> 20} MB of memory; narrow it or add a LIMIT")


def _too_long(task: Task) -> LimitReached:
    return LimitReached(f"the query was stopped after {task.seconds:g} seconds; narrow it or add a LIMIT")


def ask_open(
    store: Store, query: Question | str, given: Mapping[str, str] | None = None, limits: Limits = LIMITS
) -> Answer:
    """The answer of an open store, evaluated here and without a limit of time.

    Raises `QueryError` where the query is refused or cannot be read, `LimitReached` where the answer is too large.
    """
    return evaluate(store, prepare(query, given), limits)


def prepare(query: Question | str, given: Mapping[str, str] | None = None) -> Asked:
    """The query as it may be evaluated.

    Raises `QueryError` where it is refused, or a parameter is not as it should be.
    """
    text = query if isinstance(query, str) else query.text
    verb = guard.check(text)
    declared = query.params if isinstance(query, Question) else params(text)
    return Asked(verb, text, dict(bindings(declared, given or {})), frozenset(param.name for param in declared))


def evaluate(store: Store, asked: Asked, limits: Limits) -> Answer:
    """The answer of an open store, without the columns that hold parameters.

    Raises what `Store.query` raises.
    """
    answer = store.query(asked.text, asked.bindings, limits)
    if not isinstance(answer, Table):
        return answer
    kept = [number for number, column in enumerate(answer.columns) if column not in asked.hidden]
    return Table(
        tuple(answer.columns[number] for number in kept),
        tuple(tuple(row[number] for number in kept) for row in answer.rows),
    )
