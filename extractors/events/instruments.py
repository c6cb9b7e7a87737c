"""With what it was done: weapons and means, as the document words them."""

from __future__ import annotations

from dateline.extractors.events.arguments import after_preposition, is_verb, objects
from dateline.extractors.events.triggers import Scene
from dateline.extractors.words import word_lists


def instruments(scene: Scene, i: int) -> tuple[str, ...]:
    """Weapons and means: "with a knife", "using tear gas"."""
    a = scene.annotation
    found = []
    nouns = [n for n in after_preposition(a, i, "with") if is_verb(a.tokens[i])]
    for using in a.children(i, "advcl", "acl"):
        if using.lemma == "use":
            nouns += objects(a, using.i)
    for noun in nouns:
        if noun not in scene.actor_at and noun not in scene.place_at and a.tokens[noun].pos == "NOUN":
            words = [t.i for t in a.children(noun, "compound", "amod")] + [noun]
            if a.tokens[noun].lemma in word_lists("syntax.toml")["nouns.weapon"]:
                found.append(a.quote(min(words), max(words) + 1))
    return tuple(found)
