"""The place that a report was sent from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extractors.syntax import Annotation
from dateline.graph.model import Place

_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][\w.'’ -]{1,40}(?:, [\w.'’ -]{2,30}){0,2}?)"
    r"(?:,? (?:[A-Z][A-Za-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][A-Za-z]{2,8}\.?)(?:,? \d{2}(?:\d{2})?)?,?)?"
    r"\s*(?:\([^()]{2,40}\)\s*(?:--|[-–—:])?|--|[–—]|\s-\s|(?P<colon>:\s))"
)


def dateline_place(annotation: Annotation, places: Sequence[Place]) -> str | None:
    """The id of the place in the report's dateline ("NAIROBI, Kenya (AP) —"); `None` where it has none.

    The dateline opens one of the first paragraphs and ends in an agency or a dash; of "NAIROBI, Kenya" it is the town.
    """
    seen = set()
    for sentence in annotation.sentences:
        if sentence.paragraph in seen:
            continue
        seen.add(sentence.paragraph)
        if len(seen) > 4:
            return None
        match = _DATELINE.match(annotation.text, sentence.start)
        if match and (match["place"].isupper() or not match["colon"]):
            inside = [
                (m.start, place.id)
                for place in places
                for m in place.mentions
                if match.start("place") <= m.start and m.end <= match.end("place")
            ]
            if inside:
                return min(inside)[1]
    return None
