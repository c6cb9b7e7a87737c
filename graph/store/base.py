"""What a store does, and what every back end shares: the book-keeping that makes a build repeatable.

A store is two layers of quads: one named graph a document, and the default graph made from all of them. A third graph,
`dl:store`, is book-keeping: a hash of each document's record, other records of the same text, and the hash of the
records that the default graph was made from. The merged layer is fresh while that last hash is that of the records
held; so whatever moment a process dies at, the next one knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Literal as OneOf
from typing import Protocol, Self

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from dateline.graph import record as records_json
from dateline.graph.copies import ranked, shown
from dateline.graph.errors import UsageError
from dateline.graph.model import Record, Timeline
from dateline.graph.naming import document_iri
from dateline.graph.rdf import document_quads, normal, read_document, timeline_quads
from dateline.graph.rdf.terms import Term, link, named, value
from dateline.graph.table import UNLIMITED, Answer, Limits
from dateline.graph.vocabulary import BASE, digest, mint, term

SCHEMA_VERSION = 2
BOOKS = term("dl:store")
"""The graph of the book-keeping, and the node that stands for the store."""

Change = OneOf["added", "replaced", "unchanged", "joined"]
"""What putting a record did; "joined": the text was there under another id, which now is one of two."""


class Store(Protocol):
    """A place for two layers of quads. Every change is one transaction; use it as a context manager.

    `base` is what its IRIs begin with, kept from when it was made.
    """

    base: str

    def put(self, record: Record) -> Change:
        """Keep a document; the same record again changes nothing, a new text under its id replaces the old one."""

    def remove(self, document: str) -> bool:
        """Take out the document with this id or IRI and all that only it said; whether it was there."""

    def documents(self) -> Mapping[str, str]:
        """IRI and id of every document held, in the order of IRIs."""

    def records(self) -> Iterator[Record]:
        """All records in normal form, in the order of the documents' IRIs."""

    def put_timeline(self, timeline: Timeline) -> None:
        """Make the default graph anew from what `resolve` made of `records()`."""

    @property
    def fresh(self) -> bool:
        """Whether the default graph was made from the records held now."""

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


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to a store as one transaction: graphs that go, then quads that go, then quads that come."""

    graphs: tuple[NamedNode | DefaultGraph, ...] = ()
    out: tuple[Quad, ...] = ()
    into: tuple[Quad, ...] = ()


class QuadStore:
    """The interface built on what a back end supplies: `match`, `apply` and `query`."""

    base: str

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: Term | None = None,
        graph: NamedNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """Quads that fit; `None` fits all."""
        raise NotImplementedError

    def apply(self, edit: Edit) -> None:
        """Carry out an edit wholly or not at all."""
        raise NotImplementedError

    def put(self, record: Record) -> Change:
        """See `Store.put`."""
        record = normal(record)
        graph = document_iri(record.document.text, self.base)
        held = {other.document.id: other for other in self._same_text(graph)}
        if held.get(record.document.id) == record:
            return "unchanged"
        outdated = self._named(record.document.id) - {graph}
        known = record.document.id in held
        held[record.document.id] = record
        edits = [self._without(old, record.document.id) for old in outdated] + [self._edit(graph, held.values())]
        self.apply(
            Edit(
                graphs=tuple(g for edit in edits for g in edit.graphs),
                out=tuple(q for edit in edits for q in edit.out),
                into=tuple(q for edit in edits for q in edit.into),
            )
        )
        return "replaced" if outdated or known else "joined" if len(held) > 1 else "added"

    def remove(self, document: str) -> bool:
        """See `Store.remove`."""
        if document in self.documents():
            graph = NamedNode(document)
            self.apply(Edit(graphs=(graph,), out=tuple(self.match(graph, graph=BOOKS))))
            return True
        graphs = self._named(document)
        for graph in graphs:
            self.apply(self._without(graph, document))
        return bool(graphs)

    def documents(self) -> Mapping[str, str]:
        """See `Store.documents`."""
        hashes = self.match(predicate=term("dl:recordHash"), graph=BOOKS)
        found = sorted((named(quad.subject) for quad in hashes), key=value)
        name = term("dcterms:identifier")
        return {node.value: value(next(self.match(node, name, graph=node)).object) for node in found}

    def records(self) -> Iterator[Record]:
        """See `Store.records`."""
        for document in self.documents():
            yield read_document(self.match(graph=NamedNode(document)))

    def put_timeline(self, timeline: Timeline) -> None:
        """See `Store.put_timeline`."""
        stamp = term("dl:mergedFrom")
        new = dict.fromkeys(timeline_quads(timeline))
        old = dict.fromkeys(self.match(graph=DefaultGraph()))
        self.apply(
            Edit(
                out=(*(q for q in old if q not in new), *self.match(BOOKS, stamp, graph=BOOKS)),
                into=(*(q for q in new if q not in old), Quad(BOOKS, stamp, Literal(self._state()), BOOKS)),
            )
        )

    @property
    def fresh(self) -> bool:
        """See `Store.fresh`."""
        stamps = [value(quad.object) for quad in self.match(BOOKS, term("dl:mergedFrom"), graph=BOOKS)]
        return stamps == [self._state()]

    def quads(self) -> Iterator[Quad]:
        """See `Store.quads`."""
        return (quad for quad in self.match() if quad.graph_name != BOOKS)

    def begin(self, base: str | None, read_only: bool) -> None:
        """Take up the base that the store was made with; write it, and the version, into a new store.

        Raises `UsageError` where the store is of another version or base, or is empty and only to be read.
        """
        versions = [value(quad.object) for quad in self.match(BOOKS, term("dl:schemaVersion"), graph=BOOKS)]
        bases = [value(quad.object) for quad in self.match(BOOKS, term("dl:base"), graph=BOOKS)]
        if not versions and not read_only:
            self.base = base or BASE
            mint(self.base, "doc", "any")
            facts = (("dl:schemaVersion", Literal(SCHEMA_VERSION)), ("dl:base", Literal(self.base)))
            self.apply(Edit(into=tuple(Quad(BOOKS, term(name), fact, BOOKS) for name, fact in facts)))
            return
        if versions != [str(SCHEMA_VERSION)] or not bases:
            found = ", ".join(versions) or "none"
            raise UsageError(f"the store is of version {found}, this is {SCHEMA_VERSION}; build it anew elsewhere")
        if base not in (None, *bases):
            raise UsageError(f"the store was made with the base {bases[0]}, not {base}; leave --base out or build anew")
        self.base = bases[0]

    def close(self) -> None:
        """See `Store.close`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _state(self) -> str:
        """A hash of the records held."""
        hashes = self.match(predicate=term("dl:recordHash"), graph=BOOKS)
        return digest(*sorted(f"{value(quad.subject)} {value(quad.object)}" for quad in hashes))

    def _named(self, id_: str) -> set[NamedNode]:
        """The graphs of documents that came in under this id."""
        found = [
            *self.match(predicate=term("dcterms:identifier"), object_=Literal(id_)),
            *self.match(predicate=term("dl:copy"), object_=link(id_)),
        ]
        return {named(quad.subject) for quad in found if quad.subject == quad.graph_name}

    def _same_text(self, graph: NamedNode) -> list[Record]:
        """The records that were put with the text of this graph, the first the one that the graph shows."""
        shown = list(self.match(graph=graph))
        if not shown:
            return []
        others = self.match(graph, term("dl:otherRecord"), graph=BOOKS)
        first = read_document(q for q in shown if q.predicate != term("dl:copy"))
        return [first, *(normal(records_json.loads(value(quad.object))) for quad in others)]

    def _without(self, graph: NamedNode, id_: str) -> Edit:
        return self._edit(graph, [record for record in self._same_text(graph) if record.document.id != id_])

    def _edit(self, graph: NamedNode, same_text: Iterable[Record]) -> Edit:
        """Make the graph of a text anew from the records of it."""
        old = tuple(self.match(graph, graph=BOOKS))
        same_text = ranked(same_text)
        if not same_text:
            return Edit(graphs=(graph,), out=old)
        quads = document_quads(shown(same_text), self.base)
        others_json = [records_json.dumps(other) for other in same_text[1:]]
        hash_ = digest(*sorted(str(quad) for quad in quads), *others_json)
        books = [
            Quad(graph, term("dl:recordHash"), Literal(hash_), BOOKS),
            *(Quad(graph, term("dl:otherRecord"), Literal(text), BOOKS) for text in others_json),
        ]
        return Edit(graphs=(graph,), out=old, into=(*quads, *books))
