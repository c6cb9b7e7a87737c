"""Stretches between spaces cut into pieces, each with its code: known words, figures by shape, marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

OTHER = "?"
BREAK = "\n"
"""Stands between pieces that no match may join."""
SHAPES = {
    "TO12": "a",
    "TO24": "b",
    "TO31": "c",
    "TO59": "d",
    "TO99": "e",
    "HUNDREDS": "f",
    "YEAR": "g",
    "BIG": "h",
    "ZERO": "i",
    "ORDDAY": "j",
    "ORDBIG": "k",
    "DECADE": "l",
    "CLOCK": "m",
    "ISODATE": "n",
    "SLASHDATE": "o",
    "FRACTION": "p",
    "QUARTERCODE": "q",
    "FISCALCODE": "r",
    "SHORTYEAR": "s",
    "FARYEAR": "t",
    "HYPHEN": "-",
    "DASH": "_",
    "COMMA": ",",
    "DOT": ".",
    "SLASH": "/",
    "MONEY": "$",
    "PERCENT": "%",
    "OPEN": "(",
    "CLOSE": ")",
    "PLUS": "+",
    "QUOTE": '"',
    "CAPS": "N",
    "OTHER": OTHER,
}
"""Name of a shape in the rules -> its code."""
MARKS = {",": ",", ".": ".", "/": "/", "$": "$", "£": "$", "€": "$", "%": "%", "(": "(", ")": ")", "+": "+"}
MARKS |= {'"': '"', "“": '"', "”": '"', "–": "_", "—": "_", "--": "_", "-": OTHER}
"""Mark -> its code."""

KEY_FIGURES = (
    r"(?<![\d.,])\d{4}(?!\d|[.,]\d)|\d[:/.-]\d|\d'?s(?!\w)|'\d\d(?!\w)|\d(?:st|nd|rd|th|am|pm|q(?:'?\d\d){0,2})(?!\w)|\b[ap]\.m"
    r"|\d[ap]\.m|\b(?:[hq][1-4]|fy'?\d)"
)
"""Finds, in lower case, the figures of which some can be a time without any word of one."""
_FIGURES = [
    ("n", r"\d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w])"),
    ("o", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])"),
    ("o", r"\d{1,2}\.\d{1,2}\.\d{4}(?!\w|\.\w)"),
    ("n", r"\d{4}/\d\d/\d\d(?![\w/])"),
    ("n", r"\d{4}-W\d\d(?:-[1-7])?(?![\w-])"),
    ("m", r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}\.\d\d(?=[ap]\.?m)"),
    ("p", r"[13]/[24](?!\d)|[½¼¾]"),
    ("l", r"\d{4}'?s(?!\w)|'?[1-9]0'?s(?!\w)"),
    ("s", r"'\d\d(?![\d\w])"),
    ("q", r"[1-4]Q(?:'?\d\d(?:\d\d)?)?(?!\w)"),
    ("j", r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?!\w)"),
    ("k", r"\d+(?:st|nd|rd|th)(?!\w)"),
    ("h", r"\d+(?:[.,]\d+)+"),
    ("#", r"\d+"),
]
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"])
_ABBREVIATED = _MONTHS | {"mon", "tues", "tue", "weds", "wed", "thurs", "thu", "fri", "sat", "sun"}
"""Words that have their full stop with them."""
_WORDS = [
    ("r", r"FY'?\d{2}(?:\d\d)?(?!\w)"),
    ("q", r"Q[1-4](?!\w)|[HQ][12](?!\w)"),
    ("w", r"[ap]\.m\.?(?!\w)"),
    ("w", rf"(?:{'|'.join(sorted(_ABBREVIATED, reverse=True))})\."),
    ("?", r"(?:[A-Z]\.){2,}"),
    ("w", r"'s(?!\w)|n't(?!\w)|o'clock"),
    ("w", r"[^\W\d_]+(?:'(?!s(?!\w))[^\W\d_]+)?"),
    ("x", r"--+|\S"),
]
_PIECE = re.compile("|".join(f"({pattern})" for _, pattern in _FIGURES + _WORDS), re.IGNORECASE)
_KINDS = [""] + [kind for kind, _ in _FIGURES + _WORDS]


class Chunk(NamedTuple):
    """A stretch without spaces as pieces: their codes, texts as written and plain, and offsets within it; `length` is
    its own."""

    codes: str
    texts: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    length: int


def cut(text: str, codes: Mapping[str, str]) -> Chunk:
    """The pieces of a stretch; `codes` gives each known word (lower case) its code."""
    if text.isalpha():
        code = codes.get(text) or codes.get(text.lower()) or ("N" if text[0].isupper() else OTHER)
        return Chunk(code, (text,), (plain(text),), (0,), (len(text),), len(text))
    if text[:-1].isalpha() and text[-1] in ",.;:" and len(text) > 2 and text[:-1].lower() not in _ABBREVIATED:
        code = codes.get(text[:-1].lower()) or ("N" if text[0].isupper() else OTHER)
        last, parts = len(text) - 1, (text[:-1], text[-1])
        words = (plain(parts[0]), parts[1])
        return Chunk(code + MARKS.get(text[-1], OTHER), parts, words, (0, last), (last, last + 1), last + 1)
    found = [(_piece(match, text, codes), match.group(), *match.span()) for match in _PIECE.finditer(text)]
    return Chunk(
        "".join(code for code, _, _, _ in found),
        tuple(piece for _, piece, _, _ in found),
        tuple(plain(piece) for _, piece, _, _ in found),
        tuple(start for _, _, start, _ in found),
        tuple(end for _, _, _, end in found),
        len(text),
    )


def _piece(match: re.Match[str], chunk: str, codes: Mapping[str, str]) -> str:
    text, kind = match.group(), _KINDS[match.lastindex or 0]
    if kind == "#":
        return "h" if match.start() and chunk[match.start() - 1].isalpha() else _figures(text)  # "R2000" is no year
    if kind not in "wx":
        return kind
    if text == "-":  # tight between two words, a dash alone, nothing at a word's edge
        return "_" if chunk == "-" else "-" if match.start() > 0 and match.end() < len(chunk) else OTHER
    return codes.get(plain(text)) or MARKS.get(text) or ("N" if text[0].isupper() else OTHER)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A piece as the lexicon writes it: lower case, abbreviations without dots; figures keep their point."""
    return text.lower() if text[0].isdigit() else text.lower().replace(".", "") or text


def _figures(text: str) -> str:
    """The code of a whole number by what it may stand for."""
    number = int(text) if len(text) < 5 else 10**5
    if len(text) == 4:
        return "g" if 1000 <= number <= 2199 else "t"
    if len(text) > 2:
        return "f" if len(text) == 3 else "h"
    limits = ((0, "i"), (12, "a"), (24, "b"), (31, "c"), (59, "d"))
    return next((code for limit, code in limits if number <= limit), "e")
