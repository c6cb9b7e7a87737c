"""Speed of finding and reading time expressions, and false dates, beside `dateparser.search_dates`.

    python benchmarks/times.py [--rounds N] [FILE...]

FILEs are documents of any kind that Dateline reads; without any, the articles of examples/ are read, ordinary news of
which half the sentences hold a time, and then the sentences of docs/times.md, which all do. Both get the same sentences
in one run, some rounds each: Dateline as whole texts and as texts of one sentence, parsed beforehand,
`search_dates(languages=["en"])` each as a string. Libraries, rules and words are loaded before; in the first round no
word or phrase of the texts has been met yet. The parse is shared by all that Dateline extracts and not counted; its own
cost is told. Then the sentences of tests/extractors/times/no_dates.txt, which hold no date, are given to both.
"""

from __future__ import annotations

import argparse
import gc
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
from dateline.extractors.annotate import Annotator, annotator  # noqa: E402
from dateline.extractors.documents import read, sources  # noqa: E402
from dateline.extractors.syntax import Annotation  # noqa: E402
from dateline.graph.model import Document  # noqa: E402

DAY = date(2019, 10, 10)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    warnings.filterwarnings("ignore", module="dateparser")
    annotate = annotator()
    for text in ("It rained on Friday.", "It rained on 2019-10-04."):  # rules, words and libraries are loaded
        ours(annotate(Document("first", text)))
        theirs(text)
    paths = options.files or [str(path) for path in sorted((ROOT / "examples").glob("20*"))]
    compare("articles", annotate, [read(source) for source in sources.find(paths)], options.rounds)
    if not options.files:
        compare("docs/times.md", annotate, [Document("page", page())], options.rounds)
    dateless = (ROOT / "tests/extractors/times/no_dates.txt").read_text("utf-8").splitlines()
    false = sum(len(ours(annotate(Document("sentence", text)))) for text in dateless)
    print(
        f"{len(dateless)} sentences without a date: Dateline finds {false}, "
        f"search_dates {sum(len(theirs(text)) for text in dateless)}"
    )
    return 0


def compare(name: str, annotate: Annotator, documents: Sequence[Document], rounds: int) -> None:
    """Print the speeds of both over the sentences of some documents."""
    began = time.process_time()
    whole = [annotate(document) for document in documents]
    parsing = time.process_time() - began
    sentences = [text for a in whole for s in a.sentences if (text := a.text[s.start : s.end].strip())]
    single = [annotate(Document("sentence", text)) for text in sentences]
    gc.collect()
    gc.freeze()  # what the parser keeps in memory is no burden of either
    works: list[tuple[Callable[[Any], Sequence[object]], Sequence[Any]]] = [
        (ours, whole),
        (ours, single),
        (theirs, sentences),
    ]
    columns = [[seconds(work, items) for _ in range(rounds)] for work, items in works]
    print(
        f"{name}: {len(sentences)} sentences with {sum(len(ours(a)) for a in whole)} expressions; "
        f"parsing one takes {parsing / len(sentences) * 1e3:.2f} ms"
    )
    for label, count in (("first", 1), ("median", rounds)):
        texts, alone, other = (statistics.median(column[:count]) for column in columns)
        speeds = (len(sentences) / spent for spent in (texts, alone, other))
        print(
            f"  {label:6} round, sentences/s:",
            *(f"{kind} {speed:.0f}" for kind, speed in zip(("texts", "single", "search_dates"), speeds, strict=True)),
            f"; ratio: texts {other / texts:.1f}, single {other / alone:.1f}",
        )


def page() -> str:
    """The example sentences of the page."""
    rows = re.findall(r"^\| (.*?) \|", (ROOT / "docs/times.md").read_text("utf-8"), re.MULTILINE)
    return "\n\n".join(row.replace("**", "") for row in rows if row != "sentence")


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
