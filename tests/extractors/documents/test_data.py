"""The data files: what they hold, and what a mistake in them is told as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.extractors.datafiles import parse_toml
from dateline.extractors.documents.cues import cues, read_cues
from dateline.extractors.documents.words import any_of, check_words, words
from dateline.graph.errors import DataError


def good() -> dict[str, Any]:
    return {
        "menu": {"words": ["home"], "lone": ["menu"]},
        "links": {"headings": ["related"]},
        "appeal": {"about": ["donat"]},
        "cue": [{"kind": "appeal", "at": "start", "weight": 0.5, "pattern": "please"}],
        "inline": [{"kind": "credit", "pattern": "photo"}],
    }


def test_the_files_are_sound() -> None:
    assert cues().cues
    assert any_of("labels", "published").fullmatch("First  Published")
    assert "today" in words("caption", "same_day")


def test_a_sound_table_is_read() -> None:
    assert read_cues(good()).weights("Please come") == {"appeal": 0.5}


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda data: data.pop("menu"), "menu"),
        (lambda data: data.update(extra={}), "extra"),
        (lambda data: data["menu"].update(words=["Home"]), "no list of words in lower case"),
        (lambda data: data["links"].update(headings="related"), "no list of words"),
        (lambda data: data["cue"][0].update(kind="noise"), "kind = 'noise'"),
        (lambda data: data["cue"][0].update(at="end"), "at = 'end'"),
        (lambda data: data["cue"][0].update(weight=2.0), "weight = 2.0"),
        (lambda data: data["cue"][0].update(pattern="("), "pattern '('"),
        (lambda data: data["cue"][0].pop("weight"), "weight"),
        (lambda data: data["inline"][0].update(pattern="["), "pattern '['"),
    ],
)
def test_a_mistake_in_the_cues_is_named(spoil: Callable[[dict[str, Any]], object], problem: str) -> None:
    data = good()
    spoil(data)
    with pytest.raises(DataError) as caught:
        read_cues(data)
    assert problem in caught.value.problem
    assert caught.value.allowed
    assert caught.value.file.endswith("boilerplate.toml")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[labels]\npublished = []\n", "is missing or no list of words"),
        ("[nonsense]\nwords = ['a']\n", ""),
    ],
)
def test_a_mistake_in_the_words_is_named(text: str, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        check_words(parse_toml(text, "dates.toml"))
    assert problem in caught.value.problem
    assert caught.value.file.endswith("dates.toml")
