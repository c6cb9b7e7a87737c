"""The data of places: that what ships is sound, and that a mistake is told with its file and line."""

from __future__ import annotations

import pytest

from dateline.extractors.datafiles import DATA, degrees, read_rows, several
from dateline.extractors.places import gazetteer
from dateline.extractors.places.names import fold
from dateline.extractors.places.words import SITES, words
from dateline.graph.errors import DataError

LISTS = (
    "locative strict region city water land site house mission leading road part within title office regional brand "
    "speech abstract common of body thing phrase"
)


def test_every_table_names_its_source() -> None:
    for name in ("places.csv", "abbreviations.csv", "spellings.csv", "words.toml"):
        assert (DATA / "places" / name).read_text(encoding="utf-8").startswith("# "), name


def test_every_place_of_our_own_is_found_under_each_of_its_names() -> None:
    for _, row in read_rows("places/places.csv"):
        for name in (row["name"], *several(row["aliases"])):
            assert row["name"] in {place.name for place in gazetteer.lookup(name) if place.own}, name


def test_no_place_of_our_own_stands_twice() -> None:
    seen = [(row["name"], row["kind"], row["country"]) for _, row in read_rows("places/places.csv")]
    assert len(seen) == len(set(seen))


def test_every_spelling_leads_to_its_place() -> None:
    for _, row in read_rows("places/spellings.csv"):
        assert any(place.country == row["country"] for place in gazetteer.lookup(row["spelling"])), row["spelling"]


def test_word_lists_are_in_lower_case() -> None:
    for name in LISTS.split():
        assert all(word == word.lower() for word in words(name)), name
    assert {"site", "house"} <= SITES


def test_common_names_are_written_as_they_are_looked_up() -> None:
    assert all(fold(word) == word for word in words("common"))


@pytest.mark.parametrize(("lat", "lon"), [("north", "2"), ("91", "2"), ("1", "-181"), ("nan", "2")])
def test_coordinates_that_are_none_are_named(lat: str, lon: str) -> None:
    with pytest.raises(DataError, match=r"t\.csv, line 7"):
        degrees("t.csv", 7, {"lat": lat, "lon": lon})
