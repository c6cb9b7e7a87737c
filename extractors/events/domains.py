"""What a whole text is about, where that changes what its words mean."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation
from dateline.extractors.words import word_lists

_SIGNS = ((6, 0.025), (12, 0.015))
"""Of how many different words of sport, with what share in all words, such a report has at least one pair."""
_BEYOND = 3
"""How many different words of crime and harm show that a text tells of more than sport."""


def is_of_sport(a: Annotation) -> bool:
    """Whether a text tells of a match or a race, and not of a verdict on a player or of a riot of fans."""
    told = _told(a, "sport.words")
    if len(set(_told(a, "sport.beyond"))) >= _BEYOND:
        return False
    return any(len(set(told)) >= least and len(told) >= share * len(a.tokens) for least, share in _SIGNS)


def _told(a: Annotation, key: str) -> list[str]:
    words = word_lists("domains.toml")[key]
    return [t.lemma for t in a.tokens if t.lemma in words or t.text.lower() in words]
