"""Where the text itself puts a place: "Austin, Texas", "Basra in southern Iraq", "the Iraqi city of Nasiriyah"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.extractors.places import gazetteer
from dateline.extractors.places.gazetteer import candidates, inside
from dateline.extractors.places.names import fold
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.places.words import SITES, words
from dateline.extractors.syntax import Annotation

_JOINT = re.compile(r"(,|\(|,? ?(in|at)( the)?( \w+)?)")
_LIST = re.compile(r"(,|, and|and|or|, or)")


def pair(annotation: Annotation, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """The same toponyms with `around` and `land`, and `hint` for regions known by their list or their town."""
    outer = [_outer(annotation, toponyms, n) for n in range(len(toponyms))]
    for n in range(len(toponyms) - 2, -1, -1):
        if outer[n] is None:
            outer[n] = _shared(annotation, toponyms, n, outer[n + 1])
    held = {m: toponyms[n] for n, m in enumerate(outer) if m is not None and toponyms[n].hint not in SITES}
    placed = []
    for n, each in enumerate(toponyms):
        region = _holds(each, held[n]) if n in held else _among_regions(annotation, toponyms, n)
        hint = "region" if region and not each.hint and _first_level(each) else each.hint
        placed.append(replace(each, around=outer[n], land=_land(annotation, each), hint=hint))
    return tuple(placed)


def _outer(annotation: Annotation, toponyms: Sequence[Toponym], n: int) -> int | None:
    """Which toponym is written as the place around the `n`th: the town within a site, else what follows it."""
    each = toponyms[n]
    for m in range(n + 1, len(toponyms)):
        other = toponyms[m]
        if other.last <= each.last:
            return m
        joint = _between(annotation, each, other)
        of = joint == "of" and each.hint in SITES
        if joint is None or not (of or _JOINT.fullmatch(joint)):
            return None
        listed = joint == "," and _first_level(each) and _goes_on(annotation, toponyms, m)
        return m if not listed and _contains(annotation, toponyms, n, m, joint) else None
    return None


def _shared(annotation: Annotation, toponyms: Sequence[Toponym], n: int, outer: int | None) -> int | None:
    """The place that the text puts around the next of a list, if it can hold the `n`th too: "Basra and Kut in Iraq"."""
    joint = _between(annotation, toponyms[n], toponyms[n + 1])
    if outer is None or joint is None or not _LIST.fullmatch(joint) or toponyms[n + 1].hint in SITES:
        return None
    stated = _between(annotation, toponyms[n + 1], toponyms[outer])
    return outer if stated not in {None, ",", "("} and _contains(annotation, toponyms, n, outer, "in") else None


def _first_level(each: Toponym) -> bool:
    return any(place.level == "admin1" and place.exact for place in candidates(each.name))


def _holds(outer: Toponym, inner: Toponym) -> bool:
    """Whether it is as a first-level region that `outer` holds `inner`."""
    regions = [p for p in candidates(outer.name) if p.level == "admin1"]
    return any(inside(p, o) for p in candidates(inner.name) for o in regions)


def _goes_on(annotation: Annotation, toponyms: Sequence[Toponym], m: int) -> bool:
    """Whether a list goes on behind the `m`th toponym."""
    if m + 1 >= len(toponyms):
        return False
    joint = _between(annotation, toponyms[m], toponyms[m + 1])
    return joint is not None and _LIST.fullmatch(joint) is not None


def _between(annotation: Annotation, left: Toponym, right: Toponym) -> str | None:
    """The words from one toponym to the next; nothing if they stand in two sentences."""
    if annotation.sentence_index(left.first) != annotation.sentence_index(right.first):
        return None
    return " ".join(
        annotation.text[annotation.tokens[left.last - 1].end : annotation.tokens[right.first].start].split()
    )


def _contains(annotation: Annotation, toponyms: Sequence[Toponym], n: int, m: int, joint: str) -> bool:
    """Whether the `m`th toponym is the place around the `n`th, by what is known or by what the text says."""
    inner, outer = toponyms[n], toponyms[m]
    around = [p for p in candidates(outer.name) if p.kind in {"country", "region", "area"}]
    if inner.hint in SITES:
        return bool(candidates(outer.name)) and outer.hint not in SITES
    found = candidates(inner.name)
    if any(inside(p, o) for p in found for o in around):
        return joint != "," or not any(p.kind == "country" for p in found)
    broad = any(p.level in {"country", "admin1"} and p.exact for p in [*found, *gazetteer.abbreviated(inner.name)])
    sure = outer.name in gazetteer.abbreviations() or any(p.level in {"country", "admin1"} and p.exact for p in around)
    return (
        sure
        and not broad
        and not _goes_on(annotation, toponyms, m)
        and (n == 0 or not _listed_before(annotation, toponyms, n))
    )


def _listed_before(annotation: Annotation, toponyms: Sequence[Toponym], n: int) -> bool:
    joint = _between(annotation, toponyms[n - 1], toponyms[n])
    return joint is not None and _LIST.fullmatch(joint) is not None


def _among_regions(annotation: Annotation, toponyms: Sequence[Toponym], n: int) -> bool:
    """Whether the places before and after in a list are both first-level regions of one country."""
    if not 0 < n < len(toponyms) - 1:
        return False
    lands = []
    for left, right, other in ((n - 1, n, n - 1), (n, n + 1, n + 1)):
        joint = _between(annotation, toponyms[left], toponyms[right])
        if joint is None or not _LIST.fullmatch(joint):
            return False
        places = candidates(toponyms[other].name)
        if not places or not all(p.level in {"admin1", "country"} or p.population < 100_000 for p in places[:2]):
            return False
        lands.append({p.country for p in places if p.level == "admin1" and p.exact})
    return bool(lands[0] & lands[1])


def _land(annotation: Annotation, each: Toponym) -> str | None:
    """The country of "the Iraqi city of X", "Iraq's X", "the South African region X"."""
    tokens = annotation.tokens
    i = each.first - 1
    start = annotation.sentence(each.first).first
    if i > start and tokens[i].tag == "POS":
        return _country(annotation, start, i)
    if i >= start and tokens[i].lemma == "of":
        i -= 1
    if i < start or tokens[i].lemma not in words("city") | words("region") | words("land"):
        return None
    i -= 1
    while i >= start and (tokens[i].text.islower() and tokens[i].pos in {"ADJ", "NOUN", "ADV", "PUNCT"}):
        i -= 1
    if i >= start and tokens[i].tag == "POS":
        return _country(annotation, start, i)
    for length in (2, 1):
        if i - length + 1 >= start:
            codes = gazetteer.demonyms().get(fold(annotation.quote(i - length + 1, i + 1)), ())
            if len(codes) == 1:
                return codes[0]
    return None


def _country(annotation: Annotation, start: int, end: int) -> str | None:
    for length in (3, 2, 1):
        if end - length >= start:
            for place in gazetteer.lookup(annotation.quote(end - length, end)):
                if place.level == "country":
                    return place.country
    return None
