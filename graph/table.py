"""What a query answers: a table of terms, a yes or no, or triples."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

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
