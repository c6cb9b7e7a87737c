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
    """The same toponyms with `around`, `land` and, for members of a list of regions, `hint` filled in."""
    placed = list(toponyms)
    for n, each in enumerate(toponyms):
        land = _land(annotation, each)
        outer = _outer(annotation, toponyms, n)
        hint = each.hint or ("region" if _among_regions(annotation, toponyms, n) else "")
        placed[n] = replace(each, around=outer, land=land, hint=hint)
    return tuple(placed)


def _outer(annotation: Annotation, toponyms: Sequence[Toponym], n: int) -> int | None:
    each = toponyms[n]
    for m in range(n + 1, min(n + 3, len(toponyms))):
        other = toponyms[m]
        if other.first < each.last:
            if each.hint in SITES and other.last <= each.last:
                inner = m
                break
            continue
        joint = _between(annotation, each, other)
        if joint is None or not _JOINT.fullmatch(joint):
            return None
        by_word = joint.startswith(("in", "at", ", in"))
        return m if _contains(other, each, by_word or other.name in gazetteer.abbreviations()) else None
    else:
        return None
    return inner


def _between(annotation: Annotation, left: Toponym, right: Toponym) -> str | None:
    """The words from one toponym to the next; nothing if they stand in two sentences."""
    if annotation.sentence_index(left.first) != annotation.sentence_index(right.first):
        return None
    return " ".join(
        annotation.text[annotation.tokens[left.last - 1].end : annotation.tokens[right.first].start].split()
    )


def _contains(outer: Toponym, inner: Toponym, stated: bool) -> bool:
    around = [p for p in candidates(outer.name) if p.kind in {"country", "region", "area"}]
    if inner.hint in SITES:
        return bool(candidates(outer.name)) and outer.hint not in SITES
    found = candidates(inner.name)
    if any(p.kind == "country" for p in found) and not stated:
        return False
    return any(inside(p, o) for p in found for o in around) or bool(stated and around and not found)


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
