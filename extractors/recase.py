"""Text set all in capitals, or all in small letters, and headlines in title case, given the case a parser expects.

Old wires, teletype and scraped text come without case. Words that English has are set small, others are taken for
names; sentence starts, months, weekdays, short forms and the names that they stand for get their capitals. Length never
changes, so offsets hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.extractors.abbreviations import Spelled, spelled
from dateline.extractors.countries import countries
from dateline.extractors.words import word_lists

_WORD = re.compile(r"(?:[A-Za-zÀ-ÿ]\.){2,}|[A-Za-zÀ-ÿ]+(?:'[A-Za-zÀ-ÿ]+)?")
_START = re.compile(r"(?:(?<!\.[A-Za-z])[.!?:]['\")\]]*\s+|\n\s*\n\s*)[\"'(\[]*$")
_NOTE = re.compile(r"\[[^\[\]]*\]\s*$")
_SINCE = re.compile(r"\b(?:last|next|since)\s+$", re.IGNORECASE)
"""What stands before a month that is a word of another meaning too."""
_OPENING = re.compile(r"(?:^|[.!?:\]]['\")]*|--)\s*$")


_WITHIN = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][a-zß-ÿ]+(?:'[a-z]+)?")
_LONGEST_TITLE = 150


def is_caseless(text: str) -> bool:
    """Whether a text of some length is set in capitals throughout, or has none."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) >= 200 and (capitals > 0.8 * len(letters) or capitals < 0.004 * len(letters))


def recase(text: str) -> str:
    """The text with the case of ordinary English prose; each character stays in its place."""
    told = spelled(text)
    found = list(_WORD.finditer(text))
    names = _named(found, told)
    parts, at = [], 0
    for n, match in enumerate(found):
        following = found[n + 1][0] if n + 1 < len(found) else ""
        done = _title(_lower(match[0])) if n in names else _set(text, match, told, following)
        parts += [text[at : match.start()], done]
        at = match.end()
    return "".join([*parts, text[at:]])


def _set(text: str, match: re.Match[str], told: Spelled, following: str) -> str:
    word, small = match[0], _lower(match[0])
    if "." in word:
        return _upper(word)
    if text[max(0, match.start() - 1) : match.start()].isdigit() or _is_unit(text, match, small):
        return small
    stem = small.removesuffix("'s")
    short = len(word) <= 6 and (not _is_name(small) or stem in told.short)
    if _is_short(stem, told) or (short and _in_brackets(text, match)):
        return _upper(word[: len(stem)]) + small[len(stem) :]
    if small in word_lists("case.toml")["calendar.doubtful"]:
        return _title(small) if _by_number(text, match) else small
    if small in word_lists("case.toml")["calendar.names"] or not is_common(small) or _is_given(small, following):
        return _upper(word) if _is_initialism(small) else _title(small)
    return _title(small) if _starts(text, match.start()) else small


def _named(found: list[re.Match[str]], told: Spelled) -> frozenset[int]:
    """Which of the words are parts of names that the text abbreviates somewhere, small words within them left out."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in told.names:
        by_first.setdefault(name[0], []).append(name)
    small = [_lower(match[0]) for match in found]
    inside = set[int]()
    for n, word in enumerate(small):
        for name in by_first.get(word, ()):
            last = n + len(name)
            bare = tuple(w.removesuffix("'s") for w in small[n:last])
            if bare == name or tuple(small[n:last]) == name:
                inside.update(i for i in range(n, last) if small[i] not in word_lists("case.toml")["small.function"])
    return frozenset(inside)


def _in_brackets(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()] in ("(", "[") and text[match.end() : match.end() + 1] in (")", "]")


def _is_short(small: str, told: Spelled) -> bool:
    """Whether a word is an abbreviation that the text spells out, or one that the data knows and English has not."""
    declared = small in told.short and (len(small) > 3 or not is_common(small))
    return declared or (small in _acronyms() and not is_common(small))


@cache
def _acronyms() -> frozenset[str]:
    from dateline.extractors.actors.lexicon import organisations  # which itself needs `is_common`

    return frozenset(form.text.lower() for form in organisations() if form.text.isalpha() and form.text.isupper())


def _is_unit(text: str, match: re.Match[str], small: str) -> bool:
    """ "125 KM", "90-MM mortars"."""
    return small in word_lists("case.toml")["small.units"] and bool(
        re.search(r"\d[\s-]*$", text[max(0, match.start() - 4) : match.start()])
    )


def _is_name(small: str) -> bool:
    """Whether a word in brackets is no abbreviation but a common word or a country: "Madrid (SPAIN)"."""
    return is_common(small) or small in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(country.name.lower() for country in countries())


def _is_given(small: str, following: str) -> bool:
    """Whether a word that English has is a given name before a word that it has not: "Hector Xolindres"."""
    function = word_lists("case.toml")["small.function"]
    return small not in function and not is_common(_lower(following) or "a") and small.title() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    from dateline.extractors.actors.lexicon import given_names

    return frozenset(given_names())


def _starts(text: str, at: int) -> bool:
    before = text[:at]
    if not before.strip() or _START.search(text[max(1, at - 12) : at]):
        return True
    note = _NOTE.search(text, max(0, at - 120), at)  # a note opens a sentence where it stands at the start of one
    return note is not None and bool(_OPENING.search(text[max(0, note.start() - 6) : note.start()]))


def _by_number(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 4]
    dated = re.search(r"\d\s*$", before) or re.match(r"\s*\d", after)
    return bool(dated or _SINCE.search(text[max(0, match.start() - 8) : match.start()]))


@cache
def is_common(word: str) -> bool:
    """Whether English has the word, written small: an inflected noun, verb, adjective or adverb, or a function word."""
    from lemminflect import getAllLemmas

    stem = word.removesuffix("'s")
    return stem in word_lists("case.toml")["small.function"] or bool(getAllLemmas(stem))


def _is_initialism(small: str) -> bool:
    return 2 <= len(small) <= 5 and not re.search("[aeiouyàâäéèêíóôöúü]", small)


def _title(small: str) -> str:
    first = small[:1].upper()
    return first + small[1:] if len(first) == 1 else small


def _upper(word: str) -> str:
    """Capitals, those kept small that would change their number ("ß")."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in word)


def _lower(word: str) -> str:
    """Small letters, those kept that would change their number ("İ")."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


@dataclass(frozen=True, slots=True)
class Usage:
    """How a text writes its words outside headlines: `small` as they stand in small letters, `names` with capitals
    within a sentence."""

    small: frozenset[str]
    names: frozenset[str]


def usage(text: str) -> Usage:
    """How `text` writes its words, its headlines in title case left aside."""
    prose = "\n".join(line for line in text.split("\n") if not is_titled(line))
    small = frozenset(word for word in _WORD.findall(prose) if word.islower())
    return Usage(small, frozenset(_WITHIN.findall(prose)))


def is_titled(line: str) -> bool:
    """Whether a line is a headline in which most words have capitals: "Rebels Attack Convoy Near Gao"."""
    words = [word for word in _WORD.findall(line) if len(word) > 3]
    return (
        len(words) >= 3
        and len(line) <= _LONGEST_TITLE
        and not line.rstrip().endswith((".", "!", "?", ":", ";", ","))
        and sum(word[0].isupper() and not word.isupper() for word in words) >= 0.8 * len(words)
    )


def untitled(line: str, known: Usage) -> str:
    """A headline with capitals for names alone: words that the text writes small, and English words that it does not
    have as names, lose theirs; each character stays in its place."""
    first = _WORD.search(line)

    def word(match: re.Match[str]) -> str:
        if match.start() == (first.start() if first else -1) or not match[0].istitle():
            return match[0]
        small = _lower(match[0])
        common = small in known.small or is_common(small)
        return small if common and match[0] not in known.names and small not in _calendar() else match[0]

    return _WORD.sub(word, line)


def _calendar() -> frozenset[str]:
    names = word_lists("case.toml")
    return names["calendar.names"] | names["calendar.doubtful"]
