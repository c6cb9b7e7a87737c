"""Which claim of which record a passage names: by document and words, which hold when the text is read anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.graph.corrections.model import Passage
from dateline.graph.model import Claim
from dateline.graph.naming import Names

QUOTED = 160
"""Characters of a sentence that a correction quotes at most."""


class Passages:
    """The claims of all records as read, to be looked up."""

    def __init__(self, names: Sequence[Names]) -> None:
        self._names = names
        self._numbers: dict[str, list[int]] = {}
        for number, one in enumerate(names):
            document = one.record.document
            for name in {document.id, document.url, *document.also, one.document.value}:
                if name:
                    self._numbers.setdefault(name, []).append(number)

    def documents(self, name: str) -> Sequence[int]:
        """The numbers of the records whose document has this id, address or IRI."""
        return self._numbers.get(name, ())

    def find(self, passage: Passage) -> tuple[int, str] | str:
        """The number of the record and the id of the claim; else why there is not one.

        A claim whose trigger has the very words of the passage comes before those whose trigger holds them, or is held.
        """
        numbers = self.documents(passage.document)
        if not numbers:
            return f"there is no document {passage.document!r}"
        exact, close = [], []
        for number, claim, triggers in self._told(passage, numbers):
            words = folded(passage.words or "")
            if not words or words in triggers:
                exact.append((number, claim))
            elif any(words in trigger or trigger in words for trigger in triggers):
                close.append((number, claim))
        found = exact or close
        if not found:
            return f"no event is told as {_shown(passage)}"
        if len(found) > 1:
            told = ", ".join(f"{claim.subtype or claim.type} {claim.mentions[0].text!r}" for _, claim in found)
            return f"{len(found)} events are told as {_shown(passage)} ({told}): tell them apart by words or type"
        return found[0][0], found[0][1].id

    def _told(self, passage: Passage, numbers: Sequence[int]) -> Iterator[tuple[int, Claim, list[str]]]:
        """Claims of the passage's type with the words of their triggers in its quote."""
        quote = folded(passage.quote or "")
        for number in numbers:
            record = self._names[number].record
            for claim in record.events:
                triggers = [
                    folded(mention.text)
                    for mention in claim.mentions
                    if quote in folded(record.document.text[mention.sentence.start : mention.sentence.end])
                ]
                if triggers and passage.type in (None, claim.type, claim.subtype):
                    yield number, claim, triggers


def folded(text: str) -> str:
    """A text for comparison: case and spaces apart."""
    return " ".join(text.split()).casefold()


def _shown(passage: Passage) -> str:
    parts = (passage.type, passage.words and f"{passage.words!r}", passage.quote and f"in {passage.quote!r}")
    return " ".join([*filter(None, parts), f"by {passage.document!r}"])


def passage(name: Names, claim: str) -> Passage:
    """What names the claim with this IRI; with its type where other claims are told in the same words."""
    record = name.said or name.record
    id_ = next(id_ for id_, iri in name.claims.items() if iri.value == claim)
    told = next(each for each in record.events if each.id == id_)
    mention = told.mentions[0]
    sentence = " ".join(record.document.text[mention.sentence.start : mention.sentence.end].split())
    bare = Passage(record.document.id, _shortened(sentence), " ".join(mention.text.split()))
    sole = Passages([name]).find(bare)
    return replace(bare, type=told.subtype or told.type) if isinstance(sole, str) else bare


def _shortened(sentence: str) -> str:
    """The beginning of a long sentence, up to the end of a word: enough to know it by."""
    return sentence if len(sentence) <= QUOTED else sentence[:QUOTED].rpartition(" ")[0] or sentence[:QUOTED]
