"""Statements in the order and the short names that the RDF formats write them in.

Order is a function of the statements alone: subjects by kind, then by date, then by IRI; predicates with the type and
the label first; objects by their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad

from dateline.exports import Export
from dateline.graph.rdf import document_quads, timeline_quads
from dateline.graph.vocabulary import PREFIXES, term

Term = NamedNode | Literal
Pairs = list[tuple[NamedNode, list[Term]]]

KINDS = {"event": "event", "actor": "actor", "place": "place", "doc": "doc", "claim": "claim", "time": "timex"}
"""Prefix by what our IRIs name, in the order of the files ("time" is OWL-Time's)."""

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_DATES = ("sem:hasEarliestBeginTimeStamp", "sem:hasLatestBeginTimeStamp", "dcterms:issued")


@dataclass(frozen=True, slots=True)
class Names:
    """Prefixes of the vocabulary and of the data under one base, and the short names that they make."""

    prefixes: Mapping[str, str]

    @classmethod
    def under(cls, base: str) -> Names:
        """The names for data whose IRIs begin with `base`."""
        return cls(dict(PREFIXES) | {prefix: f"{base}{kind}/" for kind, prefix in KINDS.items()})

    def short(self, iri: str) -> str | None:
        """The prefixed name of an IRI that every Turtle and JSON-LD reader understands, if it has one."""
        for prefix, namespace in self.prefixes.items():
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and _LOCAL.fullmatch(local):
                return f"{prefix}:{local}"
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
    ranks = {f"{base}{kind}/": rank for rank, kind in enumerate(KINDS)}

    def subject_key(subject: NamedNode) -> tuple[int, str, str]:
        folder = subject.value.rpartition("/")[0] + "/"
        return ranks.get(folder, len(ranks)), _date(found[subject]), subject.value

    for subject in sorted(found, key=subject_key):
        pairs = found[subject]
        yield subject, [(p, sorted(pairs[p], key=str)) for p in sorted(pairs, key=_predicate_key)]


def _date(pairs: Mapping[NamedNode, set[Term]]) -> str:
    """The first day that a subject is dated to; "~" sorts what has none last."""
    days = (value.value for name in _DATES for value in pairs.get(term(name), ()))
    return min(days, default="~")


def _predicate_key(predicate: NamedNode) -> tuple[int, str]:
    first = (term("rdf:type"), term("rdfs:label"))
    return (first.index(predicate) if predicate in first else len(first)), predicate.value
