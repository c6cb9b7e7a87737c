"""Which phrases of place in a sentence say where an event of that sentence happened."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.triggers import Scene
from dateline.extractors.events.whereabouts import LOCATIVE
from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Claim, Place


def in_sentence(scene: Scene, claim: Claim) -> Place | None:
    """The one place that a sentence of the claim speaks of in a phrase of place; None where none speaks of just one."""
    a = scene.annotation
    for mention in claim.mentions:
        trigger = a.within(mention.start, mention.end)
        sentence = a.sentence(trigger.start)
        tokens = range(sentence.first, sentence.last)
        inside = {
            scene.place_at[i]
            for i in tokens
            if i in scene.place_at and is_locative(scene, i) and not _elsewhere(scene, i, trigger, claim)
        }
        if place := most_specific([scene.places[i] for i in sorted(inside)]):
            return place
    return None


def most_specific(places: Sequence[Place]) -> Place | None:
    """The place among them that lies within all the others."""
    for place in places:
        if all(
            o is place or o.id in place.within or (o.kind == "country" and o.country == place.country) for o in places
        ):
            return place
    return None


def is_locative(scene: Scene, i: int) -> bool:
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
    return head.lemma in LOCATIVE or (head.lemma == "of" and is_locative(scene, head.head))


def _elsewhere(scene: Scene, i: int, trigger: range, claim: Claim) -> bool:
    """Whether a phrase of place belongs to another clause: to a speaker ("said in Cairo that …"), to somebody or
    something told of in passing ("the group, whose offices are in Cairo"), or to where somebody is usually ("soldiers
    stationed in Cairo")."""
    a = scene.annotation
    above = {t.i for j in trigger for t in (a.tokens[j], *a.ancestors(j))}
    verb = next((t for t in a.ancestors(i) if is_verb(t)), None)
    if verb is None or (any(j in above for j in _joined(scene, verb)) and not _speaks(verb, i, trigger, claim)):
        return False
    return verb.dep == "relcl" or dwells(verb) or verb.i in above


def dwells(verb: Token) -> bool:
    """Whether a verb only says of somebody where he is usually: "soldiers stationed in Cairo"."""
    return verb.dep == "acl" and verb.lemma in word_lists("places/words.toml")["dwelling"]


def _joined(scene: Scene, verb: Token) -> set[int]:
    """A verb and those that it is joined to by "and"."""
    found = {verb.i}
    while verb.dep == "conj":
        verb = scene.annotation.head(verb.i)
        found.add(verb.i)
    return found


def _speaks(verb: Token, i: int, trigger: range, claim: Claim) -> bool:
    """Whether the phrase of place behind a verb of saying tells where it was said; in front it holds for all."""
    said = is_reporting(verb)
    return said and claim.type != "State" and verb.i not in trigger and verb.i < i < trigger.start
