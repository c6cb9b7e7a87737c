"""What a whole text is about, where that changes what its words mean."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation
from dateline.extractors.words import word_lists

_SIGNS = ((6, 0.025), (12, 0.015))
"""Of how many different words of sport, with what share in all words, such a report has at least one pair."""


def is_of_sport(a: Annotation) -> bool:
    """Whether a text tells of a match or a race; a verdict on a player, or a riot of fans, has fewer such words."""
    words = word_lists("domains.toml")["sport.words"]
    told = [t.lemma for t in a.tokens if t.lemma in words or t.text.lower() in words]
    return any(len(set(told)) >= least and len(told) >= share * len(a.tokens) for least, share in _SIGNS)
