"""Why claims of two events were not taken for one: what forbids it, or what the points came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from dateline.graph.model import Event
from dateline.graph.resolve.gather import Comparable
from dateline.graph.resolve.obstacles import obstacles
from dateline.graph.resolve.score import ENOUGH, Verdict, judge


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims by their IRIs and labels; `forbidden` is what keeps them apart whatever they share, `verdict` what
    speaks for and against where nothing does."""

    one: str
    other: str
    labels: tuple[str, str]
    forbidden: tuple[str, ...]
    verdict: Verdict

    def __str__(self) -> str:
        first, second = self.labels
        return f"“{first}” and “{second}”: {'; '.join(self.forbidden) or self.verdict}"


def compare(one: Event, other: Event, told: Comparable) -> tuple[Comparison, ...]:
    """Every claim of the one with every claim of the other, those nearest to being one event first.

    `told` holds the claims of both.
    """
    found = []
    for (_, a), (_, b) in product(one.claims, other.claims):
        first, second = told.claims[a.id], told.claims[b.id]
        forbidden = list(obstacles(first, second, told.places))
        if reason := told.apart.get((min(a.id, b.id), max(a.id, b.id))):
            forbidden.append(f"kept apart by {reason}")
        if first.document == second.document:
            forbidden.append("one document tells of both, and did not make them one")
        verdict = Verdict() if forbidden else judge(first, second, told.places)
        labels = (first.claim.label, second.claim.label)
        found.append(Comparison(a.id, b.id, labels, tuple(forbidden), verdict))
    return tuple(sorted(found, key=lambda each: (len(each.forbidden), -each.verdict.points, each.one, each.other)))


def conclusion(comparisons: Sequence[Comparison]) -> str:
    """In one sentence why the two events are two."""
    free = [each for each in comparisons if not each.forbidden]
    if not free:
        return "Two events, because something forbids every pair of their claims to be of one."
    if free[0].verdict.points < ENOUGH:
        return f"Two events, because no pair of their claims that nothing forbids comes to {ENOUGH} points."
    return "Two events, because claims that are alike stand beside others that fit no claim of the other event."
