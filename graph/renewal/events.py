"""The events that a change of some documents puts together anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.graph.model import Place
from dateline.graph.renewal.actors import Players, Renewed, own_actors
from dateline.graph.renewal.index import Index
from dateline.graph.renewal.layer import Layer
from dateline.graph.renewal.near import Near
from dateline.graph.resolve.claims import Told
from dateline.graph.resolve.cluster import Group, Reasons, cluster


@dataclass(frozen=True)
class Anew:
    """All `claims` of the events that are put together anew, by IRI, the `pairs` of them that may be one, the `groups`
    that they make; `old` are the events that these take the place of, `untied` the least IRIs of the claims of each;
    `acting` are the actors."""

    claims: Mapping[str, Told]
    pairs: Collection[tuple[str, str]]
    groups: Sequence[tuple[Group, Reasons]]
    old: Collection[str]
    untied: Collection[str]
    acting: Renewed


def put_together(
    layer: Layer,
    index: Index,
    near: Near,
    players: Players,
    places: Mapping[str, Place],
    changed: Mapping[str, object],
    seeds: Mapping[str, Told],
    involved: Collection[str],
) -> Anew:
    """Put together the claims `seeds`, and all that may be one with them, or was.

    Claims outside are joined as before: none of them may be one with a claim inside, and their events hold none of
    these. `changed` gives for the IRIs of documents what is there now, if anything; `involved` are actors of documents
    that come or go, or are others now.
    """
    old = {event for document in changed for event in layer.events(document)}
    seeds = {**seeds, **_left(layer, near, old, changed)}
    while True:
        claims, pairs = near.together(seeds.values())
        old |= {event for iri in claims if (event := layer.event(iri))}
        more = {iri: one for iri, one in _left(layer, near, old, changed).items() if iri not in claims}
        if more:
            seeds |= more
            continue
        groups = cluster(list(claims.values()), pairs, places, {}, {})
        untied = {min(layer.claims(event)) for event in old}
        acting = players.renewed({min(one.iri for one in group): group for group, _ in groups}, untied, involved)
        more = {
            one.iri: one
            for document in index.documents_of(acting.moved)
            for one in near.told(document).values()
            if one.iri not in claims and not own_actors(one).isdisjoint(acting.moved)
        }
        if not more:
            return Anew(claims, pairs, groups, old, untied, acting)
        seeds |= more


def _left(layer: Layer, near: Near, events: Iterable[str], changed: Mapping[str, object]) -> dict[str, Told]:
    """What is still told of the claims of these events, and of the events that were part of one of them."""
    found: dict[str, Told] = {}
    for event in {*events, *(part for whole in events for part in layer.parts(whole))}:
        documents = (document for document in layer.documents(event) if changed.get(document, True))
        told = {iri: one for document in documents for iri, one in near.told(document).items()}
        found |= {iri: told[iri] for iri in layer.claims(event) if iri in told}
    return found
