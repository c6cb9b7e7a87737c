"""What a time expression was read as, and the words and surroundings that it is read from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.times import values
from dateline.extractors.times.periods import FINEST_FIRST, Granularity, Period, period
from dateline.extractors.times.pieces import Pieces
from dateline.graph.model import TimeSpan, TimexType

NOWHEN = TimeSpan()
"""Both sides open."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`period` is the calendar period meant, if it is one; `anaphoric` says that it hangs on another date of the text,
    `loose` that it is a time of day whose day another expression of the sentence may name."""

    type: TimexType
    value: str | None = None
    span: TimeSpan = NOWHEN
    edtf: str | None = None
    period: Period | None = None
    anaphoric: bool = False
    loose: bool = False


UNRESOLVED = Reading("DATE")
"""A date that cannot be told: relative without anything to count from, or on no calendar. Its words are kept."""


@dataclass(slots=True)
class Context:
    """What is known while a text is read: its annotation and pieces, the document date, and the dates met so far.

    `inner` reads some of the pieces, all of them, as one expression.
    """

    annotation: Annotation
    pieces: Pieces
    anchor: date | None
    inner: Callable[[Context, int, int], Reading | None]
    met: list[Reading] = field(default_factory=list)

    def reference(self, granularity: Granularity) -> Period | None:
        """The last date met that fixes a period of this granularity, as that period."""
        for reading in reversed(self.met):
            if reading.period and FINEST_FIRST.index(reading.period.granularity) <= FINEST_FIRST.index(granularity):
                return period(granularity, reading.period.first)
        return None

    def main_quarter(self) -> Period | None:
        """The quarter under report: the latest met that had begun by the document date, not one it is compared to."""
        found = [r.period for r in self.met if r.period and r.period.granularity == "quarter"]
        begun = [at for at in found if self.anchor is None or at.first <= self.anchor]
        return max(begun, key=lambda at: at.first, default=None)

    def tokens(self, first: int, last: int) -> tuple[Token, ...]:
        """The parsed tokens that the pieces `first` to `last` (exclusive) touch."""
        indices = self.annotation.within(self.pieces.starts[first], self.pieces.ends[last - 1])
        return self.annotation.tokens[indices.start : indices.stop]


def dated(at: Period, clock: str = "", *, anaphoric: bool = False) -> Reading:
    """A calendar period, with `clock` ("T10:30", "TMO") a time of its day."""
    return Reading("TIME" if clock else "DATE", at.value + clock, at.span, None, at, anaphoric)


def date_or_none(at: Period | None, clock: str = "", *, anaphoric: bool = False) -> Reading:
    """`dated`, or the same kind of expression unresolved."""
    return dated(at, clock, anaphoric=anaphoric) if at else unresolved(clock, anaphoric=anaphoric)


def unresolved(clock: str = "", *, anaphoric: bool = False) -> Reading:
    """A date, or with `clock` a time of day, whose days cannot be told."""
    return Reading("TIME" if clock else "DATE", anaphoric=anaphoric)


def edtf(reading: Reading) -> str | None:
    """The reading in EDTF, its own if it has one; None for repeated times and what names no days."""
    if reading.edtf is not None or reading.type == "SET":
        return reading.edtf
    return values.edtf(reading.value, reading.span)
