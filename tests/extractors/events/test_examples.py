"""The marked examples: their notation, and how much of them is found."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from dateline.extractors import actors, events, places, times
from dateline.extractors.annotate import annotator
from dateline.extractors.events.drafts import drafts
from dateline.extractors.events.examples import Example, examples, parse
from dateline.extractors.events.triggers import Scene
from dateline.graph.errors import DataError
from dateline.graph.model import HAPPENED, STATUS, Claim, Document
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
    """Counts over every fifth example: marked, claimed, found, of the found those with class and status right; and
    likewise the doers and targets of found events."""
    annotate = annotator()
    total: Counter[str] = Counter()
    for example in islice(examples(), None, None, 5):
        annotation = annotate(Document("example", example.text))
        found_places = places.find(annotation)
        scene = events.scene(
            annotation, actors.find(annotation, found_places), found_places, times.find(annotation, None)
        )
        claims = [c for c in drafts(scene) if c.type != "State"]
        total += _score(example, claims) + _parts(example, claims, scene)
    return total


def _score(example: Example, claims: list[Claim]) -> Counter[str]:
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


def _parts(example: Example, claims: list[Claim], scene: Scene) -> Counter[str]:
    """Marked and told doers and targets of the events found, and those that agree: a mention lies in the mark."""
    found: Counter[str] = Counter()
    for event in (e for e in example.events if e.type != "State"):
        hit = next((c for c in claims if c.mentions[0].start < event.end and event.start < c.mentions[0].end), None)
        if hit is None:
            continue
        for role, told in (("agent", hit.agents), ("patient", hit.patients)):
            marked = [r for r in example.roles if r.role == role and event.number in r.numbers]
            spans = [m for actor in told for m in scene.actors[actor].mentions]
            found[f"{role} marked"] += len(marked)
            found[f"{role} recalled"] += sum(any(m.start < r.end and r.start < m.end for m in spans) for r in marked)
            found[f"{role} told"] += len(told)
            found[f"{role} right"] += sum(
                any(m.start < r.end and r.start < m.end for m in scene.actors[x].mentions for r in marked) for x in told
            )
    return found


def test_doers_and_targets_are_told_no_worse_than_before(score: Counter[str]) -> None:
    measured = {
        f"{role} {name}": round(score[f"{role} {hit}"] / score[f"{role} {all_}"], 3)
        for role in ("agent", "patient")
        for name, hit, all_ in (("precision", "right", "told"), ("recall", "recalled", "marked"))
    }
    assert not {name: value for name, value in measured.items() if value < PARTS[name]}, measured


PARTS = {"agent precision": 0.885, "agent recall": 0.78, "patient precision": 0.87, "patient recall": 0.57}
"""What was measured last, less a little. Marked targets that are things count as not recalled."""


def test_the_examples_are_read_no_worse_than_before(score: Counter[str]) -> None:
    assert score["found"] / score["marked"] >= GATE["recall"]
    assert score["found"] / score["claimed"] >= GATE["precision"]
    assert score["class"] / score["found"] >= GATE["class"]
    assert score["status"] / score["found"] >= GATE["status"]


GATE = {"recall": 0.69, "precision": 0.90, "class": 0.91, "status": 0.92}
"""What was measured last, less a little; raise it when it rises. The head has seen these lines when it was fitted:
`tools/fit_proposer.py --check` tells how it does on lines that it has not seen."""
