"""Entries of a chronicle, each under its own date: "3 January: Rebels seized the port. 4 January: They fled."

A date at the head of a line or sentence before a colon (or, in a list, a dash), or alone in its line where several are,
dates what is told up to the next such head.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from dateline.extractors.dating.datelines import alone
from dateline.graph.model import Timex

_HEAD = re.compile(r"(?:\A|\n|[.!?…][\"'”’)]*[ \t]+)[ \t]*(?:[-*•·–—][ \t]*)?\Z")
_COLON = re.compile(r"[ \t]*(?:\n[ \t]*)?:[ \t]*\S?")
_NEW = re.compile(r"[ \t]*:[ \t]+[\"'“‘]?[A-Z]")
_STOP = re.compile(r"[.!?][\"'”’)]*(?=\s)|\n|\Z")
_DASH = re.compile(r"[ \t]+(?:--|[-–—])[ \t]+\S")


@dataclass(frozen=True, slots=True)
class Entries:
    """The heads of a text in order, and where what each dates ends."""

    heads: tuple[Timex, ...] = ()
    ends: tuple[int, ...] = ()
    _starts: list[int] = field(default_factory=list)

    def date_of(self, at: int) -> Timex | None:
        """The head under which an offset of the text stands."""
        n = bisect_right(self._starts, at) - 1
        return self.heads[n] if n >= 0 and at < self.ends[n] else None


def entries(text: str, times: tuple[Timex, ...]) -> Entries:
    """The dated entries of a text; none where it has fewer than two, unless a whole day stands before a colon."""
    dated = [t for t in times if t.type in ("DATE", "TIME") and t.span.earliest and t.span.latest]
    lines = [t for t in dated if alone(text, t) and text[text.rfind("\n", 0, t.start) + 1 : t.start].strip() == ""]
    if len({t.span for t in lines}) < 2:
        lines = []
    alone_in_line = frozenset(lines)
    leading = [t for t in dated if t not in alone_in_line and _HEAD.search(text, max(0, t.start - 8), t.start)]
    colons = [t for t in leading if _COLON.match(text, t.end)]
    told = alone_in_line.union(colons)
    more = [t for t in dated if t not in told and _is_full(text, t)]
    if len(colons) + len(more) > 2:  # a full date before a colon amid words is one, where full stops were left out
        colons += more
    dashes = [t for t in leading if _DASH.match(text, t.end)]
    if len(colons) < 2:
        colons = [t for t in colons if t.span.earliest == t.span.latest]
    heads = sorted((*lines, *colons, *(dashes if len(dashes) > 1 else ())), key=lambda t: t.start)
    ends = []
    for n, head in enumerate(heads):
        following = heads[n + 1].start if n + 1 < len(heads) else len(text)
        line = text.find("\n", head.end)
        line = len(text) if line < 0 else line
        if head in alone_in_line:
            ends.append(following)
        elif following >= line and text[text.rfind("\n", 0, head.start) + 1 : head.start].strip(" \t-*•·–—"):
            ends.append(_stop(text, head))  # the last of a running text: what follows may be the report again
        else:
            ends.append(min(following, line))
    return Entries(tuple(heads), tuple(ends), [t.start for t in heads])


def _is_full(text: str, timex: Timex) -> bool:
    full = timex.span.earliest == timex.span.latest and re.search(r"\d{4}", timex.text)
    return bool(full and _NEW.match(text, timex.end))


def _stop(text: str, head: Timex) -> int:
    match = _STOP.search(text, head.end)
    return match.start() if match else len(text)
