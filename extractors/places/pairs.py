"""Places that the text itself puts inside others: "Austin, Texas", "Basra in Iraq", "the Iraqi city of Nasiriyah"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extractors.places.resolve import candidates, inside
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.syntax import Annotation

JOINTS = frozenset({",", "(", ", in", "in", ", a city in", ", a town in", "-"})


def pair(annotation: Annotation, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """The same toponyms with `around` set where the next one is written as the place around it."""
    paired = list(toponyms)
    for n, each in enumerate(toponyms[:-1]):
        following = toponyms[n + 1]
        if annotation.sentence_index(each.first) != annotation.sentence_index(following.first):
            continue
        end, start = annotation.tokens[each.last - 1].end, annotation.tokens[following.first].start
        joint = " ".join(annotation.text[end:start].split())
        if joint in JOINTS and _contains(following, each):
            paired[n] = replace(each, around=n + 1)
    return tuple(paired)


def _contains(outer: Toponym, inner: Toponym) -> bool:
    around = [p for p in candidates(outer.name) if p.kind in {"country", "region", "area"}]
    return any(inside(p, o) for p in candidates(inner.name) for o in around)
