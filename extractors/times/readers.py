"""The functions that rules name: what turns a match into a reading."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from dateline.extractors.times import clock, counted, days, deictic, lengths, named, portions, quarters, vague
from dateline.extractors.times.hit import Hit
from dateline.extractors.times.periods import OutOfCalendar
from dateline.extractors.times.reading import UNRESOLVED, Reading
from dateline.extractors.times.rules import Rule
from dateline.graph.errors import DataError

Reader = Callable[[Hit], Reading | None]

_NAMES: dict[ModuleType, str] = {
    days: "day day_of bare_day day_too days numeric",
    named: "month step_month season step_season year our_era before_christ years decade century year_end fiscal"
    " holiday",
    quarters: "quarter reported year_ago",
    deictic: "deictic two_away stepped definite weekday weekdays_ago around",
    counted: "ago later same",
    lengths: "duration either window",
    portions: "portion",
    clock: "clock day_part",
    vague: "every reference now soon noun_only nothing",
}
READERS: dict[str, Reader] = {name: getattr(module, name) for module, names in _NAMES.items() for name in names.split()}
"""Name in the rules -> reader."""


def read(rule: Rule, hit: Hit) -> Reading | None:
    """What the rule makes of its match; an expression that leads out of the calendar is kept without a value.

    Raises `DataError` where the rule names no reader.
    """
    reader = READERS.get(rule.reader)
    if reader is None:
        raise DataError("times/rules.toml", None, f"{rule.name!r} names {rule.reader!r}", ", ".join(sorted(READERS)))
    try:
        return reader(hit)
    except (OutOfCalendar, OverflowError):
        return UNRESOLVED
