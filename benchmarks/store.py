"""The store on disk against rdflib's in memory, on one generated story: load, memory, and some questions.

    python benchmarks/store.py [EVENTS]        (default: 100000)

Each store is measured in a process of its own, in seconds of the processor, so that other work on the machine does not
count. "load" is from an N-Triples file to a store that is closed, or answers; "memory" is what the process that answers
has grown by, for each triple. The questions: what one actor did between two days, an actor of about a hundred events
and the one of most, in plain SPARQL and as the cookbook asks it; and what happened in a box of degrees. A question is
the mean of as many runs as `LONG` seconds allow, a hundred at most; rdflib is asked once, and given `MOST` seconds. The
ratios say how many times better the store on disk does.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "exports")]

RUNS = {"disk": 100, "rdflib": 1}
LONG = 10.0
"""Seconds after which a question is not asked again."""
MOST = 120.0
"""Seconds that a question may take."""
RANGE = """SELECT ?e ?day WHERE {
  ?e a sem:Event ; sem:hasActor ?a ; sem:hasEarliestBeginTimeStamp ?day . ?a rdfs:label "NAME"@en .
  FILTER(?day >= "2020-06-01"^^xsd:date && ?day < "2020-09-01"^^xsd:date) }"""
BOX = """SELECT ?e ?p WHERE {
  ?p a sem:Place ; wgs:lat ?lat ; wgs:long ?long . FILTER(?lat > 10.0 && ?lat < 14.0 && ?long > 20.0 && ?long < 30.0)
  ?e a sem:Event ; sem:hasPlace ?p . }"""


def main() -> None:
    """Measure and print a table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        texts = json.dumps(written(size, Path(folder) / "story.nt"))
        found = {kind: told(kind, folder, texts) for kind in RUNS}
    print(f"{size} events, {found['disk']['triples']} triples")
    print("")
    disk, rdflib = found["disk"], found["rdflib"]
    for key, value in disk["values"].items():
        other = rdflib["values"][key]
        at_least = "> " if other >= MOST and "?" in key else ""
        print(f"{key:44}{value:12.4f}{other:12.4f}{at_least + format(other / value, '.1f'):>12}")
    for key, rows in rdflib["rows"].items():
        assert rows in (None, disk["rows"][key]), f"the answers to {key} differ: {rows}, {disk['rows'][key]}"
    print(f"rows of the answers: {disk['rows']}")


def written(size: int, path: Path) -> dict[str, str]:
    """Write the merged layer of a story to a file; the questions about it."""
    from many import large
    from pyoxigraph import RdfFormat, serialize

    from dateline.graph.cookbook import question
    from dateline.graph.guard import with_values
    from dateline.graph.rdf import timeline_quads

    timeline = large(size)
    triples = (quad.triple for quad in timeline_quads(timeline))
    path.write_bytes(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    events = Counter(actor for event in timeline.events if event.happened for actor in {*event.agents, *event.patients})
    names = {actor.id: actor.name for actor in timeline.actors}
    hub = events.most_common(1)[0][0]
    one = min(events, key=lambda actor: (abs(events[actor] - 100), actor))
    asked = question("events-of-actor").text
    days = {"since": '"2020-06-01"^^xsd:date', "until": '"2020-08-31"^^xsd:date'}
    return {
        **{f"actor of {events[each]} events, dates?": RANGE.replace("NAME", names[each]) for each in (one, hub)},
        **{
            f"the same, as the cookbook asks ({events[each]})?": with_values(
                asked, {"actor": f'"{names[each]}"', **days}
            )
            for each in (one, hub)
        },
        "box?": BOX,
    }


def told(kind: str, folder: str, texts: str) -> dict[str, Any]:
    """What the process for one kind of store measured."""
    command = [sys.executable, __file__, "--measure", kind, folder, texts]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def measure(kind: str, folder: Path, texts: dict[str, str]) -> dict[str, Any]:
    """Load the story, then ask; seconds and bytes, and rows, `None` where the time was not enough."""
    seconds, count, grown, ask = (on_disk if kind == "disk" else in_rdflib)(folder)
    values, rows = {"load (s)": seconds}, {}
    for key, text in texts.items():
        values[key], rows[key] = timed(ask, text, RUNS[kind])
    return {"values": values | {"memory (bytes a triple)": grown() / count}, "triples": count, "rows": rows}


def timed(ask: Callable[[str], int], text: str, runs: int) -> tuple[float, int | None]:
    """Seconds that a question takes, and rows that it has."""
    signal.setitimer(signal.ITIMER_PROF, MOST)
    began, asked, rows = time.process_time(), 0, 0
    try:
        while asked < runs and time.process_time() - began < LONG:
            rows, asked = ask(text), asked + 1
    except Enough:
        return MOST, None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return (time.process_time() - began) / asked, rows


class Enough(Exception):
    """A question took too long."""


def enough(*_: object) -> None:
    """End a question."""
    raise Enough


Loaded = tuple[float, int, Callable[[], int], Callable[[str], int]]


def on_disk(folder: Path) -> Loaded:
    """Load by a process that ends, and answer by this one, as builds and questions do."""
    load = [sys.executable, __file__, "--load", str(folder)]
    seconds = float(subprocess.run(load, check=True, stdout=subprocess.PIPE).stdout)
    from dateline.graph.store.oxigraph import open_store

    before = resident()
    store = open_store(folder / "store", read_only=True)
    return seconds, len(store.inner), lambda: resident() - before, lambda text: len(store.query(text).rows)  # type: ignore[union-attr]


def load_on_disk(folder: Path) -> float:
    """Seconds from the file to a store that is closed."""
    from pyoxigraph import RdfFormat, parse

    from dateline.graph.store.oxigraph import open_store

    began = time.process_time()
    with open_store(folder / "store") as store:
        store.fill(dict.fromkeys(parse(path=folder / "story.nt", format=RdfFormat.N_TRIPLES)).keys())
    return time.process_time() - began


def in_rdflib(folder: Path) -> Loaded:
    """Load and answer in this process: rdflib keeps nothing."""
    from rdflib import Graph

    from dateline.graph.vocabulary import PREFIXES

    before, began = resident(), time.process_time()
    graph = Graph().parse(folder / "story.nt", format="nt")
    seconds = time.process_time() - began
    known = dict(PREFIXES)
    return seconds, len(graph), lambda: resident() - before, lambda text: len(graph.query(text, initNs=known))


def resident() -> int:
    """Bytes of memory that this process has."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        signal.signal(signal.SIGPROF, enough)
        json.dump(measure(sys.argv[2], Path(sys.argv[3]), json.loads(sys.argv[4])), sys.stdout)
    elif sys.argv[1:2] == ["--load"]:
        print(load_on_disk(Path(sys.argv[2])))
    else:
        main()
