"""Words of a text made alike, so that what two reports say of one event can be compared."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][^\W\d_]{2,}")
_ENDING = re.compile(r"(ations?|ings?|ed|es|ers?|s|e)$")


def stem(word: str) -> str:
    """A rough stem, so that "strikes", "striking" and "strike" are one word."""
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= 3 else word


def stems(text: str) -> frozenset[str]:
    """The stems of all words of three letters or more."""
    return frozenset(stem(word) for word in _WORD.findall(text.casefold()))


def telling(text: str) -> dict[str, str]:
    """The words that tell what a text is about, by stem: the first of each as it stands there."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        if word.casefold() not in _plain():
            found.setdefault(stem(word.casefold()), word)
    return found


def foremost(text: str, number: int) -> frozenset[str]:
    """The stems of the words that tell what a text is about and are used most in it, so many of them; of two that are
    used alike, the one that comes first."""
    words = (word.casefold() for word in _WORD.findall(text))
    counts = Counter(stem(word) for word in words if word not in _plain())
    return frozenset(word for word, _ in counts.most_common(number))


def capitalised(sentence: str) -> frozenset[str]:
    """The stems of words with a capital within a sentence: names, but in headlines."""
    return frozenset(stem(word) for name in _NAME.findall(sentence) if (word := name.casefold()) not in _plain())


@cache
def _plain() -> frozenset[str]:
    lines = (files(__package__) / "plain.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
