"""What documents say together: events in order, with the ids, ranges, places and relations of the timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import chance
import pytest
from dockers import MONDAY, day, exactly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strikes import events, strike

from dateline.graph.model import Event, Range, Record, Relation, Timeline, TimeSpan
from dateline.graph.naming import document_iri
from dateline.graph.resolve import resolve

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def only(records: list[Record], label: str) -> Event:
    (found,) = [event for event in events(*records) if label in {claim.label for _, claim in event.claims}]
    return found


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


def test_a_place_is_known_by_link_or_name_and_country(timeline: Timeline) -> None:
    places = {place.name: place for place in timeline.places}
    assert set(places) == {"Marenport", "Marenia"}
    assert places["Marenport"].within == (places["Marenia"].id,)
    assert len(places["Marenport"].members) == 3


@slow
@given(st.lists(chance.records(), max_size=4), st.randoms(use_true_random=False))
def test_any_order_of_any_records_makes_one_timeline(records: list[Record], random: Any) -> None:
    other = list(records)
    random.shuffle(other)
    assert resolve(other) == resolve(records)
