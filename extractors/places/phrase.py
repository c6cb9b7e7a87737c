"""How names stand in running text: capitals, neighbours, runs of them."""

from __future__ import annotations

from dateline.extractors.syntax import Annotation, Sentence, Token

BREAKS = frozenset({"DET", "ADP", "CCONJ", "PRON", "SCONJ", "VERB", "AUX", "ADV"})
"""Parts of speech that end a run of names, capitals or not."""
TITLED = 0.7
"""Share of words with a capital that makes a headline."""

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


def is_titled(annotation: Annotation, sentence: Sentence) -> bool:
    """Whether nearly every word has a capital, as in headlines, so that capitals tell nothing."""
    long = [t for t in annotation.tokens[sentence.first : sentence.last] if len(t.text) > 3]
    return len(long) > 2 and sum(t.text[:1].isupper() for t in long) > TITLED * len(long)


def run_left(annotation: Annotation, end: int) -> int:
    """Where the capitalised words that lead up to token `end` (exclusive) begin; `end` itself if there are none."""
    first = end
    while (
        first > annotation.sentence(end - 1).first
        and (first == end or joined(annotation, first - 1, first))
        and (capitalised(annotation.tokens[first - 1]) or _ordinal(annotation.tokens[first - 1]))
        and annotation.tokens[first - 1].pos not in BREAKS
    ):
        first -= 1
    return first


def text_of(annotation: Annotation, first: int, last: int) -> str:
    """The words of tokens `first` to `last` (exclusive), cleaned, with the document's own spacing between them."""
    parts: list[str] = []
    for token in annotation.tokens[first:last]:
        if parts and token.start > annotation.tokens[token.i - 1].end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)


def listed_noun(annotation: Annotation, first: int, last: int) -> Token | None:
    """The plural noun of the list that a name stands in: "Harvey and Harper counties", "the towns of Kab and Sela"."""
    tokens, sentence = annotation.tokens, annotation.sentence(first)
    i = last
    while i < sentence.last and _listed(tokens[i]):
        i += 1
    parted = first > sentence.first and _parts(tokens[first - 1])
    if i < sentence.last and tokens[i].tag in {"NNS", "NNPS"} and (parted or any(map(_parts, tokens[last:i]))):
        return tokens[i]
    i = first - 1
    while i > sentence.first and _listed(tokens[i]):
        i -= 1
    if i > sentence.first and tokens[i].text == "of" and tokens[i - 1].tag == "NNS":
        return tokens[i - 1]
    return None


def _listed(token: Token) -> bool:
    return capitalised(token) or _parts(token) or token.text == "-"


def _parts(token: Token) -> bool:
    return token.text in {",", "and", "or", "&"}


def _ordinal(token: Token) -> bool:
    return token.text[:1].isdigit() and token.text[-2:].lower() in {"st", "nd", "rd", "th"}
