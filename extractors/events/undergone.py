"""Whom what an event noun names befalls, by the verb or preposition above it.

"Faces trial", "is under investigation", "was put on trial", "officials under arrest", "was hit by a blast", "died in
the crash", "ignored the demand", "asked for asylum".
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
from dateline.extractors.events.bearing import bearer
from dateline.extractors.events.status.signs import has_no
from dateline.extractors.events.status.verbs import negator
from dateline.extractors.syntax import Annotation
from dateline.extractors.words import word_lists

_ASKING = frozenset({"Aid", "Concede"})
"""Classes of what one gets oneself by asking for it."""
_HARM = frozenset({"Attack", "Disaster", "Coerce"})
"""Classes of what befalls people and things."""
_ANSWERED = frozenset({"Request", "Accuse", "Threaten"})
"""Classes of words to which whoever was meant answers."""


def targeted(a: Annotation, noun: int) -> tuple[int, ...]:
    """Who is called what a deed hits: "was the target of criticism", "the bank, the subject of an inquiry"."""
    told = bearer(a, noun)
    link = a.head(told.i)
    called = a.head(link.i)
    if told.dep != "pobj" or link.lemma != "of" or called.lemma not in word_lists("syntax.toml")["nouns.target"]:
        return ()
    above = a.head(called.i)
    if called.dep == "attr" and above.lemma in ("be", "become", "remain") and not negator(a, above.i):
        return coordinated(a, grammatical_subject(a, above.i))
    return coordinated(a, (above.i,)) if called.dep == "appos" else ()


def undergoing(a: Annotation, noun: int) -> tuple[int, ...]:
    """The tokens that undergo the event noun `noun`; empty where its governor says nothing of the kind."""
    if is_verb(a.tokens[noun]):
        return ()
    verb = sufferance(a, noun)
    if verb is not None and _is_told(a, noun, verb.lemma):
        return ()
    if verb is not None:
        return coordinated(a, grammatical_subject(a, verb.i))
    preposition = a.head(noun)
    if a.tokens[noun].dep != "pobj" or preposition.lemma not in ("under", "on", "to"):
        return ()
    above = a.head(preposition.i)
    if above.lemma in ("out", "free") and is_verb(a.head(above.i)):
        above = a.head(above.i)  # "are out on bail"
    if not is_verb(above):
        return coordinated(a, (above.i,)) if preposition.lemma == "under" and preposition.dep == "prep" else ()
    if above.lemma not in word_lists("syntax.toml")["support.bringing"]:
        return ()
    moved = objects(a, above.i)
    if not moved and preposition.lemma != "to":
        moved = grammatical_subject(a, above.i)
    return coordinated(a, moved)


def _is_told(a: Annotation, noun: int, verb: str) -> bool:
    """ "Police received a complaint" of another: who is told of it is not who it is about."""
    verbs = word_lists("syntax.toml")
    return verb in verbs["support.receivers"] and a.tokens[noun].lemma in verbs["support.reports"]


def befallen(a: Annotation, noun: int, event_type: str) -> tuple[int, ...]:
    """Whom an event noun of a class befalls, by what else is said of it; empty where that does not tell."""
    if is_verb(a.tokens[noun]):
        return ()
    if event_type in _HARM:
        return coordinated(a, _harmed(a, noun))
    if event_type in _ANSWERED:
        return coordinated(a, _who(a, noun, "support.answering", ("to",)))
    if event_type in _ASKING:
        return coordinated(a, _who(a, noun, "support.asking", ("for",)))
    return ()


def _harmed(a: Annotation, noun: int) -> tuple[int, ...]:
    """ "The blast hit a nurse", "a nurse was hit by the blast", "a nurse died in the blast"."""
    verbs = word_lists("syntax.toml")
    told = bearer(a, noun)
    link = a.head(told.i)
    above = a.head(link.i)
    if told.dep == "pobj" and is_verb(above) and not negator(a, above.i):
        passive = above.lemma in verbs["support.harming"] and is_passive(a, above.i)
        if passive and link.lemma in ("by", "in", "during"):
            return grammatical_subject(a, above.i)
        if above.lemma in verbs["support.befallen"] and link.lemma in ("in", "during", "of", "from"):
            return grammatical_subject(a, above.i)
    sentence = a.sentence(noun)
    for verb in a.tokens[noun + 1 : sentence.last]:
        harms = verb.lemma in verbs["support.harming"] and is_verb(verb) and not is_passive(a, verb.i)
        if harms and told.i in grammatical_subject(a, verb.i) and not negator(a, verb.i):
            return tuple(t for t in objects(a, verb.i) if not has_no(a, t))
    return ()


def _who(a: Annotation, noun: int, key: str, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    """The subject of a verb of the list `key` that has the noun for its object, or behind one of the prepositions."""
    link = a.head(noun)
    behind = a.tokens[noun].dep == "pobj" and link.lemma in prepositions
    verb = a.head(link.i) if behind else link
    if not is_verb(verb) or verb.lemma not in word_lists("syntax.toml")[key]:
        return ()
    if is_passive(a, verb.i):
        return tuple(after_preposition(a, verb.i, "by"))
    return grammatical_subject(a, verb.i) if behind or a.tokens[noun].dep == "dobj" else ()
