"""Calendar periods (a day, an ISO week, a month … a century): their TIMEX3 value, their days, and steps between them.

A period is known by its granularity and first day. Winter is named after the year of its December; seasons are those
of the northern hemisphere and reach over both the meteorological and the astronomical bounds, since news means either.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from dateline.graph.model import TimeSpan

Granularity = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]

FINEST_FIRST: tuple[Granularity, ...] = (
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_IN: dict[Granularity, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120}
UNIT_PERIOD: dict[str, Granularity] = {
    "second": "day",
    "minute": "day",
    "hour": "day",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "season": "season",
    "half": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "millennium": "century",
}
"""Unit of the lexicon -> the calendar period that "this" one of it is."""
_SEASON_LAST = {3: (6, 21), 6: (9, 22), 9: (12, 21), 12: (3, 20)}


class OutOfCalendar(ValueError):
    """The step leaves the years 1 to 9999."""


class Period(NamedTuple):
    """One calendar period; make it with `period`, so that `first` is its true first day."""

    granularity: Granularity
    first: date

    @property
    def last(self) -> date:
        """The last day that belongs to the period."""
        return self.first if self.granularity == "day" else _last(self)

    @property
    def span(self) -> TimeSpan:
        """First and last day."""
        return TimeSpan(self.first, self.last)

    @property
    def value(self) -> str:
        """The TIMEX3 value: 2020-01-05, 2019-W52, 2019-W52-WE, 2019-10, 2019-Q3, 2019-WI, 2019-H1, 2019, 199X, 19."""
        year = f"{self.first.year:04}"
        match self.granularity:
            case "day":
                return self.first.isoformat()
            case "week" | "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.granularity == "weekend" else "")
            case "month":
                return f"{year}-{self.first.month:02}"
            case "quarter":
                return f"{year}-Q{(self.first.month + 2) // 3}"
            case "season":
                return f"{year}-{next(code for code, month in SEASON_MONTH.items() if month == self.first.month)}"
            case "half":
                return f"{year}-H{1 if self.first.month == 1 else 2}"
            case "year":
                return year
            case "decade":
                return year[:3] + "X"
            case "century":
                return year[:2]

    def shift(self, steps: int) -> Period:
        """The period `steps` later (earlier where negative), of the same granularity.

        Raises `OutOfCalendar`.
        """
        days = {"day": 1, "week": 7, "weekend": 7}.get(self.granularity)
        try:
            if days:
                return Period(self.granularity, self.first + timedelta(days=days * steps))
            if self.granularity == "century":
                return Period("century", self.first.replace(year=self.first.year + 100 * steps))
            months = self.first.year * 12 + self.first.month - 1 + steps * MONTHS_IN[self.granularity]
            if not MINYEAR <= months // 12 <= MAXYEAR:
                raise OutOfCalendar(str(months // 12))
            return Period(self.granularity, date(months // 12, months % 12 + 1, 1))
        except (OverflowError, ValueError) as error:
            raise OutOfCalendar(f"{self.value} moved by {steps}") from error


@lru_cache(maxsize=4096)
def _last(at: Period) -> date:
    if at.granularity == "season":
        month, day = _SEASON_LAST[at.first.month]
        return date(at.first.year + (month == 3), month, day)
    if at.granularity == "weekend":
        return at.first + timedelta(days=1)
    try:
        return at.shift(1).first - timedelta(days=1)
    except OutOfCalendar:
        return date.max


def period(granularity: Granularity, day: date) -> Period:
    """The period of that granularity in which `day` lies; the weekend of a day is that of its ISO week."""
    month = day.month
    match granularity:
        case "day":
            return Period("day", day)
        case "week":
            return Period("week", day - timedelta(days=min(day.weekday(), (day - date.min).days)))
        case "weekend":
            return Period("weekend", day + timedelta(days=5 - day.weekday()))
        case "month":
            return Period("month", day.replace(day=1))
        case "quarter":
            return Period("quarter", date(day.year, month - (month - 1) % 3, 1))
        case "season":
            year = day.year - 1 if month < 3 and day.year > 1 else day.year
            return Period("season", date(year, month - month % 3 if month >= 3 else 12, 1))
        case "half":
            return Period("half", date(day.year, 1 if month < 7 else 7, 1))
        case "year":
            return Period("year", date(day.year, 1, 1))
        case "decade":
            return Period("decade", date(max(day.year - day.year % 10, 1), 1, 1))
        case "century":
            return Period("century", date(max(day.year - day.year % 100, 1), 1, 1))


def moved(day: date, steps: int, granularity: str) -> date:
    """`day` moved by so many days, weeks, months, years …; the last day of a shorter month where it has no such day.

    Raises `OutOfCalendar`.
    """
    try:
        if granularity in ("day", "week", "fortnight", "weekend"):
            return day + timedelta(days=steps * {"day": 1, "fortnight": 14}.get(granularity, 7))
        size = {"quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
        months = day.year * 12 + day.month - 1 + steps * size.get(granularity, 1)
        year, month = months // 12, months % 12 + 1
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day if year < MAXYEAR else 28
        return date(year, month, min(day.day, last))
    except (OverflowError, ValueError) as error:
        raise OutOfCalendar(f"{day} moved by {steps} {granularity}") from error
