"""One readable line for an event: who did what to whom, and where, in the text's own word for it."""

from __future__ import annotations

from dateline.extractors.events.arguments import grammatical_subject, is_passive, is_verb, objects
from dateline.extractors.events.tolls import anchor
from dateline.extractors.events.triggers import Scene
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import MUTUAL, Claim

_AGAINST = frozenset({"Protest", "Attack", "Sanction", "Accuse", "Threaten", "Coerce", "Judge", "Reject", "Mobilize"})
_UNDERGONE = frozenset({"Attack", "Coerce", "Judge", "Reject"})
"""Of these, those whose nouns go on with "of" where no doer is named: "bombing of the market", but "march against"."""
_OPEN_ENDS = frozenset(
    ["with", "against", "on", "for", "to", "that", "at", "over", "into", "of", "by", "from", "upon", "in", "the", "a"]
)
"""Words that no line may end in."""
_LONGEST = 5
"""Words before a noun that a line still takes in."""


def label(scene: Scene, claim: Claim, lead: Claim) -> str:
    """The line for `claim` in the words of `lead`, the draft that tells most of it. Only places that the text gives
    the event itself are named, none that its setting supplies."""
    word = " ".join(lead.mentions[0].text.split())
    token = anchor(scene.annotation, lead)
    verbal = is_verb(token)
    doers, others = _names(scene, claim.agents), _names(scene, claim.patients)
    equals = list(claim.participants)
    if not doers and equals:
        doers = _names(scene, (equals.pop(0),))
    others = others or _names(scene, tuple(equals))
    if others and others.lower() in word.lower():  # the phrase itself has the name between its words
        others = ""
    elif not others and verbal:
        doers, others = _in_words(scene, token, doers)
        others = "" if others.rsplit(" ", 1)[-1] in word.split() else others
    link = _link(scene, claim, lead)
    leads_on = word.rsplit(" ", 1)[-1].lower() in _OPEN_ENDS
    if not others:
        word = _closed(word)
    if not doers and verbal:
        parts = [word, "of", others] if token.tag == "VBG" and others else [others, word]
    elif not others or leads_on or (verbal and not (equals or link or _beside(scene, claim, token))):
        parts = [doers, word, others]
    else:
        against = claim.type in _AGAINST and (bool(doers) or claim.type not in _UNDERGONE)
        usual = "with" if equals or claim.type in MUTUAL else "against" if against else "of"
        parts = [doers, word, link or usual, others]
    if doers and word.lower().startswith(doers.lower()):  # "the Senate vote" has its doer
        parts.remove(doers)
    where = next((scene.places[i].name for i in claim.places), "")
    line = " ".join(part for part in parts if part)
    return line + (f", {where}" if where and where not in line else "")


def _link(scene: Scene, claim: Claim, lead: Claim) -> str:
    """The preposition behind the trigger that the text itself puts before who undergoes the event, if there is one."""
    a, mention = scene.annotation, lead.mentions[0]
    for link in (p for i in a.within(mention.start, mention.end) for p in a.children(i, "prep")):
        if any(scene.actor_at.get(t.i) in claim.patients for t in a.children(link.i, "pobj")):
            return link.text.lower() if link.start >= mention.end else ""
    return ""


def _beside(scene: Scene, claim: Claim, verb: Token) -> bool:
    """Whether those with whom a mutual act is done are no object of its verb: "agreed with the unions"."""
    met = {scene.actor_at.get(i) for i in objects(scene.annotation, verb.i)}
    return claim.type in MUTUAL and bool(claim.patients) and met.isdisjoint(claim.patients)


def _in_words(scene: Scene, verb: Token, doers: str) -> tuple[str, str]:
    """Doer and object as the text has them, where they are things and no actors: "Santos | the resignation"."""
    a = scene.annotation
    things = [name for i in objects(a, verb.i) if (name := _thing(a, i))]
    if doers or is_passive(a, verb.i):
        return doers, " and ".join(things)
    subjects = [name for i in grammatical_subject(a, verb.i) if (name := _thing(a, i))]
    return " and ".join(subjects), " and ".join(things)


def _thing(a: Annotation, noun: int) -> str:
    """A noun with what stands closely before it; empty for pronouns and phrases too long for a line."""
    if a.tokens[noun].pos not in ("NOUN", "PROPN"):
        return ""
    before = [t.i for t in a.children(noun, "compound", "amod", "nummod", "nmod") if t.i < noun]
    first = min([noun, *before])
    return " ".join(a.quote(first, noun + 1).split()) if noun - first <= _LONGEST else ""


def _closed(word: str) -> str:
    """A phrase without the prepositions at its end that wait for a name: "called for", "marched on"."""
    words = word.split()
    while len(words) > 1 and words[-1].lower() in _OPEN_ENDS:
        words.pop()
    return " ".join(words)


def _names(scene: Scene, ids: tuple[str, ...]) -> str:
    names = [scene.actors[i].name for i in ids]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
