"""A timeline as networkx graphs: who, what and where with roles as edges, and actors joined by the events they share.

Nodes are IRIs, added in a stable order, so that whatever is computed on a graph is the same on every run. Actors are
joined only by events that are reported as happened: a rumour makes no tie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

import networkx as nx

from dateline.graph.model import Event, Timeline

Value = str | int | float


def network(timeline: Timeline) -> nx.MultiDiGraph:
    """Actors, places and events as nodes, with `kind`, `label` and what else is known of them; edges with `label`.

    `kind` is "actor", "place", "event", or "unrealised" for an event that no source reports as done (see `status`), so
    that none is counted as a fact by mistake. Values are plain strings and numbers; unknown ones are absent. Edges are
    `ties`, keyed by role.
    """
    graph = nx.MultiDiGraph()
    for actor in timeline.actors:
        values = {"kind": "actor", "label": actor.name, "type": actor.kind}
        graph.add_node(actor.id, **_known(**values, country=actor.country, sector=actor.sector))
    for place in timeline.places:
        values = {"kind": "place", "label": place.name, "type": place.kind}
        graph.add_node(place.id, **_known(**values, country=place.country, lat=place.lat, lon=place.lon))
    for event in timeline.events:
        graph.add_node(event.id, **_event(event))
    for source, target, role in ties(timeline):
        graph.add_edge(source, target, key=role, label=role)
    return graph


def ties(timeline: Timeline) -> Iterator[tuple[str, str, str]]:
    """(from, to, role) of every tie, in a stable order; ends that the timeline does not hold are left out.

    Agents and participants lead to the event, the event to patients and places, relations from event to event.
    """
    known = {each.id for group in (timeline.actors, timeline.places, timeline.events) for each in group}
    for event in timeline.events:
        found = (
            *((iri, event.id, "agent") for iri in event.agents),
            *((event.id, iri, "patient") for iri in event.patients),
            *((iri, event.id, "participant") for iri in event.participants),
            *((event.id, iri, "place") for iri in event.places),
        )
        yield from (tie for tie in found if tie[0] in known and tie[1] in known)
    for relation in timeline.relations:
        if relation.source in known and relation.target in known:
            yield relation.source, relation.target, relation.type


def _event(event: Event) -> dict[str, Value]:
    return _known(
        kind="event" if event.happened else "unrealised",
        label=event.label,
        type=event.type,
        subtype=event.subtype,
        status=event.status,
        date=event.date,
        begin_earliest=_iso(event.begin.earliest),
        begin_latest=_iso(event.begin.latest),
        end_earliest=_iso(event.end.earliest),
        end_latest=_iso(event.end.latest),
        confidence=event.confidence,
        documents=len({document for document, _ in event.claims}),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _known(**values: Value | None) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value is not None}


def involved(timeline: Timeline) -> nx.Graph:
    """Actors of happened events, joined where they are in one event in whatever role.

    Nodes have `label` and `events`, how many events the actor is in; edges have `weight`, how many they share.
    """
    return _projection(timeline, lambda event: [{*event.agents, *event.patients, *event.participants}])


def together(timeline: Timeline) -> nx.Graph:
    """As `involved`, but joined only where they are on one side: both agents or taking part, or both patients."""
    return _projection(timeline, lambda event: [{*event.agents, *event.participants}, {*event.patients}])


def _projection(timeline: Timeline, sides: Callable[[Event], list[set[str]]]) -> nx.Graph:
    events = list(_happened(timeline))
    counts = Counter(id_ for event in events for id_ in {*event.agents, *event.patients, *event.participants})
    weights = Counter(pair for event in events for side in sides(event) for pair in combinations(sorted(side), 2))
    graph = nx.Graph()
    for actor in timeline.actors:
        if actor.id in counts:
            graph.add_node(actor.id, label=actor.name, events=counts[actor.id])
    for (one, other), weight in sorted(weights.items()):
        graph.add_edge(one, other, weight=weight)
    return graph


def _happened(timeline: Timeline) -> Iterator[Event]:
    return (event for event in timeline.events if event.happened)
