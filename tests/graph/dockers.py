"""Invented records for the tests of the graph: a strike and a vote in a port town that does not exist.

Two papers report the same days and disagree on numbers; a third, two weeks later, reports a second strike.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.graph.model import (
    Actor,
    Claim,
    Document,
    Figures,
    Mention,
    Place,
    Range,
    Record,
    Relation,
    Span,
    TimeSpan,
    Timex,
    Trigger,
)

MONDAY = date(2021, 3, 1)


def day(when: date) -> TimeSpan:
    return TimeSpan(when, when)


def exactly(number: int) -> Range:
    return Range(number, number)


def find(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def sentence(text: str, at: int) -> Span:
    before = text.rfind(". ", 0, at)
    start = before + 2 if before >= 0 else 0
    end = text.find(".", at)
    return Span(start, end + 1 if end >= 0 else len(text))


def trigger(text: str, words: str, nth: int = 0) -> Trigger:
    start, end = find(text, words, nth)
    return Trigger(start, end, words, sentence(text, start))


def claim(
    id_: str,
    type_: str,
    label: str,
    text: str,
    words: str | Sequence[str],
    *,
    when: TimeSpan | None = None,
    until: TimeSpan | None = None,
    **more: Any,
) -> Claim:
    type_, _, subtype = type_.partition("/")
    said = [words] if isinstance(words, str) else words
    begin = when or TimeSpan()
    return Claim(
        id=id_,
        type=type_,
        subtype=subtype or None,
        label=label,
        mentions=tuple(trigger(text, each) for each in said),
        begin=begin,
        end=until or begin,
        **{"confidence": 0.8, "rule": "test", **more},
    )


def actor(id_: str, name: str, kind: str, text: str, country: str | None = None, **more: Any) -> Actor:
    span = find(text, name)
    return Actor(id_, name, kind, country, mentions=(Mention(*span, name),), **more)


def places(text: str) -> tuple[Place, ...]:
    return (
        Place(
            "p1",
            "Marenport",
            "city",
            "XMA",
            51.5,
            -3.25,
            ("https://example.org/gazetteer/1",),
            ("p2",),
            (Mention(*find(text, "Marenport"), "Marenport"),),
        ),
        Place("p2", "Marenia", "country", "XMA", 52.0, -3.0, ("https://example.org/gazetteer/2",)),
    )


UNIONS = ("Dockers' Union of Marenport", "Dockers' Union of the North (Wikidata Q3)")
"""What the union's name fits."""

HERALD = (
    "Dockers walked off the job in Marenport on Monday. About 400 workers joined the strike. "
    "The Maren Parliament voted 61 to 39 on Monday to pass the harbour bill. "
    "Two people were injured when police clashed with strikers that evening. "
    "The Dockers' Union plans a rally on March 8. "
    "The government denied that police had arrested Ada Korrin, the union said."
)


def herald() -> Record:
    text = HERALD
    actors = (
        actor("a1", "Dockers", "Group", text),
        actor("a2", "Maren Parliament", "Organization", text, "XMA", sector="LEG"),
        actor("a3", "police", "Organization", text, "XMA", sector="COP"),
        actor("a4", "strikers", "Group", text),
        actor("a5", "Dockers' Union", "Organization", text, "XMA", aliases=("the union",), could_be=UNIONS),
        actor("a6", "government", "Organization", text, "XMA", sector="GOV"),
        actor("a7", "Ada Korrin", "Person", text, "XMA", links=("http://www.wikidata.org/entity/Q1",)),
    )
    start, end = find(text, "Monday")
    rally = find(text, "March 8")
    return Record(
        Document("herald", text, "Port stands still", "https://herald.example/1", "Herald", date(2021, 3, 2), "given"),
        times=(
            Timex(start, end, "Monday", "DATE", "2021-03-01", "2021-03-01", day(MONDAY)),
            Timex(*rally, "March 8", "DATE", "2021-03-08", "2021-03-08", day(date(2021, 3, 8))),
        ),
        actors=actors,
        places=places(text),
        events=(
            claim(
                "e1",
                "Protest/Strike",
                "Dockers strike in Marenport",
                text,
                ["walked off", "strike"],
                when=day(MONDAY),
                agents=("a1",),
                places=("p1",),
                time=Span(start, end),
                date_reason="“Monday” before 2021-03-02",
                figures=Figures(crowd=exactly(400)),
            ),
            claim(
                "e2",
                "Vote/LegislativeVote",
                "Maren Parliament passes the harbour bill",
                text,
                "voted",
                when=day(MONDAY),
                agents=("a2",),
                figures=Figures(votes_for=61, votes_against=39, outcome="passed"),
                confidence=0.9,
            ),
            claim(
                "e3",
                "Attack/ArmedClash",
                "Police clash with strikers",
                text,
                "clashed",
                when=day(MONDAY),
                agents=("a3",),
                patients=("a4",),
                figures=Figures(injured=exactly(2)),
                confidence=0.7,
            ),
            claim(
                "e4",
                "Protest/Demonstration",
                "Dockers' Union plans a rally",
                text,
                "rally",
                when=day(date(2021, 3, 8)),
                agents=("a5",),
                time=rally,
                modality="planned",
            ),
            claim(
                "e5",
                "Coerce/Arrest",
                "Police arrest Ada Korrin",
                text,
                "arrested",
                agents=("a3",),
                patients=("a7",),
                polarity="negative",
                source="a6",
                confidence=0.6,
            ),
        ),
        relations=(Relation("before", "e1", "e3"), Relation("causes", "e1", "e3")),
    )


COURIER = (
    "Some 650 dockers went on strike in Marenport on 1 March. "
    "The Maren Parliament passed the harbour bill in a vote of 61 to 39 the same day. "
    "Five people were injured as police and strikers clashed. "
    "Ada Korrin condemned the vote."
)


def courier() -> Record:
    text = COURIER
    actors = (
        actor("a1", "dockers", "Group", text),
        actor("a2", "Maren Parliament", "Organization", text, "XMA", sector="LEG"),
        actor("a3", "police", "Organization", text, "XMA", sector="COP"),
        actor("a4", "strikers", "Group", text),
        actor("a5", "Ada Korrin", "Person", text),
    )
    return Record(
        Document("courier", text, "Strike and vote", "https://courier.example/7", "Courier", date(2021, 3, 3), "given"),
        actors=actors,
        places=places(text),
        events=(
            claim(
                "e1",
                "Protest/Strike",
                "Dockers go on strike in Marenport",
                text,
                "strike",
                when=day(MONDAY),
                agents=("a1",),
                places=("p1",),
                figures=Figures(crowd=exactly(650)),
            ),
            claim(
                "e2",
                "Vote/LegislativeVote",
                "Maren Parliament votes for the harbour bill",
                text,
                "vote",
                when=day(MONDAY),
                agents=("a2",),
                figures=Figures(votes_for=61, votes_against=39, outcome="passed"),
            ),
            claim(
                "e3",
                "Attack/ArmedClash",
                "Police and strikers clash",
                text,
                "clashed",
                when=day(MONDAY),
                agents=("a3",),
                patients=("a4",),
                figures=Figures(injured=exactly(5), fatalities=exactly(1)),
                confidence=0.7,
            ),
            claim(
                "e4",
                "Accuse/Condemn",
                "Ada Korrin condemns the vote",
                text,
                "condemned",
                when=TimeSpan(MONDAY, date(2021, 3, 3)),
                agents=("a5",),
                source="a5",
            ),
        ),
        relations=(Relation("after", "e4", "e2"),),
    )


GAZETTE = (
    "Dockers went on strike again in Marenport on Monday. "
    "Police arrested Ada Korrin in April. Protests have gone on since February."
)


def gazette() -> Record:
    text = GAZETTE
    return Record(
        Document("gazette", text, "Second strike", None, "Gazette", date(2021, 3, 16), "given"),
        actors=(
            actor("a1", "Dockers", "Group", text),
            actor("a2", "Police", "Organization", text, "XMA", sector="COP"),
            actor("a3", "Ada Korrin", "Person", text, links=("http://www.wikidata.org/entity/Q1",)),
        ),
        places=places(text),
        events=(
            claim(
                "e1",
                "Protest/Strike",
                "Dockers strike again in Marenport",
                text,
                "strike",
                when=day(date(2021, 3, 15)),
                agents=("a1",),
                places=("p1",),
            ),
            claim(
                "e2",
                "Coerce/Arrest",
                "Police arrest Ada Korrin",
                text,
                "arrested",
                when=TimeSpan(date(2021, 4, 1), date(2021, 4, 30)),
                agents=("a2",),
                patients=("a3",),
            ),
            claim(
                "e3",
                "Protest",
                "Protests since February",
                text,
                "Protests",
                when=TimeSpan(date(2021, 2, 1), date(2021, 2, 28)),
                until=TimeSpan(date(2021, 3, 16), None),
                modality="ongoing",
                places=("p2",),
            ),
        ),
    )


def story() -> list[Record]:
    return [herald(), courier(), gazette()]
