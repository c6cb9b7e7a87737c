"""Which words of a text stand in quotation marks, and so are another's than the writer's.

A quotation that is never closed ends with its paragraph.
"""

from __future__ import annotations

from dateline.extractors.syntax import Annotation, Token


def quoted(annotation: Annotation) -> frozenset[int]:
    """Tokens within quotation marks."""
    found: set[int] = set()
    paragraph, inside = -1, False
    for sentence in annotation.sentences:
        if sentence.paragraph != paragraph:
            paragraph, inside = sentence.paragraph, False
        for token in annotation.tokens[sentence.first : sentence.last]:
            if _is_mark(token):
                inside = not inside
            elif inside:
                found.add(token.i)
    return frozenset(found)


def is_quoted(annotation: Annotation, i: int) -> bool:
    """Whether token `i`, or what would stand in its place, is within quotation marks."""
    here = annotation.sentence_index(i)
    first = here
    while first > 0 and annotation.sentences[first - 1].paragraph == annotation.sentences[here].paragraph:
        first -= 1
    marks = sum(map(_is_mark, annotation.tokens[annotation.sentences[first].first : i]))
    return marks % 2 == 1


def _is_mark(token: Token) -> bool:
    return token.text == '"' or token.tag in ("``", "''")
