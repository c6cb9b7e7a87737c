"""The words that the page itself says, in one table for each language; a translation is one file.

A table is a JSON object of strings under the keys of `strings.en.json`, with the same {places} in each. It adds
`type.NAME` for the event types, which the ontology labels in English, and where its language has more plurals than two,
the other categories of the Unicode CLDR (`events.few` beside `events.one` and `events.other`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from dateline.graph.errors import DataError, UsageError
from dateline.graph.vocabulary import event_types

Strings = Mapping[str, str]
ENGLISH = "en"
DIRECTIONS = ("ltr", "rtl")
_PLURALS = ("zero", "one", "two", "few", "many", "other")


@cache
def table(language: str = ENGLISH) -> Strings:
    """The strings of a language that comes with Dateline ("en"), or of the file `language` (ends in .json).

    Raises `UsageError` where there is none, `DataError` where the file is no whole table.
    """
    if language.endswith(".json"):
        try:
            text = Path(language).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"cannot read the strings of the page from {language}: {error}") from error
        return _checked(language, text)
    if language not in shipped():
        known = ", ".join(shipped())
        raise UsageError(
            f"the page does not speak {language!r}; it speaks {known}, or what a file of strings (.json) says"
        )
    strings: Strings = json.loads(_shipped(language))
    return strings


@cache
def shipped() -> tuple[str, ...]:
    """The languages that come with Dateline."""
    names = (each.name.split(".") for each in resources.files(__package__).iterdir())
    return tuple(sorted(parts[1] for parts in names if parts[0] == "strings" and parts[-1] == "json"))


def type_words(name: str, strings: Strings) -> str:
    """An event type in words, beginning with a capital; what neither table nor ontology knows is left as it is."""
    known = event_types().get(name)
    words = strings.get(f"type.{name}") or (known.label if known else name)
    return words[:1].upper() + words[1:]


def _shipped(language: str) -> str:
    return resources.files(__package__).joinpath(f"strings.{language}.json").read_text("utf-8")


def _checked(file: str, text: str) -> Strings:
    try:
        strings = json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(file, error.lineno, f"no JSON ({error.msg})") from error
    if not isinstance(strings, dict):
        raise DataError(file, None, "no table of strings", 'an object {"key": "words"}')
    for problem, allowed in _problems(strings):
        raise DataError(file, None, problem, allowed)
    return strings


def _problems(strings: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with a translation, and what would be right."""
    english = table()
    if lacking := [key for key in english if key not in strings]:
        yield f"it lacks {', '.join(lacking)}", "all keys of the English table"
    for key, words in strings.items():
        model = english.get(key) or _of_type(key) or english.get(_other(key))
        if model is None:
            yield f"{key} is no key of the page", "the keys of the English table, and type.NAME"
        elif not isinstance(words, str):
            yield f"{key} is no string", "words"
        elif not _places(words) <= _places(model):
            yield f"{key} has places {_told(words)}", _told(model) or "none"
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(strings.get("lang"))):
        yield f"lang is {strings.get('lang')!r}", 'a tag such as "pt-BR"'
    if strings.get("dir") not in DIRECTIONS:
        yield f"dir is {strings.get('dir')!r}", " or ".join(DIRECTIONS)


def _of_type(key: str) -> str | None:
    start, _, name = key.partition(".")
    return name if start == "type" and name in event_types() else None


def _other(key: str) -> str:
    start, _, plural = key.rpartition(".")
    return f"{start}.other" if plural in _PLURALS else ""


def _places(words: str) -> set[str]:
    return set(re.findall(r"\{(.*?)\}", words))


def _told(words: str) -> str:
    return ", ".join(f"{{{place}}}" for place in sorted(_places(words)))
