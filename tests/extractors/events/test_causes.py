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
