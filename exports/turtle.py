"""Turtle 1.1: what all documents say together, to be read by people, each subject one block.

The text is the same from run to run, so that two versions of a graph can be compared line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from dateline.exports import Export
from dateline.exports.statements import Names, Pairs, Term, by_subject, merged
from dateline.graph.vocabulary import term

_PLAIN = {term("xsd:integer"): re.compile(r"[+-]?[0-9]+"), term("xsd:decimal"): re.compile(r"[+-]?[0-9]*\.[0-9]+")}

_PREFIX = re.compile(r"(?<![\w<\"])(\w+):")


def render(export: Export) -> bytes:
    """The default graph."""
    names = Names.under(export.base)
    blocks = [block(subject, pairs, names) for subject, pairs in by_subject(merged(export), export.base)]
    return document(names, blocks)


def document(names: Names, blocks: Iterable[str]) -> bytes:
    """Blocks under the prefixes that they use, an empty line between each two."""
    body = "\n\n".join(blocks)
    used = {match.group(1) for match in _PREFIX.finditer(body)}
    head = "\n".join(f"@prefix {prefix}: <{iri}> ." for prefix, iri in names.prefixes.items() if prefix in used)
    return f"{head}\n\n{body}\n".encode()


def block(subject: NamedNode, pairs: Pairs, names: Names) -> str:
    """All that is said of one subject."""
    lines = [f"{_predicate(p, names)} {' , '.join(_term(o, names) for o in objects)}" for p, objects in pairs]
    return _term(subject, names) + " " + " ;\n    ".join(lines) + " ."


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
