"""The reader of web pages: the article as trafilatura reads it out, without what a browser would not show.

An ordinary page is read in this process, in some hundredths of a second. What could take trafilatura or libxml2 very
long, many tags or one tag with thousands of attributes (which libxml2 reads in quadratic time), is read in a child
process under the limits; a child for every page would cost 0.4 s each.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import etree, html

from dateline.extractors.documents.boilerplate import boilerplate
from dateline.extractors.documents.decoding import decode
from dateline.extractors.documents.limited import MEBIBYTE, Limits, Refused, call
from dateline.extractors.documents.metadata import Element, address, published, shown
from dateline.extractors.documents.reading import Reading

MAX_BYTES, MAX_TAGS, MAX_TAG = 2 * MEBIBYTE, 20_000, 4_000
"""A page of more bytes, more tags or a longer tag (in bytes) is read in a child process."""
MIN_WORDS = 6
"""An article has a sentence of so many words that is no notice."""

_LONG_TAG = re.compile(rb"<[^<>]{%d}" % MAX_TAG)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDING_RULE = re.compile(r"([^{}]+)\{[^{}]*(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]*\}", re.I)
_AT_RULE = re.compile(r"@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")


def read(data: bytes, limits: Limits) -> Reading:
    """The article in `data`. Raises `Refused` where there is none and where a limit is met."""
    if len(data) > limits.markup:
        raise Refused(f"the page is larger than {limits.markup // MEBIBYTE} MB", "save the article's text as .txt")
    harmless = len(data) <= MAX_BYTES and data.count(b"<") <= MAX_TAGS and not _LONG_TAG.search(data)
    found = extract(data) if harmless else call(f"{__name__}:extract", data, limits)
    date, visible_date = (dt.date.fromisoformat(day) if day else None for day in found.pop("days"))
    return Reading(**found, date=date, visible_date=visible_date)


def extract(data: bytes) -> dict[str, Any]:
    """The fields of a `Reading` of `data` as JSON values, its two dates under `days`. Raises `Refused`."""
    text, encoding = decode(data, markup=True)
    page = _parse(text)
    visible = deepcopy(page)
    _drop_hidden(visible)
    article = _article(visible)
    lines = [" ".join(line.strip().removeprefix("- ").strip("|").split()) for line in (article.text or "").split("\n")]
    if not any(len(line.split()) >= MIN_WORDS and _SENTENCE.search(line) and not boilerplate(line) for line in lines):
        raise _no_article()
    url = article.url or address(page, article.title)
    days = published(page, article.title, url), shown(visible)
    return {
        "text": "\n\n".join(line for line in lines if line),
        "encoding": encoding,
        "title": article.title or None,
        "url": url,
        "publisher": article.sitename or None,
        "days": [day.isoformat() if day else None for day in days],
    }


def _parse(text: str) -> Element:
    # Control characters would end the page or spoil it for lxml; the encoding is known here, so that no declaration
    # can mislead libxml2.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_CONTROL.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise _no_article() from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Refused("its elements are nested too deeply", "save the article's text as .txt")
    return tree


def _drop_hidden(tree: Element) -> None:
    """Take out what a browser does not show: by attribute, by style, by a rule of the page's own style sheet."""
    hidden = _hidden_selectors(tree)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "head"):
            continue
        names = [f"#{element.get('id')}", *(f".{each}" for each in (element.get("class") or "").split())]
        if (
            element.get("hidden") is not None
            or element.tag == "template"
            or (element.get("aria-hidden") or "").lower() == "true"
            or _HIDDEN.search(element.get("style") or "")
            or not hidden.isdisjoint(names)
        ):
            element.drop_tree()


def _hidden_selectors(tree: Element) -> set[str]:
    """`.class` and `#id` that a style sheet in the page hides on every screen."""
    sheets = " ".join(_AT_RULE.sub(" ", (style.text or "")[: 1 << 18]) for style in tree.iter("style"))
    found = (part.strip() for rule in _HIDING_RULE.findall(sheets) for part in rule.split(","))
    return {part for part in found if re.fullmatch(r"[.#][\w-]+", part)}


def _article(tree: Element) -> Any:
    """What trafilatura makes of `tree`, captions of pictures kept: its `Document`."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    for figure in tree.iter("figure"):
        figure.tag = "div"
    for caption in tree.iter("figcaption"):
        caption.tag = "p"
    try:
        found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    except Exception as error:  # a fault of the library costs one page, not the run
        raise Refused(f"trafilatura failed on it ({error!r})", "save the article's text as .txt") from error
    if found is None:
        raise _no_article()
    return found


def _no_article() -> Refused:
    return Refused("no article text", "give the page of one article, or save its text as .txt")
