"""Where a graph is kept: opened to be read or changed, and put together after a change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.corrections import Asked, Corrections
from dateline.graph.errors import UsageError

if TYPE_CHECKING:
    from dateline.exports import Export
    from dateline.graph.renewal import Index
    from dateline.graph.store import Location, Store


class Kept:
    """The graph in a folder that `build` made or makes, or on the server at `server`, then with or without a folder.

    `asked` are the corrections that it was last put together by.
    """

    def __init__(self, folder: Path | None, server: str | None = None) -> None:
        self._folder = folder
        self._server = server
        self.corrections = Corrections(folder / "corrections.toml" if folder else None)
        self.asked = Asked()
        self._whole: Export | None = None

    @property
    def folder(self) -> Path:
        """Where its files are.

        Raises `UsageError` where it has none.
        """
        if self._folder is None:
            raise UsageError("a graph on a server has no files here; `dateline build -o DIR --store URL` writes some")
        return self._folder

    @property
    def has_folder(self) -> bool:
        """Whether there is a folder for files."""
        return self._folder is not None

    @property
    def at(self) -> Location:
        """Where its store is."""
        return self._server or self.folder / "store"

    @property
    def exists(self) -> bool:
        """Whether there is a graph in the folder; on a server one is begun where there is none."""
        return self._server is not None or (self.folder / "store").is_dir()

    @property
    def whole(self) -> Export:
        """Both layers: the records, and the timeline that they make together.

        Raises `UsageError` where the folder holds no store.
        """
        if self._whole is None:
            with self.open(read_only=True) as store:
                self._whole = self._merged(store)
        return self._whole

    def open(self, read_only: bool, base: str | None = None) -> Store:
        """The store, with the corrections of now; `base` is what the IRIs of a new graph begin with."""
        from dateline.graph.store import open_store

        asked = self.corrections.asked  # read before anything is changed: a mistake in it stops all
        store = open_store(self.at, base=base, read_only=read_only)
        if self._folder is None:
            self.corrections = Corrections(None, store.corrected)
            asked = self.corrections.asked
        store.corrections = asked.text
        return store

    def put_together(self, store: Store) -> None:
        """Make the merged layer anew from all records."""
        from dateline.graph.renewal import keep

        self._whole = self._merged(store)
        store.put_timeline(self._whole.timeline)
        with self._index() as index:
            if index is not None:
                keep(store, index, self._whole.records, self._whole.timeline)

    def renew(self, store: Store) -> None:
        """Bring the merged layer up to date, at the cost of what changed where that can be."""
        from dateline.graph.renewal import renew

        self._whole = None
        store.corrections = self.corrections.asked.text
        with self._index() as index:
            renewed = index is not None and renew(store, index)
        if not renewed:
            self.put_together(store)

    def refresh(self) -> None:
        """Bring the merged layer up to date where a build was stopped before it could."""
        with self.open(read_only=True) as store:
            fresh = store.fresh
        if not fresh:
            with self.open(read_only=False) as store:
                self.renew(store)

    def _merged(self, store: Store) -> Export:
        from dateline.exports import Export
        from dateline.graph.resolve import resolve

        self.asked = self.corrections.asked
        store.corrections = self.asked.text
        records = tuple(store.records())
        return Export(resolve(records, store.base, self.asked.corrections), records, store.base)

    @contextmanager
    def _index(self) -> Iterator[Index | None]:
        """What the documents share, beside the store; a server has none."""
        from dateline.graph.renewal import opened

        if self._server is not None:
            yield None
            return
        with opened(self.folder / "store" / "index.sqlite") as index:
            yield index
