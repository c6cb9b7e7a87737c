"""One key for the many spellings of a place name."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e"}
)
_DROPPED = re.compile(r"['’‘`ʻʼ´.]")
_PARTING = re.compile(r"[^a-z0-9]+")
_SHORT = (
    (re.compile(r"\bsaint\b"), "st"),
    (re.compile(r"\bsainte\b"), "ste"),
    (re.compile(r"^mount\b"), "mt"),
    (re.compile(r"^fort\b"), "ft"),
)


def fold(name: str) -> str:
    """The key of `name`: lower case, no accents, dots or apostrophes, single spaces, "Saint" as "st".

    >>> fold("N'Djamena"), fold("Saint-Étienne"), fold("U.S.")
    ('ndjamena', 'st etienne', 'us')
    """
    text = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _PARTING.sub(" ", _DROPPED.sub("", text).replace("&", " and ")).strip()
    for pattern, short in _SHORT:
        text = pattern.sub(short, text)
    return text
