"""Mentions in disjoint groups, each group one actor, with the rule for which groups may ever meet."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.extractors.actors.found import Found


@dataclass(slots=True)
class Told:
    """What the mentions of one group say together."""

    keys: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    """Sure ones only."""
    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    sectors: set[str] = field(default_factory=set)
    nominals: set[str] = field(default_factory=set)
    """Names of nominal mentions, in lower case."""
    plural: bool = False
    named: bool = False

    def add(self, one: Found) -> None:
        """Take in what one mention says."""
        for values, value in (
            (self.keys, one.key),
            (self.kinds, one.kind if one.sure else ""),
            (self.genders, one.gender),
            (self.countries, one.country),
            (self.sectors, one.sector),
            (self.nominals, one.name.lower() if one.form == "nominal" else ""),
        ):
            if value:
                values.add(value)
        self.plural = self.plural or one.plural
        self.named = self.named or one.form == "name"


class Groups:
    """Mentions `found`, every one in a group of its own at first; a group goes by its first mention."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found = list(found)
        self._of = list(range(len(found)))
        self._members = {n: [n] for n in range(len(found))}
        self._told: dict[int, Told] = {}

    def of(self, n: int) -> int:
        """The first mention of the group that mention `n` is in."""
        return self._of[n]

    def members(self, n: int) -> list[int]:
        """All mentions in the group of mention `n`, in text order."""
        return self._members[self._of[n]]

    def together(self, n: int) -> list[Found]:
        """What `members` counts, as mentions."""
        return [self.found[m] for m in self.members(n)]

    def told(self, n: int) -> Told:
        """What the group of mention `n` says."""
        root = self._of[n]
        if root not in self._told:
            told = self._told[root] = Told()
            for one in self.together(root):
                told.add(one)
        return self._told[root]

    def replace(self, n: int, one: Found) -> None:
        """Put more exact knowledge in the place of mention `n`."""
        self.found[n] = one
        self._told.pop(self._of[n], None)

    def join(self, a: int, b: int) -> bool:
        """Put the groups of two mentions together if nothing forbids it; whether they are one now."""
        low, high = sorted((self._of[a], self._of[b]))
        if low == high:
            return True
        if not self.compatible(a, b):
            return False
        told = self.told(low)
        self._told.pop(high, None)
        for m in self._members.pop(high):
            self._of[m] = low
            insort(self._members[low], m)
            told.add(self.found[m])
        return True

    def compatible(self, a: int, b: int) -> bool:
        """Whether no two members contradict: two known identities, two sure kinds, two genders."""
        one, other = self.told(a), self.told(b)
        return (
            len(one.keys | other.keys) <= 1
            and len(one.kinds | other.kinds) <= 1
            and len(one.genders | other.genders) <= 1
        )
