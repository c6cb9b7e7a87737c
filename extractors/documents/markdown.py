"""The reader of Markdown (CommonMark): the words as they are read, without the marks that set them.

Paragraphs, headings, quotations and items of lists are paragraphs of the text; a link is its words, a picture and raw
HTML are nothing. The front matter is read as the header block of a plain text is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.extractors.documents.decoding import decode
from dateline.extractors.documents.limited import Limits
from dateline.extractors.documents.plain import header
from dateline.extractors.documents.reading import Reading

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read(data: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader takes the limits
    """The words of `data`. Raises `Refused` where it is binary or in no encoding that is known."""
    source, encoding = decode(data)
    head = header(source)
    tokens = MarkdownIt("commonmark").parse(source[head.end :])
    heading = next((_words(after) for each, after in pairwise(tokens) if each.tag == "h1"), None)
    text = "\n\n".join(words for token in tokens if (words := _words(token)))
    return Reading(text, encoding, title=head.title or heading, url=head.url, date=head.date)


def _words(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content.strip()
    return "".join(_inline(token.children or [])).strip()


def _inline(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            yield child.content
        else:
            yield _BREAKS.get(child.type, "")
