"""One text with what the data and the language model say about its tokens: the ground that actors are found on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dateline.extractors.actors import lexicon, phrases
from dateline.extractors.actors.lexicon import Known, Noun
from dateline.extractors.actors.phrases import Match
from dateline.extractors.syntax import Annotation, Entity, Token

NOUN_WORDS = 4
"""The longest actor noun in the data, in words."""

_RELATION = {"pro", "anti", "non", "ex"}
_LEFT = {"amod", "compound", "nmod", "npadvmod", "nummod", "punct", "advmod", "neg"}


@dataclass(frozen=True, slots=True)
class NounAt:
    """An actor noun at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    noun: Noun
    plural: bool


@dataclass(frozen=True)
class Reading:
    """An annotation with known spellings and entities laid over its tokens."""

    annotation: Annotation

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Known spellings that stand for what the data says."""
        return tuple(m for m in phrases.known(self.annotation) if self._stands(m))

    @cached_property
    def match_at(self) -> dict[int, Match]:
        """The known spelling that covers a token."""
        return {i: m for m in self.matches for i in range(m.first, m.last)}

    @cached_property
    def entity_at(self) -> dict[int, Entity]:
        """The model's entity that covers a token."""
        return {i: e for e in self.annotation.entities for i in range(e.first, e.last)}

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the running text writes in lower case, so that a headline's capital proves no name."""
        found = set[str]()
        for sentence in self.annotation.sentences:
            if not sentence.headline:
                tokens = self.annotation.tokens[sentence.first : sentence.last]
                found.update(t.text for t in tokens if t.text.islower() and t.pos != "PROPN")
        return frozenset(found)

    def _stands(self, match: Match) -> bool:
        """Whether a known spelling is not a common word, a part of a longer name or somebody's surname."""
        tokens = self.annotation.tokens[match.first : match.last]
        entity = self.entity_at.get(match.first)
        if match.form.use == "adjective":
            return entity is None or entity.label != "PERSON" or entity.last - entity.first == len(tokens)
        if entity is not None and entity.label == "PERSON" and len(tokens) == 1 and entity.last - entity.first > 1:
            inner = [t for t in self.annotation.tokens[entity.first : entity.last] if t.tag != "POS"]
            return all(t.i in range(match.first, match.last) or self.titled(t) for t in inner)
        if len(tokens) == 1 and tokens[0].pos not in ("PROPN", "ADJ", "NOUN", "X") and entity is None:
            return False
        if len(tokens) == 1 and match.form.text.istitle() and entity is None:
            first = self.annotation.sentence(match.first).first == match.first
            common = fold_lower(tokens[0].text) in self.lower_words
            return match.form.use != "name" or match.form.known.kind == "Country" or not (first or common)
        return True

    def titled(self, token: Token) -> bool:
        """Whether a token is a title or an actor noun, a modifier of one, or a state's name before a person's."""
        word = token.text.lower().rstrip(".")
        return word in lexicon.titles() or word in lexicon.nouns() or token.i in self.match_at_raw

    @cached_property
    def match_at_raw(self) -> frozenset[int]:
        """Tokens of adjectives and names of states, before any doubt."""
        states = (m for m in phrases.known(self.annotation) if m.form.use == "adjective")
        return frozenset(i for m in states for i in range(m.first, m.last))

    def noun_at(self, i: int) -> NounAt | None:
        """The longest actor noun that ends at token `i`."""
        first = self.annotation.sentence(i).first
        for length in range(NOUN_WORDS * 2, 0, -1):
            start = i - length + 1
            if start < first:
                continue
            tokens = self.annotation.tokens[start : i + 1]
            text = "".join(
                (" " if n and t.start > tokens[n - 1].end else "") + t.text.lower() for n, t in enumerate(tokens)
            )
            entry = lexicon.nouns().get(text)
            if entry is None:
                continue
            noun, plural = entry
            token = self.annotation.tokens[i]
            return NounAt(start, i + 1, noun, plural or (token.tag in ("NNS", "NNPS") and text != noun.noun))
        return None

    def left_edge(self, i: int) -> int:
        """The first token of the modifiers that stand directly before token `i` and depend on it."""
        first = i
        start = self.annotation.sentence(i).first
        while first > start and self._modifies(first - 1, i):
            first -= 1
        return first

    def _modifies(self, j: int, i: int) -> bool:
        token = self.annotation.tokens[j]
        if token.tag in ("DT", "PDT", "PRP$", "WP$", "POS", "WDT", ",", ":", "``", "''", "-LRB-", "-RRB-", "CC", "IN"):
            return False
        while token.head != i:
            if token.dep not in _LEFT or token.head == token.i or not j < token.head < i:
                return False
            token = self.annotation.tokens[token.head]
        return token.dep in _LEFT

    def relational(self, i: int) -> bool:
        """Whether token `i` only says how others relate to it ("Iranian-backed", "pro-Iranian")."""
        tokens = self.annotation.tokens
        after = i + 2 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == tokens[i].end
        before = i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() in _RELATION
        return before or (after and tokens[i + 2].tag in ("VBN", "VBD", "JJ", "VBG", "NN"))

    def modifiers(self, first: int, i: int) -> tuple[Known, ...]:
        """The known actors that qualify the noun at token `i`: before it from token `first`, its owner, or "of …"."""
        found = [m.form.known for j, m in self.match_at.items() if first <= j < i and self._qualifies(m, j)]
        for owner in self.annotation.children(i, "poss"):
            if (match := self.match_at.get(owner.i)) is not None:
                found.append(match.form.known)
        for link in self.annotation.children(i, "prep"):
            if link.text.lower() in ("of", "for"):
                for owner in self.annotation.children(link.i, "pobj"):
                    if (match := self.match_at.get(owner.i)) is not None and match.form.use != "capital":
                        found.append(match.form.known)
        return tuple(found)

    def _qualifies(self, match: Match, j: int) -> bool:
        return match.first == j and not any(self.relational(k) for k in range(match.first, match.last))


def fold_lower(text: str) -> str:
    """`text` in lower case."""
    return text.lower()
