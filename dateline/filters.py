"""Which events of a timeline a reader wants to see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.graph.errors import UsageError
from dateline.graph.model import Actor, Event, Place, Timeline

REPORTING = "State"
"""The class of acts of telling ("announced that …"), which are shown only when asked for."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show: all that is asked for must hold.

    `actor` and `place` are words of a name or alias, or an IRI; a place stands for all that lies in it. `type` is a
    class or subtype. `begin` and `end` bound the days, both included; an event passes when it may have gone on in
    between, and one without any date does not. `everything` adds what is not told as done: events that are denied,
    planned, possible, hypothetical or demanded, and the acts of telling of them (`REPORTING`).
    """

    actor: str | None = None
    type: str | None = None
    place: str | None = None
    begin: date | None = None
    end: date | None = None
    everything: bool = False


def select(timeline: Timeline, wanted: Filter) -> tuple[Event, ...]:
    """The events of the timeline that pass, in its order."""
    actors = _named(timeline.actors, wanted.actor) if wanted.actor else None
    places = _inside(timeline.places, _named(timeline.places, wanted.place)) if wanted.place else None
    type_ = wanted.type.casefold() if wanted.type else None
    return tuple(
        event
        for event in timeline.events
        if (wanted.everything or (event.happened and (event.type != REPORTING or type_)))
        and (type_ is None or type_ in (event.type.casefold(), (event.subtype or "").casefold()))
        and (actors is None or not actors.isdisjoint((*event.agents, *event.patients, *event.participants)))
        and (places is None or not places.isdisjoint(event.places))
        and _in_time(event, wanted)
    )


def wanted(*, type: str | None = None, begin: str | None = None, end: str | None = None, **others: Any) -> Filter:
    """A filter of what a reader writes: `begin` and `end` are days, months or years, `others` as in `Filter`.

    Raises `UsageError` for an unknown type and what is no date.
    """
    from dateline.graph.edtf import days
    from dateline.graph.vocabulary import event_types

    first, last = days(begin).earliest if begin else None, days(end).latest if end else None
    if first and last and first > last:
        raise UsageError(f"nothing lies between {begin} and {end}: the first is the later; exchange them")
    if type is not None and type.casefold() not in (name.casefold() for name in event_types()):
        raise UsageError(f"no event type {type!r}; `dateline list types` shows those that exist")
    return Filter(type=type, begin=first, end=last, **others)


def key(event: Event) -> str:
    """The end of the event's IRI, which names it in the graph."""
    return event.id.rpartition("/")[2]


def called(timeline: Timeline, name: str) -> Event:
    """The event with this IRI, or whose key or label begins so.

    Raises `UsageError` where none or several do.
    """
    exact = [event for event in timeline.events if name in (event.id, key(event))]
    folded = name.casefold()
    some = (e for e in timeline.events if key(e).startswith(name) or e.label.casefold().startswith(folded))
    found = exact or [*some]
    if len(found) != 1:
        shown = "".join(f"\n  {key(event)}  {event.label}" for event in found[:10])
        raise UsageError(f"{len(found) or 'no'} events are called {name!r}; `dateline timeline` shows keys{shown}")
    return found[0]


def _named(things: Iterable[Actor] | Iterable[Place], wanted: str) -> set[str]:
    """IRIs of what goes by the name `wanted`: by exactly that name if anything does, else by all of its words."""
    if "://" in wanted:
        return {wanted}
    known = [(thing.id, (thing.name, *(thing.aliases if isinstance(thing, Actor) else ()))) for thing in things]
    folded = wanted.casefold()
    exact = {id_ for id_, names in known if folded in (name.casefold() for name in names)}
    words = set(_WORD.findall(folded))
    return exact or {
        id_ for id_, names in known if any(words and words <= set(_WORD.findall(n.casefold())) for n in names)
    }


def _inside(places: Iterable[Place], around: set[str]) -> set[str]:
    return around | {place.id for place in places if not around.isdisjoint(place.within)}


def _in_time(event: Event, wanted: Filter) -> bool:
    if wanted.begin is None and wanted.end is None:
        return True
    first = event.begin.earliest or event.begin.latest or event.end.earliest or event.end.latest
    last = event.end.latest or event.end.earliest or event.begin.latest or first
    if first is None or last is None:
        return False
    return (wanted.begin is None or last >= wanted.begin) and (wanted.end is None or first <= wanted.end)
