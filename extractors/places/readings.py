"""Toponyms read: a name to show, coordinates, a link; the parts of lands and the sites within towns included."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.extractors.countries import countries
from dateline.extractors.places import gazetteer
from dateline.extractors.places.gazetteer import Candidate
from dateline.extractors.places.names import fold
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.places.words import SITES

REGION_RADIUS = 100.0
"""Kilometres from the middle of a first-level region to its border, about."""
SHIFT = 0.35
"""How far out the middle of "the north" lies, in radii of a circle as large as the land."""
DEGREE = 111.2
"""Kilometres in a degree of latitude."""

Identity = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of one place of the text; `identity` is equal for toponyms of the same place.

    `base` is the candidate that the place is or, for parts and sites, that it lies in. `written` is the name as the
    text has it here.
    """

    identity: Identity
    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    link: str | None = None
    base: Candidate | None = None
    written: str = ""


def read(toponyms: Sequence[Toponym], places: Sequence[Candidate | None]) -> tuple[Reading, ...]:
    """One reading for each toponym, in order."""
    return tuple(_as_written(toponyms[n], _read(toponyms, places, n)) for n in range(len(toponyms)))


def _as_written(each: Toponym, reading: Reading) -> Reading:
    part = f"{each.part} " if reading.identity[0] == "part" else ""
    return replace(reading, written=part + (each.name if each.name in _capitals() else _shown(each.name)))


@cache
def _capitals() -> frozenset[str]:
    """Names of states that are written in capitals: "USSR"."""
    return frozenset(name for land in countries() for name in land.names if name.isupper())


def _read(toponyms: Sequence[Toponym], places: Sequence[Candidate | None], n: int) -> Reading:
    each, place = toponyms[n], places[n]
    if place and each.part and place.level in {"country", "admin1"} and (moved := _part(each, place)):
        return moved
    if place:
        official = place.own or place.level == "country" or each.name in gazetteer.abbreviations()
        name = place.name if official else _shown(each.name)
        identity = ("place", place.link or f"{place.name} {place.country} {place.lat}")
        return Reading(identity, name, place.kind, place.country, place.lat, place.lon, place.link, place)
    outer = places[each.around] if each.around is not None else None
    if each.hint in SITES:
        return _site(each, outer)
    kind = "region" if each.hint in {"region", "county"} else "city"
    country = outer.country if outer else each.land
    return Reading(("unknown", fold(each.name), country or ""), _shown(each.name), kind, country)


def _part(each: Toponym, place: Candidate) -> Reading | None:
    """A part of a land, its middle set off from the land's own."""
    north = _sign(each.part, "north", "south")
    east = _sign(each.part, "east", "west")
    away = SHIFT * _radius(place) / math.hypot(north or east, east or north) if north or east else 0.0
    lat = round(place.lat + north * away / DEGREE, 2)
    lon = round(place.lon + east * away / (DEGREE * math.cos(math.radians(place.lat))), 2)
    name = f"{each.part} {place.name if place.exact else each.name}"
    return Reading(("part", fold(name)), name, "area", place.country, lat, lon, None, place)


def _sign(word: str, plus: str, minus: str) -> int:
    return (plus in word) - (minus in word)


def _radius(place: Candidate) -> float:
    if place.level == "country" and place.country:
        return math.sqrt(gazetteer.grounds()[place.country].area / math.pi)
    return REGION_RADIUS


def _site(each: Toponym, outer: Candidate | None) -> Reading:
    """A site is where its town is; without one it stays unlocated."""
    kind = {"water": "water", "land": "area"}.get(each.hint, "point")
    country = outer.country if outer else None
    identity = ("site", fold(each.name), outer.link or "" if outer else "")
    if outer and outer.kind in {"city", "point"}:
        return Reading(identity, _shown(each.name), kind, country, outer.lat, outer.lon, None, outer)
    return Reading(identity, _shown(each.name), kind, country, base=outer)


def _shown(name: str) -> str:
    """A name set in capitals, as in headlines and datelines, in the usual letters."""
    return name.title() if name.isupper() and len(name) > 3 else name
