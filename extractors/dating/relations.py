"""Before, during and simultaneous between events, from connectives, held against the dates.

Allen 1983, "Maintaining knowledge about temporal intervals". A relation is a set of the 13 base relations; the closure
intersects it with what every third interval allows until nothing changes (path consistency).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product

from dateline.extractors.dating.clauses import is_verb, trigger_token, words
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Claim, Relation, RelationType

Base = frozenset[str]
ALL: Base = frozenset(["b", "m", "o", "s", "d", "f", "e", "bi", "mi", "oi", "si", "di", "fi"])
MEANS: dict[str, Base] = {
    "before": frozenset({"b", "m"}),
    "after": frozenset({"bi", "mi"}),
    "during": frozenset({"d", "s", "f", "e"}),
    "includes": frozenset({"di", "si", "fi", "e"}),
    "simultaneous": frozenset({"e", "o", "oi", "s", "si", "d", "di", "f", "fi"}),
}
_WRITTEN: tuple[RelationType, ...] = ("before", "during", "simultaneous")
_INVERSE = {b: b.removesuffix("i") if b.endswith("i") else b + "i" for b in ALL} | {"e": "e"}
_LIMIT = 24
"""Events in one net of relations beyond which the closure is left out: its cost grows with the third power."""


def told(annotation: Annotation, claims: tuple[Claim, ...]) -> tuple[Relation, ...]:
    """Relations that a connective states between two events of one sentence: "fled after the attack"."""
    tokens = _tokens(annotation, claims)
    found: dict[Relation, None] = {}
    for i, claim in tokens.items():
        for kind, governor in _connected(annotation, annotation.tokens[i]):
            other = tokens.get(governor.i)
            if other is not None and other.id != claim.id:
                found[Relation(kind, other.id, claim.id)] = None
    return tuple(found)


def _tokens(annotation: Annotation, claims: tuple[Claim, ...]) -> dict[int, Claim]:
    found: dict[int, Claim] = {}
    for claim in claims:
        token = trigger_token(annotation, claim.mentions[0].start, claim.mentions[0].end)
        if token is not None:
            found.setdefault(token.i, claim)
    return found


def _connected(annotation: Annotation, token: Token) -> Iterator[tuple[RelationType, Token]]:
    """How the governor stands to the event at `token`, which a connective leads to."""
    head = annotation.head(token.i)
    if is_verb(token) and token.dep == "advcl" and is_verb(head):
        marks = annotation.children(token.i, "mark", "advmod")
        yield from ((kind, head) for mark in marks if (kind := _kind(mark)))
    if token.dep in ("pobj", "pcomp") and (head.pos in ("ADP", "SCONJ") or head.tag == "VBG"):
        kind, above = _kind(head), annotation.head(head.i)
        if kind:
            yield kind, above


def _kind(mark: Token) -> RelationType | None:
    kinds: tuple[RelationType, ...] = ("after", "before", "during", "simultaneous")
    return next((kind for kind in kinds if mark.lemma in words(f"relations.{kind}")), None)


def closed(claims: tuple[Claim, ...], relations: Iterable[Relation]) -> tuple[tuple[Relation, ...], dict[str, str]]:
    """The relations that hold together with each other and the dates, and what follows from them; and for each claim
    whose relation was dropped, a note in words."""
    by_id = {claim.id: claim for claim in claims}
    order = {claim.id: n for n, claim in enumerate(claims)}
    found: list[Relation] = []
    notes: dict[str, str] = {}
    for group in _groups(tuple(relations)):
        kept: list[Relation] = []
        for relation in group:
            if _closure(by_id, [*kept, relation]) is None:
                trigger = by_id[relation.target].mentions[0].text
                notes[relation.source] = f"{relation.type!r} {trigger!r} contradicts the dates and was dropped"
            else:
                kept.append(relation)
        found += _written(_closure(by_id, kept) or {}, kept)
    return tuple(sorted(found, key=lambda r: (order[r.source], order[r.target], r.type))), notes


def _groups(relations: tuple[Relation, ...]) -> list[list[Relation]]:
    """The relations parted into those that hang together through the events that they share."""
    group: dict[str, list[Relation]] = {}
    for relation in relations:
        one, other = group.get(relation.source, []), group.get(relation.target, [])
        joined = [*one, *(other if other is not one else []), relation]
        for name in {name for r in joined for name in (r.source, r.target)}:
            group[name] = joined
    return list({id(each): each for each in group.values()}.values())


def _written(net: Mapping[tuple[str, str], Base], kept: list[Relation]) -> Iterator[Relation]:
    stated = {frozenset((r.source, r.target)) for r in kept}
    for (x, y), base in net.items():
        for kind in _WRITTEN:
            if base <= MEANS[kind] and (kind != "simultaneous" or (x < y and {x, y} in stated)):
                yield Relation(kind, x, y)
                break


def _closure(claims: Mapping[str, Claim], relations: list[Relation]) -> dict[tuple[str, str], Base] | None:
    """The path-consistent net of all events that stand in some relation; None where it cannot be."""
    nodes = sorted({i for r in relations for i in (r.source, r.target)})
    net = {(x, y): _by_dates(claims[x], claims[y]) for x in nodes for y in nodes if x != y}
    for r in relations:
        net[r.source, r.target] &= MEANS[r.type]
        net[r.target, r.source] &= frozenset(_INVERSE[b] for b in MEANS[r.type])
    changed = len(nodes) <= _LIMIT
    while changed:
        changed = False
        for x, y, z in product(nodes, repeat=3):
            if len({x, y, z}) == 3:
                narrowed = net[x, z] & composed(net[x, y], net[y, z])
                if narrowed != net[x, z]:
                    net[x, z], changed = narrowed, True
    return None if any(not base for base in net.values()) else net


def _by_dates(x: Claim, y: Claim) -> Base:
    """The base relations that the dates of two events leave open, to the day."""
    if x.end.latest and y.begin.earliest and x.end.latest < y.begin.earliest:
        return frozenset({"b"})
    if y.end.latest and x.begin.earliest and y.end.latest < x.begin.earliest:
        return frozenset({"bi"})
    return ALL


@cache
def composed(first: Base, second: Base) -> Base:
    """What x may be to z when x is `first` to y and y is `second` to z."""
    return frozenset(b for p in first for q in second for b in _table()[p, q])


@cache
def _table() -> dict[tuple[str, str], Base]:
    """Allen's table of compositions, found by trying all ways in which three intervals can lie on eight points."""
    spans = [(i, j) for i in range(7) for j in range(i + 1, 8)]
    table: dict[tuple[str, str], set[str]] = {}
    for x, y, z in product(spans, repeat=3):
        table.setdefault((_base(x, y), _base(y, z)), set()).add(_base(x, z))
    return {key: frozenset(value) for key, value in table.items()}


def _base(x: tuple[int, int], y: tuple[int, int]) -> str:
    if x == y:
        return "e"
    if x[1] < y[0]:
        return "b"
    if x[1] == y[0]:
        return "m"
    if x[0] == y[0]:
        return "s" if x[1] < y[1] else "si"
    if x[1] == y[1]:
        return "f" if x[0] > y[0] else "fi"
    if y[0] < x[0] and x[1] < y[1]:
        return "d"
    if x[0] < y[0] < x[1] < y[1]:
        return "o"
    return _INVERSE[_base(y, x)]
