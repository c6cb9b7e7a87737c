"""Claims into events: pairs that come into question, judged, and joined best first.

Joining takes the pairs in the order of their points and then of their IRIs, and joins two groups only if nothing bars
a claim of one from a claim of the other, and few pairs are in doubt; since days that overlap two by two overlap all
together, the dates in a group have days in common. Claims of one document meet only through another document's. What an
analyst puts together or keeps apart goes before all points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from dateline.graph.model import Place
from dateline.graph.resolve.claims import Told
from dateline.graph.resolve.obstacles import bars, compatible, doubts
from dateline.graph.resolve.score import ENOUGH, judge

DOUBTFUL = 1 / 3
"""Of the pairs between two groups, how many may be in doubt where the groups are joined."""

Group = tuple[Told, ...]
Reasons = tuple[str, ...]
Pairs = Mapping[tuple[str, str], str]
"""Pairs of claims' IRIs, the lesser first, with the reason that an analyst gives."""


def cluster(
    claims: Sequence[Told],
    pairs: Iterable[tuple[str, str]],
    places: Mapping[str, Place],
    together: Pairs,
    apart: Pairs,
) -> list[tuple[Group, Reasons]]:
    """The claims in groups of one event each, with the reasons for each join, in no telling order of `claims`.

    `pairs` are those that come into question, by their IRIs.
    """
    groups = _Groups({one.iri: one for one in claims}, places, apart)
    for (a, b), reason in sorted(together.items()):
        if a in groups.of and b in groups.of:
            groups.force(a, b, reason)
    judged = []
    for a, b in pairs:
        one, other = groups.claims[a], groups.claims[b]
        if one.document != other.document and compatible(one, other, places):
            verdict = judge(one, other, places)
            if verdict.points >= ENOUGH:
                judged.append((-verdict.points, a, b, verdict))
    for _, a, b, verdict in sorted(judged, key=lambda pair: pair[:3]):
        if groups.joinable(a, b):
            groups.join(a, b, f"{groups.name(a)} and {groups.name(b)}: {verdict}")
    return groups.done()


class _Groups:
    """Claims in groups as they grow; the least IRI of each stands for it."""

    def __init__(self, claims: Mapping[str, Told], places: Mapping[str, Place], apart: Pairs) -> None:
        self.claims = claims
        self.of = {iri: iri for iri in claims}
        self._places = places
        self._apart = apart
        self._members = {iri: [iri] for iri in claims}
        self._reasons: dict[str, list[str]] = {}
        self._forced: set[str] = set()

    def name(self, iri: str) -> str:
        return self.claims[iri].name

    def joinable(self, one: str, other: str) -> bool:
        if self.of[one] == self.of[other]:
            return False
        groups = [self._members[self.of[iri]] for iri in (one, other)]
        if any((min(pair), max(pair)) in self._apart for pair in product(*groups)):
            return False
        fit = ([iri] if self.of[iri] in self._forced else self._members[self.of[iri]] for iri in (one, other))
        pairs = [(self.claims[a], self.claims[b]) for a, b in product(*fit)]
        doubtful = 0
        for a, b in pairs:
            if any(bars(a, b)):
                return False
            doubtful += any(doubts(a, b, self._places))
        return doubtful <= DOUBTFUL * len(pairs)

    def force(self, one: str, other: str, reason: str) -> None:
        """Join what an analyst puts together; what joins them later need fit only the claim that it is like."""
        self.join(one, other, f"{self.name(one)} and {self.name(other)}: put together by {reason}")
        self._forced.add(self.of[one])

    def join(self, one: str, other: str, reason: str) -> None:
        keep, drop = sorted((self.of[one], self.of[other]))
        self._reasons.setdefault(keep, []).append(reason)
        if keep == drop:
            return
        for iri in self._members[drop]:
            self.of[iri] = keep
        self._members[keep] += self._members.pop(drop)
        self._reasons[keep] += self._reasons.pop(drop, [])
        if drop in self._forced:
            self._forced.add(keep)

    def done(self) -> list[tuple[Group, Reasons]]:
        return [
            (tuple(self.claims[iri] for iri in sorted(group)), tuple(sorted(set(self._reasons.get(least, ())))))
            for least, group in sorted(self._members.items())
        ]
