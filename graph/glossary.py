"""Our own terms as `ontology.ttl` describes them, for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from dateline.graph.vocabulary import MATCHES, PREFIXES, described

_KINDS = {
    "owl:Class": "class",
    "owl:ObjectProperty": "property",
    "owl:DatatypeProperty": "property",
    "owl:AnnotationProperty": "property",
    "dl:Status": "status",
}
_MEANING = ("skos:definition", "rdfs:comment")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of ours: its name ("dl:Vote"), class, property or status, what it means, and its like elsewhere."""

    name: str
    kind: str
    meaning: str
    like: tuple[str, ...]


def source(name: str) -> str:
    """The text of "ontology" or "shapes", as Turtle."""
    return files(__package__).joinpath(f"{name}.ttl").read_text("utf-8")


def terms() -> tuple[Term, ...]:
    """All terms that the ontology describes, in its order."""
    text = source("ontology")
    prefixes: dict[str, str] = {**PREFIXES, **dict(re.findall(r"^@prefix (\w+): <([^>]+)> \.$", text, re.M))}

    def whole(curie: str) -> str:
        prefix, _, local = curie.partition(":")
        return prefixes[prefix] + local

    def short(iri: str) -> str:
        return next((f"{prefix}:{iri[len(to) :]}" for prefix, to in prefixes.items() if iri.startswith(to)), iri)

    def told() -> Iterator[Term]:
        kinds = {whole(name): kind for name, kind in _KINDS.items()}
        matches = {whole(f"skos:{match}") for match in MATCHES}
        for thing, said in described().items():
            iri, pairs = thing.value, [(p.value, o.value) for p, o in said]
            kind = next((kinds[o] for p, o in pairs if p == whole("rdf:type") and o in kinds), None)
            if kind and iri.startswith(PREFIXES["dl"]):
                meaning = next(o for name in _MEANING for p, o in pairs if p == whole(name))
                yield Term(short(iri), kind, meaning, tuple(short(o) for p, o in pairs if p in matches))

    return tuple(told())
