"""What is found and what is not: the faults that dates in text are prone to, extents, and reading by tense."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.graph.model import TimeSpan

NO_DATES = (Path(__file__).parent / "no_dates.txt").read_text("utf-8").splitlines()


def values(found):
    return [(t.text, t.value) for t in found]


def test_sentences_without_dates_have_none(read):
    assert len(NO_DATES) >= 200
    assert {line: values(found) for line in NO_DATES if (found := read(line))} == {}


def test_relative_date_without_document_date_stays_text(read):
    (found,) = read("The mill burned two weeks ago.", None)
    assert (found.text, found.type, found.value, found.edtf, found.span) == (
        "two weeks ago",
        "DATE",
        None,
        None,
        TimeSpan(),
    )


@pytest.mark.parametrize(
    "text", ["on Friday", "yesterday", "last week", "in March", "this year", "at 5 p.m.", "tonight"]
)
def test_nothing_is_read_from_the_clock_of_the_machine(read, text):
    assert [t.span for t in read(f"The mill burned {text}.", None)] == [TimeSpan()]


def test_year_and_month_are_no_days(read):
    year, month = read("The mill burned in 2018 and again in June 2019.")
    assert (year.value, year.span) == ("2018", TimeSpan(date(2018, 1, 1), date(2018, 12, 31)))
    assert (month.value, month.span) == ("2019-06", TimeSpan(date(2019, 6, 1), date(2019, 6, 30)))


@pytest.mark.parametrize(
    "text",
    ["31 February 2019", "February 30, 2019", "Feb. 29, 2019", "2019-13-05", "44 BC", "the year 0", "5 May 9999"],
)
def test_days_of_no_calendar_are_kept_and_never_moved(read, text):
    assert [(t.text, t.value, t.span) for t in read(f"It is dated {text}.")] == [(text, None, TimeSpan())]


def test_two_readings_of_figures_are_both_kept(read):
    (found,) = read("The letter bears the stamp 01/02/2019.")
    assert (found.value, found.edtf) == (None, "[2019-01-02,2019-02-01]")
    assert found.span == TimeSpan(date(2019, 1, 2), date(2019, 2, 1))


def test_past_tense_excludes_the_reading_that_lies_ahead(read):
    (found,) = read("The mill burned on 09/11/2019.")
    assert found.value == "2019-09-11"


@pytest.mark.parametrize("zone", ["IST", "CST", "EST", "local time"])
def test_zones_with_several_meanings_give_no_offset(read, zone):
    assert [t.value for t in read(f"It began at 9 a.m. {zone} on Tuesday.")] == ["2019-10-08T09:00"]


def test_fixed_offsets_are_kept(read):
    assert [t.value for t in read("It began at 18:00 UTC on Tuesday.")] == ["2019-10-08T18:00Z"]
    assert [t.value for t in read("It began at 6 p.m. (GMT+8) on Tuesday.")] == ["2019-10-08T18:00+08:00"]


def test_a_long_string_is_no_date(read):
    text = "The code was " + "twenty " * 4000 + "years, they said."
    assert all(t.end - t.start <= 100 for t in read(text))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Police arrested the mayor on Tuesday.", "2019-10-08"),
        ("Police will release the mayor on Tuesday.", "2019-10-15"),
        ("The mayor is due in court on Tuesday.", "2019-10-15"),
        ("The mayor agreed to meet the strikers on Tuesday.", "2019-10-15"),
        ("The mayor failed to meet the strikers on Tuesday.", "2019-10-08"),
        ("Lesotho was the first state to sign the pact on Tuesday.", "2019-10-08"),
        ("The trial was postponed until Tuesday.", "2019-10-15"),
        ("The mayor could appear as early as Tuesday.", "2019-10-15"),
        ("The mayor said she was arrested on Thursday.", "2019-10-10"),
    ],
)
def test_weekdays_look_where_their_clause_looks(read, sentence, value):
    assert [t.value for t in read(sentence)] == [value]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The results of Monday's election were close.", "2019-10-07"),
        ("She blamed the press for her defeat in Monday's election.", "2019-10-07"),
        ("The mayor, who lost Monday's vote, thanked her voters.", "2019-10-07"),
        ("The mayor resigned after Monday's referendum.", "2019-10-07"),
        ("The review could shape Saturday's election.", "2019-10-12"),
        ("The mayor spoke about Saturday's election.", "2019-10-12"),
        ("The parties will march ahead of Wednesday's election.", "2019-10-16"),
        ("Saturday's ruling shook the parties.", "2019-10-05"),
        ("The results of Saturday's election shook the parties.", "2019-10-05"),
    ],
)
def test_an_appointed_day_is_ahead_unless_the_clause_tells_its_outcome(read, sentence, value):
    assert [t.value for t in read(sentence)] == [value]


def test_a_clause_of_the_weekday_says_where_it_lies(read):
    found = read("In contrast to Monday, when the dam broke, the valley will be calm on Tuesday.")
    assert [t.value for t in found] == ["2019-10-07", "2019-10-15"]


def test_only_a_run_of_weekdays_goes_on(read):
    found = read("Rain fell on Thursday. In contrast to Wednesday, when it broke, the dam held from Monday to Tuesday.")
    assert [t.value for t in found] == ["2019-10-10", "2019-10-09", "2019-10-07", "2019-10-08"]


def test_holidays_with_a_point_in_their_name(read):
    for name in ("St. Patrick's Day", "St . Patrick's Day", "St Patrick’s Day"):
        assert [(t.text, t.value) for t in read(f"The fair opened on {name} 2018.")] == [(f"{name} 2018", "2018-03-17")]


def test_headlines_tell_the_past_in_the_present(read):
    assert [t.value for t in read("Bus falls into river on Tuesday")] == ["2019-10-08"]


@pytest.mark.parametrize(
    ("sentence", "extents"),
    [
        ("A three-day strike began.", ["three-day"]),
        ("They waited for about two weeks.", ["about two weeks"]),
        ("It was the worst flood in at least 30 years.", ["at least 30 years"]),
        ("The vote on Monday's bill was close.", ["Monday"]),
        ("Since early Tuesday shells have fallen.", ["early Tuesday"]),
        ("The talks, which began the day before, failed.", ["the day before"]),
        ("It fell the day before the talks.", []),
        ("The talks failed two days after the truce.", ["two days"]),
    ],
)
def test_extents(read, sentence, extents):
    assert [t.text for t in read(sentence)] == extents


def test_offsets_point_into_the_text_as_it_is(read):
    text = "On\u00a05\u00a0Janu\u00adary 2018 the\nmill burned.\n\nOn Tues\u200bday it was rebuilt."
    assert [(text[t.start : t.end], t.value) for t in read(text)] == [
        ("5\u00a0Janu\u00adary 2018", "2018-01-05"),
        ("Tues\u200bday", "2019-10-08"),
    ]


def test_expressions_never_cross_paragraphs(read):
    assert [t.text for t in read("The fair opened in May\n\n2018 people came to it.")][:1] == ["May"]


def test_time_of_day_takes_the_day_of_its_sentence(read):
    found = read("On 3 May 2018 the guards changed. At 6 a.m. on Tuesday they left; by 9 a.m. they were back.")
    assert [t.value for t in found] == ["2018-05-03", "2019-10-08T06:00", "2019-10-08T09:00"]


def test_quarters_count_from_the_one_under_report(read):
    found = read("Third-quarter profit rose to $5 million from $4 million a year ago. Costs fell in the quarter.")
    assert values(found) == [("Third-quarter", "2019-Q3"), ("a year ago", "2018-Q3"), ("the quarter", "2019-Q3")]
