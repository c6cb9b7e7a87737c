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
from test_server import ENDLESS, PATIENT, VOTES, served  # noqa: E402

from dateline.graph.resolve import resolve  # noqa: E402
from dateline.graph.store import open_store  # noqa: E402

HOSTILE = (0, 1, 8)


def main() -> None:
    """Measure and print a line for each number of hostile clients, which ask again whenever they are refused."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as home:
        with open_store(Path(home) / "store") as store:
            for record in dockers.story():
                store.put(record)
            store.put_timeline(resolve(store.records()))
        with served(Path(home) / "store", Path(home) / "graph.html", PATIENT) as address:
            alone = 0.0
            for number in HOSTILE:
                median = beside(address, number, runs)
                alone = alone or median
                print(f"{number} hostile: {median:.3f} s, {median / alone:.2f} times as long as alone", flush=True)


def beside(address: str, hostile: int, runs: int) -> float:
    """The median of the seconds that the light query takes."""
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
        if asked(address, VOTES) == 200:
            times.append(time.perf_counter() - began)
    over.set()
    print(f"{len(times)} of {runs} were answered", end="; ")
    return statistics.median(times)


def asked(address: str, query: str) -> int:
    """The status of the answer."""
    try:
        with urllib.request.urlopen(f"{address}sparql?{urllib.parse.urlencode({'query': query})}") as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code


if __name__ == "__main__":
    main()
