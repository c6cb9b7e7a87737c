"""Whose deed an event noun tells of by their own or a court's word, or by that of those who hold or charge them:
"claimed responsibility for the raid", "was arrested for theft"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.events.arguments import (
    grammatical_subject,
    is_verb,
    objects,
    said_to_be,
)
from dateline.extractors.events.bearing import bearer
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_BELOW = frozenset({"pobj", "prep", "pcomp", "compound", "nmod", "amod", "conj", "dobj", "nsubjpass"})
"""How a deed, or the charge of it, hangs below the word for holding or charging somebody."""


def owning_up(a: Annotation, noun: int) -> tuple[int, ...]:
    """Who claimed or admitted the deed, was convicted of it or is said to be behind it; nobody where nobody did or is.

    "Admitted his part in the raid" and "was jailed for her role in the raid" own up to it as "the raid" alone does.
    """
    deed = bearer(a, noun)
    part = a.head(a.head(deed.i).i)
    if deed.dep == "pobj" and a.head(deed.i).lemma == "in":
        parts = (t for t in (part, *a.children(part.i, "dobj")) if t.lemma in _words("support.parts"))
        deed = part = next(parts, deed)
    link = a.head(deed.i)
    if deed.dep == "dobj":  # "the army admitted the death of a guard": it need not have killed him
        return _admitting(a, link) if deed == part and link.lemma in _words("support.admitting") else ()
    if deed.dep != "pobj":
        return ()
    above = a.head(link.i)
    if above.lemma in _words("support.admitting") and link.lemma == "to":
        return _admitting(a, above)
    if above.lemma in _words("support.convicting"):
        convicted = link.lemma in ("for", "of", "over") and not a.children(above.i, "neg")
        return objects(a, above.i) if convicted else ()
    return _behind(a, above) if _tells_guilt(link, above) else _claiming(a, link, above)


def held_for(a: Annotation, noun: int) -> tuple[int, ...]:
    """Who is held, charged or sought for a deed, who need not have done it: "was arrested on suspicion of fraud"."""
    token, above = a.tokens[noun], a.head(noun)
    while token.dep in _BELOW and above.i != token.i:
        token, above = above, a.head(above.i)
        if is_verb(token):
            if token.lemma in _words("support.holding"):
                return objects(a, token.i)
            faced = token.lemma in _words("support.sufferers")  # "faces fraud charges"
            return grammatical_subject(a, token.i) if faced else ()
        if token.lemma in _words("support.holding") and (owners := a.children(token.i, "poss")):
            return tuple(t.i for t in owners)
    return ()


def _words(key: str) -> frozenset[str]:
    return word_lists("syntax.toml")[key]


def _admitting(a: Annotation, verb: Token) -> tuple[int, ...]:
    return () if a.children(verb.i, "neg") else grammatical_subject(a, verb.i)


def _tells_guilt(link: Token, above: Token) -> bool:
    """Whether a phrase says whose deed it is: "was behind the bombing", "was responsible for it", "guilty of it"."""
    behind = link.lemma == "behind" and above.lemma == "be"
    return behind or (link.lemma in ("for", "of", "to") and above.lemma in _words("support.guilty"))


def _behind(a: Annotation, above: Token) -> tuple[int, ...]:
    verb = a.head(above.i) if above.pos == "ADJ" else above
    if a.children(above.i, "neg") or any(t.lemma in _words("support.hedging") for t in _adverbs(a, verb, above)):
        return ()  # "pleaded not guilty", "is allegedly responsible"
    if verb.lemma == "find":  # "found her guilty of the murder"
        return () if a.children(verb.i, "neg") else said_to_be(a, above)
    if verb.lemma not in ("be", "plead"):
        return (above.head,) if above.dep == "amod" else ()
    doubted = (
        verb.dep not in ("ROOT", "relcl")  # "denied that they were behind it", "it is unclear who was"
        or a.children(verb.i, "neg")
        or any(t.tag == "MD" for t in a.children(verb.i, "aux"))
    )
    return () if doubted else grammatical_subject(a, verb.i)


def _adverbs(a: Annotation, *tokens: Token) -> Iterator[Token]:
    for token in tokens:
        yield from a.children(token.i, "advmod")


def _claiming(a: Annotation, link: Token, above: Token) -> tuple[int, ...]:
    guilt = [t for t in (above, *a.children(above.i, "dobj")) if t.lemma in _words("support.guilt")]
    if link.lemma != "for" or not guilt:
        return ()
    verb = a.head(guilt[0].i)
    if verb.lemma not in _words("support.claiming") or a.children(verb.i, "neg"):
        return ()
    return tuple(i for i in grammatical_subject(a, verb.i) if not any(t.lemma == "no" for t in a.children(i, "det")))
