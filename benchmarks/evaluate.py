"""Measure extraction on every corpus of a folder, with that folder's own scorers.

    python -m benchmarks.evaluate --eval DIR [--only NAME]... [--limit N] [--json FILE] [--out DIR]

For each gold file: `score.py prepare` writes the texts and their index, Dateline reads and extracts them, and
`score.py` (`check.py` for whole articles) holds the records against the gold. Each measure is a line, headline
first; `--json` keeps all figures. Records stay under the output folder (DIR/CORPUS/FILE/records.jsonl) to be looked at.
Parsed texts are kept there too and used again as long as text, pipeline and annotating code are the same, so that a
second run costs only what comes after parsing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import pickle
import re
import shutil
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any

from benchmarks import clusters, identity
from dateline.extractors import annotate
from dateline.extractors.annotate import Annotator
from dateline.extractors.documents import read, sources
from dateline.extractors.extract import extract
from dateline.extractors.syntax import Annotation
from dateline.graph.errors import DatelineError
from dateline.graph.model import Document
from dateline.graph.record import dumps

ROOT = Path(__file__).parent.parent
CORPORA = {
    "articles": "gold.jsonl",
    "tempeval3": "*.jsonl",
    "muc4": "*.jsonl",
    "giveme5w1h": "*.jsonl",
    "wikievents": "*.jsonl",
    "semeval2015_t4": "*.docs.jsonl",
    "meantime": "*.jsonl",
    "case2021_task2": "*.jsonl",
    "glocon_sample": "[ds]*.jsonl",
    "polnear": "*.jsonl",
    "geoparsing": "*.jsonl",
    "ecbplus": "*.jsonl",
    "plover_gsr": "*.jsonl",
    "india_police_events": "*.jsonl",
}
"""Corpora in the order of the report, and which files of their folders are gold."""
CLUSTERED = {"ecbplus": "topic", "semeval2015_t4": None}
"""Corpora that ask which events are one across documents, and the field that tells whose documents belong together."""
BASELINE = {"ecbplus"}
"""Corpora that are also clustered by the lemma of the trigger alone."""
OWN = {"plover_gsr": identity.actors, "meantime": identity.mentions}
"""Measures of ours beside those of the scorer."""

JSON = dict[str, Any]


@dataclass(frozen=True)
class Task:
    """One gold file, and the folder that holds its texts, index and records."""

    corpus: str
    gold: Path
    folder: Path

    @property
    def name(self) -> str:
        return f"{self.corpus}/{self.folder.name}"

    @property
    def index(self) -> Path:
        return self.folder / "documents.jsonl"

    @property
    def records(self) -> Path:
        return self.folder / "records.jsonl"

    @property
    def by_lemma(self) -> Path:
        return self.folder / "by-lemma.jsonl"


def main() -> int:
    options = arguments()
    tasks = list(find_tasks(options))
    if not tasks:
        print(f"nothing of {', '.join(CORPORA)} under {options.eval} matches; --eval names the folder", file=sys.stderr)
        return 2
    report: dict[str, JSON] = {}
    annotator = cached(annotate.annotator(options.model), options.out / "parses", options.model)
    with multiprocessing.get_context("fork").Pool(options.workers, hold, (annotator,)) as pool:
        for task in tasks:
            prepare(task, options.eval)
            began = time.perf_counter()
            faults = run(task, pool)
            seconds = round(time.perf_counter() - began, 1)
            if task.corpus in CLUSTERED:
                faults += add_clusters(task)
            report[task.name] = {"figures": score(task, options.eval), "faults": dict(faults), "seconds": seconds}
            show(task, report[task.name])
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True, help="folder of corpora and scorers")
    parser.add_argument("--only", action="append", default=[], help="CORPUS or CORPUS/FILE; may be given again")
    parser.add_argument("--limit", type=int, help="only the first N documents of each gold file")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--out", type=Path, default=ROOT / "build/evaluate", help="folder for texts, records, parses")
    parser.add_argument("--model", default=annotate.DEFAULT_MODEL, help="a spaCy pipeline")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    return parser.parse_args()


# texts and their index


def find_tasks(options: argparse.Namespace) -> Iterator[Task]:
    """The gold files asked for; with --limit, copies that are cut short."""
    for corpus, pattern in CORPORA.items():
        for gold in sorted((options.eval / corpus).glob(pattern)):
            name = "gold" if corpus == "articles" else gold.name.removesuffix(".jsonl").removesuffix(".docs")
            task = Task(corpus, gold, options.out / corpus / name)
            if options.only and not {corpus, task.name} & set(options.only):
                continue
            shutil.rmtree(task.folder, ignore_errors=True)
            task.folder.mkdir(parents=True)
            yield Task(corpus, shortened(task, options.limit), task.folder) if options.limit else task


def shortened(task: Task, limit: int) -> Path:
    part = task.folder / "short" / task.gold.name
    part.parent.mkdir()
    write(part, rows(task.gold)[:limit])
    if task.gold.name.endswith(".docs.jsonl"):
        timelines = task.gold.name.replace(".docs.", ".timelines.")
        shutil.copy(task.gold.with_name(timelines), part.with_name(timelines))
    return part


def prepare(task: Task, folder: Path) -> None:
    """Write the texts and their index; whole articles come with an index of their own."""
    if task.corpus != "articles":
        call(folder / "score.py", "prepare", task.corpus, task.gold, task.folder)
        return
    wanted = {row["id"] for row in rows(task.gold)}
    entries = [row for row in rows(folder / "articles/documents.jsonl") if row["id"] in wanted]
    for entry in entries:
        entry["path"] = str((folder / "articles" / entry["path"]).resolve())
    write(task.index, entries)


def rows(path: Path) -> list[JSON]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def write(path: Path, entries: list[JSON]) -> None:
    path.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries), "utf-8")


# extraction

_annotate: Annotator


def hold(annotator: Annotator) -> None:
    """Give a worker its annotator; the pipeline loads at the worker's first document."""
    global _annotate
    _annotate = annotator


def run(task: Task, pool: Pool) -> Counter[str]:
    """Extract all documents of the index into `task.records`, in its order; returns what failed, and how often."""
    faults: Counter[str] = Counter()
    with task.records.open("w", encoding="utf-8") as out:
        for line, fault in pool.imap(one, sources.find([], task.index), chunksize=1):
            if line:
                out.write(line + "\n")
            if fault:
                faults[fault] += 1
    return faults


def one(source: sources.Source) -> tuple[str | None, str | None]:
    try:
        return dumps(extract(read(source), _annotate)), None
    except DatelineError as error:
        return None, f"{type(error).__name__}: {error}"
    except Exception as error:  # a crash is a finding, and must not hide the other figures
        print(f"--- {source}", traceback.format_exc(), file=sys.stderr)
        place = traceback.extract_tb(error.__traceback__)[-1]
        return None, f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"


def cached(annotator: Annotator, folder: Path, model: str) -> Annotator:
    """`annotator`, with its answers kept in files that are named by everything that shapes them."""
    folder.mkdir(parents=True, exist_ok=True)
    code = b"".join(
        (ROOT / "extractors" / name).read_bytes()
        for name in ("annotate.py", "abbreviations.py", "recase.py", "syntax.py", "wire.py")
    )

    def annotated(document: Document) -> Annotation:
        key = hashlib.sha256(code + repr((model, document.text, document.boilerplate)).encode("utf-8", "replace"))
        path = folder / key.hexdigest()
        if path.exists():
            kept: Annotation = pickle.loads(path.read_bytes())
            return kept
        made = annotator(document)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_bytes(pickle.dumps(made))
        partial.replace(path)
        return made

    return annotated


def add_clusters(task: Task) -> Counter[str]:
    """Write into each event which cluster it is in, and beside the records those clustered by lemma alone."""
    field = CLUSTERED[task.corpus]
    topics = {row["id"]: row[field] if field else None for row in rows(task.gold)}
    records = rows(task.records)
    if task.corpus in BASELINE:
        clusters.by_lemma(records, topics)
        write(task.by_lemma, records)
    faults = clusters.resolved(records, topics)
    write(task.records, records)
    return faults


# figures


def score(task: Task, folder: Path) -> dict[str, JSON]:
    """{measure: {value, details}} as the scorer gives them, headline first."""
    if task.corpus != "articles":
        figures = scored(task, folder, task.records)
        if task.corpus in BASELINE:
            lemma = scored(task, folder, task.by_lemma)
            figures |= {f"by_lemma_{name}": figure for name, figure in lemma.items() if name.endswith("_f1")}
        own = OWN.get(task.corpus)
        return figures | (own(rows(task.gold), rows(task.records)) if own else {})
    lines = call(folder / "check.py", task.gold, task.records).splitlines()
    found = (re.match(r"(\w+) ([\d.]+)\s*(?:\((.*)\))?$", line) for line in lines)
    return {m[1]: {"value": float(m[2]), "details": m[3] or ""} for m in found if m}


def scored(task: Task, folder: Path, records: Path) -> dict[str, JSON]:
    figures: dict[str, JSON] = json.loads(call(folder / "score.py", task.corpus, task.gold, records, "--json"))
    return figures


def call(script: Path, *words: str | Path) -> str:
    done = subprocess.run([sys.executable, script, *words], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{script.name} {' '.join(map(str, words))} failed:\n{done.stderr}")
    return done.stdout


def show(task: Task, result: JSON) -> None:
    for number, (measure, figure) in enumerate(result["figures"].items()):
        value = figure["value"]
        text = "-" if value is None else str(value) if isinstance(value, int) else f"{value:.4f}"
        print(f"{task.name if not number else '':<28} {measure:<28} {text:>9}  {figure['details']}")
    for fault, times in result["faults"].items():
        print(f"{'':<28} fault ({times}x): {fault}")
    print(f"{'':<28} extracted in {result['seconds']} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
