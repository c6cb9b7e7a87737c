"""Names that were written in another script come in several spellings: "Suleimani", "Soleimani"; "Hashed", "Hashd".

What differs between Latin spellings of Arabic, Persian, Hebrew, Cyrillic and Indic names is above all the short vowels,
doubled letters and q for k (see the tables of the Library of Congress, ALA-LC, beside the usage of newspapers). Names
of other countries are left alone: Jensen and Jansen are two people.
"""

from __future__ import annotations

import re

COUNTRIES = frozenset(
    {"AFG", "ARE", "ARM", "BGD", "BHR", "BLR", "BGR", "DZA", "EGY", "ERI", "ETH", "GEO"}
    | {"IND", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KWT", "LBN", "LBY", "LKA", "MAR"}
    | {"MKD", "MMR", "MNG", "NPL", "OMN", "PAK", "PSE", "QAT", "RUS", "SAU", "SDN", "SRB"}
    | {"SYR", "TJK", "TUN", "UKR", "YEM"}
)
"""Where names are mostly written in another script, ISO 3166-1 alpha-3."""

_MARKS = frozenset({"al", "el", "abu", "abd", "ibn", "bin", "bint", "ben", "hajj", "mullah"})
"""Words of a name that tell its origin where no country is known."""
_SHORT = 4
"""Words of so few letters, or fewer, are compared as they are: too little of them is left without vowels."""
_ENDING = re.compile(r"(iy|yy|ii|ij|y)$")
_EPENTHETIC = re.compile(r"(?<=[^aeiou])a(?=[^aeiou]$)")


def spelled(name: str, country: str | None) -> str | None:
    """One form for all spellings of a name of several words, made alike beforehand (`identity.same_name`).

    `None` where neither the country nor the name itself tells that it was written in another script.
    """
    words = name.split()
    if len(words) < 2 or not (country in COUNTRIES or _MARKS.intersection(words)):
        return None
    return " ".join(_word(word) for word in words)


def _word(word: str) -> str:
    if word in ("al", "el", "ul"):
        return "al"
    if len(word) <= _SHORT:
        return word
    plain = re.sub(r"(.)\1", r"\1", _ENDING.sub("i", word.replace("q", "k").replace("ou", "u").replace("ey", "ei")))
    inner = plain[1:-1].translate(str.maketrans("eo", "au"))
    return _EPENTHETIC.sub("", f"{plain[0]}{inner}{plain[-1]}")
