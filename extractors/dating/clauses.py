"""What dating asks of the words of a clause."""

from __future__ import annotations

from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists


def words(key: str) -> frozenset[str]:
    """A list of `data/dating.toml`."""
    return word_lists("dating.toml")[key]


def reports(token: Token) -> bool:
    """Whether the token is a verb of saying, whose time is not that of what is said."""
    return token.pos == "VERB" and is_reporting(token)


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause."""
    return token.pos in ("VERB", "AUX")


def trigger_token(annotation: Annotation, start: int, end: int) -> Token | None:
    """The token that governs the words of a trigger; None where no token covers them."""
    indices = annotation.within(start, end)
    return annotation.head_of(indices.start, indices.stop) if indices else None


def has_own_subject(annotation: Annotation, verb: Token) -> bool:
    """Whether the verb has a subject beside it, and does not share that of another verb."""
    return bool(annotation.children(verb.i, "nsubj", "nsubjpass", "expl", "csubj"))


def is_definite(annotation: Annotation, noun: Token) -> bool:
    """Whether the noun is spoken of as known: "the attack", "their attack"."""
    definite = ("the", "this", "that", "these", "those")
    return any(t.lemma in definite for t in annotation.children(noun.i, "det")) or bool(
        annotation.children(noun.i, "poss")
    )
