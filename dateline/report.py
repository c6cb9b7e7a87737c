"""What a build read, what it skipped, and what the graph holds: the content of report.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import dateline
from dateline.graph.errors import UnreadableDocument

if TYPE_CHECKING:
    from dateline.exports import Export


def report(
    whole: Export, state: str, language: str, corrections: Mapping[str, Any], skipped: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    """The report of a graph in this `state` (`Store.state`); `corrections` is from `dateline.corrections.report`,
    `skipped` from `problems`."""
    timeline = whole.timeline
    counts = Counter(iri for event in timeline.events for iri in {iri for iri, _ in event.claims})
    return {
        "dateline": dateline.__version__,
        "state": state,
        "language": language,
        "holds": {
            "documents": len(timeline.documents),
            "events": len(timeline.events),
            "happened": sum(event.happened for event in timeline.events),
            "actors": len(timeline.actors),
            "places": len(timeline.places),
        },
        "skipped": list(skipped),
        "corrections": corrections,
        "documents": [
            {
                "id": document.id,
                "also": list(document.also),
                "iri": iri,
                "title": document.title,
                "date": document.date.isoformat() if document.date else None,
                "date_source": document.date_source,
                "encoding": document.encoding,
                "events": counts[iri],
            }
            for iri, document in timeline.documents
        ],
    }


def problems(skipped: Sequence[UnreadableDocument]) -> list[dict[str, str]]:
    """What was skipped, why, and what to do."""
    return [{"name": each.name, "reason": each.reason, "mend": each.mend} for each in skipped]
