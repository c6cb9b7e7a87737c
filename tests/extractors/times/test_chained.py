"""Expressions that hang on another event, counted from the day given."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extractors import times
from dateline.graph.model import Timex


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the next day", "2020-01-06"),
        ("two days later", "2020-01-07"),
        ("just two days later", "2020-01-07"),
        ("the day after that", "2020-01-06"),
        ("the day before", "2020-01-04"),
        ("that night", "2020-01-05TNI"),
        ("the same day", "2020-01-05"),
        ("the following Friday", "2020-01-10"),
        ("a week later", "2020-W02"),
        ("three months earlier", "2019-10"),
        ("the following year", "2021"),
    ],
)
def test_counted_from_a_day(text, value):
    found = times.chained(Timex(4, 4 + len(text), text, "DATE"), date(2020, 1, 5))
    assert found is not None
    assert (found.start, found.text, found.value) == (4, text, value)


def test_a_vague_step_leaves_one_side_open():
    found = times.chained(Timex(0, 11, "weeks later", "DATE"), date(2020, 1, 5))
    assert found is not None
    assert (found.span.earliest, found.span.latest) != (None, None)
    assert found.span.latest is None


@pytest.mark.parametrize("text", ["yesterday", "5 January 2018", "last week", "Friday", "two weeks"])
def test_what_hangs_on_the_document_is_not_counted(text):
    assert times.chained(Timex(0, len(text), text, "DATE"), date(2020, 1, 5)) is None
