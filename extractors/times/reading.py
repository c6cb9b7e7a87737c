"""What a time expression was read as, and the words and surroundings that it is read from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dateline.extractors.syntax import Annotation, Entity, Token
from dateline.extractors.times import values
from dateline.extractors.times.periods import FINEST_FIRST, Granularity, Period, period
from dateline.extractors.times.pieces import Pieces
from dateline.graph.model import TimeSpan, TimexType

NOWHEN = TimeSpan()
"""Both sides open."""


class Reading(NamedTuple):
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
    met: Reading | None = None
    end: int = 0
    last: Period | None = None
    quarter: Period | None = None
    _of: dict[Granularity, tuple[int, Period]] = field(default_factory=dict)
    _count: int = 0
    _names: dict[int, Entity] | None = None
    _tokens: dict[tuple[int, int], tuple[Token, ...]] = field(default_factory=dict)

    def name_of(self, token: int) -> Entity | None:
        """The name of a person or organization that a token is part of."""
        if self._names is None:
            self._names = {
                i: entity
                for entity in self.annotation.entities
                if entity.label in ("PERSON", "ORG")
                for i in range(entity.first, entity.last)
            }
        return self._names.get(token)

    def meet(self, reading: Reading, end: int = 0) -> None:
        """Take note of an expression, in text order: `met` is the last one, before the piece `end`; `last` the last
        that is a period; `quarter` the one under report: the latest that was over by the document date, not one it is
        compared to."""
        self.met, self.end, at = reading, end, reading.period
        self._count += 1
        if at is None:
            return
        self.last = at
        self._of[at.granularity] = (self._count, at)
        over = self.anchor is None or at.last < self.anchor
        if at.granularity == "quarter" and over and (self.quarter is None or at.first > self.quarter.first):
            self.quarter = at

    def reference(self, granularity: Granularity) -> Period | None:
        """The last date met that fixes a period of this granularity, as that period."""
        finer = FINEST_FIRST[: FINEST_FIRST.index(granularity) + 1]
        found = max((self._of[g] for g in finer if g in self._of), key=lambda each: each[0], default=None)
        return period(granularity, found[1].first) if found else None

    def tokens(self, first: int, last: int) -> tuple[Token, ...]:
        """The parsed tokens that the pieces `first` to `last` (exclusive) touch."""
        found = self._tokens.get((first, last))
        if found is None:
            indices = self.annotation.within(self.pieces.starts[first], self.pieces.ends[last - 1])
            found = self._tokens[first, last] = self.annotation.tokens[indices.start : indices.stop]
        return found


@lru_cache(maxsize=20_000)
def dated(at: Period, clock: str = "", *, anaphoric: bool = False) -> Reading:
    """A calendar period, with `clock` ("T10:30", "TMO") a time of its day."""
    value, span = at.value + clock, at.span
    return Reading("TIME" if clock else "DATE", value, span, values.edtf(value, span), at, anaphoric)


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
