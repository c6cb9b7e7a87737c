"""The graph on any server of SPARQL 1.1: one named graph a document, put whole, which servers do at once.

A server whose default graph is all graphs together, such as Virtuoso, keeps the merged layer in the named graph
`dl:together`, and is asked with that as default graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from dateline.graph import guard
from dateline.graph.errors import OutputError, QueryError, UsageError
from dateline.graph.rdf.terms import Term, value
from dateline.graph.store.base import BOOKS, QuadStore
from dateline.graph.store.http import TABLE, TRIPLES, Reply, Server
from dateline.graph.store.interface import Graph
from dateline.graph.table import UNLIMITED, Answer, Limits, Table, Triples
from dateline.graph.vocabulary import PREFIXES, term

TOGETHER = term("dl:together")
"""The merged layer, where the server's default graph is all graphs together."""
_KNOWN = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


class RemoteStore(QuadStore):
    """A `Store` on a server. Who else writes to that meanwhile is for its owner to see to."""

    def __init__(self, server: Server, read_only: bool) -> None:
        self._server = server
        self._read_only = read_only
        self._default: list[str] = []

    def begin(self, base: str | None, read_only: bool) -> None:
        """See `QuadStore.begin`.

        Raises `UsageError` too where the default graph of the server, which is to be ours, holds something else.
        """
        new = self._fact("dl:schemaVersion") is None
        super().begin(base, read_only)
        if self._ask(f"ASK {{ {BOOKS} {term('dl:schemaVersion')} ?version }}"):
            self._default = [TOGETHER.value]
        elif new and self._ask("ASK { ?s ?p ?o }"):
            self.replace({BOOKS: ()})
            raise UsageError(f"the default graph of {self._server.address} is not empty; give a data set of its own")

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: Term | None = None,
        graph: Graph | None = None,
    ) -> Iterator[Quad]:
        """Quads that fit; `None` fits all."""
        if not (subject or predicate or object_):
            for each in self._graphs() if graph is None else [graph]:
                yield from self._whole(each)
            return
        wanted: dict[str, Any] = {"s": subject, "p": predicate, "o": object_, "g": graph}
        s, p, o, g = (f"?{name}" if node is None else str(node) for name, node in wanted.items())
        found = self._answer(f"SELECT * WHERE {{ GRAPH {g} {{ {s} {p} {o} }} }}")
        assert isinstance(found, Table)
        for row in found.rows:
            quad = Quad(*{**wanted, **dict(zip(found.columns, row, strict=True))}.values())
            if quad.graph_name != TOGETHER:
                yield quad

    def replace(self, graphs: Mapping[NamedNode, Collection[Quad]]) -> None:
        """Make these the quads of their graphs: each at once, one after the other.

        Raises `OutputError` where the server refuses; `UsageError` where the store was opened to be read only.
        """
        for name, quads in graphs.items():
            self._put(name.value, quads)

    def fill(self, quads: Collection[Quad]) -> None:
        """Make these the quads of the default graph.

        Raises what `replace` raises.
        """
        self._put(self._default[0] if self._default else None, quads)

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, limits: Limits = UNLIMITED) -> Answer:
        """See `Store.query`; the columns of bound variables are left out, since the protocol binds none."""
        text = guard.with_values(text, {name: str(node) for name, node in (bindings or {}).items()})
        return self._answer(_KNOWN + text, self._default, limits)

    def _graphs(self) -> Iterator[Graph]:
        yield DefaultGraph()
        yield BOOKS
        yield from map(NamedNode, self.documents())

    def _whole(self, graph: Graph) -> Iterator[Quad]:
        name = graph.value if isinstance(graph, NamedNode) else next(iter(self._default), None)
        reply = self._server.graph(name)
        if reply.status == HTTPStatus.NOT_FOUND:
            return
        for quad in parse(self._good(reply), format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)

    def _put(self, name: str | None, quads: Collection[Quad]) -> None:
        if self._read_only:
            raise UsageError("the store was opened only to be read; open it without read_only to change it")
        content = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) if quads else None
        reply = self._server.graph(name, "PUT" if quads else "DELETE", content)
        if reply.status >= HTTPStatus.BAD_REQUEST and not (reply.status == HTTPStatus.NOT_FOUND and not quads):
            raise OutputError(f"{self._server.address} did not store {name or 'the default graph'}: {reply.words}")

    def _ask(self, text: str) -> bool:
        return bool(self._answer(text))

    def _answer(self, text: str, default: Collection[str] = (), limits: Limits = UNLIMITED) -> Answer:
        """The answer to a query whose terms are written out, over these graphs as default graph."""
        verb = guard.verb(text)
        if verb in ("construct", "describe"):
            graph = self._good(self._server.ask(text, TRIPLES, default))
            triples = (quad.triple for quad in parse(graph, format=RdfFormat.N_TRIPLES))
            return Triples(tuple(Triple(*row) for row in limits.rows_within(tuple(triple) for triple in triples)))
        table = self._good(self._server.ask(text, TABLE, default))
        found = parse_query_results(table, format=QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            return bool(found)
        rows = tuple(limits.rows_within(tuple(row) for row in found))
        if verb == "ask":  # Virtuoso answers with a number in a table
            return value(rows[0][0]) == "1"
        return Table(tuple(variable.value for variable in found.variables), rows)

    def _good(self, reply: Reply) -> bytes:
        """What a server answered that could answer.

        Raises `QueryError` where it could not.
        """
        if reply.status >= HTTPStatus.BAD_REQUEST:
            raise QueryError(f"{self._server.address} cannot carry out the query: {reply.words}")
        return reply.content


def open_store(path: Path | str | None, base: str | None = None, read_only: bool = False) -> RemoteStore:
    """Open the graph on the server at the address `path`; it is begun where there is none.

    Raises `UsageError` where no such server answers, or it holds a graph of another version or base.
    """
    store = RemoteStore(Server(str(path)), read_only)
    store.begin(base, read_only)
    return store
