"""A text as a string of codes, one character a word, over which the rules of `rules.toml` are matched.

Every word that a rule or the lexicon knows has a code of its own; figures are coded by shape ("12" may be a month, a
day, an hour; "1998" a year); everything else is `OTHER`. Paragraphs are divided by `BREAK`, so no match crosses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.extractors.syntax import Annotation

OTHER, BREAK = "?", "\n"
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
    "OTHER": "\\?",
}
"""Name of a shape in the rules -> its code."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u2011": "-", "\u2010": "-"})
_DIGITS = [
    ("n", r"\d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w])"),
    ("o", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])"),
    ("o", r"\d{1,2}\.\d{1,2}\.\d{4}(?![\w.])"),
    ("n", r"\d{4}/\d\d/\d\d(?![\w/])"),
    ("m", r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])"),
    ("p", r"[13]/[24](?!\d)|[½¼¾]"),
    ("l", r"\d{4}'?s(?!\w)|'?[1-9]0'?s(?!\w)"),
    ("s", r"'\d\d(?![\d\w])"),
    ("q", r"[1-4]Q(?!\w)"),
    ("j", r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?!\w)"),
    ("k", r"\d+(?:st|nd|rd|th)(?!\w)"),
    ("h", r"\d+(?:[.,]\d+)+"),
    ("#", r"\d+"),
]
_WORDS = [
    ("r", r"FY[ ]?'?\d{2}(?:\d\d)?(?!\w)"),
    ("q", r"Q[1-4](?!\w)|[HQ][12](?!\w)"),
    ("w", r"[ap]\.[ ]?m\.?(?!\w)"),
    ("w", r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.(?=\s*[\w,'])"),
    ("?", r"(?:[A-Z]\.){2,}"),
    ("w", r"'s(?!\w)|n't(?!\w)|o'clock"),
    ("w", r"[^\W\d_]+(?:'(?!s(?!\w))[^\W\d_]+)?"),
    ("x", r"--+|."),
]
_PIECE = re.compile("|".join(f"({pattern})" for _, pattern in _DIGITS + _WORDS), re.IGNORECASE)
_KINDS = [""] + [kind for kind, _ in _DIGITS + _WORDS]
MARKS = {",": ",", ".": ".", "/": "/", "$": "$", "£": "$", "€": "$", "%": "%", "(": "(", ")": ")", "+": "+"}
MARKS |= {'"': '"', "“": '"', "”": '"', "–": "_", "—": "_", "--": "_", "-": "_"}
"""Mark -> its code."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """`codes[k]` is the code of the piece `texts[k]` (cleaned, as written), which covers `starts[k]` to `ends[k]`."""

    codes: str
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def pieces(annotation: Annotation, codes: Mapping[str, str]) -> Pieces:
    """The pieces of all paragraphs; `codes` gives each known word (lower case) its code."""
    out: list[str] = []
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _paragraphs(annotation):
        raw = annotation.text[start:end].translate(_PLAIN)
        offsets: range | list[int] = range(start, end)
        if _INVISIBLE.search(raw):
            offsets = [start + k for k, char in enumerate(raw) if not _INVISIBLE.match(char)]
            raw = _INVISIBLE.sub("", raw)
        for match in _PIECE.finditer(raw):
            text = match.group()
            if text.isspace():
                continue
            kind = _KINDS[match.lastindex or 0]
            code = _code(kind, text) if kind not in "wx" else codes.get(_known(text))
            if kind == "#" and match.start() and raw[match.start() - 1].isalpha():  # "R2000", "A380"
                code = "h"
            if code is None:
                code = MARKS.get(text, "N" if text[0].isupper() else OTHER)
            at, stop = match.span()
            if code == "_" and text == "-" and at > 0 and stop < len(raw) and not (raw[at - 1] + raw[stop]).isspace():
                code = OTHER if raw[at - 1] == " " or raw[stop] == " " else "-"
            out.append(code)
            texts.append(text)
            starts.append(offsets[at])
            ends.append(offsets[stop - 1] + 1)
        out.append(BREAK)
        texts.append("")
        starts.append(end)
        ends.append(end)
    return Pieces("".join(out), tuple(texts), tuple(starts), tuple(ends))


def _paragraphs(annotation: Annotation) -> Iterator[tuple[int, int]]:
    at: int | None = None
    start = end = 0
    for sentence in annotation.sentences:
        if sentence.paragraph != at:
            if at is not None:
                yield start, end
            at, start = sentence.paragraph, sentence.start
        end = sentence.end
    if at is not None:
        yield start, end


@lru_cache(maxsize=4096)
def _known(text: str) -> str:
    """The form under which the lexicon knows a word: lower case, without the dots of an abbreviation."""
    return text.lower().replace(".", "").replace(" ", "") or text


@lru_cache(maxsize=4096)
def _code(kind: str, text: str) -> str:
    if kind != "#":
        return kind
    number = int(text)
    if len(text) == 4 and 1000 <= number <= 2199:
        return "g"
    if len(text) == 4:
        return "t"
    if len(text) > 2 and not (len(text) == 3 and number < 100):
        return "f" if len(text) == 3 else "h"
    for limit, code in ((0, "i"), (12, "a"), (24, "b"), (31, "c"), (59, "d")):
        if number <= limit:
            return code
    return "e"
