"""Triples by subject and predicate, and the plain values that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from pyoxigraph import NamedNode, Quad, Triple

from dateline.graph.model import Figures, Range, Span, TimeSpan
from dateline.graph.rdf.terms import Term, facts
from dateline.graph.vocabulary import term


@dataclass(frozen=True, slots=True)
class Nodes:
    """Triples by subject and predicate."""

    nodes: dict[NamedNode, dict[NamedNode, list[Term]]]

    def all(self, node: NamedNode, predicate: str) -> list[str]:
        """The values of a property."""
        return [value.value for value in self.nodes[node].get(term(predicate), ())]

    def get(self, node: NamedNode, predicate: str) -> str | None:
        """One value of a property, if there is any."""
        return next(iter(self.all(node, predicate)), None)

    def need(self, node: NamedNode, predicate: str) -> str:
        """The value of a property.

        Raises `KeyError` or `IndexError` where there is none.
        """
        return self.all(node, predicate)[0]

    def linked(self, node: NamedNode, predicate: str) -> list[NamedNode]:
        """The nodes that a property leads to."""
        return [o for o in self.nodes[node].get(term(predicate), ()) if isinstance(o, NamedNode)]

    def number(self, node: NamedNode, predicate: str) -> int | None:
        """A whole number."""
        value = self.get(node, predicate)
        return None if value is None else int(value)

    def real(self, node: NamedNode, predicate: str) -> float | None:
        """A decimal number."""
        value = self.get(node, predicate)
        return None if value is None else float(value)

    def day(self, node: NamedNode, predicate: str) -> date | None:
        """A day."""
        value = self.get(node, predicate)
        return None if value is None else date.fromisoformat(value)

    def span(self, node: NamedNode, begin: str = "nif:beginIndex", end: str = "nif:endIndex") -> Span:
        """Two offsets."""
        return Span(int(self.need(node, begin)), int(self.need(node, end)))

    def bounds(self, node: NamedNode, name: str) -> TimeSpan:
        """The days within which an event begins, or ends: "Begin" or "End"."""
        earliest, latest = f"sem:hasEarliest{name}TimeStamp", f"sem:hasLatest{name}TimeStamp"
        return TimeSpan(self.day(node, earliest), self.day(node, latest))

    def typed(self, class_: str) -> list[NamedNode]:
        """The nodes of a class, by its prefixed name."""
        kind = term(class_)
        return [node for node, about in self.nodes.items() if kind in about.get(term("rdf:type"), ())]


def nodes(quads: Iterable[Quad | Triple]) -> Nodes:
    """What is told of each node."""
    found: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
    for subject, predicate, object_ in facts(quads):
        found.setdefault(subject, {}).setdefault(predicate, []).append(object_)
    return Nodes(found)


def figures(sheet: Nodes, node: NamedNode) -> Figures:
    """The numbers told of an event."""
    return Figures(
        count=_range(sheet, node, "count"),
        fatalities=_range(sheet, node, "fatalities"),
        injured=_range(sheet, node, "injured"),
        crowd=_range(sheet, node, "crowd"),
        arrested=_range(sheet, node, "arrested"),
        votes_for=sheet.number(node, "dl:votesFor"),
        votes_against=sheet.number(node, "dl:votesAgainst"),
        votes_abstain=sheet.number(node, "dl:votesAbstain"),
        outcome=cast(Literal["passed", "failed"] | None, sheet.get(node, "dl:outcome")),
    )


def _range(sheet: Nodes, node: NamedNode, name: str) -> Range | None:
    low, high = sheet.number(node, f"dl:{name}Min"), sheet.number(node, f"dl:{name}Max")
    return None if low is high is None else Range(low, high)
