"""Whom a text is about just now: the person that "he" or "she" means.

After the centering of Grosz, Joshi and Weinstein (1995) in its simplest form: of the persons who agree, the subjects of
the nearest sentence that has any come first; where two are left, none is taken. What is quoted is another's
world: a pronoun outside quotation marks does not go back to a name within them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.together import SUBJECT
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_REACH = 3
"""How many sentences outside quotation marks may lie between a pronoun and the person."""
_PARAGRAPHS = 3
_SUBORDINATE = ("compound", "nmod", "amod", "poss")
_OWN_CLAUSE = ("dobj", "dative", "pobj")


class Salience:
    """Mentions of persons in text order, to which pronouns are added as they are read."""

    def __init__(self, annotation: Annotation, groups: Groups, quoted: frozenset[int]) -> None:
        self.annotation = annotation
        self.groups = groups
        self.quoted = quoted
        self._genders: dict[int, str] = {}
        self._mentions: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for n, one in enumerate(groups.found):
            self._mentions[annotation.sentence_index(one.head)].append((one.head, n))

    def told(self, token: Token, n: int, sort: str | None) -> None:
        """Take in that the pronoun `token` means mention `n`; "he" and "she" also tell the gender."""
        self._mentions[self.annotation.sentence_index(token.i)].append((token.i, n))
        if sort in ("m", "f"):
            self._genders.setdefault(self.groups.of(n), sort)

    def agrees(self, n: int, sort: str, loose: bool = False) -> bool:
        """Whether mention `n` fits a pronoun of `sort`: m, f, many or body; `loose` lets "they" mean a body."""
        one = self.groups.found[n]
        if sort in ("m", "f"):
            genders = self.groups.told(n).genders | {self._genders.get(self.groups.of(n), sort)}
            return one.kind == "Person" and not one.plural and genders <= {sort}
        if sort == "many":
            return one.plural or one.kind == "Group" or (loose and one.kind == "Organization")
        return one.kind in ("Organization", "Country") and not one.plural

    def many(self, n: int) -> bool:
        """Whether mention `n` is a body that goes on as "they": "police sealed off the road. They …"."""
        bodies = word_lists("actors/words.toml")["plural.bodies"]
        return self.groups.found[n].name.lower().split()[-1] in bodies

    def person(self, token: Token, sort: str) -> int | None:
        """The mention that "he" (`sort` m) or "she" (f) at `token` goes back to; None where it may be two."""
        barred = self._fellow(token)
        for sentence in self._back(token):
            fits = [
                (head, n)
                for head, n in self._mentions[sentence]
                if head < token.i
                and self._in_view(head, token)
                and self.agrees(n, sort)
                and self.groups.of(n) != barred
                and not self._holds(n, token)
            ]
            if fits:
                return self._first(fits, sort)
        return None

    def _back(self, token: Token) -> Iterator[int]:
        """This sentence and those before it, as far as a pronoun reaches."""
        sentences = self.annotation.sentences
        here = self.annotation.sentence_index(token.i)
        plain = 0
        for at in range(here, -1, -1):
            if sentences[here].paragraph - sentences[at].paragraph > _PARAGRAPHS or plain > _REACH:
                return
            if sentences[at].headline and at != here:
                return
            yield at
            said = range(sentences[at].first, sentences[at].last)
            plain += any(i not in self.quoted and self.annotation.tokens[i].pos == "VERB" for i in said)

    def _in_view(self, head: int, token: Token) -> bool:
        return head not in self.quoted or token.i in self.quoted

    def _holds(self, n: int, token: Token) -> bool:
        """Whether the pronoun is a part of the mention's own phrase: "his wife" is never "his"."""
        return self.groups.found[n].head in (t.i for t in self.annotation.ancestors(token.i))

    def _fellow(self, token: Token) -> int | None:
        """The group of the subject beside which the pronoun stands: "she called him" are two."""
        if token.dep not in _OWN_CLAUSE or token.tag != "PRP" or token.text.lower().endswith("self"):
            return None
        verb = next((t for t in self.annotation.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
        while verb is not None and verb.dep in ("conj", "advcl") and not self.annotation.children(verb.i, *SUBJECT):
            verb = self.annotation.head(verb.i)  # "Ann met the mayor, accusing him"
        if verb is None:
            return None
        subjects = {t.i for t in self.annotation.children(verb.i, *SUBJECT)}
        mentions = self._mentions[self.annotation.sentence_index(token.i)]
        return next((self.groups.of(n) for head, n in mentions if head in subjects), None)

    def _first(self, fits: list[tuple[int, int]], sort: str) -> int | None:
        """The one person among the mentions `fits`, else the one whose gender is known, else the one subject."""
        tokens = self.annotation.tokens
        known = [(h, n) for h, n in fits if sort in self.groups.told(n).genders or self.groups.of(n) in self._genders]
        subjects = [(h, n) for h, n in fits if tokens[h].dep in SUBJECT]
        both = [pair for pair in subjects if pair in known]
        clear = [(h, n) for h, n in fits if tokens[h].dep not in _SUBORDINATE]
        for choice in (fits, both, subjects, clear):
            if len({self.groups.of(n) for _, n in choice}) == 1:
                return choice[-1][1]
        return None
