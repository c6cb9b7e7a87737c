"""A build that is killed at a random moment and taken up again, time after time; what must hold after each kill.

The documents are made beforehand, so that what is killed is the storing, the putting together and the writing.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
import dockers
from pyoxigraph import DefaultGraph, RdfFormat, parse

from dateline.graph.model import Record
from dateline.graph.rdf import normal, timeline_quads
from dateline.graph.record import dumps
from dateline.graph.resolve import resolve
from dateline.graph.store import open_store

BUILD = """
import sys
from pathlib import Path
import dateline
from dateline import pipeline
from dateline.graph.record import loads

lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
pipeline.records = lambda *_, **__: map(loads, lines)
dateline.build(sys.argv[1], sys.argv[2], changed=lambda name, _change: print(name, flush=True))
"""


def invented(size: int) -> list[Record]:
    """Documents of texts of their own; what they tell is told by several."""
    story = dockers.story()
    made = []
    for number in range(size):
        document = story[number % len(story)].document
        text = f"{document.text} Edition {number}."
        made.append(replace(story[number % len(story)], document=replace(document, id=f"d{number}", text=text)))
    return made


@dataclass
class Build:
    """A build of `records` into a folder below `home`; `acknowledged` are the documents that it told of."""

    home: Path
    records: list[Record]
    chance: random.Random
    acknowledged: set[str] = field(default_factory=set)
    number: int = 0
    halfway: int = 0
    """Kills that came while some documents were told of and others not."""

    def __post_init__(self) -> None:
        self.prepared = self.home / "records.jsonl"
        self.prepared.write_text("".join(f"{dumps(record)}\n" for record in self.records), "utf-8")
        self.expected = {record.document.id: normal(record) for record in self.records}
        with self.started("whole") as child:
            _lines(child, len(self.records))
            began = time.monotonic()
            child.communicate()
            self.seconds = time.monotonic() - began
        self.whole = (self.home / "whole/graph.ttl").read_bytes()

    def started(self, folder: str) -> subprocess.Popen[bytes]:
        """The process of a build."""
        command = [sys.executable, "-c", BUILD, str(self.prepared), str(self.home / folder)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)}
        return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, bufsize=0)

    def kill(self) -> Iterator[str]:
        """Begin the build or take it up, kill it at some moment; what then does not hold, in words.

        Half of the moments are those at which a document is told of, half lie behind the last.

        One that ends before that moment is compared with one that was left alone, and the next begins anew.
        """
        folder = f"killed{self.number}"
        with self.started(folder) as child:
            left = len(self.records) - len(self.acknowledged)
            upto = self.chance.randint(1, 2 * left) if left else 0
            told = _lines(child, min(upto, left))
            try:
                told += child.communicate(timeout=self.chance.uniform(0.0, self.seconds) if upto >= left else 0.0)[0]
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
                told += child.communicate()[0]
            whole = child.returncode == 0
        self.acknowledged |= set(told.decode("utf-8").splitlines())
        self.halfway += 0 < len(self.acknowledged) < len(self.records)
        yield from self.faults(self.home / folder)
        if whole:
            if (self.home / folder / "graph.ttl").read_bytes() != self.whole:
                yield "a build that was taken up differs from one that was left alone"
            self.number += 1
            self.acknowledged = set()

    def faults(self, folder: Path) -> Iterator[str]:
        """What is wrong with a folder, whenever the build into it was killed."""
        for name, reads in {"report.json": json.loads, "graph.ttl": turtle}.items():
            if (folder / name).exists():
                reads((folder / name).read_bytes())
        if not (folder / "store/data").exists():
            if self.acknowledged:
                yield "the store is lost"
            return
        with open_store(folder / "store") as store:
            held = list(store.documents().values())
            for name in sorted(self.acknowledged.difference(held)):
                yield f"{name} is lost"
            if len(held) != len(set(held)):
                yield "a document is there twice"
            records = list(store.records())
            for record in records:
                if record != self.expected[record.document.id]:
                    yield f"{record.document.id} is torn"
            merged = {quad for quad in store.quads() if quad.graph_name == DefaultGraph()}
            if store.fresh and merged != set(timeline_quads(resolve(records))):
                yield "the merged layer is not what it says it is"


def _lines(child: subprocess.Popen[bytes], number: int) -> bytes:
    """The next lines that a build tells, as soon as they are told."""
    assert child.stdout is not None
    return b"".join(child.stdout.readline() for _ in range(number))


def turtle(data: bytes) -> None:
    """Raises `SyntaxError` where they are not Turtle."""
    for _ in parse(data, format=RdfFormat.TURTLE):
        pass
