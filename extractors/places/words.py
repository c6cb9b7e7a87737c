"""The word lists around place names, from `data/places/words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from dateline.extractors.places.tables import DATA
from dateline.graph.errors import DataError

FILE = "words.toml"
SITES = frozenset({"site", "house", "mission", "water", "land"})
"""The lists whose nouns make a place of its own out of a name."""


@cache
def words(name: str) -> frozenset[str]:
    """The list `name` ("locative", "facility", "title" …), in lower case."""
    return _lists()[name]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = (DATA / FILE).read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(FILE, None, str(error), "TOML") from error
    for name, entries in table.items():
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise DataError(FILE, None, f"{name} is not a list of words", 'name = ["word", …]')
    return {name: frozenset(entries) for name, entries in table.items()}
