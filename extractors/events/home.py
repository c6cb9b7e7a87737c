"""Where a story is at home, and what that lets one say of an event that names no place."""

from __future__ import annotations

from collections import Counter

from dateline.extractors.events.locating import dwells, is_locative
from dateline.extractors.events.triggers import Scene
from dateline.extractors.places import by_adjective, dateline_place, unnamed
from dateline.graph.model import Place

_LEAD = 2
"""Sentences in which a report says where it plays."""
_OUTSPOKEN = 2
"""How many times as often another country must be spoken of for the story to be at home there in spite of its lead."""
_OFTEN = 3
"""How often a country that is never named must be spoken of for a story without a lead that says where to be there."""
_PRIVATE = frozenset({None, "CVL"})
"""Sectors of people who are of a country without acting for it: "a Frenchman" may be anywhere."""
_BROAD = frozenset({"country", "continent", "water"})


class Home:
    """The countries that a text speaks of, the place that its story is about, and countries as places of the record."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._spoken = _spoken_of(scene)
        self._found: dict[str, Place | None] = {
            code: _named(scene, code) for code in {p.country for p in scene.places.values() if p.country}
        }
        self.place = self._place()

    def country(self, code: str | None) -> Place | None:
        """A country that the text names, be it by an adjective only ("the Iraqi army"); None where it does not."""
        if code is None:
            return None
        if self._found.get(code) is None:
            self._found[code] = by_adjective(self._scene.annotation, code, self._number(code))
        return self._found[code]

    def _number(self, code: str) -> str:
        return f"p{len(self._scene.places) + 1}:{code}"

    def around(self, setting: Place | None) -> Place | None:
        """What a setting lets one say of an event that names no place: its country, else the town or region that
        holds all that are named, else the country that most of the story plays in."""
        if setting is None:
            return None
        land = self.country(setting.country) or (setting if setting.kind == "country" else None)
        if land is not None or setting.kind in _BROAD:
            return land
        return _town(self._scene, setting) or self._unnamed(setting.country)

    def _unnamed(self, code: str | None) -> Place | None:
        """A country that no word of the text names, where most that the text speaks of is in it."""
        if code is None or self._spoken[code] < _OUTSPOKEN * (self._spoken.total() - self._spoken[code]):
            return None
        return unnamed(code, self._number(code))

    def _place(self) -> Place | None:
        first = _opening(self._scene)
        most = self._most_spoken_of()
        if first is None or most is None or first.country is None or first.country == most.country:
            return first or most or self._never_named()
        said, others = self._spoken[most.country or ""], self._spoken[first.country]
        return most if said >= _OUTSPOKEN * others else first

    def _most_spoken_of(self) -> Place | None:
        """The country that most is said of, of those whose towns and regions are named, if any are; None where two
        are level, or where no word of the text means it."""
        inside = self._inside()
        spoken = Counter({code: times for code, times in self._spoken.items() if not inside or code in inside})
        (first, times), (_, others) = [*spoken.most_common(2), ("", 0), ("", 0)][:2]
        return self.country(first) if times > others else None

    def _never_named(self) -> Place | None:
        """The country whose towns and bodies are spoken of time and again, though no word means it."""
        first, times = [*self._spoken.most_common(1), ("", 0)][0]
        return self._unnamed(first) if times >= _OFTEN and first in self._inside() else None

    def _inside(self) -> set[str]:
        """The countries of which the text names a town, a region or the like."""
        return {p.country for p in self._scene.places.values() if p.kind not in _BROAD and p.country}


def _spoken_of(scene: Scene) -> Counter[str]:
    """How often the text mentions places, and actors that act for it, of each country (alpha-3)."""
    spoken = Counter[str]()
    for place in scene.places.values():
        spoken[place.country or ""] += len(place.mentions)
    for actor in scene.actors.values():
        if actor.sector not in _PRIVATE or actor.kind not in ("Person", "Group"):
            spoken[actor.country or ""] += len(actor.mentions)
    del spoken[""]
    return spoken


def _named(scene: Scene, code: str) -> Place | None:
    return next((p for p in scene.places.values() if p.kind == "country" and p.country == code), None)


def _opening(scene: Scene) -> Place | None:
    """The first place of a known country in a phrase of place within the lead, where nobody is only said to live or be
    stationed, else the dateline's; None where the text has neither."""
    a = scene.annotation
    lead = [s for s in a.sentences if not s.headline][:_LEAD]
    for sentence in lead:
        for i in range(sentence.first, sentence.last):
            place = scene.places.get(scene.place_at.get(i, ""))
            settled = any(dwells(verb) for verb in a.ancestors(i))
            if place is not None and place.country is not None and is_locative(scene, i) and not settled:
                return place
    by_dateline = dateline_place(a, tuple(scene.places.values()))
    return scene.places[by_dateline] if by_dateline else None


def _town(scene: Scene, setting: Place) -> Place | None:
    """The narrowest place that the setting and all towns and regions of the text lie in, are, or are around."""
    named = [p for p in scene.places.values() if p.kind in ("city", "region")]
    known = [setting, *(scene.places[i] for i in setting.within if i in scene.places)]
    wide = (p for p in known if p.kind in {"city", "region", "area"})
    return next((p for p in wide if all(t.id == p.id or p.id in t.within or t.id in p.within for t in named)), None)
