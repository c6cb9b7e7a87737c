"""The one readable line for an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.graph.model import Record


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Police arrested three students in Lyon.", "Police arrested students, Lyon"),
        ("Three students were arrested in Lyon.", "students arrested, Lyon"),
        ("Students staged a march against the government.", "Students staged a march against government"),
        ("It was the third day of demonstrations against the government.", "demonstrations against government"),
        ("The bombing of the market was condemned.", "bombing of market"),
        ("The killing of a guard by rebels was condemned.", "rebels killing of guard"),
        ("Talks with the rebels began on Monday.", "Talks with rebels"),
        ("Thousands marched in Lyon.", "people marched, Lyon"),
        ("The bank bought forty tankers on Monday.", "bank bought forty tankers"),
        ("The police shooting of a student shocked the town.", "police shooting of student"),
    ],
)
def test_a_line_says_who_did_what_to_whom_and_where(read_record: Callable[[str], Record], text: str, line: str) -> None:
    assert line in {event.label for event in read_record(text).events}
