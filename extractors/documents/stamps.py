"""Dates of publication in a head that was flattened into one line: headline, byline, date and story run together.

"Dockers win strike 5th January 2020 06:29 PM PORT SELWYN: Dockers …" carries a time stamp, "… For immediate release:
5 January 2020 …" a label, and "By Jane Roe January 5, 2020 PORT SELWYN -- Dockers …" a place in capitals after the
date. A preposition ("on 5 January 2020 10:45 AM", "January 5, 2020 at 11:00") makes the date an event's.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.extractors.documents.days import Day
from dateline.extractors.documents.words import any_of, words

PLACE = r"[A-Z][A-Z.'’-]{2,}(?:[ /-][A-Z][A-Z.'’-]+){0,3}(?:,\s*[A-Z][\w.'’ -]{1,30}?|\s*\([^()\n]{1,40}\)){0,2}"
"""A place in capitals, as datelines set it, with its region and the agency."""

_STAMP = re.compile(
    r"[\s,]*\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\b|hrs\b|h\b|(?-i:IST|GMT|UTC|BST|CET|[ECMP][SD]T|SAST)\b)",
    re.I,
)
_PLACE_AFTER = re.compile(rf"\s+{PLACE}\s*(?:—|–|--|-(?=\s)|:(?=\s))")
_LAST_WORD = re.compile(r"([\w’'-]+)[\s,;:]*$")
_LABEL = re.compile(r"\s*:\s*$")


def day_of_running_head(head: str, found: tuple[Day, ...]) -> date | None:
    """The first of the dates `found` in `head` that is stamped, labelled, or followed by a dateline's place."""
    for each in found:
        before = head[: each.start]
        if not each.short and (_is_labelled(before) or _is_stamp(before, head, each.end)):
            return each.date
    return None


def _is_labelled(before: str) -> bool:
    colon = _LABEL.search(before)
    if not colon:
        return False
    label = before[max(colon.start() - 40, 0) : colon.start()]
    return any(found.end() == len(label) for found in any_of("labels", "running").finditer(label))


def _is_stamp(before: str, head: str, end: int) -> bool:
    last = _LAST_WORD.search(before)
    if last and last[1].lower() in words("labels", "not_before"):
        return False
    return bool(_STAMP.match(head, end) or _PLACE_AFTER.match(head, end))
