"""Whether two claims tell of one event: what forbids it, and how much speaks for it, in words.

The points are set by hand, so that no single agreement is enough: a shared day and place need a shared actor or word
beside them, a shared month needs more. What makes for the same event in news is after Pustejovsky and others (TimeML)
for time, and the ACLED code-book for "same place, same day, same actors".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.graph.model import Place, Range
from dateline.graph.resolve.claims import ROLES, WIDEST, Told, days, overlap
from dateline.graph.resolve.places import COARSE, related
from dateline.graph.resolve.stories import shared

ENOUGH = 5
"""Points from which two claims are taken for one event."""

_SPOKEN = {"State", "Accuse", "Support", "Request", "Threaten", "Reject", "Concede"}
"""What is said of an occasion, many say in the same words: it is one event only where one speaker is."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Points for one event, and the agreements behind them in words."""

    points: int
    reasons: tuple[str, ...]


def compatible(one: Told, other: Told, places: Mapping[str, Place]) -> bool:
    """Whether nothing forbids that both tell of one event.

    Forbidden are: another class or subtype, another status, dates that cannot meet, places apart that the text itself
    gives, other people as victims, agent and patient changed over, a vote passed in one that failed in the other, and
    "another" or "the second" beside one that is not so called, unless days tell that they are one. Two claims of one
    document are the same only where it does not bring in both as new ("a strike … a strike").
    """
    a, b = one.claim, other.claim
    if a.type != b.type or one.family != other.family:
        return False
    if a.subtype and b.subtype and a.subtype != b.subtype:
        return False
    if not overlap(a.begin, b.begin) or not overlap(a.end, b.end):
        return False
    if _apart(one, other, places) and not (a.place_reason or b.place_reason):
        return False
    if one.victims and other.victims and one.victims.isdisjoint(other.victims):
        return False
    if one.document == other.document and one.new and other.new:
        return False
    return not (_swapped(one, other) or _other_outcome(one, other) or _another(one, other))


def judge(one: Told, other: Told, places: Mapping[str, Place]) -> Verdict:
    """Points for one event, of two claims that are compatible.

    None where neither an actor nor a word is shared, and none for undated claims of documents that do not tell one
    story.
    """
    if not ((one.dated and other.dated) or shared(one.story, other.story)):
        return Verdict(0, ())
    a, b = one.claim, other.claim
    if a.type in _SPOKEN and not _same_agent(one, other):
        return Verdict(0, ())
    time = _time(one, other)
    occasion = time if time[0] >= 2 else max(time, _story(one, other))
    found: list[tuple[int, str]] = [occasion, _place(one, other, places), *_actors(one, other)]
    met = any(points > 0 for points, _ in found[2:])
    words = one.words & other.words
    if words:
        found.append((1, "the same word for it"))
    elif met and a.subtype and a.subtype == b.subtype and occasion[0] > 2:
        found.append((1, f"both {a.subtype}"))
    elif not met:
        return Verdict(0, ())
    found.append(_figures(one, other))
    if one.people and other.people and one.people.isdisjoint(other.people):
        found.append((-2, ""))
    return Verdict(sum(points for points, _ in found), tuple(reason for points, reason in found if points > 0))


def _same_agent(one: Told, other: Told) -> bool:
    return any(
        mine["agents"] & theirs["agents"] for mine, theirs in ((one.actors, other.actors), (one.heads, other.heads))
    )


def _apart(one: Told, other: Told, places: Mapping[str, Place]) -> bool:
    return bool(one.places and other.places) and not any(
        related(p, q, places) for p in one.places for q in other.places
    )


def _swapped(one: Told, other: Told) -> bool:
    """Whether who did it in one is whom it was done to in the other."""
    (a, b), (c, d) = ((t.actors["agents"], t.actors["patients"]) for t in (one, other))
    return bool(a & d and b & c and not a & c and not b & d)


def _another(one: Told, other: Told) -> bool:
    """Whether one is told as one more of its kind, and the days, or the document, do not make it the other."""
    if one.rank == other.rank:
        return False
    widths = [days(t.claim.begin) for t in (one, other)]
    return one.document == other.document or any(width is None or width > 7 for width in widths)


def _other_outcome(one: Told, other: Told) -> bool:
    a, b = one.claim.figures, other.claim.figures
    return bool(a.outcome and b.outcome and a.outcome != b.outcome)


def _time(one: Told, other: Told) -> tuple[int, str]:
    widest = max(days(one.claim.begin) or WIDEST + 1, days(other.claim.begin) or WIDEST + 1)
    if widest == 1:
        return 3, f"both on {one.claim.begin.earliest}"
    if widest <= 7:
        return 2, "dates within the same week"
    if widest <= 31:
        return 1, "dates within the same month"
    return (1, "the same span of time") if one.dated and one.claim.begin == other.claim.begin else (0, "")


def _story(one: Told, other: Told) -> tuple[int, str]:
    names = sorted(shared(one.story, other.story))
    if not names:
        return 0, ""
    return 4, f"both articles are about {', '.join(names[:-1])} and {names[-1]}"


def _place(one: Told, other: Told, places: Mapping[str, Place]) -> tuple[int, str]:
    same = set(one.places) & set(other.places)
    fine = sorted(places[iri].name for iri in same if places[iri].kind not in COARSE)
    if fine:
        return 2, f"both in {fine[0]}"
    if same:
        return 1, f"both in {min(places[iri].name for iri in same)}"
    near = sorted(places[iri].name for iri in one.around & other.around if places[iri].kind not in COARSE)
    if near:
        return 1, f"both in or near {near[0]}"
    return (-1, "") if _apart(one, other, places) else (0, "")


def _actors(one: Told, other: Told) -> list[tuple[int, str]]:
    found = []
    for role, word in zip(ROLES, ("agent", "patient", "participant"), strict=True):
        mine, theirs = one.actors[role], other.actors[role]
        if mine & theirs:
            points = 2 if any("/" in key for key in mine & theirs) else 1
            found.append((points, f"the same {word}"))
        elif one.heads[role] & other.heads[role]:
            found.append((1, f"the same word for the {word}"))
        elif any("/" in key for key in mine) and any("/" in key for key in theirs):
            found.append((-1, ""))
    if not any(points > 0 for points, _ in found):
        everyone, anyone = (frozenset().union(*t.actors.values()) for t in (one, other))
        if (
            everyone & anyone
            and not (one.actors["agents"] & other.actors["patients"])
            and not (one.actors["patients"] & other.actors["agents"])
        ):
            found.append((1, "someone named in both"))
    return found


def _figures(one: Told, other: Told) -> tuple[int, str]:
    a, b = one.claim.figures, other.claim.figures
    if a.votes_for is not None and (a.votes_for, a.votes_against) == (b.votes_for, b.votes_against):
        return 2, "the same tally"
    pairs = [(getattr(a, name), getattr(b, name)) for name in ("fatalities", "injured", "crowd", "arrested", "count")]
    told = [(x, y) for x, y in pairs if x and y]
    if any(x == y for x, y in told):
        return 1, "the same figures"
    return (-1, "") if any(_far(x, y) for x, y in told) else (0, "")


def _far(one: Range, other: Range) -> bool:
    """Whether two numbers are further apart than early and late reports of one event use to be: by more than three."""
    a, b = (r.min if r.min is not None else r.max for r in (one, other))
    return a is not None and b is not None and max(a, b) > 3 * max(min(a, b), 1)
