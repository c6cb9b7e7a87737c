"""ACLED (codebook 2023), in the columns of its data export: comma-separated, one row an event.

ACLED dates an event that lies within a week or a month to the middle of that time and says so in `time_precision`; an
event that lies within no month stays out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from dateline.exports import Export, evidence
from dateline.exports.codebooks.rows import Coded, coded, write
from dateline.exports.codebooks.tables import country, role
from dateline.exports.table import Cell
from dateline.graph.model import Actor

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)

DISORDER = {
    "Protests": "Demonstrations",
    "Riots": "Political violence; Demonstrations",
    "Strategic developments": "Strategic developments",
}
"""ACLED's type of disorder by its event type; all others are political violence."""

AIMED = ("Violence against civilians", "Explosions/Remote violence", "Riots")
"""Event types that can be aimed at civilians."""

WEEK, MONTH = 7, 31
GEO_PRECISION = {"point": 1, "city": 1, "region": 3, "country": 3}
"""1 is a town, 3 a larger region."""


def render(export: Export) -> bytes:
    """Events within a month that ACLED has a type for."""
    actors = evidence.actors(export.timeline)
    rows = ((each, dated) for each in coded(export, "acled") if (dated := _dated(each)))
    return write(COLUMNS, (_row(each, *dated, actors) for each, dated in rows), ",")


def _dated(each: Coded) -> tuple[date, int] | None:
    """The day to give, and how precise it is: 1 that day, 2 within a week, 3 within a month."""
    first, last = each.event.begin.earliest, each.event.begin.latest
    if first is None or last is None or (last - first).days >= MONTH:
        return None
    days = (last - first).days
    return first + timedelta(days=days // 2), 1 if days == 0 else 2 if days < WEEK else 3


def _row(each: Coded, day: date, precision: int, actors: Mapping[str, Actor]) -> dict[str, Cell]:
    event, where, place = each.event, each.where, each.where.place
    type_ = each.code.top.name
    ones = [actors[iri] for iri in event.agents or event.participants[:1] if iri in actors]
    others = [actors[iri] for iri in event.patients or event.participants if iri in actors and actors[iri] not in ones]
    inter = [_kind(ones[:1], type_), _kind(others[:1], "")]
    dead = event.figures.fatalities
    cells: dict[str, Cell] = {
        "event_id_cnty": each.key,
        "event_date": day,
        "year": day.year,
        "time_precision": precision,
        "disorder_type": DISORDER.get(type_, "Political violence"),
        "event_type": type_,
        "sub_event_type": each.code.name if each.code.above else None,
        "inter1": inter[0],
        "inter2": inter[1],
        "interaction": "-".join(filter(None, inter)),
        "civilian_targeting": "Civilian targeting" if type_ in AIMED and inter[1] == "Civilians" else None,
        "iso": country(place.country, "numeric").lstrip("0") if place else None,
        "country": where.country,
        "admin1": where.province,
        "location": where.city or (place.name if place else None),
        "latitude": where.lat,
        "longitude": where.lon,
        "geo_precision": GEO_PRECISION.get(place.kind) if place else None,
        "source": each.publishers,
        "notes": each.quote,
        "fatalities": dead.min if dead else None,
    }
    cells |= _side(1, ones) | _side(2, others)
    return cells


def _side(number: int, actors: Sequence[Actor]) -> dict[str, Cell]:
    names = [actor.name for actor in actors]
    return {f"actor{number}": "; ".join(names[:1]), f"assoc_actor_{number}": "; ".join(names[1:])}


def _kind(actors: Sequence[Actor], type_: str) -> str:
    """ACLED's kind of the first actor: who protests is a protester, whatever else they are."""
    if not actors:
        return ""
    kind = role(actors[0].sector, "acled")
    crowds = {"Protests": "Protesters", "Riots": "Rioters"}
    return kind if kind == "State forces" else crowds.get(type_, kind)
