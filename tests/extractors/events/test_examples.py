"""The marked examples: their notation, and how much of them is found."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from dateline.extractors import actors, events, places, times
from dateline.extractors.annotate import annotator
from dateline.extractors.events.drafts import drafts
from dateline.extractors.events.examples import Example, examples, parse
from dateline.graph.errors import DataError
from dateline.graph.model import HAPPENED, STATUS, Document
from dateline.graph.vocabulary import event_types


def test_marks_are_taken_out_of_the_text_and_kept_as_offsets() -> None:
    found = parse("{agent 1|Jets} [[Attack.AirStrike:actual 1|bombed]] the {place 1|camp}.", "x.txt", 1)
    assert found.text == "Jets bombed the camp."
    (event,) = found.events
    assert (event.type, event.subtype, event.status, event.number) == ("Attack", "AirStrike", "actual", 1)
    assert found.text[event.start : event.end] == "bombed"
    assert [(r.role, found.text[r.start : r.end], r.numbers) for r in found.roles] == [
        ("agent", "Jets", (1,)),
        ("place", "camp", (1,)),
    ]


def test_a_role_may_hold_a_trigger() -> None:
    found = parse("They {patient|resumed [[Consult.Talks:ongoing|talks]] in Oslo}.", "x.txt", 1)
    assert found.text == "They resumed talks in Oslo."
    assert found.text[found.roles[0].start : found.roles[0].end] == "resumed talks in Oslo"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[[Attack:real|bombed]]", "unknown status 'real'"),
        ("{victim|Men} fled", "unknown role 'victim'"),
        ("[[Attack:actual|bombed", "not closed"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(line: str, says: str) -> None:
    with pytest.raises(DataError, match=says) as raised:
        parse(line, "x.txt", 7)
    assert (raised.value.file, raised.value.line) == ("x.txt", 7)


def test_every_marked_class_is_defined() -> None:
    known = event_types()
    for example in examples():
        for event in example.events:
            assert event.type in known, f"{example.file}, line {example.line}"
            assert event.subtype is None or known[event.subtype].parent == event.type, example.line


@pytest.fixture(scope="module")
def score() -> Counter[str]:
    """Counts over every fifth example: marked, claimed, found, and of the found those with class and status right."""
    annotate = annotator()
    total: Counter[str] = Counter()
    for example in islice(examples(), None, None, 5):
        annotation = annotate(Document("example", example.text))
        found_places = places.find(annotation)
        scene = events.scene(
            annotation, actors.find(annotation, found_places), found_places, times.find(annotation, None)
        )
        claims = [c for c in drafts(scene) if c.type != "State"]
        total += _score(example, claims)
    return total


def _score(example: Example, claims: list) -> Counter[str]:  # type: ignore[type-arg]
    found: Counter[str] = Counter(claimed=len(claims))
    for event in example.events:
        if event.type == "State":
            continue
        found["marked"] += 1
        hits = [c for c in claims if c.mentions[0].start < event.end and event.start < c.mentions[0].end]
        if hits:
            status = "Denied" if event.status == "denied" else STATUS[event.status]  # type: ignore[index]
            found["found"] += 1
            found["class"] += any(c.type == event.type for c in hits)
            found["status"] += any((c.status in HAPPENED) == (status in HAPPENED) for c in hits)
    return found


def test_the_examples_are_read_no_worse_than_before(score: Counter[str]) -> None:
    assert score["found"] / score["marked"] >= GATE["recall"]
    assert score["found"] / score["claimed"] >= GATE["precision"]
    assert score["class"] / score["found"] >= GATE["class"]
    assert score["status"] / score["found"] >= GATE["status"]


GATE = {"recall": 0.69, "precision": 0.90, "class": 0.91, "status": 0.92}
"""What was measured last, less a little; raise it when it rises. The head has seen these lines when it was fitted:
`tools/fit_proposer.py --check` tells how it does on lines that it has not seen."""
