"""What a store does, whatever keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Literal as OneOf
from typing import Protocol, Self

from pyoxigraph import DefaultGraph, NamedNode, Quad

from dateline.graph.model import Record, Timeline
from dateline.graph.rdf.terms import Term
from dateline.graph.table import UNLIMITED, Answer, Limits

Graph = NamedNode | DefaultGraph
Change = OneOf["added", "replaced", "unchanged", "joined"]
"""What putting a record did; "joined": the text was there under another id, which now is one of two."""


class Store(Protocol):
    """A place for two layers of quads. Every change is one transaction; use it as a context manager.

    `base` is what its IRIs begin with, kept from when it was made; `corrections` is the text of the corrections that
    the merged layer is to follow, for whoever opens it to set.
    """

    base: str
    corrections: str

    def put(self, record: Record, origin: str | None = None) -> Change:
        """Keep a document; the same record again changes nothing, a new text under its id replaces the old one.

        `origin`, one word, stands for all that the record was made from: see `origins`.
        """

    def remove(self, document: str) -> bool:
        """Take out the document with this id or IRI and all that only it said; whether it was there."""

    def documents(self) -> Mapping[str, str]:
        """IRI and id of every document held, in the order of IRIs."""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: Term | None = None,
        graph: Graph | None = None,
    ) -> Iterator[Quad]:
        """Quads that fit, the book-keeping among them; `None` fits all."""

    def origins(self) -> dict[str, str]:
        """For the id of each document what its record was made from, where that was told when it was put."""

    def records(self) -> Iterator[Record]:
        """All records in normal form, in the order of the documents' IRIs."""

    def put_timeline(self, timeline: Timeline) -> None:
        """Make the default graph anew from what `resolve` made of `records()`."""

    def hashes(self) -> dict[str, str]:
        """For the IRI of each document held a hash of what it says."""

    @property
    def state(self) -> str:
        """A hash of the records held and of what corrects them."""

    @property
    def merged_from(self) -> str | None:
        """The `state` that the default graph was made from; `None` while it is being made."""

    @property
    def corrected(self) -> str:
        """The text of the corrections that the default graph was made by."""

    @property
    def fresh(self) -> bool:
        """Whether the default graph was made from the records held now, and by the corrections of now."""

    def quads(self) -> Iterator[Quad]:
        """Both layers, without the book-keeping, in no order."""

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, limits: Limits = UNLIMITED) -> Answer:
        """Evaluate a query that `graph.guard` has let pass, in this process and without a limit of time.

        `bindings` are values of variables that the query selects; the prefixes of `vocabulary.PREFIXES` are known
        without being declared. Raises `QueryError` where the query cannot be read
        and `LimitReached` where it answers more than `limits` allow.
        """

    def close(self) -> None:
        """Let go of the store."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
