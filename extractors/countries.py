"""States and territories, as `data/countries.csv` tells of them: one table for who they are and for where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.extractors.datafiles import degrees, read_rows, several
from dateline.graph.errors import DataError

CONTINENTS = {
    "Africa": "AF",
    "Antarctica": "AN",
    "Asia": "AS",
    "Europe": "EU",
    "North America": "NA",
    "Oceania": "OC",
    "South America": "SA",
}
"""The codes of the continents, which are those of GeoNames."""

_FILE = "countries.csv"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a state that still exists is: middle of its land in degrees, population, area in square kilometres."""

    alpha2: str
    geonames: str
    lat: float
    lon: float
    continent: str
    population: int
    area: float

    @property
    def link(self) -> str:
        """The IRI of the land at GeoNames."""
        return f"https://sws.geonames.org/{self.geonames}/"


@dataclass(frozen=True, slots=True)
class Country:
    """A row. `code` is alpha-3; `lands` are names that mean the land and no actor; `seat` is the town that stands for
    the government; a dissolved state has no `ground`, and `now` is the code of the state that has its place."""

    code: str
    name: str
    also: tuple[str, ...]
    lands: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    seat: str
    now: str
    ground: Ground | None

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called, its common name first."""
        return (self.name, *self.also)


@cache
def countries() -> tuple[Country, ...]:
    """The most populous first, who has the better claim to a word that two share; raises `DataError` for a mistake."""
    rows = [_country(row, line) for line, row in read_rows(_FILE)]
    return tuple(sorted(rows, key=lambda c: (-c.ground.population if c.ground else 0, c.code)))


def _country(row: dict[str, str], line: int) -> Country:
    code = row["code"]
    if len(code) != 3 or not code.isupper():
        raise DataError(_FILE, line, f"code {code!r}", "three capital letters (ISO 3166-1 alpha-3)")
    return Country(
        code,
        row["name"],
        several(row["also"]),
        several(row["lands"]),
        several(row["adjectives"]),
        several(row["people"]),
        row["capital"],
        row["capital"] if row["seat"] == "=" else row["seat"],
        row["now"],
        None if row["now"] else _ground(row, line),
    )


def _ground(row: dict[str, str], line: int) -> Ground:
    if row["continent"] not in CONTINENTS.values():
        raise DataError(_FILE, line, f"continent {row['continent']!r}", ", ".join(CONTINENTS.values()))
    lat, lon = degrees(_FILE, line, row)
    try:
        population, area = int(row["population"]), float(row["area"])
    except ValueError as error:
        raise DataError(_FILE, line, str(error), "population and area as numbers") from error
    return Ground(row["alpha2"], row["geonames"], lat, lon, row["continent"], population, area)
