"""Who holds an office: "the French president" and "President Ada Korrin" of France are one on one day."""

from __future__ import annotations

from dateline.graph.model import Actor
from dateline.graph.resolve.identity import same_name

MARK = "@"
"""Within the key of an office, and of no name made alike."""
_OFFICES = frozenset(
    {"president", "prime minister", "premier", "chancellor", "taoiseach", "king", "queen", "emperor", "emir", "sultan"}
    | {"secretary of state", "foreign secretary", "home secretary", "attorney general", "vice president"}
)
"""Offices that one person at a time holds in a state; so do all ministers of something."""
_ANOTHER = frozenset(
    {"former", "ex", "late", "then", "old", "deputy", "acting", "interim", "junior", "shadow", "elect", "designate"}
    | {
        "senate",
        "house",
        "parliament",
        "parliamentary",
        "assembly",
        "chamber",
        "council",
        "commission",
        "court",
        "party",
    }
    | {"bank", "company", "university", "academy", "club", "union", "federation", "association", "league", "conference"}
)
"""Words that make another office of it, or another time."""


def office(actor: Actor) -> str | None:
    """The key of the one office of state that a person is said to hold; none where the state is not known."""
    if actor.kind != "Person" or not actor.country:
        return None
    called = [mention.text for mention in actor.mentions if mention.form == "nominal"] or [actor.name]
    words = [same_name(text).split() for text in called]
    if any(_ANOTHER.intersection(each) for each in words):
        return None
    held = {name for each in words if (name := _office(each))}
    return f"{held.pop()}{MARK}{actor.country}" if len(held) == 1 else None


def _office(words: list[str]) -> str | None:
    """The office at the end of a phrase, of which the words before say no more than the state."""
    for length in (3, 2, 1):
        name = " ".join(words[-length:])
        if length <= len(words) <= length + 2 and (name in _OFFICES or (length == 2 and words[-1] == "minister")):
            return name
    return None
