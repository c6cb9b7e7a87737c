"""GraphML and GEXF through networkx: the network of `graph/network.py` as a file."""

from __future__ import annotations

import io
from xml.etree.ElementTree import tostring

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from dateline.exports import Export
from dateline.graph.model import Timeline
from dateline.graph.network import network
from dateline.graph.results.markup import ILLEGAL


def graphml(export: Export) -> bytes:
    """GraphML 1.0."""
    out = io.BytesIO()
    nx.write_graphml_xml(_network(export.timeline), out)
    return out.getvalue() + b"\n"


def gexf(export: Export) -> bytes:
    """GEXF 1.2draft, without the day of writing that networkx puts in."""
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(_network(export.timeline))
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.indent(writer.xml)
    return bytes(tostring(writer.xml, encoding="utf-8", xml_declaration=True)) + b"\n"


def _network(timeline: Timeline) -> nx.MultiDiGraph:
    """The timeline's network, without what XML cannot hold."""
    graph = network(timeline)
    for _, values in graph.nodes(data=True):
        values.update({key: ILLEGAL.sub("", value) for key, value in values.items() if isinstance(value, str)})
    return graph
