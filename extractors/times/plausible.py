"""Whether words that look like a date are one: "may", "march", "sat", 1900 troops, a street called after a day."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation
from dateline.extractors.times.hit import Hit
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.reading import Context
from dateline.extractors.times.shapes import plain

_VERBAL = frozenset({"may", "march", "mar", "spring", "fall"})
"""Names of times that are first of all verbs or other nouns."""
_NAMING = frozenset({"for", "of", "against", "on"})
"""After a name of a time they make it a title: "the March for Water"."""


def name(hit: Hit, group: str) -> bool:
    """Whether a bare month, weekday or season in `group` is one: a name or noun, not part of a longer name."""
    span = hit.span(group)
    if span is None:
        return False
    text = hit.context.pieces.texts[span[0]]
    spoken = hit.context.pieces.words[span[0]]
    shouted = text.isupper() and len(text) > 1
    if _is_somebody(hit, spoken) or hit.before() in words("NAMEDDAY"):
        return False
    leads = hit.before() in words("DATEPREPOSITION")
    if spoken in _VERBAL and not _is_noun(hit, spoken):
        return False
    if len(spoken) <= 3 and spoken != "may":  # "sat", "Sun", "Dec": abbreviations need their place
        return leads and text[0].isupper()
    if shouted:
        return spoken not in ("may", "march") or leads
    if text[0].isupper():
        return not _is_street(hit)
    return spoken not in ("may", "march", "august")


def in_name(context: Context, first: int, last: int) -> bool:
    """Whether some pieces are only a part of a person's name, or the beginning of another name that no preposition of
    time leads to ("Joe Friday", "the Sunday Gazette")."""
    if not context.pieces.texts[first][:1].isupper():
        return False
    tokens = context.tokens(first, last)
    name = context.name_of(tokens[0].i)
    if name is None or (name.first >= tokens[0].i and name.last <= tokens[-1].i + 1):
        return False
    if name.label == "PERSON":
        return True
    before = context.pieces.words[first - 1] if first else ""
    follows = context.annotation.tokens[tokens[-1].i + 1 : name.last]
    return bool(follows) and follows[0].text[:1].isupper() and before not in words("DATEPREPOSITION")


def led(hit: Hit) -> bool:
    """Whether a preposition of time, or "last" and the like, stands before the match; water too falls "from the
    spring"."""
    if hit.texts[0].lower() == "the" and hit.before() in ("from", "to", "and", "or"):
        return False
    return hit.before() in words("DATEPREPOSITION") or hit.before() in ("over", "through")


def _is_somebody(hit: Hit, spoken: str) -> bool:
    """Whether the name of a time is a person's: after a title, or one who acts ("June sold the farm")."""
    if hit.before() in words("TITLE"):
        return True
    given = words("GIVENNAME").get(spoken)
    if given is None:
        return False
    annotation = hit.context.annotation
    for token in hit.context.tokens(hit.first, hit.last):
        head = annotation.head(token.i)
        if given == 1 and token.dep == "nsubj" and head.lemma not in words("BEFALLING"):
            return True
        if given == 2 and token.i and annotation.tokens[token.i - 1].pos in ("VERB", "AUX"):
            return False  # "said Tuesday Congress would vote"
        if (
            token.dep == "compound"
            and head.i == token.i + 1
            and head.pos == "PROPN"
            and not _is_place(annotation, head.i)
        ):
            return True  # "June Osborn"
    return False


def is_group(hit: Hit) -> bool:
    """Whether a day does what only somebody can: "17 November claimed the attack"."""
    annotation = hit.context.annotation
    tokens = hit.context.tokens(hit.first, hit.last)
    day = annotation.head_of(tokens[0].i, tokens[-1].i + 1)
    verb = annotation.head(day.i)
    return day.dep == "nsubj" and verb.lemma in words("ACTING") and len(annotation.children(verb.i, "nsubj")) == 1


def _is_place(annotation: Annotation, token: int) -> bool:
    return any(e.first <= token < e.last for e in annotation.entities if e.label in ("GPE", "LOC", "FAC"))


def _is_noun(hit: Hit, spoken: str) -> bool:
    tokens = hit.context.tokens(hit.first, hit.last)
    if any(t.pos not in ("PROPN", "NOUN") for t in tokens if plain(t.text) == spoken):
        return False
    if spoken == "may" and any(t.dep in ("nsubj", "nsubjpass", "agent", "compound") for t in tokens):
        return False
    following = hit.context.pieces.texts[hit.last + 1 : hit.last + 2]
    return not (hit.after() in _NAMING and following and (following[0][:1].isupper() or following[0] == "the"))


def _is_address(hit: Hit) -> bool:
    """ "1984 Garden Road"."""
    following = hit.context.pieces.texts[hit.last : hit.last + 3]
    return (
        any(word[:1].isupper() and plain(word) in words("STREET") for word in following) and following[0][0].isupper()
    )


def _is_street(hit: Hit) -> bool:
    following = hit.context.pieces.texts[hit.last : hit.last + 1]
    return bool(following) and following[0][:1].isupper() and plain(following[0]) in words("STREET")


def year(hit: Hit, number: int) -> bool:
    """Whether four figures are a year: not an amount, a count, a number of a flight, law or house."""
    if hit.before() in words("NOTBEFOREYEAR") or hit.after() in words("NOTAFTERYEAR"):
        return False
    token = hit.context.tokens(hit.first, hit.last)[0]
    counted = hit.context.annotation.head(token.i) if token.dep == "nummod" else None
    if _is_address(hit):
        return False
    if counted is not None and counted.i > token.i and counted.lemma in words("COUNTED"):
        return False
    if hit.before() in ("around", "circa"):
        return counted is None
    if hit.before() in words("YEARPREPOSITION"):
        return True
    if not 1900 <= number <= 2099:
        return False
    return not (counted is not None and counted.tag == "NNS" and hit.before() not in words("DETERMINER"))
