"""The places that a change of some documents puts together anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dateline.graph.model import Place
from dateline.graph.renewal.index import Index
from dateline.graph.renewal.layer import Layer
from dateline.graph.renewal.near import Alike
from dateline.graph.resolve.places import lying, one_each


@dataclass(frozen=True)
class Renewed:
    """`places` as they are now, by IRI; `place_of` gives that of a document's own; `moved` are the documents' own
    whose place is another, or told otherwise; `old` the IRIs of the places before."""

    places: Mapping[str, Place]
    place_of: Mapping[str, str]
    moved: Collection[str]
    old: Collection[str]


def renewed(index: Index, layer: Layer, alike: Alike, changed: Collection[str], base: str) -> Renewed:
    """Put together all places that `alike` knows, and those that lie in one that is now another.

    `changed` are the documents that come and go.
    """
    while True:
        known = len(alike.facts)
        made = _made(index, layer, alike, changed, base)
        if len(alike.facts) == known:
            return made


def _made(index: Index, layer: Layer, alike: Alike, changed: Collection[str], base: str) -> Renewed:
    facts = {id_: fact.like for id_, fact in alike.facts.items() if isinstance(fact.like, Place)}
    members = index.members(facts)
    sets: dict[int | None, list[str]] = {}
    for iri, fact in sorted(members.items()):
        sets.setdefault(alike.one(fact), []).append(iri)
    within = index.around(members)
    bare = one_each(sets.values(), {iri: facts[fact] for iri, fact in members.items()}, base)
    place_of = {member: place.id for place in bare for member in place.members}
    outside = {iri for around in within.values() for iri in around} - place_of.keys()
    known = place_of | {iri: merged for iri in outside if (merged := layer.merged(iri))}
    places = {place.id: lying(place, within, known) for place in bare}
    own = index.things(changed)
    by_fact: dict[int, list[str]] = {}
    for iri, fact in members.items():
        if iri not in own:
            by_fact.setdefault(fact, []).append(iri)
    moved: set[str] = set()
    old: set[str] = set()
    for stayed in by_fact.values():  # all of one fact had one place, and have one now
        before, now = layer.place(layer.merged(stayed[0]) or ""), places[place_of[stayed[0]]]
        old.add(before.id)
        if _told(before) != _told(now):
            alike.know(index.told_of(index.inside(stayed)).values())
        if _told(before) != _told(now) or set(before.within) != set(now.within):
            moved.update(stayed)
    return Renewed(places, place_of, moved, old)


def _told(place: Place) -> tuple[str, str, str, str | None]:
    return place.id, place.name, place.kind, place.country
