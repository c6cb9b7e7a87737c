"""What a time expression was read as, and the words and surroundings it is read from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from dateline.extractors.syntax import Annotation
from dateline.extractors.times import values
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.numbers import number
from dateline.extractors.times.periods import FINEST_FIRST, Granularity, Period, period
from dateline.extractors.times.pieces import Pieces
from dateline.extractors.times.tense import Direction, direction
from dateline.graph.model import TimeSpan, TimexType


@dataclass(frozen=True, slots=True)
class Reading:
    """`period` is the calendar period meant, if it is one; `anaphoric` says that it hangs on another
    date of the text, `loose` that it is a time of day whose day another expression of the sentence may name."""

    type: TimexType
    value: str | None = None
    span: TimeSpan = TimeSpan()
    edtf: str | None = None
    period: Period | None = None
    anaphoric: bool = False
    loose: bool = False


@dataclass(slots=True)
class Context:
    """What is known while a text is read: its annotation and pieces, the document date, and the dates met so far."""

    annotation: Annotation
    pieces: Pieces
    anchor: date | None
    inner: Callable[[Context, int, int], Reading | None]
    met: list[Reading] = field(default_factory=list)

    def main_quarter(self) -> Period | None:
        """The quarter under report: the last one met that had begun by the document date, not one it is compared to."""
        found = [r.period for r in self.met if r.period and r.period.granularity == "quarter"]
        begun = [at for at in found if self.anchor is None or at.first <= self.anchor]
        return max(begun, key=lambda at: at.first, default=None)

    def reference(self, granularity: Granularity) -> Period | None:
        """The last date met that fixes a period of this granularity, as that period."""
        for reading in reversed(self.met):
            if reading.period and FINEST_FIRST.index(reading.period.granularity) <= FINEST_FIRST.index(granularity):
                return period(granularity, reading.period.first)
        return None


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a rule; offsets `first`, `last` count pieces, the end exclusive."""

    match: re.Match[str]
    context: Context
    argument: str

    @property
    def first(self) -> int:
        """The first piece."""
        return self.match.start()

    @property
    def last(self) -> int:
        """One past the last piece."""
        return self.match.end()

    @property
    def anchor(self) -> date | None:
        """The document date."""
        return self.context.anchor

    def words(self, group: str) -> list[str]:
        """The pieces of a group in lower case, abbreviations without dots; empty where it took no part."""
        if group not in self.match.re.groupindex:
            return []
        start, end = self.match.span(group)
        return [] if start < 0 else [word(text) for text in self.context.pieces.texts[start:end]]

    def words_all(self) -> list[str]:
        """All pieces of the match in lower case."""
        return [word(text) for text in self.context.pieces.texts[self.first : self.last]]

    def word(self, group: str) -> str:
        """The words of a group as one string."""
        return " ".join(self.words(group))

    def meaning(self, group: str, *names: str) -> object:
        """What the lexicon says of the first word of the group that stands in one of the word classes `names`."""
        for text in self.words(group):
            for name in names:
                if text in words(name):
                    return words(name)[text]
        return None

    def integer(self, group: str, *names: str) -> int | None:
        """`meaning` or figures, as a whole number."""
        found = self.meaning(group, *names)
        if isinstance(found, int):
            return found
        digits = [re.sub(r"\D", "", text) for text in self.words(group)]
        return next((int(d) for d in digits if d), None)

    def number(self, group: str) -> Fraction | None:
        """The number that the group says."""
        return number(self.words(group))

    def inner(self, group: str) -> Reading | None:
        """The group's own words read as an expression."""
        start, end = self.match.span(group) if group in self.match.re.groupindex else (-1, -1)
        return None if start < 0 else self.context.inner(self.context, start, end)

    @property
    def text(self) -> str:
        """The words as written."""
        return " ".join(self.context.pieces.texts[self.first : self.last])

    def before(self, count: int = 1) -> str:
        """The piece `count` before the match, lower case; empty at the beginning of a paragraph."""
        at = self.first - count
        return word(self.context.pieces.texts[at]) if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The piece `count` after the match, lower case; empty at the end of a paragraph."""
        at = self.last + count - 1
        return word(self.context.pieces.texts[at]) if at < len(self.context.pieces.texts) else ""

    def named(self) -> bool:
        """Whether all words are written with capitals within a sentence, as in the name of a programme or a work."""
        texts = self.context.pieces.texts[self.first : self.last]
        if not all(text[0].isupper() for text in texts) or any(text.isupper() and len(text) > 1 for text in texts):
            return False
        indices = self.context.annotation.within(
            self.context.pieces.starts[self.first], self.context.pieces.ends[self.last - 1]
        )
        sentence = self.context.annotation.sentence(indices.start)
        return len(texts) > 1 and not sentence.headline and indices.start > sentence.first

    def governs(self, piece: int) -> bool:
        """Whether the word at that piece leads a phrase or clause of its own ("the day before the vote")."""
        annotation, pieces = self.context.annotation, self.context.pieces
        indices = annotation.within(pieces.starts[piece], pieces.ends[piece])
        return bool(indices) and (
            annotation.tokens[indices.start].dep == "mark" or bool(annotation.children(indices.start, "pobj", "pcomp"))
        )

    @property
    def direction(self) -> Direction | None:
        """Which way the clause looks."""
        pieces = self.context.pieces
        return direction(self.context.annotation, pieces.starts[self.first], pieces.ends[self.last - 1])


def word(text: str) -> str:
    """A piece as the lexicon writes it."""
    return text.lower().replace(".", "") or text


def dated(at: Period, clock: str = "", *, anaphoric: bool = False) -> Reading:
    """A calendar period, with `clock` ("T10:30", "TMO") a time of its day."""
    return Reading("TIME" if clock else "DATE", at.value + clock, at.span, None, at, anaphoric)


def vague(value: str) -> Reading:
    """PRESENT_REF, PAST_REF or FUTURE_REF: no days."""
    return Reading("DATE", value)


def written(reading: Reading) -> Reading:
    """The same with its EDTF filled in."""
    if reading.edtf is not None or reading.type == "SET":
        return reading
    return replace(reading, edtf=values.edtf(reading.value, reading.span))
