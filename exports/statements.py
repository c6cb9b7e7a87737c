"""Statements in the order and the short names that the RDF formats write them in.

Order is a function of the statements alone. Subjects: documents and events by date, claims and phrases as they stand in
the text, actors and places by IRI. Predicates: as one asks, first what, then when, who and where. Objects: by text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad

from dateline.exports import Export
from dateline.graph.rdf import document_quads, timeline_quads
from dateline.graph.vocabulary import PREFIXES, term

Term = NamedNode | Literal
Pairs = list[tuple[NamedNode, list[Term]]]

KINDS = {"doc": "doc", "event": "event", "claim": "claim", "actor": "actor", "place": "place", "time": "timex"}
"""Prefix by what our IRIs name, in the order of the files ("time" is OWL-Time's)."""

READING = (
    *("rdf:type", "rdfs:label", "skos:altLabel", "dcterms:title", "dcterms:issued"),
    *("sem:eventType", "dl:eventClass", "dl:status", "dl:denies", "dl:date"),
    *("sem:hasBeginTimeStamp", "sem:hasEarliestBeginTimeStamp", "sem:hasLatestBeginTimeStamp"),
    *("sem:hasEndTimeStamp", "sem:hasEarliestEndTimeStamp", "sem:hasLatestEndTimeStamp"),
    *("dl:agent", "dl:patient", "dl:participant", "sem:hasActor", "sem:hasPlace", "schema:containedInPlace"),
    *("nif:anchorOf", "nif:beginIndex", "nif:endIndex", "dl:trigger", "dl:triggerBegin", "dl:triggerEnd"),
)
"""What one reads first of a subject; the other predicates follow by their IRIs."""

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_DATES = ("sem:hasEarliestBeginTimeStamp", "sem:hasLatestBeginTimeStamp", "dcterms:issued")
_DATED = ("doc", "event")


@dataclass(frozen=True, slots=True)
class Names:
    """Prefixes of the vocabulary and of the data under one base, and the short names that they make.

    With `relative_to`, the IRI of a document, the phrases of its text are written as their offsets: `<#char=0,8>`.
    """

    namespaces: Mapping[str, str]
    """What an IRI begins with, up to its last "#" or "/" -> prefix."""
    relative_to: str | None = None

    @classmethod
    def under(cls, base: str) -> Names:
        """The names for data whose IRIs begin with `base`."""
        ours = {f"{base}{kind}/": prefix for kind, prefix in KINDS.items()}
        return cls({namespace: prefix for prefix, namespace in PREFIXES.items()} | ours)

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix -> namespace."""
        return {prefix: namespace for namespace, prefix in self.namespaces.items()}

    def short(self, iri: str) -> str | None:
        """The prefixed name of an IRI that every Turtle and JSON-LD reader understands, if it has one."""
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self.namespaces.get(iri[:end])
        if prefix and _LOCAL.fullmatch(iri, end):
            return f"{prefix}:{iri[end:]}"
        if self.relative_to and iri.startswith(f"{self.relative_to}#"):
            return f"<{iri[len(self.relative_to) :]}>"
        return None


def merged(export: Export) -> list[Quad]:
    """The second layer, in the default graph."""
    return timeline_quads(export.timeline)


def told(export: Export) -> Iterator[tuple[NamedNode, list[Quad]]]:
    """The first layer: the graph of each document, by IRI."""
    graphs = [quads for record in export.records if (quads := document_quads(record, export.base))]
    named = ((cast(NamedNode, quads[0].graph_name), quads) for quads in graphs)
    yield from sorted(named, key=lambda pair: pair[0].value)


def by_subject(quads: Iterable[Quad], base: str) -> Iterator[tuple[NamedNode, Pairs]]:
    """Each subject with its predicates and their objects, in order."""
    found: dict[NamedNode, dict[NamedNode, set[Term]]] = {}
    for quad in quads:
        subject, value = cast(NamedNode, quad.subject), cast(Term, quad.object)  # our graphs have no blank nodes
        found.setdefault(subject, {}).setdefault(quad.predicate, set()).add(value)

    def subject_key(subject: NamedNode) -> tuple[int, str, int, str]:
        kind, pairs = kind_of(subject, base), found[subject]
        rank = [*KINDS, ""].index(kind)
        return rank, _date(pairs) if kind in _DATED else "", _position(pairs), subject.value

    for subject in sorted(found, key=subject_key):
        pairs = found[subject]
        yield subject, [(p, sorted(pairs[p], key=str)) for p in sorted(pairs, key=_predicate_key)]


def kind_of(subject: NamedNode, base: str) -> str:
    """What an IRI of ours names, one of `KINDS`; empty for the phrases of a text and whatever else there is."""
    folder, _, key = subject.value.rpartition("/")
    kind = folder.removeprefix(base)
    return kind if kind in KINDS and "#" not in key else ""


def _position(pairs: Mapping[NamedNode, set[Term]]) -> int:
    """Where a claim or a phrase begins in its text."""
    return min((int(value.value) for value in pairs.get(term("nif:beginIndex"), ())), default=0)


def _date(pairs: Mapping[NamedNode, set[Term]]) -> str:
    """The first day that a subject is dated to; "~" sorts what has none last."""
    days = (value.value for name in _DATES for value in pairs.get(term(name), ()))
    return min(days, default="~")


def _predicate_key(predicate: NamedNode) -> tuple[int, str]:
    return _reading().get(predicate, len(READING)), predicate.value


@cache
def _reading() -> Mapping[NamedNode, int]:
    return {term(name): rank for rank, name in enumerate(READING)}
