"""Which way a time expression looks: the tense of the verb that governs it."""

from __future__ import annotations

from typing import Literal

from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.times.lexicon import words
from dateline.extractors.words import word_lists

Direction = Literal["past", "present", "future"]
_ONWARD = frozenset({"for", "until", "till", "to"})


def direction(annotation: Annotation, tokens: tuple[Token, ...]) -> Direction | None:
    """Whether the clause around some tokens tells of the past, the present or the future.

    None where no finite verb governs them (a nominal headline, a list).
    """
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    token = annotation.head_of(first, last + 1)
    headline = annotation.sentence(token.i).headline
    above = annotation.ancestors(token.i)
    before = annotation.tokens[first - 1].text.lower() if first else ""
    if before == "as" and first > 1 and annotation.tokens[first - 2].text.lower() in ("early", "soon"):
        return "future"
    if before == "by" and any(t.tag == "TO" for v in above[1:2] for t in _helpers(annotation, v)):
        return "future"  # "a deal to withdraw by March"
    for word in [t for t in annotation.tokens[last + 1 : last + 3] if t.text != ","][:1]:
        if word.text == "when":  # "Thursday, when the dam broke"
            clause = annotation.head(word.i)
            if found := _of(annotation, clause, list(_helpers(annotation, clause)), headline):
                return found
    for verb in (token, *above):
        if first <= verb.i <= last:
            continue
        if (verb.lemma in words("SCHEDULING") and not _is_over(annotation, verb)) or (
            verb.lemma in words("PUTTING") and any(t.text.lower() in _ONWARD for t in (*above[:2], *tokens))
        ):
            chain = (verb, *annotation.ancestors(verb.i)[:2])  # "had been due to expire" may lie either way
            had = any(t.text.lower() == "had" for v in chain for t in _helpers(annotation, v))
            return None if had else "future"
        if verb.pos in ("VERB", "AUX"):
            if _is_reproach(annotation, verb):
                return "past"
            helpers = [t for t in _helpers(annotation, verb) if not first <= t.i <= last]  # "on 3 May the shop closed"
            found = _of(annotation, verb, helpers, headline)
            if found is not None:
                return found
    return None


def _is_over(annotation: Annotation, verb: Token) -> bool:
    """ "the truce expired on Sunday", whereas "they planned a vote on Sunday"."""
    return (
        verb.tag == "VBD" and verb.dep != "acl" and not annotation.children(verb.i, "dobj", "xcomp", "ccomp", "auxpass")
    )


def _is_reproach(annotation: Annotation, verb: Token) -> bool:
    """ "is accused of killing", "are praised for saving": done before it is held against or for somebody."""
    link = annotation.head(verb.i)
    above = annotation.head(link.i)
    held = above.tag in ("VBN", "VBD") and above.lemma in word_lists("dating.toml")["verbs.charging"]
    return verb.dep == "pcomp" and link.lemma in ("of", "for", "with") and held


def _helpers(annotation: Annotation, verb: Token) -> tuple[Token, ...]:
    return annotation.children(verb.i, "aux", "auxpass")


def _of(annotation: Annotation, verb: Token, helpers: list[Token], headline: bool) -> Direction | None:
    if any(t.lemma == "have" for t in helpers) or any(t.text.lower() in ("was", "were", "did") for t in helpers):
        return "future" if any(t.text.lower() in ("will", "'ll") for t in helpers) else "past"
    for helper in helpers:
        lean = words("RUNNING").get(helper.text.lower())
        if lean is not None:
            return "future" if lean == "future" else "past"
    if any(t.tag == "TO" for t in helpers):
        return _infinitive(annotation, verb)
    if any(t.lemma == "be" for t in helpers):
        return "future" if verb.tag in ("VBG", "VBN") and not headline else "present"
    if verb.tag in ("VBD", "VBN"):
        return "past"
    if verb.tag in ("VBZ", "VBP"):
        return "past" if headline else "present"
    return None


def _infinitive(annotation: Annotation, verb: Token) -> Direction | None:
    """ "agreed to meet" lies ahead, "failed to meet" and "came to meet" lie with their verb, "the first to meet" with
    the clause; a plan to meet lies ahead."""
    head = annotation.head(verb.i)
    if verb.dep in ("acl", "relcl") and any(t.lemma in words("SINGLING") for t in annotation.children(head.i, "amod")):
        return None  # "the first state to sign"
    if verb.dep in ("xcomp", "advcl", "ccomp") and head.i != verb.i and head.lemma not in words("INTENDING"):
        return None
    return "future"
