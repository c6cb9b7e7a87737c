"""Where the text names places: the tagger's entities, corrected by the gazetteer and by the words around them.

The tagger takes towns for people and diseases for towns, so each occurrence of a name is weighed by its own context,
and what stays open is settled by the other occurrences in the text (one sense per discourse, Gale et al. 1992) and by
the places it is listed with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dateline.extractors.places import gazetteer
from dateline.extractors.places.context import Context
from dateline.extractors.places.evidence import CERTAIN, LIKELY, NEVER, OPEN, UNLIKELY, weigh
from dateline.extractors.places.names import fold
from dateline.extractors.places.phrase import capitalised, joined, listed_noun
from dateline.extractors.places.spans import Name
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.places.words import SITES, words
from dateline.extractors.syntax import Annotation, Token


def spot(annotation: Annotation) -> tuple[Toponym, ...]:
    """The names of places in text order; only the town within a site overlaps with another."""
    context = Context(annotation)
    weights = {name: weigh(context, name) for name in context.names}
    _spread(annotation, weights)
    best: dict[str, int] = defaultdict(lambda: NEVER)
    for name, weight in weights.items():
        best[fold(name.text)] = max(best[fold(name.text)], weight)
    return tuple(
        _toponym(annotation, name)
        for name, weight in weights.items()
        if _is_place(context, name, weight, best[fold(name.text)]) and not _metonymic(annotation, name)
    )


def _is_place(context: Context, name: Name, weight: int, best: int) -> bool:
    if weight <= NEVER or name.source in SITES:
        return weight > NEVER
    if name.source != "known":
        return best >= CERTAIN and weight >= OPEN
    if fold(name.text) in context.people and not _is_land(name):
        return weight >= CERTAIN
    return weight >= LIKELY or (weight > UNLIKELY and best >= LIKELY)


def _is_land(name: Name) -> bool:
    return any(place.kind in {"country", "continent"} for place in gazetteer.lookup(name.text))


def _spread(annotation: Annotation, weights: dict[Name, int]) -> None:
    """Raise what is joined by "and" or a comma to a sure place: lists name things of one kind."""
    at = {i: name for name in weights for i in range(name.first, name.last)}
    for name, weight in weights.items():
        if not UNLIKELY <= weight < LIKELY:
            continue
        head = annotation.head_of(name.first, name.last)
        if any(_lifts(weights, at.get(token.i)) for token in annotation.children(head.i, "conj")):
            weights[name] = LIKELY if name.source == "known" and weight > UNLIKELY else weight
        other = at.get(head.head) if head.dep in {"conj", "appos"} else None
        if _lifts(weights, other, CERTAIN) and not _tagged_noun(annotation, name):
            weights[name] = LIKELY if name.source == "known" else CERTAIN


def _lifts(weights: Mapping[Name, int], other: Name | None, least: int = LIKELY) -> bool:
    return other is not None and other.source not in SITES and weights[other] >= least


def _tagged_noun(annotation: Annotation, name: Name) -> bool:
    """Whether a name that only the tagger knows opens its clause, where any noun has a capital."""
    return name.source != "known" and annotation.tokens[name.first - 1].text not in {",", "and", "or"}


def _metonymic(annotation: Annotation, name: Name) -> bool:
    """Whether a capital stands for its government: "Washington said", "warned Ankara"."""
    if fold(name.text) not in gazetteer.capitals():
        return False
    head = annotation.head_of(name.first, name.last)
    return head.dep in {"nsubj", "dobj"} and annotation.head(head.i).lemma in words("speech")


def _toponym(annotation: Annotation, name: Name) -> Toponym:
    if name.source in SITES:
        return Toponym(name.first, name.last, name.text, name.source)
    hint, last = _hint(annotation, name)
    part = _part(annotation, name)
    if part and gazetteer.lookup(f"{part} {name.text}"):  # "central America", as recased capitals may read
        return Toponym(name.first - 1, last, f"{part.title()} {name.text}", hint)
    return Toponym(name.first - bool(part), last, name.text, hint, part)


def _part(annotation: Annotation, name: Name) -> str:
    """The part of a land or region that is meant: "southern" in "southern Iraq"."""
    if name.first == annotation.sentence(name.first).first or not joined(annotation, name.first - 1, name.first):
        return ""
    word = annotation.tokens[name.first - 1].text.lower()
    lands = any(p.level in {"country", "admin1"} and p.exact for p in gazetteer.candidates(name.text))
    return word if word in words("part") and lands else ""


def _hint(annotation: Annotation, name: Name) -> tuple[str, int]:
    """What the noun beside it says a name is, and where the mention ends when that noun belongs to it."""
    tokens, last = annotation.tokens, name.last
    end = annotation.sentence(name.first).last
    if last < end and joined(annotation, last - 1, last) and tokens[last].tag not in {"NNS", "NNPS"}:
        kind = _kind(tokens[last])
        if tokens[last].text.lower() in words("regional"):
            return "region", last
        if kind:
            return kind, last + (kind != "city")
    noun = listed_noun(annotation, name.first, name.last)
    if noun and _kind(noun):
        return _kind(noun), last
    if name.first > 1 and tokens[name.first - 1].lemma == "of" and not capitalised(tokens[name.first - 2]):
        return _kind(tokens[name.first - 2]), last
    return "", last


def _kind(noun: Token) -> str:
    """county, region or city where the noun is a word for one, else nothing."""
    if noun.lemma == "county":
        return "county"
    return next((kind for kind in ("region", "city") if noun.lemma in words(kind)), "")
