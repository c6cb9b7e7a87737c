"""Where an event happened whose own words name no place: the setting of the story.

In this order: a place within the sentence, in a phrase of place; the country where the story last was, or that place
itself where its country is not named. The setting begins with the first place of the lead, else the dateline's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extractors.events.roles import LOCATIVE
from dateline.extractors.events.triggers import Scene
from dateline.extractors.places import dateline_place
from dateline.graph.model import Claim, Place

_MOVABLE = frozenset({"State"})
"""Classes whose events are told without a place of interest."""


def settle(scene: Scene, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims in text order of their first mentions, each that names no place put where the story then is."""
    setting = _opening(scene)
    found = []
    for claim in sorted(claims, key=lambda c: (c.mentions[0].start, c.id)):
        if claim.places:
            setting = scene.places[claim.places[0]]
        elif claim.type not in _MOVABLE:
            near = _in_sentence(scene, claim)
            if near is not None:
                setting = near
            if setting is not None:
                place = near or _country(scene, setting) or setting
                how = "its sentence" if near else "the setting of the story"
                claim = replace(claim, places=(place.id,), rule=f"{claim.rule}; place by {how}")
        found.append(claim)
    return tuple(found)


def _opening(scene: Scene) -> Place | None:
    """The first place in a phrase of place within the lead, else the dateline's; None where the text has neither."""
    a = scene.annotation
    lead = [s for s in a.sentences if not s.headline][:2]
    for sentence in lead:
        for i in range(sentence.first, sentence.last):
            if i in scene.place_at and _is_locative(scene, i):
                return scene.places[scene.place_at[i]]
    by_dateline = dateline_place(a, tuple(scene.places.values()))
    return scene.places[by_dateline] if by_dateline else None


def _in_sentence(scene: Scene, claim: Claim) -> Place | None:
    """The one place that a sentence of the claim speaks of in a phrase of place; None where none speaks of just one."""
    a = scene.annotation
    for mention in claim.mentions:
        sentence = a.sentence(a.within(mention.start, mention.end).start)
        tokens = range(sentence.first, sentence.last)
        inside = {scene.place_at[i] for i in tokens if i in scene.place_at and _is_locative(scene, i)}
        if place := _most_specific([scene.places[i] for i in sorted(inside)]):
            return place
    return None


def _most_specific(places: Sequence[Place]) -> Place | None:
    """The place among them that lies within all the others."""
    for place in places:
        if all(
            o is place or o.id in place.within or (o.kind == "country" and o.country == place.country) for o in places
        ):
            return place
    return None


def _is_locative(scene: Scene, i: int) -> bool:
    """Whether a place stands in a phrase that says where: "in Baghdad", "in the streets of Baghdad"."""
    a = scene.annotation
    token = a.tokens[i]
    while token.dep in ("compound", "nmod", "appos", "conj", "amod", "poss") and token.head != token.i:
        token = a.head(token.i)
        if token.i in scene.actor_heads:
            return False
    head = a.head(token.i)
    if token.dep != "pobj":
        return False
    return head.lemma in LOCATIVE or (head.lemma == "of" and _is_locative(scene, head.head))


def _country(scene: Scene, place: Place) -> Place | None:
    if place.country is None:
        return None
    return next((p for p in scene.places.values() if p.kind == "country" and p.country == place.country), None)
