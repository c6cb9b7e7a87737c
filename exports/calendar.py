"""iCalendar (RFC 5545): the events that happened on a day that is known, as all-day entries.

A calendar shows every entry as a fact on a day: what is denied or planned, and what has no certain first day, stays
out.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from dateline.exports import Export, evidence
from dateline.graph.model import Event


def render(export: Export) -> bytes:
    """The calendar in date order. `DTSTAMP` is the event's own first day, for a clock would change every file."""
    places = {iri: place.name for iri, place in evidence.places(export.timeline).items()}
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//Dateline//EN")
    calendar.add("version", "2.0")
    for event in export.timeline.events:
        first = event.begin.earliest
        if event.happened and first is not None and first == event.begin.latest:
            calendar.add_component(_entry(event, first, places))
    return bytes(calendar.to_ical())


def _entry(event: Event, first: date, places: dict[str, str]) -> Entry:
    last = event.end.earliest if event.end.earliest == event.end.latest else None
    last = max(first, last or first)
    entry = Entry()
    entry.add("uid", event.id)
    entry.add("dtstamp", datetime.combine(first, time(), UTC))
    entry.add("dtstart", first)
    if last < date.max:
        entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", event.label)
    entry.add("categories", [event.type])
    where = [places[iri] for iri in event.places[:1] if iri in places]
    if where:
        entry.add("location", where[0])
    return entry
