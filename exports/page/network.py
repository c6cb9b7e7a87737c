"""The page's network, built with pyvis: events, actors and places as nodes, roles as edges.

Node ids are whole numbers in one row: events in date order, then actors, then places that some event names.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pyvis
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from dateline.exports.page import layout
from dateline.exports.page.clean import label
from dateline.graph.errors import OutputError
from dateline.graph.model import Actor, Event, Place, Timeline
from dateline.graph.network import ties

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "keyboard": False, "tooltipDelay": 3600000, "multiselect": False},
    "edges": {"smooth": False, "arrows": {"to": {"scaleFactor": 0.6}}, "selectionWidth": 2, "hoverWidth": 1},
}
UNDIRECTED = frozenset({"participant", "place", "simultaneous"})


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: `network` in pyvis' terms, and the things its nodes stand for, in the order of their ids."""

    network: Network
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


def build(timeline: Timeline) -> Shown:
    """The network of `timeline`; actors and places without an event are left out.

    Nodes and edges are put into pyvis' own lists: `add_node` and `add_edge` search all that is there on every call,
    so that ten thousand of them take seconds.
    """
    found = list(ties(timeline))
    named = {end for source, target, _ in found for end in (source, target)}
    actors = tuple(actor for actor in timeline.actors if actor.id in named)
    places = tuple(place for place in timeline.places if place.id in named)
    things: tuple[Event | Actor | Place, ...] = (*timeline.events, *actors, *places)
    number = {thing.id: i for i, thing in enumerate(things)}
    points = layout.positions(len(things), ((number[source], number[target]) for source, target, _ in found))

    network = Network(directed=True)
    network.set_options(json.dumps(OPTIONS))
    for i, (thing, (x, y)) in enumerate(zip(things, points, strict=True)):
        words = thing.label if isinstance(thing, Event) else thing.name
        network.nodes.append(Node(i, "custom", label(words), group=type(thing).__name__.lower(), x=x, y=y).options)
        network.node_ids.append(i)
    for source, target, role in found:
        arrows = "" if role in UNDIRECTED else "to"
        network.edges.append(Edge(number[source], number[target], True, arrows=arrows, role=role).options)
    return Shown(network, timeline.events, actors, places)


def script() -> str:
    """The source of vis-network as pyvis ships it.

    Raises `OutputError` where this pyvis comes without it.
    """
    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    found = sorted(folder.glob("vis-*/vis-network.min.js"))
    if not found:
        raise OutputError(f"pyvis ships no vis-network under {folder}; install pyvis 0.3.2")
    return found[-1].read_text(encoding="utf-8")
