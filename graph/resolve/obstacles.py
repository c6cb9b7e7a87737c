"""What forbids that two claims tell of one event, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dateline.graph.model import Figures, Place, TimeSpan
from dateline.graph.resolve.claims import Told, alike, days, overlap, spoken_of
from dateline.graph.resolve.places import related
from dateline.graph.vocabulary import kin

WEEK = 7
"""Days within which dates tell better than "second" or "another" whether two claims are of one event."""

SEVERAL = "one tells of several of which the other may be one"


def compatible(one: Told, other: Told, places: Mapping[str, Place]) -> bool:
    """Whether nothing forbids that both tell of one event."""
    return next(obstacles(one, other, places), None) is None


def obstacles(one: Told, other: Told, places: Mapping[str, Place]) -> Iterator[str]:
    """What forbids it, `bars` and `doubts`."""
    yield from bars(one, other)
    yield from doubts(one, other, places)


def bars(one: Told, other: Told) -> Iterator[str]:
    """What keeps two claims out of one event, whatever others say.

    Another status; dates that cannot meet; other victims, of whom the other does not speak; agent and patient changed
    over; a vote passed in one that failed in the other; several events beside a single one. Two claims of one document
    are the same only where it does not bring in both as new ("a strike … a strike").
    """
    a, b = one.claim, other.claim
    if one.family != other.family:
        yield f"one is told as {a.status}, the other as {b.status}"
    if not overlap(one.begin, other.begin):
        yield f"they begin on days that cannot meet: {_span(a.begin)} and {_span(b.begin)}"
    elif a.begin != a.end and b.begin != b.end and not overlap(a.end, b.end):
        yield f"they end on days that cannot meet: {_span(a.end)} and {_span(b.end)}"
    if (others := _other_victims(one, other)) and not _both_told(one, other):
        yield others
    if one.document == other.document and one.new and other.new:
        yield "one document brings in both as new"
    if _swapped(one, other):
        yield "who did it in the one is whom it was done to in the other"
    outcomes = {a.figures.outcome, b.figures.outcome} - {None}
    if len(outcomes) > 1 and not same_tally(one, other):
        yield "one vote passed, the other failed"
    if part_and_whole(one, other):
        yield SEVERAL


def doubts(one: Told, other: Told, places: Mapping[str, Place]) -> Iterator[str]:
    """What keeps two claims apart unless most others of an event fit both: it is often one report's word, or misread.

    Another type, unless reports use both for one event; places apart that the text itself gives; other people as doers,
    or as victims, of whom the other speaks; and "another" or "the second" beside one that is not so called, unless days
    tell that they are one.
    """
    if not same_type(one, other):
        yield f"one is {_type(one)}, the other {_type(other)}"
    if apart(one, other, places) and not (one.claim.place_reason or other.claim.place_reason):
        yield f"they are in places apart: {_names(one, places)} and {_names(other, places)}"
    if (others := _other_victims(one, other)) and _both_told(one, other):
        yield others
    if one.doers and other.doers and not alike(one.doers, other.doers):
        yield f"other people did them: {_listed(one.doers)} and {_listed(other.doers)}"
    if _another(one, other):
        yield f"one is told as “{one.rank or other.rank}” of its kind, and no day makes them one"


def _other_victims(one: Told, other: Told) -> str | None:
    """What is to be said where other people are the victims."""
    if not (one.victims and other.victims) or alike(one.victims, other.victims):
        return None
    return f"they befell other people: {_listed(one.victims)} and {_listed(other.victims)}"


def _both_told(one: Told, other: Told) -> bool:
    """Whether the sentences of one speak of a victim of the other, who then may be misread as one, or as none."""
    return spoken_of(one.victims, other) or spoken_of(other.victims, one)


def same_type(one: Told, other: Told) -> bool:
    """Whether both have one class and no two subtypes, or types that reports use for one event."""
    a, b = one.claim, other.claim
    if a.type == b.type and (not a.subtype or not b.subtype or a.subtype == b.subtype):
        return True
    return (a.subtype or a.type) in kin()[b.subtype or b.type]


def part_and_whole(one: Told, other: Told) -> bool:
    """Whether one tells of a number of events ("11 attacks") and the other of a single one, with another toll."""
    if one.several == other.several or not (one.single or other.single):
        return False
    a, b = one.claim.figures, other.claim.figures
    return not any(x and x == y for x, y in ((a.fatalities, b.fatalities), (a.injured, b.injured)))


def same_tally(one: Told, other: Told) -> bool:
    """Whether both tell the same two numbers of votes; which of them was for it reports often leave to the reader."""
    mine, theirs = _tally(one.claim.figures), _tally(other.claim.figures)
    return None not in mine and mine == theirs


def apart(one: Told, other: Told, places: Mapping[str, Place]) -> bool:
    """Whether both have places, and none of one is, or lies in, one of the other."""
    return bool(one.places and other.places) and not any(
        related(p, q, places) for p in one.places for q in other.places
    )


def _tally(figures: Figures) -> set[int | None]:
    return {figures.votes_for, figures.votes_against}


def _swapped(one: Told, other: Told) -> bool:
    (a, b), (c, d) = ((t.actors["agents"], t.actors["patients"]) for t in (one, other))
    return bool(a & d and b & c and not a & c and not b & d)


def _another(one: Told, other: Told) -> bool:
    """Whether one is told as one more of its kind, and the days, or the document, do not make it the other."""
    if one.rank == other.rank:
        return False
    widths = [days(t.claim.begin) for t in (one, other)]
    return one.document == other.document or any(width is None or width > WEEK for width in widths)


def _type(one: Told) -> str:
    return one.claim.subtype or one.claim.type


def _names(one: Told, places: Mapping[str, Place]) -> str:
    return _listed(places[iri].name for iri in one.places)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _span(span: TimeSpan) -> str:
    def day(of: date | None) -> str:
        return of.isoformat() if of else "…"

    return day(span.earliest) if span.earliest == span.latest else f"{day(span.earliest)} to {day(span.latest)}"
