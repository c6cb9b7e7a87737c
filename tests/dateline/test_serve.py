from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any


def test_serve_shows_the_page_and_answers_until_it_is_interrupted(demo: Path) -> None:
    command = [sys.executable, "-m", "dateline", "serve", "-s", str(demo), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        address = server.stderr.readline().split()[-1]
        with urllib.request.urlopen(address, timeout=30) as page:
            assert page.read() == (demo / "graph.html").read_bytes()
        with urllib.request.urlopen(f"{address}cookbook/timeline?format=csv", timeout=30) as reply:
            assert reply.read().startswith(b"begin,date,event\r\n")
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=30)
    assert (server.returncode, out, err) == (0, "", "")


def test_serve_needs_a_graph(run: Any, tmp_path: Path) -> None:
    assert run("serve", "-s", str(tmp_path)).code == 2
