"""GraphML and GEXF through networkx: events, actors and places as nodes, roles as directed edges.

Nodes carry `kind`: "actor", "place", "event", or "unrealised" for an event that no source reports as done (see
`status`), so that none is counted as a fact by mistake. Values are plain strings and numbers; unknown ones are absent.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import tostring

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from dateline.exports import Export
from dateline.graph.model import Event, Timeline

Value = str | int | float
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(export: Export) -> bytes:
    """GraphML 1.0."""
    out = io.BytesIO()
    nx.write_graphml_xml(network(export.timeline), out)
    return out.getvalue() + b"\n"


def gexf(export: Export) -> bytes:
    """GEXF 1.2draft, without the day of writing that networkx puts in."""
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(network(export.timeline))
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.indent(writer.xml)
    return bytes(tostring(writer.xml, encoding="utf-8", xml_declaration=True)) + b"\n"


def network(timeline: Timeline) -> nx.MultiDiGraph:
    """The timeline as a graph; edges run from agents to events, from events to patients and places."""
    graph = nx.MultiDiGraph()
    for actor in timeline.actors:
        graph.add_node(
            actor.id,
            **_plain(kind="actor", label=actor.name, type=actor.kind, country=actor.country, sector=actor.sector),
        )
    for place in timeline.places:
        graph.add_node(
            place.id,
            **_plain(
                kind="place", label=place.name, type=place.kind, country=place.country, lat=place.lat, lon=place.lon
            ),
        )
    for event in timeline.events:
        graph.add_node(event.id, **_event(event))
    for source, target, role in edges(timeline):
        graph.add_edge(source, target, key=role, label=role)
    return graph


def edges(timeline: Timeline) -> Iterator[tuple[str, str, str]]:
    """(from, to, role) of every tie, in a stable order; ends that the timeline does not hold are left out."""
    known = {each.id for group in (timeline.actors, timeline.places, timeline.events) for each in group}
    for event in timeline.events:
        ties = (
            *((iri, event.id, "agent") for iri in event.agents),
            *((event.id, iri, "patient") for iri in event.patients),
            *((iri, event.id, "participant") for iri in event.participants),
            *((event.id, iri, "place") for iri in event.places),
        )
        yield from (tie for tie in ties if tie[0] in known and tie[1] in known)
    for relation in timeline.relations:
        if relation.source in known and relation.target in known:
            yield relation.source, relation.target, relation.type


def _event(event: Event) -> dict[str, Value]:
    return _plain(
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


def _plain(**values: Value | None) -> dict[str, Value]:
    """Known values only, without the characters that XML 1.0 forbids."""
    return {
        key: _NOT_XML.sub("", value) if isinstance(value, str) else value
        for key, value in values.items()
        if value is not None
    }
