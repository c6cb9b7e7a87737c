"""The day a text was written, from the text alone: published line, dateline, date line, byline, dated caption.

A date merely told of ("On March 3, 2011, the quake struck"), a copyright line, and a month or year without a day never
count; where two readings compete the answer is unknown, never a guess.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from dateline.extractors.documents.captions import day_of_captions
from dateline.extractors.documents.days import Day, days
from dateline.extractors.documents.stamps import day_of_running_head
from dateline.extractors.documents.words import any_of

HEAD_LINES, TAIL_LINES = 12, 4
"""How many lines that are not blank count as the head and the foot of a text."""
HEAD = 600
"""Code points within which a dateline may follow a headline and a byline on the same line."""
SHORT = 160
"""Longer lines are no header lines, in code points."""
PROSE = 25
"""Lines of more words are the story's."""

_COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights reserved", re.I)
_DASH = r"\s*(?:—|–|―|--|-(?=\s|$)|:(?=\s))"
_AGENCY = r"(?:\s*\([^()\n]{1,60}\)|\s*/[A-Z][\w -]{1,30}/|,?\s+[A-Z]{2,}\b)?"
_CAPITALS = r"[A-Z][A-Z.'’-]{2,}(?:[ /-][A-Z][A-Z.'’-]+){0,3}"
_NAME = r"[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,3}"
_REGION = r"(?:,\s*[A-Z][\w.'’ -]{1,30}?)?"
_JOIN = rf"(?:,|\s*\(|{_DASH})?\s*$"
_PLACE_IN_CAPITALS = re.compile(rf"(?:^|[\s(])\(?{_CAPITALS}\)?{_REGION}{_AGENCY}{_JOIN}")
_PLACE_AT_START = re.compile(rf"^[\W_]{{0,3}}{_NAME}\)?{_REGION}{_AGENCY}{_JOIN}")
_CLOSED = re.compile(rf"\s*\)?{_AGENCY}(?:{_DASH}|\s*$)")
_FULL_STOP = re.compile(r"\.\s+(?=[\"“‘']?[A-ZÀ-Þ])")
_PLACE_AFTER = re.compile(
    rf"\s*(?:(?:,|{_DASH})\s*{_CAPITALS}{_REGION}{_AGENCY}{_DASH}|\({_CAPITALS}{_REGION}\){_DASH})"
)
_CLOCK = r"\d{1,2}(?:[:.]\d\d){1,2}\s*(?:[ap]\.?m\b\.?|hrs\b|h\b)?|\d{1,2}\s*(?:[ap]\.?m\b\.?|h\b|hrs\b|hours\b)"
_TIME = rf"(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?|(?:[\s,|•·—–-]|\bat\b)+(?:{_CLOCK})(?:\s*\(?(?-i:[A-Z]{{2,5}})\b\)?)?)?"
_NOTHING_AFTER = re.compile(rf"{_TIME}(?:\s+(?:last\s+)?updated{_TIME})?\W*", re.I)
_NOTHING_BEFORE = re.compile(rf"[\W_]*(?:on\s+)?(?:(?:{_CLOCK})\s*(?-i:[A-Z]{{2,4}})?[\s,]*)?", re.I)
_CAPITAL_START = re.compile(rf"\s*{_CAPITALS}{_REGION},\s*")
_SENTENCE_AFTER = re.compile(r"\s+[A-Z][a-z]*\s+[\w-]+")
_NO_PROSE_AFTER = re.compile(
    rf"{_TIME}(?:\W*|\s*[|•·;(].{{0,80}}|\s*[,—–-]+\s*(?-i:[A-Z\d]).{{0,80}}|\s+(?:by|in|last|updated|modified)\b.{{0,80}})",
    re.I,
)
_LABEL_TAIL = re.compile(r"(?:\s+by\s+.{1,40}?)?(?:\s+in\s+[^.]{1,30}?)?(?:\s+(?:on|at))?\s*:?$", re.I)
_BYLINE = re.compile(r"^\W*(?:by|text by|story by)\s+[A-Z].{1,80}?(?:[|•·,;:—–(-]|\son)?\s*$", re.I)
_CREDIT = re.compile(
    r"\W*(?:(?i:(?:text|story|words|posted|written|published|filed|reported) by)\s+\S+|(?i:by)\s+[A-Z][\w.'’-]*)"
    r"(?:[\s,|•·;:—–-]+(?:[A-Z][\w.'’-]*|and|for|in|of|the|on|at|de|van|von|bin|al))*\W*"
)
_SEPARATOR = re.compile(r"\s*[|•·,;:—–()]\s*|\s-\s")
_STORY = r"\bthis\s+(?:story|article|report|piece|post|interview|column|essay|editorial|dispatch)\b"
_STORY_PUBLISHED = re.compile(
    rf"{_STORY}[^.\n]{{0,30}}?\b(?:published|posted|appeared|ran|written|filed)\b[^.\n]{{0,60}}?\bon\s+(?:the\s+)?$",
    re.I,
)


class _Line(NamedTuple):
    text: str
    days: tuple[Day, ...]


def day_of_text(text: str) -> date | None:
    """The day `text` was written or published as it says itself, else `None`."""
    lines = [line for line in text.split("\n") if line.strip()]
    head = [_dated(line) for line in _before_prose(lines[:HEAD_LINES])]
    tail = [_dated(line) for line in lines[HEAD_LINES:][-TAIL_LINES:]]
    return (
        _labelled(head + tail)
        or _this_story(text)
        or _dateline(head)
        or _date_line(head, lines)
        or _byline(head)
        or _running_head(head)
        or day_of_captions(text)
    )


def day_of_line(line: str) -> date | None:
    """The day on a line that says it was published then: "Posted on 5 January 2020"."""
    return _labelled([_dated(line)])


def is_credit(line: str) -> bool:
    """Whether a line says no more than who wrote the text, and when: "By Jane Roe", "Posted by admin on 5 May 2020"."""
    text = line.strip()
    if len(text) > SHORT or "\n" in text:
        return False
    dated = next(days(text, short_years=True), None)
    bare = text[: dated.start] if dated else text
    return bool(day_of_line(text)) or not bare.strip(" ,*_") or bool(_CREDIT.fullmatch(bare))


def _before_prose(lines: list[str]) -> list[str]:
    """The lines up to the first that is long enough to be a paragraph of the story, and that line."""
    prose = (number for number, line in enumerate(lines, 1) if len(line.split()) > PROSE)
    return lines[: next(prose, len(lines))]


def _dated(line: str) -> _Line:
    """The line with the dates near its start; none where it is a copyright line."""
    return _Line(line, () if _COPYRIGHT.search(line[:SHORT]) else tuple(days(line[: HEAD + SHORT], short_years=True)))


def _labelled(lines: list[_Line]) -> date | None:
    """ "Published: 5 January 2020", "Posted by the editors on …"; "Updated …" only where nothing better stands."""
    updated = None
    for line in lines:
        for each in line.days:
            if each.short or not _NO_PROSE_AFTER.fullmatch(line.text, each.end):
                continue
            before = re.split(r"[|•·]|\s[—–-]\s|\d\s+(?=[A-Za-z])", line.text[: each.start])[-1].strip(" \t*_#>[(")
            if _is_label("published", before):
                return each.date
            if _is_label("updated", before):
                updated = updated or each.date
    return updated


def _is_label(kind: str, words: str) -> bool:
    label = any_of("labels", kind).match(words)
    return label is not None and _LABEL_TAIL.fullmatch(words, label.end()) is not None


def _this_story(text: str) -> date | None:
    """ "This article was first published in the Example Post on January 5, 2020"."""
    for story in re.finditer(_STORY, text, re.I):
        window = text[story.start() : story.start() + SHORT]
        for each in days(window):
            if _STORY_PUBLISHED.match(window[: each.start]):
                return each.date
    return None


def _dateline(head: list[_Line]) -> date | None:
    """ "BAGHDAD, Jan. 5, 2020 —" also after a headline on its line; "Baghdad, Jan. 5, 2020 —" where a paragraph starts
    with it, also with a full stop for the dash; "5 January 2020, BAGHDAD —"."""
    found = set()
    for number, line in enumerate(head):
        for each in line.days:
            before = line.text[: each.start]
            closed = _CLOSED.match(line.text, each.end)
            stopped = _FULL_STOP.match(line.text, each.end) if before.rstrip().endswith(",") else None
            if not before.strip(" (") and _PLACE_AFTER.match(line.text, each.end):
                found.add(each.date)
            elif closed and each.start < HEAD and _PLACE_IN_CAPITALS.search(before):
                return each.date
            elif _CAPITAL_START.fullmatch(before) and _SENTENCE_AFTER.match(line.text, each.end):
                return each.date  # "PORT SELWYN, January 5, 2020 Dockers went back"
            elif (opened := closed or stopped) and _PLACE_AT_START.match(before):
                left = len(line.text) - opened.end()
                if left > 60 or (left == 0 and number > 0):  # a paragraph, or a line by itself that is no headline
                    found.add(each.date)
    return found.pop() if len(found) == 1 else None


def _running_head(head: list[_Line]) -> date | None:
    found = (day_of_running_head(line.text[: HEAD + SHORT], line.days) for line in head)
    return next((each for each in found if each), None)


def _date_line(head: list[_Line], lines: list[str]) -> date | None:
    """A line that is a date and nothing else, or a masthead with its date; a chronology has many and gives none."""
    short = (_dated(line) for line in lines if len(line.strip()) <= 60)
    if len({each.date for line in short for each in line.days if _is_alone(line, each)}) > 1:
        return None
    for line in head:
        for each in line.days:
            if _is_alone(line, each) or _is_masthead(line, each):
                return each.date
    return None


def _is_alone(line: _Line, day: Day) -> bool:
    return (
        not day.short
        and bool(_NOTHING_BEFORE.fullmatch(line.text[: day.start]))
        and bool(_NOTHING_AFTER.fullmatch(line.text, day.end))
    )


def _is_masthead(line: _Line, day: Day) -> bool:
    """ "The Example Post, January 5, 2020, page A1": capitalised names set off from the date, one of a newspaper."""
    before, after = line.text[: day.start].strip(), line.text[day.end :].strip()
    if day.short or len(line.text) > SHORT or not (_SEPARATOR.fullmatch(before[-1:]) or before[-1:] in ("", "-")):
        return False
    if not (_SEPARATOR.fullmatch(after[:1]) or after[:1] in ("", "-")):
        return False
    segments = [segment.split() for side in (before, after) for segment in _SEPARATOR.split(side) if segment]
    named = all(not word[0].islower() or word in ("of", "the", "and", "page") for words in segments for word in words)
    short = all(len(words) <= 6 for words in segments)
    return named and short and bool(any_of("masthead", "words").search(f"{before} | {after}"))


def _byline(head: list[_Line]) -> date | None:
    """ "By Jane Roe, January 5, 2020"."""
    for line in head:
        for each in line.days:
            if (
                not each.short
                and len(line.text) <= SHORT
                and _BYLINE.match(line.text[: each.start])
                and _NO_PROSE_AFTER.fullmatch(line.text, each.end)
            ):
                return each.date
    return None
