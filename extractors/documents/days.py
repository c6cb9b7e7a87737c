"""Full absolute dates as a dateline, a byline or a page's metadata writes them: year, month and day, or nothing.

Times of day and zones are left alone: the day is the publisher's own. `01/02/2020` has two readings and is read only
where they agree, one is impossible, or a weekday decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
FULL_DATE = re.compile(
    rf"""(?<![\w/.-])(?:(?P<weekday>{WEEKDAY})\.?,?\s+(?:the\s+)?)?(?:
      (?P<month1>{MONTH})\.?\s+(?P<day1>{_DAY}),?\s+(?P<year1>{_YEAR})
    | (?P<day2>{_DAY})(?:\s+of)?[\s-]+(?P<month2>{MONTH})\.?,?[\s-]+(?P<year2>{_YEAR})
    | (?P<year3>{_YEAR})(?P<sep3>[-/.])(?P<month3>\d\d?)(?P=sep3)(?P<day3>\d\d?)
    | (?P<day5>\d\d?)\s(?P<month5>{MONTH})\.?\s(?P<year5>\d\d)(?!\d|[:.h]\d)
    | (?P<first4>\d\d?)(?P<sep4>[-/.])(?P<second4>\d\d?)(?P=sep4)(?P<year4>{_YEAR})
    )(?!\w|[-/.]\d)(?:,?\s+(?P<after>{WEEKDAY})\b)?|
    (?<![\w/.-])(?P<iso>{_YEAR}-\d\d-\d\d)(?=[T\s]\d\d:\d\d)""",
    re.I | re.X,
)
"""A full date with the weekday beside it."""
_URL_DATES = (
    re.compile(rf"/({_YEAR})[/-](\d\d?)[/-](\d\d?)(?=[/_.-]|$)"),
    re.compile(rf"/({_YEAR})/({MONTH})/(\d\d?)(?=[/_.-]|$)", re.I),
    re.compile(rf"[_.-]({_YEAR})-(\d\d)-(\d\d)(?=/|\.\w+$|$)"),
    re.compile(rf"/({_YEAR})(\d\d)(\d\d)(?=[/_.-]|$)"),
)


class Day(NamedTuple):
    """A date and the code points `start` to `end` (exclusive) that name it; `short` where the year has two digits."""

    start: int
    end: int
    date: date
    short: bool = False


def days(text: str, *, short_years: bool = False) -> Iterator[Day]:
    """All full dates in `text`, in order; what is no day of the calendar (31 February) is passed over.

    With `short_years` also "28 DEC 89", as agencies wrote it, read after POSIX: 69 to 99 are of the last century.
    """
    for match in FULL_DATE.finditer(text):
        short = match["year5"] is not None
        if (found := _read(match)) and (short_years or not short):
            yield Day(match.start(), match.end(), found, short)


def day(text: str) -> date | None:
    """The first full date in `text`."""
    return next((each.date for each in days(text[:200])), None)


def day_of_url(url: str) -> date | None:
    """The date in the path of an address, as in `/2020/01/05/title`."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*", "", url, flags=re.I | re.S)
    for pattern in _URL_DATES:
        for year, month, day_ in pattern.findall(path):
            found = _date(year, _month(month), day_)
            if found:
                return found
    return None


def _read(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["iso"]:
        return _date(*part["iso"].split("-"))
    if part["year1"]:
        return _date(part["year1"], _month(part["month1"]), part["day1"])
    if part["year2"]:
        return _date(part["year2"], _month(part["month2"]), part["day2"])
    if part["year5"]:
        century = "19" if int(part["year5"]) >= 69 else "20"
        return _date(century + part["year5"], _month(part["month5"]), part["day5"])
    if part["year3"]:
        return _date(part["year3"], part["month3"], part["day3"])
    day_first = _date(part["year4"], part["second4"], part["first4"])
    if part["sep4"] == ".":
        return day_first  # only written day first
    month_first = _date(part["year4"], part["first4"], part["second4"])
    readings = {each for each in (day_first, month_first) if each}
    weekday = part["weekday"] or part["after"]
    if weekday and len(readings) > 1:
        readings = {each for each in readings if _WEEKDAYS[each.weekday()] == weekday[:3].lower()}
    return readings.pop() if len(readings) == 1 else None


def _month(name: str) -> str:
    return name if name.isdigit() else str(_MONTHS.index(name[:3].lower()) + 1)


def _date(year: str, month: str, day_: str) -> date | None:
    try:
        return date(int(year), int(month), int(re.sub(r"\D", "", day_)))
    except ValueError:
        return None
