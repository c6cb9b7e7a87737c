"""What the fitted head proposes, and what holds for any text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extractors.annotate import annotator
from dateline.extractors.proposals import Proposal, outlook, propose
from dateline.extractors.proposals.encoder import REACH, WIDTH, WINDOW, alone, encode, rounded
from dateline.extractors.proposals.head import fitted
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Document

ANNOTATE = annotator()


def parse(text: str) -> Annotation:
    return ANNOTATE(Document("d", text))


def mean(text: str) -> np.ndarray:  # type: ignore[type-arg]
    vector = encode(parse(text)).mean(axis=0)
    return vector / np.linalg.norm(vector)


def test_like_sentences_have_like_vectors() -> None:
    deed = mean("Soldiers killed three protesters in the capital.")
    assert deed @ mean("Troops shot dead demonstrators in the main city.") > 0.5
    assert deed @ mean("The recipe needs two spoons of sugar and flour.") < 0.2


def test_a_sentence_has_the_same_vectors_in_any_text() -> None:
    alone = encode(parse("Miners went on strike."))
    first = encode(parse("Miners went on strike.\n\nThe harvest was late, and prices of maize rose."))
    assert np.array_equal(alone, first[: len(alone)])


@pytest.mark.parametrize("word", ["arrest", "government", "say"])
def test_the_kept_vectors_are_those_of_the_model(word: str) -> None:
    assert np.abs(alone(word) - rounded(word) * np.float32(REACH / 127)).max() <= 2 * REACH / 127


def test_a_sentence_longer_than_the_window_is_read_whole() -> None:
    long = parse(", ".join(["the mayor of Kessel met the unions"] * 60) + ".")
    vectors = encode(long)
    assert len(long.tokens) > 2 * WINDOW
    assert vectors.shape == (len(long.tokens), WIDTH)
    assert (np.abs(vectors).sum(axis=1) > 0).all()


def only(text: str, word: str) -> Proposal:
    annotation = parse(text)
    (found,) = [p for p in propose(annotation) if word in annotation.quote(p.tokens[0], p.tokens[-1] + 1)]
    return found


@pytest.mark.parametrize(
    ("text", "word", "kind", "status"),
    [
        ("Police arrested nine students outside the ministry on Friday.", "arrested", "Coerce", "actual"),
        ("Gunmen opened fire on a bus near Kharo, killing four people.", "fire", "Attack", "actual"),
        ("The two presidents will meet in Oslo next week.", "meet", "Consult", "planned"),
        ("The army denied that its planes had bombed the market.", "bombed", "Attack", "denied"),
        ("Farmers blocked the ring road with tractors on Tuesday.", "blocked", "Protest", "actual"),
    ],
)
def test_plain_reports_are_proposed(text: str, word: str, kind: str, status: str) -> None:
    found = only(text, word)
    assert (found.type, found.status) == (kind, status)


@pytest.mark.parametrize(
    "text",
    [
        "The striker fired a shot into the roof of the net.",
        "Add the flour, stir, and leave the dough to rest overnight.",
        "The valley is known for its apples, its chapels and its long winters.",
    ],
)
def test_plain_prose_is_left_alone(text: str) -> None:
    assert propose(parse(text), least=0.7) == ()


def test_a_hyphen_tells_of_no_event() -> None:
    """The parser takes that of "re-elected" for the verb now and then."""
    a = parse("The Mbeya branch re-elected Grace Mwakasege as its chair unopposed.")
    seen = outlook(a)
    assert [t.text for t in a.tokens if seen.event(t.i) > 0 and not t.text.isalpha()] == []


def test_an_empty_text_has_no_proposals() -> None:
    assert propose(parse("")) == ()


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gets_probabilities(text: str) -> None:
    annotation = parse(text)
    seen = outlook(annotation)
    for told in (seen.types, seen.subtypes, seen.statuses):
        assert len(told) == len(annotation.tokens)
        assert np.allclose(told.sum(axis=1), 1.0, atol=1e-3)
    for found in propose(annotation, seen, least=0.1):
        assert found.anchor in found.tokens
        assert found.type in fitted().labels["type"]
        assert found.subtype is None or f"{found.type}.{found.subtype}" in fitted().labels["subtype"]
