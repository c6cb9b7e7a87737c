"""A correction, and how it names what a document says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["merge", "split", "retype", "redate", "relocate", "reject", "rename"]


@dataclass(frozen=True, slots=True)
class Passage:
    """An event as one document tells it: `document` is its id or address, `quote` a part of the sentence, `words` the
    words that report the event; `type` tells apart events reported by the same words."""

    document: str
    quote: str | None = None
    words: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a `relocate`: a name that the documents know, or one with what else is known of it."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: which `kind`, of what, by whom and why; `line` is where the file tells it.

    `claims` are what is corrected, `apart` (of a split) what they are kept apart from. `type` is a class or subtype of
    events, `date` one as `edtf.bounds` reads it. `actor` (renamed to `name`) is one of `document`, or of any; an empty
    `link` takes its links away, `None` leaves them.
    """

    kind: Kind
    reason: str
    author: str
    claims: tuple[Passage, ...] = ()
    apart: tuple[Passage, ...] = ()
    type: str | None = None
    date: str | None = None
    place: Where | None = None
    actor: str | None = None
    name: str | None = None
    document: str | None = None
    link: str | None = None
    line: int | None = None

    @property
    def because(self) -> str:
        """Who corrected it and why, for reasons."""
        return f"{self.author}: {self.reason}"
