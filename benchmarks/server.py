"""How long a light query takes at the endpoint, by itself and beside queries that never end.

python benchmarks/server.py [RUNS]        (default: 20)
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "graph")]

import dockers  # noqa: E402
from test_server import ENDLESS, VOTES, served  # noqa: E402

from dateline.graph.resolve import resolve  # noqa: E402
from dateline.graph.server import SECONDS  # noqa: E402
from dateline.graph.store import open_store  # noqa: E402

HOSTILE = (0, 1, 8)
PAUSE = 0.5
"""Seconds from a light query's answer to the next."""


def main() -> None:
    """Measure and print a line for each number of hostile clients, which ask again whenever they are refused.

    Light queries are asked a while apart, as people do.
    """
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as home:
        with open_store(Path(home) / "store") as store:
            for record in dockers.story():
                store.put(record)
            store.put_timeline(resolve(store.records()))
        with served(Path(home) / "store", Path(home) / "graph.html", SECONDS) as address:
            alone = 0.0
            for number in HOSTILE:
                times = beside(address, number, runs)
                median = statistics.median(times)
                alone = alone or median
                slowest = f"the slowest {max(times):.3f} s"
                print(f"{number} hostile: {median:.3f} s, {slowest}, {median / alone:.2f} times as long as alone")


def beside(address: str, hostile: int, runs: int) -> list[float]:
    """The seconds that the light query takes; it must be answered each time."""
    over = threading.Event()

    def ask_for_ever() -> None:
        while not over.is_set():
            asked(address, ENDLESS)

    clients = [threading.Thread(target=ask_for_ever, daemon=True) for _ in range(hostile)]
    for client in clients:
        client.start()
    time.sleep(3 if hostile else 0)
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        assert asked(address, VOTES) == 200, "the light query was not answered"
        times.append(time.perf_counter() - began)
        time.sleep(PAUSE)
    over.set()
    for client in clients:
        client.join()
    return times


def asked(address: str, query: str) -> int:
    """The status of the answer."""
    try:
        with urllib.request.urlopen(f"{address}sparql?{urllib.parse.urlencode({'query': query})}") as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code


if __name__ == "__main__":
    main()
