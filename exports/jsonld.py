"""JSON-LD 1.1: what all documents say together, with the context inside, so that nothing is fetched to read it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from pyoxigraph import NamedNode

from dateline.exports import Export
from dateline.exports.statements import Names, Pairs, Term, by_subject, merged
from dateline.graph.vocabulary import PREFIXES, term

Json = dict[str, Any]


def render(export: Export) -> bytes:
    """The default graph, subjects in the order of the Turtle file, keys sorted."""
    names = Names.under(export.base)
    graph = [_node(subject, pairs, names) for subject, pairs in by_subject(merged(export), export.base)]
    document = {"@context": {**names.prefixes, **coercions()}, "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


@cache
def coercions() -> Json:
    """How the values of each property are written (`context.json`); the prefixes come from the vocabulary."""
    found: Json = json.loads(resources.files("dateline.exports").joinpath("context.json").read_text("utf-8"))
    return found


def _node(subject: NamedNode, pairs: Pairs, names: Names) -> Json:
    node: Json = {"@id": _iri(subject, names)}
    for predicate, objects in pairs:
        if predicate == term("rdf:type"):
            node["@type"] = [_iri(each, names) for each in objects if isinstance(each, NamedNode)]
            continue
        key = _iri(predicate, names)
        values = [_value(each, coercions().get(key, {}), names) for each in objects]
        node[key] = values if len(values) > 1 else values[0]
    return node


def _value(value: Term, coercion: Json, names: Names) -> Any:
    """The value, plain where the context says what it is."""
    if isinstance(value, NamedNode):
        name = _iri(value, names)
        return name if coercion.get("@type") == "@id" else {"@id": name}
    if value.language:
        return value.value if coercion.get("@language") == value.language else _tagged(value.value, value.language)
    if value.datatype == term("xsd:string"):
        return value.value if not coercion else {"@value": value.value}
    if value.datatype == term("xsd:integer") and value.value == str(int(value.value)):
        return int(value.value)
    prefix, _, local = coercion.get("@type", "").partition(":")
    if prefix in PREFIXES and value.datatype == NamedNode(PREFIXES[prefix] + local):
        return value.value
    return {"@value": value.value, "@type": _iri(value.datatype, names)}


def _tagged(text: str, language: str) -> Json:
    return {"@value": text, "@language": language}


def _iri(node: NamedNode, names: Names) -> str:
    return names.short(node.value) or node.value
