"""What each document holds that another may share, to be looked up without reading the others: one SQLite file.

Only what a document says by itself is kept, so that a document's rows stay as they are while others come and go. What
is found by it is what *may* be one; whether it is, the rules of `resolve` decide.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from dateline.graph.errors import OutputError
from dateline.graph.model import Place
from dateline.graph.naming import Names
from dateline.graph.renewal.rules import version
from dateline.graph.renewal.shares import Fact, Mark, alone, facts, kept_story, marks, read, story_of, written
from dateline.graph.resolve.claims import WIDEST
from dateline.graph.resolve.stories import FRESH, Story, shared, story

_TABLES = """
CREATE TABLE IF NOT EXISTS stamp(value TEXT);
CREATE TABLE IF NOT EXISTS document(iri TEXT PRIMARY KEY, hash TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fact(id INTEGER PRIMARY KEY, told TEXT);
CREATE TABLE IF NOT EXISTS known(name INTEGER, fact INTEGER, PRIMARY KEY(name, fact)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS thing(iri TEXT PRIMARY KEY, fact INTEGER, document TEXT, place INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS thing_fact ON thing(fact);
CREATE INDEX IF NOT EXISTS thing_document ON thing(document);
CREATE TABLE IF NOT EXISTS around(thing TEXT, other TEXT, PRIMARY KEY(thing, other)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS around_other ON around(other);
CREATE TABLE IF NOT EXISTS mark(mark INTEGER, first INTEGER, last INTEGER, document TEXT, claim TEXT);
CREATE INDEX IF NOT EXISTS mark_first ON mark(mark, first, last, document, claim);
CREATE INDEX IF NOT EXISTS mark_document ON mark(document, mark);
CREATE TABLE IF NOT EXISTS tie(event TEXT, one TEXT, other TEXT);
CREATE INDEX IF NOT EXISTS tie_event ON tie(event);
CREATE INDEX IF NOT EXISTS tie_one ON tie(one);
CREATE INDEX IF NOT EXISTS tie_other ON tie(other);
CREATE TABLE IF NOT EXISTS story(document TEXT PRIMARY KEY, told TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about(name TEXT, issued INTEGER, document TEXT);
CREATE INDEX IF NOT EXISTS about_name ON about(name, issued, document);
CREATE INDEX IF NOT EXISTS about_document ON about(document);
"""


@contextmanager
def opened(path: Path) -> Iterator[Index]:
    """The index in a file, which is begun anew where it is no database, or was made by other rules.

    Raises `OutputError` where it cannot be written, or is found damaged later, which takes it away.
    """
    try:
        try:
            index = Index(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            path.unlink()
            index = Index(path)
        with closing(index):
            yield index
    except sqlite3.OperationalError as error:
        mend = "make room or check its rights; the same command again goes on"
        raise OutputError(f"the index {path} could not be written: {error}; {mend}") from error
    except sqlite3.DatabaseError as error:
        path.unlink()
        raise OutputError(f"the index {path} was damaged: {error}; the same command again makes it anew") from error


class Index:
    """The file at `path`, or one in memory. What is changed counts from `commit` on.

    Raises `sqlite3.OperationalError` where one only to be read is not there, or was made by other rules.
    """

    def __init__(self, path: Path | None = None, read_only: bool = False) -> None:
        where = f"{path.absolute().as_uri()}?mode=ro" if read_only and path else path or ":memory:"
        self._base = sqlite3.connect(where, uri=read_only)
        try:
            if read_only:
                if next(self._do("PRAGMA user_version")) != (version(),):
                    raise sqlite3.OperationalError("it was made by other rules")
                return
            if next(self._do("PRAGMA user_version")) != (version(),):
                for (name,) in list(self._do("SELECT name FROM sqlite_master WHERE type = 'table'")):
                    self._do(f"DROP TABLE {name}")
            self._base.executescript(f"{_TABLES}; PRAGMA user_version = {version()}")
        except sqlite3.Error:
            self._base.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def commit(self, stamp: str | None) -> None:
        """Make what was changed last; `stamp` tells of what state of the graph it is."""
        self._do("DELETE FROM stamp")
        self._do("INSERT INTO stamp VALUES (?)", stamp)
        self._base.commit()

    @property
    def stamp(self) -> str | None:
        """What the last `commit` was given."""
        return next((value for (value,) in self._do("SELECT value FROM stamp")), None)

    def documents(self) -> dict[str, str]:
        """IRI and hash of each document."""
        return dict(self._do("SELECT iri, hash FROM document"))

    def put(self, names: Names, hash_: str) -> None:
        """Take up a document that is not there."""
        document = names.document.value
        self._do("INSERT INTO document VALUES (?, ?)", document, hash_)
        found = facts(names)
        self._many("INSERT OR IGNORE INTO fact VALUES (?, ?)", {(f.id, written(f)) for f in found.values()})
        self._many("INSERT OR IGNORE INTO known VALUES (?, ?)", {(n, f.id) for f in found.values() for n in f.names})
        rows = [(iri, f.id, document, isinstance(f.like, Place)) for iri, f in found.items()]
        self._many("INSERT INTO thing VALUES (?, ?, ?, ?)", rows)
        lying = {(names.places[p.id].value, names.places[o].value) for p in names.record.places for o in p.within}
        self._many("INSERT INTO around VALUES (?, ?)", lying)
        marked = [mark for one in alone(names) for mark in marks(one, names, lambda iri: found[iri].names)]
        self._many("INSERT INTO mark VALUES (?, ?, ?, ?, ?)", marked)
        told = story(names)
        self._do("INSERT INTO story VALUES (?, ?)", document, kept_story(told))
        self._many("INSERT INTO about VALUES (?, ?, ?)", [(name, _day(told), document) for name in told.names])

    def drop(self, document: str) -> None:
        """Forget a document."""
        own = list(self._do("SELECT iri, fact FROM thing WHERE document = ?", document))
        self._do("DELETE FROM document WHERE iri = ?", document)
        for table in ("thing", "mark", "story", "about"):
            self._do(f"DELETE FROM {table} WHERE document = ?", document)
        self._in("DELETE FROM around WHERE thing IN", {iri for iri, _ in own})
        gone = self._in(
            "SELECT id FROM fact WHERE NOT EXISTS (SELECT 1 FROM thing WHERE fact = id) AND id IN", {f for _, f in own}
        )
        unused = {fact for (fact,) in gone}
        for fact in self.facts(unused).values():
            self._in(f"DELETE FROM known WHERE fact = {fact.id} AND name IN", fact.names)
        self._in("DELETE FROM fact WHERE id IN", unused)

    def facts(self, ids: Collection[int]) -> dict[int, Fact]:
        """Facts by their ids."""
        return {id_: read(id_, text) for id_, text in self._in("SELECT id, told FROM fact WHERE id IN", ids)}

    def alike(self, names: Collection[int]) -> dict[int, Fact]:
        """All facts that have one of these names, or share one with a fact that is found so, and so on."""
        found: dict[int, Fact] = {}
        asked, ahead = set(names), set(names)
        while ahead:
            ids = {fact for (fact,) in self._in("SELECT fact FROM known WHERE name IN", ahead)} - found.keys()
            new = self.facts(ids)
            found |= new
            ahead = {name for fact in new.values() for name in fact.names} - asked
            asked |= ahead
        return found

    def things(self, documents: Collection[str]) -> dict[str, int]:
        """The actors and places of documents, and the fact of each."""
        return dict(self._in("SELECT iri, fact FROM thing WHERE document IN", documents))

    def actors(self, documents: Collection[str]) -> set[str]:
        """The actors of documents."""
        return {iri for (iri,) in self._in("SELECT iri FROM thing WHERE NOT place AND document IN", documents)}

    def told_of(self, things: Collection[str]) -> dict[str, int]:
        """The fact of each of these actors and places."""
        return dict(self._in("SELECT iri, fact FROM thing WHERE iri IN", things))

    def members(self, facts: Collection[int]) -> dict[str, int]:
        """All actors or places of these facts, and which is whose."""
        return dict(self._in("SELECT iri, fact FROM thing WHERE fact IN", facts))

    def documents_of(self, things: Collection[str]) -> set[str]:
        """The documents that these actors and places are of."""
        return {document for (document,) in self._in("SELECT DISTINCT document FROM thing WHERE iri IN", things)}

    def around(self, places: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The places in which each lies."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(places, ())
        for thing, other in self._in("SELECT thing, other FROM around WHERE thing IN", places):
            found[thing] += (other,)
        return found

    def inside(self, places: Collection[str]) -> set[str]:
        """The places that lie in one of these."""
        return {thing for (thing,) in self._in("SELECT DISTINCT thing FROM around WHERE other IN", places)}

    def marks(self, documents: Collection[str]) -> list[Mark]:
        """All marks of the claims of documents."""
        return [
            Mark(*row)
            for row in self._in("SELECT mark, first, last, document, claim FROM mark WHERE document IN", documents)
        ]

    def tie(self, ties: Iterable[tuple[str, str, str]]) -> None:
        """Keep which actors of documents are one by an event: that (the least IRI of its claims), one, other."""
        self._many("INSERT INTO tie VALUES (?, ?, ?)", ties)

    def untie(self, events: Collection[str] | None = None) -> None:
        """Forget what these events make one; unless given, what any does."""
        if events is None:
            self._do("DELETE FROM tie")
        else:
            self._in("DELETE FROM tie WHERE event IN", events)

    def ties(self, things: Collection[str]) -> set[tuple[str, str, str]]:
        """What makes one actor of one of these and another: event, one, other."""
        return {
            row
            for end in ("one", "other")
            for row in self._in(f"SELECT event, one, other FROM tie WHERE {end} IN", things)
        }

    def of_story(self, told: Story) -> set[str]:
        """The documents that tell one story with another; itself too."""
        day = _day(told)
        about = self._do(
            "SELECT DISTINCT document, told FROM about JOIN story USING (document) WHERE name IN "
            "(SELECT value FROM json_each(?)) AND (? IS NULL OR issued IS NULL OR issued BETWEEN ? AND ?)",
            json.dumps(sorted(told.names)),
            day,
            (day or 0) - FRESH,
            (day or 0) + FRESH,
        )
        return {document for document, other in about if shared(told, story_of(document, other))}

    def near(self, marks: Iterable[Mark], documents: Collection[str]) -> set[tuple[str, str]]:
        """Claims, each after its document, that share one of the marks of a claim and may fall on one day with it or,
        where one of the two is undated, stand in `documents`, those of its story; itself too."""
        marks = list(marks)
        found: set[tuple[str, str]] = set()
        for each in marks:
            if each.first is not None:
                text = "SELECT document, claim FROM mark WHERE mark = ? AND first BETWEEN ? AND ? AND last >= ?"
                found |= set(self._do(text, each.mark, each.first - WIDEST, each.last, each.first))
        undated = any(first is None for _, first, *_ in marks)
        own = {mark.mark for mark in marks}
        for mark in self.marks(documents):
            if mark.mark in own and (undated or mark.first is None):
                found.add((mark.document, mark.claim))
        return found

    def _do(self, text: str, *values: Any) -> sqlite3.Cursor:
        return self._base.execute(text, values)

    def _many(self, text: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._base.executemany(text, rows)

    def _in(self, text: str, values: Collection[Any]) -> sqlite3.Cursor:
        """A statement that ends with IN, for all of these values."""
        return self._do(f"{text} (SELECT value FROM json_each(?))", json.dumps(list(values)))


def _day(told: Story) -> int | None:
    return told.issued.toordinal() if told.issued else None
