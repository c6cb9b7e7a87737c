"""From the words of a text to its actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extractors.syntax import Annotation
from dateline.graph.model import Actor


def by_token(annotation: Annotation, actors: Sequence[Actor]) -> Mapping[int, str]:
    """The actor that each token belongs to: of nested mentions the shortest, and at a mention's own head that mention.

    In "the Iraqi government's spokesman" the token "government" means the government, "spokesman" the spokesman.
    """
    spans = [
        (span[0], span[-1] + 1, actor.id)
        for actor in actors
        for mention in actor.mentions
        if (span := annotation.within(mention.start, mention.end))
    ]
    spans.sort(key=lambda span: span[0] - span[1])
    found: dict[int, str] = {}
    for first, last, who in spans:
        found.update(dict.fromkeys(range(first, last), who))
    for first, last, who in spans:
        found[annotation.head_of(first, last).i] = who
    return found
