"""Places of all records: merged by link, or by name and country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.graph.model import Place
from dateline.graph.naming import Names
from dateline.graph.rdf.normal import by_fineness
from dateline.graph.resolve.identity import Thing, identify, most_common, same_name, still_open, tell_apart
from dateline.graph.vocabulary import content_key, mint

COARSE = frozenset({"country", "continent"})
"""Kinds too wide to tell one event or story from another."""


def resolve_places(names: Sequence[Names], base: str) -> tuple[tuple[Place, ...], dict[str, str]]:
    """The merged places, and for the IRI of each record's place that of the merged one."""
    local = {name.places[place.id].value: place for name in names for place in name.record.places}
    within = {
        name.places[place.id].value: tuple(name.places[id_].value for id_ in place.within)
        for name in names
        for place in name.record.places
    }
    groups = identify([place_thing(iri, place) for iri, place in local.items()]).sets()
    merged = one_each(groups, local, base)
    place_of = {member: place.id for place in merged for member in place.members}
    bare = {place.id: lying(place, within, place_of) for place in merged}
    ordered = (replace(place, within=by_fineness(place.within, bare)) for place in bare.values())
    return tuple(sorted(ordered, key=lambda place: place.id)), place_of


def one_each(groups: Iterable[Sequence[str]], local: Mapping[str, Place], base: str) -> list[Place]:
    """The place that each group of the IRIs of `local` is, not yet within others."""
    return tell_apart([_merged(members, [local[iri] for iri in members], base) for members in groups], base, "place")


def lying(place: Place, within: Mapping[str, Sequence[str]], place_of: Mapping[str, str]) -> Place:
    """A merged place with the merged places that lie around it, in no order."""
    around = {place_of[iri] for member in place.members for iri in within[member]}
    return replace(place, within=tuple(around - {place.id}))


def place_thing(iri: str, place: Place) -> Thing:
    """A place of one record as far as its identity goes."""
    return Thing(iri, "place", frozenset({same_name(place.name)}), place.country, frozenset(place.links))


def _merged(members: Sequence[str], places: Sequence[Place], base: str) -> Place:
    name = most_common(place.name for place in places)
    kind = most_common(place.kind for place in places)
    countries = [place.country for place in places if place.country]
    links = tuple(sorted({link for place in places for link in place.links}))
    points = sorted((p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None)
    lat, lon = points[len(points) // 2] if points else (None, None)
    country = most_common(countries) if countries else None
    return Place(
        id=mint(base, "place", content_key(name, kind, country, links[0] if links else (lat, lon))).value,
        name=name,
        kind=kind,
        country=country,
        lat=lat,
        lon=lon,
        links=links,
        members=tuple(sorted(members)),
        could_be=still_open(places),
    )


def related(one: str, other: str, places: Mapping[str, Place]) -> bool:
    """Whether one place is the other, or lies within it; in a country lies whatever has its code."""
    if one == other or other in places[one].within or one in places[other].within:
        return True
    a, b = places[one], places[other]
    return "country" in (a.kind, b.kind) and a.kind != b.kind and a.country is not None and a.country == b.country
