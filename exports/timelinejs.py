"""TimelineJS 3 (Knight Lab) JSON: the events that happened and whose first day, month or year is known.

TimelineJS shows every slide as a fact on a date, and texts as HTML: what is denied or planned stays out, a date is cut
to the part that is certain, and texts are escaped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from dateline.exports import Export, evidence
from dateline.exports.dates import certain
from dateline.exports.page import when
from dateline.exports.page.strings import Strings, table
from dateline.graph.model import Document, Event

PARTS = ("year", "month", "day")


def render(export: Export) -> bytes:
    """Slides in date order, grouped by class of event."""
    told, strings = evidence.documents(export.timeline), table(export.language)
    slides = [
        _slide(event, begin, told, strings)
        for event in export.timeline.events
        if event.happened and (begin := certain(event.begin))
    ]
    return (json.dumps({"events": slides}, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _slide(event: Event, begin: str, told: Mapping[str, Document], strings: Strings) -> dict[str, Any]:
    end = certain(event.end)
    slide: dict[str, Any] = {"unique_id": event.id.rpartition("/")[2], "start_date": _date(begin)}
    if end and end != begin:
        slide["end_date"] = _date(end)
    sources = dict.fromkeys(evidence.name_of(told[iri]) for iri, _ in event.claims if iri in told)
    quote = evidence.first_quote(event, told)
    text = f"<blockquote>{escape(quote)}</blockquote>" if quote else ""
    return slide | {
        "display_date": escape(when.words(event.begin, event.end, event.status, strings)),
        "group": event.type,
        "text": {"headline": escape(event.label), "text": f"{text}<p>{escape('; '.join(sources))}</p>"},
    }


def _date(certain: str) -> dict[str, int]:
    return dict(zip(PARTS, map(int, certain.split("-")), strict=False))
