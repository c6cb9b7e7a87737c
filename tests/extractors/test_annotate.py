"""Long texts: read in parts, every token where it stands, and the parts counted."""

from __future__ import annotations

import pytest

from dateline.extractors.annotate import MAX_PARAGRAPH, annotator
from dateline.extractors.extract import extract
from dateline.extractors.syntax import Annotation
from dateline.extractors.wire import after_dateline, behind_headline
from dateline.graph.model import Document

SENTENCE = "On Monday rebels attacked a convoy near Gao and the army sent two companies to the town. "


def test_a_sentence_without_end_is_cut_and_counted() -> None:
    text = "rebels and soldiers and " * (MAX_PARAGRAPH // 8)
    annotation = annotate(text)
    assert len(annotation.notes) == 1
    assert f"a paragraph of {len(text.strip())} characters was parsed in" in annotation.notes[0]
    assert all(text[t.start : t.end] == t.text.lower() for t in annotation.tokens)
    assert annotation.tokens[-1].end == len(text.strip())
    assert max(s.end - s.start for s in annotation.sentences) <= MAX_PARAGRAPH


def test_a_long_text_is_extracted_with_true_offsets() -> None:
    text = "\n\n".join(SENTENCE.replace("Monday", f"June {n % 28 + 1}, 2021") * 4 for n in range(60))
    record = extract(Document("long", text), annotator())
    mentions = [m for claim in record.events for m in claim.mentions]
    assert max(m.start for m in mentions) > len(text) * 0.95
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(m.sentence.start <= m.start < m.end <= m.sentence.end for m in mentions)


def annotate(text: str) -> Annotation:
    return annotator()(Document("long", text))


def test_a_heading_that_has_run_into_its_text_stands_apart() -> None:
    text = "Emergency declaredThe governor spoke. LinkedIn said nothing."
    annotation = annotator()(Document("d", text))
    assert [text[s.start : s.end] for s in annotation.sentences] == [
        "Emergency declared",
        "The governor spoke.",
        "LinkedIn said nothing.",
    ]


@pytest.mark.parametrize(
    "opening",
    ["NATO forces – some of them French – ", "U.S. officials -- and others -- ", "LYON, ", "Lyon. "],
)
def test_a_sentence_that_opens_in_capitals_is_no_dateline(opening: str) -> None:
    assert after_dateline(f"{opening}Left on Monday.", 0, len(opening) + 15) == 0


@pytest.mark.parametrize(
    "town",
    [
        "LYON, France — ",
        "LYON, March 3, 2021 (Newswire) -- ",
        "LYON, March 3, 2021: ",
        "Lyon, France, 3 March 2021. ",
        "Lyon, March 3 - ",
        "LYON: ",
        "LYON (FRANCE), 3 MAR 21 (NEWSWIRE) -- [REPORT] [TEXT] ",
        "LA LYON, 3 MAR 21 (NEWSWIRE) -- ",
        "By ANN EXAMPLE and BEN McHILL LYON, France (XPA) — ",
    ],
)
def test_a_dateline_stands_in_its_sentence_but_is_no_subject_of_it(town: str) -> None:
    a = annotator()(Document("d", f"{town}The mayor and the union signed a deal. It holds."))
    signed = next(t for t in a.tokens if t.text == "signed")
    assert [t.text for t in a.children(signed.i, "nsubj")] == ["mayor"]
    assert (a.sentences[0].start, a.sentences[0].paragraph) == (0, a.sentences[1].paragraph)


@pytest.mark.parametrize(
    "dateline",
    [
        "By ANN EXAMPLE LYON, France (XPA) — ",
        "LYON, January 31 (XPA) - ",
        "LYON (XPA) -- ",
        "LYON, France, Dec. 28 (Newswire) – ",
    ],
)
def test_a_headline_on_the_line_of_its_report_stands_apart(dateline: str) -> None:
    a = annotator()(Document("d", f"Dockers back at work {dateline}Dockers in Lyon went back to work."))
    assert next(a.text[s.start : s.end] for s in a.sentences) == "Dockers back at work"
    assert [s.headline for s in a.sentences] == [True, False]


@pytest.mark.parametrize(
    "text", ["A deal with NATO (the alliance) -- The talks go on.", "Two left LYON (XPA) — They fled."]
)
def test_capitals_in_brackets_are_no_headline_and_report(text: str) -> None:
    assert behind_headline(text, 0, len(text)) == 0


def test_of_many_who_speak_in_capitals_none_is_a_town() -> None:
    text = "MAYOR: We will stay.\n\nUNION: You will go."
    assert after_dateline(text, 0, len(text)) == 0


def test_a_headline_of_two_is_two() -> None:
    text = "Gunmen free pupils; governor denies ransom\n\nThe pupils; all of them girls; went home."
    quotes = [text[s.start : s.end] for s in annotator()(Document("d", text)).sentences]
    assert quotes == ["Gunmen free pupils", "governor denies ransom", "The pupils; all of them girls; went home."]
