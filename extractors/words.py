"""Word lists of data files such as `syntax.toml` and `places/words.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.extractors.datafiles import read_toml
from dateline.graph.errors import DataError


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Lists of one data file by key, within a table by "table.key".

    Each is written there as a list, or as words between spaces, phrases with `_`. Raises `DataError` where the file is
    not TOML or a value is neither.
    """
    found: dict[str, frozenset[str]] = {}
    for table, keys in read_toml(name).items():
        if isinstance(keys, dict):
            found |= {f"{table}.{key}": _words(name, f"{table}.{key}", value) for key, value in keys.items()}
        else:
            found[table] = _words(name, table, keys)
    return found


def _words(name: str, key: str, value: object) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset(word.replace("_", " ") for word in value.split())
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return frozenset(value)
    raise DataError(name, None, f"{key} is {value!r}", 'words between spaces, in quotes, or ["word", …]')
