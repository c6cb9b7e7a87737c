"""Sets of things that are taken for one, built by joining; the result does not depend on the order of joins."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint sets (union-find with path halving); the least member stands for its set."""

    def __init__(self, members: Iterable[str]) -> None:
        self._above = {member: member for member in members}

    def find(self, member: str) -> str:
        """The least member of the set of `member`."""
        while self._above[member] != member:
            self._above[member] = self._above[self._above[member]]
            member = self._above[member]
        return member

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = low

    def sets(self) -> list[list[str]]:
        """All sets, members and sets in order."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._above):
            found.setdefault(self.find(member), []).append(member)
        return [found[least] for least in sorted(found)]
