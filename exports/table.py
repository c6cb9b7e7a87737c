"""CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read it as such): one row an event, in date order.

Every event has a row, whatever its `status`; who counts rows filters by `happened` first.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dateline.exports import Export, evidence
from dateline.graph.model import Actor, Document, Event, Place, Range
from dateline.graph.results.tables import defused

Value = str | int | float | date
Cell = Value | None

TYPES: dict[str, type[Value]] = {
    "id": str,
    "happened": bool,
    "status": str,
    "date": str,
    "begin_earliest": date,
    "begin_latest": date,
    "end_earliest": date,
    "end_latest": date,
    "type": str,
    "subtype": str,
    "label": str,
    "agents": str,
    "patients": str,
    "participants": str,
    "place": str,
    "country": str,
    "lat": float,
    "lon": float,
    "count_min": int,
    "count_max": int,
    "fatalities_min": int,
    "fatalities_max": int,
    "injured_min": int,
    "injured_max": int,
    "crowd_min": int,
    "crowd_max": int,
    "arrested_min": int,
    "arrested_max": int,
    "votes_for": int,
    "votes_against": int,
    "votes_abstain": int,
    "outcome": str,
    "confidence": float,
    "sources": str,
    "quote": str,
}
"""Column -> type of its values; `date` is EDTF; the four date columns bound begin and end, both days included; names
are joined by "; "."""
COLUMNS = list(TYPES)

RANGES = ("count", "fatalities", "injured", "crowd", "arrested")


def render(export: Export) -> bytes:
    """The table of all events."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(export):
        writer.writerow([safe(cell) for cell in row])
    return codecs.BOM_UTF8 + out.getvalue().encode("utf-8", "replace")


def rows(export: Export) -> Iterator[list[Cell]]:
    """A row of values an event, each of the type that `COLUMNS` tells or `None`."""
    timeline = export.timeline
    documents, actors, places = evidence.documents(timeline), evidence.actors(timeline), evidence.places(timeline)
    for event in timeline.events:
        yield list(_row(event, documents, actors, places))


def safe(cell: Cell) -> str:
    """The cell as text that no spreadsheet takes for a formula: an apostrophe goes before what might be one.

    Numbers are left alone, a minus before them is harmless.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return repr(cell)
    return defused(str(cell).replace("\x00", ""))


def _row(
    event: Event, documents: Mapping[str, Document], actors: Mapping[str, Actor], places: Mapping[str, Place]
) -> Iterator[Cell]:
    place = next((places[iri] for iri in event.places if iri in places), None)
    figures = event.figures
    yield from (event.id, event.happened, event.status, event.date)
    yield from (event.begin.earliest, event.begin.latest, event.end.earliest, event.end.latest)
    yield from (event.type, event.subtype, event.label)
    for role in (event.agents, event.patients, event.participants):
        yield _joined(actors[iri].name for iri in role if iri in actors)
    yield from (place.name, place.country, place.lat, place.lon) if place else (None,) * 4
    for name in RANGES:
        value: Range | None = getattr(figures, name)
        yield from (value.min, value.max) if value else (None, None)
    yield from (figures.votes_for, figures.votes_against, figures.votes_abstain, figures.outcome)
    yield event.confidence
    yield _joined(dict.fromkeys(evidence.name_of(documents[iri]) for iri, _ in event.claims if iri in documents))
    yield evidence.first_quote(event, documents)


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names)
