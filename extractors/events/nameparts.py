"""Nouns that are part of a name, or name people, and tell of no event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extractors.syntax import Annotation, Token

if TYPE_CHECKING:
    from dateline.extractors.events.triggers import Scene


def names_no_event(scene: Scene, noun: Token) -> bool:
    """Nouns for people ("protesters"), parts of names ("Liberation Army") and of what people are called ("riot
    police"), and those that only colour a participle ("war-torn")."""
    after = scene.annotation.tokens[noun.i + 1 : noun.i + 3]
    coloured = len(after) == 2 and after[0].text == "-" and after[1].tag in ("VBN", "VBG", "VBD", "JJ")
    part = noun.dep in ("compound", "nmod", "amod") or noun.pos == "PROPN"
    if noun.i in scene.actor_heads or (noun.pos == "PROPN" and noun.i in scene.time_words):
        return True
    return coloured or (part and noun.i in scene.actor_at) or _is_within_name(scene.annotation, noun)


def _is_within_name(a: Annotation, noun: Token) -> bool:
    """ "The Sexual Assault Hotline", "the Anti-War Movement Archive": a word of a capitalised name, outside of
    headlines, that only says what the named thing is for."""
    head = a.head(noun.i)
    named = noun.dep in ("compound", "nmod") and noun.pos == head.pos == "PROPN" and head.i > noun.i
    return named and noun.text.istitle() and head.text.istitle() and not a.sentence(noun.i).headline
