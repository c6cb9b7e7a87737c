"""Names with the identity that they must get, and names that must stay without one: the golden tables."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from dateline.extractors import actors
from dateline.extractors.annotate import annotator
from dateline.graph.model import Actor, Document

GOLDEN = Path(__file__).parents[2] / "golden"
_ANNOTATE = annotator()


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|"))


def having(text: str, mention: str) -> list[Actor]:
    """The actors with a mention that reads `mention`, or lies around or within it."""
    start = text.index(mention)
    end = start + len(mention)
    found = actors.find(_ANNOTATE(Document("d", text)), ())
    return [a for a in found if any(m.start < end and start < m.end for m in a.mentions)]


@pytest.mark.parametrize("row", rows("actors.csv"), ids=lambda row: row["text"][:50])
def test_a_name_has_its_identity(row: dict[str, str]) -> None:
    wanted = (row["name"], row["kind"], row["country"] or None, row["sector"] or None)
    found = having(row["text"], row["mention"])
    exact = [a for a in found if any(m.text == row["mention"] for m in a.mentions)]
    assert wanted in [(a.name, a.kind, a.country, a.sector) for a in exact], found


@pytest.mark.parametrize("row", rows("unlinked.csv"), ids=lambda row: row["text"][:50])
def test_a_name_that_could_be_anyones_is_not_linked(row: dict[str, str]) -> None:
    assert all(not actor.links for actor in having(row["text"], row["mention"]))


@pytest.mark.parametrize(
    ("day", "sector"),
    [
        (None, "GOV"),
        (date(2012, 5, 1), None),
        (date(2017, 1, 20), "GOV"),
        (date(2020, 5, 1), "GOV"),
        (date(2023, 5, 1), None),
        (date(2026, 5, 1), "GOV"),
    ],
)
def test_a_leader_is_of_the_government_while_he_is_in_office(day: date | None, sector: str | None) -> None:
    for text in ("Donald Trump visited a factory.", "Trump told reporters that he had visited a factory."):
        (trump,) = (a for a in actors.find(_ANNOTATE(Document("d", text)), (), day) if a.name == "Donald Trump")
        assert trump.sector == sector


def test_a_title_tells_the_sector_where_the_data_has_no_office() -> None:
    text = "President Donald Trump visited a factory."
    (trump,) = actors.find(_ANNOTATE(Document("d", text)), (), date(2012, 5, 1))[:1]
    assert trump.sector == "GOV"
