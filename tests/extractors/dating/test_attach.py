"""Which expression dates which event."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.graph.model import Span


@pytest.mark.parametrize(
    ("marked", "begins"),
    [
        ("Police said on Tuesday that rebels [[attacked]] the base on Sunday.", ["2020-01-05"]),
        ("The army [[shelled]] the town on Monday, officials said Tuesday.", ["2020-01-06"]),
        (
            "The 2003 [[invasion]] still divides the country, he [[said]] on Tuesday.",
            ["2003-01-01..2003-12-31", "2020-01-07"],
        ),
        (
            "The court on Monday [[sentenced]] a man who [[killed]] five people in 2015.",
            ["2020-01-06", "2015-01-01..2015-12-31"],
        ),
        ("Hundreds [[marched]] on Sunday, [[blocking]] roads.", ["2020-01-05", "2020-01-05"]),
        ("The [[attack]] [[killed]] five people on Monday.", ["2020-01-06", "2020-01-06"]),
        ("They [[carried out]] the [[attack]] on Monday.", ["2020-01-06", "2020-01-06"]),
        ("In December 2019 shells [[fell]] on the town.", ["2019-12-01..2019-12-31"]),
        ("In the last few days of 2019 rockets [[fell]] on the town.", ["2019-12-25..2019-12-31"]),
        ("This morning the senate [[voted]] on the bill.", ["2020-01-08"]),
        ("January's [[vote]] was close.", ["2020-01-01..2020-01-08"]),
        ("Rebels [[attacked]] between Sunday and Tuesday.", ["2020-01-05..2020-01-07"]),
        ("Workers will [[planned:march]] on Friday.", ["2020-01-10"]),
        ("The union, since 2017 a party, [[condemned]] the vote.", ["2020-01-08"]),
    ],
)
def test_syntax_says_which_expression_dates_an_event(dated, show, marked, begins):
    assert [show(claim.begin) for claim in dated(marked)[0]] == begins


@pytest.mark.parametrize(
    ("marked", "begins"),
    [
        ("By 2018 rebels [[held]] the town.", ["..2018-12-31"]),
        ("Police [[said]] on Tuesday rebels attacked the base.", ["2020-01-07"]),
        (
            "Rebels [[fled]] on 30 December. The following week they [[returned]].",
            ["2019-12-30", "2020-01-06..2020-01-08"],
        ),
        ("After the [[vote]] on 5 January, police [[fired]] shots.", ["2020-01-05", "2020-01-05..2020-01-08"]),
        ("Two days before the [[vote]] on 5 January, rebels [[attacked]] a base.", ["2020-01-05", "2020-01-03"]),
        ("They [[attacked]] two days after they [[fled]] on 3 January.", ["2020-01-05", "2020-01-03"]),
        ("They [[met]] three weeks before the [[vote]] on 5 January.", ["2019-12-12..2019-12-18", "2020-01-05"]),
        ("A week after the [[attack]], police [[arrested]] two men.", ["..2020-01-04", "2020-01-08"]),
        ("He [[resigned]] after Monday's [[vote]].", ["2020-01-08", "2020-01-06"]),
    ],
)
def test_prepositions_between_two_events_say_on_which_side_each_lies(dated, show, marked, begins):
    assert [show(claim.begin) for claim in dated(marked)[0]] == begins


@pytest.mark.parametrize(
    ("marked", "begins"),
    [
        ("On Friday [[demonstrations]] in the capital turned violent and one person was [[shot]].", "2020-01-03"),
        ("On Saturday rebels and soldiers [[clashed]] and two were [[killed]].", "2020-01-04"),
        ("In December miners [[struck]] and shops [[closed]].", "2019-12-01..2019-12-31"),
    ],
)
def test_a_fronted_day_is_that_of_all_verbs_of_its_clause(dated, show, marked, begins):
    claims, _ = dated(marked)
    assert {show(c.begin) for c in claims} == {begins}
    assert all(c.time for c in claims)


def test_time_is_the_expression_and_reason_quotes_it(dated):
    (claim,), _ = dated("The army [[shelled]] the town on Monday.")
    assert claim.time == Span(29, 35)
    assert claim.date_reason == "'Monday' (2020-01-06)"


def test_what_is_reported_is_not_of_the_day_of_the_reporting(dated, show):
    claims, _ = dated("On Tuesday police [[said]] rebels [[attacked]] the base.")
    assert [show(c.begin) for c in claims] == ["2020-01-07", "2020-01-06..2020-01-07"]


def test_yesterday_in_a_quotation_of_two_sentences_counts_from_the_day_of_speaking(dated):
    text = '"The dam broke. Rebels [[attacked]] us yesterday and fled," the mayor said on Tuesday.'
    ((claim,), _) = dated(text)
    assert claim.begin.earliest == claim.begin.latest == date(2020, 1, 6)


@pytest.mark.parametrize(
    ("marked", "begin"),
    [
        ("They have ruled since February 2003, when rebels [[bombed]] the club.", "2003-02-01..2003-02-28"),
        ("It was the deadliest [[attack]] since 2003.", "2020-01-08"),
        ("Police [[arrested]] ten men at the Sela Games 2010.", "2020-01-08"),
        ("Monday's [[bomb]] attack killed five.", "2020-01-06"),
        ("On Tuesday villagers saw an [[attack]].", "2020-01-07"),
    ],
)
def test_what_hangs_on_another_word_dates_that_word(dated, show, marked, begin):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == begin


def test_a_verb_does_not_date_what_it_takes_for_known(dated):
    (claim,), _ = dated("On Tuesday villagers remembered the [[attack]].")
    assert claim.time is None


def test_the_end_of_another_event_is_not_that_of_the_first(dated, show):
    (claim,), _ = dated("The [[strike]] began on Monday and the curfew ended on Wednesday.")
    assert (show(claim.begin), show(claim.end)) == ("2020-01-06", "2020-01-06")


def test_a_sentence_taken_for_a_clause_of_its_date_is_dated_by_it(dated):
    (claim,), _ = dated("The following week the army [[returned]].")
    assert claim.date_reason.startswith("'The following week' gives no days")


def test_a_day_after_the_name_of_a_place_dates_what_was_there(dated):
    (claim,), _ = dated("The [[shelling]] of Sela Monday killed five people.")
    assert claim.date_reason == "'Monday' (2020-01-06)"


@pytest.mark.parametrize(
    ("marked", "begin"),
    [
        ("The ministry condemned an [[attack]] that killed five on Sunday.", "2020-01-05"),
        ("He led the [[strike]] that paralysed the port in 1998.", "1998-01-01..1998-12-31"),
        ("A [[vote]] that will be held on Friday is close.", "2020-01-10"),
        ("A [[deal]] that will create jobs in 2025 was signed.", "2020-01-08"),
        ("The [[talks]], which began in May, were suspended.", "2020-01-08"),
        ("The [[deal]], which expired in 2018, was praised.", "..2020-01-08"),
        ("The [[attack]] that was condemned in December killed two.", "2020-01-08"),
    ],
)
def test_a_clause_that_tells_how_an_event_came_about_dates_it(dated, show, marked, begin):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == begin
