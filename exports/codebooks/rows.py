"""What the code-books share: which events have a code, on which day, between whom, where; and the file of rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product

from dateline.exports import Export, evidence
from dateline.exports.codebooks import tables
from dateline.exports.table import Cell, safe
from dateline.graph.codes import Code, codes
from dateline.graph.model import Actor, Document, Event, Place

Dyad = tuple[Actor | None, Actor | None]


@dataclass(frozen=True, slots=True)
class Where:
    """The most specific place of an event, and the names of what it is or lies in; all empty where none is known."""

    place: Place | None
    city: str = ""
    province: str = ""
    country: str = ""

    @property
    def lat(self) -> float | None:
        """Degrees of latitude, WGS 84."""
        return self.place.lat if self.place else None

    @property
    def lon(self) -> float | None:
        """Degrees of longitude, WGS 84."""
        return self.place.lon if self.place else None


@dataclass(frozen=True, slots=True)
class Coded:
    """An event that happened, its code, the documents that report it, who stood towards whom, where, and a sentence."""

    event: Event
    code: Code
    documents: tuple[Document, ...]
    dyads: tuple[Dyad, ...]
    where: Where
    quote: str | None

    @property
    def key(self) -> str:
        """The end of the event's IRI, which names it in the graph."""
        return self.event.id.rpartition("/")[2]

    @property
    def day(self) -> date | None:
        """The day on which it began; nothing where that is not known."""
        begin = self.event.begin
        return begin.earliest if begin.earliest == begin.latest else None

    @property
    def publishers(self) -> str:
        """Who published the reports, or what the reports are called."""
        return "; ".join(dict.fromkeys(each.publisher or evidence.name_of(each) for each in self.documents))

    @property
    def published(self) -> date | None:
        """When the first report came out."""
        return min((each.date for each in self.documents if each.date), default=None)


def coded(export: Export, book: str) -> Iterator[Coded]:
    """The events that happened and that the code-book has a code for, in date order."""
    timeline = export.timeline
    documents, actors, places = evidence.documents(timeline), evidence.actors(timeline), evidence.places(timeline)
    known = codes(book)
    for event in timeline.events:
        code = known.get(event.subtype or event.type)
        if event.happened and code:
            told = dict.fromkeys(iri for iri, _ in event.claims if iri in documents)
            yield Coded(
                event,
                code,
                tuple(documents[iri] for iri in told),
                tuple(dyads(event, actors)),
                _where([places[iri] for iri in event.places if iri in places], places),
                evidence.first_quote(event, documents),
            )


def dyads(event: Event, actors: Mapping[str, Actor]) -> list[Dyad]:
    """Each pair of one who acts and one whom it is done to; for those who take part on no side, each pair both ways.

    Where one side is not told, or is the other too, it is `None`; an event of nobody has one such pair.
    """
    agents, patients, among = (
        [actors[iri] for iri in ids if iri in actors] for ids in (event.agents, event.patients, event.participants)
    )
    nobody: list[Actor | None] = [None]
    if agents and patients:
        two: list[Dyad] = [pair for pair in product(agents, patients) if pair[0] is not pair[1]]
        return two or [*product(agents, nobody)]
    if len(among) > 1 and not agents and not patients:
        return [*permutations(among, 2)]
    if patients:
        return [*product(among or nobody, patients)]
    return [*product(agents, among or nobody)] if agents else [*product(among or nobody, nobody)]


def write(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]], delimiter: str, *, header: bool = True) -> bytes:
    """Rows as UTF-8, below their header if there is to be one; no cell is a formula, none holds a tab or a line's end.

    Raises `ValueError` where a row has a cell that is none of the columns.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, delimiter=delimiter, lineterminator="\n")
    if header:
        writer.writeheader()
    for row in rows:
        writer.writerow({column: " ".join(safe(cell).split()) for column, cell in row.items()})
    return out.getvalue().encode("utf-8", "replace")


def _where(named: Sequence[Place], places: Mapping[str, Place]) -> Where:
    if not named:
        return Where(None)
    place = named[0]
    chain = [place, *(places[iri] for iri in place.within if iri in places)]
    city, province = (next((each.name for each in chain if each.kind == kind), "") for kind in ("city", "region"))
    return Where(place, city, province, tables.country(place.country, "name"))
