"""Dates of a report or a post itself, not of what it tells: in its dateline ("MOSCOW, February 29 (Agency) --"), alone
in a line, or after the name of an account."""

from __future__ import annotations

import re
from datetime import date

from dateline.extractors.syntax import Annotation
from dateline.graph.model import Timex

_AFTER = re.compile(r"\s*(?:,?\s*\d{4}\s*)?(?:\([^)\n]{2,40}\)\s*)?(?:--|[-–—:_]|\])")
_SIGNED = re.compile(r"\(@\w{1,30}\)[ \t]*\Z")
_WEEKDAY = re.compile(r"(?:the )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|the weekend", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:report|sitrep|situation|update|bulletin|digest|summary|as of|chronology|overview)\b", re.I)
HEAD = 6
"""Sentences that make the head of a report, its title among them."""
_BEFORE = re.compile(r"[^\n.!?]{0,60}\Z")


def heads(annotation: Annotation, times: tuple[Timex, ...]) -> frozenset[Timex]:
    """The expressions that stand in a dateline, after a place in capitals and before a dash, or alone in a line, or
    after the account name that signs a post quoted in the text."""
    text = annotation.text
    return frozenset(t for t in times if _in_dateline(text, t) or alone(text, t) or _SIGNED.search(text, 0, t.start))


def day_of_report(annotation: Annotation, times: tuple[Timex, ...]) -> date | None:
    """The day that a text without a document date gives itself, in its dateline or alone in a line of its head, from
    which its weekdays can be counted; None where it names none or several. A day amid the text is not one."""
    text, sentences = annotation.text, annotation.sentences
    head = sentences[min(HEAD, len(sentences)) - 1].end if sentences else 0
    days = {
        t.span.earliest
        for t in times
        if t.start < head and t.span.earliest and t.span.earliest == t.span.latest
        if _in_dateline(text, t) or alone(text, t)
    }
    days = days or _of_heading(annotation, times)
    return days.pop() if len(days) == 1 else None


def _of_heading(annotation: Annotation, times: tuple[Timex, ...]) -> set[date]:
    """The day, or the last of the month, that a heading gives a report: "Situation Report No. 12 (as of 18 August
    2021)", "Monthly report, May 2019", the month only of a text from whose day no weekday is to be counted."""
    found = set[date]()
    weekdays = any(_WEEKDAY.search(t.text) for t in times)
    for sentence in annotation.sentences[:HEAD]:
        words = annotation.text[sentence.start : sentence.end]
        dated = [t for t in times if sentence.start <= t.start < sentence.end and t.type == "DATE" and t.span.latest]
        if not sentence.headline or len(dated) != 1 or not _REPORT.search(words):
            continue
        span = dated[0].span
        month = (
            span.earliest and span.latest and (span.earliest.year, span.earliest.month) == span.latest.timetuple()[:2]
        )
        if span.latest and month and (span.earliest == span.latest or not weekdays):
            found.add(span.latest)
    return found


def alone(text: str, timex: Timex) -> bool:
    """Whether the expression is all that its line says, besides such words as "Published"."""
    end = text.find("\n", timex.end)
    line = text[text.rfind("\n", 0, timex.start) + 1 : end if end >= 0 else len(text)]
    return (
        timex.type in ("DATE", "TIME")
        and len(line.strip()) <= len(timex.text) + 20
        and not re.search(
            r"[^\W\d_]{3,}", line.replace(timex.text, "", 1).lower().replace("published", "").replace("updated", "")
        )
    )


def _in_dateline(text: str, timex: Timex) -> bool:
    if not _AFTER.match(text, timex.end):
        return False
    before = _BEFORE.search(text, max(0, timex.start - 60), timex.start)
    words = re.findall(r"[^\W\d_]{3,}", before.group()) if before else []
    return bool(words) and words[-1].isupper()


def of_another(annotation: Annotation, times: tuple[Timex, ...]) -> frozenset[Timex]:
    """Weekdays that are counted from an event of which no date is told: "the Sunday before the election"."""
    return frozenset(t for t in times if _WEEKDAY.fullmatch(t.text) and _counts_from(annotation, t, times))


def _counts_from(annotation: Annotation, timex: Timex, times: tuple[Timex, ...]) -> bool:
    indices = annotation.within(timex.start, timex.end)
    if not indices or indices.start == 0 or indices.stop + 1 >= len(annotation.tokens):
        return False
    first, before, link = (annotation.tokens[i] for i in (indices.start, indices.start - 1, indices.stop))
    definite = "the" in (first.lemma, before.lemma)
    return definite and link.lemma in ("before", "after") and not any(t.start == link.end + 1 for t in times)
