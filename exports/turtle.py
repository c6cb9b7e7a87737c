"""Turtle 1.1: what all documents say together, to be read by people, each subject one block.

The text is the same from run to run, so that two versions of a graph can be compared line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from dateline.exports import Export
from dateline.exports.statements import Names, Pairs, Term, by_subject, kind_of, merged
from dateline.graph.vocabulary import term

NOTE = """# What the documents report, put together: claims of their sources, not verified facts. What is denied,
# planned, possible or demanded is a dl:Unrealised, never a sem:Event. TriG and N-Quads hold the sentences too."""
HEADINGS = {
    "doc": "Documents",
    "event": "Events, in date order; those without a date last",
    "claim": "Claims, in the order of the text",
    "actor": "Actors",
    "place": "Places",
    "time": "Time expressions",
    "": "Phrases of the text",
}
WIDTH = 120
"""Characters; a longer list of objects has one on each line."""

_PLAIN = {term("xsd:integer"): re.compile(r"[+-]?[0-9]+"), term("xsd:decimal"): re.compile(r"[+-]?[0-9]*\.[0-9]+")}
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_PREFIX = re.compile(r"(?<![\w<])(\w+):")


def render(export: Export) -> bytes:
    """The default graph."""
    names = Names.under(export.base)
    return document(names, [NOTE, *blocks(merged(export), names, export.base)])


def document(names: Names, parts: Iterable[str]) -> bytes:
    """Parts under the prefixes that they use, an empty line between each two."""
    body = "\n\n".join(parts)
    used = {
        match[1] for line in body.splitlines() if line[:1] != "#" for match in _PREFIX.finditer(_QUOTED.sub("", line))
    }
    head = "\n".join(f"@prefix {prefix}: <{iri}> ." for prefix, iri in names.prefixes.items() if prefix in used)
    return f"{head}\n\n{body}\n".encode()


def blocks(quads: Iterable[Quad], names: Names, base: str) -> Iterator[str]:
    """All that is said of each subject, the first of each kind under a heading."""
    heading = None
    for subject, pairs in by_subject(quads, base):
        kind = kind_of(subject, base)
        if kind != heading:
            heading = kind
            yield f"# {HEADINGS[kind]}"
        yield _block(subject, pairs, names)


def _block(subject: NamedNode, pairs: Pairs, names: Names) -> str:
    lines = [_line(_predicate(p, names), [_term(o, names) for o in objects]) for p, objects in pairs]
    return _term(subject, names) + " " + " ;\n    ".join(lines) + " ."


def _line(predicate: str, objects: list[str]) -> str:
    line = f"{predicate} {' , '.join(objects)}"
    return line if len(objects) == 1 or len(line) < WIDTH else predicate + "\n        " + " ,\n        ".join(objects)


def _predicate(node: NamedNode, names: Names) -> str:
    return "a" if node == term("rdf:type") else _term(node, names)


def _term(node: Term, names: Names) -> str:
    if isinstance(node, NamedNode):
        return names.short(node.value) or str(node)
    plain = _PLAIN.get(node.datatype)
    if plain and plain.fullmatch(node.value):
        return node.value
    if node.language or node.datatype == term("xsd:string"):
        return str(node)
    return f"{Literal(node.value)}^^{_term(node.datatype, names)}"
