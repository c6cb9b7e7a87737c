"""What a change of a few documents changes in the merged layer, found from their neighbourhood alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Quad

from dateline.graph.model import Actor, Event, Relation, Timeline
from dateline.graph.naming import Names
from dateline.graph.rdf import timeline_quads
from dateline.graph.renewal.actors import Players
from dateline.graph.renewal.events import put_together
from dateline.graph.renewal.index import Index
from dateline.graph.renewal.layer import Layer
from dateline.graph.renewal.near import Alike, Near, Places
from dateline.graph.renewal.places import renewed
from dateline.graph.renewal.shares import facts
from dateline.graph.resolve import relations
from dateline.graph.resolve.events import merge
from dateline.graph.resolve.wholes import parts
from dateline.graph.store.interface import Store


@dataclass(frozen=True)
class Delta:
    """Quads of the default graph that go, and that come."""

    gone: frozenset[Quad]
    come: frozenset[Quad]


def delta(store: Store, index: Index, changed: Mapping[str, Names | None], hashes: Mapping[str, str]) -> Delta:
    """What changes in the merged layer where these documents do: `changed` gives by IRI what is there now, if anything.

    The store holds the documents as they are now, and the merged layer of before; `index` the documents of before, and
    afterwards those of now (not yet for good), under `hashes`.
    """
    layer, base = Layer(store), store.base
    gone, gone_actors = index.things(changed), index.actors(changed)
    names = {name for fact in index.facts(set(gone.values())).values() for name in fact.names}
    names |= {name for new in changed.values() if new for fact in facts(new).values() for name in fact.names}
    before = Alike(index)
    before.load(names)
    for document, new in changed.items():
        index.drop(document)
        if new:
            index.put(new, hashes[document])
    alike = Alike(index)
    alike.load(names)
    parted = index.members(_parted(before, alike))
    placed = renewed(index, layer, alike, changed, base)
    places = Places(layer)
    places.update(placed.places)
    near = Near(layer, index, alike, places, placed.place_of, base)

    touched = {*(document for document, new in changed.items() if new), *index.documents_of({*placed.moved, *parted})}
    seeds = {iri: one for document in touched for iri, one in near.told(document).items()}
    involved = {*gone_actors, *index.actors(changed), *parted}
    made = put_together(layer, index, near, Players(index, layer, alike, base), places, changed, seeds, involved)
    index.untie(made.untied)
    index.tie(made.acting.ties)
    actor_of = _Merged(layer, made.acting.actor_of)
    events = [merge(group, reasons, actor_of, places, base) for group, reasons in made.groups]
    part_of = parts([*made.claims.values()], made.pairs, places)
    timeline = Timeline(
        documents=tuple((document, new.record.document) for document, new in changed.items() if new),
        actors=tuple(made.acting.actors),
        places=tuple(placed.places.values()),
        events=tuple(events),
        relations=_relations(layer, near, events, {one.document for one in made.claims.values()}, part_of),
    )
    old = {*changed, *made.acting.old, *placed.old, *made.old}
    old |= {merged for iri in gone if (merged := layer.merged(iri))}
    before_quads, now = layer.about(old) | layer.related(made.old), set(timeline_quads(timeline))
    return Delta(frozenset(before_quads - now), frozenset(now - before_quads))


def _relations(
    layer: Layer, near: Near, events: Iterable[Event], documents: Iterable[str], part_of: Mapping[str, str]
) -> tuple[Relation, ...]:
    """The relations that these events, which are told by these documents, have to any."""
    event_of = {claim.id: event for event in events for _, claim in event.claims}
    own = {event.id for event in event_of.values()}
    told_by = sorted(documents)
    others = {iri for document in told_by for iri in near.told(document)} - event_of.keys()
    event_of |= {iri: _stub(layer, iri) for iri in others}
    found = relations((near.names[document] for document in told_by), event_of, part_of)
    return tuple(each for each in found if own & {each.source, each.target})


def _parted(before: Alike, now: Alike) -> set[int]:
    """Facts of actors that are one with others now than before, apart from those that came or went."""
    stayed = before.facts.keys() & now.facts.keys()
    actors = (fact for fact in stayed if isinstance(now.facts[fact].like, Actor))
    return {fact for fact in actors if before.same(fact) & stayed != now.same(fact) & stayed}


class _Merged(dict[str, str]):
    """The merged actor of each document's own: the new, else the one of before."""

    def __init__(self, layer: Layer, new: Mapping[str, str]) -> None:
        super().__init__(new)
        self._layer = layer

    def __missing__(self, iri: str) -> str:
        merged = self._layer.merged(iri)
        if merged is None:
            raise KeyError(iri)
        return merged


def _stub(layer: Layer, claim: str) -> Event:
    """The event of a claim that stays as it is, as far as relations go by it."""
    iri = layer.event(claim)
    assert iri is not None, f"{claim} is of no event"
    return Event(iri, "", None, "", "Actual", begin=layer.begin(iri))
