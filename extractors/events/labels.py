"""One readable line for an event: who did what to whom, and where, in the text's own word for it."""

from __future__ import annotations

from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.tolls import anchor
from dateline.extractors.events.triggers import Scene
from dateline.graph.model import Claim

_AGAINST = frozenset({"Protest", "Attack", "Sanction", "Accuse", "Threaten", "Coerce", "Judge", "Reject", "Mobilize"})
_WITH = frozenset({"Consult", "Agree", "Cooperate"})


def label(scene: Scene, claim: Claim, lead: Claim) -> str:
    """The line for `claim` in the words of `lead`, the draft that tells most of it. Only places that the text gives
    the event itself are named, none that its setting supplies."""
    word = " ".join(lead.mentions[0].text.split()).removesuffix(" with").removesuffix(" against")
    token = anchor(scene.annotation, lead)
    verbal = is_verb(token)
    doers, others = _names(scene, claim.agents), _names(scene, claim.patients)
    equals = list(claim.participants)
    if not doers and equals:
        doers = _names(scene, (equals.pop(0),))
    others = others or _names(scene, tuple(equals))
    if not doers and verbal:
        parts = [word, "of", others] if token.tag == "VBG" and others else [others, word]
    elif not others or (verbal and not equals):
        parts = [doers, word, others]
    else:
        toward = "with" if equals or claim.type in _WITH else "against" if claim.type in _AGAINST else "of"
        parts = [doers, word, toward if doers else "of", others]
    where = next((scene.places[i].name for i in claim.places), "")
    line = " ".join(part for part in parts if part)
    return line + (f", {where}" if where and where not in line else "")


def _names(scene: Scene, ids: tuple[str, ...]) -> str:
    names = [scene.actors[i].name for i in ids]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
