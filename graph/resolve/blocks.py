"""Which pairs of claims are compared: near linearly many.

Only claims of one class, or of two that share types (`vocabulary.kin`), and of one status family that share an actor, a
word, a town or a name in their sentences are judged, and of those only such as may fall on one day or, undated, stand
in one story.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations, product

from dateline.graph.model import TimeSpan
from dateline.graph.resolve.claims import WIDEST, Told, days
from dateline.graph.resolve.groups import Groups
from dateline.graph.resolve.stories import same_stories
from dateline.graph.vocabulary import event_types, kin

NARROW = 7
"""Days; claims dated to within so many are looked up by day, vaguer ones by month."""


def candidates(claims: Sequence[Told]) -> set[tuple[str, str]]:
    """Pairs of IRIs, the lesser first, that share a block."""
    narrow: dict[Hashable, list[Told]] = {}
    wide: dict[Hashable, tuple[list[Told], list[Told]]] = {}
    for one in claims:
        width = days(one.begin)
        if width is None or width > WIDEST:
            continue
        months = {(day.year, day.month) for day in _days(one.begin)}
        for mark in marks(one):
            about = (sort(one.claim.type), one.family, mark)
            if width <= NARROW:
                for day in _days(one.begin):
                    narrow.setdefault((about, day), []).append(one)
            for month in months:
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
        for mark in marks(one):
            told.setdefault(one.document, {}).setdefault((sort(one.claim.type), one.family, mark), []).append(one)
    for here, there in same_stories({one.story for one in claims}):
        ours, theirs = (told.get(each.document, {}) for each in (here, there))
        for about in ours.keys() & theirs.keys():
            yield from (_pair(a, b) for a, b in product(ours[about], theirs[about]) if not (a.dated and b.dated))


@cache
def _sorts() -> Mapping[str, str]:
    """One class for all classes that share types with each other, by class."""
    groups = Groups(name for name, each in event_types().items() if each.parent is None)
    for name, others in kin().items():
        for other in others:
            groups.join(*(event_types()[each].parent or each for each in (name, other)))
    return {name: groups.find(name) for name, each in event_types().items() if each.parent is None}


def sort(type_: str) -> str:
    """The class of claims that a claim of this class is compared with: one for all that share types."""
    return _sorts()[type_]


def comparable(one: Told, other: Told) -> bool:
    """Whether two claims share a block, if days overlap or, where one is undated, their documents tell one story."""
    alike = sort(one.claim.type) == sort(other.claim.type) and one.family == other.family
    return alike and not set(marks(one)).isdisjoint(marks(other))


def _pair(one: Told, other: Told) -> tuple[str, str]:
    return (one.iri, other.iri) if one.iri < other.iri else (other.iri, one.iri)


def marks(one: Told) -> Iterator[tuple[str, str]]:
    """What a claim shares one of with any that it is compared with: kind of mark, and the mark."""
    yield from (("word", word) for word in one.words)
    yield from (("actor", actor) for actor in frozenset().union(*one.actors.values()))
    yield from (("head", head) for head in frozenset().union(*one.heads.values()))
    yield from (("place", place) for place in one.towns)
    yield from (("name", word) for word in one.names)


def _days(span: TimeSpan) -> Iterator[date]:
    day, last = span.earliest, span.latest
    while day and last and day <= last:
        yield day
        day = day + timedelta(1) if day < date.max else None
