"""Sentences read through to draft claims and records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from dateline.extractors import actors, events, places, times
from dateline.extractors.annotate import annotator
from dateline.extractors.events.drafts import drafts
from dateline.extractors.extract import extract
from dateline.extractors.mending import mend
from dateline.graph.model import Claim, Document, Record

PUBLISHED = date(2021, 6, 16)  # a Wednesday


@dataclass(frozen=True)
class Told:
    """A claim with names in place of ids."""

    claim: Claim
    agents: list[str]
    patients: list[str]
    participants: list[str]
    places: list[str]
    source: str | None


Read = Callable[[str], list[Told]]


@pytest.fixture(scope="session")
def read_drafts() -> Read:
    """One claim a trigger, statements (class State) left out."""
    annotate = annotator()

    def run(text: str) -> list[Told]:
        annotation = mend(annotate(Document("story", text, date=PUBLISHED)))
        found_places = places.find(annotation)
        found_actors = actors.find(annotation, found_places)
        scene = events.scene(annotation, found_actors, found_places, times.find(annotation, PUBLISHED))
        names = {a.id: a.name for a in scene.actors.values()}
        spots = {p.id: p.name for p in found_places}
        return [_told(c, names, spots) for c in drafts(scene) if c.type != "State"]

    return run


@pytest.fixture(scope="session")
def read_record() -> Callable[[str], Record]:
    """The whole record of a text published on 2021-06-16."""
    annotate = annotator()
    return lambda text: extract(Document("story", text, date=PUBLISHED), annotate)


@pytest.fixture(scope="session")
def read_story(read_record: Callable[[str], Record]) -> Read:
    """The merged claims of a text published on 2021-06-16, statements left out."""

    def run(text: str) -> list[Told]:
        record = read_record(text)
        names = {a.id: a.name for a in record.actors}
        spots = {p.id: p.name for p in record.places}
        return [_told(c, names, spots) for c in record.events if c.type != "State"]

    return run


def _told(claim: Claim, names: dict[str, str], spots: dict[str, str]) -> Told:
    return Told(
        claim=claim,
        agents=[names[i] for i in claim.agents],
        patients=[names[i] for i in claim.patients],
        participants=[names[i] for i in claim.participants],
        places=[spots[i] for i in claim.places],
        source=names[claim.source] if claim.source else None,
    )
