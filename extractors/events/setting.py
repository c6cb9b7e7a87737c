"""Where an event happened whose own words name no place: the setting of the story.

In this order: a place within the sentence, in a phrase of place; the country where the story is just then, or, where
that country is not named at all, the only town that the story names, or the country of all that it names. A story is at
home in the first place of its lead, else its dateline's, unless it speaks far more of another land; what happens
elsewhere takes it there for a few sentences only. Where the evidence is thinner than that, an event stays without a
place.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dateline.extractors.events.home import Home
from dateline.extractors.events.locating import in_sentence
from dateline.extractors.events.triggers import Scene
from dateline.graph.model import HAPPENED, PLACED_BY, Claim, Document, Place

_NOWHERE = frozenset({"State"})
"""Classes whose events are told without a place of interest."""
_AT_HOME = frozenset({"LEG", "JUD", "COP"})
"""Sectors whose bodies act in their own country."""
_VAST = frozenset({"continent", "water"})
_STAY = 1
"""Sentences for which a story stays abroad after an event there."""
_BACKGROUND = timedelta(days=90)
"""What lies longer before the report is background, and does not move the story."""


def settle(document: Document, scene: Scene, claims: tuple[Claim, ...]) -> tuple[Scene, tuple[Claim, ...]]:
    """The claims in text order of their first mentions, each that names no place put where the story then is.

    Countries that the text names by an adjective only join the places of the scene where a claim needs them.
    """
    story = Home(scene)
    setting, since = story.place, 0
    added: dict[str, Place] = {}
    found = []
    for claim in sorted(claims, key=lambda c: (c.mentions[0].start, c.id)):
        at = _sentence(scene, claim)
        if (
            setting is not None
            and story.place is not None
            and setting.country != story.place.country
            and at - since > _STAY
        ):
            setting = story.place
        if claim.places:
            place = scene.places[claim.places[0]]
            telling = place.kind not in _VAST and place.country is not None
            if telling and claim.status in HAPPENED and not _is_background(document, claim):
                setting, since = place, at
        elif claim.type not in _NOWHERE:
            near = in_sentence(scene, claim)
            place_now = near or _for_doer(scene, claim, story, story.around(setting))
            if place_now is not None:
                if place_now.id not in scene.places:
                    place_now = added.setdefault(
                        place_now.id, replace(place_now, id=f"p{len(scene.places) + len(added) + 1}")
                    )
                how = "its sentence" if near else "the setting of the story"
                claim = replace(claim, places=(place_now.id,), rule=f"{claim.rule}{PLACED_BY}{how}")
        found.append(claim)
    places = {**scene.places, **{p.id: p for p in added.values()}}
    return replace(scene, places=places), tuple(found)


def _for_doer(scene: Scene, claim: Claim, story: Home, place: Place | None) -> Place | None:
    """The place inferred from the story, but for a parliament, court or police of another state its own country, if the
    text names it: these act at home."""
    doers = (scene.actors[i] for i in claim.agents if i in scene.actors)
    lands = [one.country for one in doers if one.kind == "Organization" and one.sector in _AT_HOME and one.country]
    if place is None or not lands or place.country in lands:
        return place
    return story.country(lands[0])


def _sentence(scene: Scene, claim: Claim) -> int:
    mention = claim.mentions[0]
    return scene.annotation.sentence_index(scene.annotation.within(mention.start, mention.end).start)


def _is_background(document: Document, claim: Claim) -> bool:
    latest = claim.begin.latest
    return bool(claim.time and document.date and latest and latest < document.date - _BACKGROUND)
