"""Who does what an event noun names, by the verb beside it: "gathered for a rally", "spoke after talks with rebels"."""

from __future__ import annotations

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    grammatical_subject,
    is_passive,
    is_verb,
    objects,
)
from dateline.extractors.events.bearing import bearer
from dateline.extractors.events.lexicon import entries_at
from dateline.extractors.events.status import factuality, is_definite
from dateline.extractors.events.status.verbs import negator
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_DURING = frozenset({"after", "in", "during", "following", "at"})

_VOICED = frozenset({"Request", "Accuse", "Support", "Reject"})
"""Classes of acts in words with which one may open or end a thing."""


def _met(a: Annotation, noun: int, event_type: str) -> bool:
    """Whether what a noun names is what people came for or spoke in: "gathered for a rally", "told them in a call"."""
    link, lists = a.head(noun), word_lists("syntax.toml")
    verb = a.head(link.i)
    if a.tokens[noun].dep != "pobj" or not is_verb(verb) or is_passive(a, verb.i):
        return False
    if event_type == "Consult":
        told_in = ("in", "during", "on", "over") if a.tokens[noun].lemma in ("call", "phone") else ("in", "during")
        spoken = link.lemma in told_in and verb.lemma in lists["support.speaking"]
        spoken = spoken or (link.lemma == "for" and verb.lemma in lists["support.hosting"])
        left = link.lemma == "from" and verb.lemma in lists["support.coming"] | {"walk", "withdraw", "emerge", "storm"}
        return spoken or left or (link.lemma in ("for", "on") and verb.lemma in lists["support.coming"])
    if event_type == "Vote":
        return link.lemma == "by"
    if event_type == "Protest":
        bare = link.lemma == "in" and not a.children(noun)  # "blocked the road in protest"
        return bare or (link.lemma in ("for", "in", "at") and verb.lemma in lists["support.gathering"])
    return False


def teller(a: Annotation, anchor: int, event_type: str) -> int:
    """The word that tells whether it happened: of "appear to kill each other in raids" what tells so of the killing."""
    verb = _verb_of(a, anchor, event_type)
    return anchor if verb is None or is_definite(a, anchor) else verb


def _verb_of(a: Annotation, noun: int, event_type: str) -> int | None:
    """The verb above an event noun that tells of the same act: "raided the camp in a revenge attack"."""
    link = a.head(noun)
    verb = a.head(link.i)
    under = a.tokens[noun].dep == "pobj" and not is_verb(a.tokens[noun]) and is_verb(verb)
    if not under or link.lemma != "in" or verb.lemma in word_lists("syntax.toml")["support.befallen"]:
        return None
    if event_type in ("Consult", "Disaster"):
        return None
    agreed = (a.head(verb.i),) if verb.dep == "xcomp" else ()  # "agreed to buy ten jets in a deal"
    return next((v.i for v in (verb, *agreed) if _may_tell(a, v, event_type)), None)


def _may_tell(a: Annotation, verb: Token, event_type: str) -> bool:
    """Whether a verb with the words that hang on it is of a class, and its subject does the deed."""
    near = [verb, *a.children(verb.i)]
    words = {t.lemma for t in (*near, *(aux for t in near if t.dep == "xcomp" for aux in a.children(t.i, "aux")))}
    known = (e for e in entries_at("verb", verb.lemma) if words.issuperset(e.words) and "subject" in e.agent)
    return any(e.type == event_type for e in known)


def same_act(a: Annotation, noun: int, event_type: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Doers and targets of the verb above an event noun that tells of the same act; empty where it tells of another."""
    verb = _verb_of(a, noun, event_type)
    if verb is None or negator(a, verb):  # "were not hurt in the blast"
        return (), ()
    if is_definite(a, noun) and factuality(a, verb).settled:  # "suspected of taking part in the raid"
        return (), ()
    doers = tuple(after_preposition(a, verb, "by")) if is_passive(a, verb) else grammatical_subject(a, verb)
    return coordinated(a, doers), coordinated(a, objects(a, verb))


def attending(a: Annotation, noun: int, event_type: str) -> tuple[int, ...]:
    """Who came for what an event noun names, or spoke in it; empty where the verb above tells nothing of the kind."""
    if is_verb(a.tokens[noun]) or not _met(a, noun, event_type):
        return ()
    return coordinated(a, grammatical_subject(a, a.head(a.tokens[noun].head).i))


def voicing(a: Annotation, noun: int, event_type: str) -> tuple[int, ...]:
    """Who does something with words that a noun names: "ended her campaign with an appeal to the farmers"."""
    link = a.head(noun)
    verb, lists = a.head(link.i), word_lists("syntax.toml")
    behind = a.tokens[noun].dep == "pobj" and link.lemma == "with" and link.i > verb.i and is_verb(verb)
    if event_type not in _VOICED or not behind or is_passive(a, verb.i) or not a.children(verb.i, "dobj"):
        return ()
    return () if verb.lemma in lists["support.object_of"] else grammatical_subject(a, verb.i)


def dealing(a: Annotation, noun: int, event_type: str) -> tuple[int, ...]:
    """Who makes the deal that a noun of its class names: "negotiated the purchase of ten jets"."""
    token = bearer(a, noun)
    verb = a.head(token.i)
    lends = token.dep == "dobj" and verb.lemma in word_lists("syntax.toml").get(f"dealing.{event_type}", ())
    return grammatical_subject(a, verb.i) if lends else ()


def spoken_to(a: Annotation, noun: int, event_type: str) -> tuple[int, ...]:
    """To whom something is said in a call or a meeting: "told the donors in a call"."""
    verb = a.head(a.tokens[noun].head)
    aside = a.head(noun).lemma == "during"  # "told reporters during the summit"
    if event_type != "Consult" or is_verb(a.tokens[noun]) or aside or not _met(a, noun, event_type):
        return ()
    return coordinated(a, (*after_preposition(a, verb.i, "to", "with"), *objects(a, verb.i)))


def parties(a: Annotation, noun: int) -> tuple[int, ...]:
    """Who acts in or after what a noun names that has its other side behind "with", and so was the one side ("she spoke
    after talks with the rebels"), or by whom something was done in it."""
    preposition = a.head(noun)
    verb = a.head(preposition.i)
    beside = a.tokens[noun].dep == "pobj" and preposition.lemma in _DURING and is_verb(verb)
    if beside and preposition.lemma == "in" and is_passive(a, verb.i):
        several = a.tokens[noun].tag == "NNS" and not a.children(noun, "det")
        return coordinated(a, after_preposition(a, verb.i, "by")) if several else ()  # "held by the police in raids"
    if not beside or is_passive(a, verb.i) or not any(after_preposition(a, noun, "with")):
        return ()
    return coordinated(a, grammatical_subject(a, verb.i))


def planting(a: Annotation, verb: int) -> tuple[int, ...]:
    """Who set what goes off: "a bomb planted by rebels exploded"."""
    lists = word_lists("syntax.toml")
    bombs = (t for t in grammatical_subject(a, verb) if a.tokens[t].lemma in lists["nouns.weapon"])
    return tuple(doer for bomb in bombs for doer in using(a, bomb, "support.planting"))


def using(a: Annotation, thing: int, verbs: str) -> tuple[int, ...]:
    """By whom one of the verbs was done to a thing; nobody where they are only said to have, or have not."""
    told = (c for c in a.children(thing, "acl", "relcl") if c.lemma in word_lists("syntax.toml")[verbs])
    doubts = word_lists("status.toml")["modifiers.possible"]
    sure = (
        c
        for c in told
        if is_passive(a, c.i)
        and not a.children(c.i, "neg")
        and not any(t.lemma in doubts for t in a.children(c.i, "advmod"))
    )
    return coordinated(a, (t for c in sure for t in after_preposition(a, c.i, "by")))
