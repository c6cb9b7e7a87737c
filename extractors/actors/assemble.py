"""One actor from the mentions that mean him: the best name, and what any of the mentions says of kind and country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.extractors.actors.found import Found, words
from dateline.extractors.actors.index import by_token
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Actor, Mention


def actor(annotation: Annotation, identifier: str, found: Sequence[Found], could_be: tuple[str, ...] = ()) -> Actor:
    """The actor of the mentions `found`, which are sorted here into text order; `could_be` is whom its name fits."""
    found = sorted(found, key=lambda f: (f.first, f.last))
    name = _name(annotation, found)
    mentions = tuple(
        Mention(*annotation.span(one.first, one.last), annotation.quote(one.first, one.last), one.form) for one in found
    )
    spoken = dict.fromkeys(mention.text for mention in mentions if mention.form == "name")
    return Actor(
        id=identifier,
        name=name,
        kind=_kind(found),
        country=_first(one.country for one in _trusted(found)),
        sector=_first(one.sector for one in _trusted(found)),
        links=next((one.links for one in found if one.links), ()),
        aliases=tuple(text for text in spoken if text != name),
        mentions=mentions,
        written=_written(annotation, name, found),
        could_be=could_be,
    )


def _trusted(found: Sequence[Found]) -> list[Found]:
    """What the data knows before what a text says in passing."""
    return sorted(found, key=lambda one: (not one.key.startswith("known:"), one.form != "name"))


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _kind(found: Sequence[Found]) -> str:
    sure = [one.kind for one in _trusted(found) if one.sure and one.form != "pronoun"]
    return sure[0] if sure else Counter(one.kind for one in found).most_common(1)[0][0]


def _name(annotation: Annotation, found: Sequence[Found]) -> str:
    """The known name; else the longest name in the running text; else the fullest nominal."""
    for one in found:
        if one.key.startswith("known:"):
            return one.name
    named = [one for one in found if one.form == "name"]
    body = [one for one in named if not annotation.sentence(one.first).headline]
    nominal = [one for one in found if one.form == "nominal"]
    choice = body or named or nominal
    return max(choice, key=lambda one: (len(one.name.split()), -one.first)).name


def _written(annotation: Annotation, name: str, found: Sequence[Found]) -> str | None:
    """The fullest name in the text of what the data knows by another; None where the text has that, or an adjective
    only ("the Iraqi raid" is by Iraq). An office that stands for its holder is written so."""
    spelled = [one for one in found if one.form == "name" and annotation.tokens[one.head].pos in ("PROPN", "NOUN")]
    named = spelled or [one for one in found if one.form == "nominal"]
    if not named or not any(one.key.startswith("known:") for one in found):
        return None
    texts = [words(annotation, one.first, one.last) for one in named]
    fullest = max(texts, key=lambda text: (len(text.split()), len(text)))
    return fullest if fullest.casefold() != name.casefold() else None


def inherit_countries(reading: Reading, found: Sequence[Found], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors, where "the group's leader" and "Example's government" have the state of whom they belong to."""
    owner_of = by_token(reading.annotation, actors)
    country = {one.id: one.country for one in actors}
    given: dict[str, str] = {}
    for one in found:
        who = owner_of.get(one.head)
        if one.form != "nominal" or who is None or country[who] is not None:
            continue
        near = [*range(one.first, one.head), *(owner.i for owner in reading.owners(one.head))]
        said = (country[owner_of[i]] for i in near if i in owner_of and not reading.relational(i))
        told = next((code for code in said if code), None)
        if told is not None:
            given.setdefault(who, told)
    return tuple(replace(one, country=given.get(one.id, one.country)) for one in actors)
