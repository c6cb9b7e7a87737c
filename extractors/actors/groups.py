"""Mentions in disjoint groups, each group one actor, with the rule for which groups may ever meet."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extractors.actors.found import Found


class Groups:
    """Mentions `found`, every one in a group of its own at first; a group goes by its first mention."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found = list(found)
        self._of = list(range(len(found)))
        self._members = {n: [n] for n in range(len(found))}

    def of(self, n: int) -> int:
        """The first mention of the group that mention `n` is in."""
        return self._of[n]

    def members(self, n: int) -> list[int]:
        """All mentions in the group of mention `n`, in text order."""
        return self._members[self._of[n]]

    def together(self, n: int) -> list[Found]:
        """What `members` counts, as mentions."""
        return [self.found[m] for m in self.members(n)]

    def replace(self, n: int, one: Found) -> None:
        """Put more exact knowledge in the place of mention `n`."""
        self.found[n] = one

    def join(self, a: int, b: int) -> bool:
        """Put the groups of two mentions together if nothing forbids it; whether they are one now."""
        low, high = sorted((self._of[a], self._of[b]))
        if low == high:
            return True
        if not self.compatible(a, b):
            return False
        joined = self._members.pop(high)
        for m in joined:
            self._of[m] = low
        self._members[low] = sorted([*self._members[low], *joined])
        return True

    def compatible(self, a: int, b: int) -> bool:
        """Whether no two members contradict: two known identities, two sure kinds, two genders, two states."""
        both = [*self.together(a), *self.together(b)]
        keys = {one.key for one in both if one.key}
        kinds = {one.kind for one in both if one.sure}
        genders = {one.gender for one in both if one.gender}
        return len(keys) <= 1 and len(kinds) <= 1 and len(genders) <= 1
