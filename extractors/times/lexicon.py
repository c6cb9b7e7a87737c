"""The words of `data/times/words.toml`: classes of words and what each stands for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from dateline.graph.errors import DataError


@cache
def load(name: str) -> dict[str, Any]:
    """A TOML file of this folder's data.

    Raises `DataError` where it cannot be parsed.
    """
    text = files("dateline.extractors").joinpath("data/times", name).read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"times/{name}", None, str(error)) from error


@cache
def words(name: str) -> MappingProxyType[str, Any]:
    """Word (lower case) -> meaning, for the word class `name`."""
    return MappingProxyType(load("words.toml").get(name, {}))


@cache
def classes() -> tuple[str, ...]:
    """The names of all word classes."""
    return tuple(load("words.toml"))
