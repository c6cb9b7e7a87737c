"""Many records, one story: who, where and what is the same in all of them.

`resolve` is a pure function of the set of records: the order in which they come makes no difference. It merges with
reasons, and rather not than wrongly: two names are one actor by a shared link or the same full name, never by a
surname; two claims are one event only where their dates overlap and enough else agrees (`score`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.graph.corrections import Correction
from dateline.graph.model import Event, Record, Relation, RelationType, Timeline
from dateline.graph.naming import Names
from dateline.graph.rdf.normal import by_date
from dateline.graph.resolve.actors import resolve_actors
from dateline.graph.resolve.blocks import candidates
from dateline.graph.resolve.cluster import cluster
from dateline.graph.resolve.events import merge
from dateline.graph.resolve.gather import corrected, gather
from dateline.graph.resolve.wholes import parts
from dateline.graph.vocabulary import BASE

__all__ = ["corrected", "relations", "resolve"]


def resolve(records: Iterable[Record], base: str = BASE, corrections: Sequence[Correction] = ()) -> Timeline:
    """What all records say together, `corrections` applied. IRIs begin with `base`.

    Events stand in date order, undated ones last; documents, actors and places in the order of their IRIs. Ids within
    the claims of an event are IRIs of the timeline too.
    """
    found = gather(records, base, corrections)
    names = found.corrected.names
    pairs = candidates(found.claims)
    groups = cluster(found.claims, pairs, found.places, found.corrected.together, found.corrected.apart)
    actors, actor_of = resolve_actors(found.actors, found.same, [group for group, _ in groups], base)
    events = [merge(group, reasons, actor_of, found.places, base) for group, reasons in groups]
    event_of = {claim.id: event for event in events for _, claim in event.claims}
    return Timeline(
        documents=tuple(sorted((name.document.value, name.record.document) for name in names)),
        actors=actors,
        places=tuple(found.places.values()),
        events=tuple(sorted(events, key=by_date)),
        relations=relations(names, event_of, parts(found.claims, pairs, found.places)),
    )


def relations(
    names: Iterable[Names], event_of: Mapping[str, Event], part_of: Mapping[str, str]
) -> tuple[Relation, ...]:
    """Relations between events as the documents tell them, and `part_of` others, each in one direction; those told both
    ways are left out, and those that the dates of all documents together forbid."""
    found = {Relation("part_of", event_of[part].id, event_of[whole].id) for part, whole in part_of.items()}
    turned: dict[RelationType, RelationType] = {"after": "before", "during": "includes"}
    for name in names:
        for relation in name.record.relations:
            one, other = (event_of[name.claims[id_].value] for id_ in (relation.source, relation.target))
            source, target = one.id, other.id
            if not _may_be(relation.type, one, other):
                continue
            if relation.type in turned:
                found.add(Relation(turned[relation.type], target, source))
            elif relation.type == "simultaneous":
                found.add(Relation("simultaneous", min(source, target), max(source, target)))
            else:
                found.add(Relation(relation.type, source, target))
    kept = (r for r in found if r.source != r.target and Relation(r.type, r.target, r.source) not in found)
    return tuple(sorted(kept, key=lambda r: (r.source, r.target, r.type)))


def _may_be(kind: RelationType, one: Event, other: Event) -> bool:
    """Whether the dates of two events allow that one is before, after or at the time of the other."""
    if kind == "before":
        return not _later(one, other)
    if kind == "after":
        return not _later(other, one)
    return kind != "simultaneous" or not (_later(one, other) or _later(other, one))


def _later(one: Event, other: Event) -> bool:
    """Whether one event begins on a later day than the other in any case."""
    return bool(one.begin.earliest and other.begin.latest and one.begin.earliest > other.begin.latest)
