"""How names stand in running text: capitals, neighbours, runs of them."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation, Token

_PREFIXES = ("al-", "el-", "as-", "an-", "ad-", "ar-", "at-", "ash-", "d'", "l'", "s-")


def capitalised(token: Token) -> bool:
    """Whether a token is written as a name: "Baghdad", "al-Asad", "U.S."."""
    text = token.text
    return text[:1].isupper() or any(
        text.lower().startswith(prefix) and text[len(prefix) : len(prefix) + 1].isupper() for prefix in _PREFIXES
    )


def joined(annotation: Annotation, left: int, right: int) -> bool:
    """Whether the neighbouring tokens `left` and `right` can belong to one name: nothing between them but space."""
    a, b = annotation.tokens[left], annotation.tokens[right]
    return (
        annotation.text[a.end : b.start].strip() == ""
        and annotation.sentence_index(left) == annotation.sentence_index(right)
        and (a.text[-1].isalnum() or (a.text[-1] == "." and len(a.text) > 1) or a.text in {"-", "/"})
    )


def run_left(annotation: Annotation, end: int) -> int:
    """Where the capitalised words that lead up to token `end` (exclusive) begin; `end` itself if there are none."""
    first = end
    while (
        first > annotation.sentence(end).first
        and (first == end or joined(annotation, first - 1, first))
        and (capitalised(annotation.tokens[first - 1]) or _ordinal(annotation.tokens[first - 1]))
    ):
        first -= 1
    while first < end and annotation.tokens[first].pos in {
        "DET",
        "ADP",
        "CCONJ",
        "PRON",
        "SCONJ",
        "VERB",
        "AUX",
        "ADV",
    }:
        first += 1
    return first


def text_of(annotation: Annotation, first: int, last: int) -> str:
    """The words of tokens `first` to `last` (exclusive), cleaned, with the document's own spacing between them."""
    parts: list[str] = []
    for token in annotation.tokens[first:last]:
        if parts and token.start > annotation.tokens[token.i - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def _ordinal(token: Token) -> bool:
    return token.text[:1].isdigit() and token.text[-2:].lower() in {"st", "nd", "rd", "th"}
