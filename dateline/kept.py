"""Where a graph is kept: opened to be read or changed, and put together after a change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.corrections import Asked, Corrections
from dateline.graph.errors import UsageError

if TYPE_CHECKING:
    from dateline.exports import Export
    from dateline.graph.model import Event, Timeline
    from dateline.graph.renewal import Index
    from dateline.graph.resolve.gather import Comparable
    from dateline.graph.store import Location, Store


INDEX = "index.sqlite"
"""The file of the index, in the folder of the store."""
_OTHERS = (
    "the graph was changed since it was read, or put together by another version of Dateline; open it again, or let "
    "`dateline correct` put it together anew"
)


class Kept:
    """The graph in a folder that `build` made or makes, or on the server at `server`, then with or without a folder.

    `folder` is where its files are, if any; `asked` are the corrections that `whole` was put together by, `state` is
    that of the store when `whole` or `outline` was read from it (`Store.state`).
    """

    def __init__(self, folder: Path | None, server: str | None = None) -> None:
        self.folder = folder
        self._server = server
        self.corrections = Corrections(folder / "corrections.toml" if folder else None)
        self.asked = Asked()
        self.state = ""
        self._whole: Export | None = None
        self._outline: Timeline | None = None

    @property
    def at(self) -> Location:
        """Where its store is."""
        if self._server is not None:
            return self._server
        assert self.folder is not None, "a graph is in a folder or on a server"
        return self.folder / "store"

    @property
    def exists(self) -> bool:
        """Whether there is a graph in the folder; on a server one is begun where there is none."""
        at = self.at
        return not isinstance(at, Path) or at.is_dir()

    @property
    def whole(self) -> Export:
        """Both layers: the records, and the timeline that they make together.

        Raises `UsageError` where the folder holds no store.
        """
        if self._whole is None:
            with self.open(read_only=True) as store:
                self._whole = self._merged(store)
        return self._whole

    @property
    def outline(self) -> Timeline:
        """The timeline of `whole` as far as the merged layer tells by itself, the order of roles apart; see
        `rdf.read_timeline`."""
        if self._whole is not None:
            return self._whole.timeline
        if self._outline is None:
            from dateline.graph.excerpt import outline

            with self.open(read_only=True) as store:
                if store.fresh:
                    self._outline, self.state = outline(store), store.state
        return self._outline or self.whole.timeline

    def excerpt(self, chosen: Sequence[Event]) -> Timeline:
        """Of the timeline of `whole` these events, named by those of `outline`, and the documents that tell of them.

        Raises `UsageError` where they are others now: the graph was changed meanwhile, or another version made it.
        """
        from dateline.graph.excerpt import excerpt

        outline = self.outline
        if outline is self._outline:
            with self.open(read_only=True) as store:
                if self._as_read(store) and not store.corrected:
                    return excerpt(store, outline, chosen)
        telling = {iri for event in chosen for iri, _ in event.claims}
        now = {event.id: event for event in self.whole.timeline.events}
        if any(event.id not in now for event in chosen):
            raise UsageError(_OTHERS)
        return replace(
            self.whole.timeline,
            documents=tuple(each for each in self.whole.timeline.documents if each[0] in telling),
            events=tuple(now[event.id] for event in chosen),
        )

    def comparable(self, events: Sequence[Event]) -> Comparable:
        """The claims of these events of `outline`, as they are compared with each other.

        Raises what `excerpt` raises.
        """
        from dateline.graph.resolve.gather import comparable

        documents = {document for event in events for document, _ in event.claims}
        told = self._told_by(documents) or comparable(
            self.whole.records, self.whole.base, self.corrections.asked.corrections
        )
        if any(claim.id not in told.claims for event in events for _, claim in event.claims):
            raise UsageError(_OTHERS)
        return told

    def _as_read(self, store: Store) -> bool:
        """Whether the merged layer is up to date, and of the records that were read before."""
        return store.fresh and store.merged_from == self.state

    def _told_by(self, documents: Iterable[str]) -> Comparable | None:
        """The claims of documents, found by the index; `None` where it is of no use."""
        from dateline.graph.renewal import Index, told_by

        if not isinstance(self.at, Path):
            return None
        try:
            with self.open(read_only=True) as store, closing(Index(self.at / INDEX, read_only=True)) as index:
                known = self._as_read(store) and not store.corrected and index.stamp == store.merged_from
                return told_by(store, index, documents) if known else None
        except sqlite3.Error:
            return None

    def open(self, read_only: bool, base: str | None = None) -> Store:
        """The store, with the corrections of now; `base` is what the IRIs of a new graph begin with."""
        from dateline.graph.store import open_store

        asked = self.corrections.asked  # read before anything is changed: a mistake in it stops all
        store = open_store(self.at, base=base, read_only=read_only)
        if self.folder is None:
            self.corrections = Corrections(None, store.corrected)
            asked = self.corrections.asked
        store.corrections = asked.text
        return store

    def put_together(self, store: Store) -> None:
        """Make the merged layer anew from all records."""
        from dateline.graph.renewal import keep

        self._whole, self._outline = self._merged(store), None
        store.put_timeline(self._whole.timeline)
        with self._index() as index:
            if index is not None:
                keep(store, index, self._whole.records, self._whole.timeline)

    def renew(self, store: Store) -> None:
        """Bring the merged layer up to date, at the cost of what changed where that can be."""
        from dateline.graph.renewal import renew
        from dateline.graph.store.oxigraph import OxigraphStore

        self._whole = self._outline = None
        store.corrections = self.corrections.asked.text
        with self._index() as index:
            renewed = index is not None and isinstance(store, OxigraphStore) and renew(store, index)
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
        self.state = store.state
        records = tuple(store.records())
        return Export(resolve(records, store.base, self.asked.corrections), records, store.base)

    @contextmanager
    def _index(self) -> Iterator[Index | None]:
        """What the documents share, beside the store; a server has none."""
        from dateline.graph.renewal import opened

        at = self.at
        if not isinstance(at, Path):
            yield None
            return
        with opened(at / INDEX) as index:
            yield index
