"""rdflib's own store in memory: the second back end, and the oracle that the first is tested against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import BNode, Dataset, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Identifier, Node, Variable

from dateline.graph.errors import DatelineError, QueryError, UsageError
from dateline.graph.rdf.terms import Term, named
from dateline.graph.store.base import QuadStore
from dateline.graph.store.interface import Graph
from dateline.graph.table import UNLIMITED, Answer, Cell, Limits, Table, Triples
from dateline.graph.vocabulary import PREFIXES


class MemoryStore(QuadStore):
    """A `Store` over an rdflib `Dataset`, which is `dataset`."""

    def __init__(self) -> None:
        self.dataset = Dataset()

    def match(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object_: Term | None = None,
        graph: Graph | None = None,
    ) -> Iterator[ox.Quad]:
        """Quads that fit; `None` fits all."""
        s, p, o = (None if t is None else to_rdflib(t) for t in (subject, predicate, object_))
        wanted = None if graph is None else _graph_name(graph)
        for found in list(self.dataset.quads((s, p, o, None if wanted is None else self.dataset.graph(wanted)))):
            name = found[3] or DATASET_DEFAULT_GRAPH_ID
            if wanted in (None, name):  # rdflib gives the other graphs of a triple too
                place = ox.DefaultGraph() if name == DATASET_DEFAULT_GRAPH_ID else named(from_rdflib(name))
                yield ox.Quad(*_ox_triple(found[:3]), place)

    def replace(self, graphs: Mapping[ox.NamedNode, Collection[ox.Quad]]) -> None:
        """Make these the quads of their graphs."""
        for name, quads in graphs.items():
            self._set(to_rdflib(name), quads)

    def fill(self, quads: Collection[ox.Quad]) -> None:
        """Make these the quads of the default graph."""
        self._set(DATASET_DEFAULT_GRAPH_ID, quads)

    def _set(self, name: Identifier, quads: Iterable[ox.Quad]) -> None:
        graph = self.dataset.graph(name)
        graph.remove((None, None, None))
        for quad in quads:
            graph.add(_triple(quad))

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, limits: Limits = UNLIMITED) -> Answer:
        """See `Store.query`."""
        bound = {name: to_rdflib(value) for name, value in (bindings or {}).items()}
        try:
            found = self.dataset.query(text, initBindings=bound, initNs=dict(PREFIXES))
            if found.type == "ASK":
                return bool(found.askAnswer)
            if found.type == "SELECT":
                columns = [Variable(name) for name in found.vars or ()]
                rows = (tuple(_cell(row.get(name)) for name in columns) for row in found.bindings)
                return Table(tuple(str(name) for name in columns), tuple(limits.rows_within(rows)))
            triples = (_ox_triple(triple) for triple in found.graph or ())
            return Triples(tuple(ox.Triple(*triple) for triple in limits.rows_within(triples)))
        except DatelineError:
            raise
        except Exception as error:  # rdflib and pyparsing raise many kinds
            raise QueryError(f"the query cannot be carried out: {error}") from error


def _cell(node: Node | None) -> Cell:
    return None if node is None else from_rdflib(node)


def to_rdflib(term: Cell) -> Identifier:
    """A pyoxigraph term as rdflib's, its lexical form kept."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return RdfLiteral(term.value, lang=term.language)
        plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
        return RdfLiteral(term.value, datatype=None if plain else URIRef(term.datatype.value), normalize=False)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    raise TypeError(f"rdflib has no such term: {term!r}")


def from_rdflib(node: object) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """An rdflib term as pyoxigraph's, its lexical form kept."""
    if isinstance(node, RdfLiteral):
        datatype = ox.NamedNode(str(node.datatype)) if node.datatype and not node.language else None
        return ox.Literal(str(node), language=node.language, datatype=datatype)
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    return ox.NamedNode(str(node))


def _ox_triple(nodes: tuple[Node, ...]) -> tuple[Any, Any, Any]:
    s, p, o = map(from_rdflib, nodes)
    return s, p, o


def _graph_name(name: object) -> URIRef:
    return URIRef(name.value) if isinstance(name, ox.NamedNode) else DATASET_DEFAULT_GRAPH_ID


def _triple(quad: ox.Quad) -> tuple[Node, Node, Node]:
    return to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)


def open_store(path: Path | None = None, base: str | None = None, read_only: bool = False) -> MemoryStore:
    """An empty store in memory.

    Raises `UsageError` where it is given a path, or is only to be read: it keeps nothing.
    """
    if path is not None or read_only:
        raise UsageError("a store in memory has no path and begins empty; leave the path out, or use oxigraph")
    store = MemoryStore()
    store.begin(base, read_only=False)
    return store
