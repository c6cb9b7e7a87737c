"""Whom an office of state alone means: "the French president" is whoever held that office when the text was written.

Only where the words before the office say no more than the state ("the late French president" is another), where nobody
is told to become or to be it, where the data knows one person who held it from a month before the day of the text to a
week after, and where no sentence that speaks of him tells of another year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found
from dateline.extractors.actors.lexicon import Known, Office
from dateline.extractors.actors.reading import Reading

BEFORE, AFTER = timedelta(31), timedelta(7)
"""How long around the day of a text, whose events may be some days away, nobody else may have held the office."""

KNOWN_UNTIL = date(2025, 6, 30)
"""The day on which the data was last complete: who is "still" in office was so then."""

_INDEFINITE = frozenset(
    {"a", "an", "any", "no", "every", "each", "some", "another", "next", "first", "last", "previous"}
)

_SAME = frozenset({"current", "incumbent", "new", "outgoing", "visiting"})
"""What may be said of the holder of an office besides its state."""

_MAKING = frozenset({"appoint", "as", "choose", "declare", "elect", "for", "like", "name"})
"""What stands before a bare office that somebody is to have: "elected French president"."""


def named(reading: Reading, actors: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """The mentions of each actor, those that mean one known holder of an office put together under his name."""
    found: dict[str, list[Found]] = {}
    for number, mentions in enumerate(actors):
        holder = _holder(reading, mentions)
        told = [_called(one, holder) for one in mentions] if holder else [*mentions]
        key = next((one.key for one in told if one.key.startswith("known:") and one.kind == "Person"), str(number))
        found.setdefault(key, []).extend(told)
    return sorted(found.values(), key=lambda mentions: min(one.first for one in mentions))


def _holder(reading: Reading, mentions: Sequence[Found]) -> Known | None:
    nominals = [one for one in mentions if one.form == "nominal"]
    if reading.day is None or not nominals or any(one.form == "name" or one.plural for one in mentions):
        return None
    offices = {office for one in nominals if (office := _office(one)) is not None}
    if len(offices) != 1 or any(_elsewhen(reading, one) or _another(reading, one) for one in nominals):
        return None
    return _of(*offices.pop(), reading.day)


def _office(one: Found) -> tuple[str, str] | None:
    """The state and the office that a nominal names, and nothing else."""
    words = one.name.casefold()
    state, _, noun = words.rpartition(" ")
    while state and (state, one.country) not in _states():
        state, _, more = state.rpartition(" ")
        noun = f"{more} {noun}"
    return (one.country, noun) if state and one.country else None


def _elsewhen(reading: Reading, one: Found) -> bool:
    """Whether a mention is of no certain person, or its sentence tells of another year than the text's."""
    tokens = reading.annotation.tokens
    sentence = reading.annotation.sentence(one.first)
    before = tokens[max(one.first - 1, sentence.first) : one.head + 1]
    years = {int(t.text) for t in tokens[sentence.first : sentence.last] if t.text.isdigit() and len(t.text) == 4}
    another = any(1000 <= year <= 2999 for year in years - {reading.day.year if reading.day else 0})
    return another or any(token.text.casefold() in _INDEFINITE for token in before)


def _another(reading: Reading, one: Found) -> bool:
    """Whether words before an office say more than whose it is, or it is what somebody is or may become."""
    annotation = reading.annotation
    head = annotation.tokens[one.head]
    above = annotation.head(one.head)
    fixed = bool(annotation.children(one.head, "det", "poss"))
    if head.dep in ("attr", "oprd") or (above.lemma in _MAKING and not fixed):
        return True
    named = one.name.casefold().split()
    sentence = annotation.sentence(one.first)
    for token in annotation.tokens[sentence.first : one.head]:
        if any(each.i == one.head for each in annotation.ancestors(token.i)):
            said = token.text.casefold() in named or token.text.casefold() in _SAME or token.i in reading.match_at
            if not said and token.tag not in ("DT", "POS", "PRP$") and token.pos != "PUNCT":
                return True
    return False


def _called(one: Found, holder: Known) -> Found:
    if one.form != "nominal":
        return one
    return replace(one, key=f"known:{holder.name}", name=holder.name, links=holder.links, gender=holder.gender)


def _of(country: str, noun: str, day: date) -> Known | None:
    """Who alone held an office of a state around a day."""
    near = [
        (office, known)
        for office, known in _offices().get((country, noun), ())
        if office.begin <= day + AFTER and day - BEFORE <= (office.end or KNOWN_UNTIL)
    ]
    if len(near) != 1:
        return None
    ((office, known),) = near
    whole = office.begin <= day - BEFORE and day + AFTER <= (office.end or KNOWN_UNTIL)
    return known if whole else None


@cache
def _offices() -> dict[tuple[str, str], list[tuple[Office, Known]]]:
    found: dict[tuple[str, str], list[tuple[Office, Known]]] = {}
    for known in dict.fromkeys(form.known for form in lexicon.leaders()):
        for office in known.offices if known.country else ():
            found.setdefault((known.country or "", office.noun), []).append((office, known))
    return found


@cache
def _states() -> frozenset[tuple[str, str | None]]:
    """Names and adjectives of states, each with its code."""
    return frozenset(
        (form.text.casefold(), form.known.country)
        for form in lexicon.states()
        if form.use in ("name", "adjective") and form.known.country
    )
