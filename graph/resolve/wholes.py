"""Single events that are told by one document as part of the several that another tells of: one of 11 attacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.graph.model import Place
from dateline.graph.resolve.claims import Told
from dateline.graph.resolve.obstacles import SEVERAL, obstacles
from dateline.graph.resolve.score import ENOUGH, judge


def parts(claims: Sequence[Told], pairs: Iterable[tuple[str, str]], places: Mapping[str, Place]) -> dict[str, str]:
    """For the IRI of a single claim that of the one which tells of several, where nothing else keeps the two apart and
    they have the points of one event; among several such wholes the likeliest."""
    by_iri = {one.iri: one for one in claims}
    found: dict[str, tuple[int, str]] = {}
    for a, b in pairs:
        one, other = by_iri[a], by_iri[b]
        if one.several == other.several or one.document == other.document:
            continue
        if list(obstacles(one, other, places)) == [SEVERAL]:
            points = judge(one, other, places).points
            part, whole = (b, a) if one.several else (a, b)
            if points >= ENOUGH:
                found[part] = min(found.get(part, (1, "")), (-points, whole))
    return {part: whole for part, (_, whole) in sorted(found.items())}
