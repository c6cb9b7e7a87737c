"""Places of their own, named by a common noun: "Oak Street", "Baghdad airport", "Camp Speicher", "Highway 19"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extractors.places import gazetteer
from dateline.extractors.places.names import fold
from dateline.extractors.places.phrase import capitalised, joined, run_left, text_of
from dateline.extractors.places.words import words
from dateline.extractors.syntax import Annotation, Token

LONGEST = 5
"""Words of the longest name in front of the noun."""


@dataclass(frozen=True, slots=True)
class Site:
    """Tokens `first` to `last` (exclusive), of which those up to `name_last` are the name; `hint` is the list of the
    noun: site, house, mission, water or land. `lower` is true where the noun is no part of the name."""

    first: int
    last: int
    name_last: int
    hint: str
    lower: bool


def sites(annotation: Annotation) -> Iterator[Site]:
    """Every site in text order; a house only where the text says that something is in or at it."""
    for token in annotation.tokens:
        found = _numbered(annotation, token) or _led(annotation, token) or _headed(annotation, token)
        if found and not _in_gazetteer(annotation, found):
            yield found


def _in_gazetteer(annotation: Annotation, site: Site) -> bool:
    return not site.lower and bool(gazetteer.lookup(text_of(annotation, site.first, site.last)))


def _numbered(annotation: Annotation, token: Token) -> Site | None:
    """A road by its number: "Highway 19", "U.S. 54"."""
    if token.i + 1 >= len(annotation.tokens) or not annotation.tokens[token.i + 1].text[:1].isdigit():
        return None
    if not joined(annotation, token.i, token.i + 1):
        return None
    word = token.text.lower()
    if (word in words("road") and capitalised(token)) or token.text in {"U.S.", "US", "I"}:
        first = token.i
        while first and joined(annotation, first - 1, first) and capitalised(annotation.tokens[first - 1]):
            if annotation.tokens[first - 1].pos != "PROPN":
                break
            first -= 1
        return Site(first, token.i + 2, token.i + 2, "site", lower=False)
    return None


def _led(annotation: Annotation, token: Token) -> Site | None:
    """A name behind its noun: "Camp Speicher", "Lake Titicaca"."""
    word = token.text.lower()
    if word not in words("leading") or not capitalised(token):
        return None
    last = token.i + 1
    if (
        last + 1 < len(annotation.tokens)
        and annotation.tokens[last].text == "of"
        and word in words("water") | words("land")
    ):
        last += 1
    while (
        last < min(len(annotation.tokens), token.i + 5)
        and joined(annotation, last - 1, last)
        and capitalised(annotation.tokens[last])
        and annotation.tokens[last].pos in {"PROPN", "NOUN", "ADJ"}
    ):
        last += 1
    if (
        not capitalised(annotation.tokens[last - 1])
        or last == token.i + 1
        or annotation.tokens[token.i + 1].text.lower() in words("office") | words("brand")
    ):
        return None
    if run_left(annotation, token.i) < token.i:
        return None
    hint = "land" if word in {"cape", "mount", "mt.", "isle", "jebel", "jabal", "wadi"} else "site"
    hint = "water" if word in words("water") else hint
    return Site(token.i, last, last, hint, lower=False)


def _headed(annotation: Annotation, token: Token) -> Site | None:
    """A name before its noun: "Oak Street", "Evin prison", "Rafah border crossing"."""
    word = token.text.lower()
    hint = next((kind for kind in ("mission", "site", "house", "water", "land") if word in words(kind)), None)
    if hint is None or _continued(annotation, token.i):
        return None
    if capitalised(token):
        first = run_left(annotation, token.i)
        if first == token.i or token.i - first > LONGEST or not joined(annotation, token.i - 1, token.i):
            return None
        if hint == "house" and not _visited(annotation, first):
            return None
        return Site(first, token.i + 1, token.i, hint, lower=False)
    return _lower_headed(annotation, token, hint)


def _lower_headed(annotation: Annotation, token: Token, hint: str) -> Site | None:
    tokens = annotation.tokens
    name_last = token.i
    while name_last > 0 and joined(annotation, name_last - 1, name_last) and token.i - name_last < 2:
        if capitalised(tokens[name_last - 1]) or tokens[name_last - 1].dep not in {"compound", "amod"}:
            break
        name_last -= 1
    if (
        not name_last
        or not joined(annotation, name_last - 1, name_last)
        or tokens[name_last - 1].pos not in {"PROPN", "ADJ"}
    ):
        return None
    first = run_left(annotation, name_last)
    if first == name_last or name_last - first > LONGEST:
        return None
    name = text_of(annotation, first, name_last)
    country = any(place.level == "country" for place in gazetteer.lookup(name))
    if (country or fold(name) in gazetteer.demonyms()) and hint != "mission":
        return None
    if first and tokens[first - 1].text.lower() in {"a", "an", "another", "every", "each", "some", "any", "no"}:
        return None
    if hint == "house" and not (gazetteer.lookup(name) and _visited(annotation, first)):
        return None
    return Site(first, token.i + 1, name_last, hint, lower=True)


def _continued(annotation: Annotation, i: int) -> bool:
    """Whether the name goes on behind the noun: "Wall Street Journal"."""
    tokens = annotation.tokens
    return (
        i + 1 < len(tokens)
        and joined(annotation, i, i + 1)
        and capitalised(tokens[i + 1])
        and tokens[i + 1].pos == "PROPN"
        and capitalised(tokens[i])
    )


def _visited(annotation: Annotation, first: int) -> bool:
    """Whether a preposition of place leads in the phrase that begins at `first`."""
    tokens = annotation.tokens
    i = first - 1
    while i >= 0 and tokens[i].pos in {"DET", "ADJ", "NUM"}:
        i -= 1
    return i >= 0 and tokens[i].text.lower() in words("locative")
