"""What changed between two states of a graph: which events are new, gone, put together, taken apart, told otherwise.

Events are matched by the claims that they rest on, whose IRIs stay while the text does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.graph.model import Event, Timeline

Kind = Literal["added", "removed", "merged", "split", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `old` and `new` are the events before and after, `details` in words what differs."""

    kind: Kind
    old: tuple[Event, ...]
    new: tuple[Event, ...]
    details: tuple[str, ...] = ()


def diff(old: Timeline, new: Timeline) -> tuple[Change, ...]:
    """The changes from one timeline to another, in the order of the new events, then of the old ones that are gone."""
    before, after = _by_claim(old), _by_claim(new)
    names = _names(old) | _names(new)
    found = []
    for event in new.events:
        were = _events(event, before)
        if not were:
            found.append(Change("added", (), (event,)))
        elif len(were) > 1:
            found.append(Change("merged", were, (event,)))
        elif _events(were[0], after) == (event,) and (details := tuple(_details(were[0], event, names))):
            found.append(Change("changed", were, (event,), details))
    for event in old.events:
        now = _events(event, after)
        if not now:
            found.append(Change("removed", (event,), ()))
        elif len(now) > 1:
            found.append(Change("split", (event,), now))
    return tuple(found)


def _by_claim(timeline: Timeline) -> dict[str, Event]:
    return {claim.id: event for event in timeline.events for _, claim in event.claims}


def _events(event: Event, by_claim: Mapping[str, Event]) -> tuple[Event, ...]:
    found = (by_claim.get(claim.id) for _, claim in event.claims)
    return tuple(dict.fromkeys(each for each in found if each))


def _names(timeline: Timeline) -> dict[str, str]:
    return {each.id: each.name for each in timeline.actors} | {each.id: each.name for each in timeline.places}


def _details(old: Event, new: Event, names: Mapping[str, str]) -> Iterator[str]:
    """What is told otherwise; who and where by name, since keys of merged actors change with what is known of them."""

    def named(ids: Sequence[str]) -> str:
        return ", ".join(sorted(names[iri] for iri in ids))

    pairs = {
        "type": (old.subtype or old.type, new.subtype or new.type),
        "status": (old.status, new.status),
        "date": (old.date, new.date),
        "agents": (named(old.agents), named(new.agents)),
        "patients": (named(old.patients), named(new.patients)),
        "participants": (named(old.participants), named(new.participants)),
        "places": (named(old.places), named(new.places)),
        "label": (old.label, new.label),
    }
    yield from (f"{what}: {was or 'none'} → {now or 'none'}" for what, (was, now) in pairs.items() if was != now)
    for name in type(old.figures).__slots__:
        was, now = getattr(old.figures, name), getattr(new.figures, name)
        if was != now:
            yield f"{name}: {_number(was)} → {_number(now)}"
    gained = len({iri for iri, _ in new.claims}) - len({iri for iri, _ in old.claims})
    if gained:
        yield f"documents: {gained:+d}"


def _number(value: object) -> str:
    low, high = getattr(value, "min", value), getattr(value, "max", value)
    return str(low if low == high else f"{'…' if low is None else low} to {'…' if high is None else high}").lower()
