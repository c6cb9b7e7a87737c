"""Events: who did what to whom, with what status; from trigger words, syntax and coreference."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.actors import by_token as actors_by_token
from dateline.extractors.events import things
from dateline.extractors.events.assemble import assemble
from dateline.extractors.events.coreference import merge
from dateline.extractors.events.drafts import drafts
from dateline.extractors.events.foresight import foreseen
from dateline.extractors.events.setting import settle
from dateline.extractors.events.triggers import Scene
from dateline.extractors.places import by_token as places_by_token
from dateline.extractors.proposals import outlook
from dateline.extractors.syntax import Annotation
from dateline.extractors.wire import after_dateline
from dateline.extractors.words import word_lists
from dateline.graph.model import Actor, Place, Timex

__all__ = ["Scene", "assemble", "drafts", "foreseen", "merge", "scene", "settle"]


def scene(
    annotation: Annotation, actors: tuple[Actor, ...], places: tuple[Place, ...], times: tuple[Timex, ...] = ()
) -> Scene:
    """The parse with who and where its tokens name: what finding events looks at."""
    dateline = _dateline(annotation)
    acting = actors_by_token(annotation, actors)
    hit = things.find(annotation, acting, word_lists("syntax.toml")["nouns.things"], "x")
    papers = things.find(annotation, acting, word_lists("reporting.toml")["nouns.documents"], "d")
    return Scene(
        annotation=annotation,
        actor_at={i: a for i, a in acting.items() if i not in dateline},
        place_at=places_by_token(annotation, places),
        actors={actor.id: actor for actor in (*actors, *hit, *papers)},
        thing_at=actors_by_token(annotation, hit),
        paper_at=actors_by_token(annotation, papers),
        places={place.id: place for place in places},
        actor_heads=frozenset(_heads(annotation, actors)),
        outlook=outlook(annotation),
        time_words=frozenset(i for t in times for i in annotation.within(t.start, t.end)),
    )


def _dateline(annotation: Annotation) -> frozenset[int]:
    """Tokens of datelines, which say where a report was written and name nobody who acts in it."""
    found: set[int] = set()
    for sentence in annotation.sentences[:5]:
        opened = after_dateline(annotation.text, sentence.start, sentence.end)
        if opened > sentence.start:
            found.update(annotation.within(sentence.start, opened))
    return frozenset(found)


def _heads(annotation: Annotation, actors: tuple[Actor, ...]) -> Iterator[int]:
    for mention in (m for actor in actors for m in actor.mentions):
        tokens = annotation.within(mention.start, mention.end)
        if tokens:
            yield annotation.head_of(tokens.start, tokens.stop).i
