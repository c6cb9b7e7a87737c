"""A graph that was built, and what can be asked of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.corrections import report as corrections_report
from dateline.filters import called, select, wanted
from dateline.graph.errors import UnreadableDocument, UsageError
from dateline.graph.model import Actor, Document, Event, Place, Timeline
from dateline.kept import Kept
from dateline.written import Written

if TYPE_CHECKING:
    from dateline.corrections import Corrections
    from dateline.explain import Explanation
    from dateline.exports import Export
    from dateline.graph.analysis import Rank
    from dateline.graph.cookbook import Question
    from dateline.graph.corrections import Correction
    from dateline.graph.diff import Change
    from dateline.graph.resolve.why import Comparison
    from dateline.graph.store import Store
    from dateline.graph.storyline import Chapter
    from dateline.graph.table import Answer

Name = str | os.PathLike[str]


class Analysis(NamedTuple):
    """Actors by a measure of their weight, and groups of actors who act together."""

    ranks: tuple[Rank, ...]
    communities: tuple[tuple[Rank, ...], ...]


class Story:
    """A handle on a folder that `build` made, its graph there or on the server at `store`; nothing is read before it is
    asked for. Without a folder it is the graph on the server alone. `language` is what its page speaks from now on.

    In a notebook it shows itself as the interactive page.
    """

    def __init__(self, folder: Name | None, store: str | None = None, language: str | None = None) -> None:
        self._kept = Kept(None if folder is None else Path(folder), store)
        self._written = Written(None if folder is None else Path(folder), language)
        self.skipped: tuple[UnreadableDocument, ...] = ()

    def __repr__(self) -> str:
        return f"Story({str(self._kept.folder or 'on a server')!r})"

    @property
    def corrections(self) -> Corrections:
        """The file of corrections beside the graph."""
        return self._kept.corrections

    @property
    def folder(self) -> Path:
        """Where its files are.

        Raises `UsageError` where it has none.
        """
        return self._written.folder

    def _repr_html_(self) -> str:
        from dateline.exports.page import notebook

        return notebook(replace(self.whole, language=self.language))

    @property
    def exists(self) -> bool:
        """Whether there is a graph in the folder; on a server one is begun where there is none."""
        return self._kept.exists

    @property
    def whole(self) -> Export:
        """Both layers: the records, and the timeline that they make together.

        Raises `UsageError` where the folder holds no store.
        """
        return self._kept.whole

    @property
    def outline(self) -> Timeline:
        """The timeline of `whole` without what single documents and claims say, read from the merged layer alone.

        Texts of documents are empty, claims have but an IRI and a type; who and where stands in the order of IRIs.
        """
        return self._kept.outline

    @property
    def documents(self) -> tuple[Document, ...]:
        """What was read, in the order of the documents' IRIs."""
        return tuple(document for _, document in self.whole.timeline.documents)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everyone who is named, merged over all documents."""
        return self.whole.timeline.actors

    @property
    def places(self) -> tuple[Place, ...]:
        """Everywhere that is named, merged over all documents."""
        return self.whole.timeline.places

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in date order, undated last, those that did not happen too: see `Event.happened`."""
        return self.whole.timeline.events

    @property
    def report(self) -> dict[str, Any]:
        """What the last build read and skipped, and how much the graph holds: the content of report.json."""
        return self._written.report

    @property
    def language(self) -> str:
        """What the page of the folder speaks: a code such as "en", or the path of a file of strings."""
        return self._written.language

    @property
    def shown(self) -> bool:
        """Whether the files of the folder show the graph as it is now, not as it was before a change without files."""
        with self._kept.open(read_only=True) as store:
            return self._written.show(store.state)

    def timeline(
        self,
        *,
        actor: str | None = None,
        type: str | None = None,
        place: str | None = None,
        begin: str | None = None,
        end: str | None = None,
        everything: bool = False,
    ) -> tuple[Event, ...]:
        """The events in date order that fit all that is given; only what happened, unless `everything` is asked for.

        `actor` and `place` are words of a name, `type` is a class or subtype, `begin` and `end` are days, months or
        years ("2019-10-05", "2019-10", "2019"), both included. Raises `UsageError` for an unknown type and what is no
        date.
        """
        asked = wanted(actor=actor, type=type, place=place, begin=begin, end=end, everything=everything)
        return self._kept.excerpt(select(self.outline, asked)).events

    def event(self, name: str) -> Event:
        """The event with this IRI, or whose key (the end of the IRI) or label begins so.

        Raises `UsageError` where none or several do.
        """
        return self._kept.excerpt([called(self.outline, name)]).events[0]

    def explain(self, name: str) -> Explanation:
        """What is behind one event (see `event` for `name`): words, rules, dates, and why claims were put together."""
        from dateline.explain import explain
        from dateline.graph.resolve.denials import denials

        found = called(self.outline, name)
        against = denials(found, self.outline, self._kept.comparable)
        told = self._kept.excerpt([found, *against])
        by_iri = {event.id: event for event in told.events}
        return explain(told, by_iri[found.id], [by_iri[event.id] for event in against])

    def storyline(self, name: str) -> tuple[Chapter, ...]:
        """The events that hang together with one, each with what ties it to those before."""
        from dateline.graph.storyline import storyline

        return storyline(self.outline, called(self.outline, name))

    def diff(self, old: Story) -> tuple[Change, ...]:
        """What this graph tells otherwise than an older state of it."""
        from dateline.graph.diff import diff

        return diff(old.outline, self.outline)

    def compare(self, name: str, other: str) -> tuple[Comparison, ...]:
        """Why two events are two: each claim of the one with each of the other, the nearest to being one first."""
        from dateline.graph.resolve.why import compare

        one, two = called(self.outline, name), called(self.outline, other)
        return compare(one, two, self._kept.comparable([one, two]))

    def query(self, question: Name, **values: str) -> Answer:
        """The answer to a question of the cookbook (by name), a file of SPARQL (ends in .rq), or SPARQL 1.1 itself.

        `values` are those of the question's parameters. Prefixes of ours need not be declared. Only reading is
        allowed. Raises `QueryError` where the query is refused or cannot be read, `LimitReached` where it takes too
        long or too much.
        """
        from dateline.graph.query import ask

        self._kept.refresh()
        return ask(self._kept.at, _question(os.fspath(question)), values)

    def analyse(self, by: str = "degree") -> Analysis:
        """Who takes part in what happened, ranked `by` degree, pagerank or betweenness, and who acts together.

        Raises `UsageError` where there is no such metric.
        """
        from dateline.graph import analysis, network

        joined, sides = network.involved(self.outline), network.together(self.outline)
        return Analysis(analysis.rank(joined, by), analysis.communities(sides))

    def check(self) -> None:
        """Hold the store against its shapes, its quotes against the texts, and both layers against each other.

        Raises `CheckFailed` where anything differs.
        """
        from dateline.graph.check import check

        self._kept.refresh()
        with self._kept.open(read_only=True) as store:
            check(store, corrections=self.corrections.asked.corrections)

    def export(self, path: Name, shape: str = "", language: str | None = None) -> None:
        """Write the graph to the file `path`, in the format of its suffix, or in a `shape` such as "acled" or "ftm".

        `language` is that of a page's own words, a code or a file of strings; unless given, as in the folder. Raises
        `UsageError` for an unknown format or language and `OutputError` where the file cannot be written.
        """
        from dateline import exports, plugins

        plugins.load()
        exports.save(path, replace(self.whole, language=language or self.language), shape)

    def correct(self, correction: Correction) -> None:
        """Add a correction to the file and put the graph together by it; see `dateline.corrections` for its making.

        Raises `UsageError` where it does not apply.
        """
        with self.changing():
            self.corrections.append(correction, self.whole.records, self.whole.base)

    def remove(self, document: str, files: bool = True) -> None:
        """Take out the document with this id or IRI and all that only it said, and write the files anew, unless `files`
        says that they are to stay as they are.

        Raises `UsageError` where there is no such document.
        """
        with self.changing(files=files) as store:
            if not store.remove(document):
                raise UsageError(f"no document {document!r} in the graph; `dateline list documents` shows them")

    @contextmanager
    def changing(
        self, base: str | None = None, skipped: Sequence[UnreadableDocument] | None = None, files: bool = True
    ) -> Iterator[Store]:
        """The store, to be written to; afterwards what its documents say together is brought up to date, and the files
        are written anew, unless `files` says that they are to stay as they are.

        `skipped` is read at the end, for the report, which unless given tells what it told before. `base` is what the
        IRIs of a new graph begin with.
        """
        if files:
            self._written.check_language()  # a mistake in it stops all before anything is changed
        self._written.make_folder()
        if files:
            self._written.keep_strings()
        with self._kept.open(read_only=False, base=base) as store:
            yield store
            self.skipped = tuple(skipped or ())
            if not files:
                self._kept.renew(store)
                return
            self._kept.put_together(store)
            if self._kept.folder is not None:
                self.write(skipped)

    def write(self, skipped: Sequence[UnreadableDocument] | None = None) -> None:
        """Write the files of the folder anew: the page, Turtle, the table and the report.

        `skipped` is what a build left out; unless given, the report tells what it told before. Raises `UsageError`
        where there is no folder, `OutputError` where a file cannot be written.
        """
        whole = self.whole
        kept = corrections_report(self._kept.asked, whole.records, whole.base)
        self._written.write(whole, self._kept.state, kept, skipped)


def _question(question: str) -> Question | str:
    from dateline.graph.cookbook import question as named

    if question.endswith(".rq"):
        try:
            return Path(question).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"cannot read the query {question}: {error}") from error
    return named(question.strip()) if re.fullmatch(r"\s*[\w-]+\s*", question) else question
