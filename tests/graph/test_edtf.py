from __future__ import annotations

from datetime import date
from math import isinf
from typing import Any

import pytest
from edtf import parse_edtf
from edtf.parser import Level1Interval, OneOfASet
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dateline.graph.edtf import bounds, edtf, of_claim
from dateline.graph.errors import UsageError
from dateline.graph.model import Claim, Span, TimeSpan, Timex

DAY = TimeSpan(date(2020, 1, 5), date(2020, 1, 5))
MONTH = TimeSpan(date(2019, 10, 1), date(2019, 10, 31))
FEBRUARY = TimeSpan(date(2020, 2, 1), date(2020, 2, 29))
YEAR = TimeSpan(date(2003, 1, 1), date(2003, 12, 31))
LAST_DAYS = TimeSpan(date(2019, 12, 26), date(2019, 12, 31))
BY = TimeSpan(None, date(2020, 1, 5))
FROM = TimeSpan(date(2020, 1, 5), None)
UNKNOWN = TimeSpan()


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (DAY, DAY, "2020-01-05"),
        (MONTH, MONTH, "2019-10"),
        (FEBRUARY, FEBRUARY, "2020-02"),
        (YEAR, YEAR, "2003"),
        (LAST_DAYS, LAST_DAYS, "[2019-12-26..2019-12-31]"),
        (BY, BY, "[..2020-01-05]"),
        (FROM, FROM, "[2020-01-05..]"),
        (MONTH, DAY, "2019-10/2020-01-05"),
        (LAST_DAYS, DAY, "2019-12-26~/2020-01-05"),
        (YEAR, LAST_DAYS, "2003/2019-12-31~"),
        (MONTH, UNKNOWN, "2019-10/"),
        (MONTH, FROM, "2019-10/.."),
        (UNKNOWN, DAY, "/2020-01-05"),
        (BY, LAST_DAYS, "/2019-12-31~"),
        (FROM, UNKNOWN, "2020-01-05~/"),
        (TimeSpan(date(7, 1, 1), date(7, 12, 31)), UNKNOWN, "0007/"),
        (UNKNOWN, UNKNOWN, None),
        (BY, UNKNOWN, None),
        (BY, FROM, None),
    ],
)
def test_bounds_as_edtf(begin: TimeSpan, end: TimeSpan, expected: str | None) -> None:
    assert edtf(begin, end) == expected


DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    low, high = sorted((draw(DAYS), draw(DAYS)))
    shape = draw(st.sampled_from(["both", "day", "month", "year", "earliest", "latest", "open"]))
    match shape:
        case "day":
            return TimeSpan(low, low)
        case "month":
            return TimeSpan(low.replace(month=10, day=1), low.replace(month=10, day=31))
        case "year":
            return TimeSpan(low.replace(month=1, day=1), low.replace(month=12, day=31))
        case "earliest":
            return TimeSpan(low, None)
        case "latest":
            return TimeSpan(None, high)
        case "open":
            return UNKNOWN
    return TimeSpan(low, high)


def bound(moment: Any) -> date | None:
    """A bound as the standard's reader gives it."""
    return None if isinstance(moment, float) and isinf(moment) else date(*moment[:3])


@settings(deadline=None)
@given(spans())
def test_a_moment_reads_back_as_one_of_its_days(span: TimeSpan) -> None:
    assume(span != UNKNOWN)
    written = edtf(span, span)
    read = parse_edtf(written)
    assert not isinstance(read, Level1Interval)
    assert (bound(read.lower_strict()), bound(read.upper_strict())) == (span.earliest, span.latest)


@settings(deadline=None)
@given(spans(), spans())
def test_what_lasts_reads_back_as_an_interval_from_its_first_day_to_its_last(begin: TimeSpan, end: TimeSpan) -> None:
    assume(begin != end and (begin.earliest is None or end.latest is None or begin.earliest <= end.latest))
    written = edtf(begin, end)
    if begin.earliest is None and end.latest is None:
        assert written is None
        return
    read = parse_edtf(written)
    assert not isinstance(read, OneOfASet)
    if begin.earliest is not None:
        assert bound(read.lower_strict()) == begin.earliest
    if end.latest is not None:
        assert bound(read.upper_strict()) == end.latest
    assert (begin.earliest is None) == written.startswith("/")
    assert (end.latest is None and end.earliest is not None) == written.endswith("/..")


def test_figures_with_two_readings_are_one_of_two_days() -> None:
    either = TimeSpan(date(2019, 1, 2), date(2019, 2, 1))
    timex = Timex(0, 10, "01/02/2019", "DATE", None, "[2019-01-02,2019-02-01]", either)
    claim = Claim("e1", "Attack", None, "", (), begin=either, end=either, time=Span(0, 10))
    assert of_claim(claim, (timex,)) == "[2019-01-02,2019-02-01]"
    read = parse_edtf(of_claim(claim, (timex,)))
    assert [str(one) for one in read.objects] == ["2019-01-02", "2019-02-01"]
    later = Claim("e2", "Attack", None, "", (), begin=either, end=either, time=Span(20, 30))
    assert of_claim(later, (timex,)) == "[2019-01-02..2019-02-01]"


@settings(deadline=None)
@given(spans(), spans())
def test_what_is_written_is_read_back_to_the_days_that_bound_it(begin: TimeSpan, end: TimeSpan) -> None:
    assume(begin.earliest is None or end.latest is None or begin.earliest <= end.latest)
    moment, lasting = edtf(begin, begin), edtf(begin, end)
    assert moment is None or bounds(moment) == (begin, begin)
    if lasting is not None:
        first, last = bounds(lasting)
        assert (first.earliest, last.latest) == (begin.earliest, end.latest)


def test_one_of_two_days_is_read_back_as_the_days_between() -> None:
    either = TimeSpan(date(2019, 1, 2), date(2019, 2, 1))
    assert bounds("[2019-01-02,2019-02-01]") == (either, either)


@pytest.mark.parametrize(
    "text",
    [
        "May",
        "2021-02-30",
        "2021/2020",
        "[2021-02..2021-01]",
        "",
        "[..]",
        "[,2020]",
        "[2020,]",
        "[2020]",
        "/",
        "../..",
        "2021~",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        bounds(text)
