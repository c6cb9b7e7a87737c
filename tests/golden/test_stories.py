"""Sixty short reports of twenty invented events, many of them near-misses: the same place another week, the same people
another act, the same act told with other numbers. Which reports are of one event is known because they were written so.

`stories.txt` has a line `# event | day of issue` before each report; the words that tell the event are in brackets.
`retold.txt` is the same of fifty-one longer reports, written later in another manner, some without a day of issue
("-"): there more may be missed, but nothing joined wrongly.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

import dateline
from dateline.graph.model import Document, Record
from dateline.graph.naming import Names
from dateline.graph.resolve import resolve

HERE = Path(__file__).parent


def reports(file: str) -> list[tuple[str, Record, str | None]]:
    """For each report the event, the record, and the IRI of the claim at the words in brackets."""
    found = []
    for number, part in enumerate((HERE / file).read_text("utf-8").split("# ")[1:]):
        head, _, told = part.strip().partition("\n")
        event, _, issued = head.partition(" | ")
        start, end = told.index("["), told.index("]") - 1
        text = told.replace("[", "").replace("]", "")
        day = None if issued == "-" else date.fromisoformat(issued)
        document = Document(f"{event}-{number}", text, date=day, date_source="given" if day else None)
        record = dateline.extract(document)
        iris = Names(record).claims
        claims = [c for c in record.events if any(m.start < end and m.end > start for m in c.mentions)]
        found.append((event, record, iris[claims[0].id].value if claims else None))
    return found


@pytest.mark.parametrize(("file", "count", "least"), [("stories.txt", 60, 0.9), ("retold.txt", 51, 0.6)])
def test_reports_of_one_event_are_joined_and_near_misses_are_not(file: str, count: int, least: float) -> None:
    told = reports(file)
    timeline = resolve(record for _, record, _ in told)
    event_of = {claim.id: event.id for event in timeline.events for _, claim in event.claims}
    right = wrong = missed = 0
    for (one, _, here), (other, _, there) in combinations(told, 2):
        joined = here is not None and there is not None and event_of[here] == event_of[there]
        right += joined and one == other
        wrong += joined and one != other
        missed += one == other and not joined
    assert len(told) == count
    assert wrong == 0
    assert 2 * right / (2 * right + wrong + missed) >= least
    for event in timeline.events:
        firsts = [claim.begin.earliest for _, claim in event.claims if claim.begin.earliest]
        lasts = [claim.begin.latest for _, claim in event.claims if claim.begin.latest]
        assert not firsts or not lasts or max(firsts) <= min(lasts), event.label
