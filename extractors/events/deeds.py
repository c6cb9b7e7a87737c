"""Whom an act upon another event is aimed at: who did what is condemned, rejected, banned or investigated.

"Rebels attacked a school. The bishop condemned the attack" aims at the rebels, and "the workers rejected the offer" at
whoever offered it before. Only claims without a target are given one, and only by the event or verb that their own
object names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.extractors.events.arguments import after_preposition, grammatical_subject, is_passive, is_verb, objects
from dateline.extractors.events.standing import actors_at
from dateline.extractors.events.status import is_definite
from dateline.extractors.events.triggers import Scene
from dateline.extractors.syntax import Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Claim

_ABOUT = ("against", "over", "for", "about", "of", "at", "into", "on", "to")
"""Prepositions behind a word of judgement that lead to what is judged."""
_REACH = 4
"""Sentences within which what a definite noun takes up is told with a verb."""
_STEM = 4
"""Letters that a verb and its noun share at least ("offer", "decide" and "decision")."""


def aimed(scene: Scene, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, those upon a deed with whoever did it for their target where they told none."""
    told = {i: c for c in claims for m in c.mentions for i in scene.annotation.within(m.start, m.end)}
    aimed_at = tuple(replace(c, patients=_whose(scene, c, told)) if _open(c) else c for c in claims)
    by_id = {c.id: c for c in aimed_at}
    return tuple(_shared(scene, c, {i: by_id[x.id] for i, x in told.items()}) for c in aimed_at)


def _shared(scene: Scene, claim: Claim, told: Mapping[int, Claim]) -> Claim:
    """The claim with the target of the act that it only spells out: "went on strike at Vale, demanding higher pay"."""
    a = scene.annotation
    alike = word_lists("syntax.toml")["targets.alike"]
    if claim.type not in alike or claim.patients or claim.participants:
        return claim
    tokens = a.within(claim.mentions[0].start, claim.mentions[0].end)
    verb = a.head_of(tokens.start, tokens.stop)
    above = told.get(verb.head) if verb.dep in ("advcl", "xcomp", "acl") else None
    if above is None or above.type not in alike or not set(claim.agents) <= set(above.agents):
        return claim
    return replace(claim, patients=above.patients)


def _open(claim: Claim) -> bool:
    return claim.type in word_lists("syntax.toml")["targets.deeds"] and not claim.patients and not claim.participants


def _whose(scene: Scene, claim: Claim, told: Mapping[int, Claim]) -> tuple[str, ...]:
    """Who did the first deed that a mention of the claim acts upon; nobody where the text does not say."""
    for thing in _things(scene, claim):
        deed = told.get(thing.i) or _meant(scene, thing, told)
        doers = deed.agents if deed is not None and deed.id != claim.id else _told_near(scene, thing)
        if found := tuple(i for i in doers if i not in claim.agents):
            return found
    return ()


def _things(scene: Scene, claim: Claim) -> Iterator[Token]:
    a = scene.annotation
    for mention in claim.mentions:
        tokens = a.within(mention.start, mention.end)
        head = a.head_of(tokens.start, tokens.stop)
        own = objects(a, head.i) if is_verb(head) else ()
        if any(t.lemma == "on" for i in (head.i, *own) for t in a.children(i, "prep")) and head.lemma == "blame":
            continue  # "blamed the attack on the north"
        for i in (*(j for j in own if j not in tokens), *after_preposition(a, head.i, *_ABOUT)):
            if not is_verb(a.tokens[i]):
                yield a.tokens[i]


def _meant(scene: Scene, thing: Token, told: Mapping[int, Claim]) -> Claim | None:
    """The last event before that a definite noun for any of its class takes up: "the incident"."""
    a = scene.annotation
    if not is_definite(a, thing.i) or thing.tag != "NN":
        return None
    first = a.sentences[max(a.sentence_index(thing.i) - _REACH, 0)].first
    generic = word_lists("coreference.toml")
    return next(
        (
            told[i]
            for i in range(thing.i - 1, first - 1, -1)
            if i in told and thing.lemma in generic.get(f"generic.{told[i].type}", ())
        ),
        None,
    )


def _told_near(scene: Scene, thing: Token) -> tuple[str, ...]:
    """Whose act a definite noun takes up that is told near it with its verb: "he offered … refused the offer"."""
    a = scene.annotation
    if not is_definite(a, thing.i) or thing.tag != "NN" or thing.i in scene.actor_at:
        return ()
    at = a.sentence_index(thing.i)
    first, last = a.sentences[max(at - _REACH, 0)].first, a.sentences[min(at + _REACH, len(a.sentences) - 1)].last
    for verb in (*reversed(a.tokens[first : thing.i]), *a.tokens[thing.i + 1 : last]):
        if is_verb(verb) and _derived(verb.lemma, thing.lemma) and not is_passive(a, verb.i):
            return tuple(x for t in grammatical_subject(a, verb.i) for x in actors_at(scene, t))
    return ()


def _derived(verb: str, noun: str) -> bool:
    """Whether a noun looks made from a verb: "propose" and "proposal", not "compare" and "compromise"."""
    return verb[: max(_STEM, len(verb) - 2)] == noun[: max(_STEM, len(verb) - 2)]
