from __future__ import annotations

from datetime import date

import pytest

from dateline.graph.edtf import edtf
from dateline.graph.model import TimeSpan

DAY = TimeSpan(date(2020, 1, 5), date(2020, 1, 5))
MONTH = TimeSpan(date(2019, 10, 1), date(2019, 10, 31))
FEBRUARY = TimeSpan(date(2020, 2, 1), date(2020, 2, 29))
YEAR = TimeSpan(date(2003, 1, 1), date(2003, 12, 31))
LAST_DAYS = TimeSpan(date(2019, 12, 26), date(2019, 12, 31))
UNKNOWN = TimeSpan()


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (DAY, DAY, "2020-01-05"),
        (MONTH, MONTH, "2019-10"),
        (FEBRUARY, FEBRUARY, "2020-02"),
        (YEAR, YEAR, "2003"),
        (LAST_DAYS, LAST_DAYS, "2019-12-26/2019-12-31"),
        (MONTH, DAY, "2019-10/2020-01-05"),
        (MONTH, UNKNOWN, "2019-10/.."),
        (MONTH, TimeSpan(date(2020, 1, 5), None), "2019-10/.."),
        (UNKNOWN, DAY, "../2020-01-05"),
        (TimeSpan(None, date(2020, 1, 5)), TimeSpan(None, date(2020, 1, 5)), "../2020-01-05"),
        (TimeSpan(date(2020, 1, 5), None), UNKNOWN, "2020-01-05/.."),
        (TimeSpan(date(7, 1, 1), date(7, 12, 31)), UNKNOWN, "0007/.."),
        (UNKNOWN, UNKNOWN, None),
        (TimeSpan(None, date(2020, 1, 5)), UNKNOWN, None),
    ],
)
def test_bounds_as_edtf(begin: TimeSpan, end: TimeSpan, expected: str | None) -> None:
    assert edtf(begin, end) == expected
