"""Word lists of data files such as `syntax.toml` and `status.toml`: sets of lemmas by table and key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.graph.errors import DataError


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Lists of one data file by "table.key"; each is written there as words between spaces, phrases with `_`.

    Raises `DataError` where the file is not TOML or a value is no string.
    """
    file = files("dateline.extractors").joinpath("data", name)
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, None, str(error)) from error
    found: dict[str, frozenset[str]] = {}
    for table, keys in tables.items():
        for key, value in keys.items():
            if not isinstance(value, str):
                raise DataError(name, None, f"{table}.{key} is {value!r}", "words between spaces, in quotes")
            found[f"{table}.{key}"] = frozenset(word.replace("_", " ") for word in value.split())
    return found
