"""Which events hang together, and what changed between two states."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dockers import MONDAY

from dateline.graph.diff import diff
from dateline.graph.model import Actor, Claim, Event, Figures, Place, Range, Record, Relation, Timeline, TimeSpan
from dateline.graph.resolve import resolve
from dateline.graph.resolve.gather import comparable
from dateline.graph.resolve.why import compare, conclusion
from dateline.graph.storyline import RELATED, hub, storyline
from dateline.graph.vocabulary import BASE

PEOPLE = (
    *(Actor(f"a{n}", f"Person {n}", "Person") for n in range(3)),
    Actor("c", "Marenia", "Country"),
    Actor("g", "workers", "Group"),
)
TOWN, LAND = Place("t", "Marenport", "city"), Place("l", "Marenia", "country")


def event(key: str, day: int, *who: str, where: tuple[str, ...] = (), **more: object) -> Event:
    when = TimeSpan(MONDAY + timedelta(day), MONDAY + timedelta(day))
    made = Event(key, "Protest", None, key, "Actual", agents=who, places=where, begin=when, end=when)
    return replace(made, **more)  # type: ignore[arg-type]


def told(*events: Event, start: str = "e0", relations: tuple[Relation, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    timeline = Timeline(actors=PEOPLE, places=(TOWN, LAND), events=events, relations=relations)
    first = next(each for each in events if each.id == start)
    return [(each.event.id, each.tied_by) for each in storyline(timeline, first)]


def test_a_person_ties_within_a_month_and_a_town_within_a_week() -> None:
    assert told(event("e0", 0, "a0"), event("e1", 31, "a0")) == [("e0", ()), ("e1", ("Person 0",))]
    assert told(event("e0", 0, "a0"), event("e1", 32, "a0")) == [("e0", ())]
    assert told(event("e0", 0, where=("t",)), event("e1", 7, where=("t",)))[1:] == [("e1", ("Marenport",))]
    assert told(event("e0", 0, where=("t",)), event("e1", 8, where=("t",))) == [("e0", ())]


def test_a_chain_reaches_what_its_start_has_no_tie_with() -> None:
    events = (event("e0", 0, "a0"), event("e1", 20, "a0", "a1"), event("e2", 45, "a1"), event("e3", 45, "a2"))
    assert [key for key, _ in told(*events)] == ["e0", "e1", "e2"]
    assert [key for key, _ in told(*events, start="e2")] == ["e0", "e1", "e2"]


def test_countries_groups_and_what_did_not_happen_tie_nothing() -> None:
    assert told(event("e0", 0, "c", "g", where=("l",)), event("e1", 0, "c", "g", where=("l",))) == [("e0", ())]
    assert told(event("e0", 0, "a0"), event("e1", 0, "a0", status="Planned")) == [("e0", ())]
    assert told(event("e0", 0, "a0"), event("e1", 0, "a0", type="State")) == [("e0", ())]
    assert told(event("e0", 0, "a0"), event("e1", 0, "a0", begin=TimeSpan())) == [("e0", ())]


def test_a_group_ties_what_it_does_in_one_town_within_a_month() -> None:
    assert told(event("e0", 0, "g", where=("t",)), event("e1", 14, "g", where=("t",)))[1:] == [("e1", ("workers",))]
    assert told(event("e0", 0, "g", where=("t",)), event("e1", 32, "g", where=("t",))) == [("e0", ())]


def test_what_has_no_tie_with_those_before_tells_that_with_those_after() -> None:
    events = (event("e0", 0, "a0"), event("e1", 10, "a1"), event("e2", 20, "a0", "a1"))
    assert told(*events) == [("e0", ()), ("e1", ("Person 1",)), ("e2", ("Person 0", "Person 1"))]


def test_a_hub_ties_nothing() -> None:
    events = [event(f"e{n:02}", 0, "a0") for n in range(hub(13))]
    assert len(told(*events, start="e00")) == 12
    assert len(told(*events, event("e99", 0, "a0"), start="e00")) == 1


def test_what_a_document_relates_is_tied_however_far_apart() -> None:
    events = (event("e0", 0, "a0"), event("e1", 400, "a1"))
    assert told(*events, relations=(Relation("causes", "e0", "e1"),))[1] == ("e1", (RELATED["causes"],))


def claims(*keys: str) -> tuple[tuple[str, Claim], ...]:
    return tuple((f"doc-{key}", Claim(key, "Protest", None, key, ())) for key in keys)


def changes(old: list[Event], new: list[Event]) -> list[tuple[str, list[str], list[str], tuple[str, ...]]]:
    states = [Timeline(actors=PEOPLE, places=(TOWN,), events=tuple(events)) for events in (old, new)]
    return [(c.kind, [e.id for e in c.old], [e.id for e in c.new], c.details) for c in diff(*states)]


def test_what_changed_is_told_by_claims() -> None:
    one, two, three = (event(f"e{n}", n, claims=claims(str(n))) for n in range(3))
    both = event("e0", 0, claims=claims("0", "1"))
    assert changes([one], [one]) == []
    assert changes([one], [one, two]) == [("added", [], ["e1"], ())]
    assert changes([one, two], [two]) == [("removed", ["e0"], [], ())]
    assert changes([one, two, three], [both, three]) == [("merged", ["e0", "e1"], ["e0"], ())]
    assert changes([both], [one, two]) == [("split", ["e0"], ["e0", "e1"], ())]


def test_what_is_told_otherwise_is_named() -> None:
    old = event("e0", 0, "a0", claims=claims("0"), date="2021-03-01", figures=Figures(fatalities=Range(3, 3)))
    new = replace(
        old,
        agents=("a1", "a0"),
        places=("t",),
        date="2021-03",
        status="Ongoing",
        subtype="Strike",
        figures=Figures(fatalities=Range(3, 5), votes_for=2),
        claims=claims("0", "1"),
    )
    assert changes([old], [new]) == [
        (
            "changed",
            ["e0"],
            ["e0"],
            (
                "type: Protest → Strike",
                "status: Actual → Ongoing",
                "date: 2021-03-01 → 2021-03",
                "agents: Person 0 → Person 0, Person 1",
                "places: none → Marenport",
                "fatalities: 3 → 3 to 5",
                "votes_for: none → 2",
                "documents: +1",
            ),
        )
    ]


def test_why_two_events_are_two(records: list[Record]) -> None:
    timeline = resolve(records)
    strikes = [each for each in timeline.events if each.subtype == "Strike"]
    first, *_ = compared = compare(strikes[0], strikes[1], comparable(records, BASE))
    assert first.forbidden[0] == "they begin on days that cannot meet: 2021-03-01 and 2021-03-15"
    assert "something forbids every pair" in conclusion(compared)
    clash, vote = (next(e for e in timeline.events if e.subtype == name) for name in ("ArmedClash", "LegislativeVote"))
    assert (
        "one is ArmedClash, the other LegislativeVote" in compare(clash, vote, comparable(records, BASE))[0].forbidden
    )


def test_why_two_events_that_nothing_forbids_are_two_is_told_in_points(records: list[Record]) -> None:
    herald = replace(records[0], events=records[0].events[:1], relations=())
    bare = replace(records[1].events[0], agents=(), places=(), begin=TimeSpan(date(2021, 2, 1), date(2021, 3, 2)))
    undated = replace(records[1].document, text="x" * len(records[1].document.text))  # of no story by its words
    courier = replace(records[1], document=undated, actors=(), events=(replace(bare, end=bare.begin),), relations=())
    one, other = resolve([herald, courier]).events
    (compared,) = compare(one, other, comparable([herald, courier], BASE))
    assert compared.forbidden == () and 0 < compared.verdict.points < 5
    assert "the same word for it (+1)" in str(compared) and "5 are enough" in str(compared)
    assert "comes to 5 points" in conclusion([compared])
