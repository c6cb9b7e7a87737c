"""Sentences read for their time expressions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.extractors import times
from dateline.extractors.annotate import annotator
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Document, Timex

Read = Callable[..., tuple[Timex, ...]]
Parse = Callable[[str], Annotation]
THURSDAY = date(2019, 10, 10)


@pytest.fixture(scope="session")
def parse() -> Parse:
    """A text parsed, once however often it is asked for."""
    annotate, seen = annotator(), dict[str, Annotation]()

    def run(text: str) -> Annotation:
        if text not in seen:
            seen[text] = annotate(Document("test", text))
        return seen[text]

    return run


@pytest.fixture(scope="session")
def read(parse: Parse) -> Read:
    """The expressions of a text, on Thursday 10 October 2019 unless told otherwise."""

    def run(text: str, day: date | None = THURSDAY) -> tuple[Timex, ...]:
        return times.find(parse(text), day)

    return run
