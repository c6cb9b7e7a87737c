"""A stretch of text that may name a place, before it is known which."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens `first` to `last` (exclusive) that name a place.

    `name` is what the gazetteer is asked for; `hint` what the words beside it say it is (city, region, water, land,
    facility, airport, part); `around` the index (in the same sequence) of the toponym that the text puts around it:
    "Austin, Texas".
    """

    first: int
    last: int
    name: str
    hint: str = ""
    around: int | None = None
