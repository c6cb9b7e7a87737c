"""What a sentence recalls, to say what something later is about: "was arrested on Sunday for the bombing", "victims of
the attack", "the soldiers killed in the raid were buried". The day of what is told is not that of what is recalled."""

from __future__ import annotations

from dateline.extractors.dating.clauses import is_verb, words
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_LINKS = frozenset({"of", "for", "with", "over"})
_NOUN_LINKS = _LINKS | {"in", "into", "from", "on", "against"}


def is_recalled(annotation: Annotation, trigger: Token) -> bool:
    """Whether the event at a trigger stands below such words, within its own clause."""
    for token in (trigger, *annotation.ancestors(trigger.i)):
        if recalls(annotation, token):
            return True
        if is_verb(token) and token.dep not in ("pcomp", "acl"):
            return False
    return False


def recalls(annotation: Annotation, token: Token) -> bool:
    """Whether what stands from a token down is recalled by the word above it."""
    above = annotation.head(token.i)
    if token.dep == "acl":
        return _tells_whom(annotation, token, above)
    if token.dep != "prep" or above.i == token.i:
        return False
    if above.lemma in words("nouns.later") and not is_verb(above):
        is_one = above.dep == "attr"  # "was the victim of an attack": that is what is told
        return token.lemma in _NOUN_LINKS and not is_one
    return token.lemma in _LINKS and _charging(annotation, token, above).lemma in words("verbs.charging")


def _charging(annotation: Annotation, link: Token, above: Token) -> Token:
    """The word that a link belongs to, past what the parser hangs it on: "charged on Friday with the murder"."""
    while above.pos in ("NOUN", "PROPN") and above.dep in ("dobj", "pobj", "npadvmod") and above.i < link.i:
        over = annotation.head(above.i)
        over = annotation.head(over.i) if above.dep == "pobj" else over
        if not is_verb(over) or (
            link.lemma == "of" and over.lemma not in word_lists("syntax.toml")["support.object_of"]
        ):
            break
        above = over
    return above


def _tells_whom(annotation: Annotation, participle: Token, noun: Token) -> bool:
    """Whether what befell somebody is told only to say who it is of whom a verb tells something else."""
    if participle.tag != "VBN" or participle.lemma not in words("verbs.befalling"):
        return False
    if annotation.children(participle.i, "aux", "auxpass", "mark", "nsubj", "nsubjpass"):
        return False  # "reports that people were killed"
    verb = next((t for t in annotation.ancestors(noun.i) if is_verb(t)), None)
    if verb is None or noun.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    none = words("verbs.being") | words("verbs.happening") | word_lists("syntax.toml")["support.finding"]
    return verb.lemma not in none
