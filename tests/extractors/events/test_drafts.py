"""What a sentence is mainly about: the events that lead are told with more confidence than those beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], list[Any]]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rebels rejected a demand of the government.", "rejected"),
        ("Rebels attacked Mirpur after nurses there went on strike.", "attacked"),
        ("Police arrested the mayor, who may resign.", "arrested"),
    ],
)
def test_the_main_event_is_the_surest(read_drafts: Read, text: str, first: str) -> None:
    told = [t.claim for t in read_drafts(text)]
    assert len(told) == 2
    assert max(told, key=lambda c: c.confidence).mentions[0].text == first
    assert len({c.confidence for c in told}) == 2


def test_whom_a_word_befalls_is_somebody(read_drafts: Read) -> None:
    told = read_drafts("Two foremen died in the violence.")
    assert [t.patients for t in told if t.claim.mentions[0].text == "died"] == [["foremen"]]
