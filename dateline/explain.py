"""What is behind one event, in words: the claims, their sentences, and how type, date and identity were reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.exports import evidence
from dateline.exports.evidence import Quote
from dateline.graph.model import Claim, Document, Event, Figures, Range, Timeline
from dateline.graph.resolve.why import Comparison

RANGES = {"count": "count", "fatalities": "dead", "injured": "injured", "crowd": "crowd", "arrested": "arrested"}
VOTES = {"votes_for": "for", "votes_against": "against", "votes_abstain": "abstaining"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim about the event, the document that makes it, and its sentences."""

    document: Document
    claim: Claim
    source: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An event with the names of who and where it involves and all that is claimed of it; as `str`, a page of text.

    `against` is what is claimed of the same with the opposite status: denials of what happened, or what is denied here.
    """

    event: Event
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    participants: tuple[str, ...]
    places: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    against: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def explain(timeline: Timeline, event: Event, denials: Sequence[Event] = ()) -> Explanation:
    """All that the timeline knows of `event`; `denials` are the events that deny it, or that it denies."""
    actors = {iri: actor.name for iri, actor in evidence.actors(timeline).items()}
    places = {iri: place.name for iri, place in evidence.places(timeline).items()}
    documents = evidence.documents(timeline)

    def told(of: Event) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(documents[iri], claim, _source(claim, actors), tuple(evidence.quotes(documents[iri], claim)))
            for iri, claim in of.claims
        )

    return Explanation(
        event,
        agents=tuple(actors[iri] for iri in event.agents),
        patients=tuple(actors[iri] for iri in event.patients),
        participants=tuple(actors[iri] for iri in event.participants),
        places=tuple(places[iri] for iri in event.places),
        evidence=told(event),
        against=tuple(each for other in denials for each in told(other)),
    )


def to_json(explanation: Explanation) -> dict[str, object]:
    """The explanation as plain values."""
    event = explanation.event
    return {
        "id": event.id,
        "label": event.label,
        "type": event.type,
        "subtype": event.subtype,
        "status": event.status,
        "date": event.date,
        "agents": list(explanation.agents),
        "patients": list(explanation.patients),
        "participants": list(explanation.participants),
        "places": list(explanation.places),
        "figures": figures(event.figures),
        "confidence": event.confidence,
        "reasons": list(event.reasons),
        "claims": [
            {
                "document": each.document.id,
                "title": each.document.title,
                "status": each.claim.status,
                "source": each.source,
                "quotes": [quote.text for quote in each.quotes],
                "words": [mention.text for mention in each.claim.mentions],
                "rule": each.claim.rule,
                "place_reason": each.claim.place_reason,
                "date_reason": each.claim.date_reason,
                "figures": figures(each.claim.figures),
                "confidence": each.claim.confidence,
            }
            for each in explanation.evidence
        ],
        "against": [
            {
                "document": each.document.id,
                "status": each.claim.status,
                "source": each.source,
                "quotes": [quote.text for quote in each.quotes],
            }
            for each in explanation.against
        ],
    }


def apart(compared: Sequence[Comparison]) -> Iterator[str]:
    """Why two events are two, in lines."""
    from dateline.graph.resolve.why import conclusion

    yield conclusion(compared)
    yield from (f"  - {each}" for each in compared)


def comparisons(compared: Sequence[Comparison]) -> list[dict[str, object]]:
    """Why two events are two, as plain values."""
    return [
        {
            "claims": [each.one, each.other],
            "labels": list(each.labels),
            "forbidden": list(each.forbidden),
            "points": each.verdict.points,
            "parts": [{"points": points, "why": why} for points, why in each.verdict.parts],
        }
        for each in compared
    ]


def figures(of: Figures) -> dict[str, str]:
    """The numbers told of an event, each in words: "at least 10", "20 to 24", "98"."""
    ranges = {word: _range(value) for key, word in RANGES.items() if (value := getattr(of, key)) is not None}
    votes = {word: str(value) for key, word in VOTES.items() if (value := getattr(of, key)) is not None}
    return ranges | votes | ({"outcome": of.outcome} if of.outcome else {})


def _range(value: Range) -> str:
    if value.min == value.max:
        return str(value.min)
    if value.max is None:
        return f"at least {value.min}"
    return f"at most {value.max}" if value.min is None else f"{value.min} to {value.max}"


def _source(claim: Claim, actors: dict[str, str]) -> str | None:
    return actors.get(claim.source) if claim.source else None


def _lines(explanation: Explanation) -> Iterator[str]:
    event = explanation.event
    yield event.label
    yield f"  {event.id}"
    about = {
        "what": f"{event.subtype} ({event.type})" if event.subtype else event.type,
        "status": event.status,
        "when": event.date or "no date in the text",
        "who": ", ".join(explanation.agents),
        "to whom": ", ".join(explanation.patients),
        "with": ", ".join(explanation.participants),
        "by means of": ", ".join(event.instruments),
        "where": ", ".join(explanation.places),
        "figures": ", ".join(f"{value} {word}" for word, value in figures(event.figures).items()),
        "confidence": f"{event.confidence:.2f}",
    }
    yield from (f"  {key + ':':<13}{value}" for key, value in about.items() if value)
    for each in explanation.evidence:
        yield ""
        yield f"{evidence.name_of(each.document)} ({each.document.date or 'undated'})"
        yield from (f"  > {_marked(quote)}" for quote in each.quotes)
        said = {
            "said by": each.source,
            "status": each.claim.status,
            "figures": ", ".join(f"{value} {word}" for word, value in figures(each.claim.figures).items()),
            "found by": each.claim.rule,
            "placed by": f"{each.claim.place_reason} (inferred)" if each.claim.place_reason else "",
            "dated by": each.claim.date_reason,
            "confidence": f"{each.claim.confidence:.2f}",
        }
        yield from (f"  {key + ':':<13}{value}" for key, value in said.items() if value)
    if explanation.against:
        yield ""
        yield "Told otherwise" if event.status == "Denied" else "Denied"
    for each in explanation.against:
        by = f", said by {each.source}" if each.source else ""
        yield from (f"  > {_marked(quote)} ({evidence.name_of(each.document)}{by})" for quote in each.quotes)
    if event.reasons:
        yield ""
        yield "Taken for one event, because"
        yield from (f"  - {reason}" for reason in event.reasons)


def _marked(quote: Quote) -> str:
    """The sentence on one line, [[words]] that report the event and ((words)) that date it set off."""
    parts, at = [], 0
    for mark in quote.marks:
        left, right = ("[[", "]]") if mark.kind == "trigger" else ("((", "))")
        parts += [quote.text[at : mark.start], left, quote.text[mark.start : mark.end], right]
        at = mark.end
    return " ".join("".join([*parts, quote.text[at:]]).split())
