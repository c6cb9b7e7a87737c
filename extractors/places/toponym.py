"""A stretch of text that names a place, before it is known which."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens `first` to `last` (exclusive) that name a place.

    `name` is what the gazetteer is asked for. `hint` says what the words beside it make of it: city, region, county, or
    the list of a site's noun (site, house, mission, water, land). `part` is the part of it that is meant ("southern").
    What the text puts around it: `around`, the index of another toponym of the same sequence ("Austin, Texas"), and
    `land`, an ISO 3166-1 alpha-3 code ("the Iraqi city of Basra").
    """

    first: int
    last: int
    name: str
    hint: str = ""
    part: str = ""
    around: int | None = None
    land: str | None = None
