"""Dates in words that claim no more than is known: a month stays a month, an interval an interval."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from dateline.exports.page.strings import Strings
from dateline.graph.model import Status, TimeSpan


def words(begin: TimeSpan, end: TimeSpan, status: Status, strings: Strings) -> str:
    """When an event lasted, after the page's table of strings.

    "5 March 2021", "October 2019 (day not known)", "since 1 March 2021", "8 March 2021 to 10 March 2021, exact days
    not known", "date not known".
    """
    if begin == end and begin != TimeSpan():
        return _moment(begin, strings)
    first, last = _within(begin, strings), _within(end, strings)
    if first and end.earliest and end.latest is None and status != "Ongoing":
        return strings["when.still"].format(first=first, last=day(end.earliest, strings))
    if not first and not last:
        return strings["when.unknown"]
    if status == "Ongoing" and first and end.latest is None:
        return strings["when.since"].format(day=first)
    if not last:
        return strings["when.from"].format(day=first)
    if not first:
        return strings["when.until"].format(day=last)
    return strings["when.range"].format(first=first, last=last)


def day(value: date, strings: Strings) -> str:
    """One day in words."""
    month = strings[f"month.{value.month}"]
    return strings["when.day"].format(day=value.day, month=month, year=value.year)


def _moment(span: TimeSpan, strings: Strings) -> str:
    """Something that happened within `span`, no one says when exactly."""
    if span.earliest == span.latest and span.earliest:
        return day(span.earliest, strings)
    if span.earliest and span.latest:
        named = _named(span.earliest, span.latest, strings)
        if named:
            return strings["when.within"].format(span=named)
        return strings["when.between"].format(first=day(span.earliest, strings), last=day(span.latest, strings))
    return _within(span, strings)


def _within(span: TimeSpan, strings: Strings) -> str:
    """The bounds of one moment, empty where there are none."""
    if span.earliest is None and span.latest is None:
        return ""
    if span.earliest is None:
        assert span.latest
        return strings["when.before"].format(day=day(span.latest, strings))
    if span.latest is None:
        return strings["when.after"].format(day=day(span.earliest, strings))
    if span.earliest == span.latest:
        return day(span.earliest, strings)
    named = _named(span.earliest, span.latest, strings)
    if named:
        return named
    return strings["when.some"].format(first=day(span.earliest, strings), last=day(span.latest, strings))


def _named(first: date, last: date, strings: Strings) -> str:
    """The name of a whole month or year."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = (first.year,) if first.year == last.year else (first.year, last.year)
        return "–".join(map(str, years))
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return strings["when.month"].format(month=strings[f"month.{first.month}"], year=first.year)
    return ""
