"""A text as tokens, sentences and a dependency tree: what every extractor reads, free of the parser that made it.

Labels are those of spaCy's English pipelines: `pos` Universal POS, `tag` Penn Treebank, `dep` ClearNLP, `label` of an
entity OntoNotes. Offsets point into the document's own text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from dateline.graph.model import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word; `text` is cleaned of invisible characters, `lemma` in lower case; `head` is `i` itself at a root."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive); `headline` marks a line set as a title, without a full stop."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """Tokens `first` to `last` (exclusive) that the model takes for a name of the type `label`."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Annotation:
    """A parsed text. Boilerplate is not parsed and has no tokens."""

    text: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                lists[token.head].append(token.i)
        return tuple(tuple(each) for each in lists)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _sentence_firsts(self) -> tuple[int, ...]:
        return tuple(sentence.first for sentence in self.sentences)

    def children(self, i: int, *deps: str) -> tuple[Token, ...]:
        """Direct dependents of token `i` in text order, of the given dependency labels if any are named."""
        found = (self.tokens[c] for c in self._children[i])
        return tuple(t for t in found if not deps or t.dep in deps)

    def head(self, i: int) -> Token:
        """The governor of token `i`; the token itself at a root."""
        return self.tokens[self.tokens[i].head]

    def ancestors(self, i: int) -> tuple[Token, ...]:
        """Governors of token `i`, nearest first."""
        found = []
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            found.append(self.tokens[i])
        return tuple(found)

    def sentence_index(self, i: int) -> int:
        """Which sentence token `i` stands in."""
        return bisect_right(self._sentence_firsts, i) - 1

    def sentence(self, i: int) -> Sentence:
        """The sentence of token `i`."""
        return self.sentences[self.sentence_index(i)]

    def within(self, start: int, end: int) -> range:
        """Indices of the tokens that touch the code points `start` to `end`."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        while first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return range(first, last)

    def head_of(self, first: int, last: int) -> Token:
        """The token of `first` to `last` (exclusive) that governs the others: the first whose head lies outside."""
        for token in self.tokens[first:last]:
            if token.head == token.i or not first <= token.head < last:
                return token
        return self.tokens[first]

    def span(self, first: int, last: int) -> Span:
        """Code points covered by tokens `first` to `last` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def quote(self, first: int, last: int) -> str:
        """The document's own words from token `first` to `last` (exclusive)."""
        start, end = self.span(first, last)
        return self.text[start:end]
