"""Storylines: the events that hang together with one, by what documents relate, by who acts, where and when.

Two events are tied where a document relates them, where a person or body is in both within `MONTH` days, where a group
("dockers") is in both in one town within as many, or where both are in one town within `WEEK` days. Who or where is in
more events than `hub` allows ties nothing: a government would else tie all that happens in its country.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dateline.graph.model import Event, RelationType, Timeline
from dateline.graph.resolve.places import COARSE

MONTH = 31
WEEK = 7
RELATED: dict[RelationType, str] = {
    "before": "told as one before the other",
    "includes": "told as one within the other",
    "simultaneous": "told as at one time",
    "causes": "told as one causing the other",
    "part_of": "told as part of the other",
}
"""What a document's relation is called, in the forms that a timeline holds."""

Ties = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event of a storyline, and in words what ties it to those before it in the story, else to those after."""

    event: Event
    tied_by: tuple[str, ...]


def storyline(timeline: Timeline, start: Event) -> tuple[Chapter, ...]:
    """The events tied to `start`, or to one that is, in the order of the timeline; only what happened, and `start`."""
    ties = _ties(timeline)
    reached, ahead = {start.id}, [start.id]
    while ahead:
        new = ties[ahead.pop()].keys() - reached
        reached |= new
        ahead += sorted(new)
    chapters = []
    told: set[str] = set()
    for event in timeline.events:
        if event.id in reached:
            tied = ties[event.id].keys()
            others = tied & told or (tied & reached if event.id != start.id else set())
            why = [word for iri in sorted(others) for word in ties[event.id][iri]]
            chapters.append(Chapter(event, tuple(dict.fromkeys(why))))
            told.add(event.id)
    return tuple(chapters)


def hub(events: int) -> int:
    """In how many of so many events an actor or town may be and still tie them."""
    return max(12, events // 10)


def _ties(timeline: Timeline) -> Ties:
    happened = {event.id: event for event in timeline.events if event.happened and event.type != "State"}
    actors = {each.id: each.name for each in timeline.actors if each.kind in ("Person", "Organization")}
    groups = {each.id: each.name for each in timeline.actors if each.kind == "Group"}
    towns = {each.id: each.name for each in timeline.places if each.kind not in COARSE}
    found: Ties = defaultdict(lambda: defaultdict(list))

    def tie(one: str, other: str, why: str) -> None:
        found[one][other].append(why)
        found[other][one].append(why)

    for relation in timeline.relations:
        if relation.source in happened and relation.target in happened:
            tie(relation.source, relation.target, RELATED[relation.type])
    for names, most in ((actors, MONTH), (groups, MONTH), (towns, WEEK)):
        shared: dict[str, list[Event]] = defaultdict(list)
        for event in happened.values():
            for iri in {*event.agents, *event.patients, *event.participants, *event.places} & names.keys():
                shared[iri].append(event)
        for iri in sorted(shared):
            if len(shared[iri]) <= hub(len(happened)):
                for one, other in combinations(shared[iri], 2):
                    one_town = not towns.keys().isdisjoint({*one.places} & {*other.places})
                    if _near(one, other, most) and (names is not groups or one_town):
                        tie(one.id, other.id, names[iri])
    return found


def _near(one: Event, other: Event, most: int) -> bool:
    a, b = _day(one), _day(other)
    return a is not None and b is not None and abs((a - b).days) <= most


def _day(event: Event) -> date | None:
    return event.begin.earliest or event.begin.latest
