"""Tolls belong to what took them: an accident's dead are no victims of an attack."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed when an explosion ripped through a fuel depot in Mirpur.",
        "An accident at the mine killed four people.",
        "Nine people were injured after a train derailed near Mirpur.",
    ],
)
def test_the_dead_of_an_accident_are_not_attacked(read_drafts: Read, text: str) -> None:
    assert {t.claim.type for t in read_drafts(text)} == {"Disaster"}


def test_an_accident_told_beside_a_killing_takes_nobody(read_drafts: Read) -> None:
    told = read_drafts("Rebels killed seven people in Mirpur after a crash on the road.")
    assert {t.claim.type for t in told} == {"Attack", "Disaster"}


def test_an_explosion_is_an_accident_in_the_story_of_one(read_drafts: Read) -> None:
    told = read_drafts("The explosion was heard miles away. A gas cylinder exploded in the kitchen of a hotel in Lyon.")
    assert {t.claim.type for t in told} == {"Disaster"}


@pytest.mark.parametrize("text", ["A blast shook the capital.", "A bomb went off. The explosion was heard miles away."])
def test_an_explosion_of_which_no_accident_is_told_is_a_bomb(read_drafts: Read, text: str) -> None:
    assert {(t.claim.type, t.claim.subtype) for t in read_drafts(text)} == {("Attack", "Bombing")}


def test_the_strikes_behind_air_raids_are_no_walkout(read_drafts: Read) -> None:
    raid = "Warplanes struck a camp of the rebels."
    told = read_drafts(f"{raid} The union condemned the strikes.")
    assert [t.claim.type for t in told if "strike" in t.claim.mentions[0].text] == ["Attack"]
    told = read_drafts(f"{raid} Teachers went on strike. The strike closed schools. They plan a strike in May.")
    assert {t.claim.type for t in told if "strike" in t.claim.mentions[0].text} == {"Protest"}
