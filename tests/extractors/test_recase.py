"""Text without case is given the case of prose, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors.annotate import annotator
from dateline.extractors.recase import is_caseless, recase
from dateline.graph.model import Document


@pytest.mark.parametrize(
    ("shouted", "prose"),
    [
        ("REBELS ATTACKED A FARM NEAR TRUJILLO.", "Rebels attacked a farm near Trujillo."),
        ("THE U.S. EMBASSY WAS CLOSED.", "The U.S. embassy was closed."),
        ("A GROUP (XPLK) SAID SO. IT WAS ON 3 MAY.", "A group (XPLK) said so. It was on 3 May."),
        ("THEY MAY MARCH ON MONDAY.", "They may march on Monday."),
        ("rebels attacked a farm near trujillo.", "Rebels attacked a farm near Trujillo."),
    ],
)
def test_names_and_starts_get_capitals(shouted: str, prose: str) -> None:
    assert recase(shouted) == prose


@given(st.text())
def test_every_character_stays_in_its_place(text: str) -> None:
    done = recase(text)
    assert len(done) == len(text)
    assert done.casefold() == text.casefold()


def test_ordinary_prose_has_case() -> None:
    prose = "The minister said on Monday that the talks in Oslo would go on. " * 8
    assert not is_caseless(prose)
    assert is_caseless(prose.upper())
    assert is_caseless(prose.lower())
    assert not is_caseless("SHORT HEADLINE")


def test_a_shouted_text_is_read_like_a_spoken_one() -> None:
    prose = (
        "Rebels attacked a farm near Trujillo on Monday. The army denied that its soldiers had killed a farmer. " * 4
    )
    spoken, shouted = (annotator()(Document("x", text)) for text in (prose, prose.upper()))
    assert [t.lemma for t in shouted.tokens] == [t.lemma for t in spoken.tokens]
    assert all(prose.upper()[t.start : t.end].lower() == t.text.lower() for t in shouted.tokens)
