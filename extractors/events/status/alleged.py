"""Crimes that are no more than what somebody is held or charged for: "arrested for theft", "a drunk-driving charge"."""

from __future__ import annotations

from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.status.signs import Factuality, is_sign
from dateline.extractors.syntax import Annotation

_LINKS = frozenset({"prep", "pobj", "pcomp", "compound", "nmod", "conj", "dobj", "amod"})


def alleged(a: Annotation, anchor: int) -> Factuality | None:
    """What a verb or noun of charging above an event in its own clause makes of it; None where there is none."""
    token = a.tokens[anchor]
    while token.dep in _LINKS and token.head != token.i:
        token = a.head(token.i)
        if is_sign(token, "deeds.cleared"):
            return Factuality("negative", sign=token.text)
        if is_sign(token, "deeds.alleged"):
            return Factuality(modality="possible", sign=token.text)
        if is_verb(token) and token.dep not in ("pcomp", "conj"):
            return None
    return None
