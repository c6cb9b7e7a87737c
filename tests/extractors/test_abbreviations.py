"""What a text abbreviates and spells out is found by initials."""

from __future__ import annotations

import pytest

from dateline.extractors.abbreviations import spelled


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("said the Red Dawn Front (RDF)", "rdf", ("red", "dawn", "front")),
        ("the RDF [Red Dawn Front] said", "rdf", ("red", "dawn", "front")),
        ("an ally of the Army of National Dawn (EDN)", "edn", ("army", "of", "national", "dawn")),
        ("the Office for the Care of Wells (OCW, a charity)", "ocw", ("office", "for", "the", "care", "of", "wells")),
    ],
)
def test_an_abbreviation_in_brackets_or_before_them_is_spelled_out(
    text: str, short: str, name: tuple[str, ...]
) -> None:
    for one in (text, text.upper()):
        found = spelled(one)
        assert found.short == {short}
        assert found.names == {name}


@pytest.mark.parametrize("text", ["the mayor (left) spoke", "Ann Example [chief of staff] spoke", "Lyon (France)", ""])
def test_other_words_in_brackets_abbreviate_nothing(text: str) -> None:
    assert not spelled(text).short
