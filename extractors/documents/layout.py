"""Lines on pages to paragraphs of text: headers and page numbers dropped, hyphens at line ends undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

EDGE = 2
"""So many lines at the head and the foot of a page can be running titles."""
WIDE = 1.4
"""A distance of more than so many usual ones parts paragraphs."""
SHORT = 0.75
"""A line shorter than this share of the longest ends its paragraph if it ends a sentence."""

_CLOSED = re.compile(r"[.!?:][\"'”’)\]]*$")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
_BULLET = re.compile(r"[•▪◦‣■●–—*-]\s")
_HYPHEN = re.compile(r"([^\W\d_]{2,})(?:-|\u00ad)$")


class Line(NamedTuple):
    """A line of a page; it starts at `x`, `y` (up from the foot) and its letters are of `size`, all in points."""

    text: str
    x: float
    y: float
    size: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of `pages` in order; one that a page or a column breaks is put together again."""
    running = _running(pages)
    lines = [line for page in pages for line in _body(page, running)]
    if not lines:
        return
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower()))
    width = max(len(line.text) for line in lines)
    gap = _usual_gap(lines)
    block = lines[0].text
    for above, line in pairwise(lines):
        if _parted(above, line, gap, width):
            yield block
            block = line.text
        else:
            block = _joined(block, line.text, words)
    yield block


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Running titles: what stands at the edges of three pages, of few pages at two, whatever its page number."""
    counted = Counter(key for page in pages for key in {_key(line) for line in [*page[:EDGE], *page[-EDGE:]]})
    return {key for key, count in counted.items() if count >= (2 if len(pages) < 5 else 3)}


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _body(page: Sequence[Line], running: set[str]) -> Iterator[Line]:
    for number, line in enumerate(page):
        edge = number < EDGE or number >= len(page) - EDGE
        if not (edge and (_key(line) in running or _PAGE_NUMBER.fullmatch(line.text))):
            yield line


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [above.y - line.y for above, line in pairwise(lines) if above.y > line.y]
    return median(gaps) if gaps else 0.0


def _parted(above: Line, line: Line, gap: float, width: int) -> bool:
    """Whether `line` begins a paragraph: by distance, size of letters, indent, or a short last line above it."""
    if _BULLET.match(line.text) or abs(above.size - line.size) > 0.1 * max(above.size, line.size):
        return True
    closed = bool(_CLOSED.search(above.text))
    if above.y > line.y:  # not at the break of a page or a column
        if above.y - line.y > WIDE * max(gap, above.size):
            return True
        if closed and line.x - above.x > 0.8 * line.size:
            return True
    return closed and len(above.text) < SHORT * width


def _joined(block: str, text: str, words: Counter[str]) -> str:
    """`block` and the next line; a hyphen at its end goes unless the word is written with one elsewhere."""
    hyphen = _HYPHEN.search(block)
    if not hyphen or not text[:1].islower():
        return f"{block} {text}"
    rest = re.match(r"[^\W\d_]+", text)
    whole = f"{hyphen[1]}-{rest[0] if rest else ''}".lower()
    return block[:-1] + text if words[whole.replace("-", "")] or not words[whole] else block + text
