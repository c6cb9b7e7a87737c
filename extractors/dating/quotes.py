"""Days that a speaker counts from the day of speaking: "They came yesterday," she said on Tuesday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.extractors.dating.attach import attachments
from dateline.extractors.dating.clauses import reports
from dateline.extractors.dating.sites import Sites
from dateline.extractors.quotations import is_quoted
from dateline.extractors.syntax import Annotation, Sentence
from dateline.graph.model import TimeSpan, Timex

_DEICTIC = re.compile(r"yesterday|today|tomorrow|tonight|last night|(?:yesterday|this) \w+", re.IGNORECASE)


def as_said(
    annotation: Annotation, sites: Sites, sentence: Sentence, here: list[Timex], day: date | None
) -> list[Timex]:
    """The expressions of a sentence, those in quotation marks moved to the day on which its verb of saying is dated."""
    quoted = [
        t for t in here if _DEICTIC.fullmatch(t.text) and is_quoted(annotation, annotation.within(t.start, t.end).start)
    ]
    if day is None or not quoted:
        return here
    others = [t for t in here if t not in quoted]
    verbs = [t for t in annotation.tokens[sentence.first : sentence.last] if reports(t)]
    days = {
        a.timex.span.earliest
        for verb in verbs
        for a in attachments(annotation, sites, verb, others)[:1]
        if a.role == "at" and a.timex.span.earliest == a.timex.span.latest
    }
    spoken = days.pop() if len(days) == 1 else None
    return [_moved(t, spoken - day) if spoken and t in quoted else t for t in here]


def _moved(timex: Timex, by: timedelta) -> Timex:
    first, last = timex.span.earliest, timex.span.latest
    if first is None or first != last:
        return timex
    return replace(timex, value=str(first + by), edtf=str(first + by), span=TimeSpan(first + by, first + by))
