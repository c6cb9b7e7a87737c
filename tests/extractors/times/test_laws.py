"""Laws that hold for every date: values read back, intervals in order, shifts, and no dependence on the machine."""

from __future__ import annotations

import locale
import os
import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors.times import values
from dateline.extractors.times.periods import FINEST_FIRST, OutOfCalendar, Period, moved, period

DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
GRANULARITIES = st.sampled_from(FINEST_FIRST)
SENTENCES = (
    "Shots were heard on Friday, last week and two days ago; the court will sit next Monday and tomorrow.",
    "Yesterday and this morning the road was closed; the ferry sailed on Sunday night and three weeks ago.",
    "The mine closed the week before last and three Fridays ago; over the past 48 hours and overnight snow fell.",
    "The treaty was signed on Friday. The court will rule next Monday and the day after tomorrow, not this weekend.",
)
ABSOLUTE = "The mill burned on 5 January 2018, in March 2017, in 1998, in the 1990s and in Q3 2016."


@given(DAYS, GRANULARITIES)
def test_value_reads_back_to_its_period(day, granularity):
    at = period(granularity, day)
    assert values.read(at.value) == at
    assert values.span(at.value) == at.span


@given(DAYS, GRANULARITIES)
def test_earliest_is_not_after_latest_and_the_day_lies_within(day, granularity):
    at = period(granularity, day)
    assert at.first <= at.last
    if granularity not in ("weekend", "season"):
        assert at.first <= day <= at.last


@given(DAYS)
def test_narrower_periods_lie_inside_wider_ones(day):
    chain = [period(g, day) for g in ("day", "month", "quarter", "half", "year", "decade", "century")]
    for narrow, wide in pairwise(chain):
        assert wide.first <= narrow.first <= narrow.last <= wide.last


@given(DAYS, GRANULARITIES, st.integers(-8, 8))
def test_steps_can_be_taken_back(day, granularity, steps):
    at = period(granularity, day)
    assert at.shift(steps).shift(-steps) == at
    assert (at.shift(1).first > at.first) and isinstance(at.shift(1), Period)


@given(DAYS, st.integers(0, 100), st.integers(0, 100), GRANULARITIES)
def test_a_part_lies_inside_the_whole(day, one, other, granularity):
    whole = period(granularity, day).span
    part = values.part(whole, min(one, other), max(one, other))
    assert whole.earliest <= part.earliest <= part.latest <= whole.latest


def test_leaving_the_calendar_is_said():
    with pytest.raises(OutOfCalendar):
        moved(date(9999, 12, 31), 1, "year")
    with pytest.raises(OutOfCalendar):
        period("century", date(1, 1, 1)).shift(-1)


@pytest.mark.parametrize("sentence", SENTENCES)
@given(day=DAYS)
def test_a_week_later_everything_deictic_lies_a_week_later(parse, sentence, day):
    from dateline.extractors import times

    annotation = parse(sentence)
    for one, other in zip(times.find(annotation, day), times.find(annotation, day + timedelta(7)), strict=True):
        assert other.span.earliest == one.span.earliest + timedelta(7)
        assert other.span.latest == one.span.latest + timedelta(7)


@given(day=DAYS)
def test_absolute_dates_do_not_move(parse, day):
    from dateline.extractors import times

    annotation = parse(ABSOLUTE)
    assert times.find(annotation, day) == times.find(annotation, None)


@given(day=DAYS)
def test_every_expression_is_in_order_and_apart(parse, day):
    from dateline.extractors import times

    for sentence in (*SENTENCES, ABSOLUTE):
        annotation = parse(sentence)
        found = times.find(annotation, day)
        assert all(a.end <= b.start for a, b in pairwise(found))
        for timex in found:
            assert timex.text == annotation.text[timex.start : timex.end]
            at = values.span(timex.value)
            if timex.span.earliest and at.earliest:
                assert at.earliest <= timex.span.earliest <= timex.span.latest <= at.latest


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_time_zone_and_locale_change_nothing(read, zone, monkeypatch):
    text = SENTENCES[0] + " The form is dated 01/02/2019 and 2019-03-05."
    before = read(text)
    monkeypatch.setitem(os.environ, "TZ", zone)
    time.tzset()
    kept = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C")
        assert read(text) == before
    finally:
        locale.setlocale(locale.LC_ALL, kept)
        monkeypatch.undo()
        time.tzset()
