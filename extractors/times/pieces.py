"""A text as a string of codes, one character a word, over which the rules of `rules.toml` are matched.

Every word that a rule or the lexicon knows has a code of its own; figures are coded by shape ("12" may be a month, a
day, an hour; "1998" a year); everything else is `OTHER`. Only the surroundings of words that can be part of a time are
cut into pieces, and only those in which some rule matches are kept. Paragraphs, and what was left out, are divided by
`BREAK`, so no match crosses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from dateline.extractors.syntax import Annotation
from dateline.extractors.times.matching import Match, matches
from dateline.extractors.times.rules import grammar
from dateline.extractors.times.shapes import BREAK, Chunk, cut

MARGIN = 5
"""Stretches between spaces that are looked at before and after one that can be part of a time."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_PLAIN = {char: " " for char in range(0x3001) if chr(char).isspace() and _INVISIBLE.match(chr(char)) is None}
_PLAIN |= str.maketrans({"’": "'", "‘": "'", "`": "'", "\u2011": "-", "\u2010": "-"})
_ODD = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_REMEMBERED = 50_000
"""Words and stretches remembered before the memory is emptied."""


class _Cut(dict[str, Chunk]):
    """Stretches between spaces, cut; most were met before."""

    def __missing__(self, stretch: str) -> Chunk:
        if len(self) > _REMEMBERED:
            self.clear()
        chunk = self[stretch] = cut(stretch, grammar().codes)
        return chunk


class _Key(dict[str, bool]):
    """Whether a stretch can be part of a time; `dull` are those met that cannot."""

    def __init__(self) -> None:
        self.dull: set[str] = set()

    def __missing__(self, stretch: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
            self.dull.clear()
        found, lower = grammar(), stretch.lower()
        word = lower.rstrip(".,;:")
        self[stretch] = key = (
            found.codes.get(word) in found.keys if word.isalpha() else found.key_words.search(lower) is not None
        )
        if not key:
            self.dull.add(stretch)
        return key

    def places(self, stretches: list[str]) -> list[int]:
        """Which of the stretches can be part of a time."""
        dull = self.dull
        unlike = [k for k, stretch in enumerate(stretches) if stretch not in dull]
        return [k for k in unlike if self[stretches[k]]]


_cut, _key = _Cut(), _Key()


@dataclass(slots=True)
class Pieces:
    """`codes[k]` is the code of the piece `texts[k]` (cleaned, as written; `words[k]` is the same plain), which covers
    `starts[k]` to `ends[k]`; `matches` are those of all rules, by place, then length, then the rules' order."""

    codes: str = ""
    texts: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)


def pieces(annotation: Annotation) -> Pieces:
    """The pieces of a text that a time expression can be part of."""
    out = Pieces()
    for start, end in _paragraphs(annotation):
        raw = annotation.text[start:end]
        plain = raw.isascii() and raw.isprintable()
        if "`" in raw if plain else _ODD.search(raw):
            raw = raw.translate(_PLAIN)
        if plain or _INVISIBLE.search(raw) is None:
            _read(out, raw, start)
            continue
        at = len(out.starts)
        _read(out, _INVISIBLE.sub("", raw), 0)
        seen = [start + k for k, char in enumerate(raw) if not _INVISIBLE.match(char)] + [end]
        out.starts[at:] = [seen[k] for k in out.starts[at:]]
        out.ends[at:] = [seen[k - 1] + 1 for k in out.ends[at:]]
    return out


def alone(text: str) -> Pieces:
    """The pieces of a few words that stand by themselves."""
    out, stretches = Pieces(), text.translate(_PLAIN).split(" ")
    chunks = [_cut[stretch] for stretch in stretches]
    out.codes = "".join([chunk.codes for chunk in chunks]) + BREAK
    _add(out, chunks, 0)
    return out


def _read(out: Pieces, clean: str, base: int) -> None:
    """The pieces of a paragraph without odd characters that begins at `base`: the surroundings of what can be part of a
    time, joined where they meet, if some rule matches there."""
    stretches = clean.split(" ")
    keys = _key.places(stretches)
    begin: int | None = None
    for k, following in zip_longest(keys, keys[1:]):
        begin = max(k - MARGIN, 0) if begin is None else begin
        end = k + MARGIN + 1
        if following is not None and following - MARGIN <= end:
            continue
        chunks = [_cut[stretch] for stretch in stretches[begin:end]]
        codes = "".join([chunk.codes for chunk in chunks])
        found = matches(codes, len(out.codes))
        if found:
            out.matches += found
            out.codes += codes + BREAK
            _add(out, chunks, base + sum(map(len, stretches[:begin])) + begin)
        begin = None


def _add(out: Pieces, chunks: Iterable[Chunk], at: int) -> None:
    """Take in the texts and places of stretches that stand from `at` on with a space between each two."""
    texts, words, starts, ends = out.texts, out.words, out.starts, out.ends
    for _, written, plain, begins, stops, length in chunks:
        texts += written
        words += plain
        if len(written) == 1:
            starts.append(at)
            ends.append(at + length)
        else:
            starts += [at + k for k in begins]
            ends += [at + k for k in stops]
        at += length + 1
    texts.append("")
    words.append("")
    starts.append(at - 1)
    ends.append(at - 1)


def _paragraphs(annotation: Annotation) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends."""
    at: int | None = None
    start = end = 0
    for sentence in annotation.sentences:
        if sentence.paragraph != at:
            if at is not None:
                yield start, end
            at, start = sentence.paragraph, sentence.start
        end = sentence.end
    if at is not None:
        yield start, end
