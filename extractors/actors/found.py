"""A mention of an actor on its way to becoming one: what its own words say, before identity is settled."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extractors.syntax import Annotation
from dateline.graph.model import Form


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `first` to `last` (exclusive) with `head` as the token that governs them.

    `key` names the identity where the words alone settle it (a known organisation, a state), else it is empty. `nouns`
    are the head noun or the titles and appositions, in the singular. `sure` is False where only the language model
    says what `kind` it is.
    """

    first: int
    last: int
    head: int
    form: Form
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    links: tuple[str, ...] = ()
    key: str = ""
    nouns: tuple[str, ...] = ()
    plural: bool = False
    sure: bool = True
    gender: str | None = None


def words(annotation: Annotation, first: int, last: int) -> str:
    """Tokens `first` to `last` (exclusive) as one readable line, with single spaces."""
    parts = [annotation.tokens[first].text]
    for before, token in zip(annotation.tokens[first : last - 1], annotation.tokens[first + 1 : last], strict=True):
        parts.append(token.text if token.start == before.end else " " + token.text)
    return "".join(parts)
