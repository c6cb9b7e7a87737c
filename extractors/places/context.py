"""A text with what the rules for place names ask of it again and again, and one name in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.extractors.places import gazetteer
from dateline.extractors.places.gazetteer import Candidate
from dateline.extractors.places.names import fold
from dateline.extractors.places.phrase import capitalised, is_titled
from dateline.extractors.places.spans import Name, is_whole, names
from dateline.extractors.places.words import words
from dateline.extractors.syntax import Annotation, Entity, Token


@dataclass(frozen=True)
class Context:
    """A parsed text."""

    annotation: Annotation

    @cached_property
    def entity_at(self) -> Mapping[int, Entity]:
        """The entity that each token belongs to."""
        return {i: e for e in self.annotation.entities for i in range(e.first, e.last)}

    @cached_property
    def people(self) -> frozenset[str]:
        """Keys of the first and last words of people's names that the tagger saw in full."""
        tokens = self.annotation.tokens
        full = [
            tokens[e.first : e.last]
            for e in self.annotation.entities
            if e.label == "PERSON"
            and 1 < e.last - e.first < 4
            and all(t.pos == "PROPN" and t.text[:1].isupper() for t in tokens[e.first : e.last])
        ]
        return frozenset(fold(token.text) for name in full for token in (name[0], name[-1]))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """What may name a place, in text order."""
        return tuple(names(self.annotation))

    @cached_property
    def lands(self) -> frozenset[str]:
        """Alpha-3 codes of the countries that the text names, or whose people, regions or great towns it names."""
        table = gazetteer.demonyms()
        found = {code for t in self.annotation.tokens if capitalised(t) for code in table.get(fold(t.text), ())}
        for name in self.names:
            places = gazetteer.candidates(name.text)
            found.update(p.country for p in places if p.country and (p.kind == "country" or _telling(p)))
        return frozenset(found)


def _telling(place: Candidate) -> bool:
    if place.own:
        return place.kind in {"region", "area"}
    return place.exact and place.level == "city" and place.population > METROPOLIS


@dataclass(frozen=True)
class Case:
    """A name in its text: what its rules look at."""

    context: Context
    name: Name

    @cached_property
    def places(self) -> tuple[Candidate, ...]:
        """What the gazetteer knows under the name."""
        return gazetteer.lookup(self.name.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the name."""
        return self.context.annotation.tokens[self.name.first : self.name.last]

    @cached_property
    def head(self) -> Token:
        """The word of the name that governs the others."""
        return self.context.annotation.head_of(self.name.first, self.name.last)

    @cached_property
    def before(self) -> Token | None:
        """The token left of the name in its sentence."""
        first = self.context.annotation.sentence(self.name.first).first
        return self.context.annotation.tokens[self.name.first - 1] if self.name.first > first else None

    @cached_property
    def after(self) -> Token | None:
        """The token right of the name in its sentence."""
        last = self.context.annotation.sentence(self.name.first).last
        return self.context.annotation.tokens[self.name.last] if self.name.last < last else None

    @cached_property
    def entity(self) -> Entity | None:
        """The entity that covers the first word of the name."""
        return self.context.entity_at.get(self.name.first)

    @property
    def label(self) -> str:
        """The label of that entity, or nothing."""
        return self.entity.label if self.entity else ""

    @cached_property
    def whole(self) -> bool:
        """Whether the entity is the name and nothing else."""
        return self.entity is not None and is_whole(
            self.context.annotation, self.entity, self.name.first, self.name.last
        )

    @cached_property
    def common(self) -> bool:
        """Whether the name is far more often something else."""
        return fold(self.name.text) in words("common")

    @cached_property
    def person(self) -> bool:
        """Whether somebody in the text is called so."""
        return fold(self.name.text) in self.context.people

    @cached_property
    def titled(self) -> bool:
        """Whether capitals tell nothing here."""
        annotation = self.context.annotation
        return is_titled(annotation, annotation.sentence(self.name.first))

    @cached_property
    def land(self) -> bool:
        """Whether the name is that of a country, or of a region of the world."""
        return not self.common and any((p.level == "country" or p.own) and p.kind != "point" for p in self.places)

    @cached_property
    def curated(self) -> bool:
        """Whether our own table has the name, and it is more than one word."""
        return len(self.tokens) > 1 and not self.common and any(p.own for p in self.places)

    @cached_property
    def broad(self) -> bool:
        """Whether the name is that of a country or a first-level region."""
        return any(p.level in {"country", "admin1"} and p.exact for p in self.places)

    @cached_property
    def expected(self) -> bool:
        """Whether it is a rare name, and a town or region of a country that the text speaks of bears it."""
        return (
            not (self.common or self.person)
            and len(self.places) <= RARE
            and any(p.population >= TOWN and p.country in self.context.lands for p in self.places)
        )

    @cached_property
    def famous(self) -> bool:
        """Whether it is the name of a large town or region."""
        return not self.common and any(
            p.exact and p.population > FAMOUS and p.level in {"city", "admin1"} for p in self.places
        )


METROPOLIS = 1_000_000
"""Inhabitants of a town that tells its country."""
FAMOUS = 200_000
"""Inhabitants of a place that is taken for itself where nothing speaks against it."""
TOWN = 5_000
"""Inhabitants of a place that is expected where its country is named."""
RARE = 4
"""Places that a rare name has at most."""
