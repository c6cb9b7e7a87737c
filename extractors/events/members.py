"""Who a plural noun counts, where the text goes on to name them: "two students, Ann and Ivo", "six, including Ivo"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extractors.events.arguments import after_preposition, coordinated
from dateline.extractors.events.triggers import Scene


def named(scene: Scene, tokens: Iterable[int]) -> Iterator[int]:
    """The tokens, a plural with the names of its members behind it in their place, and those it includes beside it."""
    a = scene.annotation
    for i in tokens:
        listed = [
            t
            for apposed in a.children(i, "appos")
            for t in coordinated(a, [apposed.i])
            if scene.actor_at.get(t) and scene.actors[scene.actor_at[t]].kind == "Person"
        ]
        if a.tokens[i].tag not in ("NNS", "NNPS", "CD") or len(listed) < 2:
            yield i
        yield from listed if len(listed) > 1 else ()
        yield from after_preposition(a, i, "include", "including")
