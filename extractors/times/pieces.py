"""A text as a string of codes, one character a word, over which the rules of `rules.toml` are matched.

Every word that a rule or the lexicon knows has a code of its own; figures are coded by shape ("12" may be a month, a
day, an hour; "1998" a year); everything else is `OTHER`. Only the surroundings of words that can be part of a time are
cut into pieces. Paragraphs, and what was left out, are divided by `BREAK`, so no match crosses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.extractors.syntax import Annotation
from dateline.extractors.times.rules import Grammar
from dateline.extractors.times.shapes import OTHER, Chunk, cut

BREAK = "\n"
MARGIN = 5
"""Tokens that are looked at before and after one that can be part of a time."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u2011": "-", "\u2010": "-"})
_STRETCH = re.compile(r"\S+")
_REMEMBERED = 50_000
"""Words and stretches remembered before the memory is emptied."""
_cut: dict[str, Chunk] = {}
"""Stretches with figures or marks, already cut: most were met before."""
_key: dict[str, bool] = {"'": True}
"""Whether a token can be part of a time; an apostrophe can begin a year ("'98")."""


@dataclass(slots=True)
class Pieces:
    """`codes[k]` is the code of the piece `texts[k]` (cleaned, as written), which covers `starts[k]` to `ends[k]`."""

    codes: str = ""
    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


def pieces(annotation: Annotation, grammar: Grammar) -> Pieces:
    """The pieces of a text that a time expression can be part of."""
    for memory in (_cut, _key):
        if len(memory) > _REMEMBERED:
            memory.clear()
    out, codes = Pieces(), list[str]()
    for start, end in _windows(annotation, grammar.key_words):
        raw = annotation.text[start:end].translate(_PLAIN)
        if _INVISIBLE.search(raw):
            offsets = [k for k, char in enumerate(raw) if not _INVISIBLE.match(char)]
            at = len(out.starts)
            _add(_INVISIBLE.sub("", raw), 0, grammar, out, codes)
            out.starts[at:] = [start + offsets[k] for k in out.starts[at:]]
            out.ends[at:] = [start + offsets[k - 1] + 1 for k in out.ends[at:]]
        else:
            _add(raw, start, grammar, out, codes)
        codes.append(BREAK)
        out.texts.append("")
        out.starts.append(end)
        out.ends.append(end)
    out.codes = "".join(codes)
    return out


def alone(text: str, grammar: Grammar) -> Pieces:
    """The pieces of a few words that stand by themselves."""
    out, codes = Pieces(), list[str]()
    _add(text.translate(_PLAIN), 0, grammar, out, codes)
    out.codes = "".join(codes) + BREAK
    return out


def _add(raw: str, base: int, grammar: Grammar, out: Pieces, codes: list[str]) -> None:
    """The pieces of a cleaned stretch of text that begins at `base`."""
    known = grammar.codes
    for match in _STRETCH.finditer(raw):
        stretch, at = match.group(), match.start() + base
        if stretch.isalpha():
            code = known.get(stretch) or known.get(stretch.lower())
            codes.append(code or ("N" if stretch[0].isupper() else OTHER))
            out.texts.append(stretch)
            out.starts.append(at)
            out.ends.append(match.end() + base)
            continue
        chunk = _cut.get(stretch)
        if chunk is None:
            chunk = _cut[stretch] = cut(stretch, known)
        codes.append(chunk.codes)
        out.texts += chunk.texts
        out.starts += [at + k for k in chunk.starts]
        out.ends += [at + k for k in chunk.ends]


def _windows(annotation: Annotation, key_words: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The surroundings of every token that can be part of a time, joined where they meet, within their paragraphs."""
    tokens, text = annotation.tokens, annotation.text
    is_key = _key.get
    for first, last in _paragraphs(annotation):
        start = end = -1
        for token in [t for t in tokens[first:last] if is_key(t.text, True)]:
            word, i = token.text, token.i
            if word not in _key:
                _key[word] = key_words.search(word.lower()) is not None
            if i < end - MARGIN or not _key[word]:
                continue
            if end < 0 or i - MARGIN > end:
                if end >= 0:
                    yield _stretch_start(text, tokens[start].start), tokens[end - 1].end
                start = max(i - MARGIN, first)
            end = min(i + MARGIN + 1, last)
        if end >= 0:
            yield _stretch_start(text, tokens[start].start), tokens[end - 1].end


def _stretch_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _paragraphs(annotation: Annotation) -> Iterator[tuple[int, int]]:
    """First and one past the last token of each paragraph."""
    at: int | None = None
    first = last = 0
    for sentence in annotation.sentences:
        if sentence.paragraph != at:
            if at is not None:
                yield first, last
            at, first = sentence.paragraph, sentence.first
        last = sentence.last
    if at is not None:
        yield first, last
