from __future__ import annotations

from datetime import date

import pytest

from dateline.exports.page.strings import table
from dateline.exports.page.when import words
from dateline.graph.model import Status, TimeSpan


def span(first: str | None, last: str | None) -> TimeSpan:
    return TimeSpan(first and date.fromisoformat(first), last and date.fromisoformat(last))  # type: ignore[arg-type]


DAY = span("2020-01-05", "2020-01-05")
UNKNOWN = TimeSpan()
GOLDEN: list[tuple[TimeSpan, TimeSpan, Status, str]] = [
    (DAY, DAY, "Actual", "5 January 2020"),
    (DAY, UNKNOWN, "Actual", "from 5 January 2020"),
    (DAY, UNKNOWN, "Ongoing", "since 5 January 2020"),
    (DAY, span("2020-02-01", None), "Ongoing", "since 5 January 2020"),
    (UNKNOWN, DAY, "Actual", "until 5 January 2020"),
    (DAY, span("2020-01-07", "2020-01-07"), "Actual", "5 January 2020 to 7 January 2020"),
    (span("2019-10-01", "2019-10-31"), span("2019-10-01", "2019-10-31"), "Actual", "October 2019, day not known"),
    (span("2019-01-01", "2019-12-31"), span("2019-01-01", "2019-12-31"), "Actual", "2019, day not known"),
    (span("1990-01-01", "1999-12-31"), span("1990-01-01", "1999-12-31"), "Actual", "1990–1999, day not known"),
    (
        span("2019-12-27", "2019-12-31"),
        span("2019-12-27", "2019-12-31"),
        "Actual",
        "between 27 December 2019 and 31 December 2019",
    ),
    (span("2019-10-01", "2019-10-31"), UNKNOWN, "Ongoing", "since October 2019"),
    (
        span("2019-10-01", "2019-10-31"),
        span("2020-01-05", None),
        "Actual",
        "since October 2019, still so on 5 January 2020",
    ),
    (span(None, "2020-01-05"), span(None, "2020-01-05"), "Actual", "on or before 5 January 2020"),
    (span("2020-01-05", None), span("2020-01-05", None), "Planned", "on or after 5 January 2020"),
    (
        span("2020-01-05", "2020-01-06"),
        span("2020-01-09", "2020-01-09"),
        "Actual",
        "some time from 5 January 2020 to 6 January 2020 to 9 January 2020",
    ),
    (UNKNOWN, UNKNOWN, "Actual", "Date not known"),
]


@pytest.mark.parametrize(("begin", "end", "status", "expected"), GOLDEN)
def test_no_more_is_claimed_than_is_known(begin: TimeSpan, end: TimeSpan, status: Status, expected: str) -> None:
    assert words(begin, end, status, table()) == expected
