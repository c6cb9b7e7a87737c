"""What one more article costs beside building all: 10,000 short articles, made of sixty of our own (`permuted.py`).

    python benchmarks/adding.py [ARTICLES]        (default: 10000)

All in seconds of the processor, so that other work on the machine does not count. "read" is what extraction takes, of
sixty articles in one process after the first, times ARTICLES: names and dates that are exchanged change nothing of it.
The rest of building all is measured whole, in one process: what was read is stored, put together, and taken up in the
index; the files beside the store are written by the same call, and told apart. One article is added by the command, a
process of its own that starts, loads the language model and reads; "by its folder" is the same where the command is
told of all articles, and has to find out which is new; "in it" is what a process spends once it has read. What is
added belongs to the first copy, of which it is held back: its neighbourhood is that of the sixty. Last it is taken out
again, and the graph held against all documents put together anew.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

HELD_BACK = 7
"""Which of the sixty is added."""


def main() -> None:
    """Measure and print."""
    from permuted import articles, copies

    import dateline
    from dateline.extractors.annotate import DEFAULT_MODEL
    from dateline.extractors.documents import Source
    from dateline.graph.check import faults
    from dateline.graph.store import open_store
    from dateline.origin import origin
    from dateline.story import Story

    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    sixty = articles()
    read = [dateline.extract(sixty[0])]
    each = seconds(lambda: read.extend(map(dateline.extract, sixty[1:]))) / (len(sixty) - 1)
    with tempfile.TemporaryDirectory() as home:
        story, folder = Story(Path(home) / "story"), Path(home) / "articles"
        folder.mkdir()

        def build() -> None:
            with story.changing(files=False) as store:
                for number, record in enumerate(copies(read, size + 1)):
                    article = folder / f"{number}.txt"
                    article.write_text(record.document.text, "utf-8")
                    name = f"articles/{article.name}"
                    if number != HELD_BACK:
                        whence = origin(Source(name, article, suffix=".txt"), None, DEFAULT_MODEL)
                        store.put(replace(record, document=replace(record.document, id=name)), whence)

        parts = {
            "read": each * size,
            "stored and put together": seconds(build),
            "files": seconds(lambda: story.write([])),
        }
        new = f"articles/{HELD_BACK}.txt"
        command = ["-m", "dateline", "build", "--no-files", "-o"]
        removing = ["-m", "dateline", "remove", new, "-s", "story", "--no-files"]
        of_child([*command, "other", new], Path(home))
        added = of_child([*command, "story", new], Path(home))
        removed = of_child(removing, Path(home))
        by_folder = of_child([*command, "story", "articles"], Path(home))
        of_child(removing, Path(home))

        def add() -> None:
            with Story(story.folder).changing(files=False) as store:
                store.put(read[HELD_BACK])

        inside = seconds(add)
        with open_store(story.folder / "store", read_only=True) as store:
            assert store.fresh and not list(faults(store)), "not what all documents put together anew give"
    whole = sum(parts.values())
    for name, value in {
        **parts,
        "building all": whole,
        "adding one": added,
        "by its folder": by_folder,
        "in it": inside,
        "removing": removed,
    }.items():
        print(f"{name:28}{value:12.2f} s{whole / value:12.0f}")
    shares = [round(cost / added) for cost in (whole - parts["files"], whole)]
    print(f"one more costs 1/{shares[0]} of building all without the files, 1/{shares[1]} with them")


def seconds(what: Callable[[], object]) -> float:
    """What a call takes of the processor."""
    began = time.process_time()
    what()
    return time.process_time() - began


def of_child(words: list[str], home: Path) -> float:
    """What a process of Python takes of the processor, from its start to its end.

    What bytecode it needs is kept in `home` from the first process on: what is installed has its bytecode.
    """
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], env=environment, check=True, cwd=home)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
