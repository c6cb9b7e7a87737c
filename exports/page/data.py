"""What the page's script reads: the story as one JSON value, each string once, each sentence only where it is needed.

Tables are `{"columns": [...], "pooled": [...], "rows": [[...], ...]}`. A string is a number into `strings`, 0 the empty
one, except the labels of nodes. Node ids are the numbers of the rows. Roles are not repeated with the events: the
network's edges hold them. What stands empty at the end of a row is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from dateline.exports import Export, evidence
from dateline.exports import table as csv
from dateline.exports.page import clean, when
from dateline.exports.page.network import Shown
from dateline.exports.page.strings import Strings, type_words
from dateline.graph.model import PLACED_BY, Actor, Claim, Document, Event, Figures, Place, TimeSpan

Row = list[Any]
MAX_QUOTES = 6
"""Sentences shown of one claim; further mentions are counted."""


class Pool:
    """Strings by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}

    def __call__(self, text: str | None) -> int:
        """The number of `text`; 0 where there is none."""
        return self._numbers.setdefault(text or "", len(self._numbers))

    def strings(self) -> list[str]:
        """All of them, in the order of their numbers."""
        return list(self._numbers)


def build(export: Export, shown: Shown, strings: Strings) -> dict[str, Any]:
    """The page's data, as plain values ready for `json.dumps`."""
    return _Builder(export, shown, strings).build()


def families() -> dict[str, Any]:
    """Event types by the family whose colour and shape they share (`families.json`)."""
    found: dict[str, Any] = json.loads(resources.files(__package__).joinpath("families.json").read_text("utf-8"))
    return found


class _Builder:
    def __init__(self, export: Export, shown: Shown, strings: Strings) -> None:
        self.export, self.shown, self.strings = export, shown, strings
        self.pool = Pool()
        self.documents = evidence.documents(export.timeline)
        self.document_number = {iri: i for i, iri in enumerate(self.documents)}
        self.names = {actor.id: clean.label(actor.name) for actor in export.timeline.actors}
        self.places = evidence.places(export.timeline)

    def build(self) -> dict[str, Any]:
        network = self.shown.network
        nodes, edges, *_, options = network.get_network_data()
        self._number_shared()
        return {
            "base": self.export.base,
            "families": families(),
            "types": {event.type: type_words(event.type, self.strings) for event in self.shown.events},
            "csv": csv.COLUMNS,
            "ranges": csv.RANGES,
            "options": json.loads(options),
            "nodes": _table(("label", "x", "y"), nodes, self.pool),
            "edges": _table(("from", "to", "role"), edges, self.pool, "role"),
            "arrows": {edge["role"]: edge["arrows"] for edge in edges},
            "events": [self._event(event) for event in self.shown.events],
            "actors": [self._actor(actor) for actor in self.shown.actors],
            "places": [self._place(place) for place in self.shown.places],
            "documents": [self._document(iri, each) for iri, each in self.documents.items()],
            "strings": self.pool.strings(),  # last: the rows above fill it
        }

    def _number_shared(self) -> None:
        """Low numbers, which are short, for what many rows share."""
        for event in self.shown.events:
            self.pool(event.type), self.pool(event.subtype), self.pool(event.status)
            self._days(event.begin), self._days(event.end)
            self.pool(self._when(event.begin, event.end, event))
            for _, claim in event.claims:
                self.pool(_rule(claim)), self.pool(claim.status)

    def _document(self, iri: str, document: Document) -> Row:
        day = when.day(document.date, self.strings) if document.date else None
        name = clean.label(evidence.name_of(document))
        publisher = clean.label(document.publisher or "")
        return [*map(self.pool, (self._key(iri), name, publisher, day, document.url))]

    def _event(self, event: Event) -> Row:
        said = self._when(event.begin, event.end, event)
        return _short(
            self.pool(self._key(event.id)),
            self.pool(event.type),
            self.pool(event.subtype),
            self.pool(type_words(event.subtype or event.type, self.strings)),
            self.pool(event.status),
            *self._days(event.begin),
            *self._days(event.end),
            self.pool(event.date),
            self.pool(said),
            event.confidence,
            [self._claim(iri, claim, said) for iri, claim in event.claims if iri in self.documents],
            _figures(event.figures),
            [self.pool(clean.label(reason)) for reason in event.reasons],
        )

    def _claim(self, iri: str, claim: Claim, said: str) -> Row:
        document = self.documents[iri]
        own = self._when(claim.begin, claim.end, claim)
        written = document.text[slice(*claim.time)] if claim.time else None
        quotes = list(evidence.quotes(document, claim))
        return _short(
            self.document_number[iri],
            self.pool(claim.status),
            self.pool(self.names.get(claim.source or "")),
            self.pool(_rule(claim)),
            claim.confidence,
            self.pool(written and clean.label(written)),
            self.pool(None if own == said else own),
            self.pool(clean.label(claim.date_reason)),
            [self._quote(quote) for quote in quotes[:MAX_QUOTES]],
            self.pool(clean.label(claim.place_reason)),
            _figures(claim.figures),
            max(0, len(quotes) - MAX_QUOTES),
        )

    def _quote(self, quote: evidence.Quote) -> Row:
        """The sentence, then start, end, and whether it is the time (1) or a trigger (0), of each mark."""
        row: Row = [self.pool(clean.quotation(quote.text))]
        for mark in quote.marks:
            start, end = clean.utf16(quote.text, mark.start), clean.utf16(quote.text, mark.end)
            row += [start, end, int(mark.kind == "time")]
        return row

    def _actor(self, actor: Actor) -> Row:
        aliases = [alias for alias in map(clean.label, actor.aliases) if alias != clean.label(actor.name)]
        return _short(
            self.pool(self._key(actor.id)),
            *map(self.pool, (actor.kind, actor.country, actor.sector)),
            [self.pool(alias) for alias in dict.fromkeys(aliases)],
            [self.pool(link) for link in actor.links],
            [self.pool(clean.label(reason)) for reason in actor.reasons],
            [self.pool(clean.label(each)) for each in actor.could_be],
        )

    def _place(self, place: Place) -> Row:
        within = [clean.label(self.places[iri].name) for iri in place.within if iri in self.places]
        return _short(
            self.pool(self._key(place.id)),
            *map(self.pool, (place.kind, place.country)),
            place.lat,
            place.lon,
            [self.pool(name) for name in within],
            [self.pool(link) for link in place.links],
            [self.pool(clean.label(each)) for each in place.could_be],
        )

    def _when(self, begin: TimeSpan, end: TimeSpan, told: Event | Claim) -> str:
        return when.words(begin, end, told.status, self.strings)

    def _days(self, span: TimeSpan) -> tuple[int, int]:
        return (
            self.pool(span.earliest.isoformat() if span.earliest else None),
            self.pool(span.latest.isoformat() if span.latest else None),
        )

    def _key(self, iri: str) -> str:
        return clean.label(iri.removeprefix(self.export.base))


def _short(*values: Any) -> Row:
    """The values as a row, without what is empty at its end."""
    row = list(values)
    while row and row[-1] in (0, []):
        row.pop()
    return row


def _rule(claim: Claim) -> str:
    """What found the claim; what placed it is told apart."""
    return claim.rule.replace(f"{PLACED_BY}{claim.place_reason}", "")


def _figures(figures: Figures) -> list[Row]:
    """[name, least, most] of each figure that is known; `outcome` is ["outcome", "passed", "passed"]."""
    rows: list[Row] = []
    for name in csv.RANGES:
        value = getattr(figures, name)
        if value:
            rows.append([name, value.min, value.max])
    for name in ("votes_for", "votes_against", "votes_abstain", "outcome"):
        value = getattr(figures, name)
        if value is not None:
            rows.append([name, value, value])
    return rows


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], pool: Pool, *names: str) -> dict[str, Any]:
    """The rows of pyvis as lists; the columns `names` hold few different words and go to the pool."""
    listed = [[pool(row[column]) if column in names else row[column] for column in columns] for row in rows]
    return {"columns": list(columns), "pooled": list(names), "rows": listed}
