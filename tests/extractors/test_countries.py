"""The table of states and territories: that it is sound, and what a mistake in it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.extractors import countries, datafiles
from dateline.graph.errors import DataError

BY_CODE = {country.code: country for country in countries.countries()}


def test_no_state_stands_twice_and_dissolved_ones_lead_to_one_that_exists() -> None:
    assert len(BY_CODE) == len(countries.countries())
    for country in BY_CODE.values():
        assert (country.ground is None) == bool(country.now)
        assert not country.now or BY_CODE[country.now].ground


def test_a_seat_of_government_is_the_capital_unless_the_row_says_otherwise() -> None:
    assert (BY_CODE["IRQ"].capital, BY_CODE["IRQ"].seat) == ("Baghdad", "Baghdad")
    assert (BY_CODE["NLD"].capital, BY_CODE["NLD"].seat) == ("Amsterdam", "The Hague")
    assert (BY_CODE["BMU"].capital, BY_CODE["BMU"].seat) == ("Hamilton", "")


def test_the_most_populous_stand_first() -> None:
    codes = [country.code for country in countries.countries()]
    assert codes.index("COD") < codes.index("COG") < codes.index("SUN")


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("code", "irq", "line 3: code 'irq'; allowed: three capital letters"),
        ("lat", "north", "line 3: could not convert string to float: 'north'"),
        ("continent", "XX", "line 3: continent 'XX'; allowed: AF, AN"),
        ("population", "many", "allowed: population and area as numbers"),
    ],
)
def test_a_mistake_names_file_line_and_what_is_allowed(
    column: str, value: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"code": "IRQ", "alpha2": "IQ", "name": "Iraq", "capital": "Baghdad", "seat": "=", "geonames": "99237"}
    row |= dict.fromkeys(("also", "lands", "adjectives", "people", "now"), "")
    row |= {"lat": "33", "lon": "44", "continent": "AS", "population": "38433600", "area": "437072", column: value}
    (tmp_path / "countries.csv").write_text(f"# x\n{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    monkeypatch.setattr(datafiles, "DATA", tmp_path)
    with pytest.raises(DataError, match=r"countries\.csv") as error:
        countries.countries.__wrapped__()
    assert says in str(error.value)
