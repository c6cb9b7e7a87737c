"""Which place a name stands for: containment written out, lands and regions named, nearness to the other places, size.

A name keeps one meaning in a text unless the text itself puts it elsewhere ("Paris, Texas"). Each candidate gets a
prior by size and what the text says of its land; then the names pull at each other, likelier candidates harder, over a
few rounds (a mean-field reading of the usual joint model: Leidner 2007, Speriosu and Baldridge 2013).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.extractors.places import gazetteer
from dateline.extractors.places.gazetteer import Candidate, candidates, inside
from dateline.extractors.places.names import fold
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.places.words import SITES
from dateline.extractors.syntax import Annotation

NEAR = 80.0
"""Kilometres at which the pull of another place has fallen to a third."""
KEPT = 12
"""Candidates of a name that are weighed against those of the others."""
REACH = 25
"""Names to either side that pull at a name."""
ROUNDS = 4
SHARPNESS = 2.0
"""How much a lead in the score counts: the base-10 logarithm of the population is the unit."""
PULL = 2.5
"""What a neighbour at the same spot adds to the score: that two rare names meet by chance is a hundred times rarer."""
CHANCE = 0.5
"""How much of that a candidate gives that is itself unlikely."""
MOST = 4.5
"""The most that all neighbours together add."""
KNOWN = 0.5
"""What ten times as many names in the world's languages count for."""
ONLY = 3.0
"""What it counts for a place that the text speaks of its land and of no other."""
CLEAR = 1.5
"""The lead in prior of a country that is meant beyond doubt."""
ALIAS = 0.7
"""What it counts against a place that the name is not its own."""
SURE = 0.65
"""Probability below which a name with several candidates stays open."""
UNLIKELY = 0.03
"""Probability below which a candidate of an open name is not worth telling."""
REGION = 200.0
"""Kilometres from the middle of a region within which its namesake town lies."""
SAME = 100.0
"""Kilometres within which two candidates are as good as one."""

Key = tuple[str, ...]
Weighed = Mapping[Key, Mapping[Candidate, float]]


def resolve(annotation: Annotation, toponyms: Sequence[Toponym]) -> tuple[tuple[Candidate, ...], ...]:
    """The place of each toponym; none where none is known, where nothing tells several apart the likeliest of them."""
    keys = _keys(toponyms)
    choices = _choices(toponyms, keys)
    lands, regions = _named(annotation, choices)
    base: dict[Key, dict[Candidate, float]] = {}
    for key, places in choices.items():
        scored = [(_prior(place, places) + _support(place, lands, regions), place) for place in places]
        scored.sort(key=lambda item: (-item[0], item[1].link or item[1].name))
        base[key] = {place: score for score, place in scored[:KEPT]}
    beside = _beside(list(base))
    weighed: Weighed = {key: _shares(scores) for key, scores in base.items()}
    for _ in range(ROUNDS):
        weighed = {
            key: _shares(
                {p: score + _pull(p, [weighed[other] for other in beside[key]]) for p, score in scores.items()}
            )
            for key, scores in base.items()
        }
    chosen = {key: _choose(shares) for key, shares in weighed.items()}
    return tuple(chosen[key] for key in keys)


def _keys(toponyms: Sequence[Toponym]) -> tuple[Key, ...]:
    """One key a meaning: the name, what kind it is said to be, and where the text puts it, here or elsewhere."""
    given: dict[str, tuple[str, str]] = {}
    for each in toponyms:
        if each.around is not None or each.land:
            given.setdefault(fold(each.name), _given(toponyms, each))
    held = {each.around: fold(each.name) for each in toponyms if each.around is not None and each.hint not in SITES}
    keys = []
    for n, each in enumerate(toponyms):
        place = _given(toponyms, each)
        keys.append(
            (fold(each.name), each.hint, held.get(n, ""), *(place if any(place) else given.get(fold(each.name), place)))
        )
    return tuple(keys)


def _given(toponyms: Sequence[Toponym], each: Toponym) -> tuple[str, str]:
    return (toponyms[each.around].name if each.around is not None else "", each.land or "")


def _choices(toponyms: Sequence[Toponym], keys: Sequence[Key]) -> dict[Key, list[Candidate]]:
    """The candidates of each key, in order of first mention, as its first mention with a place around it allows."""
    told: dict[Key, int] = {}
    for n, key in enumerate(keys):
        if key not in told or (_loose(toponyms[told[key]]) and not _loose(toponyms[n])):
            told[key] = n
    held = {t.around: n for n, t in reversed(list(enumerate(toponyms))) if t.around is not None and t.hint not in SITES}
    return {key: _allowed(toponyms, n, toponyms[held[n]].name if n in held else "") for key, n in told.items()}


def _loose(each: Toponym) -> bool:
    return each.around is None and not each.land


def _allowed(toponyms: Sequence[Toponym], n: int, held: str) -> list[Candidate]:
    """What the `n`th toponym can be; `held` is the name of a place that the text puts in it."""
    each = toponyms[n]
    found = list(candidates(each.name))
    if each.hint == "region":
        found = [p for p in found if p.kind in {"region", "area"}] or found
    elif each.hint == "county":
        found = [p for p in candidates(f"{each.name} County") if p.level == "admin2"] or [
            p for p in found if p.kind == "region"
        ]
    elif each.hint == "city":
        found = [p for p in found if p.kind in {"city", "point"}] or found
    elif each.hint in SITES:
        return [p for p in found if p.kind in {"point", "water", "area"}]
    if each.land:
        found = [p for p in found if p.country in {each.land, None}]
    if held:
        inner = candidates(held)
        found = [p for p in found if any(inside(q, p) for q in inner)] or found
    if each.around is not None:
        outer = [o for o in candidates(toponyms[each.around].name) if o.kind in {"country", "region", "area"}]
        found = [p for p in found if any(inside(p, o) for o in outer)]
    return [p for p in found if not _shadowed(p, found, each)]


def _shadowed(place: Candidate, found: Sequence[Candidate], each: Toponym) -> bool:
    """Whether the bare name hardly ever means `place`: a region called like its country or its town."""
    if each.hint in {"region", "county"} or each.around is not None:
        return False
    lands = [other for other in found if other.level == "country" and other != place]
    if any(place.country == other.country for other in lands):
        return True
    if place.level != "admin1":
        return False
    towns = [p for p in found if p.level == "city" and _namesake(p, place)]
    return any(place.population < other.population / 4 for other in lands) or any(
        town.population > place.population / 8 for town in towns
    )


def _namesake(town: Candidate, region: Candidate) -> bool:
    """Whether a town lies in the region or, where codes do not tell, near its middle."""
    near = town.country == region.country and gazetteer.distance(town, region) < REGION
    return near or town.region.split(".")[:2] == region.region.split(".")


def _named(
    annotation: Annotation, choices: Mapping[Key, Sequence[Candidate]]
) -> tuple[dict[str, float], dict[str, float]]:
    """How strongly the text names lands (alpha-3) and first-level regions (GeoNames code)."""
    lands: dict[str, float] = defaultdict(float)
    regions: dict[str, float] = defaultdict(float)
    for places in choices.values():
        priors = sorted((_prior(p, places) for p in places), reverse=True)
        for p in places:
            if p.level == "country" and p.country:
                alone = len(priors) < 2 or priors[0] - priors[1] > CLEAR
                lands[p.country] = max(lands[p.country], 2.5 if _prior(p, places) == priors[0] and alone else 1.5)
            elif p.level == "admin1" and p.exact and _prior(p, places) == priors[0]:
                regions[p.region] = 2.0
                if p.country:
                    lands[p.country] = max(lands[p.country], 1.5)
    table = gazetteer.demonyms()
    for token in annotation.tokens:
        if token.text[:1].isupper():
            for code in table.get(fold(token.text), ()):
                lands[code] = max(lands[code], 1.5)
    if len(lands) == 1:  # "the Lebanese army … in Tripoli", and of no other land a word
        lands = dict.fromkeys(lands, ONLY)
    return lands, regions


def _prior(place: Candidate, among: Sequence[Candidate]) -> float:
    size = math.log10(place.population + 100)
    if place.level == "country":
        return 6.3 + size / 3
    if place.own:
        return 8.5 if place.country is None else 7.0
    if place.level == "airport":
        return 5.0
    bonus = {"admin1": -0.2, "admin2": -1.0, "city": 0.0}[place.level] + KNOWN * math.log10(1 + place.names)
    if place.level == "city" and place.country and place.exact:
        capital = place.country in gazetteer.capitals().get(fold(place.name), ())
        bonus += 1.5 * (capital and size == max(_sizes(place.country, among)))
    return size + bonus - (0.0 if place.exact else ALIAS)


def _sizes(country: str, among: Sequence[Candidate]) -> list[float]:
    return [math.log10(p.population + 100) for p in among if p.country == country and p.level == "city" and p.exact]


def _support(place: Candidate, lands: Mapping[str, float], regions: Mapping[str, float]) -> float:
    if place.level == "country":
        return 0.0
    score = lands.get(place.country or "", 0.0)
    parts = place.region.split(".")
    if len(parts) > 1 and place.level != "admin1":
        score += regions.get(".".join(parts[:2]), 0.0)
    return score


def _shares(scores: Mapping[Candidate, float]) -> dict[Candidate, float]:
    top = max(scores.values(), default=0.0)
    parts = {place: math.exp(SHARPNESS * (score - top)) for place, score in scores.items()}
    total = sum(parts.values())
    return {place: part / total for place, part in parts.items()}


def _beside(keys: Sequence[Key]) -> dict[Key, list[Key]]:
    """For each key the others that stand near it in the text, so that cost grows no faster than the text."""
    return {
        key: [other for other in keys[max(0, n - REACH) : n + REACH + 1] if other[0] != key[0]]
        for n, key in enumerate(keys)
    }


def _pull(place: Candidate, others: Iterable[Mapping[Candidate, float]]) -> float:
    """How close the other names' candidates come; likelier candidates pull harder."""
    if place.kind == "continent":
        return 0.0
    total = 0.0
    for shares in others:
        pulls = (_closeness(place, p) * (CHANCE + (1 - CHANCE) * share) for p, share in shares.items())
        total += max(pulls, default=0.0)
    return min(MOST, PULL * total)


def _closeness(place: Candidate, other: Candidate) -> float:
    """1 at the same spot, falling with distance; lands and regions are close to what they hold."""
    if place.level == "country":
        return 0.3 * (other.country == place.country)
    if other.kind in {"country", "continent"}:
        return 0.0
    near = math.exp(-gazetteer.distance(place, other) / NEAR)
    if place.level == "admin1" and inside(other, place):
        return max(near, 0.6)
    return near


def _choose(shares: Mapping[Candidate, float]) -> tuple[Candidate, ...]:
    """The likeliest candidate, if it and those that lie beside it make up most of the weight; else one of each spot
    that has a chance."""
    apart: dict[Candidate, float] = {}
    for place in sorted(shares, key=lambda place: -shares[place]):
        if all(gazetteer.distance(place, other) >= SAME for other in apart):
            apart[place] = sum(s for p, s in shares.items() if p == place or gazetteer.distance(place, p) < SAME)
    best = tuple(apart)[:1]
    sure = bool(best) and apart[best[0]] > SURE
    return best if sure else tuple(place for place, share in apart.items() if share > UNLIKELY)
