"""TriG 1.1: both layers, first what all documents say together, then each document's own graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.exports import Export
from dateline.exports.statements import Names, merged, told
from dateline.exports.turtle import NOTE, blocks, document


def render(export: Export) -> bytes:
    """The default graph as in Turtle, then the graphs of the documents by IRI, phrases by their offsets alone."""
    names = Names.under(export.base)
    return document(names, [NOTE, *blocks(merged(export), names, export.base), *_graphs(export, names)])


def _graphs(export: Export, names: Names) -> Iterator[str]:
    for graph, quads in told(export):
        inside = "\n\n".join(blocks(quads, replace(names, relative_to=graph.value), export.base))
        yield f"@base {graph} .\n\nGRAPH {names.short(graph.value) or graph} {{\n{inside}\n}}"
