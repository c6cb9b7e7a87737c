"""Asking a store: SPARQL 1.1, read only, within limits of time, memory and size.

`ask` evaluates in a process of its own, which is killed at the limit (see `child`); `ask_open` evaluates in this
process, for stores in memory and for callers that trust their query.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.graph import child, guard
from dateline.graph.cookbook import Question, bindings, params
from dateline.graph.rdf.terms import Term
from dateline.graph.store import Location, Store
from dateline.graph.table import Answer, Limits, Table

SECONDS = 60.0
"""How long a query may take, its process's start included."""
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
    task = child.Task(store, prepare(query, given), None, limits, memory, seconds)
    answer: Answer = child.run(task, child.start())
    return answer


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
