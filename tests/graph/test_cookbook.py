"""Each question of the cookbook, its answer on the invented story, in both back ends."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from dockers import UNIONS
from rdflib import SKOS, Graph

from dateline.graph.cookbook import question, questions
from dateline.graph.errors import QueryError
from dateline.graph.model import Claim, Record, TimeSpan
from dateline.graph.query import ask_open
from dateline.graph.resolve import resolve
from dateline.graph.results import plain, plain_table, table
from dateline.graph.store import Store, open_store

STRIKE = "Dockers go on strike in Marenport"
AGAIN = "Dockers strike again in Marenport"
VOTE = "Maren Parliament passes the harbour bill"
CLASH = "Police clash with strikers"
CONDEMN = "Ada Korrin condemns the vote"
ARREST = "Police arrest Ada Korrin"
SINCE = "Protests since February"
RALLY = "Dockers' Union plans a rally"
DENIED = "The government denied that police had arrested Ada Korrin, the union said."

Rows = list[tuple[str, ...]]

ANSWERS: list[tuple[str, dict[str, str], Rows]] = [
    (
        "timeline",
        {},
        [
            ("2021-02-01", "2021-02/..", SINCE),
            ("2021-03-01", "[2021-03-01..2021-03-03]", CONDEMN),
            ("2021-03-01", "2021-03-01", STRIKE),
            ("2021-03-01", "2021-03-01", VOTE),
            ("2021-03-01", "2021-03-01", CLASH),
            ("2021-03-15", "2021-03-15", AGAIN),
            ("2021-04-01", "2021-04", ARREST),
        ],
    ),
    (
        "events-of-actor",
        {"actor": "ada korrin"},
        [
            ("Ada Korrin", "agent", "[2021-03-01..2021-03-03]", CONDEMN),
            ("Ada Korrin", "patient", "2021-04", ARREST),
        ],
    ),
    (
        "events-of-actor",
        {"actor": "Ada Korrin", "since": "2021-03-02", "until": "2021-03-31"},
        [("Ada Korrin", "agent", "[2021-03-01..2021-03-03]", CONDEMN)],
    ),
    ("events-of-actor", {"actor": "Ada Korrin", "since": "2021-03-04", "until": "2021-03-31"}, []),
    (
        "events-of-actor",
        {"actor": "Ada Korrin", "since": "2021-03-04"},
        [("Ada Korrin", "patient", "2021-04", ARREST)],
    ),
    ("events-of-actor", {"actor": "Nobody"}, []),
    (
        "who-against-whom",
        {"country": "XMA"},
        [
            ("police", "Attack", "strikers", "1", "2021-03-01", "2021-03-01"),
            ("police", "Coerce", "Ada Korrin", "1", "2021-04-01", "2021-04-01"),
        ],
    ),
    ("who-against-whom", {"country": "IRQ"}, []),
    ("first-and-last", {"actor": "dockers"}, [("Dockers", "2021-03-01", "2021-03-15", "2")]),
    (
        "first-and-last",
        {},
        [
            ("Ada Korrin", "2021-03-01", "2021-04-01", "2"),
            ("Dockers", "2021-03-01", "2021-03-15", "2"),
            ("police", "2021-03-01", "2021-04-01", "2"),
            ("Maren Parliament", "2021-03-01", "2021-03-01", "1"),
            ("strikers", "2021-03-01", "2021-03-01", "1"),
        ],
    ),
    ("votes", {}, [("2021-03-01", VOTE, "61", "39", "", "passed")]),
    ("by-month", {}, [("2021-02", "1"), ("2021-03", "2")]),
    ("by-month", {"type": "Strike"}, [("2021-03", "2")]),
    ("by-month", {"type": "Demonstration"}, []),
    ("by-month", {"type": "no such > type"}, []),
    ("by-month-and-country", {}, [("XMA", "2021-02", "Protest", "1"), ("XMA", "2021-03", "Protest", "2")]),
    (
        "events-at-place",
        {"place": "marenia"},
        [
            ("Marenia", "2021-02/..", SINCE, "2021-02-01"),
            ("Marenport", "2021-03-01", STRIKE, "2021-03-01"),
            ("Marenport", "2021-03-15", AGAIN, "2021-03-15"),
        ],
    ),
    (
        "events-at-place",
        {"place": "Marenport"},
        [("Marenport", "2021-03-01", STRIKE, "2021-03-01"), ("Marenport", "2021-03-15", AGAIN, "2021-03-15")],
    ),
    (
        "near",
        {"place": "Marenport", "km": "50"},
        [("Marenport", "2021-03-01", STRIKE, "2021-03-01"), ("Marenport", "2021-03-15", AGAIN, "2021-03-15")],
    ),
    (
        "near",
        {"place": "Marenport", "km": "60", "until": "2021-03-01"},
        [("Marenport", "2021-03-01", STRIKE, "2021-03-01")],
    ),
    (
        "around",
        {"event": "strike in", "km": "50", "days": "14"},
        [(STRIKE, "2021-03-15", AGAIN, "Marenport")],
    ),
    ("around", {"event": "strike in", "km": "50", "days": "13"}, []),
    ("around", {"event": "strike in", "km": "60"}, []),
    (
        "dyads-by-month",
        {},
        [
            ("2021-03", "police", "strikers", "material conflict", "1"),
            ("2021-04", "police", "Ada Korrin", "material conflict", "1"),
        ],
    ),
    (
        "dyads-by-month",
        {"actor": "ADA KORRIN"},
        [("2021-04", "police", "Ada Korrin", "material conflict", "1")],
    ),
    (
        "reported-first",
        {},
        [("2021-03-01", label, "2021-03-02", "herald") for label in (STRIKE, VOTE, CLASH)],
    ),
    (
        "events-in-period",
        {"since": "2021-03-02", "until": "2021-03-08"},
        [("2021-02/..", SINCE, "2021-02-01"), ("[2021-03-01..2021-03-03]", CONDEMN, "2021-03-01")],
    ),
    ("deadliest", {}, [("1", "1", "2021-03-01", CLASH)]),
    (
        "disputed",
        {},
        [
            (STRIKE, "crowd", "400", "herald", "About 400 workers joined the strike."),
            (STRIKE, "crowd", "650", "courier", "Some 650 dockers went on strike in Marenport on 1 March."),
            (
                CLASH,
                "injured",
                "2",
                "herald",
                "Two people were injured when police clashed with strikers that evening.",
            ),
            (CLASH, "injured", "5", "courier", "Five people were injured as police and strikers clashed."),
        ],
    ),
    (
        "one-source",
        {},
        [
            ("2021-02/..", SINCE, "gazette"),
            ("[2021-03-01..2021-03-03]", CONDEMN, "courier"),
            ("2021-03-15", AGAIN, "gazette"),
            ("2021-04", ARREST, "gazette"),
        ],
    ),
    (
        "several-sources",
        {},
        [("2", "2021-03-01", STRIKE), ("2", "2021-03-01", VOTE), ("2", "2021-03-01", CLASH)],
    ),
    ("never-done", {}, [("planned", "2021-03-08", RALLY)]),
    ("denied", {}, [(ARREST, "government", "herald", DENIED, ARREST)]),
    ("co-occurrence", {}, [("Ada Korrin", "police", "1"), ("police", "strikers", "1")]),
    (
        "evidence",
        {"event": "STRIKE IN"},
        [
            (STRIKE, "herald", "2021-03-02", "actual", "", "Dockers walked off the job in Marenport on Monday."),
            (STRIKE, "herald", "2021-03-02", "actual", "", "About 400 workers joined the strike."),
            (STRIKE, "courier", "2021-03-03", "actual", "", "Some 650 dockers went on strike in Marenport on 1 March."),
        ],
    ),
    (
        "evidence",
        {"event": "rally"},
        [(RALLY, "herald", "2021-03-02", "planned", "", "The Dockers' Union plans a rally on March 8.")],
    ),
    ("who-says", {}, [("Ada Korrin", "actual", CONDEMN, "courier"), ("government", "denied", ARREST, "herald")]),
    (
        "documents",
        {},
        [
            ("herald", "Port stands still", "Herald", "2021-03-02", "3"),
            ("courier", "Strike and vote", "Courier", "2021-03-03", "4"),
            ("gazette", "Second strike", "Gazette", "2021-03-16", "3"),
        ],
    ),
    (
        "before-and-after",
        {},
        [(STRIKE, "before", CLASH), (VOTE, "before", CONDEMN), (STRIKE, "causes", CLASH)],
    ),
    ("open-names", {}, [("Dockers' Union", each, "1") for each in UNIONS]),
    (
        "uncertain",
        {},
        [
            ("2021-02/..", "2021-02-01", "2021-02-28", SINCE),
            ("[2021-03-01..2021-03-03]", "2021-03-01", "2021-03-03", CONDEMN),
            ("2021-04", "2021-04-01", "2021-04-30", ARREST),
        ],
    ),
]


@pytest.mark.parametrize(
    ("name", "given", "expected"), ANSWERS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_answer(filled: Store, name: str, given: dict[str, str], expected: Rows) -> None:
    rows = table(ask_open(filled, question(name), given)).rows
    if rows and not any(rows[0]):  # rdflib answers a GROUP BY over nothing with one empty row
        rows = rows[1:]
    assert [tuple(plain(cell) for cell in row) for row in rows] == expected


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("near", {"place": "Marenport", "km": "60", "until": "2021-03-01"}, [SINCE, STRIKE]),
        ("near", {"place": "Marenport", "km": "57", "until": "2021-03-01"}, [STRIKE]),  # it is 58 km away
        ("around", {"event": "strike in", "km": "60", "days": "1"}, [SINCE]),
        ("around", {"event": "strike in", "km": "60", "days": "0"}, []),  # February ends the day before
        ("around", {"event": "strike in", "km": "57"}, []),
    ],
)
def test_how_far_and_how_long(records: list[Record], name: str, given: dict[str, str], expected: list[str]) -> None:
    with open_store(None, "oxigraph") as store:
        for record in records:  # Marenia as another town
            places = tuple(replace(place, kind="city") for place in record.places)
            store.put(replace(record, places=places))
        store.put_timeline(resolve(store.records(), store.base))
        rows = table(ask_open(store, question(name), given)).rows
    assert [plain(row[2]) for row in rows] == expected


def test_every_question_has_a_tested_answer() -> None:
    assert set(questions()) == {name for name, _, _ in ANSWERS}


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_says_what_it_asks_and_selects_its_parameters(filled: Store, name: str) -> None:
    asked = questions()[name]
    assert asked.question.rstrip(")").endswith(("?", ".")) and len(asked.question) < 130
    answer = table(ask_open(filled, asked))
    assert not {param.name for param in asked.params} & set(answer.columns)


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_runs_as_it_stands_without_its_parameters(filled: Store, name: str) -> None:
    asked = questions()[name]
    bare = filled.query(asked.text)
    assert {param.name for param in asked.params} <= set(table(bare).columns)
    assert table(bare).rows == () or len(table(bare).rows) == len(table(ask_open(filled, asked)).rows)


@pytest.mark.parametrize("kind", ["oxigraph", "memory"])
def test_an_event_without_a_date_is_an_actors_where_no_days_are_asked_for(kind: str, records: list[Record]) -> None:
    undated = [
        replace(each, events=tuple(replace(claim, begin=TimeSpan(), end=TimeSpan()) for claim in each.events))
        for each in records
    ]
    with open_store(None, kind) as store:
        store.put_timeline(resolve(undated))
        asked = questions()["events-of-actor"]
        _, rows = plain_table(ask_open(store, asked, {"actor": "Ada Korrin"}))
        assert {row[3] for row in rows} == {CONDEMN, ARREST}
        assert plain_table(ask_open(store, asked, {"actor": "Ada Korrin", "since": "2021-01-01"}))[1] == []


@pytest.mark.parametrize("kind", ["oxigraph", "memory"])
@pytest.mark.parametrize(("month", "reported"), [(4, ARREST), (6, None)])
def test_only_what_may_be_of_the_same_days_is_set_beside_a_denial(
    kind: str, month: int, reported: str | None, records: list[Record]
) -> None:
    span = TimeSpan(date(2021, month, 1), date(2021, month, 30))

    def dated(claim: Claim) -> Claim:
        return replace(claim, begin=span, end=span) if claim.polarity == "negative" else claim

    with open_store(None, kind) as store:
        for record in records:
            store.put(replace(record, events=tuple(map(dated, record.events))))
        store.put_timeline(resolve(store.records()))
        _, rows = plain_table(ask_open(store, question("denied")))
    assert [row[4] or None for row in rows] == [reported]


def test_the_kinds_of_acts_are_those_of_the_ontology() -> None:
    ontology = Graph().parse(data=files("dateline.graph").joinpath("ontology.ttl").read_text("utf-8"), format="turtle")
    quads = "https://w3id.org/dateline/scheme/quad#"
    told = {
        (str(event).rpartition("#")[2], re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(kind).removeprefix(quads)).lower())
        for event, kind in ontology.subject_objects(SKOS.broadMatch)
        if str(kind).startswith(quads)
    }
    assert set(re.findall(r'\(dl:(\w+) "([a-z ]+)"\)', questions()["dyads-by-month"].text)) == told


def test_an_unknown_question_is_told() -> None:
    with pytest.raises(QueryError, match="who-against-whom"):
        question("what-is-truth")
