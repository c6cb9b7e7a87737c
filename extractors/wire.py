"""The dateline with which a wire report opens: "PARIS, March 12, 2021 (Reuters) —", also behind its headline."""

from __future__ import annotations

import re
from itertools import islice

_TOWN = r"(?:(?:LA|EL|AL|DE|ST\.?) )?[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_LAND_AND_DAY = r"(?:,[^—–\n]{1,50}?|\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2})?"
_AGENCY = r"(?:\s*\([^()\n]{1,40}\))?"
_NOTES = r"(?:\[[^\[\]]{1,60}\]\s+)*"
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /-][A-ZÀ-Þ][\w.'’-]+){0,3}"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_SHOUTED = r"(?:[A-ZÀ-Þ]\w{0,2}[A-ZÀ-Þ][\w.'’-]*|[A-Z]\.)"
_WRITERS = rf"(?:By\s+(?:{_SHOUTED},?\s+){{1,4}}(?:and\s+(?:{_SHOUTED},?\s+){{1,4}})?)?"
_BEHIND = r"(?=[\"“‘'(]?[A-ZÀ-Þ0-9])"
_DATELINE = re.compile(
    rf"{_WRITERS}{_TOWN}{_AGENCY}{_LAND_AND_DAY}{_AGENCY}\s+(?:—|–|--|-)\s+{_NOTES}{_BEHIND}"
    rf"|{_NAME}(?:,\s*{_NAME})?,\s+{_DAY}{_AGENCY}(?:\s*[—–:]|\s+--?|\.)\s+{_BEHIND}"
)
"""A town in capitals, behind who wrote in capitals too, with land, day and agency at most, a dash, and the first
sentence of the report behind it, or notes that monitors of broadcasts put there ("[TEXT]"); or a town with the day,
behind which a colon or a full stop will do. Words in small letters behind capitals make a sentence of them: "NATO
forces – some of them from France – left"."""
_BEHIND_HEADLINE = re.compile(
    rf"(?<=[^\s.,;:]\s){_WRITERS}{_TOWN}(?:,[^—–\n()]{{1,50}}?)?\s*\({_NAME}\)\s*(?:—|–|--|-)\s+{_BEHIND}"
)
"""Such a dateline behind a headline on the same line, with the agency, which nothing but a dateline has, and with who
wrote in capitals before it: "Dockers go back to work By ANN EXAMPLE LYON, France (XPA) — Dockers …"."""
_HEADLINE = 250
"""Code points that a headline and who wrote take at most."""
_WORDS = 3
"""Words that a headline has at least."""
_TOWN_ALONE = re.compile(rf"^[ \t]*{_TOWN}:\s+{_BEHIND}", re.M)
"""A town in capitals and a colon, as papers of South Asia have it; who speaks in a transcript is written so too."""


def behind_headline(text: str, start: int, end: int) -> int:
    """The code point at which the report begins in `text[start:end]`, where its headline stands on the same line and a
    dateline with its agency between; `start` where there is none."""
    opened = _DATELINE.match(text, start, end)
    match = None if opened else _BEHIND_HEADLINE.search(text, start, min(end, start + 2 * _HEADLINE))
    headline = text[start : match.start()] if match is not None else ""
    return start + len(headline) if len(headline) <= _HEADLINE and len(headline.split()) >= _WORDS else start


def after_dateline(text: str, start: int, end: int) -> int:
    """The code point behind the dateline that opens `text[start:end]`; `start` where it opens with none. A town with
    no more than a colon counts only where no other line of the text opens like it."""
    match = _DATELINE.match(text, start, end) or _TOWN_ALONE.match(text, start, end)
    if match is None or (match.re is _TOWN_ALONE and any(islice(_TOWN_ALONE.finditer(text), 1, 2))):
        return start
    return match.end()
