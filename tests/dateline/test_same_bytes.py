"""The same documents give the same bytes: five hash seeds, and under each five orders of arrival."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from kills import invented

from dateline.graph.record import dumps

FORMATS = (".ttl", ".trig", ".nq", ".jsonld", ".graphml", ".csv")
ORDERS = 5
WRITE = """
import hashlib, json, random, sys
from pathlib import Path
from dateline.exports import Export, render
from dateline.graph.record import loads
from dateline.graph.resolve import resolve
from dateline.graph.store import open_store

lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
seed, orders, formats = int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
for order in range(orders):
    random.Random(f"{seed} {order}").shuffle(lines)
    with open_store(None) as store:
        for line in lines:
            store.put(loads(line))
        records = tuple(store.records())
        whole = Export(resolve(records, store.base), records, store.base)
    print(json.dumps({name: hashlib.sha256(render(name, whole)).hexdigest() for name in formats}))
"""


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    prepared = tmp_path / "records.jsonl"
    prepared.write_text("".join(f"{dumps(record)}\n" for record in invented(9)), "utf-8")
    made = []
    for seed in range(5):
        command = [sys.executable, "-c", WRITE, str(prepared), str(seed), str(ORDERS), *FORMATS]
        environment = {
            **os.environ,
            "PYTHONHASHSEED": str(seed),
            "PYTHONPATH": os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path),
        }
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment, text=True).stdout
        made += [json.loads(line) for line in told.splitlines()]
    assert len(made) == 25
    assert all(hashes == made[0] for hashes in made)
