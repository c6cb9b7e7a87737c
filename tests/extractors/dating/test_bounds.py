"""From an expression in its role to begin and end, and expressions that give no days or two readings."""

from __future__ import annotations

import pytest

from dateline.graph.model import TimeSpan


@pytest.mark.parametrize(
    ("marked", "begin", "end"),
    [
        ("Miners have been on [[ongoing:strike]] since October 2019.", "2019-10-01..2019-10-31", "2020-01-08.."),
        ("Miners [[struck]] for three days from Monday.", "2020-01-06", "2020-01-08"),
        ("Dockers have [[ongoing:blocked]] the port for two weeks.", "2019-12-24..2019-12-26", "2020-01-08.."),
        ("The [[ongoing:curfew]] lasts until Friday.", "..2020-01-10", "2020-01-10"),
        ("From 2003 to 2011 the party [[governed]].", "2003-01-01..2003-12-31", "2011-01-01..2011-12-31"),
        ("The [[strike]] began on Monday and ended on Wednesday.", "2020-01-06", "2020-01-08"),
        ("The [[siege]] ended on Sunday.", "..2020-01-05", "2020-01-05"),
        ("Rebels [[held]] the town for three days until Monday.", "2020-01-04", "2020-01-06"),
        ("Rebels [[held]] the town for three days.", "2020-01-06..2020-01-08", "2020-01-08..2020-01-10"),
        ("The firm [[signed]] a 27-year deal on Monday.", "2020-01-06", "2020-01-06"),
        ("Workers began a three-day [[strike]] on Monday.", "2020-01-06", "2020-01-08"),
        (
            "Miners have [[ongoing:struck]] since the third walkout in October.",
            "2019-10-01..2019-10-31",
            "2020-01-08..",
        ),
        ("They will [[planned:leave]] by Friday.", "2020-01-08..2020-01-10", "2020-01-08..2020-01-10"),
    ],
)
def test_since_until_and_for_set_begin_and_end(dated, show, marked, begin, end):
    (claim,), _ = dated(marked)
    assert (show(claim.begin), show(claim.end)) == (begin, end)


def test_what_will_be_done_is_not_of_a_time_before_the_report(dated, show):
    (claim,), _ = dated("They will [[planned:leave]] by December.")
    assert show(claim.begin).split("..")[0] == "2020-01-08"


@pytest.mark.parametrize(
    ("marked", "begin", "end", "words"),
    [
        ("Police [[arrested]] two men on 31 February 2020.", "..2020-01-08", "..2020-01-08", "31 February 2020"),
        ("The [[strike]] on 31 February failed.", "..2020-01-08", "..2020-01-08", "31 February"),
        ("The town was [[sacked]] in 500 BC.", "..2020-01-08", "..2020-01-08", "500 BC"),
        ("Police [[arrested]] a man during Ramadan.", "..2020-01-08", "..2020-01-08", "Ramadan"),
        ("The rebels recently [[attacked]] a base.", "..2020-01-08", "..2020-01-08", "recently"),
        ("They will [[planned:march]] on 31 February 2020.", "2020-01-08..", "2020-01-08..", "31 February 2020"),
        ("Miners have [[ongoing:struck]] since 31 September.", "..2020-01-08", "2020-01-08..", "31 September"),
    ],
)
def test_a_date_that_gives_no_days_keeps_the_event_off_the_day_of_the_report(dated, show, marked, begin, end, words):
    (claim,), _ = dated(marked)
    assert (show(claim.begin), show(claim.end), claim.time) == (begin, end, None)
    assert claim.date_reason.startswith(f"{words!r} gives no days")


def test_a_date_that_gives_no_days_yields_to_one_that_does(dated, show):
    (claim,), _ = dated("Rebels [[attacked]] the base on Monday, 6 January, during Ramadan.")
    assert show(claim.begin) == "2020-01-06"


@pytest.mark.parametrize(
    ("marked", "begin"),
    [
        ("The court has [[sentenced]] a man on 03/04/2019.", "2019-03-04..2019-04-03"),
        ("The [[attack]] on 07/01/2020 is a crime.", "2020-01-07"),
        ("The [[planned:hearing]] is on 07/01/2020.", "2020-07-01"),
    ],
)
def test_two_readings_of_figures_are_one_day_or_the_other(dated, show, marked, begin):
    (claim,), _ = dated(marked)
    assert (show(claim.begin), claim.begin) == (begin, claim.end)
    assert ("two readings" in claim.date_reason) == (".." in begin)


def test_without_any_date_bounds_stay_open(dated):
    (claim,), _ = dated("Rebels [[attacked]] a base last week.", None)
    assert (claim.begin, claim.end) == (TimeSpan(), TimeSpan())
    assert claim.time is not None  # what the text says is pointed at
    assert "the document has no date" in claim.date_reason


def test_an_hour_without_its_day_is_of_the_day_of_the_story(dated, show):
    (claim,), _ = dated("The base was calm on Monday. Rebels [[fled]] at 7 pm.")
    assert show(claim.begin) == "2020-01-06"


@pytest.mark.parametrize(
    ("marked", "begin"),
    [
        ("The club plans a rally in the spring after its members [[voted]] for it.", "2020-01-08"),
        ("The plan was [[released]] on Monday and is set for debate in June.", "2020-01-06"),
        ("They are [[ongoing:talking]] about a deal in March.", "..2020-01-08"),
        ("Rebels [[attacked]] the base on 5 June 2021.", "2021-06-05"),
    ],
)
def test_what_has_begun_does_not_lie_ahead_unless_its_year_is_named(dated, show, marked, begin):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == begin


def test_what_was_planned_for_a_day_that_is_over_keeps_it(dated, show):
    (claim,), _ = dated("The [[planned:march]] on 3 January was called off.")
    assert show(claim.begin) == "2020-01-03"


@pytest.mark.parametrize(
    ("marked", "begin"),
    [
        ("Shells [[fell]] on the town overnight.", "2020-01-07..2020-01-08"),
        ("Shells [[fell]] on the town during the night.", "2020-01-07..2020-01-08"),
        ("Roads will be [[planned:closed]] overnight.", "2020-01-08..2020-01-09"),
        ("Shells [[fell]] on the town overnight on Sunday.", "2020-01-05"),
        ("Shells [[fell]] on the town over the weekend.", "2020-01-04..2020-01-05"),
        ("Shells [[fell]] in the early hours of Sunday.", "2020-01-05"),
    ],
)
def test_a_night_or_weekend_is_all_its_days(dated, show, marked, begin):
    (claim,), _ = dated(marked)
    assert show(claim.begin) == show(claim.end) == begin
