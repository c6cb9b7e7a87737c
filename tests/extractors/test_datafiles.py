"""Reading of data files: rows know their line, and a mistake is told with its file and line."""

from __future__ import annotations

import pytest

from dateline.extractors.datafiles import parse_rows, parse_toml
from dateline.graph.errors import DataError


def test_rows_know_their_line() -> None:
    table = '# source\n# licence\nname,lat,lon\n\nHere,1,2\n# there\n"There, too",3,4\n'
    assert [(line, row["name"]) for line, row in parse_rows(table, "t.csv")] == [(5, "Here"), (7, "There, too")]


@pytest.mark.parametrize(("row", "count"), [("Here,1", 2), ("Here,1,2,3", 4)])
def test_a_row_with_a_wrong_number_of_cells_is_named(row: str, count: int) -> None:
    with pytest.raises(DataError, match=rf"t\.csv, line 3: {count} cells; allowed: 3: name,lat,lon"):
        list(parse_rows(f"# source\nname,lat,lon\n{row}\n", "t.csv"))


def test_other_columns_than_those_expected_are_named() -> None:
    with pytest.raises(DataError, match=r"t\.csv, line 1: columns name,lan; allowed: name,lat"):
        list(parse_rows("name,lan\n", "t.csv", ("name", "lat")))


def test_what_is_no_toml_is_named_with_its_file() -> None:
    with pytest.raises(DataError, match=r"words\.toml: it is no TOML"):
        parse_toml("[words\n", "words.toml")
