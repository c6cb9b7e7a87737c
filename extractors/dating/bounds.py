"""From an expression in its role to the begin and end of an event, with the reason in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.extractors.dating.attach import Attachment
from dateline.graph.model import Modality, TimeSpan, Timex

_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
_EITHER = re.compile(r"\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]")
_HOUR = re.compile(r"(?:about|around|nearly|just)? ?[\d:.]+ ?(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?|noon|midnight|dawn|dusk")


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event began and ended, the expression that says so, and why."""

    begin: TimeSpan
    end: TimeSpan
    timex: Timex | None
    reason: str


def days_long(value: str | None) -> int | None:
    """About how many days a TIMEX3 duration has; None where it says no number. Less than a day counts as none."""
    match = _LENGTH.fullmatch(value or "")
    if not match or value == "P":
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return years * 365 + months * 30 + weeks * 7 + days


def hour_only(timex: Timex) -> bool:
    """Whether the words name an hour without its day, "at 7 pm", which may be of the day before the report."""
    return timex.type == "TIME" and _HOUR.fullmatch(timex.text.lower()) is not None


def readings(timex: Timex) -> tuple[str, ...]:
    """The days that figures such as 01/02/2019 can be read as, where they are two."""
    two = _EITHER.fullmatch(timex.edtf or "")
    return (two[1], two[2]) if two else ()


def _one_of_two(timex: Timex, day: date | None, *, ahead: bool) -> Timex:
    """The expression with the one of its two readings that lies on the event's side of the document date, if only one
    does."""
    first, last = timex.span.earliest, timex.span.latest
    if day is None or not readings(timex) or first is None or last is None or not first <= day < last:
        return timex
    one = last if ahead else first
    return replace(timex, value=str(one), edtf=str(one), span=TimeSpan(one, one))


def quoted(timex: Timex) -> str:
    """The expression's words, and in EDTF what they were read as unless they say it themselves."""
    words = repr(" ".join(timex.text.split()))
    if either := readings(timex):
        return f"{words} (two readings: {' or '.join(either)}, one day)"
    return f"{words} ({timex.edtf})" if timex.edtf and timex.edtf != timex.text else words


def unread(timex: Timex) -> bool:
    """Whether the words are a date that gives no days: on no calendar ("31 February"), counted from nothing that is
    known ("Friday" without a document date), or vague ("recently")."""
    vague = timex.value in (None, "PAST_REF")
    return timex.type in ("DATE", "TIME") and vague and not known(timex.span) and not hour_only(timex)


def blocked(timex: Timex, day: date | None, modality: Modality) -> Dating:
    """The dating of an event that is told with such words: whatever tense allows, but no day of the story."""
    words = f"{quoted(timex)} gives no days"
    if day is None:
        return Dating(TimeSpan(), TimeSpan(), timex, f"{words}, and the document has no date")
    if modality == "ongoing":
        return Dating(TimeSpan(None, day), TimeSpan(day, None), None, f"{words}: going on at {day}")
    ahead = modality != "actual"
    span = TimeSpan(day, None) if ahead else TimeSpan(None, day)
    return Dating(span, span, None, f"{words}: not {'before' if ahead else 'after'} {day}")


def known(span: TimeSpan) -> bool:
    """Whether some side is bounded."""
    return span.earliest is not None or span.latest is not None


def at(found: Attachment, day: date | None, modality: Modality) -> Dating | None:
    """The dating that one expression gives; None where it says nothing of days."""
    ongoing, ahead = modality == "ongoing", modality not in ("actual", "ongoing")
    timex = _one_of_two(found.timex, day, ahead=ahead)
    span, words = timex.span, quoted(timex)
    if timex.type == "DURATION" and not known(span):
        return _lasting(found, day, ongoing=ongoing)
    if not known(span) or (timex.type == "DURATION" and span.earliest == day and not ahead):
        return None  # "has announced cuts over the next four years" is not said of the announcing
    if found.until is not None and known(found.until.span):
        return _run(found, timex, found.until)
    open_end = TimeSpan(day or span.earliest, None)
    hour = timex.type == "TIME" and found.role in ("before", "after", "by", "until")
    match "at" if hour else found.role:
        case "since":
            return Dating(span, open_end, timex, f"since {words}, not said to have ended")
        case "start":
            return Dating(span, TimeSpan(span.earliest, None), timex, f"from {words} on")
        case "until":
            return Dating(TimeSpan(None, span.latest), span, timex, f"until {words}")
        case "end":
            return Dating(TimeSpan(None, span.latest), span, timex, f"ended {words}")
        case "by":
            return Dating(TimeSpan(None, span.latest), TimeSpan(None, span.latest), timex, f"by {words}")
        case "before":
            before = TimeSpan(None, span.latest)
            return Dating(before, before, timex, f"before {words}")
        case "after":
            after = TimeSpan(span.earliest, day if day and span.earliest and span.earliest <= day else None)
            return Dating(after, TimeSpan(span.earliest, None), timex, f"after {words}")
        case _:
            if ongoing:
                return Dating(_not_after(span, day), open_end, timex, f"{words}, and going on")
            return Dating(span, span, timex, words)


def _run(found: Attachment, first: Timex, last: Timex) -> Dating:
    """ "from 2003 to 2011" begins and ends; "between Sunday and Tuesday" is some time in that."""
    if found.role == "start":
        return Dating(first.span, last.span, first, f"from {quoted(first)} to {quoted(last)}")
    within = TimeSpan(first.span.earliest, last.span.latest)
    return Dating(within, within, first, f"between {quoted(first)} and {quoted(last)}")


def told_on(dating: Dating, day: date | None, modality: Modality) -> Dating:
    """The same with its begin cut at the document date where that lies within: what has happened lies before it, what
    is planned after it."""
    span = dating.begin
    ahead = modality not in ("actual", "ongoing")
    if ahead and day and span.earliest is None and span.latest and span.latest > day:
        begin = TimeSpan(day, span.latest)
        return Dating(begin, begin if dating.end == span else dating.end, dating.timex, dating.reason)
    if day is None or span.earliest is None or span.latest is None or not span.earliest < day < span.latest:
        return dating
    begin = TimeSpan(day, span.latest) if ahead else TimeSpan(span.earliest, day)
    same = dating.end == span
    return Dating(begin, begin if same else dating.end, dating.timex, dating.reason)


def _not_after(span: TimeSpan, day: date | None) -> TimeSpan:
    if day and span.latest and span.earliest and span.earliest <= day < span.latest:
        return TimeSpan(span.earliest, day)
    return span


def _lasting(found: Attachment, day: date | None, *, ongoing: bool) -> Dating | None:
    """ "for three days": with the perfect, up to now; otherwise only a length, for the end to be reckoned with."""
    length = days_long(found.timex.value)
    if found.role != "for" or length is None or day is None or not ongoing:
        return None
    begin = day - timedelta(days=length)
    slack = max(length // 10, 0)
    return Dating(
        TimeSpan(begin - timedelta(days=slack), begin + timedelta(days=slack)),
        TimeSpan(day, None),
        found.timex,
        f"for {found.timex.text!r} up to the document date {day}",
    )


def ended(dating: Dating, others: list[Attachment]) -> Dating:
    """The same with the end that another expression gives: "began on Monday and ended on Friday"."""
    for each in others:
        span = each.timex.span
        ends = each.role in ("until", "end") and each.timex is not dating.timex and known(span)
        if ends and dating.begin.earliest and span.latest and dating.begin.earliest <= span.latest:
            word = "until" if each.role == "until" else "ended"
            return Dating(dating.begin, span, dating.timex, f"{dating.reason}, {word} {quoted(each.timex)}")
    return dating


def lengthened(dating: Dating, lengths: list[Timex], day: date | None) -> Dating:
    """The same with its end moved by the length that "for three days" gives, or its begin where the end is told. Of an
    event without a date it may be the time before the report or, as in "closed it for three days", after it; of months
    that reach beyond the report it is what was decided, "jailed for five years"."""
    for timex in lengths:
        length = days_long(timex.value)
        begin, end = dating.begin, dating.end
        if not length:
            continue
        more, reason = timedelta(days=length - 1 if length < 32 else length), f"{dating.reason}, for {timex.text!r}"
        open_end = end == TimeSpan(begin.earliest, None)
        if dating.timex is None:
            if length < 32 and begin.earliest and begin.latest and end == begin:
                around = TimeSpan(begin.earliest - more, begin.latest)
                return Dating(around, TimeSpan(begin.earliest, begin.latest + more), None, reason)
        elif begin.earliest and begin.latest and (end == begin or open_end):
            if length > 31 and day and begin.earliest + more > day:
                continue
            return Dating(begin, TimeSpan(begin.earliest + more, begin.latest + more), dating.timex, reason)
        elif begin.earliest is None and end.earliest and end.latest:
            return Dating(TimeSpan(end.earliest - more, end.latest - more), end, dating.timex, reason)
    return dating
