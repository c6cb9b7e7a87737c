"""Which events are one across documents: as Dateline puts them together, and by the lemma of their trigger.

The second is the baseline of the field: within a topic, whatever is told by one word is one event.
"""

from __future__ import annotations

import sys
import traceback
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import lemminflect

from dateline.graph.model import Record
from dateline.graph.naming import Names
from dateline.graph.record import from_json
from dateline.graph.resolve import resolve
from dateline.graph.vocabulary import BASE

JSON = dict[str, Any]


def resolved(records: Sequence[JSON], topics: Mapping[str, Any]) -> Counter[str]:
    """Write into each event the IRI that it gets when all documents of its topic are put together; returns faults."""
    by_topic: dict[Any, list[Record]] = defaultdict(list)
    for entry in records:
        by_topic[topics[entry["id"]]].append(from_json(entry))
    event_of: dict[str, str] = {}
    faults: Counter[str] = Counter()
    for topic, together in by_topic.items():
        try:
            timeline = resolve(together, BASE)
        except Exception as error:
            print(f"--- topic {topic}", traceback.format_exc(), file=sys.stderr)
            faults[f"resolve: {error!r}"] += 1
            continue
        event_of |= {claim.id: event.id for event in timeline.events for _, claim in event.claims}
    for entry in records:
        claims = Names(from_json(entry), BASE).claims
        for event in entry["events"]:
            claim = claims[event["id"]].value
            event["cluster"] = event_of.get(claim, claim)
    return faults


def by_lemma(records: Sequence[JSON], topics: Mapping[str, Any]) -> None:
    """Write into each event its topic and the lemma of the last word of its trigger."""
    for entry in records:
        for event in entry["events"]:
            event["cluster"] = f"{topics[entry['id']]} {_lemma(event['mentions'][0]['text'])}"


def _lemma(trigger: str) -> str:
    word = trigger.casefold().split()[-1]
    lemmas = lemminflect.getAllLemmas(word)
    return next((lemmas[part][0] for part in ("VERB", "NOUN") if part in lemmas), word)
