"""Numbers told of an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.graph.model import Range

Read = Callable[[str], list[Any]]

CASES = [
    ("The bomb killed 24 soldiers.", "fatalities", Range(24, 24)),
    ("The bomb killed at least 24 soldiers.", "fatalities", Range(24, None)),
    ("Rebels killed more than twenty-four soldiers.", "fatalities", Range(24, None)),
    ("Hundreds of protesters were killed.", "fatalities", Range(200, None)),
    ("Rebels wounded over 50 soldiers.", "injured", Range(50, None)),
    ("Gunmen killed six monks, a cook and her daughter in Lyon.", "fatalities", Range(8, 8)),
    ("Twelve farmers lost their lives in the attack.", "fatalities", Range(12, 12)),
    ("The blast claimed the lives of nine people.", "fatalities", Range(9, 9)),
    ("Police arrested 98 people.", "arrested", Range(98, 98)),
    ("Police arrested 12 people, seven women and five men.", "arrested", Range(12, 12)),
    ("Thousands of farmers marched in Lyon.", "crowd", Range(2000, None)),
    ("Some 300 teachers marched in Lyon.", "crowd", Range(300, 300)),
    ("Rebels staged 11 attacks on army posts.", "count", Range(11, 11)),
]


@pytest.mark.parametrize(("text", "figure", "value"), CASES, ids=[c[0] for c in CASES])
def test_a_figure_is_tied_to_its_event(read_story: Read, text: str, figure: str, value: Range) -> None:
    assert value in [getattr(t.claim.figures, figure) for t in read_story(text)]


def test_a_number_that_no_event_has_is_no_figure(read_story: Read) -> None:
    (told,) = [t for t in read_story(f"Rebels killed {10**23} people in Gao.") if t.claim.type == "Attack"]
    assert told.claim.figures.fatalities is None


def test_a_year_is_no_toll(read_story: Read) -> None:
    assert all(t.claim.figures.fatalities is None for t in read_story("The war killed in 2003 and after."))


def test_votes_are_counted(read_story: Read) -> None:
    (told,) = [
        t for t in read_story("Parliament voted 117 to 98 on Tuesday to pass the bill.") if t.claim.type == "Vote"
    ]
    figures = told.claim.figures
    assert (figures.votes_for, figures.votes_against, figures.outcome) == (117, 98, "passed")


def test_the_years_of_a_sentence_are_no_number_of_events(read_story: Read) -> None:
    told = read_story("A court in Gao sentenced Ann Example to seven years in prison.")
    assert told and all(t.claim.figures.count is None for t in told)


def test_a_mark_of_a_footnote_stops_no_reading(read_drafts: Read) -> None:
    (told,) = read_drafts("In Lima 12² were killed.")
    assert told.claim.figures.fatalities is None
