"""Bounds that a connective puts on an event without a date of its own, from the one beside it that has one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.graph.model import Claim, Relation, TimeSpan


def narrowed(claims: tuple[Claim, ...], relations: Iterable[Relation]) -> tuple[Claim, ...]:
    """The claims, those without an expression of their own cut to what holds of the dated claim that they are related
    to; where both cannot be, the words of the relation outweigh the place in the text."""
    by_id = {claim.id: claim for claim in claims}
    for relation in relations:
        for one, other, kind in (
            (relation.source, relation.target, relation.type),
            (relation.target, relation.source, _TURNED.get(relation.type, "")),
        ):
            claim, dated = by_id[one], by_id[other]
            if claim.time is None and dated.time is not None and claim.modality in ("actual", "ongoing"):
                by_id[one] = _cut(claim, dated, kind)
    return tuple(by_id[claim.id] for claim in claims)


_WORDS = {"before": "before", "after": "after", "during": "during", "simultaneous": "at the time of"}
_TURNED = {"before": "after", "after": "before", "simultaneous": "simultaneous"}


def _cut(claim: Claim, dated: Claim, kind: str) -> Claim:
    limit = _limit(dated, kind)
    if limit is None:
        return claim
    begin, said = (
        _common(claim.begin, limit),
        f"{_WORDS[kind]} {dated.mentions[0].text!r}, dated by {dated.date_reason}",
    )
    reason = f"{claim.date_reason}; {said}"
    if begin is None:
        begin, reason = limit, said
    if begin == claim.begin:
        return claim
    same = claim.end == claim.begin
    return replace(claim, begin=begin, end=begin if same else claim.end, date_reason=reason)


def _limit(dated: Claim, kind: str) -> TimeSpan | None:
    """Within what the begin lies of what is `kind` to a dated event."""
    match kind:
        case "before":
            return TimeSpan(None, dated.begin.latest)
        case "after":
            return TimeSpan(dated.begin.earliest, None)
        case "during" | "simultaneous":
            return TimeSpan(dated.begin.earliest, dated.end.latest or dated.begin.latest)
    return None


def _common(one: TimeSpan, other: TimeSpan) -> TimeSpan | None:
    """What lies in both; None where nothing does."""
    earliest = max((d for d in (one.earliest, other.earliest) if d), default=None)
    latest = min((d for d in (one.latest, other.latest) if d), default=None)
    return None if earliest and latest and earliest > latest else TimeSpan(earliest, latest)
