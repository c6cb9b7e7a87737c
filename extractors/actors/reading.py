"""One text with what the data and the language model say about its tokens: the ground that actors are found on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.extractors.actors import lexicon, phrases
from dateline.extractors.actors.lexicon import Known, Noun
from dateline.extractors.actors.phrases import Match
from dateline.extractors.syntax import Annotation, Entity, Token
from dateline.graph.model import Place

NOUN_WORDS = 4
"""The longest actor noun in the data, in words."""

LINKS = ("of", "for")
"""Prepositions between an office and its body."""

_ACRONYM = 5
_WELL_KNOWN = ("USA", "GBR")
"""States whose agencies and papers are named by acronym and short name all over the world."""

_RELATION = {"pro", "anti", "non", "ex"}
_LEFT = {"amod", "compound", "nmod", "npadvmod", "nummod", "punct", "advmod", "neg"}
_NOT_LEFT = {"DT", "PDT", "PRP$", "WP$", "POS", "WDT", ",", ":", "``", "''", "-LRB-", "-RRB-", "CC", "IN", "VBZ", "VBD"}


@dataclass(frozen=True, slots=True)
class NounAt:
    """An actor noun at tokens `first` to `last` (exclusive), governed by token `head`."""

    first: int
    last: int
    head: int
    noun: Noun
    plural: bool


@dataclass(frozen=True)
class Reading:
    """An annotation with known spellings, entities and places laid over its tokens."""

    annotation: Annotation
    places: tuple[Place, ...] = ()
    day: date | None = None
    """When the text was written, if that is known."""

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Known spellings that stand for what the data says."""
        return tuple(m for m in self._spelled if self._stands(m))

    @cached_property
    def match_at(self) -> dict[int, Match]:
        """The known spelling that covers a token."""
        return {i: m for m in self.matches for i in range(m.first, m.last)}

    @cached_property
    def entity_at(self) -> dict[int, Entity]:
        """The model's entity that covers a token."""
        return {i: e for e in self.annotation.entities for i in range(e.first, e.last)}

    @cached_property
    def place_at(self) -> dict[int, Place]:
        """The place that covers a token."""
        return {i: p for p in self.places for m in p.mentions for i in self.annotation.within(m.start, m.end)}

    @cached_property
    def places_of_words(self) -> dict[str, list[int]]:
        """Where each word stands in the running text, headlines left out."""
        found: dict[str, list[int]] = {}
        for sentence in self.annotation.sentences:
            if not sentence.headline:
                for token in self.annotation.tokens[sentence.first : sentence.last]:
                    found.setdefault(token.text, []).append(token.i)
        return found

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the running text writes in lower case, so that a headline's capital proves no name."""
        found = set[str]()
        for sentence in self.annotation.sentences:
            if not sentence.headline:
                tokens = self.annotation.tokens[sentence.first : sentence.last]
                found.update(t.text for t in tokens if t.text.islower() and t.pos != "PROPN")
        return frozenset(found)

    @cached_property
    def _spelled(self) -> tuple[Match, ...]:
        return tuple(phrases.known(self.annotation))

    @cached_property
    def _adjectives(self) -> frozenset[int]:
        return frozenset(i for m in self._spelled if m.form.use == "adjective" for i in range(m.first, m.last))

    @cached_property
    def own_acronyms(self) -> frozenset[str]:
        """Acronyms that the text makes of a name of its own: "(SDF)" after a Social Democratic Front."""
        spelled = {m.last: m for m in self._spelled if m.form.use == "name"}
        begun = {m.first: m for m in self._spelled}
        tokens, found = self.annotation.tokens, set[str]()
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if before.text != "(" or after.text != ")" or not (token.text.isupper() and len(token.text) > 1):
                continue
            long = spelled.get(before.i)
            known = begun.get(token.i)
            if known is None or (long is not None and long.form.known == known.form.known):
                continue
            words = [t.text for t in tokens[max(before.i - 9, 0) : before.i] if t.text[:1].isupper()]
            if "".join(word[0] for word in words).endswith(token.text):
                found.add(token.text)
        return frozenset(found)

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        """The states that the text speaks of by name, adjective, people, capital or place."""
        states = {
            m.form.known.country for m in self._spelled if m.form.known.kind == "Country" or m.form.use == "people"
        }
        return frozenset(c for c in states | {place.country for place in self.places} if c)

    def _evident(self, match: Match) -> bool:
        """Whether the text speaks of the country of a body whose name or acronym others may have too; the agencies of
        the best known states have acronyms of their own, and their names where the text speaks of no other state."""
        known = match.form.known
        if known.kind != "Organization" or known.country is None or known.country in self._spoken_of:
            return True
        spelled = phrases.pieces(match.form.text)
        acronym = len(spelled) == 1 and match.form.text.isupper() and len(match.form.text) <= _ACRONYM
        generic = all(word in lexicon.generic_words() or len(word) == 1 for word in spelled)
        if known.country in _WELL_KNOWN:
            return acronym or not generic or not self._spoken_of
        return not (acronym or generic)

    def _stands(self, match: Match) -> bool:
        """Whether a known spelling is not a common word, a part of a longer name or somebody's surname."""
        tokens = self.annotation.tokens[match.first : match.last]
        entity = self.entity_at.get(match.first)
        if len(tokens) == 1 and tokens[0].text in self.own_acronyms:
            return False
        if not self._evident(match):
            return False
        if match.form.use == "adjective":
            return entity is None or entity.label != "PERSON" or entity.last - entity.first == len(tokens)
        if len(tokens) > 1:
            return True
        if entity is not None and entity.label == "PERSON" and entity.last - entity.first > 1:
            inner = [t for t in self.annotation.tokens[entity.first : entity.last] if t.tag != "POS"]
            return all(t.i == match.first or self.titled(t) for t in inner)
        if entity is not None:
            return True
        if match.form.use == "people" or match.form.known.kind == "Country":
            return tokens[0].pos in ("PROPN", "ADJ", "NOUN", "X")
        common = tokens[0].text.lower() in lexicon.common_words() | self.lower_words
        initial = self.annotation.sentence(match.first).first == match.first
        return not (common and (initial or self.shouted(match.first) or tokens[0].pos != "PROPN"))

    def shouted(self, i: int) -> bool:
        """Whether the sentence of token `i` is all in capitals, so that a capital says nothing."""
        return self._shouted[self.annotation.sentence_index(i)]

    @cached_property
    def _shouted(self) -> tuple[bool, ...]:
        return tuple(self.annotation.text[s.start : s.end].isupper() for s in self.annotation.sentences)

    def titled(self, token: Token) -> bool:
        """Whether a token is a title, an actor noun or a state's adjective, as stand before a name."""
        word = token.text.lower().rstrip(".")
        return word in lexicon.titles() or word in lexicon.nouns() or token.i in self._adjectives

    def titled_before(self, first: int) -> bool:
        """Whether a person's title stands directly before token `first`."""
        if first == self.annotation.sentence(first).first:
            return False
        at = self.noun_at(first - 1)
        word = self.annotation.tokens[first - 1].text.lower().rstrip(".")
        return word in lexicon.titles() or (at is not None and at.noun.kind == "Person" and not at.plural)

    def noun_at(self, i: int) -> NounAt | None:
        """The longest actor noun that ends at token `i`."""
        first = self.annotation.sentence(i).first
        for length in range(NOUN_WORDS * 2, 0, -1):
            start = i - length + 1
            if start < first:
                continue
            text = self._lower(start, i + 1)
            entry = lexicon.nouns().get(text)
            if entry is None:
                continue
            noun, plural = entry
            head = self.annotation.head_of(start, i + 1)
            if noun.capital and not plural and (noun.kind != "Person" or not self._capital(head)):
                return None
            many = plural or (head.tag in ("NNS", "NNPS") and text != noun.noun)
            return NounAt(start, i + 1, head.i, noun, many)
        return None

    def _capital(self, token: Token) -> bool:
        """Whether a capital letter makes a name or a title of a word that else is none."""
        return token.text[:1].isupper() and not (len(token.text) > 3 and self.shouted(token.i))

    def _lower(self, first: int, last: int) -> str:
        tokens = self.annotation.tokens[first:last]
        gaps = (" " if n and t.start > tokens[n - 1].end else "" for n, t in enumerate(tokens))
        return "".join(gap + t.text.lower() for gap, t in zip(gaps, tokens, strict=True))

    def left_edge(self, i: int) -> int:
        """The first token of the modifiers that stand directly before token `i` and depend on it."""
        first = i
        start = self.annotation.sentence(i).first
        while first > start and self._modifies(first - 1, i):
            first -= 1
        return first

    def _modifies(self, j: int, i: int) -> bool:
        token = self.annotation.tokens[j]
        if (token.tag in _NOT_LEFT and token.dep != "cc") or self.is_dash(j):
            return False
        while token.head != i:
            listed = token.dep in ("conj", "cc") and token.head < i
            if token.head == token.i or not (listed or (token.dep in _LEFT and j < token.head < i)):
                return False
            token = self.annotation.tokens[token.head]
        return token.dep in _LEFT

    def is_dash(self, i: int) -> bool:
        """Whether token `i` is a dash with space on both sides, which divides ("FILE - Police stand guard")."""
        tokens = self.annotation.tokens
        spaced = 0 < i < len(tokens) - 1 and tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start
        return spaced and tokens[i].text in ("-", "--", "–", "—")

    def is_hyphenated(self, i: int) -> bool:
        """Whether token `i` goes on from a hyphen before it ("run" in "best-run")."""
        tokens = self.annotation.tokens
        return i > 0 and tokens[i - 1].text == "-" and tokens[i - 1].end == tokens[i].start

    def is_proper(self, word: str) -> bool:
        """Whether the running text writes `word` with a capital where no sentence begins."""
        starts = (self.annotation.sentence(i).first for i in self.places_of_words.get(word, ()))
        where = zip(self.places_of_words.get(word, ()), starts, strict=True)
        return word[:1].isupper() and any(i > first and self._after_word(i) for i, first in where)

    def _after_word(self, i: int) -> bool:
        before = self.annotation.tokens[i - 1].text
        return not before[:1].isupper() or before in ("The", "A", "An")

    def relational(self, i: int) -> bool:
        """Whether token `i` only says how others relate to it ("Iranian-backed", "pro-Iranian")."""
        tokens = self.annotation.tokens
        after = i + 2 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == tokens[i].end
        before = i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() in _RELATION
        return before or (after and tokens[i + 2].tag in ("VBN", "VBD", "JJ", "VBG", "NN"))

    def owners(self, i: int) -> tuple[Token, ...]:
        """Who the noun at token `i` belongs to: "Iraq's …", "… of Iraq", "… for the ministry"."""
        found = list(self.annotation.children(i, "poss"))
        for link in self.annotation.children(i, "prep"):
            if link.text.lower() in LINKS:
                found.extend(self.annotation.children(link.i, "pobj"))
        return tuple(found)

    def qualifiers(self, first: int, i: int) -> tuple[Known, ...]:
        """The known actors that qualify the noun at token `i`: before it from token `first`, then its owners."""
        inside = [m for j in range(first, i) if (m := self.match_at.get(j)) is not None and m.first == j]
        inside = [m for m in inside if not any(self.relational(k) for k in range(m.first, m.last))]
        owned = [m for owner in self.owners(i) if (m := self.match_at.get(owner.i)) is not None]
        return tuple(m.form.known for m in [*inside, *owned] if m.form.use != "capital")

    def country_of(self, i: int) -> str | None:
        """The state of the place named at token `i`."""
        place = self.place_at.get(i)
        return place.country if place is not None else None
