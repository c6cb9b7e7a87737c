"""The noun by which an event noun takes part in its clause: "series" in "launched a series of attacks"."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_VERBAL = ("VERB", "AUX")


def bearer(a: Annotation, noun: int) -> Token:
    """The noun itself, or the one that only counts it or tells its kind ("a wave of arrests", "acts of torture"), and
    of several joined ones the first."""
    token = a.tokens[noun]
    while (above := _above(a, token)) is not None:
        token = above
    return token


def _above(a: Annotation, token: Token) -> Token | None:
    head = a.head(token.i)
    if token.dep == "conj":
        return None if head.pos in _VERBAL else head
    of = token.dep == "pobj" and head.lemma == "of"
    counting = a.head(head.i)
    borne = of and counting.pos == "NOUN" and counting.lemma in word_lists("syntax.toml")["nouns.series"]
    return counting if borne else None
