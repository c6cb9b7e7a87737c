"""Whom an event befell where a later sentence says who they were."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]


def _people(read_story: Read, text: str, event_type: str) -> list[str]:
    return next(told.patients for told in read_story(text) if told.claim.type == event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "people"),
    [
        (
            "Two farmers were shot dead in Lyon on Monday. The victims were identified as Ivan Petrov and Anna Koval.",
            "Attack",
            ["farmers", "Ivan Petrov", "Anna Koval"],
        ),
        (
            "Gunmen killed five people in Lyon. Among the dead were the mayor, Ivan Petrov, and two policemen.",
            "Attack",
            ["Ivan Petrov", "policemen"],
        ),
        (
            "Gunmen killed four people in Lyon. He gave the names of the deceased as Ann Hill, Ivo Tull and a baby.",
            "Attack",
            ["Ann Hill", "Ivo Tull", "baby"],
        ),
        (
            "The army shelled Aden, killing nine. Those killed included a baby and two teachers.",
            "Attack",
            ["baby", "teachers"],
        ),
        (
            "A bus crashed near Lyon, killing two. The dead were named as Ivan Petrov and Anton Weiss.",
            "Disaster",
            ["bus", "Ivan Petrov", "Anton Weiss"],
        ),
        (
            "Police arrested four men on Tuesday. They were named as Ivan Petrov, 22, Anton Weiss, 19, and Karl Roth.",
            "Coerce",
            ["men", "Ivan Petrov", "Anton Weiss", "Karl Roth"],
        ),
    ],
)
def test_those_named_later_are_whom_it_befell(read_story: Read, text: str, event_type: str, people: list[str]) -> None:
    assert _people(read_story, text, event_type) == people


@pytest.mark.parametrize("naming", ["The victim was identified as Ivan Petrov.", "Police named him as Ivan Petrov."])
def test_the_one_who_is_named_stands_for_himself(read_story: Read, naming: str) -> None:
    assert _people(read_story, f"A farmer was shot dead in Lyon on Monday. {naming}", "Attack") == ["Ivan Petrov"]


@pytest.mark.parametrize(
    "naming",
    [
        "The suspect was identified as Anton Weiss.",
        "The victims were not named as Ann Hill and Ivo Tull.",
        "The victims were wrongly named as Ann Hill and Ivo Tull.",
        "The victim of a separate robbery was named as Anton Weiss.",
        "Among the wounded was the mayor, Anton Weiss.",
    ],
)
def test_others_named_later_were_not_hit(read_story: Read, naming: str) -> None:
    assert _people(read_story, f"Gunmen killed a shopkeeper in Lyon. {naming}", "Attack") == ["shopkeeper"]


def test_to_be_named_as_somebody_is_no_appointment(read_story: Read) -> None:
    told = read_story("A man was stabbed to death in Lyon on Monday. Police named him as Ivan Petrov.")
    assert [t.claim.type for t in told] == ["Attack"]
    told = read_story("The party named her as its leader on Monday.")
    assert [t.claim.type for t in told] == ["Lead"]


def test_the_bomber_who_is_named_did_it(read_story: Read) -> None:
    (told,) = read_story(
        "A car bomb killed ten cadets in Lyon on Monday. Prosecutors identified the bomber as Ivo Tull, 56."
    )
    assert (told.agents, told.patients) == (["Ivo Tull"], ["cadets"])
    (told,) = read_story("Rebels shot a nurse in Lyon on Monday. Police named the gunman as Ivo Tull.")
    assert (told.agents, told.patients) == (["Rebels"], ["nurse"])
