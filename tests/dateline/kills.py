"""A build that is killed at a random moment and taken up again, time after time; what must hold after each kill.

The documents are made beforehand, so that what is killed is the storing, the putting together and the writing. Every
second build replaces all documents of the one before by texts that are a little different.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
import dockers
from pyoxigraph import DefaultGraph, RdfFormat, parse

from dateline.graph.model import Record
from dateline.graph.rdf import normal, timeline_quads
from dateline.graph.record import dumps
from dateline.graph.resolve import resolve
from dateline.graph.store import open_store
from dateline.written import FILES

BUILD = """
import sys
from pathlib import Path
import dateline
from dateline import pipeline
from dateline.extractors.documents import Source
from dateline.graph.record import loads

lines = Path(sys.argv[1]).read_bytes().splitlines()
pipeline._sources = lambda *_, **__: [Source(loads(line).document.id, data=line) for line in lines]
pipeline._record = lambda source, *_: loads(source.data.decode())
dateline.build(sys.argv[1], sys.argv[2], changed=lambda name, _change: print(name, flush=True))
"""


PHASES = ("opening", "storing", "closing")
"""When a build is killed: before it tells of a document, from one document to the next, or after the last."""


def invented(size: int, edition: str = "first") -> list[Record]:
    """Documents of texts of their own; what they tell is told by several. An edition replaces that before it."""
    story = dockers.story()
    made = []
    for number in range(size):
        document = story[number % len(story)].document
        text = f"{document.text} Copy {number}, {edition} edition."
        made.append(replace(story[number % len(story)], document=replace(document, id=f"d{number}", text=text)))
    return made


@dataclass
class Edition:
    """The documents of a build that was left alone in `folder`, and how long each of its phases took, in seconds."""

    folder: Path
    records: list[Record]
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.prepared = self.folder.with_suffix(".jsonl")
        self.prepared.write_text("".join(f"{dumps(record)}\n" for record in self.records), "utf-8")
        self.expected = {record.document.id: normal(record) for record in self.records}
        moments = [time.monotonic()]
        with self.started(self.folder) as child:
            for lines in (1, len(self.records) - 1):
                _lines(child, lines)
                moments.append(time.monotonic())
            child.communicate()
        assert child.returncode == 0
        moments.append(time.monotonic())
        self.seconds = {phase: after - before for phase, (before, after) in zip(PHASES, pairwise(moments), strict=True)}
        self.seconds["storing"] /= len(self.records)

    def started(self, folder: Path) -> subprocess.Popen[bytes]:
        """The process of a build of this edition."""
        command = [sys.executable, "-c", BUILD, str(self.prepared), str(folder)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)}
        return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, bufsize=0)


class Build:
    """A build of `size` documents into a folder below `home`, then of their second edition, then into the next folder.

    `acknowledged` are the documents that the build told of, `before` those of the edition before; `killed` counts the
    kills of each phase, `ended` the builds that were taken up to their end.
    """

    def __init__(self, home: Path, size: int, chance: random.Random) -> None:
        self.editions = [Edition(home / name, invented(size, name)) for name in ("first", "second")]
        self.home, self.chance = home, chance
        self.acknowledged: set[str] = set()
        self.ended = 0
        self.killed = Counter[str]()

    def kill(self) -> Iterator[str]:
        """Begin the build or take it up, and kill it in a phase drawn by lot; what then does not hold, in words.

        One that was killed after its last document is left alone the next time, and compared with one that always was.
        """
        edition = self.editions[self.ended % 2]
        folder = self.home / f"killed{self.ended // 2}"
        told, all_ = len(self.acknowledged), len(edition.records)
        phase = self.chance.choice([name for name in PHASES if name != "storing" or told < all_])
        awaited = {"opening": range(1), "storing": range(told, all_), "closing": range(all_, all_ + 1)}[phase]
        with edition.started(folder) as child:
            written = _lines(child, self.chance.choice(awaited))
            time.sleep(self.chance.uniform(0.0, edition.seconds[phase]))
            child.send_signal(signal.SIGKILL)
            written += child.communicate()[0]
        self.killed[phase] += child.returncode != 0
        self.acknowledged |= set(written.decode("utf-8").splitlines())
        yield from self.faults(folder)
        if phase == "closing":
            with edition.started(folder) as child:
                child.communicate()
            for name in (*FILES, "report.json"):
                if (folder / name).read_bytes() != (edition.folder / name).read_bytes():
                    yield f"{name} of a build that was taken up differs from that of one that was left alone"
            self.ended += 1
            self.acknowledged = set()

    def faults(self, folder: Path) -> Iterator[str]:
        """What is wrong with a folder, whenever the build into it was killed."""
        now, other = (self.editions[number % 2].expected for number in (self.ended, self.ended + 1))
        replacing = self.ended % 2 == 1
        for name, reads in {"report.json": json.loads, "graph.ttl": turtle}.items():
            if (folder / name).exists():
                reads((folder / name).read_bytes())
        if not (folder / "store/data").exists():
            if self.acknowledged or replacing:
                yield "the store is lost"
            return
        with open_store(folder / "store") as store:
            held = list(store.documents().values())
            for name in sorted((set(now) if replacing else self.acknowledged).difference(held)):
                yield f"{name} is lost"
            if len(held) != len(set(held)):
                yield "a document is there twice"
            records = list(store.records())
            for record in records:
                name = record.document.id
                allowed = [now[name]] + [other[name]] * (replacing and name not in self.acknowledged)
                if record not in allowed:
                    yield f"{name} is torn, or was put back"
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
