"""Where a trigger's own phrases say that it happened."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    is_verb,
    objects,
    support_verb,
)
from dateline.extractors.events.slots import is_opposed
from dateline.extractors.events.triggers import Match, Scene
from dateline.extractors.words import word_lists

LOCATIVE = ("in", "at", "on", "near", "outside", "inside", "across", "around", "throughout", "within", "along", "off")
"""Prepositions whose noun is where something happens."""

POPULAR = frozenset({"Protest", "Disaster"})
"""Classes that befall a country or are made by its people: its name before them says where."""

_SPOKEN = frozenset({"State", "Accuse", "Support"})
"""Classes whose object is what is spoken of: "condemned the attack in Nairobi" is not said there."""

_STRIKING = frozenset({"Attack", "Coerce", "Disaster"})
"""Classes whose object, if it is a place, is where they happen: "attacked the town"."""


def places_told(scene: Scene, match: Match) -> tuple[str, ...]:
    """Where the trigger's own phrases, its support verb's or its clause's say that it happened, nearest first."""
    a = scene.annotation
    found: dict[str, None] = {}
    for i in _clause_heads(scene, match):
        for noun in coordinated(a, after_preposition(a, i, *LOCATIVE)):
            found.update(dict.fromkeys(_places_under(scene, noun)))
        if match.entry.type in _STRIKING:
            for noun in coordinated(a, _struck(scene, i)):
                found.update(dict.fromkeys(_town_named(scene, noun)))
        for before in a.children(i, "compound", "poss", "nmod", "amod", "npadvmod", "advmod"):
            if is_opposed(a, before.i):
                continue  # "an anti-China rally" is not in China
            if before.i in scene.place_at and (before.i not in scene.actor_at or match.entry.type in POPULAR):
                found.setdefault(scene.place_at[before.i])
        if found:
            break
    return tuple(sorted(found, key=lambda p: _BREADTH.get(scene.places[p].kind, 2)))


def _struck(scene: Scene, i: int) -> Iterator[int]:
    """What a verb acts upon, or what stands behind "of" and a noun: "attacked the town", "the shelling of the town"."""
    a = scene.annotation
    yield from objects(a, i) if is_verb(a.tokens[i]) else after_preposition(a, i, "of")


def _town_named(scene: Scene, noun: int) -> Iterator[str]:
    """The place that a noun names, itself or behind "of": "the town of Ashford"; none where somebody acts by it."""
    if noun in scene.actor_at:
        return
    if noun in scene.place_at:
        yield scene.place_at[noun]
    elif scene.annotation.tokens[noun].lemma in word_lists("places/words.toml")["city"]:
        for name in after_preposition(scene.annotation, noun, "of"):
            if name in scene.place_at:
                yield scene.place_at[name]


_BREADTH = {"point": 0, "city": 1, "area": 2, "water": 2, "region": 3, "country": 4, "continent": 5}


def _clause_heads(scene: Scene, match: Match) -> Iterator[int]:
    """The trigger, what it acts upon unless it only speaks of that, then the verbs above it within its clause."""
    a, anchor = scene.annotation, match.anchor
    yield anchor
    if is_verb(a.tokens[anchor]):
        if match.entry.type not in _SPOKEN:
            yield from objects(a, anchor)
    else:
        yield from (t.i for t in a.children(anchor, "relcl", "acl"))
    verb = support_verb(a, anchor)
    if verb is not None:
        yield verb.i
    at = anchor
    for _ in range(3):
        token = a.tokens[at]
        if token.head == at or token.dep in ("relcl", "ccomp", "advcl"):
            return
        at = token.head
        if is_verb(a.tokens[at]):
            yield at


def _places_under(scene: Scene, noun: int) -> Iterator[str]:
    """The place a noun names, or those in the phrase below it ("in the streets of Baghdad"), most specific first."""
    a = scene.annotation
    if noun in scene.place_at:
        yield scene.place_at[noun]
    for child in a.children(noun, "prep", "appos", "compound", "poss", "nmod"):
        if child.dep == "prep" and child.lemma in ("of", *LOCATIVE):
            for inner in coordinated(a, (t.i for t in a.children(child.i, "pobj"))):
                yield from _places_under(scene, inner)
        elif child.dep != "prep" and child.i in scene.place_at:
            yield scene.place_at[child.i]
