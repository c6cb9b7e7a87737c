"""Parses put right: verbs with a hyphen, lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from dateline.extractors.annotate import annotator
from dateline.extractors.mending import mend
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Document


@pytest.fixture(scope="module")
def parse() -> Callable[[str], Annotation]:
    annotate = annotator()
    return lambda text: mend(annotate(Document("story", text)))


def _arcs(a: Annotation, *words: str) -> list[tuple[str, str, str]]:
    return [(t.text, t.dep, a.tokens[t.head].text) for t in a.tokens if t.text in words]


@pytest.mark.parametrize(
    ("text", "word", "arcs"),
    [
        (
            "Police baton-charged teachers in Lyon on Monday.",
            "baton-charged",
            [("Police", "nsubj", "baton-charged"), ("teachers", "dobj", "baton-charged")],
        ),
        (
            "The teachers were machine-gunned on Monday by men in uniform.",
            "machine-gunned",
            [("teachers", "nsubjpass", "machine-gunned"), ("by", "agent", "machine-gunned")],
        ),
    ],
)
def test_a_verb_with_a_hyphen_is_one_word_with_its_subject_and_object(
    parse: Callable[[str], Annotation], text: str, word: str, arcs: list[tuple[str, str, str]]
) -> None:
    a = parse(text)
    verb = next(t for t in a.tokens if t.text == word)
    assert (verb.pos, text[verb.start : verb.end]) == ("VERB", word)
    assert _arcs(a, *(arc[0] for arc in arcs)) == arcs
    assert a.sentences[0].last == len(a.tokens)


def test_other_words_with_a_hyphen_stay_as_they_are(parse: Callable[[str], Annotation]) -> None:
    a = parse("The plan was long-awaited.")
    assert [t.text for t in a.tokens] == ["The", "plan", "was", "long", "-", "awaited", "."]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Gunmen killed six monks, a cook and her daughter in Lyon.", {"cook": "monks", "daughter": "cook"}),
        ("The rebels abducted a priest, two nuns and a driver.", {"nuns": "priest", "driver": "nuns"}),
        ("They kidnapped the mayor, Ivan Petrov, and his driver.", {"driver": "mayor"}),
    ],
)
def test_the_members_of_a_list_stand_side_by_side(
    parse: Callable[[str], Annotation], text: str, members: dict[str, str]
) -> None:
    a = parse(text)
    assert {t: head for t, dep, head in _arcs(a, *members) if dep == "conj"} == members


@pytest.mark.parametrize(
    "text", ["Soldiers killed two teachers, a nurse and a farmer.", "Ann Hill, a baker and a poet."]
)
def test_what_only_says_who_somebody_is_makes_no_list(parse: Callable[[str], Annotation], text: str) -> None:
    a = parse(text)
    assert all(dep != "conj" for word, dep, _ in _arcs(a, "nurse", "baker"))


def test_whom_somebody_shot_dead_is_an_object(parse: Callable[[str], Annotation]) -> None:
    a = parse("A gunman shot dead a shopkeeper in Lyon on Monday.")
    assert _arcs(a, "shopkeeper") == [("shopkeeper", "dobj", "shot")]


@pytest.mark.parametrize(
    ("text", "arc"),
    [
        ("On 18 October guerrilla forces attacked the post.", ("forces", "nsubj", "attacked")),
        ("Gunmen suspected to be herdsmen killed a monarch.", ("Gunmen", "nsubj", "killed")),
        ("Army troops arrested the sculptor Julia Mora and three of her pupils.", ("three", "conj", "sculptor")),
    ],
)
def test_who_acts_or_is_hit_hangs_on_the_deed(
    parse: Callable[[str], Annotation], text: str, arc: tuple[str, str, str]
) -> None:
    assert _arcs(parse(text), arc[0]) == [arc]


HARD = (
    "Police baton-charged teachers, a cook and her daughter in Lyon on Monday.",
    "The nurses were machine-gunned on 18 October by men in uniform, and three of their pupils were shot dead.",
    "On 18 October guerrilla forces attacked the post, killing six monks, a cook and her daughter.",
    "Gunmen suspected to be soldiers killed a guard, two nuns and a driver.",
    "The sculptor Julia Mora and three of her pupils tear-gassed the mayor, Ivan Petrov, and his driver.",
)
"""Sentences in which more than one thing is mended."""


def _roots(a: Annotation) -> list[int]:
    return [sum(a.tokens[i].head == i for i in range(s.first, s.last)) for s in a.sentences]


def test_a_mended_parse_has_the_roots_of_the_parse_and_no_circles() -> None:
    examples = files("dateline.extractors") / "data" / "examples"
    texts = [
        (examples / f"{name}.txt").read_text(encoding="utf-8") for name in ("attack1", "protest1", "abduct_coerce1")
    ]
    lines = [re.sub(r"\[\[[^|\]]*\||\{[^|}]*\||\]\]|\}", "", line) for text in texts for line in text.splitlines()]
    parsed = annotator()(Document("story", "\n\n".join([*lines, *HARD])))
    a = mend(parsed)
    assert a != parsed
    assert _roots(a) == _roots(parsed)
    for sentence in a.sentences:
        for i in range(sentence.first, sentence.last):
            above, climbed = i, 0
            while a.tokens[above].head != above:
                above, climbed = a.tokens[above].head, climbed + 1
                said = a.text[sentence.start : sentence.end]
                assert sentence.first <= above < sentence.last and climbed < sentence.last - sentence.first, said
