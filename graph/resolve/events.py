"""The claims of one event, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from math import prod
from typing import TypeVar

from dateline.graph.edtf import edtf
from dateline.graph.model import HAPPENED, MUTUAL, Claim, Event, Figures, Place, Range, Status, TimeSpan
from dateline.graph.rdf.normal import CONFIDENCE_DIGITS, RANGES, by_fineness
from dateline.graph.resolve.claims import ROLES, Told, hull, overlap
from dateline.graph.vocabulary import digest, mint, slug

T = TypeVar("T")

SUREST = 0.99
"""What no number of documents goes beyond."""


def merge(
    group: Sequence[Told],
    reasons: tuple[str, ...],
    actor_of: Mapping[str, str],
    places: Mapping[str, Place],
    base: str,
) -> Event:
    """The event that the claims of `group` tell of.

    Status is Actual if any claim says so, else Ongoing if any does, else what most say; a claim that is less sure adds
    nothing to the confidence of one that is. Begin and end are the days that all claims allow; where an analyst put
    together what cannot meet, those that any of them allows, but for claims that only tell more vaguely what another
    does. Figures are ranges over all claims; a tally or outcome on which they differ is left out. The label is that of
    the claim that says most, among equals of the surest.
    """
    ordered = sorted(
        group, key=lambda one: (str(one.issued or "~"), one.document, one.claim.mentions[0].start, one.iri)
    )
    sure = [one for one in ordered if one.claim.status in HAPPENED] or ordered
    best = min(sure, key=lambda one: (-_told(one), -one.claim.confidence, one.iri))
    begin, end = _begin(ordered), _common([one.claim.end for one in ordered])
    mutual = best.claim.type in MUTUAL
    roles: dict[str, tuple[str, ...]] = {}
    for role in ROLES:
        taken = {iri for others in roles.values() for iri in others} if role == "participants" or mutual else set()
        found = dict.fromkeys(actor_of[iri] for one in ordered for iri in one.local[role])
        roles[role] = tuple(iri for iri in found if iri not in taken)
    type_ = best.claim.type
    same_type = (one.claim for one in (best, *ordered) if one.claim.type == type_)
    subtype = next((claim.subtype for claim in same_type if claim.subtype), None)
    return Event(
        id=mint(
            base, "event", f"{slug(_spaced(subtype or type_))}-{digest(min(o.iri for o in group), length=12)}"
        ).value,
        type=type_,
        subtype=subtype,
        label=best.claim.label,
        status=_status(ordered),
        agents=roles["agents"],
        patients=roles["patients"],
        participants=roles["participants"],
        instruments=tuple(dict.fromkeys(tool for one in ordered for tool in one.claim.instruments)),
        places=by_fineness((iri for one in ordered for iri in one.places), places),
        begin=begin,
        end=end,
        date=_date(begin, end, ordered),
        figures=_figures([one.claim.figures for one in ordered]),
        confidence=_confidence(sure),
        claims=tuple((one.document, _global(one, actor_of)) for one in ordered),
        reasons=reasons,
    )


def _told(one: Told) -> int:
    """How much a claim says: roles filled, place, date."""
    claim = one.claim
    return sum(map(bool, (claim.agents, claim.patients or claim.participants, claim.places, claim.begin.earliest)))


def _spaced(name: str) -> str:
    return "".join(f" {char}" if char.isupper() else char for char in name)


def _status(group: Sequence[Told]) -> Status:
    counts = Counter(one.claim.status for one in group)
    if "Actual" in counts or "Ongoing" in counts:
        return "Actual" if "Actual" in counts else "Ongoing"
    return min(counts, key=lambda status: (-counts[status], status))


def _begin(told: Sequence[Told]) -> TimeSpan:
    """The days on which all claims may begin; where they cannot meet as told, those that are left when what is told
    without a date may be of the day before."""
    return _shared(one.claim.begin for one in told) or _common([one.begin for one in told])


def _common(spans: Sequence[TimeSpan]) -> TimeSpan:
    widest = (span for span in spans if not any(_within(each, span) for each in spans))
    return _shared(spans) or reduce(hull, widest)


def _shared(spans: Iterable[TimeSpan]) -> TimeSpan | None:
    common: TimeSpan | None = TimeSpan()
    for span in spans:
        common = common and overlap(common, span)
    return common


def _within(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether one span tells more than the other: that lies around it."""
    return one != other and hull(one, other) == other


def _date(begin: TimeSpan, end: TimeSpan, told: Sequence[Told]) -> str | None:
    """EDTF: as a claim of just these bounds has it, which may know that it is one of two days."""
    return next((one.edtf for one in told if (one.claim.begin, one.claim.end) == (begin, end)), edtf(begin, end))


def _figures(told: Sequence[Figures]) -> Figures:
    return Figures(
        **{name: _range([value for f in told if (value := getattr(f, name))]) for name in RANGES},
        votes_for=_agreed([f.votes_for for f in told]),
        votes_against=_agreed([f.votes_against for f in told]),
        votes_abstain=_agreed([f.votes_abstain for f in told]),
        outcome=_agreed([f.outcome for f in told]),
    )


def _range(told: Sequence[Range]) -> Range | None:
    if not told:
        return None
    lows, highs = [r.min for r in told], [r.max for r in told]
    return Range(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _agreed(told: Sequence[T | None]) -> T | None:
    values = {value for value in told if value is not None}
    return values.pop() if len(values) == 1 else None


def _confidence(group: Sequence[Told]) -> float:
    """That at least one document was read rightly, taking their errors for independent: 1 - prod(1 - c)."""
    best: dict[str, float] = {}
    for one in group:
        best[one.document] = max(best.get(one.document, 0.0), one.claim.confidence)
    if len(best) == 1:
        return round(max(best.values()), CONFIDENCE_DIGITS)
    return round(min(SUREST, 1 - prod(1 - best[document] for document in sorted(best))), CONFIDENCE_DIGITS)


def _global(one: Told, actor_of: Mapping[str, str]) -> Claim:
    agents, patients, participants = (tuple(dict.fromkeys(actor_of[i] for i in one.local[role])) for role in ROLES)
    return replace(
        one.claim,
        id=one.iri,
        agents=agents,
        patients=patients,
        participants=participants,
        places=one.places,
        source=actor_of[one.source] if one.source else None,
    )
