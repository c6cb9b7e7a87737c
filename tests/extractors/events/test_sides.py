"""Attacks with two armed sides are clashes; on people without arms they are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Rebels attacked soldiers near Mirpur.", "ArmedClash"),
        ("The army killed nine militants near Mirpur.", "ArmedClash"),
        ("Two soldiers were killed by insurgents near Mirpur.", "ArmedClash"),
        ("Insurgents attacked an army base near Mirpur.", "ArmedClash"),
        ("Rebels attacked villagers near Mirpur.", None),
        ("Insurgents attacked a market near Mirpur.", None),
        ("Police killed a burglar near Mirpur.", None),
    ],
)
def test_an_attack_of_armed_on_armed_is_a_clash(read_drafts: Read, text: str, subtype: str | None) -> None:
    (told,) = read_drafts(text)
    assert (told.claim.type, told.claim.subtype) == ("Attack", subtype)


@pytest.mark.parametrize(
    "text",
    ["Rebels captured the district of Mirpur.", "Marines have regained control of the harbour."],
)
def test_armed_men_who_take_ground_invade_it(read_drafts: Read, text: str) -> None:
    (told,) = read_drafts(text)
    assert (told.claim.type, told.claim.subtype) == ("Attack", "Invasion")


@pytest.mark.parametrize(
    "text",
    [
        "Police clashed with hundreds of protesters in Mirpur.",
        "Students clashed with police at the gate.",
        "Violence between rival supporters left ten hurt in Mirpur.",
    ],
)
def test_a_crowd_that_fights_makes_a_riot(read_drafts: Read, text: str) -> None:
    kinds = {(t.claim.type, t.claim.subtype) for t in read_drafts(text)}
    assert ("Protest", "Riot") in kinds
    assert ("Attack", "ArmedClash") not in kinds


def test_rebels_and_soldiers_make_no_riot(read_drafts: Read) -> None:
    (told,) = read_drafts("Rebels clashed with soldiers near Mirpur.")
    assert (told.claim.type, told.claim.subtype) == ("Attack", "ArmedClash")


def test_a_clash_without_sides_is_the_riot_of_its_story(read_drafts: Read) -> None:
    told = read_drafts("Police clashed with protesters in Mirpur. The clash lasted an hour.")
    assert {(t.claim.type, t.claim.subtype) for t in told} == {("Protest", "Riot")}


@pytest.mark.parametrize(
    "text",
    [
        "A mob attacked the embassy.",
        "Protesters stoned a bus in Mirpur.",
        "A student lost an eye as protesters marched and clashes broke out in Mirpur.",
    ],
)
def test_a_crowd_that_attacks_makes_a_riot(read_drafts: Read, text: str) -> None:
    kinds = {(t.claim.type, t.claim.subtype) for t in read_drafts(text)}
    assert ("Protest", "Riot") in kinds
    assert "Attack" not in {kind for kind, _ in kinds}


@pytest.mark.parametrize(
    "text",
    [
        "A mob lynched two cattle thieves.",
        "Soldiers and protesters fled as clashes with rebels broke out in Mirpur.",
        "Protesters said that fighting broke out in Mirpur.",
    ],
)
def test_a_killing_and_a_clash_with_armed_men_are_no_riot(read_drafts: Read, text: str) -> None:
    assert "Attack" in {t.claim.type for t in read_drafts(text)}
