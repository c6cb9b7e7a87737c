"""Where graphs are kept: one small interface, one back end a file, found by name in a table."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.graph.errors import UsageError
from dateline.graph.store.interface import Store

if TYPE_CHECKING:
    from rdflib import Dataset

STORES = {
    "oxigraph": "dateline.graph.store.oxigraph:open_store",
    "memory": "dateline.graph.store.memory:open_store",
    "sparql": "dateline.graph.store.remote:open_store",
}
"""Back ends by name, as "module:function"; each function takes path, base and read_only, and gives a `Store`."""

__all__ = ["STORES", "Location", "Store", "as_rdflib", "is_address", "open_store"]

Location = Path | str
"""The folder of a store, or the address of a server, which begins "http"."""


def is_address(location: object) -> bool:
    """Whether a store lies on a server."""
    return isinstance(location, str) and location.startswith(("http://", "https://"))


def open_store(
    path: Location | None, kind: str | None = None, base: str | None = None, read_only: bool = False
) -> Store:
    """Open the store at `path`, made where there is none; "memory" has no path.

    Unless a kind is given, an address is of the kind "sparql", all else of "oxigraph".
    `base` is what the IRIs of a new store begin with (`vocabulary.BASE` unless given); a store keeps its own.

    Raises `UsageError` where no such kind exists or the path holds no store of this version and base, `StoreInUse`
    where another process owns it, `OutputError` where it cannot be written.
    """
    kind = kind or ("sparql" if is_address(path) else "oxigraph")
    if kind not in STORES:
        raise UsageError(f"no store called {kind!r}; there are {', '.join(STORES)}")
    module, function = STORES[kind].split(":")
    store: Store = getattr(import_module(module), function)(path, base=base, read_only=read_only)
    return store


def as_rdflib(store: Store) -> Dataset:
    """The store as an rdflib `Dataset`, for reading with rdflib's own means; it lives as long as the store is open.

    Raises `UsageError` for a back end that has no such face.
    """
    from dateline.graph.store import memory, oxigraph

    if isinstance(store, memory.MemoryStore):
        return store.dataset
    if isinstance(store, oxigraph.OxigraphStore):
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=store.inner))
    raise UsageError(f"a {type(store).__name__} cannot be seen as an rdflib Dataset")
