"""The words behind an event, and who and where its ids name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dateline.graph.model import Actor, Claim, Document, Event, Place, Timeline

Kind = Literal["trigger", "time"]


class Mark(NamedTuple):
    """Code points `start` to `end` (exclusive) of a quoted sentence that report the event or tell its time."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in its document's own words, with what to mark in it, in text order and without overlap."""

    text: str
    marks: tuple[Mark, ...]


def quotes(document: Document, claim: Claim) -> Iterator[Quote]:
    """Each sentence that mentions the claim once, in text order, its triggers and its time expression marked."""
    for sentence in dict.fromkeys(trigger.sentence for trigger in claim.mentions):
        triggers = [Mark(m.start, m.end, "trigger") for m in claim.mentions if m.sentence == sentence]
        times = [Mark(*claim.time, "time")] if claim.time else []
        marks: list[Mark] = []
        for mark in sorted([*triggers, *times]):
            inside = sentence.start <= mark.start < mark.end <= sentence.end
            if inside and (not marks or marks[-1].end <= mark.start - sentence.start):
                marks.append(Mark(mark.start - sentence.start, mark.end - sentence.start, mark.kind))
        yield Quote(document.text[sentence.start : sentence.end], tuple(marks))


def first_quote(event: Event, told: Mapping[str, Document]) -> str | None:
    """The first sentence that reports the event, in the documents `told`."""
    pairs = ((told[iri], claim) for iri, claim in event.claims if iri in told)
    return next((quote.text for document, claim in pairs for quote in quotes(document, claim)), None)


def documents(timeline: Timeline) -> Mapping[str, Document]:
    """IRI -> document."""
    return dict(timeline.documents)


def actors(timeline: Timeline) -> Mapping[str, Actor]:
    """IRI -> actor."""
    return {actor.id: actor for actor in timeline.actors}


def places(timeline: Timeline) -> Mapping[str, Place]:
    """IRI -> place."""
    return {place.id: place for place in timeline.places}


def name_of(document: Document) -> str:
    """What to call a source: its title, else its address, else its id."""
    return document.title or document.url or document.id
