"""Speed of finding and reading time expressions, and false dates, beside `dateparser.search_dates`.

    python benchmarks/times.py [--rounds N] [FILE...]

FILEs are plain texts in UTF-8; without any, the articles of examples/ and the sentences of docs/times.md are read.
Both get the same sentences in turn, round by round in one run: Dateline as whole texts and as texts of one sentence,
parsed beforehand, `search_dates(languages=["en"])` each as a string. In the first round nothing is remembered yet. The
parse is shared by all that Dateline extracts and not counted; its own cost is told. Then the sentences of
tests/extractors/times/no_dates.txt, which hold no date, are given to both.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from dateparser.search import search_dates  # noqa: E402

from dateline.extractors import times  # noqa: E402
from dateline.extractors.annotate import annotator  # noqa: E402
from dateline.extractors.syntax import Annotation  # noqa: E402
from dateline.graph.model import Document  # noqa: E402

DAY = date(2019, 10, 10)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    warnings.filterwarnings("ignore", module="dateparser")
    annotate = annotator()
    documents = [annotate(Document("text", path.read_text("utf-8"))) for path in options.files] or [
        annotate(Document("text", text)) for text in own_texts()
    ]
    sentences = [
        text
        for document in documents
        for sentence in document.sentences
        if (text := document.text[sentence.start : sentence.end].strip())
    ]
    began = time.process_time()
    single = [annotate(Document("sentence", text)) for text in sentences]
    print(
        f"{len(sentences)} sentences; parsing one takes {(time.process_time() - began) / len(sentences) * 1e3:.2f} ms"
    )
    (
        ours(annotate(Document("first", "It rained on Friday."))),
        theirs("It rained on Friday."),
    )  # rules and words are loaded
    runs = [
        (seconds(ours, documents), seconds(ours, single), seconds(theirs, sentences)) for _ in range(options.rounds)
    ]
    for name, rows in (("first", runs[:1]), ("median", runs)):
        whole, alone, other = (statistics.median(row) for row in zip(*rows, strict=True))
        speeds = (f"{len(sentences) / spent:.0f}" for spent in (whole, alone, other))
        print(
            f"{name:6} round, sentences/s:",
            *map(" ".join, zip(("texts", "single", "search_dates"), speeds, strict=True)),
        )
        print(f"       ratio to search_dates: whole texts {other / whole:.1f}, single sentences {other / alone:.1f}")
    dateless = (ROOT / "tests/extractors/times/no_dates.txt").read_text("utf-8").splitlines()
    false = sum(len(ours(annotate(Document("sentence", text)))) for text in dateless)
    print(
        f"{len(dateless)} sentences without a date: Dateline finds {false}, "
        f"search_dates {sum(len(theirs(text)) for text in dateless)}"
    )
    return 0


def own_texts() -> list[str]:
    """Articles and single sentences of this project."""
    articles = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    rows = re.findall(r"^\| (.*?) \|", (ROOT / "docs/times.md").read_text("utf-8"), re.MULTILINE)
    return [*articles, "\n\n".join(row.replace("**", "") for row in rows if row != "sentence")]


def ours(annotation: Annotation) -> Sequence[object]:
    return times.find(annotation, DAY)


def theirs(text: str) -> Sequence[object]:
    return search_dates(text, languages=["en"]) or ()


def seconds(work: Callable[[Any], Sequence[object]], items: Sequence[Any]) -> float:
    """Processor seconds for all items."""
    began = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - began


if __name__ == "__main__":
    raise SystemExit(main())
