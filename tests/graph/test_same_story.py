"""Undated claims meet where their articles tell one story, and stay apart where rank, day or speaker tells them so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from dockers import MONDAY, actor, claim, day

from dateline.graph.model import Document, Event, Record, TimeSpan
from dateline.graph.resolve import resolve


def events(*records: Record) -> tuple[Event, ...]:
    return resolve(records).events


def merged(one: Record, other: Record) -> bool:
    return len(events(one, other)) == 1


def arrest(paper: str, sentence: str = "", *, about: str = "", **changes: Any) -> Record:
    """A paper's undated claim that Bo Lund was arrested, in an article that also names what `about` lists."""
    sentence = sentence or f"Police arrested Bo Lund, says the {paper}."
    names = about or "Ada Korrin, Marenport Bay Trust"
    text = f"{sentence} The article names {names} and Bo Lund."
    people = [
        actor(f"a{n}", name, "Organization" if "Trust" in name else "Person", text)
        for n, name in enumerate(("Bo Lund", *names.split(", ")), 1)
    ]
    told: dict[str, Any] = {"when": TimeSpan(), "patients": ("a1",), **changes}
    word = told.pop("word", "arrested")
    issued = told.pop("issued", None)
    type_ = told.pop("type", "Coerce/Arrest")
    return Record(
        Document(paper, text, date=issued),
        actors=tuple(people),
        events=(claim("e1", type_, "Arrest", text, word, **told),),
    )


def test_undated_claims_meet_where_their_articles_tell_one_story() -> None:
    (event,) = events(arrest("Herald"), arrest("Courier"))
    (reason,) = event.reasons
    assert "both articles are about korrin, lund and marenport bay trust" in reason
    assert merged(arrest("Herald", when=day(MONDAY)), arrest("Courier"))
    assert not merged(arrest("Herald"), arrest("Courier", about="Ida Vane, Southquay Trust"))


def test_one_name_will_do_where_articles_are_told_in_much_the_same_words() -> None:
    court = "Bo Lund was arrested at the harbour court over forged customs papers for a cargo of copper."
    one = arrest("Herald", court, about="Ada Korrin")
    assert merged(one, arrest("Courier", court, about="Ida Vane"))
    assert not merged(one, arrest("Courier", about="Ida Vane"))


def dateless(paper: str, on: date, **more: Any) -> Record:
    """An arrest told as news without a date in a report of a day."""
    record = arrest(paper, issued=on, when=day(on), **more)
    reason = f"told as news without a date in a report of {on}: of that day"
    return replace(record, events=(replace(record.events[0], date_reason=reason),))


def test_news_without_a_date_may_be_of_the_day_before_the_report() -> None:
    morning, next_day = dateless("Courier", MONDAY + timedelta(1)), dateless("Post", MONDAY + timedelta(2))
    (event,) = events(arrest("Herald", when=day(MONDAY)), morning)
    assert event.begin == day(MONDAY)
    assert not merged(arrest("Herald", when=day(MONDAY)), arrest("Courier", when=day(MONDAY + timedelta(1))))
    assert not merged(arrest("Herald", when=day(MONDAY)), next_day)
    (event,) = events(morning, next_day)
    assert event.begin == day(MONDAY + timedelta(1))
    (event,) = events(morning)
    assert event.begin == day(MONDAY + timedelta(1))


def test_articles_far_apart_tell_no_one_story() -> None:
    one = arrest("Herald", issued=MONDAY)
    assert merged(one, arrest("Courier", issued=MONDAY + timedelta(14)))
    assert not merged(one, arrest("Courier", issued=MONDAY + timedelta(15)))


def test_an_undated_claim_does_not_join_days_apart() -> None:
    records = [
        arrest("Herald", when=day(MONDAY)),
        arrest("Courier"),
        arrest("Gazette", when=day(MONDAY + timedelta(7))),
    ]
    assert sorted(len(event.claims) for event in events(*records)) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The arrest of Bo Lund", "The arrest of Bo Lund", True),
        ("The arrest of Bo Lund", "A second arrest of Bo Lund", False),
        ("A second arrest of Bo Lund", "The second arrest of Bo Lund", True),
        ("The arrest of Bo Lund", "Another arrest of Bo Lund", False),
    ],
)
def test_one_more_of_its_kind_is_another_event(one: str, other: str, same: bool) -> None:
    reports = [
        arrest(paper, f"{text}: the {paper}.", word="arrest") for paper, text in (("Herald", one), ("Post", other))
    ]
    assert merged(*reports) == same


def test_the_same_words_are_one_statement_only_of_one_speaker() -> None:
    def statement(paper: str, speaker: str) -> Record:
        told: dict[str, Any] = {"word": "said", "type": "State/Announcement", "patients": (), "agents": (speaker,)}
        return arrest(paper, f"It was not so, said someone to the {paper}.", **told)

    assert merged(statement("Herald", "a1"), statement("Courier", "a1"))
    assert not merged(statement("Herald", "a1"), statement("Courier", "a2"))


def test_a_claim_that_nothing_marks_is_of_no_story() -> None:
    bare = arrest("Herald", "It was so.", word="It", patients=())
    assert not merged(bare, arrest("Courier"))
