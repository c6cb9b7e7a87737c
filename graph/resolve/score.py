"""How much speaks for it that two claims tell of one event, in points and words.

The points are set by hand, so that no single agreement is enough: a shared day and place need a shared actor or word
beside them, a shared month needs more. What makes for the same event in news is after Pustejovsky and others (TimeML)
for time, and the ACLED code-book for "same place, same day, same actors".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.graph.model import Place, Range
from dateline.graph.resolve.claims import ROLES, WIDEST, Told, alike, days, in_common, known, spoken_of
from dateline.graph.resolve.obstacles import apart, same_tally
from dateline.graph.resolve.places import COARSE
from dateline.graph.resolve.stories import shared

ENOUGH = 5
"""Points from which two claims are taken for one event."""

FEW, MANY = 2, 4
"""Words, besides those for the event, that two sentences share where they may speak of one thing; and likely do."""

_SPOKEN = {"State", "Accuse", "Support", "Request", "Threaten", "Reject", "Concede"}
"""What is said of an occasion, many say in the same words: it is one event only where one speaker may be."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Points for and against one event, each with what they are given for in words."""

    parts: tuple[tuple[int, str], ...] = ()

    @property
    def points(self) -> int:
        """The sum."""
        return sum(points for points, _ in self.parts)

    def __str__(self) -> str:
        told = "; ".join(f"{why} ({points:+d})" for points, why in self.parts)
        return f"{told or 'nothing to go by'} ({self.points} points, {ENOUGH} are enough)"


def judge(one: Told, other: Told, places: Mapping[str, Place]) -> Verdict:
    """Points for one event, of two claims that are compatible.

    None where too little is shared to compare at all: neither actors nor words, for it or beside it, nor, of one type,
    day and town; of what is said, the speaker; of undated claims, the story that their documents tell.
    """
    a, b = one.claim, other.claim
    if not ((one.dated and other.dated) or shared(one.story, other.story)):
        return Verdict()
    if a.type in _SPOKEN and not _same_agent(one, other):
        return Verdict()
    time, place, actors = _time(one, other), _place(one, other, places), _actors(one, other)
    occasion = time if time[0] >= 2 else max(time, _story(one, other))
    context = _context(one, other)
    found = [occasion, place, *actors, context]
    met = any(points > 0 for points, _ in (*actors, context))
    if one.words & other.words:
        found.append((1, "the same word for it"))
    elif a.subtype and a.subtype == b.subtype and ((met and occasion[0] > 2) or (time[0] > 2 and place[0] > 1)):
        found.append((1, f"both {a.subtype}"))
    elif not met:
        return Verdict()
    found.append(_figures(one, other))
    if one.people and other.people and not (alike(one.people, other.people) or _named_in_both(one, other)):
        found.append((-2, "other people"))
    return Verdict(tuple((points, why) for points, why in found if points))


def _named_in_both(one: Told, other: Told) -> bool:
    """Whether the sentences of one name someone who is an actor in the other only."""
    return spoken_of(one.people, other) or spoken_of(other.people, one)


def _same_agent(one: Told, other: Told) -> bool:
    """Whether one speaker said both; where one report leaves the speaker out, one target or one word will do."""
    if in_common(one.actors["agents"], other.actors["agents"]) or one.heads["agents"] & other.heads["agents"]:
        return True
    silent = one.claim.type != "State" and not (one.actors["agents"] and other.actors["agents"])
    one_target = bool(
        in_common(one.actors["patients"], other.actors["patients"]) or one.heads["patients"] & other.heads["patients"]
    )
    return silent and (one_target or bool(one.words & other.words))


def _time(one: Told, other: Told) -> tuple[int, str]:
    widest = max(days(one.claim.begin) or WIDEST + 1, days(other.claim.begin) or WIDEST + 1)
    if widest == 1 and one.claim.begin == other.claim.begin:
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
    about = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    alike = "" if len(names) > 1 else ", in much the same words"
    return (4 if len(names) > 2 else 3), f"both articles are about {about}{alike}"


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
    if apart(one, other, places):
        return -1, "places apart, of which one is inferred"
    return (1, "one place within the other") if one.places and other.places else (0, "")


def _actors(one: Told, other: Told) -> list[tuple[int, str]]:
    found = []
    for role, word in zip(ROLES, ("agent", "patient", "participant"), strict=True):
        mine, theirs = one.actors[role], other.actors[role]
        if common := in_common(mine, theirs):
            points = 2 if any(map(known, common)) else 1
            found.append((points, f"the same {word}"))
        elif one.heads[role] & other.heads[role]:
            found.append((1, f"the same word for the {word}"))
        elif mine and theirs and all(map(known, mine | theirs)):
            found.append((-1, f"another {word}"))
    if not any(points > 0 for points, _ in found):
        everyone, anyone = (frozenset().union(*t.actors.values()) for t in (one, other))
        if (
            everyone & anyone
            and not (one.actors["agents"] & other.actors["patients"])
            and not (one.actors["patients"] & other.actors["agents"])
        ):
            found.append((1, "someone named in both"))
    return found


def _context(one: Told, other: Told) -> tuple[int, str]:
    common = [one.context[stem] for stem in sorted(one.context.keys() & other.context.keys())]
    if len(common) < FEW:
        return 0, ""
    return (2 if len(common) >= MANY else 1), f"both sentences speak of {', '.join(common[:-1])} and {common[-1]}"


def _figures(one: Told, other: Told) -> tuple[int, str]:
    a, b = one.claim.figures, other.claim.figures
    if same_tally(one, other):
        return 2, "the same tally"
    pairs = [(getattr(a, name), getattr(b, name)) for name in ("fatalities", "injured", "crowd", "arrested", "count")]
    told = [(x, y) for x, y in pairs if x and y]
    if any(x == y for x, y in told):
        return 1, "the same figures"
    return (-1, "figures far apart") if any(_far(x, y) for x, y in told) else (0, "")


def _far(one: Range, other: Range) -> bool:
    """Whether two numbers are further apart than early and late reports of one event use to be: by more than three."""
    a, b = (r.min if r.min is not None else r.max for r in (one, other))
    return a is not None and b is not None and max(a, b) > 3 * max(min(a, b), 1)
