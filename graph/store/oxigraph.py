"""Oxigraph on disk: the store of record.

A folder holds `data/` (RocksDB), `lock`, and `snapshots/` for readers while a writer is at work. Putting a document is
one transaction of Oxigraph: a process killed at any moment leaves it done or not done. Closing synchronises with the
disk.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Triple,
    Variable,
    serialize,
)
from pyoxigraph import Store as Oxigraph

from dateline.graph.errors import CheckFailed, OutdatedStore, OutputError, QueryError, UsageError
from dateline.graph.rdf.terms import Term
from dateline.graph.store.base import BOOKS, QuadStore
from dateline.graph.store.interface import Graph
from dateline.graph.store.lock import Reading, Writing
from dateline.graph.table import UNLIMITED, Answer, Limits, Table, Triples
from dateline.graph.vocabulary import PREFIXES

MANY = 50_000
"""Quads that are worth files of their own; fewer are one transaction."""
SHOWN = 40
"""Characters of a query that are quoted where it goes wrong."""

_DAMAGED = re.compile("Corruption|No such file|Column family")
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_PREFIXED = re.compile(r"(?<![\w<:?$@-])([A-Za-z][\w.-]*):[\w.-]*$")
_DECLARED = re.compile(r"\bprefix\s+([\w.-]*):", re.IGNORECASE)
_CHARACTERS = re.compile(r",?\s*\['A' \.\.=[^\]]*\]|, \[_\]")
"""Classes of characters, which tell a person nothing."""


class OxigraphStore(QuadStore):
    """A `Store` over an Oxigraph store; `inner` is Oxigraph's own object, for reading."""

    def __init__(self, inner: Oxigraph, lock: Reading | Writing | None = None) -> None:
        self.inner = inner
        self._lock = lock

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: Term | None = None,
        graph: Graph | None = None,
    ) -> Iterator[Quad]:
        """Quads that fit; `None` fits all.

        Raises `CheckFailed` where files are damaged.
        """
        with _telling("the store cannot be read"):
            yield from self.inner.quads_for_pattern(subject, predicate, object_, graph)

    def replace(self, graphs: Mapping[NamedNode, Collection[Quad]]) -> None:
        """Make these the quads of their graphs in one transaction.

        Raises `OutputError` where the disk refuses; what was there before is then intact; `UsageError` where the store
        was opened to be read only.
        """
        with self._writing():
            self.inner.update(" ;\n".join(_steps(graphs)))

    def amend(self, gone: Collection[Quad], come: Collection[Quad]) -> None:
        """Change the default graph to what `put_timeline` would make of what `resolve` makes of `records()` now, in one
        transaction.

        Raises what `replace` raises.
        """
        change = [f"DELETE DATA {{ {_triples(gone)} }}"] if gone else []
        change += [f"INSERT DATA {{ {_triples(come)} }}"] if come else []
        with self._writing():
            self.inner.update(" ;\n".join([*change, *_steps({BOOKS: self._books(self.state)})]))

    def fill(self, quads: Collection[Quad]) -> None:
        """Make these the quads of the default graph, in two transactions: what goes, what comes; many by bulk load.

        Raises what `replace` raises.
        """
        old = set(self.match(graph=DefaultGraph()))
        gone, come = old.difference(quads), [quad for quad in quads if quad not in old]
        with self._writing():
            if gone:
                self.inner.update(f"DELETE DATA {{ {_triples(gone)} }}")
            add = self.inner.extend if len(come) < MANY else self.inner.bulk_extend
            add(come)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        if isinstance(self._lock, Reading):
            raise UsageError("the store was opened only to be read; open it without read_only to change it")
        with _telling("the store could not be written"):
            yield

    def query(self, text: str, bindings: Mapping[str, Term] | None = None, limits: Limits = UNLIMITED) -> Answer:
        """See `Store.query`."""
        try:
            return self._answer(text, bindings or {}, limits)
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {_located(str(error), text)}") from error
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be carried out: {error}") from error

    def _answer(self, text: str, bindings: Mapping[str, Term], limits: Limits) -> Answer:
        values: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {Variable(k): v for k, v in bindings.items()}
        with _telling("the query cannot be carried out"):
            found = self.inner.query(text, prefixes=dict(PREFIXES), substitutions=values)
            if isinstance(found, QueryBoolean):
                return bool(found)
            if isinstance(found, QuerySolutions):
                columns = tuple(variable.value for variable in found.variables)
                return Table(columns, tuple(limits.rows_within(tuple(row) for row in found)))
            return Triples(tuple(Triple(*row) for row in limits.rows_within(tuple(triple) for triple in found)))

    def close(self) -> None:
        """Let go of the store; the object cannot be used afterwards.

        Raises `OutputError` where what was written does not reach the disk.
        """
        try:
            if hasattr(self, "inner") and not isinstance(self._lock, Reading):
                with _telling("the store could not be written"):
                    self.inner.flush()
        finally:
            self.__dict__.pop("inner", None)
            if self._lock:
                self._lock.release()


@contextlib.contextmanager
def _telling(what: str) -> Iterator[None]:
    """Errors of Oxigraph and of the system in our words.

    Raises `OutputError` where the system refuses, `CheckFailed` where files are damaged or missing.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        if _DAMAGED.search(str(error)):
            mend = "copy it from a backup, or read the documents anew: `dateline build -o NEW INPUT`"
            raise CheckFailed(f"{what}, files are damaged or missing ({error}); {mend}") from error
        if isinstance(error, RuntimeError):
            raise
        raise OutputError(f"{what}: {error}; free space or check its rights") from error


def _located(message: str, text: str) -> str:
    """Oxigraph's "error at 2:5: expected …" as line and column, with the words that stand before it."""
    found = _POSITION.match(message)
    if not found:
        return message
    line, column = int(found[1]), int(found[2])
    lines = text.split("\n")
    before = "\n".join([*lines[: line - 1], *(each[: column - 1] for each in lines[line - 1 : line])]).rstrip()
    told = " ".join(_CHARACTERS.sub("", found[3]).split())
    prefixed = _PREFIXED.search(before)
    if prefixed and prefixed[1] not in {*PREFIXES, *_DECLARED.findall(text)}:
        told = f"the prefix {prefixed[1]}: is not declared; begin with PREFIX {prefixed[1]}: <…>"
    return f"line {line}, column {column}, after {' '.join(before.split())[-SHOWN:]!r}: {told}"


def _steps(graphs: Mapping[NamedNode, Collection[Quad]]) -> Iterator[str]:
    """The updates that make these the quads of their graphs."""
    for name, quads in graphs.items():
        yield f"DROP SILENT GRAPH {name}"
        if quads:
            yield f"INSERT DATA {{ GRAPH {name} {{ {_triples(quads)} }} }}"


def _triples(quads: Iterable[Quad]) -> str:
    """Quads of one graph as SPARQL writes triples; every term is written by Oxigraph's own N-Triples writer."""
    return (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode()


def open_store(path: Path | None, base: str | None = None, read_only: bool = False) -> OxigraphStore:
    """Open the store in the folder `path`, which is made where there is none; without a path, one in memory.

    One of an earlier version is brought up to date. Raises `StoreInUse` where another process owns it, `UsageError`
    where a store to be read does not exist, or is of another version or base, `OutputError` where the folder cannot be
    written.
    """
    if path is None:
        store = OxigraphStore(Oxigraph())
        store.begin(base, read_only)
        return store
    if read_only and not (path / "data").is_dir():
        raise UsageError(f"no store at {path}; `dateline build` makes one")
    try:
        return _begun(path, base, read_only)
    except OutdatedStore:
        with contextlib.closing(_on_disk(path, read_only=False)) as old:
            old.upgrade()
        return _begun(path, base, read_only)


def _begun(path: Path, base: str | None, read_only: bool) -> OxigraphStore:
    store = _on_disk(path, read_only)
    try:
        store.begin(base, read_only)
    except UsageError:
        store.close()
        raise
    return store


def _on_disk(path: Path, read_only: bool) -> OxigraphStore:
    data = path / "data"
    with _telling(f"cannot open the store {path}"):
        path.mkdir(parents=True, exist_ok=True)
        if read_only:
            reading = Reading(path)
            return OxigraphStore(Oxigraph.read_only(str(reading.data)), reading)
        old = data.is_dir()
        writing = Writing(path)
        inner = Oxigraph(data)
        if old:
            writing.offer(inner.backup)
    return OxigraphStore(inner, writing)
