"""A timeline as networkx graphs: who, what and where with roles as edges, and actors joined by the events they share.

Nodes are IRIs, added in a stable order, so that whatever is computed on a graph is the same on every run. Only events
that are reported as happened count: a rumour makes no tie.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

import networkx as nx

from dateline.graph.model import Event, Timeline


def network(timeline: Timeline) -> nx.MultiDiGraph:
    """Actors, places and happened events as nodes with `kind` and `label`; edges with `role`.

    Edges run from agents and participants to the event and from the event to patients and places, keyed by role;
    relations run from event to event, keyed by their type.
    """
    graph = nx.MultiDiGraph()
    for actor in timeline.actors:
        graph.add_node(actor.id, kind="actor", label=actor.name)
    for place in timeline.places:
        graph.add_node(place.id, kind="place", label=place.name)
    for event in _happened(timeline):
        graph.add_node(event.id, kind="event", label=event.label, type=event.subtype or event.type, date=event.date)
        for role, ids in (("agent", event.agents), ("participant", event.participants)):
            graph.add_edges_from((id_, event.id, role, {"role": role}) for id_ in ids)
        for role, ids in (("patient", event.patients), ("place", event.places)):
            graph.add_edges_from((event.id, id_, role, {"role": role}) for id_ in ids)
    for relation in timeline.relations:
        if relation.source in graph and relation.target in graph:
            graph.add_edge(relation.source, relation.target, relation.type, role=relation.type)
    return graph


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
