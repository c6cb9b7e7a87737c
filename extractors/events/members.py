"""Who a plural noun counts, where the text goes on to name them: "two students, Ann and Ivo", "six, including Ivo"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extractors.events.arguments import after_preposition, coordinated, is_verb
from dateline.extractors.events.triggers import Scene
from dateline.extractors.words import word_lists


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
        if _untold(scene, i):
            yield from (t for apposed in a.children(i, "appos") for t in coordinated(a, [apposed.i]) if t not in listed)
        yield from after_preposition(a, i, "include", "including")
        yield from _included(scene, i)


def _untold(scene: Scene, i: int) -> bool:
    """Whether a noun does not say by itself who they are: "the victims, two nurses", "ten people, six women …"."""
    actor = scene.actor_at.get(i)
    return actor is None or scene.actors[actor].name.lower() in word_lists("syntax.toml")["nouns.anybody"]


def _included(scene: Scene, i: int) -> Iterator[int]:
    """Who is told behind the verb to be among them: "30 were arrested, including Ann", "among them a nurse"."""
    a = scene.annotation
    verb, token = a.head(i), a.tokens[i]
    counts = token.tag in ("NNS", "NNPS", "CD") or token.lemma == "people"
    if not is_verb(verb) or not counts or (token.dep != "dobj" and a.children(verb.i, "dobj")):
        return
    found = [t for t in after_preposition(a, verb.i, "include", "including") if t > i]
    if any(t > i and a.tokens[t].lemma in ("they", "whom") for t in after_preposition(a, verb.i, "among")):
        found += [t.i for t in a.children(verb.i, "npadvmod", "appos", "dep") if t.i > verb.i]
    for one in found:
        if one in scene.actor_at and scene.actors[scene.actor_at[one]].kind in ("Person", "Group"):
            yield one
