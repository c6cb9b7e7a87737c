"""Full absolute dates, and addresses that carry one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors.documents.days import day, day_of_url, days

FIFTH = date(2020, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "January 5, 2020",
        "Jan. 5, 2020",
        "jan 5 2020",
        "JANUARY 5TH, 2020",
        "Sunday, January 5, 2020",
        "January 5, 2020 Sunday",
        "5 January 2020",
        "the 5th of January, 2020",
        "Sun, 05 Jan 2020 10:00:00 +0000",
        "5-Jan-2020",
        "2020-01-05",
        "2020-01-05T23:30:00-05:00",
        "2020-01-05 10:00",
        "2020/1/5",
        "05.01.2020",
        "Sunday 05/01/2020",
        "(Jan. 5, 2020)",
    ],
)
def test_a_full_date_is_read(text: str) -> None:
    assert day(text) == FIFTH


@pytest.mark.parametrize(
    "text",
    [
        *("January 2020", "2020", "January 5", "05/01/2020", "31 February 2020", "Sept. 31, 2020", "13.13.2020"),
        *("5/1/20", "28 Dec 89", "v1.2020-01-05", "2011-2012", "January 5, 20201", "no. 3-4-2020-17"),
        *("5 January 9999", "$5 May 2020x"),
    ],
)
def test_what_is_no_full_date_is_not(text: str) -> None:
    assert day(text) is None


def test_numbers_are_read_where_only_one_reading_is_possible() -> None:
    assert day("13/01/2020") == date(2020, 1, 13)
    assert day("01/13/2020") == date(2020, 1, 13)
    assert day("5/5/2020") == date(2020, 5, 5)


def test_short_years_only_on_demand() -> None:
    (found,) = days("SAN EXAMPLE, 28 DEC 89 (AGENCY)", short_years=True)
    assert (found.date, found.short) == (date(1989, 12, 28), True)
    (found,) = days("3 Mar 05", short_years=True)
    assert found.date == date(2005, 3, 3)


@given(
    st.dates(date(1700, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%A, %d %B %Y", "%Y-%m-%d"]),
)
def test_a_date_written_out_is_read_back_with_its_place(when: date, style: str) -> None:
    written = when.strftime(style)
    (found,) = days(f"said on {written}, he went")
    assert found.date == when
    assert f"said on {written}, he went"[found.start : found.end] == written


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for found in days(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.date + timedelta(0)


@pytest.mark.parametrize(
    ("url", "when"),
    [
        ("https://example.org/2020/01/05/strike", FIFTH),
        ("https://example.org/world/2020/jan/05/strike-ends", FIFTH),
        ("https://example.org/news/2020-01-05/strike", FIFTH),
        ("https://example.org/news/strike-2020-01-05.html", FIFTH),
        ("https://example.org/20200105/strike", FIFTH),
        ("/2020/1/5", FIFTH),
        ("https://example.org/2020/01/strike", None),
        ("https://example.org/strike?d=/2020/01/05/", None),
        ("https://example.org/story/20200105123", None),
        ("https://example.org/the-2011-03-11-quake-remembered", None),
        ("https://2020-01-05.example.org/", None),
        ("https://example.org/2020/13/45/x", None),
    ],
)
def test_addresses(url: str, when: date | None) -> None:
    assert day_of_url(url) == when
