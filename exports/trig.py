"""TriG 1.1: both layers, first what all documents say together, then each document's own graph."""

from __future__ import annotations

from dateline.exports import Export, turtle
from dateline.exports.statements import Names, by_subject, merged, told


def render(export: Export) -> bytes:
    """The default graph as in Turtle, then the graphs of the documents by IRI."""
    names = Names.under(export.base)
    blocks = [turtle.block(subject, pairs, names) for subject, pairs in by_subject(merged(export), export.base)]
    for graph, quads in told(export):
        inner = "\n\n".join(turtle.block(subject, pairs, names) for subject, pairs in by_subject(quads, export.base))
        blocks.append(f"GRAPH {names.short(graph.value) or graph} {{\n{inner}\n}}")
    return turtle.document(names, blocks)
