"""Whom a name could mean that stays without an identity. Sentences are invented."""

from __future__ import annotations

import pytest

from dateline.extractors import actors
from dateline.extractors.annotate import annotator
from dateline.graph.model import Document

_ANNOTATE = annotator()
CLINTONS = ("Bill Clinton (Wikidata Q1124)", "Hillary Clinton (Wikidata Q6294)")


def could_be(text: str, name: str) -> tuple[str, ...]:
    (one,) = [a for a in actors.find(_ANNOTATE(Document("d", text)), ()) if a.name == name]
    assert not (one.could_be and one.links)
    return one.could_be


@pytest.mark.parametrize(
    ("text", "name", "fits"),
    [
        ("Clinton told reporters that the vote was lost.", "Clinton", CLINTONS),
        ("Bill Clinton and Hillary Clinton came. Clinton spoke for an hour.", "Clinton", CLINTONS),
        ("Anna Muster and Carl Muster were seen. Muster fled.", "Muster", ("Anna Muster", "Carl Muster")),
        ("Mrs. Gandhi told the court she was innocent.", "Gandhi", ("Indira Gandhi", "Sonia Gandhi")),
        ("The SDF called a strike in Oslo.", "SDF", ("Syrian Democratic Forces, Syria",)),
        (
            "The JEM attacked a base.",
            "JEM",
            ("Justice and Equality Movement, Sudan", "Jaish-e-Mohammed, Pakistan"),
        ),
        ("The Patriotic Front marched through the village.", "Patriotic Front", ("Patriotic Front, Zambia",)),
    ],
)
def test_an_open_name_says_whom_it_fits(text: str, name: str, fits: tuple[str, ...]) -> None:
    assert could_be(text, name) == fits


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Carl Castro sold his farm. Castro left.", "Carl Castro"),
        ("The Society of Dairy Farmers (SDF) called a strike.", "Society of Dairy Farmers"),
        ("Bill Clinton came. Clinton spoke for an hour.", "Bill Clinton"),
        ("The SDF took the town from the Syrian army.", "Syrian Democratic Forces"),
        ("Ann Fielding opened a shop.", "Ann Fielding"),
    ],
)
def test_a_name_that_the_text_or_the_data_settles_is_not_open(text: str, name: str) -> None:
    assert not could_be(text, name)


def test_what_is_said_of_state_and_gender_narrows_whom_a_name_fits() -> None:
    assert could_be("Congolese President Kabila met reporters.", "Kabila") == ("Laurent Kabila", "Joseph Kabila")
    assert not could_be("German minister Kabila met reporters.", "Kabila")


@pytest.mark.parametrize(
    "text", ["Rebels shelled the village of Duma on Monday.", "Rebels shelled Duma village on Monday."]
)
def test_a_town_of_a_bodys_name_is_no_body(text: str) -> None:
    assert "Duma" not in {a.name for a in actors.find(_ANNOTATE(Document("d", text)), ())}
