"""Records as JSON objects and back: one object a document, one document a line.

The keys are the project's public exchange format; `docs/record.md` describes them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.graph.errors import UsageError
from dateline.graph.model import (
    Actor,
    Claim,
    Document,
    Figures,
    Mention,
    Place,
    Range,
    Record,
    Relation,
    Span,
    TimeSpan,
    Timex,
    Trigger,
)

RANGES = ("count", "fatalities", "injured", "crowd", "arrested")
JSON = dict[str, Any]


def dumps(record: Record) -> str:
    """One line of JSON, without the newline; the same record gives the same bytes."""
    return json.dumps(to_json(record), ensure_ascii=False)


def loads(line: str) -> Record:
    """Read a line of `dumps` back.

    Raises `UsageError` where the line is not a record.
    """
    try:
        return from_json(json.loads(line))
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(
            f"not an extraction record ({error!r}): {line[:80]!r}; make one with `dateline extract`"
        ) from error


def to_json(record: Record) -> JSON:
    """The record as plain values ready for `json.dumps`."""
    document = record.document
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "date": _iso(document.date),
        "date_source": document.date_source,
        "encoding": document.encoding,
        "text": document.text,
        "boilerplate": [list(span) for span in document.boilerplate],
        "times": [_timex(timex) for timex in record.times],
        "actors": [_actor(actor) for actor in record.actors],
        "places": [_place(place) for place in record.places],
        "events": [_claim(claim) for claim in record.events],
        "relations": [{"type": r.type, "from": r.source, "to": r.target} for r in record.relations],
    }


def from_json(data: Mapping[str, Any]) -> Record:
    """The inverse of `to_json`; keys that the record format knows but `data` lacks are taken as unknown.

    Raises `KeyError`, `TypeError` or `ValueError` where a needed key is missing or malformed.
    """
    return Record(
        document=Document(
            id=data["id"],
            text=data["text"],
            title=data.get("title"),
            url=data.get("url"),
            publisher=data.get("publisher"),
            date=_day(data.get("date")),
            date_source=data.get("date_source"),
            boilerplate=tuple(Span(*pair) for pair in data.get("boilerplate", ())),
            encoding=data.get("encoding"),
        ),
        times=tuple(
            Timex(
                start=t["start"],
                end=t["end"],
                text=t["text"],
                type=t["type"],
                value=t["value"],
                edtf=t["edtf"],
                span=_read_bounds(t),
            )
            for t in data.get("times", ())
        ),
        actors=tuple(
            Actor(
                id=a["id"],
                **_read_names(a),
                kind=a["kind"],
                country=a.get("country"),
                sector=a.get("sector"),
                links=tuple(a.get("links", ())),
                could_be=tuple(a.get("could_be", ())),
                aliases=tuple(a.get("aliases", ())),
                mentions=tuple(Mention(m["start"], m["end"], m["text"], m["form"]) for m in a["mentions"]),
            )
            for a in data.get("actors", ())
        ),
        places=tuple(
            Place(
                id=p["id"],
                **_read_names(p),
                kind=p["kind"],
                country=p.get("country"),
                lat=p.get("lat"),
                lon=p.get("lon"),
                links=tuple(p.get("links", ())),
                could_be=tuple(p.get("could_be", ())),
                within=tuple(p.get("within", ())),
                mentions=tuple(Mention(m["start"], m["end"], m["text"]) for m in p["mentions"]),
            )
            for p in data.get("places", ())
        ),
        events=tuple(_read_claim(e) for e in data.get("events", ())),
        relations=tuple(Relation(r["type"], r["from"], r["to"]) for r in data.get("relations", ())),
    )


def _timex(timex: Timex) -> JSON:
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.edtf,
        **_bounds(timex.span),
    }


def _names(thing: Actor | Place) -> JSON:
    """What the text calls a thing, and what it is called elsewhere."""
    return {"name": thing.written or thing.name, "label": thing.name}


def _read_names(data: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of `_names`; without a label the text's name is the only one."""
    label = data.get("label", data["name"])
    return {"name": label, "written": data["name"] if data["name"] != label else None}


def _actor(actor: Actor) -> JSON:
    return {
        "id": actor.id,
        **_names(actor),
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "links": list(actor.links),
        "could_be": list(actor.could_be),
        "aliases": list(actor.aliases),
        "mentions": [{"start": m.start, "end": m.end, "text": m.text, "form": m.form} for m in actor.mentions],
    }


def _place(place: Place) -> JSON:
    return {
        "id": place.id,
        **_names(place),
        "kind": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "links": list(place.links),
        "could_be": list(place.could_be),
        "within": list(place.within),
        "mentions": [{"start": m.start, "end": m.end, "text": m.text} for m in place.mentions],
    }


def _claim(claim: Claim) -> JSON:
    figures = claim.figures
    return {
        "id": claim.id,
        "type": claim.type,
        "subtype": claim.subtype,
        "label": claim.label,
        "mentions": [
            {"start": m.start, "end": m.end, "text": m.text, "sentence": list(m.sentence)} for m in claim.mentions
        ],
        "agents": list(claim.agents),
        "patients": list(claim.patients),
        "participants": list(claim.participants),
        "instruments": list(claim.instruments),
        "places": list(claim.places),
        "begin": _bounds(claim.begin),
        "end": _bounds(claim.end),
        "time": list(claim.time) if claim.time else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "source": claim.source,
        **{key: _range(getattr(figures, key)) for key in RANGES},
        "votes": {"for": figures.votes_for, "against": figures.votes_against, "abstain": figures.votes_abstain},
        "outcome": figures.outcome,
        "confidence": claim.confidence,
        "rule": claim.rule,
        "date_reason": claim.date_reason,
    }


def _read_claim(data: Mapping[str, Any]) -> Claim:
    votes = data.get("votes") or {}
    return Claim(
        id=data["id"],
        type=data["type"],
        subtype=data.get("subtype"),
        label=data["label"],
        mentions=tuple(Trigger(m["start"], m["end"], m["text"], Span(*m["sentence"])) for m in data["mentions"]),
        agents=tuple(data["agents"]),
        patients=tuple(data["patients"]),
        participants=tuple(data["participants"]),
        instruments=tuple(data["instruments"]),
        places=tuple(data["places"]),
        begin=_read_bounds(data["begin"]),
        end=_read_bounds(data["end"]),
        time=Span(*data["time"]) if data.get("time") else None,
        polarity=data["polarity"],
        modality=data["modality"],
        source=data.get("source"),
        figures=Figures(
            **{key: _read_range(data.get(key)) for key in RANGES},
            votes_for=votes.get("for"),
            votes_against=votes.get("against"),
            votes_abstain=votes.get("abstain"),
            outcome=data.get("outcome"),
        ),
        confidence=data["confidence"],
        rule=data.get("rule", ""),
        date_reason=data.get("date_reason", ""),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _bounds(span: TimeSpan) -> JSON:
    return {"earliest": _iso(span.earliest), "latest": _iso(span.latest)}


def _read_bounds(data: Mapping[str, Any]) -> TimeSpan:
    return TimeSpan(_day(data["earliest"]), _day(data["latest"]))


def _range(value: Range | None) -> JSON | None:
    return {"min": value.min, "max": value.max} if value else None


def _read_range(data: Mapping[str, Any] | None) -> Range | None:
    return Range(data["min"], data["max"]) if data else None
