"""What a whole text is about, where that changes what its words mean."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation
from dateline.extractors.words import word_lists

DOMAINS = ("sport", "campaign")
"""The tables of `data/domains.toml`."""
_SIGNS = ((6, 0.025), (12, 0.015))
"""Of how many different words of a domain, with what share in all words, a text of it has at least one pair."""
_BEYOND = 3
"""How many different words of crime and harm show that a text tells of more."""


def domains(a: Annotation) -> frozenset[str]:
    """The domains that a text is of: a match or a race, and not a verdict on a player or a riot of fans; a campaign
    for votes, and not a coup or a rally shot at."""
    return frozenset(name for name in DOMAINS if _is_of(a, name))


def _is_of(a: Annotation, name: str) -> bool:
    told = _told(a, f"{name}.words")
    if len(set(_told(a, f"{name}.beyond"))) >= _BEYOND:
        return False
    return any(len(set(told)) >= least and len(told) >= share * len(a.tokens) for least, share in _SIGNS)


def _told(a: Annotation, key: str) -> list[str]:
    words = word_lists("domains.toml")[key]
    return [t.lemma for t in a.tokens if t.lemma in words or t.text.lower() in words]
