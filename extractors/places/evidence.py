"""How sure its context makes a place of a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.extractors.places import gazetteer
from dateline.extractors.places.names import fold
from dateline.extractors.places.phrase import capitalised, joined, text_of
from dateline.extractors.places.spans import PLACE_LABELS, Name, abbreviated, is_whole, known
from dateline.extractors.places.words import SITES, words
from dateline.extractors.syntax import Annotation, Entity, Token

CERTAIN, LIKELY, SLIGHT, OPEN, UNLIKELY, NEVER = 3, 2, 1, 0, -2, -9
FAMOUS = 200_000
"""Inhabitants of a town that is taken for itself where nothing speaks against it."""


@dataclass(frozen=True)
class Context:
    """A text, with what is asked of it again and again."""

    annotation: Annotation

    @cached_property
    def entity_at(self) -> Mapping[int, Entity]:
        """The entity that each token belongs to."""
        return {i: e for e in self.annotation.entities for i in range(e.first, e.last)}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Keys of the last words of people's names that the tagger saw in full."""
        tokens = self.annotation.tokens
        return frozenset(
            fold(tokens[e.last - 1].text)
            for e in self.annotation.entities
            if e.label == "PERSON"
            and 1 < e.last - e.first < 4
            and all(t.pos == "PROPN" and t.text[:1].isupper() for t in tokens[e.first : e.last])
        )

    @cached_property
    def titled(self) -> frozenset[int]:
        """Sentences in which nearly every word has a capital, so that capitals tell nothing."""
        found = []
        for n, sentence in enumerate(self.annotation.sentences):
            long = [t for t in self.annotation.tokens[sentence.first : sentence.last] if len(t.text) > 3]
            if len(long) > 2 and sum(t.text[:1].isupper() for t in long) > 0.7 * len(long):
                found.append(n)
        return frozenset(found)

    def before(self, name: Name) -> Token | None:
        """The token left of `name` in its sentence."""
        first = self.annotation.sentence(name.first).first
        return self.annotation.tokens[name.first - 1] if name.first > first else None

    def after(self, name: Name) -> Token | None:
        """The token right of `name` in its sentence."""
        last = self.annotation.sentence(name.first).last
        return self.annotation.tokens[name.last] if name.last < last else None


def weigh(context: Context, name: Name) -> int:
    """CERTAIN to NEVER: how sure the words around `name` make a place of it."""
    if name.source in SITES:
        return CERTAIN
    for rule in (_by_form, _by_left, _by_right, _by_preposition):
        weight = rule(context, name)
        if weight is not None:
            return weight
    return _by_label(context, name)


def _by_form(context: Context, name: Name) -> int | None:
    tokens = context.annotation.tokens[name.first : name.last]
    if name.source == "known" and abbreviated(context.annotation, name.first, name.text):
        return CERTAIN
    if name.text in gazetteer.abbreviations() and not gazetteer.lookup(name.text):
        return NEVER
    if tokens[0].i and context.annotation.tokens[name.first - 1].text == "$":
        return NEVER
    places = gazetteer.lookup(name.text)
    if fold(name.text) in gazetteer.demonyms() and not any(p.level in {"country", "own"} for p in places):
        return NEVER
    if len(name.text) <= 5 and name.text.isupper() and any(p.level == "country" for p in places):
        return CERTAIN if all(t.pos in {"PROPN", "NOUN", "X", "ADJ"} for t in tokens) else NEVER
    label = _label(context, name)
    if len(name.text) <= 5 and name.text.isupper() and not _is_titled(context, name):
        return NEVER if name.source != "known" or not any(p.level == "own" for p in places) else LIKELY
    if all(_generic(token.text.lower()) for token in tokens) and not any(p.level == "own" for p in places):
        after = context.after(name)
        return UNLIKELY if after is None or after.lemma not in words("region") else None
    if label in {"DATE", "TIME", "MONEY", "LANGUAGE", "PERCENT", "ORDINAL", "CARDINAL", "QUANTITY"}:
        return NEVER
    if label not in PLACE_LABELS and not any(t.pos in {"PROPN", "X"} for t in tokens):
        return NEVER if len(tokens) == 1 else UNLIKELY
    return None


def _by_left(context: Context, name: Name) -> int | None:
    before = context.before(name)
    if before is None or not joined(context.annotation, before.i, name.first):
        return None
    if before.text in {"-", "/"}:
        return None
    word = before.text.lower().rstrip(".")
    if word in words("title") and capitalised(before):
        return NEVER
    if not capitalised(before) or before.pos != "PROPN" or word in words("part") | words("within"):
        return None
    if fold(before.text) in gazetteer.demonyms() or known(context.annotation, before.i, name.first) == name.first:
        return None
    entity = context.entity_at.get(name.first)
    if entity and entity.label in PLACE_LABELS and entity.first == name.first:
        return None
    return NEVER


def _by_right(context: Context, name: Name) -> int | None:
    annotation = context.annotation
    if _contained(context, name):
        return CERTAIN
    after = context.after(name)
    if after is None or not joined(annotation, name.last - 1, after.i):
        return None
    word = after.text.lower().rstrip(".")
    common = fold(name.text) in words("common")
    if after.lemma in words("thing"):
        return NEVER
    if word in words("region") and not common:
        return CERTAIN if not capitalised(after) or _label(context, name) != "ORG" else LIKELY
    if (
        not capitalised(after)
        or after.pos not in {"PROPN", "NOUN", "ADJ"}
        or context.annotation.sentence_index(name.first) in context.titled
    ):
        return None
    if after.tag in {"JJ", "NNPS", "NNS"} and fold(after.text) in gazetteer.demonyms():
        return None
    broad = any(p.level in {"country", "admin1"} and p.exact for p in gazetteer.lookup(name.text))
    if word in words("office") | words("title") and not common:
        return LIKELY if broad or _label(context, name) != "PERSON" else OPEN
    if word in words("brand"):
        return NEVER
    if broad and not common and _label(context, name) in {"ORG", "GPE", "", "LAW", "FAC", "LOC", "EVENT"}:
        return LIKELY if _label(context, name) != "EVENT" else OPEN
    if _label(context, name) in PLACE_LABELS and is_whole(
        annotation, context.entity_at[name.first], name.first, name.last
    ):
        return None
    return NEVER


def _by_preposition(context: Context, name: Name) -> int | None:
    before = context.before(name)
    if before is None:
        return None
    tokens = context.annotation.tokens
    at = name.first - 1
    while at > 0 and (tokens[at].pos == "DET" or tokens[at].text.lower() in words("part") | words("within")):
        at -= 1
    word = tokens[at].text.lower()
    common, label = fold(name.text) in words("common"), _label(context, name)
    if word == "of" and at and not (common or capitalised(tokens[at - 1])):
        noun = tokens[at - 1].lemma
        if noun in words("city") | words("region"):
            return CERTAIN
        if noun in words("of") and name.source == "known":
            return CERTAIN if label in PLACE_LABELS else LIKELY
    head = context.annotation.head_of(name.first, name.last)
    if word in words("strict") and head.dep in {"pobj", "conj", "compound", "appos", "dep", "nmod"}:
        if head.dep == "compound" and not _place_noun(context, head):
            return OPEN if label not in PLACE_LABELS else LIKELY
        if label in {"ORG", "PERSON", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT"}:
            return LIKELY if name.source == "known" and not common else OPEN
        return CERTAIN if not common or label in PLACE_LABELS else LIKELY
    if word in words("locative") and head.dep == "pobj":
        if label in PLACE_LABELS:
            return CERTAIN if name.source == "known" else LIKELY
        if name.source == "known" and not common and label not in {"PERSON", "ORG"}:
            return LIKELY
        if name.source == "known" and not common and fold(name.text) not in context.surnames:
            return SLIGHT
    return None


def _by_label(context: Context, name: Name) -> int:
    label = _label(context, name)
    places = gazetteer.lookup(name.text)
    common = fold(name.text) in words("common")
    entity = context.entity_at.get(name.first)
    whole = entity is not None and is_whole(context.annotation, entity, name.first, name.last)
    lands = any(p.level in {"country", "own"} and p.kind != "point" for p in places) and not common
    if name.source == "bare":
        return OPEN
    if label in PLACE_LABELS and whole:
        if name.source == "tagged":
            return OPEN
        return CERTAIN if lands else OPEN if common else LIKELY
    if lands:
        return LIKELY if label not in {"PERSON", "EVENT", "LAW", "WORK_OF_ART"} else OPEN
    if label == "NORP" and name.source == "tagged":
        return NEVER
    if entity is not None and not whole:
        return NEVER if label == "PERSON" else UNLIKELY
    if label != "PERSON" and not common and any(_famous(place) for place in places):
        return LIKELY
    return UNLIKELY if common or name.source == "tagged" else OPEN - 1


def _contained(context: Context, name: Name) -> bool:
    """Whether a comma and the name of a larger place follow: "Salem, Ore."."""
    annotation = context.annotation
    after = context.after(name)
    if after is None or after.text not in {",", "("} or after.i + 1 >= annotation.sentence(after.i).last:
        return False
    start = after.i + 1
    last = known(annotation, start, annotation.sentence(start).last)
    if last is None:
        return False
    text = text_of(annotation, start, last)
    if abbreviated(annotation, start, text):
        return True
    outer = [p for p in gazetteer.lookup(text) if p.level in {"country", "admin1"} and p.exact]
    return any(p.country == o.country for o in outer for p in gazetteer.lookup(name.text) if p.kind != "country")


def _famous(place: gazetteer.Candidate) -> bool:
    return place.exact and place.population > FAMOUS and place.level in {"city", "admin1"}


def _generic(word: str) -> bool:
    kinds = ("part", "within", "region", "city", "water", "land")
    return any(word in words(kind) for kind in kinds)


def _is_titled(context: Context, name: Name) -> bool:
    return context.annotation.sentence_index(name.first) in context.titled


def _place_noun(context: Context, token: Token) -> bool:
    head = context.annotation.head(token.i)
    return head.lemma in words("region") | words("city") | words("site") | words("water") | words("land")


def _label(context: Context, name: Name) -> str:
    """The label of the entity that covers the first word of `name`, if any."""
    entity = context.entity_at.get(name.first)
    return entity.label if entity else ""
