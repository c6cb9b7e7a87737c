"""One match of a rule, as the readers look at it: its groups, their meanings, and the words around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from dateline.extractors.times import numbers
from dateline.extractors.times.lexicon import words
from dateline.extractors.times.matching import Groups
from dateline.extractors.times.reading import Context, Reading
from dateline.extractors.times.tense import Direction, direction


@dataclass(slots=True, eq=False)
class Hit:
    """`argument` is what the rule tells its reader besides ("with" in the data file); the match reaches from the
    piece `first` to `last` (exclusive), its groups count from the piece `shift`."""

    first: int
    last: int
    groups: Groups
    context: Context
    argument: str
    shift: int = 0

    @property
    def anchor(self) -> date | None:
        """The document date."""
        return self.context.anchor

    @property
    def texts(self) -> list[str]:
        """The pieces as written."""
        return self.context.pieces.texts[self.first : self.last]

    def span(self, group: str) -> tuple[int, int] | None:
        """Which pieces a group covers; None where it took no part."""
        span = self.groups.get(group)
        return (span[0] + self.shift, span[1] + self.shift) if span else None

    def words(self, group: str) -> list[str]:
        """The pieces of a group, plain; empty where it took no part."""
        span = self.groups.get(group)
        return self.context.pieces.words[span[0] + self.shift : span[1] + self.shift] if span else []

    def words_end(self) -> str:
        """The last piece of the match, plain."""
        return self.context.pieces.words[self.last - 1]

    def word(self, group: str) -> str:
        """The words of a group as one string."""
        return " ".join(self.words(group))

    def meaning(self, group: str, *classes: str) -> int | str | None:
        """What the lexicon says of the first word of the group that stands in one of the word classes."""
        for text in self.words(group):
            for name in classes:
                found: int | str | None = words(name).get(text)
                if found is not None:
                    return found
        return None

    def code(self, group: str, *classes: str) -> str:
        """`meaning` as a string, empty if none."""
        found = self.meaning(group, *classes)
        return "" if found is None else str(found)

    def integer(self, group: str, *classes: str) -> int | None:
        """`meaning` or figures, as a whole number."""
        found = self.meaning(group, *classes)
        if isinstance(found, int):
            return found
        return next((figure for text in self.words(group) if (figure := _figures(text)) is not None), None)

    def number(self, group: str) -> Fraction | None:
        """The number that the group says; None if it is vague or there is no such group."""
        return numbers.number(self.words(group))

    def year(self) -> int | None:
        """The year of the group `year`, in figures, in two figures (of the hundred years around the document date) or
        in words."""
        texts = self.words("year")
        for text in texts:
            short = re.fullmatch(r"'?(\d\d)|(?:fy ?'?)?(\d{4})|fy ?'?(\d\d)", text)
            if short:
                return int(short[2]) if short[2] else full_year(int(short[1] or short[3]), self.anchor)
        return numbers.year(texts)

    def step(self) -> int | None:
        """-1, 0 or 1 for "last", "this" or "next" in the group `step`."""
        return self.integer("step", "LAST", "NEXT", "THIS")

    def clock(self) -> str:
        """The part of the day in the group `part` as the end of a TIMEX3 value, "TMO"; empty if none."""
        part = self.code("part", "DAYPART")
        return f"T{part}" if part else ""

    def inner(self, group: str = "of") -> Reading | None:
        """The group's own words read as an expression; None where they are none."""
        span = self.span(group)
        return self.context.inner(self.context, *span) if span else None

    def before(self, count: int = 1) -> str:
        """The piece `count` before the match, plain; empty at the beginning of a paragraph."""
        at = self.first - count
        return self.context.pieces.words[at] if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The piece `count` after the match, plain; empty at the end of a paragraph."""
        words, at = self.context.pieces.words, self.last + count - 1
        return words[at] if at < len(words) else ""

    @property
    def direction(self) -> Direction | None:
        """Which way the clause looks."""
        return direction(self.context.annotation, self.context.tokens(self.first, self.last))

    def governs(self, piece: int) -> bool:
        """Whether the word at that piece leads a phrase or clause of its own ("the day before the vote")."""
        annotation = self.context.annotation
        return any(
            t.dep == "mark" or annotation.children(t.i, "pobj", "pcomp") for t in self.context.tokens(piece, piece + 1)
        )

    def is_title(self) -> bool:
        """Whether its words are written with capitals within a sentence, as in the name of a programme, a war or a
        work."""
        written = [text for text in self.texts if text[0].isalpha()]
        if not all(text[0].isupper() and not text.isupper() for text in written):
            return False
        token = self.context.tokens(self.last - 1, self.last)[0]
        sentence = self.context.annotation.sentence(token.i)
        return not sentence.headline and token.i > sentence.first


@lru_cache(maxsize=4096)
def _figures(text: str) -> int | None:
    """The figures of a piece as one number."""
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits else None


def full_year(two: int, anchor: date | None) -> int:
    """The year that two figures mean: the latest one no more than ten years after the document date."""
    latest = (anchor.year if anchor else 2030) + 10
    return next(year for year in range(latest, latest - 100, -1) if year % 100 == two)
