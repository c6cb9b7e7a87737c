"""An invented story for the tests of the exports, read from `port/`; `many` makes large ones by chance."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from dateline.graph.model import (
    Actor,
    Claim,
    Document,
    Event,
    Figures,
    Mention,
    Place,
    Range,
    Record,
    Relation,
    Span,
    Timeline,
    TimeSpan,
    Trigger,
)

BASE = "https://w3id.org/dateline/id/"
FOLDER = Path(__file__).with_name("port")
RANGES = ("count", "fatalities", "injured", "crowd", "arrested")
FIGURES = (*RANGES, "votes_for", "votes_against", "votes_abstain", "outcome")
Told = dict[str, Any]


@cache
def documents() -> dict[str, Document]:
    return {
        key: Document(key, (FOLDER / f"{key}.txt").read_text("utf-8"), date_source="text", **about)
        for key, about in _story()["documents"].items()
    }


def small() -> Timeline:
    """A port strike: events that happened, are under way, planned, denied, possible, demanded; two are disputed."""
    told, numbers = _story(), count(1)
    events = [_event(event, numbers) for event in told["events"]]
    return Timeline(
        documents=tuple((_iri("doc", key), document) for key, document in documents().items()),
        actors=tuple(Actor(_iri("actor", key), **_tuples(about)) for key, about in told["actors"].items()),
        places=tuple(
            Place(_iri("place", key), **{**about, "within": _iris("place", about.get("within", ()))})
            for key, about in told["places"].items()
        ),
        events=tuple(sorted(events, key=lambda event: event.begin.earliest or date.max)),
        relations=tuple(
            Relation(each["type"], _iri("event", each["source"]), _iri("event", each["target"]))
            for each in told["relations"]
        ),
    )


def records() -> tuple[Record, ...]:
    """One extraction record: a vote, told by the first document, under local ids."""
    _, claim = next(event for event in small().events if event.subtype == "LegislativeVote").claims[0]
    document, name = documents()["courier"], "Kestrian Assembly"
    at = document.text.index(name)
    actor = Actor("a1", name, "Organization", mentions=(Mention(at, at + len(name), name),))
    return (Record(document, actors=(actor,), events=(replace(claim, id="e1", agents=("a1",)),)),)


@cache
def _story() -> Told:
    return tomllib.loads((FOLDER / "story.toml").read_text("utf-8"))


def _event(told: Told, numbers: count[int]) -> Event:
    type_, _, subtype = told["type"].partition("/")
    claims = [
        replace(claim, type=type_, subtype=subtype or None, label=told["label"])
        for claim in (_claim(each, next(numbers)) for each in told["claims"])
    ]
    first = claims[0]
    return Event(
        _iri("event", told["key"]),
        first.type,
        first.subtype,
        first.label,
        first.status,
        agents=_iris("actor", told.get("agents", ())),
        patients=_iris("actor", told.get("patients", ())),
        places=_iris("place", told.get("places", ())),
        begin=first.begin,
        end=first.end,
        date=told.get("date"),
        figures=_figures(told) if set(told) & set(FIGURES) else first.figures,
        confidence=max(claim.confidence for claim in claims),
        claims=tuple((_iri("doc", each["document"]), c) for each, c in zip(told["claims"], claims, strict=True)),
        reasons=tuple(told.get("reasons", ())),
    )


def _claim(told: Told, number: int) -> Claim:
    text = documents()[told["document"]].text
    sentence = _find(text, told["sentence"], 0)
    trigger = _find(text, told["trigger"], sentence.start)
    begin = _days(told.get("begin", "/"))
    return Claim(
        _iri("claim", f"e{number}"),
        "State",
        None,
        told["trigger"],
        (Trigger(*trigger, told["trigger"], sentence),),
        begin=begin,
        end=_days(told["end"]) if "end" in told else begin,
        time=_find(text, told["written"], sentence.start) if "written" in told else None,
        modality=told.get("modality", "actual"),
        polarity=told.get("polarity", "positive"),
        source=_iri("actor", told["source"]) if "source" in told else None,
        figures=_figures(told),
        confidence=told.get("confidence", 0.8),
        rule="verb",
        date_reason=told.get("date_reason", ""),
    )


def _figures(told: Told) -> Figures:
    return Figures(**{key: _range(told[key]) if key in RANGES else told[key] for key in FIGURES if key in told})


def _range(told: int | list[int]) -> Range:
    low, high = (told, told) if isinstance(told, int) else told
    return Range(low if low >= 0 else None, high if high >= 0 else None)


def _days(told: str) -> TimeSpan:
    first, _, last = told.partition("/") if "/" in told else (told, "", told)
    return TimeSpan(*(date.fromisoformat(day) if day else None for day in (first, last)))


def _find(text: str, words: str, after: int) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def _iri(kind: str, key: str) -> str:
    return f"{BASE}{kind}/{key}"


def _iris(kind: str, keys: list[str]) -> tuple[str, ...]:
    return tuple(_iri(kind, key) for key in keys)


def _tuples(about: Told) -> Told:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in about.items()}
