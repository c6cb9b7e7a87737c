"""Text without case is given the case of prose, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extractors.annotate import annotator
from dateline.extractors.recase import is_caseless, is_titled, recase, untitled, usage
from dateline.graph.model import Document


@pytest.mark.parametrize(
    ("shouted", "prose"),
    [
        ("REBELS ATTACKED A FARM NEAR TRUJILLO.", "Rebels attacked a farm near Trujillo."),
        ("THE U.S. EMBASSY WAS CLOSED.", "The U.S. embassy was closed."),
        ("A GROUP (XPLK) SAID SO. IT WAS ON 3 MAY.", "A group (XPLK) said so. It was on 3 May."),
        ("THEY MAY MARCH ON MONDAY.", "They may march on Monday."),
        ("rebels attacked a farm near trujillo.", "Rebels attacked a farm near Trujillo."),
        (
            "MEMBERS OF THE XELA NATIONAL LIBERATION FRONT [XNLF] ATTACKED A POST. THE XNLF FLED.",
            "Members of the Xela National Liberation Front [XNLF] attacked a post. The XNLF fled.",
        ),
        ("[TEXT] REBELS FLED. -- [BEGIN RECORDING] WE FLED.", "[text] Rebels fled. -- [begin recording] We fled."),
        ("THE ELN FIRED A 90-MM GUN 3 KM FROM MADRID (SPAIN).", "The ELN fired a 90-mm gun 3 km from Madrid (Spain)."),
        ("THE 8TH BRIGADE FLED LAST MAY.", "The 8th brigade fled last May."),
        ("THEY HECTOR US. HECTOR XOLINDRES DID.", "They hector us. Hector Xolindres did."),
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


BODY = "The rebels attacked a convoy, said Rose Field of the Harbour Trust. Field and two guards were killed in March."


@pytest.mark.parametrize(
    ("titled", "plain"),
    [
        ("Rebels Attack Convoy Near Gao", "Rebels attack convoy near Gao"),
        ("Guards and Field Killed in March Attack", "Guards and Field killed in March attack"),
        ("NATO Deplores Attack on the Harbour Trust", "NATO deplores attack on the Harbour Trust"),
    ],
)
def test_a_headline_keeps_the_capitals_of_names(titled: str, plain: str) -> None:
    assert is_titled(titled)
    assert untitled(titled, usage(f"{titled}\n\n{BODY}")) == plain


@pytest.mark.parametrize(
    "line", ["Rebels attack convoy near Gao", "REBELS ATTACK CONVOY NEAR GAO", BODY, "The Hague Tribunal Met."]
)
def test_other_lines_are_no_headline_in_title_case(line: str) -> None:
    assert not is_titled(line)


@given(st.text(), st.text())
def test_a_headline_stays_in_its_place(line: str, text: str) -> None:
    assert len(untitled(line, usage(text))) == len(line)
