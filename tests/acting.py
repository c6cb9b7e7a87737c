"""What `actors.find` tells of a text, for the tests of actors."""

from __future__ import annotations

from functools import cache

from dateline.extractors import actors
from dateline.extractors.annotate import annotator
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Actor, Document

_ANNOTATE = annotator()


@cache
def annotation(text: str) -> Annotation:
    return _ANNOTATE(Document("d", text))


def found(text: str) -> tuple[Actor, ...]:
    return actors.find(annotation(text), ())


def texts(actor: Actor, form: str | None = None) -> list[str]:
    return [m.text for m in actor.mentions if form is None or m.form == form]


def of(text: str, words: str) -> Actor:
    """The one actor with a mention that reads `words`."""
    having = [actor for actor in found(text) if words in texts(actor)]
    assert len(having) == 1, [(a.name, texts(a)) for a in found(text)]
    return having[0]
