"""When a page says it was published: JSON-LD, meta elements, microdata, `<time>`, and the date line shown to readers.

References: schema.org `datePublished`, Open Graph `article:published_time`, Dublin Core `dcterms:issued`, HTML `time`.
Address and `<time>` of other stories on the page do not count, nor does any copyright line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from lxml import etree

from dateline.extractors.documents.datelines import day_of_line
from dateline.extractors.documents.days import day, days
from dateline.extractors.documents.words import words

Element = Any
"""An lxml element; lxml ships no types."""

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?$")
_OUTSIDE = frozenset(["nav", "aside", "footer", "form", "iframe"])
_SMALL = (
    "p",
    "div",
    "span",
    "li",
    "td",
    "th",
    "dd",
    "small",
    "address",
    "time",
    "b",
    "i",
    "em",
    "strong",
    "font",
    "h4",
)
MAX_SHOWN = 120
"""An element with more text, in code points, shows more than a date."""


def published(tree: Element, title: str | None, url: str | None) -> date | None:
    """The date of publication in the markup of `tree`; `title` and `url` of the page tell its own article among
    several. A date of change is taken only where there is no other."""
    return _of_json(tree, title, url) or _of_meta(tree, "published") or _of_elements(tree) or _of_meta(tree, "modified")


def address(tree: Element, title: str | None) -> str | None:
    """The page's own web address as the JSON-LD of its article gives it; of several the one with the page's `title`."""
    articles = [node for node in _nodes(tree) if _is_article(node)]
    own = [node for node in articles if len(articles) == 1 or (title and node.get("headline") == title)]
    found = {place for node in own if (place := _place(node)) and re.match(r"https?://[^\s<>\"]+$", place)}
    return found.pop() if len(found) == 1 else None


def shown(tree: Element) -> date | None:
    """The date that the page shows its readers outside the text of the article ("Published: 5 January 2020")."""
    classed = None
    for element in tree.iter(*_SMALL):
        if sum(1 for _ in islice(element.iter(), 7)) > 6:
            continue
        text = " ".join("".join(element.itertext()).split())
        if not 8 <= len(text) <= MAX_SHOWN or not any(char.isdigit() for char in text) or _is_elsewhere(element):
            continue
        if found := day_of_line(text):
            return found
        dates = {each.date for each in days(text)}
        if classed is None and len(dates) == 1 and _is_classed(element, "classes") and "©" not in text:
            classed = dates.pop()
    return classed


def _of_json(tree: Element, title: str | None, url: str | None) -> date | None:
    articles: list[tuple[date, dict[str, Any]]] = []
    pages: list[date] = []
    for node in _nodes(tree):
        found = _value(node.get("datePublished") or node.get("dateCreated"))
        if not found:
            continue
        if _is_article(node):
            articles.append((found, node))
        elif node.get("@type") in ("WebPage", "CreativeWork", None):
            pages.append(found)
    if len({found for found, _ in articles}) > 1:
        articles = [each for each in articles if _is_own(each[1], title, url)]
    own = {found for found, _ in articles}
    return own.pop() if len(own) == 1 else pages[0] if not own and pages else None


def _is_own(node: dict[str, Any], title: str | None, url: str | None) -> bool:
    return bool((title and node.get("headline") == title) or (url and _place(node) == url))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _place(node: dict[str, Any]) -> str | None:
    place = node.get("url") or node.get("mainEntityOfPage")
    place = (place.get("@id") or place.get("url")) if isinstance(place, dict) else place
    return place.strip() if isinstance(place, str) else None


def _nodes(tree: Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            todo = [json.loads(re.sub(r"^\s*<!--|-->\s*$|^\s*//.*CDATA.*$", "", script.text or ""), strict=False)]
        except (ValueError, RecursionError):
            continue
        while todo:
            node = todo.pop(0)
            if isinstance(node, list):
                todo[:0] = node
            elif isinstance(node, dict):
                yield node
                todo.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _of_meta(tree: Element, key: str) -> date | None:
    names = words("page", key)
    found: dict[str, date] = {}
    for meta in tree.iter("meta"):
        value = _value(meta.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if value and name in names:
                found.setdefault(name, value)
    return next((found[name] for name in names if name in found), None)


def _of_elements(tree: Element) -> date | None:
    first = None
    others: set[date] = set()
    for element in tree.xpath("//time | //*[@itemprop] | //*[local-name()='pubdate']"):
        if not isinstance(element, etree.ElementBase | etree._Element) or _is_elsewhere(element):
            continue
        kind = (element.get("itemprop") or "").lower()
        said = element.get("datetime") or element.get("content") or "".join(element.itertext())
        found = _value(said)
        if not found or kind == "datemodified" or (kind != "datepublished" and element.tag not in ("time", "pubdate")):
            continue
        if kind == "datepublished" or element.tag == "pubdate" or element.get("pubdate") is not None:
            return found
        names = _names(element)
        if "published" in names or "publish" in names:
            return found
        if "updated" not in names and "modified" not in names:
            in_article = any(each.tag in ("article", "header", "main") for each in element.iterancestors())
            first = first or (found if in_article else None)
            others.add(found)
    return first or (others.pop() if len(others) == 1 else None)


def _value(said: object) -> date | None:
    if isinstance(said, list) and said:
        said = said[0]
    if not isinstance(said, str):
        return None
    said = said.strip()[:100]
    compact = _COMPACT.match(said)
    return day("-".join(compact.groups()) if compact else said)


def _is_elsewhere(element: Element) -> bool:
    return any(
        each.tag in _OUTSIDE or _is_classed(each, "elsewhere")
        for each in (element, *element.iterancestors())
        if each.tag not in ("html", "body", "main", "article")
    )


def _is_classed(element: Element, key: str) -> bool:
    return not _names(element).isdisjoint(words("page", key))


def _names(element: Element) -> set[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return {part for name in names for part in (name, *re.split(r"[-_]+", name))}
