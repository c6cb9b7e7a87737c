"""What every back end shares: the book-keeping that makes a build repeatable.

A store is two layers of quads: one named graph a document, and the default graph made from all of them. The graph of a
document also keeps the hash of its record, what it was read from, and other records of the same text, so that one
change of one graph is all that putting it takes. A graph of its own, `dl:store`, keeps the version, the base, and the
hash of the records that the default graph was made from. The merged layer is fresh while that last hash is that of the
records held; so whatever moment a process dies at, the next one knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad

from dateline.graph import record as records_json
from dateline.graph.copies import ranked, shown
from dateline.graph.errors import OutdatedStore, UsageError
from dateline.graph.model import Record, Timeline
from dateline.graph.naming import document_iri
from dateline.graph.rdf import document_quads, normal, read_document, timeline_quads
from dateline.graph.rdf.terms import Sheet, Term, exact, link, named, value, whole
from dateline.graph.store.interface import Change, Graph
from dateline.graph.vocabulary import BASE, digest, mint, term

SCHEMA_VERSION = 3
BOOKS = term("dl:store")
"""The graph of the book-keeping, and the node that stands for the store."""
UPGRADABLE = 2
KEPT = frozenset({term("dl:recordHash"), term("dl:otherRecord"), term("dl:readFrom")})
"""Book-keeping in the graph of a document."""


class QuadStore:
    """The interface built on what a back end supplies: `match`, `replace` and `query`."""

    base: str
    corrections = ""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: Term | None = None,
        graph: Graph | None = None,
    ) -> Iterator[Quad]:
        """Quads that fit; `None` fits all."""
        raise NotImplementedError

    def replace(self, graphs: Mapping[NamedNode, Collection[Quad]]) -> None:
        """Make these the quads of their graphs, wholly or not at all; a graph of none goes."""
        raise NotImplementedError

    def fill(self, quads: Collection[Quad]) -> None:
        """Make these the quads of the default graph; a process that dies meanwhile may leave a part of them."""
        raise NotImplementedError

    def put(self, record: Record, origin: str | None = None) -> Change:
        """See `Store.put`."""
        record = normal(record)
        name, graph = record.document.id, document_iri(record.document.text, self.base)
        held = {other.document.id: other for other in self._same_text(graph)}
        origins = self.origins(graph)
        before, known = held.get(name), origins.pop(name, None)
        if before == record and origin in (None, known):
            return "unchanged"
        if origin:
            origins[name] = origin
        outdated = self._named(name) - {graph}
        without = {old: self._without(old, name) for old in outdated}
        self.replace({graph: self._telling(graph, {**held, name: record}.values(), origins), **without})
        if before == record:
            return "unchanged"
        return "replaced" if outdated or before else "joined" if held else "added"

    def remove(self, document: str) -> bool:
        """See `Store.remove`."""
        if graph := self._graph(document):
            self.replace({graph: ()})
            return True
        graphs = self._named(document)
        self.replace({graph: self._without(graph, document) for graph in graphs})
        return bool(graphs)

    def documents(self) -> Mapping[str, str]:
        """See `Store.documents`."""
        found = self.match(predicate=term("dcterms:identifier"))
        return dict(sorted((value(q.subject), value(q.object)) for q in found if q.subject == q.graph_name))

    def origins(self, graph: NamedNode | None = None) -> dict[str, str]:
        """See `Store.origins`; with `graph` those of one text."""
        found = (value(quad.object) for quad in self.match(graph, term("dl:readFrom"), graph=graph))
        return {name: origin for origin, _, name in (each.partition(" ") for each in found)}

    def records(self) -> Iterator[Record]:
        """See `Store.records`."""
        for document in self.documents():
            yield read_document(self.match(graph=NamedNode(document)))

    def put_timeline(self, timeline: Timeline) -> None:
        """See `Store.put_timeline`."""
        self._note(None)
        self.fill(dict.fromkeys(timeline_quads(timeline)).keys())
        self._note(self.state)

    @property
    def state(self) -> str:
        """See `Store.state`."""
        held = sorted(f"{document} {hash_}" for document, hash_ in self.hashes().items())
        return digest(*held, *filter(None, [self.corrections]))

    @property
    def merged_from(self) -> str | None:
        """See `Store.merged_from`."""
        return self._fact("dl:mergedFrom")

    def hashes(self) -> dict[str, str]:
        """See `Store.hashes`."""
        return {value(quad.subject): value(quad.object) for quad in self.match(predicate=term("dl:recordHash"))}

    @property
    def corrected(self) -> str:
        """See `Store.corrected`."""
        return self._fact("dl:corrections") or ""

    @property
    def fresh(self) -> bool:
        """See `Store.fresh`."""
        return self.merged_from == self.state

    def quads(self) -> Iterator[Quad]:
        """See `Store.quads`."""
        return (quad for quad in self.match() if quad.graph_name != BOOKS and quad.predicate not in KEPT)

    def begin(self, base: str | None, read_only: bool) -> None:
        """Take up the base that the store was made with; write it, and the version, into a new store.

        Raises `OutdatedStore` where it is of an earlier version that `upgrade` knows, `UsageError` where it is of
        another version or base, or is empty and only to be read.
        """
        version, found = self._fact("dl:schemaVersion"), self._fact("dl:base")
        if version is None and not read_only:
            self.base = base or BASE
            mint(self.base, "doc", "any")
            self._note(None)
            return
        if version is None:
            raise UsageError("there is no graph of Dateline's to be read; `dateline build` makes one")
        if version == str(UPGRADABLE):
            raise OutdatedStore(
                f"the store is of version {version}; open it to be written once, which brings it up to date"
            )
        if version != str(SCHEMA_VERSION) or found is None:
            raise UsageError(
                f"the store is of version {version}, this is {SCHEMA_VERSION}; "
                "read the documents anew into another folder: `dateline build -o NEW INPUT`"
            )
        if base not in (None, found):
            raise UsageError(f"the store was made with the base {found}, not {base}; leave --base out or build anew")
        self.base = found

    def upgrade(self) -> None:
        """Bring a store of version `UPGRADABLE` up to date; where it is stopped it can be done again.

        That version kept the book-keeping of all documents in the graph `dl:store`.
        """
        self.base, stamp = str(self._fact("dl:base")), self._fact("dl:mergedFrom")
        for quad in list(self.match(predicate=term("dl:recordHash"), graph=BOOKS)):
            graph = named(quad.subject)
            books = (Quad(graph, kept.predicate, kept.object, graph) for kept in self.match(graph, graph=BOOKS))
            self.replace({graph: tuple(dict.fromkeys((*self.match(graph=graph), *books)))})
        self._note(stamp)

    def close(self) -> None:
        """See `Store.close`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _fact(self, predicate: str) -> str | None:
        """What the store says of itself."""
        return next((value(quad.object) for quad in self.match(BOOKS, term(predicate), graph=BOOKS)), None)

    def _note(self, merged_from: str | None) -> None:
        """Write down what the store says of itself."""
        self.replace({BOOKS: self._books(merged_from)})

    def _books(self, merged_from: str | None) -> list[Quad]:
        sheet = Sheet(BOOKS)
        sheet.add(BOOKS, "dl:schemaVersion", whole(SCHEMA_VERSION))
        sheet.add(BOOKS, "dl:base", exact(self.base))
        sheet.add(BOOKS, "dl:mergedFrom", exact(merged_from) if merged_from else None)
        corrections = self.corrections if merged_from else self.corrected
        sheet.add(BOOKS, "dl:corrections", exact(corrections) if corrections else None)
        return sheet.done()

    def _graph(self, document: str) -> NamedNode | None:
        """The graph of the document with this IRI."""
        try:
            graph = NamedNode(document)
        except ValueError:  # an id
            return None
        return graph if any(self.match(graph, term("dcterms:identifier"), graph=graph)) else None

    def _named(self, id_: str) -> set[NamedNode]:
        """The graphs of documents that came in under this id."""
        found = [
            *self.match(predicate=term("dcterms:identifier"), object_=Literal(id_)),
            *self.match(predicate=term("dl:copy"), object_=link(id_)),
        ]
        return {named(quad.subject) for quad in found if quad.subject == quad.graph_name}

    def _same_text(self, graph: NamedNode) -> list[Record]:
        """The records that were put with the text of this graph, the first the one that the graph shows."""
        found = list(self.match(graph=graph))
        if not found:
            return []
        others = (quad.object for quad in found if quad.predicate == term("dl:otherRecord"))
        first = read_document(quad for quad in found if quad.predicate != term("dl:copy"))
        return [first, *(normal(records_json.loads(value(other))) for other in others)]

    def _without(self, graph: NamedNode, id_: str) -> list[Quad]:
        others = [record for record in self._same_text(graph) if record.document.id != id_]
        return self._telling(graph, others, self.origins(graph))

    def _telling(self, graph: NamedNode, same_text: Iterable[Record], origins: Mapping[str, str]) -> list[Quad]:
        """The graph of a text, from the records of it and what each was read from; nothing where there are none."""
        same_text = ranked(same_text)
        if not same_text:
            return []
        quads = document_quads(shown(same_text), self.base)
        others = [records_json.dumps(other) for other in same_text[1:]]
        sheet = Sheet(graph, quads)
        sheet.add(graph, "dl:recordHash", exact(digest(*sorted(str(quad) for quad in quads), *others)))
        sheet.add(graph, "dl:otherRecord", *(exact(other) for other in others))
        told = sorted(record.document.id for record in same_text if record.document.id in origins)
        sheet.add(graph, "dl:readFrom", *(exact(f"{origins[name]} {name}") for name in told))
        return sheet.done()
