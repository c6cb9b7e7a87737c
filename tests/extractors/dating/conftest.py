"""Events dated in sentences where `[[word]]` marks a trigger, `[[planned:word]]` one with that modality."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from dateline.extractors import dating, times
from dateline.extractors.annotate import annotator
from dateline.graph.model import Claim, Document, Relation, Span, TimeSpan, Trigger

WEDNESDAY = date(2020, 1, 8)
MARK = re.compile(r"\[\[(?:(\w+):)?(.+?)\]\]")
Dated = tuple[tuple[Claim, ...], tuple[Relation, ...]]


@pytest.fixture(scope="session")
def dated() -> Callable[..., Dated]:
    """The marked events of a report, of Wednesday 8 January 2020 unless told otherwise, and their relations."""
    annotate = annotator()

    def run(marked: str, day: date | None = WEDNESDAY) -> Dated:
        text, places, at = "", [], 0
        for match in MARK.finditer(marked):
            text += marked[at : match.start()]
            places.append((len(text), match[2], match[1] or "actual"))
            text, at = text + match[2], match.end()
        text += marked[at:]
        annotation = annotate(Document("test", text, date=day))
        claims = []
        for n, (start, word, modality) in enumerate(places, 1):
            sentence = annotation.sentence(annotation.within(start, start + 1).start)
            trigger = Trigger(start, start + len(word), word, Span(sentence.start, sentence.end))
            claims.append(Claim(f"e{n}", "Attack", None, "", (trigger,), modality=modality))
        found = times.find(annotation, day)
        own = day or dating.day_of_report(annotation, found)
        return dating.date_claims(annotation, own, found if own == day else times.find(annotation, own), tuple(claims))

    return run


@pytest.fixture(scope="session")
def show() -> Callable[[TimeSpan], str]:
    """Bounds as text: a day, or "earliest..latest"."""

    def written(span: TimeSpan) -> str:
        if span.earliest and span.earliest == span.latest:
            return str(span.earliest)
        return f"{span.earliest or ''}..{span.latest or ''}"

    return written
