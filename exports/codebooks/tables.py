"""The tables of public codes beside this file, each naming its source and licence in its first lines."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Row = Mapping[str, str]


def country(iso3: str | None, column: str) -> str:
    """A country's "iso2", "numeric" or "fips" code or its "name"; empty where it has none."""
    return _table("countries", "iso3").get(iso3 or "", {}).get(column, "")


def role(sector: str | None, book: str) -> str:
    """What a sector of ours is to "cameo" or "acled"; empty where nothing fits."""
    return _table("sectors", "sector").get(sector or "", {}).get(book, "")


def goldstein(code: str) -> float:
    """The weight of a CAMEO code on the scale of Goldstein (1992), from -10 (conflict) to 10 (cooperation)."""
    return float(_table("cameo", "code")[code]["goldstein"])


def quad(code: str) -> int:
    """GDELT's class of a CAMEO code: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return int(_table("cameo", "code")[code]["quad"])


@cache
def _table(name: str, key: str) -> Mapping[str, Row]:
    lines = files(__package__).joinpath(f"{name}.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return MappingProxyType({row[key]: row for row in rows})
