"""Whom what an event noun names befalls, by the verb or preposition above it.

"Faces trial", "is under investigation", "was put on trial", "officials under arrest".
"""

from __future__ import annotations

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    grammatical_subject,
    is_passive,
    is_verb,
    objects,
    sufferance,
)
from dateline.extractors.syntax import Annotation
from dateline.extractors.words import word_lists

_DURING = frozenset({"after", "in", "during", "following", "at"})


def undergoing(a: Annotation, noun: int) -> tuple[int, ...]:
    """The tokens that undergo the event noun `noun`; empty where its governor says nothing of the kind."""
    if is_verb(a.tokens[noun]):
        return ()
    verb = sufferance(a, noun)
    if verb is not None:
        return coordinated(a, grammatical_subject(a, verb.i))
    preposition = a.head(noun)
    if a.tokens[noun].dep != "pobj" or preposition.lemma not in ("under", "on", "to"):
        return ()
    above = a.head(preposition.i)
    if not is_verb(above):
        return coordinated(a, (above.i,)) if preposition.lemma == "under" and preposition.dep == "prep" else ()
    if above.lemma not in word_lists("syntax.toml")["support.bringing"]:
        return ()
    moved = objects(a, above.i)
    if not moved and preposition.lemma != "to":
        moved = grammatical_subject(a, above.i)
    return coordinated(a, moved)


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
