"""Which words of a text stand in quotation marks, and so are another's than the writer's, and which verbs tell whose.

A quotation that is never closed ends with its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.reporting import is_reporting
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


def telling(annotation: Annotation, i: int) -> Iterator[Token]:
    """The verbs whose subject may speak the quotation that token `i` stands in, the likeliest first: those of its own
    sentence, behind it while the quotation goes on, before it, or in a short "she said" behind it."""
    here = annotation.sentence_index(i)
    sentences = annotation.sentences
    goes_on = is_quoted(annotation, min(sentences[here].last, len(annotation.tokens) - 1))
    for near in (here, here + 1, *_back(annotation, here)) if goes_on else (here, *_back(annotation, here), here + 1):
        if 0 <= near < len(sentences) and sentences[near].paragraph == sentences[here].paragraph:
            for token in annotation.tokens[sentences[near].first : sentences[near].last]:
                news = near > here and not goes_on and annotation.children(token.i, "ccomp")  # "He added that …"
                verb = token.pos in ("VERB", "AUX") and is_reporting(token)
                if verb and not is_quoted(annotation, token.i) and not news:
                    yield token


def _back(annotation: Annotation, here: int) -> tuple[int, ...]:
    """The sentences before a quoted one, the nearest first, to the one in which the quotation opens, or before it if it
    begins there: `"Go," said Ann. "It is late. The bus waits."`."""
    at = here - 1
    while at > 0 and is_quoted(annotation, annotation.sentences[at].first):
        at -= 1
    if at > 0 and _is_mark(annotation.tokens[annotation.sentences[at].first]):
        at -= 1
    return tuple(range(here - 1, at - 1, -1))


def _is_mark(token: Token) -> bool:
    return token.text == '"' or token.tag in ("``", "''")
