"""Claims into events: pairs that come into question, judged, and joined best first.

Blocking keeps the number of pairs near linear: only claims of one class and status family that share an actor or a word
are judged, and of those only such as may fall on one day or, undated, stand in one story. Joining takes the pairs in
the order of their points and then of their IRIs, and joins two groups only if no claim of one is incompatible with one
of the other, so all dates in a group have days in common. Claims of one document meet only through another document's.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from dateline.graph.model import Place, TimeSpan
from dateline.graph.resolve.claims import WIDEST, Told, days, overlap
from dateline.graph.resolve.score import ENOUGH, Verdict, compatible, judge
from dateline.graph.resolve.stories import same_stories

NARROW = 7
"""Days; claims dated to within so many are looked up by day, vaguer ones by month."""

Group = tuple[Told, ...]
Reasons = tuple[str, ...]


def cluster(claims: Sequence[Told], places: Mapping[str, Place]) -> list[tuple[Group, Reasons]]:
    """The claims in groups of one event each, with the reasons for each join, in no telling order of `claims`."""
    by_iri = {one.iri: one for one in claims}
    judged = []
    for a, b in sorted(_candidates(claims)):
        one, other = by_iri[a], by_iri[b]
        if one.document != other.document and compatible(one, other, places):
            verdict = judge(one, other, places)
            if verdict.points >= ENOUGH:
                judged.append((-verdict.points, a, b, verdict))
    members: dict[str, list[str]] = {iri: [iri] for iri in by_iri}
    reasons: dict[str, list[str]] = {}
    of = {iri: iri for iri in by_iri}
    for _, a, b, verdict in sorted(judged, key=lambda pair: pair[:3]):
        keep, drop = sorted((of[a], of[b]))
        if keep == drop or not _joinable(members[keep], members[drop], by_iri, places):
            continue
        for iri in members[drop]:
            of[iri] = keep
        members[keep] += members.pop(drop)
        reasons[keep] = [*reasons.pop(keep, []), *reasons.pop(drop, []), _in_words(by_iri[a], by_iri[b], verdict)]
    return [
        (tuple(by_iri[iri] for iri in sorted(group)), tuple(sorted(reasons.get(least, []))))
        for least, group in sorted(members.items())
    ]


def _joinable(ones: list[str], others: list[str], by_iri: Mapping[str, Told], places: Mapping[str, Place]) -> bool:
    if not all(compatible(by_iri[a], by_iri[b], places) for a, b in product(ones, others)):
        return False
    for side in ("begin", "end"):
        common: TimeSpan | None = TimeSpan()
        for iri in (*ones, *others):
            common = common and overlap(common, getattr(by_iri[iri].claim, side))
        if common is None:
            return False
    return True


def _in_words(one: Told, other: Told, verdict: Verdict) -> str:
    return f"{one.name} and {other.name}: {'; '.join(verdict.reasons)} ({verdict.points} points, {ENOUGH} are enough)"


def _candidates(claims: Sequence[Told]) -> set[tuple[str, str]]:
    """Pairs of IRIs, the lesser first, that share a block."""
    narrow: dict[Hashable, list[Told]] = {}
    wide: dict[Hashable, tuple[list[Told], list[Told]]] = {}
    for one in claims:
        width = days(one.claim.begin)
        if width is None or width > WIDEST:
            continue
        for mark in _marks(one):
            about = (one.claim.type, one.family, mark)
            if width <= NARROW:
                for day in _days(one.claim.begin):
                    narrow.setdefault((about, day), []).append(one)
            for month in {(day.year, day.month) for day in _days(one.claim.begin)}:
                vague, close = wide.setdefault((about, month), ([], []))
                (close if width <= NARROW else vague).append(one)
    found: set[tuple[str, str]] = set()
    for block in narrow.values():
        found.update(_pair(one, other) for one, other in combinations(block, 2))
    for vague, close in wide.values():
        found.update(_pair(one, other) for one, other in (*combinations(vague, 2), *product(vague, close)))
    return found.union(_undated(claims))


def _undated(claims: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Pairs of which one is undated: those of one story."""
    told: dict[str, dict[Hashable, list[Told]]] = {}
    for one in claims:
        for mark in _marks(one):
            told.setdefault(one.document, {}).setdefault((one.claim.type, one.family, mark), []).append(one)
    for here, there in same_stories({one.story for one in claims}):
        ours, theirs = told[here.document], told[there.document]
        for about in ours.keys() & theirs.keys():
            yield from (_pair(a, b) for a, b in product(ours[about], theirs[about]) if not (a.dated and b.dated))


def _pair(one: Told, other: Told) -> tuple[str, str]:
    return (one.iri, other.iri) if one.iri < other.iri else (other.iri, one.iri)


def _marks(one: Told) -> Iterator[Hashable]:
    yield from (("word", word) for word in one.words)
    yield from (("actor", actor) for actor in frozenset().union(*one.actors.values()))
    yield from (("head", head) for head in frozenset().union(*one.heads.values()))


def _days(span: TimeSpan) -> Iterator[date]:
    day, last = span.earliest, span.latest
    while day and last and day <= last:
        yield day
        day = day + timedelta(1) if day < date.max else None
