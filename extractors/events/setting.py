"""Where an event happened whose own words name no place: the setting of the story.

In this order: a place within the sentence, in a phrase of place; the country where the story is just then, or that
place itself where its country is not named. A story is at home in the first place of its lead, else its dateline's,
else the land that it speaks of most; what happens elsewhere takes it there for a few sentences only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.extractors.events.roles import LOCATIVE
from dateline.extractors.events.triggers import Scene
from dateline.extractors.places import dateline_place
from dateline.graph.model import HAPPENED, Claim, Document, Place

_NOWHERE = frozenset({"State"})
"""Classes whose events are told without a place of interest."""
_VAST = frozenset({"continent", "water"})
_WIDE = frozenset({"city", "region", "country", "area"})
_STAY = 3
"""Sentences for which a story stays abroad after an event there."""
_BACKGROUND = timedelta(days=90)
"""What lies longer before the report is background, and does not move the story."""


def settle(document: Document, scene: Scene, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims in text order of their first mentions, each that names no place put where the story then is."""
    home = _opening(scene) or _most_spoken_of(scene)
    setting, since = home, 0
    found = []
    for claim in sorted(claims, key=lambda c: (c.mentions[0].start, c.id)):
        at = _sentence(scene, claim)
        if setting is not None and home is not None and setting.country != home.country and at - since > _STAY:
            setting = home
        if claim.places:
            place = scene.places[claim.places[0]]
            if place.kind not in _VAST and claim.status in HAPPENED and not _is_background(document, claim):
                setting, since = place, at
        elif claim.type not in _NOWHERE:
            near = _in_sentence(scene, claim)
            place_now = near or _around(scene, setting)
            if place_now is not None:
                how = "its sentence" if near else "the setting of the story"
                claim = replace(claim, places=(place_now.id,), rule=f"{claim.rule}; place by {how}")
        found.append(claim)
    return tuple(found)


def _sentence(scene: Scene, claim: Claim) -> int:
    mention = claim.mentions[0]
    return scene.annotation.sentence_index(scene.annotation.within(mention.start, mention.end).start)


def _is_background(document: Document, claim: Claim) -> bool:
    latest = claim.begin.latest
    return bool(claim.time and document.date and latest and latest < document.date - _BACKGROUND)


def _most_spoken_of(scene: Scene) -> Place | None:
    """The country that places and nations of the text belong to most often; None where two do so alike."""
    spoken = Counter[str]()
    for place in scene.places.values():
        spoken[place.country or ""] += len(place.mentions)
    for actor in scene.actors.values():
        spoken[actor.country or ""] += len(actor.mentions)
    del spoken[""]
    (first, times), (_, others) = [*spoken.most_common(2), ("", 0), ("", 0)][:2]
    if not times or times == others:
        return None
    return next((p for p in scene.places.values() if p.kind == "country" and p.country == first), None)


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


def _around(scene: Scene, setting: Place | None) -> Place | None:
    """What a setting lets one say of an event that names no place: its country, else its town or region, no spot."""
    if setting is None:
        return None
    wider = (scene.places[i] for i in setting.within if i in scene.places)
    known = (_country(scene, setting), setting, *wider)
    return next((p for p in known if p is not None and p.kind in _WIDE), None)


def _country(scene: Scene, place: Place) -> Place | None:
    if place.country is None:
        return None
    return next((p for p in scene.places.values() if p.kind == "country" and p.country == place.country), None)
