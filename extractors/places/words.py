"""The word lists around place names, from `data/places/words.toml`."""

from __future__ import annotations

from dateline.extractors.words import word_lists

SITES = frozenset({"site", "house", "mission", "water", "land"})
"""The lists whose nouns make a place of its own out of a name."""


def words(name: str) -> frozenset[str]:
    """The list `name` ("locative", "facility", "title" …), in lower case."""
    return word_lists("places/words.toml")[name]
