"""What is known of places: countries, towns, regions, and the places of our own table.

`gazetteer.tsv.gz` is a table of names sorted by key; it is kept as bytes and searched by halving, so that loading costs
about a tenth of a second and 18 MB whatever its number of rows.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.extractors import countries as states
from dateline.extractors.countries import CONTINENTS, Ground
from dateline.extractors.datafiles import DATA, degrees, read_rows, several
from dateline.extractors.places.names import fold
from dateline.graph.errors import DataError

KINDS = frozenset({"point", "city", "region", "country", "continent", "area", "water"})

SIZES = {"point": 0, "city": 1, "region": 2, "area": 2, "water": 2, "country": 3, "continent": 4}
REACH = {"city": 25.0, "region": 120.0, "area": 120.0, "water": 0.0}
"""Kilometres from its middle within which a place without codes is taken to hold smaller ones."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name can stand for.

    `level` tells apart what `kind` does not: country, admin1, admin2, city, airport, other.
    `region` is the GeoNames code of the first-level region ("US.MN"), of the second where `level` is admin2
    ("US.MN.041"); of a continent, its code. `exact` is false where the name is a mere alias. `names` counts the names
    it has in all languages, a measure of how well it is known. `own` marks the places of our own table.
    """

    name: str
    kind: str
    level: str
    country: str | None
    region: str
    lat: float
    lon: float
    population: int
    link: str | None
    exact: bool = True
    names: int = 0
    own: bool = False


@lru_cache(maxsize=1 << 15)
def lookup(name: str) -> tuple[Candidate, ...]:
    """Every known place of that name: our own and countries first, then by population."""
    key = fold(name)
    if not key:
        return ()
    own = _own().get(key, ())
    links = {place.link for place in own}
    listed = (place for place in (_spelled(key) or _listed(key)) if place.link is None or place.link not in links)
    return (*own, *_country_names().get(key, ()), *listed)


def _spelled(key: str) -> tuple[Candidate, ...]:
    """The places of a spelling of our own table."""
    if key not in _spellings():
        return ()
    name, country = _spellings()[key]
    return tuple(place for place in _listed(fold(name)) if place.country == country)


@cache
def _spellings() -> Mapping[str, tuple[str, str]]:
    return {fold(row["spelling"]): (row["name"], row["country"]) for _, row in read_rows("places/spellings.csv")}


@cache
def countries() -> Mapping[str, Candidate]:
    """The lands of states and territories that exist, by ISO 3166-1 alpha-3 code."""
    return {
        land.code: Candidate(land.name, "country", "country", land.code, g.alpha2, g.lat, g.lon, g.population, g.link)
        for land in states.countries()
        if (g := land.ground) is not None
    }


@cache
def demonyms() -> Mapping[str, tuple[str, ...]]:
    """Keys of demonyms ("iraqi", "iraqis", "welsh") with alpha-3 codes of countries, the most populous first."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for land in states.countries():
        names = {fold(name) for name in land.names}
        for word in (*land.adjectives, *land.people):
            if (key := fold(word.removeprefix("the "))) not in names:
                found[key][land.now or land.code] = None
    for _, row in read_rows("actors/peoples.csv"):
        people = several(row["people"])
        for word in (*several(row["adjectives"]), *people) if people and row["country"] and not row["sector"] else ():
            found[fold(word)][row["country"]] = None
    return {key: tuple(codes) for key, codes in found.items()}


@cache
def capitals() -> Mapping[str, frozenset[str]]:
    """Keys of the names of national capitals, and the codes of their countries."""
    found: dict[str, set[str]] = defaultdict(set)
    for land in states.countries():
        if land.ground and land.capital:
            found[fold(land.capital)].add(land.code)
    return {key: frozenset(codes) for key, codes in found.items()}


@cache
def grounds() -> Mapping[str, Ground]:
    """What is known of the land of each country, by its code."""
    return {land.code: land.ground for land in states.countries() if land.ground}


@cache
def abbreviations() -> Mapping[str, tuple[str, str, bool]]:
    """Short forms of regions as written ("Ore."): the region's name, its country, whether they need no town before."""
    return {
        row["form"]: (row["region"], row["country"], row["when"] == "always")
        for _, row in read_rows("places/abbreviations.csv")
    }


@cache
def abbreviated(form: str) -> tuple[Candidate, ...]:
    """The region that a short form stands for; nothing where `form` is none."""
    if form not in abbreviations():
        return ()
    name, country, _ = abbreviations()[form]
    return tuple(
        place for place in lookup(name) if place.country == country and place.level == "admin1" and place.exact
    )


def full_name(place: Candidate) -> str:
    """The name with those of the first-level region and the country in which the place lies: "Salem, Oregon, United
    States"."""
    region = _regions().get(".".join(place.region.split(".")[:2])) if place.level not in {"admin1", "country"} else None
    land = countries()[place.country].name if place.country and place.level != "country" else None
    return ", ".join(part for part in (place.name, region, land) if part)


@cache
def _regions() -> Mapping[str, str]:
    """Names of first-level regions by their GeoNames codes."""
    rows = re.findall(rb"\t([^\t]+)\tadmin1\t([^\t]+)\t", _names())
    return {code.decode(): name.decode() for name, code in rows}


def candidates(name: str) -> tuple[Candidate, ...]:
    """Every place that `name` can stand for, as a short form of a region or by `lookup`."""
    return abbreviated(name) or lookup(name)


def inside(place: Candidate, outer: Candidate) -> bool:
    """Whether `place` lies in `outer`.

    Towns hold points, lands and regions hold all that is smaller; where codes do not tell, nearness does.
    """
    if _size(place) >= _size(outer) or place.kind == "water":
        return False
    if outer.kind == "continent":
        return place.country is not None and grounds()[place.country].continent == outer.region
    if outer.level == "country":
        return place.country == outer.country
    if outer.level in {"admin1", "admin2"} and "." in place.region:
        return place.region.startswith(f"{outer.region}.") or (place.level == "city" and place.region == outer.region)
    if outer.country and place.country != outer.country:
        return False
    return distance(place, outer) < REACH[outer.kind]


def _size(place: Candidate) -> float:
    return 1.5 if place.level == "admin2" else SIZES[place.kind]


def distance(a: Candidate, b: Candidate) -> float:
    """Kilometres between two places, good to one per cent at short range (equirectangular projection)."""
    step = abs(a.lon - b.lon)
    x = math.radians(min(step, 360 - step)) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371.0 * math.hypot(x, math.radians(a.lat - b.lat))


@cache
def _own() -> Mapping[str, tuple[Candidate, ...]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for line, row in read_rows("places/places.csv"):
        place = _own_place(row, line)
        for name in (row["name"], *several(row["aliases"])):
            found[fold(name)].append(place)
    return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}


def _own_place(row: Mapping[str, str], line: int) -> Candidate:
    """A row of our own table; what the gazetteer has under the same GeoNames id, with our name and kind."""
    if row["kind"] not in KINDS:
        raise DataError("places/places.csv", line, f"kind {row['kind']!r}", ", ".join(sorted(KINDS)))
    if row["country"] and row["country"] not in countries():
        raise DataError(
            "places/places.csv", line, f"country {row['country']!r}", "an ISO 3166-1 alpha-3 code or nothing"
        )
    lat, lon = degrees("places/places.csv", line, row)
    link = f"http://www.wikidata.org/entity/{row['wikidata']}" if row["wikidata"] else None
    if row["geonames"]:
        link = f"https://sws.geonames.org/{row['geonames']}/"
    for twin in _listed(fold(row["name"])):
        if link and twin.link == link:
            return replace(twin, name=row["name"], kind=row["kind"], exact=True, own=True)
    region = CONTINENTS.get(row["name"], "")
    return Candidate(row["name"], row["kind"], "other", row["country"] or None, region, lat, lon, 0, link, own=True)


@cache
def _country_names() -> Mapping[str, tuple[Candidate, ...]]:
    """Lands by every name of theirs; a dissolved state's names mean the land of the state that has its place."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for land in states.countries():
        for name in (*land.names, *land.lands):
            found[fold(name)].append(countries()[land.now or land.code])
    return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}


@cache
def _codes() -> Mapping[str, str]:
    return {place.region: code for code, place in countries().items()}


@cache
def _names() -> bytes:
    packed = (DATA / "places/gazetteer.tsv.gz").read_bytes()
    return gzip.decompress(packed)


def _listed(key: str) -> Iterator[Candidate]:
    table, wanted = _names(), key.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", 0, (low + high) // 2) + 1
        stop = table.find(b"\t", middle) + 1
        if table[middle:stop] < wanted:
            low = table.find(b"\n", middle) + 1
        else:
            high = middle
    while table.startswith(wanted, low):
        end = table.find(b"\n", low)
        yield _candidate(table[low:end].decode(), key)
        low = end + 1


def _candidate(line: str, key: str) -> Candidate:
    _, name, level, code, lat, lon, population, names, link = line.split("\t")
    parts = code.split(".")
    return Candidate(
        name=name,
        kind={"city": "city", "airport": "point"}.get(level, "region"),
        level=level,
        country=_codes().get(parts[0]),
        region=code,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        link=f"https://sws.geonames.org/{link}/" if link else None,
        exact=fold(name) in {key, f"{key} city"},
        names=int(names),
    )
