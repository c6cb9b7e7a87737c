from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import chance
import dockers
import pytest
from dockers import MONDAY, actor, claim, day, exactly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.graph.model import (
    Claim,
    Document,
    Event,
    Figures,
    Place,
    Range,
    Record,
    Relation,
    Timeline,
    TimeSpan,
)
from dateline.graph.naming import document_iri
from dateline.graph.resolve import resolve
from dateline.graph.resolve.claims import stem

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def events(*records: Record) -> tuple[Event, ...]:
    return resolve(records).events


def only(records: list[Record], label: str) -> Event:
    (found,) = [event for event in events(*records) if label in {claim.label for _, claim in event.claims}]
    return found


def strike(paper: str, text: str = "", **changes: Any) -> Record:
    """A paper's one claim: dockers strike in Marenport on Monday."""
    text = text or f"Dockers began a strike in Marenport, says the {paper}."
    told: dict[str, Any] = {"when": day(MONDAY), "agents": ("a1",), "places": ("p1",), **changes}
    word = told.pop("word", "strike")
    type_ = told.pop("type", "Protest/Strike")
    return Record(
        Document(paper, text, date=date(2021, 3, 2)),
        actors=(actor("a1", "Dockers", "Group", text),),
        places=dockers.places(text),
        events=(claim("e1", type_, f"Strike, says the {paper}", text, word, **told),),
    )


def merged(one: Record, other: Record) -> bool:
    return len(events(one, other)) == 1


def shifted(span: TimeSpan, days: int) -> TimeSpan:
    assert span.earliest and span.latest
    return TimeSpan(span.earliest + timedelta(days), span.latest + timedelta(days))


def test_two_reports_of_one_strike_are_one_event_with_the_range_and_the_reasons(records: list[Record]) -> None:
    event = only(records, "Dockers strike in Marenport")
    assert [claim.label for _, claim in event.claims] == [
        "Dockers strike in Marenport",
        "Dockers go on strike in Marenport",
    ]
    assert event.figures.crowd == Range(400, 650)
    assert [claim.figures.crowd for _, claim in event.claims] == [exactly(400), exactly(650)]
    assert event.date == "2021-03-01" and event.status == "Actual"
    (reason,) = event.reasons
    for words in ("both on 2021-03-01", "both in Marenport", "the same agent", "the same word"):
        assert words in reason


def test_the_second_strike_stays_apart(records: list[Record]) -> None:
    assert [e.date for e in events(*records) if e.subtype == "Strike"] == ["2021-03-01", "2021-03-15"]


def test_a_tally_told_twice_is_one_vote(records: list[Record]) -> None:
    vote = only(records, "Maren Parliament votes for the harbour bill")
    assert len(vote.claims) == 2 and vote.label == "Maren Parliament passes the harbour bill"
    assert (vote.figures.votes_for, vote.figures.votes_against, vote.figures.outcome) == (61, 39, "passed")
    assert vote.confidence == pytest.approx(1 - 0.1 * 0.2)


def test_a_denial_is_not_merged_with_what_happened(records: list[Record]) -> None:
    assert sorted(e.status for e in events(*records) if e.subtype == "Arrest") == ["Actual", "Denied"]


def test_events_stand_in_date_order_undated_last(records: list[Record]) -> None:
    found = events(*records)
    assert found[0].date == "2021-02/.." and found[-1].date is None
    begins = [event.begin.earliest or event.begin.latest or date.max for event in found]
    assert begins == sorted(begins)


def test_ids_within_a_claim_are_those_of_the_timeline(records: list[Record], timeline: Timeline) -> None:
    actors, places = ({thing.id for thing in things} for things in (timeline.actors, timeline.places))
    documents = dict(timeline.documents)
    for event in timeline.events:
        for document, told in event.claims:
            assert document in documents and told.id.startswith("https://w3id.org/dateline/id/claim/")
            assert {*told.agents, *told.patients, *told.participants, *filter(None, [told.source])} <= actors
            assert set(told.places) <= places
    assert documents[document_iri(records[0].document.text).value] == records[0].document


def test_relations_hold_between_events_each_in_one_direction(timeline: Timeline) -> None:
    labels = {event.id: event.label for event in timeline.events}
    assert {(r.type, labels[r.source], labels[r.target]) for r in timeline.relations} == {
        ("before", "Dockers go on strike in Marenport", "Police clash with strikers"),
        ("causes", "Dockers go on strike in Marenport", "Police clash with strikers"),
        ("before", "Maren Parliament passes the harbour bill", "Ada Korrin condemns the vote"),
    }


def test_relations_told_both_ways_are_left_out(records: list[Record]) -> None:
    herald = replace(records[0], relations=(Relation("before", "e1", "e3"), Relation("before", "e3", "e1")))
    assert resolve([herald]).relations == ()


@pytest.mark.parametrize(
    ("kind", "days", "kept"),
    [
        ("before", 1, True),
        ("before", -1, False),
        ("after", 1, False),
        ("after", -1, True),
        ("simultaneous", 0, True),
        ("simultaneous", 1, False),
    ],
)
def test_a_relation_that_the_dates_forbid_is_left_out(kind: Any, days: int, kept: bool) -> None:
    one = strike("Post")
    other = replace(strike("Post", type="Attack").events[0], id="e2", begin=shifted(day(MONDAY), days), agents=())
    told = replace(one, events=(*one.events, other), relations=(Relation(kind, "e1", "e2"),))
    assert len(resolve([told]).relations) == kept


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
    other = strike("Courier", "Dockers walked out in Marenport.", word="walked", agents=(), type="Protest")
    assert not merged(strike("Herald"), other)


def test_a_day_a_town_and_a_subtype_do() -> None:
    other = strike("Courier", "Dockers walked out in Marenport.", word="walked", agents=())
    assert merged(strike("Herald"), other)
    assert not merged(strike("Herald"), replace(other, events=(replace(other.events[0], places=("p2",)),)))


def test_places_apart_are_events_apart() -> None:
    elsewhere = Place("p1", "Southquay", "city", "XMA", 10.0, 10.0, ("https://example.org/gazetteer/9",), ("p2",))
    record = strike("Courier")
    assert not merged(strike("Herald"), replace(record, places=(elsewhere, record.places[1])))


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


def test_a_place_is_known_by_link_or_name_and_country(timeline: Timeline) -> None:
    places = {place.name: place for place in timeline.places}
    assert set(places) == {"Marenport", "Marenia"}
    assert places["Marenport"].within == (places["Marenia"].id,)
    assert len(places["Marenport"].members) == 3


@pytest.mark.parametrize(("one", "other"), [("strikes", "striking"), ("clashed", "clashes"), ("bombing", "bombed")])
def test_a_rough_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@slow
@given(st.lists(chance.records(), max_size=4), st.randoms(use_true_random=False))
def test_any_order_of_any_records_makes_one_timeline(records: list[Record], random: Any) -> None:
    other = list(records)
    random.shuffle(other)
    assert resolve(other) == resolve(records)


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
        assert len({claim.subtype for _, claim in event.claims} - {None}) <= 1
        latest_first = max(claim.begin.earliest for _, claim in event.claims if claim.begin.earliest)
        assert all(claim.begin.latest and claim.begin.latest >= latest_first for _, claim in event.claims)
        assert len(event.reasons) == len(event.claims) - 1
