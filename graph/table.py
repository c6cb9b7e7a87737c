"""What a query answers: a table of terms, a yes or no, or triples; and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dateline.graph.errors import LimitReached

Row = TypeVar("Row", bound=tuple[Any, ...])
Cell = NamedNode | BlankNode | Literal | Triple | None


@dataclass(frozen=True, slots=True)
class Table:
    """The solutions of a SELECT: names of columns, and rows of as many terms; `None` is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """The graph of a CONSTRUCT or DESCRIBE."""

    triples: tuple[Triple, ...]


Answer = Table | Triples | bool


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an answer may hold: `rows` (or triples), and `size`, the characters of all its terms."""

    rows: int | None = None
    size: int | None = None

    def rows_within(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows as they come.

        Raises `LimitReached` at the first that is too many or too much.
        """
        size = 0
        for number, row in enumerate(rows):
            if self.rows is not None and number >= self.rows:
                raise LimitReached(f"the answer has more than {self.rows} rows; narrow the query or add a LIMIT")
            size += sum(len(str(cell)) for cell in row) if self.size is not None else 0
            if self.size is not None and size > self.size:
                raise LimitReached(f"the answer is longer than {self.size} characters; narrow the query or add a LIMIT")
            yield row


UNLIMITED = Limits()
