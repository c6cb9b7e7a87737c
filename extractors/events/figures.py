"""Numbers told of an event: dead, injured, arrested, crowd, counts, and the tally of a vote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    is_verb,
    objects,
    support_verb,
)
from dateline.extractors.events.slots import slot
from dateline.extractors.events.triggers import Match
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.times.numbers import number as spelled
from dateline.extractors.words import word_lists
from dateline.graph.model import Figures, Range

_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "dozen": 12}
"""Least numbers that vague plurals stand for ("hundreds": at least two of them)."""

_AT_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|no less than|upwards of|above|exceeding)\W*$", re.I)
_AT_MOST = re.compile(r"\b(?:at most|up to|fewer than|less than|under|as many as|no more than|nearly|almost)\W*$", re.I)
_MOST = 10**12
"""No count of people or votes is higher; what is, is a slip of the keyboard, and no column of a table holds it."""
_TALLY = re.compile(r"\b(\d{1,4})\s?(?:-|–|—|to|against|votes? to|votes? against)\s?(\d{1,4})\b(?:-|–|—)?(\d{1,3})?")
_FOR = re.compile(r"\b([\w-]+) (?:\w+ ){0,3}?(?:voted|in) (?:for|in favou?r)\b", re.I)
_ABSTAIN = re.compile(r"\b([\w-]+) (?:\w+ ){0,2}?(?:abstentions?|abstain(?:ed|ing)?)\b", re.I)
_PASSED = frozenset({"pass", "approve", "adopt", "ratify", "back", "win", "endorse", "carry", "clear", "survive"})
_FAILED = frozenset({"reject", "defeat", "fail", "lose", "block", "throw out", "vote down", "topple"})


def number(words: Iterable[str]) -> int | None:
    """The whole number that words or digits spell ("twenty-one", "1,200", "two hundred"); None if they spell none."""
    read = spelled(part for word in words for part in word.lower().replace("-", " ").split())
    return int(read) if read is not None and read <= _MOST else None


def quantity(a: Annotation, i: int) -> Range | None:
    """How many the noun or number at token `i` speaks of, hedges ("at least", "over", "dozens of") kept as bounds."""
    token = a.tokens[i]
    numerals = list(a.children(i, "nummod")) or ([token] if token.pos == "NUM" else [])
    if numerals:
        numeral = numerals[-1]
        words = [t for t in a.children(numeral.i, "compound", "nummod") if t.pos == "NUM"] + [numeral]
        value = number(t.text for t in words)
        if value is None or (1900 <= value <= 2099 and len(numeral.text) == 4):  # a year
            return None
        return _hedged(a, min(t.i for t in words), value)
    vague = _VAGUE.get(token.text.lower())
    if vague:
        return Range(vague, None)
    if token.lemma in word_lists("syntax.toml")["nouns.quantity"]:
        return None
    if token.tag == "NN" and any(t.lemma in ("a", "an", "one") for t in a.children(i, "det", "nummod")):
        return Range(1, 1)
    return None


def _hedged(a: Annotation, first: int, value: int) -> Range:
    sentence = a.sentence(first)
    before = a.text[sentence.start : a.tokens[first].start]
    if _AT_LEAST.search(before):
        return Range(value, None)
    if _AT_MOST.search(before):
        return Range(None, value)
    return Range(value, value)


def counted(a: Annotation, tokens: Iterable[int]) -> Range | None:
    """The quantity that some nouns tell; "four workers and two soldiers" are six, "12 people, seven women and five
    men" twelve."""
    nouns = coordinated(a, tokens)
    told = [found for i in nouns if (found := _of_noun(a, i) or (_one(a, i) if len(nouns) > 1 else None)) is not None]
    if len(told) < 2 or any(r.min is None or r.min != r.max for r in told):
        return told[0] if told else None
    first, *others = (r.min or 0 for r in told)
    total = first if first == sum(others) else first + sum(others)
    return Range(total, total)


def _one(a: Annotation, i: int) -> Range | None:
    """One of a list, whether or not an article says so: "six monks, a cook and her daughter"."""
    return Range(1, 1) if a.tokens[i].tag in ("NN", "NNP") else None


def _of_noun(a: Annotation, i: int) -> Range | None:
    found = quantity(a, i)
    if found is None and a.tokens[i].lemma in word_lists("syntax.toml")["nouns.quantity"]:
        found = next((q for of in after_preposition(a, i, "of") if (q := quantity(a, of))), None)
    return found


def effect(token: Token) -> str | None:
    """Which toll a word tells ("killed": fatalities, "wounded": injured), None for other words."""
    for key in ("fatalities", "injured"):
        if token.lemma in word_lists("figures.toml")[f"effects.{key}"]:
            return key
    return None


def figures(a: Annotation, match: Match) -> Figures:
    """The numbers that the trigger's arguments tell."""
    i, entry = match.anchor, match.entry
    token = a.tokens[i]
    hurt = next((n for n in (i, *match.tokens) if effect(a.tokens[n])), None)
    toll = None if hurt is None else effect(a.tokens[hurt])
    whom = objects(a, i) if is_verb(token) else slot(a, i, "of")
    if hurt not in (None, i):  # "left 24 people dead"
        whom = (*whom, *slot(a, hurt, "subject"))
    if hurt is not None and a.tokens[hurt].lemma == "life":  # "ten men lost their lives", "claimed ten lives"
        whom = slot(a, i, "subject") if token.lemma == "lose" else (hurt, *slot(a, hurt, "of"))
    if toll:
        intransitive = is_verb(token) and token.lemma in word_lists("figures.toml")["effects.intransitive"]
        told = counted(a, slot(a, i, "subject") if intransitive else whom) or _bare(a, i)
        return Figures(fatalities=told) if toll == "fatalities" else Figures(injured=told)
    if entry.type == "Coerce" and entry.subtype == "Arrest":
        return Figures(arrested=counted(a, whom))
    nouns = [n for n in match.tokens if a.tokens[n].tag == "NNS" and not _reached(a, n)]
    count = next((found for n in nouns if (found := quantity(a, n))), None)
    if entry.type == "Vote":
        return _tally(a, match)
    if entry.type == "Protest" and not count:
        return Figures(crowd=_crowd(a, i))
    return Figures(count=count)


def _reached(a: Annotation, i: int) -> bool:
    """Whether a noun tells what something comes to, not how often it happened: "sentenced to seven years"."""
    return a.tokens[i].dep == "pobj" and a.tokens[a.tokens[i].head].lemma == "to"


def _bare(a: Annotation, i: int) -> Range | None:
    """ "24 dead", "three people killed": the number before a toll word that has no object of its own."""
    token = a.tokens[i]
    if token.pos == "ADJ" or token.tag in ("VBN", "NNS", "NN"):
        return quantity(a, i) or (counted(a, [token.head]) if token.dep in ("amod", "acl", "acomp") else None)
    return None


def _crowd(a: Annotation, i: int) -> Range | None:
    tokens = (*slot(a, i, "subject"), *slot(a, i, "by"), *slot(a, i, "of"))
    told = counted(a, tokens)
    verb = support_verb(a, i)
    if told is None and verb is not None:
        told = counted(a, slot(a, verb.i, "subject"))
    return told if told and (told.min or 0) + (told.max or 0) > 3 else None


def _tally(a: Annotation, match: Match) -> Figures:
    sentence = a.sentence(match.anchor)
    said = a.text[sentence.start : sentence.end]
    tally = _TALLY.search(said)
    abstain = _ABSTAIN.search(said)
    words = {t.lemma for t in a.tokens[sentence.first : sentence.last]}
    votes = (int(tally[1]), int(tally[2])) if tally else (None, None)
    outcome = "failed" if words & _FAILED else "passed" if words & _PASSED else None
    if tally and outcome is None:
        against = said[tally.end() :].lstrip().startswith("against")
        outcome = "passed" if int(tally[1]) > int(tally[2]) and not against else "failed"
    return Figures(
        votes_for=votes[0],
        votes_against=votes[1],
        votes_abstain=number([abstain[1]]) if abstain else (int(tally[3]) if tally and tally[3] else None),
        outcome=outcome if match.entry.subtype != "Election" else None,  # type: ignore[arg-type]
    )
