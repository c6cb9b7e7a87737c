"""Which parts of a text are no part of its story: menus, share bars, notices, links, credits, appeals for money.

Each paragraph is scored by the cues of `data/documents/boilerplate.toml`; where it reaches 1 it is boilerplate. An
appeal takes its neighbours along where they too speak to the reader: the heading above it, and what follows below.
Quotations are left out of the scoring, for people in a story may ask for money too. Within a paragraph of the story
single sentences and credits of photographs can go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.extractors.annotate import paragraphs
from dateline.extractors.documents.cues import Cues, cues
from dateline.graph.model import Document, Span

MUCH = 60
"""A paragraph of more words is boilerplate only where sentences with cues make up half of it."""
WEAK, HALF = 0.25, 0.5
"""Scores with which a paragraph goes along with an appeal beside it."""
LONG = 25
"""A paragraph of so many words that does not speak to the reader is story."""

_QUOTED = re.compile(r"“[^“”]{0,2000}(?:”|$)|\"[^\"]{0,2000}(?:\"|$)|(?<!\w)[‘'][^‘’'\n]{20,2000}[’'](?!\w)")
_SENTENCE_END = re.compile(r"(?<![A-Z]\.)(?:(?<=[.!?])|(?<=[.!?][”\"’']))\s+(?=[A-Z“\"‘'(\[]|[-_*=]{2,}\s)")
_OPEN_END = re.compile(r"[^.:;,…\"'”’)\]]\s*$")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph or a sentence with what speaks for its being boilerplate."""

    span: Span
    words: int
    score: float
    appeal: float
    """The part of the score that speaks to the reader: appeals for money and for subscriptions."""
    spread: float
    """Share of its words that stand in sentences with cues."""
    about: bool
    """Whether it speaks of money or of the press."""
    menu_items: int
    heads_links: bool
    heading: bool

    @property
    def marked(self) -> bool:
        return self.menu_items >= 2 or self.heads_links or (self.score >= 1.0 and self.spread >= 0.5)

    @property
    def story(self) -> bool:
        return self.words >= LONG and not self.appeal


def boilerplate(text: str, *, aside: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """Spans of `text` that are no part of the story, in order, without overlap; `aside` are those known already."""
    known = cues()
    found = list(aside)
    units = [_unit(text, span, known) for span in paragraphs(Document(id="", text=text, boilerplate=aside))]
    for unit, marked in zip(units, _marks(units), strict=True):
        if marked:
            found.append(unit.span)
            continue
        if unit.score >= 1.0 or known.starts_a_sentence(_bare(text[unit.span.start : unit.span.end])):
            sentences = [_unit(text, span, known) for span in _sentences(text, unit.span)]
            found.extend(s.span for s, gone in zip(sentences, _marks(sentences), strict=True) if gone)
        for pattern in known.inline:
            found.extend(Span(*match.span()) for match in pattern.finditer(text, *unit.span))
    return tuple(_joined(found, text))


def _unit(text: str, span: Span, known: Cues) -> _Unit:
    words = text[span.start : span.end]
    bare = _bare(words)
    weights = known.weights(bare)
    score = sum(weights.values())
    count = len(words.split())
    return _Unit(
        span,
        count,
        score=score,
        appeal=weights.get("appeal", 0.0) + weights.get("newsletter", 0.0),
        spread=_spread(bare, known) if score >= 1.0 and count > MUCH else 1.0,
        about=bool(known.about.search(bare)),
        menu_items=known.menu_items(words),
        heads_links=known.is_link_heading(words),
        heading=count <= 20 and bool(_OPEN_END.search(words)),
    )


def _bare(text: str) -> str:
    """`text` with its quotations taken out."""
    return _QUOTED.sub(" (quotation) ", text)


def _spread(text: str, known: Cues) -> float:
    sentences = [text[start:end] for start, end in _sentences(text, Span(0, len(text)))]
    cued = [sentence for sentence in sentences if known.weights(sentence)]
    return sum(len(each.split()) for each in cued) / len(text.split())


def _sentences(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for gap in _SENTENCE_END.finditer(text, span.start, span.end):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, span.end)


def _marks(units: Sequence[_Unit]) -> list[bool]:
    """Which units are boilerplate, by themselves or by their neighbours."""
    marks = [unit.marked for unit in units]
    _mark_menus(units, marks)
    _mark_links(units, marks)
    _mark_appeals(units, marks)
    return marks


def _mark_menus(units: Sequence[_Unit], marks: list[bool]) -> None:
    """A single label of navigation counts where another stands beside it: menus come one label a line."""
    for i, unit in enumerate(units):
        beside = [*units[max(i - 1, 0) : i], *units[i + 1 : i + 2]]
        if unit.menu_items and any(each.menu_items for each in beside):
            marks[i] = True


def _mark_links(units: Sequence[_Unit], marks: list[bool]) -> None:
    """Below a heading such as "Related stories", and after some story, lines without a full stop are links; so is a
    line above a button "Read more"."""
    story = linking = False
    for i, unit in enumerate(units):
        linking = story and (unit.heads_links or (linking and unit.heading))
        button = unit.heading and i + 1 < len(units) and units[i + 1].heads_links and units[i + 1].menu_items
        marks[i] = marks[i] or linking or (story and bool(button))
        story = story or unit.story


def _mark_appeals(units: Sequence[_Unit], marks: list[bool]) -> None:
    """Headings above an appeal and what goes on below it; at the end of a text, what stands between two appeals."""
    appeals = [i for i, unit in enumerate(units) if marks[i] and unit.appeal >= 1.0]
    last_story = max((i for i, unit in enumerate(units) if unit.story and not marks[i]), default=-1)
    end_block = bool(appeals) and last_story < appeals[-1]
    for first, second in reversed(list(pairwise(appeals))):
        end_block = end_block and second - first <= 3
        if end_block:
            marks[first:second] = [True] * (second - first)
    last_story = max((i for i, unit in enumerate(units) if unit.story and not marks[i]), default=-1)
    for i in appeals:
        below = i + 1
        while below < len(units) and _goes_along(units[below], at_end=below > last_story):
            marks[below] = True
            below += 1
        above = i - 1
        while above >= 0 and _leads_to(units[above]):
            marks[above] = True
            above -= 1


def _goes_along(unit: _Unit, *, at_end: bool) -> bool:
    if at_end:
        return unit.appeal >= WEAK or unit.words <= 4
    return unit.appeal >= HALF and unit.about


def _leads_to(unit: _Unit) -> bool:
    return unit.appeal >= WEAK if unit.heading else unit.appeal >= HALF and unit.about


def _joined(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Overlapping spans, and those with nothing but white space between them, as one."""
    open_span: Span | None = None
    for span in sorted(spans):
        if open_span is None:
            open_span = span
        elif not text[open_span.end : span.start].strip():
            open_span = Span(open_span.start, max(open_span.end, span.end))
        else:
            yield open_span
            open_span = span
    if open_span is not None:
        yield open_span
