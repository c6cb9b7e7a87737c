"""When two reports tell of one event, and when not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import dockers
import pytest
from dockers import MONDAY, actor, claim, day, exactly
from hypothesis import given, settings
from hypothesis import strategies as st
from strikes import events, merged, strike

from dateline.graph.model import Claim, Document, Figures, Place, Range, Record, TimeSpan
from dateline.graph.resolve import resolve
from dateline.graph.resolve.wording import stem


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("another day", {"when": day(date(2021, 3, 2))}),
        ("no date", {"when": TimeSpan()}),
        ("half a date", {"when": TimeSpan(MONDAY, None)}),
        ("a date vaguer than a year", {"when": TimeSpan(date(2019, 1, 1), date(2021, 12, 31))}),
        ("another subtype", {"type": "Protest/Blockade"}),
        ("another class", {"type": "Attack/AirStrike"}),
        ("a plan", {"modality": "planned"}),
        ("a denial", {"polarity": "negative"}),
        ("over before it began there", {"until": day(date(2021, 2, 1)), "when": TimeSpan(date(2021, 2, 1), MONDAY)}),
    ],
)
def test_what_keeps_two_reports_apart(why: str, changes: dict[str, Any]) -> None:
    one = strike("Herald", until=TimeSpan(MONDAY, date(2021, 3, 5)))
    assert not merged(one, strike("Courier", **changes)), why


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("the same", {}),
        ("no subtype", {"type": "Protest"}),
        ("no place", {"places": ()}),
        ("only the country", {"places": ("p2",)}),
        ("within the week", {"when": TimeSpan(MONDAY, date(2021, 3, 4))}),
        ("within the month", {"when": TimeSpan(MONDAY, date(2021, 3, 31))}),
        ("nobody named", {"agents": ()}),
        ("still going on", {"modality": "ongoing", "until": TimeSpan(MONDAY, None)}),
    ],
)
def test_what_two_reports_may_leave_out_or_blur(why: str, changes: dict[str, Any]) -> None:
    assert merged(strike("Herald"), strike("Courier", **changes)), why


def test_a_day_and_place_alone_do_not_make_one_event() -> None:
    other = strike("Courier", "Crowds of Dockers filled Marenport.", word="filled", agents=(), type="Protest")
    assert not merged(strike("Herald", "Some began a strike in Marenport. It was Dockers."), other)


def test_a_day_a_town_and_a_subtype_do() -> None:
    one = strike("Herald", "Some began a strike in Marenport. It was Dockers.")
    other = strike("Courier", "Dockers walked out in Marenport.", word="walked", agents=())
    assert merged(one, other)
    assert not merged(one, replace(other, events=(replace(other.events[0], places=("p2",)),)))


@pytest.mark.parametrize(
    ("sentence", "same"),
    [
        ("In Marenport 40 walked out over pay at the Quay Company.", True),
        ("In Marenport 40 walked out over the pensions of teachers.", False),
    ],
)
def test_what_else_their_sentences_speak_of_tells_two_reports_one(sentence: str, same: bool) -> None:
    one = strike("Herald", "The Quay Company saw a strike over pay. Dockers in Marenport.", agents=(), places=("p2",))
    other = strike("Courier", f"{sentence} Dockers.", word="walked", agents=(), places=("p2",))
    assert merged(one, other) is same


def named(paper: str, text: str, word: str, who: str, role: str) -> Record:
    told: dict[str, Any] = {"when": day(MONDAY), role: ("a1",)}
    one = claim("e1", "Lead/Appointment", paper, text, word, **told)
    return Record(Document(paper, text), actors=(actor("a1", who, "Person", text),), events=(one,))


def test_other_people_tell_two_reports_apart_unless_one_speaks_of_them() -> None:
    minister = named("Herald", "Ada Korrin named Bo Lund governor of the Quay Bank.", "named", "Ada Korrin", "agents")
    lund = "Bo Lund was appointed governor of the Quay Bank."
    assert merged(minister, named("Courier", lund, "appointed", "Bo Lund", "patients"))
    voss = "Mara Voss was appointed governor of the Quay Bank."
    assert not merged(minister, named("Courier", voss, "appointed", "Mara Voss", "patients"))


def elsewhere(record: Record) -> Record:
    place = Place("p1", "Southquay", "city", "XMA", 10.0, 10.0, ("https://example.org/gazetteer/9",), ("p2",))
    return replace(record, places=(place, record.places[1]))


def test_places_apart_are_events_apart() -> None:
    assert not merged(strike("Herald"), elsewhere(strike("Courier")))


def test_a_place_that_one_of_many_gives_is_outvoted() -> None:
    silent = [strike(paper, places=()) for paper in ("Post", "Gazette", "Echo")]
    assert len(events(strike("Herald"), *silent[:1], elsewhere(strike("Courier")))) == 2
    assert len(events(strike("Herald"), *silent, elsewhere(strike("Courier")))) == 1


def test_two_victims_are_two_events() -> None:
    def killing(paper: str, victim: str) -> Record:
        text = f"{victim} was assassinated in Marenport, says the {paper}."
        told: dict[str, Any] = {"when": day(MONDAY), "patients": ("a1",), "places": ("p1",)}
        return Record(
            Document(paper, text),
            actors=(actor("a1", victim, "Person", text),),
            places=dockers.places(text),
            events=(claim("e1", "Attack/Assassination", victim, text, "assassinated", **told),),
        )

    assert merged(killing("Herald", "Ada Korrin"), killing("Courier", "Ada Korrin"))
    assert merged(killing("Herald", "Ada Korrin"), killing("Courier", "Korrin"))
    assert not merged(killing("Herald", "Ada Korrin"), killing("Courier", "Bo Lund"))


def killed(paper: str, told: str, victim: str = "") -> Record:
    text = f"{told}, says the {paper}."
    return Record(
        Document(paper, text),
        actors=(actor("a1", victim, "Person", text),) if victim else (),
        places=dockers.places(text),
        events=(
            claim(
                "e1",
                "Attack/Assassination",
                paper,
                text,
                "killed",
                when=day(MONDAY),
                patients=("a1",) if victim else (),
                places=("p1",),
            ),
        ),
    )


def test_a_victim_that_one_of_many_gives_is_outvoted_only_where_it_speaks_of_the_other() -> None:
    lund = "Bo Lund was killed in Marenport by masked gunmen"
    silent = [
        killed(paper, "A clerk was killed in Marenport by masked gunmen") for paper in ("Post", "Gazette", "Echo")
    ]
    mixed = killed("Courier", "Quay clerk Bo Lund was killed in Marenport by masked gunmen", "Quay")
    other = killed("Courier", "Ada Korrin was killed in Marenport by masked gunmen", "Ada Korrin")
    assert len(events(killed("Herald", lund, "Bo Lund"), *silent, mixed)) == 1
    assert len(events(killed("Herald", lund, "Bo Lund"), *silent, other)) == 2


def test_two_people_who_did_it_are_two_events() -> None:
    def theft(paper: str, thief: str) -> Record:
        text = f"{thief} robbed the Quay Bank in Marenport, says the {paper}."
        told: dict[str, Any] = {"when": day(MONDAY), "agents": ("a1",), "places": ("p1",)}
        return Record(
            Document(paper, text),
            actors=(actor("a1", thief, "Person", text),),
            places=dockers.places(text),
            events=(claim("e1", "Crime/Theft", thief, text, "robbed", **told),),
        )

    assert merged(theft("Herald", "Ada Korrin"), theft("Courier", "Korrin"))
    assert not merged(theft("Herald", "Ada Korrin"), theft("Courier", "Bo Lund"))


@pytest.mark.parametrize(("type_", "same"), [("Consult/Talks", True), ("Attack", False)])
def test_who_is_named_first_tells_two_attacks_apart_but_no_two_talks(type_: str, same: bool) -> None:
    def told(paper: str, agent: str, patient: str) -> Record:
        text = f"{agent} and {patient} met in Marenport, says the {paper}."
        sides = (actor("a1", agent, "Organization", text), actor("a2", patient, "Organization", text))
        one = claim("e1", type_, "Meeting", text, "met", when=day(MONDAY), agents=("a1",), patients=("a2",))
        return Record(Document(paper, text), actors=sides, events=(one,))

    found = events(told("Post", "Port Union", "Quay Company"), told("Echo", "Quay Company", "Port Union"))
    assert (len(found) == 1) is same
    if same:
        assert (len(found[0].agents), found[0].patients) == (2, ())


def test_two_claims_of_one_document_that_are_brought_in_as_new_stay_two() -> None:
    text = "Dockers began a strike in Marenport. Dockers in the north of Marenport began a strike."
    base = strike("Gazette", text)
    second = replace(
        claim("e2", "Protest/Strike", "Another", text, "strike", when=day(MONDAY), agents=("a1",)), places=("p1",)
    )
    second = replace(second, mentions=(dockers.trigger(text, "strike", 1),))
    both = replace(base, events=(*base.events, second))
    found = events(both, strike("Herald"), strike("Courier"))
    assert sorted(len(event.claims) for event in found) == [1, 3]
    for event in found:
        assert len({document for document, _ in event.claims}) == len(event.claims)


def test_what_two_people_say_of_one_thing_are_two_acts() -> None:
    def blame(paper: str, who: str) -> Record:
        text = f"{who} blamed Bo Lund on Monday, says the {paper}."
        told: dict[str, Any] = {"when": day(MONDAY), "agents": ("a1",), "patients": ("a2",)}
        return Record(
            Document(paper, text),
            actors=(actor("a1", who, "Person", text), actor("a2", "Bo Lund", "Person", text)),
            events=(claim("e1", "Accuse", who, text, "blamed", **told),),
        )

    assert merged(blame("Herald", "Ada Korrin"), blame("Courier", "Ada Korrin"))
    assert not merged(blame("Herald", "Ada Korrin"), blame("Courier", "Mara Voss"))


def test_chained_dates_do_not_join_days_apart() -> None:
    first, last = day(MONDAY), day(date(2021, 3, 3))
    vague = strike("Gazette", when=TimeSpan(MONDAY, date(2021, 3, 3)))
    found = events(strike("Herald", when=first), vague, strike("Courier", when=last))
    assert len(found) == 2
    assert {event.date for event in found} in ({"2021-03-01", "2021-03-03"},)


def test_the_event_is_dated_to_the_days_that_all_claims_allow() -> None:
    (event,) = events(
        strike("Herald", when=TimeSpan(MONDAY, date(2021, 3, 3))),
        strike("Courier", when=TimeSpan(date(2021, 3, 2), date(2021, 3, 6))),
    )
    assert event.begin == TimeSpan(date(2021, 3, 2), date(2021, 3, 3))
    assert event.date == "[2021-03-02..2021-03-03]"


def test_open_figures_stay_open() -> None:
    (event,) = events(
        strike("Herald", figures=Figures(crowd=Range(400, None), injured=exactly(2))),
        strike("Courier", figures=Figures(crowd=exactly(500))),
    )
    assert event.figures == Figures(crowd=Range(400, None), injured=exactly(2))


def test_a_tally_on_which_sources_differ_is_left_to_the_claims() -> None:
    (event,) = events(
        strike("Herald", figures=Figures(votes_for=61, votes_against=39)),
        strike("Courier", figures=Figures(votes_for=62, votes_against=39)),
    )
    assert (event.figures.votes_for, event.figures.votes_against) == (None, 39)


@pytest.mark.parametrize(("one", "other"), [("strikes", "striking"), ("clashed", "clashes"), ("bombing", "bombed")])
def test_a_rough_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@st.composite
def rumours(draw: st.DrawFn) -> Record:
    """Reports of strikes that differ in just what identity looks at."""
    paper = draw(st.sampled_from([f"Paper {n}" for n in range(30)]))
    first = date(2021, 3, 1) + timedelta(draw(st.integers(0, 5)))
    last = first + timedelta(draw(st.sampled_from([0, 0, 2, 9, 30])))
    return strike(
        paper,
        when=TimeSpan(first, last),
        type=draw(st.sampled_from(["Protest", "Protest/Strike", "Protest/SitIn"])),
        places=draw(st.sampled_from([(), ("p1",), ("p2",)])),
        agents=draw(st.sampled_from([(), ("a1",)])),
        figures=Figures(crowd=draw(st.sampled_from([None, exactly(10), exactly(900)]))),
    )


@settings(max_examples=80, deadline=None)
@given(
    st.lists(rumours(), min_size=2, max_size=8, unique_by=lambda r: r.document.id), st.randoms(use_true_random=False)
)
def test_groups_hold_together_in_any_order(records: list[Record], random: Any) -> None:
    found = resolve(records)
    other = list(records)
    random.shuffle(other)
    assert resolve(other) == found
    claims: list[Claim] = [claim for event in found.events for _, claim in event.claims]
    assert len(claims) == len(records)
    for event in found.events:
        assert len({document for document, _ in event.claims}) == len(event.claims)
        latest_first = max(claim.begin.earliest for _, claim in event.claims if claim.begin.earliest)
        assert all(claim.begin.latest and claim.begin.latest >= latest_first for _, claim in event.claims)
        assert len(event.reasons) == len(event.claims) - 1
