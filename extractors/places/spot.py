"""Where the text names places: the tagger's entities, corrected by the gazetteer and by the words around them.

The tagger takes towns for people and diseases for towns, so each occurrence of a name is weighed by its own context,
and what stays open is settled by the other occurrences in the text (one sense per discourse, Gale et al. 1992) and by
the places it is listed with.
"""

from __future__ import annotations

from collections import defaultdict

from dateline.extractors.places import gazetteer
from dateline.extractors.places.evidence import CERTAIN, LIKELY, NEVER, OPEN, UNLIKELY, Context, weigh
from dateline.extractors.places.names import fold
from dateline.extractors.places.phrase import capitalised, joined
from dateline.extractors.places.spans import Name, names
from dateline.extractors.places.toponym import Toponym
from dateline.extractors.places.words import SITES, words
from dateline.extractors.syntax import Annotation


def spot(annotation: Annotation) -> tuple[Toponym, ...]:
    """The names of places in text order; only the town within a site overlaps with another."""
    context = Context(annotation)
    weights = {name: weigh(context, name) for name in names(annotation)}
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
    if fold(name.text) in context.surnames and not _is_land(name):
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
        if head.dep not in {"conj", "appos"}:
            continue
        other = at.get(head.head)
        if other is not None and weights[other] >= CERTAIN and other.source not in SITES:
            weights[name] = LIKELY if name.source == "known" else CERTAIN


def _metonymic(annotation: Annotation, name: Name) -> bool:
    """Whether a capital stands for its government: "Washington said"."""
    if fold(name.text) not in gazetteer.capitals():
        return False
    head = annotation.head_of(name.first, name.last)
    verb = annotation.head(head.i)
    return head.dep == "nsubj" and verb.lemma in words("speech")


def _toponym(annotation: Annotation, name: Name) -> Toponym:
    if name.source in SITES:
        return Toponym(name.first, name.last, name.text, name.source)
    hint, last = _hint(annotation, name)
    part = _part(annotation, name)
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
    if last < end and joined(annotation, last - 1, last):
        for kind in ("region", "city"):
            if tokens[last].lemma in words(kind):
                return kind, last + 1 if kind == "region" and not capitalised(tokens[last]) else last
    shared = _shared_noun(annotation, name)
    if shared:
        return shared, last
    if name.first > 1 and tokens[name.first - 1].lemma == "of":
        for kind in ("city", "region"):
            if tokens[name.first - 2].lemma in words(kind):
                return kind, last
    return "", last


def _shared_noun(annotation: Annotation, name: Name) -> str:
    """The noun of a list that ends in it: "Harvey and Harper counties", "the provinces of Nyanza and Western"."""
    tokens = annotation.tokens
    end = annotation.sentence(name.first).last
    i = name.last
    while i < end and (capitalised(tokens[i]) or tokens[i].text in {",", "and", "or", "&"}):
        i += 1
    listed = any(token.text in {",", "and", "or", "&"} for token in tokens[name.last : i])
    if listed and i < end and tokens[i].tag == "NNS" and tokens[i].lemma in words("region"):
        return "region"
    i = name.first - 1
    while i > 0 and (capitalised(tokens[i]) or tokens[i].text in {",", "and", "or", "&"}):
        i -= 1
    if i > 0 and tokens[i].text == "of" and tokens[i - 1].tag == "NNS" and tokens[i - 1].lemma in words("region"):
        return "region"
    return ""
