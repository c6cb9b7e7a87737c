"""The words of `data/documents/dates.toml`, checked and made into patterns."""

from __future__ import annotations

import re
from functools import cache

from dateline.extractors.datafiles import read_toml
from dateline.graph.errors import DataError

_FILE = "documents/dates.toml"
_KEYS = {
    "labels": {"published", "updated", "running", "not_before"},
    "header": {"date", "title", "url", "plain"},
    "masthead": {"words"},
    "page": {"published", "modified", "classes", "elsewhere"},
    "caption": {"verbs", "not_caption", "not_before_verb", "same_day", "past", "not_past"},
}


@cache
def words(table: str, key: str) -> tuple[str, ...]:
    """The words under `key`; raises `DataError` where the file is not as this module expects it."""
    return tuple(_tables()[table][key])


@cache
def any_of(table: str, key: str) -> re.Pattern[str]:
    """A pattern for any of the words, as whole words, the longest first, in any case and with any white space."""
    longest_first = sorted(words(table, key), key=lambda word: (-len(word), word))
    body = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest_first)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.I)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return check_words(read_toml(_FILE))


def check_words(tables: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    """`tables` as they are; raises `DataError` where they hold a mistake."""
    for table, keys in _KEYS.items():
        for key in sorted(keys):
            found = tables.get(table, {}).get(key)
            if not isinstance(found, list) or not found or not all(isinstance(each, str) and each for each in found):
                raise DataError(_FILE, None, f"[{table}] {key} is missing or no list of words", '["word", …]')
    for table, entries in tables.items():
        allowed = _KEYS.get(table, set())
        for key in sorted(set(entries) - allowed):
            raise DataError(_FILE, None, f"unknown key [{table}] {key}", ", ".join(sorted(allowed or _KEYS)))
    return tables
