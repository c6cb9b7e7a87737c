"""Words as the encoder reads them: lower case, without accents, cut into the pieces of its vocabulary (WordPiece).

The cutting is that of the uncased BERT models (Devlin et al. 2019): punctuation stands alone, and the longest piece
that the vocabulary knows comes first. The vocabulary, `data/proposals/wordpieces.txt.gz`, is that of
bert-base-uncased, 30,522 pieces, by Google (Apache-2.0).
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from functools import cache

from dateline.extractors.datafiles import DATA

VOCABULARY = "proposals/wordpieces.txt.gz"
_UNKNOWN = "[UNK]"
_MAX_WORD = 100
"""Characters of the longest word that is cut; a longer one is unknown."""

_WORDS = re.compile(r"[^\W_]+|[^\s]")
_JOINED = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@cache
def vocabulary() -> dict[str, int]:
    """Number of each piece."""
    text = gzip.decompress((DATA / VOCABULARY).read_bytes()).decode("utf-8")
    return {piece: number for number, piece in enumerate(text.splitlines())}


def start_and_end() -> tuple[int, int]:
    """Numbers of the marks that stand before and after each text."""
    return vocabulary()["[CLS]"], vocabulary()["[SEP]"]


@cache
def pieces(token: str) -> tuple[int, ...]:
    """Numbers of the pieces of a token; at least one."""
    plain = "".join(c for c in unicodedata.normalize("NFD", token.lower()) if unicodedata.category(c) != "Mn")
    words = _WORDS.findall(_JOINED.sub(r" \g<0> ", plain))
    return tuple(number for word in words for number in _cut(word)) or (vocabulary()[_UNKNOWN],)


def _cut(word: str) -> tuple[int, ...]:
    known = vocabulary()
    found: list[int] = []
    at = 0
    while at < len(word) <= _MAX_WORD:
        end = len(word)
        lead = "##" if at else ""
        while end > at and lead + word[at:end] not in known:
            end -= 1
        if end == at:
            return (known[_UNKNOWN],)
        found.append(known[lead + word[at:end]])
        at = end
    return tuple(found) or (known[_UNKNOWN],)
