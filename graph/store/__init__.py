"""Where graphs are kept: one small interface, one back end a file, found by name in a table."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from dateline.graph.errors import UsageError
from dateline.graph.store.base import Store
from dateline.graph.vocabulary import BASE

STORES = {
    "oxigraph": "dateline.graph.store.oxigraph:open_store",
    "memory": "dateline.graph.store.memory:open_store",
}
"""Back ends by name, as "module:function"; each function takes path, base and read_only, and gives a `Store`."""

__all__ = ["STORES", "Store", "open_store"]


def open_store(path: Path | None, kind: str = "oxigraph", base: str = BASE, read_only: bool = False) -> Store:
    """Open the store at `path`, made where there is none; "memory" has no path.

    Raises `UsageError` where no such kind exists or the path holds no store of this version, `StoreInUse` where
    another process owns it, `OutputError` where it cannot be written.
    """
    if kind not in STORES:
        raise UsageError(f"no store called {kind!r}; there are {', '.join(STORES)}")
    module, function = STORES[kind].split(":")
    store: Store = getattr(import_module(module), function)(path, base=base, read_only=read_only)
    return store
