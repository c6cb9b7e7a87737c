"""A graph that was built, and what can be asked of it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.corrections import report as corrections_report
from dateline.filters import Filter, select
from dateline.graph.edtf import days
from dateline.graph.errors import OutputError, UnreadableDocument, UsageError
from dateline.graph.model import Actor, Document, Event, Place
from dateline.kept import Kept
from dateline.report import problems, report

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

FILES = ("graph.html", "graph.ttl", "events.csv")
"""What a build writes beside the store and the report; the suffix tells the format."""
STRINGS = "strings.json"
"""The page's words in the folder, where they were given as a file."""


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
        self.skipped: tuple[UnreadableDocument, ...] = ()
        self._language = language

    def __repr__(self) -> str:
        return f"Story({str(self._kept.folder if self._kept.has_folder else 'on a server')!r})"

    @property
    def corrections(self) -> Corrections:
        """The file of corrections beside the graph."""
        return self._kept.corrections

    @property
    def folder(self) -> Path:
        """Where its files are.

        Raises `UsageError` where it has none.
        """
        return self._kept.folder

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
        try:
            report: dict[str, Any] = json.loads((self.folder / "report.json").read_text("utf-8"))
        except FileNotFoundError:
            raise UsageError(f"no report in {self.folder}; `dateline build` makes one") from None
        return report

    @property
    def language(self) -> str:
        """What the page of the folder speaks: a code such as "en", or the path of a file of strings."""
        if self._language is None:
            known = self._kept.has_folder and (self.folder / "report.json").is_file()
            self._language = str((self.report if known else {}).get("language", "en"))
        return str(self.folder / STRINGS) if self._language == STRINGS else self._language

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
        from dateline.graph.vocabulary import event_types

        first, last = days(begin).earliest if begin else None, days(end).latest if end else None
        if first and last and first > last:
            raise UsageError(f"nothing lies between {begin} and {end}: the first is the later; exchange them")
        if type is not None and type.casefold() not in (name.casefold() for name in event_types()):
            raise UsageError(f"no event type {type!r}; `dateline list types` shows those that exist")
        wanted = Filter(
            actor=actor,
            type=type,
            place=place,
            begin=first,
            end=last,
            everything=everything,
        )
        return select(self.whole.timeline, wanted)

    def event(self, name: str) -> Event:
        """The event with this IRI, or whose key (the end of the IRI) or label begins so.

        Raises `UsageError` where none or several do.
        """
        exact = [event for event in self.events if name in (event.id, key(event))]
        folded = name.casefold()
        found = exact or [e for e in self.events if key(e).startswith(name) or e.label.casefold().startswith(folded)]
        if len(found) != 1:
            some = "".join(f"\n  {key(event)}  {event.label}" for event in found[:10])
            raise UsageError(f"{len(found) or 'no'} events are called {name!r}; `dateline timeline` shows keys{some}")
        return found[0]

    def explain(self, name: str) -> Explanation:
        """What is behind one event (see `event` for `name`): words, rules, dates, and why claims were put together."""
        from dateline.explain import explain
        from dateline.graph.resolve.denials import denials

        whole, event = self.whole, self.event(name)
        against = denials(event, whole.timeline, whole.records, whole.base, self.corrections.asked.corrections)
        return explain(whole.timeline, event, against)

    def storyline(self, name: str) -> tuple[Chapter, ...]:
        """The events that hang together with one, each with what ties it to those before."""
        from dateline.graph.storyline import storyline

        return storyline(self.whole.timeline, self.event(name))

    def diff(self, old: Story) -> tuple[Change, ...]:
        """What this graph tells otherwise than an older state of it."""
        from dateline.graph.diff import diff

        return diff(old.whole.timeline, self.whole.timeline)

    def compare(self, name: str, other: str) -> tuple[Comparison, ...]:
        """Why two events are two: each claim of the one with each of the other, the nearest to being one first."""
        from dateline.graph.resolve.why import compare

        whole = self.whole
        return compare(
            self.event(name), self.event(other), whole.records, whole.base, self.corrections.asked.corrections
        )

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

        timeline = self.whole.timeline
        return Analysis(analysis.rank(network.involved(timeline), by), analysis.communities(network.together(timeline)))

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
        """Add a correction to the file and put the graph together by it; see `dateline.corrections` for its making."""
        with self.changing():
            self.corrections.append(correction)

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
        from dateline.exports.page.strings import table

        table(self.language)  # a mistake in it stops all before anything is changed
        try:
            if self._kept.has_folder:
                self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"cannot make the folder {self.folder}: {error}; choose another") from error
        self._keep_strings()
        with self._kept.open(read_only=False, base=base) as store:
            yield store
            self.skipped = tuple(skipped or ())
            if not files:
                self._kept.renew(store)
                return
            self._kept.put_together(store)
            if self._kept.has_folder:
                self.write(skipped)

    def _keep_strings(self) -> None:
        """Take a file of strings into the folder, so that it goes where the folder goes."""
        from dateline.exports import files

        if self._kept.has_folder and self.language.endswith(".json") and self._language != STRINGS:
            files.write(self.folder / STRINGS, Path(self.language).read_bytes())
            self._language = STRINGS

    def write(self, skipped: Sequence[UnreadableDocument] | None = None) -> None:
        """Write the files of the folder anew: the page, Turtle, the table and the report.

        `skipped` is what a build left out; unless given, the report tells what it told before. Raises `UsageError`
        where there is no folder, `OutputError` where a file cannot be written.
        """
        from dateline.exports import files

        for name in FILES:
            self.export(self.folder / name)
        known = (self.folder / "report.json").is_file()
        told = problems(skipped or ()) if skipped is not None or not known else self.report["skipped"]
        kept = corrections_report(self._kept.asked, self.whole.records, self.whole.base)
        made = json.dumps(report(self.whole, self._language or "en", kept, told), ensure_ascii=False, indent=1) + "\n"
        files.write(self.folder / "report.json", made.encode("utf-8", "replace"))


def key(event: Event) -> str:
    """The end of the event's IRI, which names it in the graph."""
    return event.id.rpartition("/")[2]


def _question(question: str) -> Question | str:
    from dateline.graph.cookbook import question as named

    if question.endswith(".rq"):
        try:
            return Path(question).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"cannot read the query {question}: {error}") from error
    return named(question.strip()) if re.fullmatch(r"\s*[\w-]+\s*", question) else question
