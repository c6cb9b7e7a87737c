"""The documents near to those that changed, loaded as they are needed: claims, and who and where they tell of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dateline.graph.model import Place
from dateline.graph.naming import Names
from dateline.graph.renewal.index import Index
from dateline.graph.renewal.layer import Layer
from dateline.graph.renewal.shares import Fact, marks
from dateline.graph.resolve.blocks import comparable
from dateline.graph.resolve.claims import Told, told
from dateline.graph.resolve.gather import Comparable
from dateline.graph.resolve.identity import identify
from dateline.graph.resolve.obstacles import SEVERAL, obstacles
from dateline.graph.resolve.score import ENOUGH, judge
from dateline.graph.store.interface import Store


class Alike:
    """Which facts are of one actor or place by link or name; found for a fact with all that it hangs together with."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.facts: dict[int, Fact] = {}
        self._one: dict[int, int] = {}
        self._sets: dict[int, set[int]] = {}
        self._all: dict[int, frozenset[int]] = {}

    def load(self, names: Collection[int]) -> None:
        """Look up what has one of these names, and all that hangs together with it."""
        found = self._index.alike(names)
        everything = frozenset(name for fact in found.values() for name in fact.names)
        self.facts |= found
        self._all |= dict.fromkeys(found, everything)
        for kind in ("Actor", "Place"):
            things = [fact.thing for fact in found.values() if type(fact.like).__name__ == kind]
            for members in identify(things).sets():
                ids = set(map(int, members))
                self._one |= dict.fromkeys(ids, min(ids))
                self._sets[min(ids)] = ids

    def know(self, facts: Iterable[int]) -> None:
        """Look up facts that are not known yet."""
        for id_, fact in self._index.facts(set(facts) - self.facts.keys()).items():
            if id_ in self.facts:
                continue
            if fact.names:
                self.load(fact.names)
            else:
                self.facts[id_] = fact

    def one(self, fact: int) -> int | None:
        """What stands for all that is one with a fact; nothing where it is too little to be known by elsewhere."""
        return self._one.get(fact)

    def same(self, fact: int) -> set[int]:
        """All facts that are of one with a fact."""
        return self._sets[self._one[fact]]

    def names(self, fact: int) -> frozenset[int]:
        """All names of what may be one with a fact."""
        return self._all.get(fact, frozenset())


class Places(dict[str, Place]):
    """Merged places by IRI: those that were put together anew, the others as the merged layer has them."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._layer = layer

    def __missing__(self, iri: str) -> Place:
        return self._layer.place(iri)


class Near:
    """Claims of documents, compared with all that they may be one with.

    `places` are merged, `place_of` gives that of a document's own where it was put together anew.
    """

    def __init__(
        self,
        layer: Layer,
        index: Index,
        alike: Alike,
        places: Mapping[str, Place],
        place_of: Mapping[str, str],
        base: str,
    ) -> None:
        self.names: dict[str, Names] = {}
        self._layer, self._index, self._alike, self._base = layer, index, alike, base
        self._places, self._place_of = places, place_of
        self._told: dict[str, dict[str, Told]] = {}
        self._facts: dict[str, int] = {}
        self._seen: dict[str, list[Told]] = {}
        self._stories: dict[str, set[str]] = {}

    def told(self, document: str) -> Mapping[str, Told]:
        """The claims of a document by IRI."""
        if document not in self._told:
            names = self.names[document] = Names(self._layer.record(document), self._base)
            facts = self._index.things([document])
            self._alike.know(facts.values())
            self._facts |= facts
            known_as = {
                iri: iri if (one := self._alike.one(fact)) is None else f"/{one}" for iri, fact in facts.items()
            }
            mine = (iri.value for iri in names.places.values())
            place_of = {iri: self._place_of.get(iri) or self._layer.merged(iri) or iri for iri in mine}
            self._told[document] = {one.iri: one for one in told(names, place_of, self._places, known_as)}
        return self._told[document]

    def together(self, claims: Iterable[Told]) -> tuple[dict[str, Told], set[tuple[str, str]]]:
        """These claims and all that hang together with them by pairs that may be of one event, or part and whole; and
        these pairs, the lesser IRI first."""
        found = {one.iri: one for one in claims}
        pairs: set[tuple[str, str]] = set()
        ahead = list(found.values())
        while ahead:
            one = ahead.pop()
            for other in self._matches(one):
                pairs.add((min(one.iri, other.iri), max(one.iri, other.iri)))
                if other.iri not in found:
                    found[other.iri] = other
                    ahead.append(other)
        return found, pairs

    def _matches(self, one: Told) -> list[Told]:
        """The claims that nothing but their number keeps from being one event with this, and that have the points."""
        if one.iri not in self._seen:
            names = self.names[one.document]
            own = list(marks(one, names, lambda iri: self._alike.names(self._facts[iri])))
            if one.document not in self._stories:
                self._stories[one.document] = self._index.of_story(one.story)
            near = self._index.near(own, self._stories[one.document])
            self._seen[one.iri] = [
                other
                for other in (self.told(document)[claim] for document, claim in sorted(near))
                if other.document != one.document
                and comparable(one, other)
                and list(obstacles(one, other, self._places)) in ([], [SEVERAL])
                and judge(one, other, self._places).points >= ENOUGH
            ]
        return self._seen[one.iri]


def told_by(store: Store, index: Index, documents: Iterable[str]) -> Comparable:
    """The claims of documents, as all documents tell who and where they speak of; none of them corrected.

    The merged layer and `index` must be of the records that the store holds.
    """
    layer = Layer(store)
    places = Places(layer)
    near = Near(layer, index, Alike(index), places, {}, store.base)
    return Comparable({iri: one for each in documents for iri, one in near.told(each).items()}, places, {})
