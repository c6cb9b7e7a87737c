"""Which verbs report what somebody says."""

from __future__ import annotations

from dateline.extractors.syntax import Token
from dateline.extractors.words import word_lists


def is_reporting(token: Token) -> bool:
    """Whether a verb's word, whatever its use here, is one of saying."""
    return token.lemma in word_lists("reporting.toml")["verbs.say"]
