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
