"""Places of their own that carry the name of another: "Baghdad airport", "Oak Street", "the U.S. Embassy"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extractors.places.gazetteer import Candidate
from dateline.extractors.places.toponym import Toponym


def facilities(
    toponyms: Sequence[Toponym], places: Sequence[Candidate | None]
) -> tuple[tuple[Toponym, ...], tuple[Candidate | None, ...]]:
    """The toponyms and places given, with those of facilities added."""
    return tuple(toponyms), tuple(places)
