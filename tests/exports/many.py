"""Invented stories of any size for the tests and measurements of the exports: by chance, the same for the same seed."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from invented import BASE

from dateline.graph.model import (
    Actor,
    Claim,
    Document,
    Event,
    Place,
    Span,
    Timeline,
    TimeSpan,
    Trigger,
)

TYPES = (
    ("Protest", "Demonstration", "marched against"),
    ("Protest", "Strike", "went on strike against"),
    ("Attack", "Bombing", "bombed"),
    ("Attack", "ArmedClash", "clashed with"),
    ("Coerce", "Arrest", "arrested"),
    ("Consult", "Meeting", "met"),
    ("Accuse", "Condemn", "condemned"),
    ("Vote", "LegislativeVote", "voted against"),
    ("Aid", "HumanitarianAid", "sent aid to"),
    ("Agree", "Deal", "made a deal with"),
    ("Lead", "Appointment", "appointed"),
    ("Mobilize", "Deployment", "sent troops against"),
)
_SYLLABLES = ("bar", "dor", "kel", "mir", "nos", "pel", "ran", "sul", "tov", "var", "wen", "zor", "hal", "gri", "lun")


def large(size: int, seed: int = 1) -> Timeline:
    """A story of `size` events over three years, with hubs and a long tail of actors, as real collections have."""
    chance = random.Random(seed)

    def name(parts: int) -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(parts)).capitalize()

    kinds = ("Organization", "Person", "Group", "Country")
    actors = tuple(
        Actor(f"{BASE}actor/{i}", f"{name(2)} {name(3)}", chance.choice(kinds), "KES")
        for i in range(max(20, size // 8))
    )
    places = tuple(
        Place(
            f"{BASE}place/{i}",
            f"{name(3)}",
            "city",
            "KES",
            round(chance.uniform(-40, 60), 3),
            round(chance.uniform(-120, 140), 3),
        )
        for i in range(max(10, size // 30))
    )

    def pick(pool: tuple[Any, ...]) -> Any:
        return (
            pool[min(int(chance.paretovariate(0.9)) - 1, len(pool) - 1)]
            if chance.random() < 0.6
            else chance.choice(pool)
        )

    texts: list[list[str]] = [[] for _ in range(max(1, size // 5))]
    drafts = []
    for i in range(size):
        type_, subtype, verb = chance.choice(TYPES)
        agent, patient, place = pick(actors), pick(actors), pick(places)
        number = i % len(texts)
        sentence = (
            f"{agent.name} {verb} {patient.name} in {place.name} after a dispute over the price of item {i}, "
            "witnesses and two local officials said on the scene."
        )
        start = sum(len(each) + 1 for each in texts[number])
        texts[number].append(sentence)
        at = start + len(agent.name) + 1
        day = date(2019, 1, 1) + timedelta(days=int(chance.triangular(0, 1095, 800)))
        width = chance.choice((0, 0, 0, 0, 3, 30, None))
        span = TimeSpan() if width is None else TimeSpan(day, day + timedelta(days=width))
        modality = chance.choice(("actual",) * 8 + ("planned", "possible"))
        claim = Claim(
            f"{BASE}claim/e{i}",
            type_,
            subtype,
            f"{agent.name} {verb} {patient.name}",
            (Trigger(at, at + len(verb), verb, Span(start, start + len(sentence))),),
            begin=span,
            end=span,
            modality=modality,
            confidence=round(chance.uniform(0.4, 0.98), 2),
            rule="verb",
            date_reason="as the sentence says",
        )
        drafts.append((span, number, claim, agent, patient, place))
    events = [
        Event(
            f"{BASE}event/{claim.id.rpartition('/')[2]}",
            claim.type,
            claim.subtype,
            claim.label,
            claim.status,
            agents=(agent.id,),
            patients=(patient.id,) if patient is not agent else (),
            places=(place.id,),
            begin=span,
            end=span,
            date=None if span.earliest is None else f"{span.earliest}/{span.latest}",
            confidence=claim.confidence,
            claims=((f"{BASE}doc/{number}", claim),),
        )
        for span, number, claim, agent, patient, place in drafts
    ]
    events.sort(key=lambda event: (event.begin.earliest or date.max, event.id))
    return Timeline(
        documents=tuple(
            (
                f"{BASE}doc/{i}",
                Document(
                    f"{i}", "\n".join(each), f"Report {i}", f"https://paper.example/{i}", "The Paper", date(2021, 12, 1)
                ),
            )
            for i, each in enumerate(texts)
        ),
        actors=actors,
        places=places,
        events=tuple(events),
    )
