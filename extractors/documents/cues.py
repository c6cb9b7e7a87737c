"""The cues of `data/documents/boilerplate.toml`, checked, compiled, and put to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.extractors.datafiles import read_toml
from dateline.graph.errors import DataError

FILE = "documents/boilerplate.toml"
KINDS = ("link", "page", "cookies", "newsletter", "appeal", "rights", "credit")
MAX_MENU = 400
"""Longer lines are no menus, in code points."""

_ENDS = {"line": r"\W*(?:{})\s*$", "start": r"\W*(?:{})", "any": r"(?:{})"}
_SEPARATOR = re.compile(r"\s*[|•·›»→>/,\t\n]+\s*|\s+[-–—]\s+|\s{2,}")
_COUNT = re.compile(r"\(?[\d.,]+[km+]?\)?")


@dataclass(frozen=True, slots=True)
class Cue:
    """A sign of boilerplate of one `kind`."""

    kind: str
    weight: float
    pattern: re.Pattern[str]
    anchored: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """All that is known of boilerplate."""

    menu: frozenset[str]
    lone: frozenset[str]
    headings: frozenset[str]
    about: re.Pattern[str]
    cues: tuple[Cue, ...]
    starts: re.Pattern[str]
    inline: tuple[re.Pattern[str], ...]

    def weights(self, text: str) -> dict[str, float]:
        """Kind to the sum of the weights of its cues in `text`; each cue counts once. What speaks to the reader but of
        neither money nor the press stays below 1."""
        plain = _plain(text)
        found: dict[str, float] = {}
        for cue in self.cues:
            if cue.pattern.match(plain) if cue.anchored else cue.pattern.search(plain):
                found[cue.kind] = found.get(cue.kind, 0.0) + cue.weight
        if found.get("appeal", 0.0) >= 1.0 and not self.about.search(plain):
            found["appeal"] = 0.75
        return found

    def starts_a_sentence(self, text: str) -> bool:
        """Whether some sentence of `text` begins with a cue that counts at the beginning."""
        return self.starts.search(_plain(text)) is not None

    def is_link_heading(self, text: str) -> bool:
        """Whether `text` is a heading such as "Related stories"."""
        return _label(text) in self.headings

    def menu_items(self, text: str) -> int:
        """How many labels of navigation `text` consists of, 0 where it holds more than these; a label that stands
        for a menu by itself counts as two."""
        if len(text) > MAX_MENU:
            return 0
        segments = [each for each in (_label(part) for part in _SEPARATOR.split(text)) if each]
        counted = [self._labels(segment.split()) for segment in segments]
        if all(counted):
            return sum(counted)
        known = sum(bool(each) for each in counted)
        set_off = len(segments) >= 3 and not re.search(r"[.!?,]", text) and all(len(s.split()) <= 4 for s in segments)
        return known if set_off and known * 2 >= len(segments) else 0

    def _labels(self, words: list[str]) -> int:
        """As `menu_items`, for words without separators: the longest label first."""
        at = items = 0
        while at < len(words):
            for size in range(min(5, len(words) - at), 0, -1):
                phrase = " ".join(words[at : at + size])
                if phrase in self.menu or phrase in self.lone:
                    items += 2 if phrase in self.lone else 1
                    at += size
                    break
            else:
                if not _COUNT.fullmatch(words[at]):
                    return 0
                at += 1
        return items


@cache
def cues() -> Cues:
    """The cues of the data file; raises `DataError` where it holds a mistake."""
    return read_cues(read_toml(FILE))


def read_cues(data: Mapping[str, Any]) -> Cues:
    """`data`, as TOML gives it, checked and compiled; raises `DataError`."""
    _check_keys("the file", data, {"menu", "links", "appeal", "cue", "inline"})
    return Cues(
        menu=_words(data, "menu", "words"),
        lone=_words(data, "menu", "lone"),
        headings=_words(data, "links", "headings"),
        about=re.compile("|".join(map(re.escape, sorted(_words(data, "appeal", "about")))), re.I),
        cues=tuple(_cue(entry) for entry in data["cue"]),
        starts=_compile_starts(data["cue"]),
        inline=tuple(_inline(entry) for entry in data["inline"]),
    )


def _words(data: Mapping[str, Any], table: str, key: str) -> frozenset[str]:
    words = data.get(table, {}).get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
        raise DataError(FILE, None, f"[{table}] {key} is no list of words in lower case", '["word", …]')
    return frozenset(words)


def _cue(entry: Mapping[str, Any]) -> Cue:
    _check_keys("[[cue]]", entry, {"kind", "at", "weight", "pattern"})
    if entry["at"] not in _ENDS:
        raise DataError(FILE, None, f"[[cue]] at = {entry['at']!r}", ", ".join(_ENDS))
    if not isinstance(entry["weight"], float) or not 0 < entry["weight"] <= 1:
        raise DataError(FILE, None, f"[[cue]] weight = {entry['weight']!r}", "a number above 0, at most 1.0")
    pattern = _compile(_ENDS[entry["at"]].format(entry["pattern"]), entry)
    return Cue(entry["kind"], entry["weight"], pattern, entry["at"] != "any")


def _compile_starts(entries: Sequence[Mapping[str, Any]]) -> re.Pattern[str]:
    patterns = "|".join(entry["pattern"] for entry in entries if entry["at"] == "start")
    return re.compile(rf"(?:^|[.!?…][\"'”’)]*\s)\W*(?:{patterns})", re.I)


def _inline(entry: Mapping[str, Any]) -> re.Pattern[str]:
    _check_keys("[[inline]]", entry, {"kind", "pattern"})
    return _compile(entry["pattern"], entry)


def _compile(pattern: str, entry: Mapping[str, Any]) -> re.Pattern[str]:
    if entry["kind"] not in KINDS:
        raise DataError(FILE, None, f"kind = {entry['kind']!r}", ", ".join(KINDS))
    try:
        return re.compile(pattern, re.I)
    except re.error as error:
        raise DataError(FILE, None, f"pattern {entry['pattern']!r}: {error}", "a regular expression") from error


def _check_keys(where: str, entry: Mapping[str, Any], allowed: set[str]) -> None:
    if set(entry) != allowed:
        wrong = ", ".join(sorted(set(entry) ^ allowed))
        raise DataError(FILE, None, f"{where}: missing or unknown: {wrong}", ", ".join(sorted(allowed)))


def _plain(text: str) -> str:
    return " ".join(text.translate({0x2019: "'", 0x2018: "'", 0xA0: " "}).split())


def _label(text: str) -> str:
    return _plain(text).lower().strip(" *#_-–—:[]()<«•·|…")
