"""The vocabulary of the language model, and how words are cut into its pieces."""

from __future__ import annotations

import pytest

from dateline.extractors.proposals.wordpiece import pieces, vocabulary


def test_the_vocabulary_is_whole() -> None:
    known = vocabulary()
    assert len(known) == 30_522
    assert [known[p] for p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "##s")] == [0, 100, 101, 102, 1996, 2015]


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("Protesters", ["protesters"]),
        ("Kansanka", ["kan", "##san", "##ka"]),
        ("café", ["cafe"]),
        ("U.S.-led", ["u", ".", "s", ".", "-", "led"]),
        ("x" * 101, ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
    ],
)
def test_words_are_cut_as_the_model_learnt_them(word: str, cut: list[str]) -> None:
    names = {number: piece for piece, number in vocabulary().items()}
    assert [names[number] for number in pieces(word)] == cut
