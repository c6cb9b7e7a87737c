"""Which place a name stands for: containment written out, lands and regions named, nearness to the other places, size.

A name keeps one meaning in a text unless the text itself puts it elsewhere ("Paris, Texas"). The weights are those of a
simple log-linear ranking, after Leidner's toponym resolution (2007): a prior by population, and evidence added to it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.extractors.places import gazetteer
from dateline.extractors.places.gazetteer import Candidate
from dateline.extractors.places.names import fold
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.syntax import Annotation

NEAR = 80.0
"""Kilometres at which the pull of another place has fallen to a third."""
KEPT = 12
"""Candidates of a name that are weighed against those of the others."""
MARGIN = 0.25
"""By how much the best candidate must lead the next one that is another place."""

SIZES = {"point": 0, "city": 1, "region": 2, "area": 2, "water": 2, "country": 3, "continent": 4}
REACH = {"city": 25.0, "region": 120.0, "area": 120.0, "water": 0.0, "continent": 0.0}
"""Kilometres from its middle within which a place without codes is taken to hold smaller ones."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Evidence:
    lands: Mapping[str, float]
    regions: Mapping[str, float]


def resolve(annotation: Annotation, toponyms: Sequence[Toponym]) -> tuple[Candidate | None, ...]:
    """The place of each toponym; `None` where none is known, or several are and nothing tells them apart."""
    keys = _keys(toponyms)
    choices = {key: _candidates(toponyms, n) for n, key in reversed(list(enumerate(keys)))}
    evidence = _evidence(annotation, choices)
    ranked = {
        key: sorted(places, key=lambda p: (-_prior(p) - _support(p, evidence), p.link or p.name))[:KEPT]
        for key, places in choices.items()
    }
    chosen = {key: _choose(key, ranked, evidence) for key in ranked}
    return tuple(chosen[key] for key in keys)


def _keys(toponyms: Sequence[Toponym]) -> tuple[Key, ...]:
    """One key a meaning: the name, and the container that the text gives it anywhere."""
    given: dict[str, str] = {}
    for each in toponyms:
        if each.around is not None:
            given.setdefault(fold(each.name), fold(toponyms[each.around].name))
    return tuple(
        (
            fold(each.name),
            fold(toponyms[each.around].name) if each.around is not None else given.get(fold(each.name), ""),
        )
        for each in toponyms
    )


def candidates(name: str) -> tuple[Candidate, ...]:
    """Every place that `name` can stand for, short forms of regions included."""
    return gazetteer.abbreviated(name) or gazetteer.lookup(name)


def _candidates(toponyms: Sequence[Toponym], n: int) -> list[Candidate]:
    each = toponyms[n]
    found = list(candidates(each.name))
    if each.hint == "region":
        found = [p for p in found if p.kind in {"region", "area"}] or found
    elif each.hint == "city":
        found = [p for p in found if p.kind in {"city", "point"}] or found
    around = each.around
    if around is not None:
        outer = candidates(toponyms[around].name)
        found = [p for p in found if any(inside(p, o) for o in outer if o.kind in {"country", "region"})] or found
    return found


def inside(place: Candidate, outer: Candidate) -> bool:
    """Whether `place` lies in `outer`.

    Towns hold points, lands and regions hold all that is smaller; where codes do not tell, nearness does.
    """
    if SIZES[place.kind] >= SIZES[outer.kind] or place.kind == "water":
        return False
    if outer.level == "country":
        return place.country == outer.country
    if outer.level in {"admin1", "admin2"} and "." in place.region:
        return place.region.startswith(f"{outer.region}.") or (place.level == "city" and place.region == outer.region)
    if outer.country and place.country != outer.country:
        return False
    return gazetteer.distance(place, outer) < REACH[outer.kind]


def _evidence(annotation: Annotation, choices: Mapping[Key, Sequence[Candidate]]) -> _Evidence:
    lands: dict[str, float] = defaultdict(float)
    regions: dict[str, float] = defaultdict(float)
    for places in choices.values():
        if any(p.level == "country" for p in places):
            lone = len([p for p in places if p.level in {"country", "admin1"}]) == 1
            for p in places:
                if p.level == "country" and p.country:
                    lands[p.country] = max(lands[p.country], 2.5 if lone else 1.0)
        for p in places:
            if p.level == "admin1" and p.exact and _prior(p) >= max(map(_prior, places)) - 0.5:
                regions[p.region] = max(regions[p.region], 2.0)
                if p.country:
                    lands[p.country] = max(lands[p.country], 1.5)
    table = gazetteer.demonyms()
    for token in annotation.tokens:
        if token.text[:1].isupper():
            for code in table.get(fold(token.text), ()):
                lands[code] = max(lands[code], 1.5)
    return _Evidence(lands, regions)


def _prior(place: Candidate) -> float:
    size = math.log10(place.population + 100)
    if place.level == "country":
        return 9.0
    if place.level == "own":
        return 8.0
    if place.level == "airport":
        return 5.0
    bonus = {"admin1": 0.3, "admin2": -1.0, "city": 0.0}[place.level]
    return size + bonus - (0.0 if place.exact else 1.0)


def _support(place: Candidate, evidence: _Evidence) -> float:
    if place.level == "country":
        return 0.0
    score = evidence.lands.get(place.country or "", 0.0)
    parts = place.region.split(".")
    if len(parts) > 1 and place.level != "admin1":
        score += evidence.regions.get(".".join(parts[:2]), 0.0)
    return score


def _choose(key: Key, ranked: Mapping[Key, Sequence[Candidate]], evidence: _Evidence) -> Candidate | None:
    scored = sorted(
        (
            (_prior(place) + _support(place, evidence) + _nearness(key, place, ranked), n, place)
            for n, place in enumerate(ranked[key])
        ),
        key=lambda item: (-item[0], item[1]),
    )
    if not scored:
        return None
    best = scored[0][2]
    for score, _, place in scored[1:]:
        if scored[0][0] - score < MARGIN and gazetteer.distance(best, place) > 100:
            return None
    return best


def _nearness(key: Key, place: Candidate, ranked: Mapping[Key, Sequence[Candidate]]) -> float:
    """How close the other names' candidates come; likelier candidates pull harder."""
    if place.kind in {"country", "continent"}:
        return 0.0
    total = 0.0
    for other, places in ranked.items():
        if other[0] == key[0]:
            continue
        pulls = [
            math.exp(-gazetteer.distance(place, p) / NEAR) / (1 + rank)
            for rank, p in enumerate(places)
            if p.kind not in {"country", "continent"}
        ]
        total += max(pulls, default=0.0)
    return min(3.0, 1.5 * total)
