from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dateline

Server = subprocess.Popen[str]


@contextmanager
def serving(folder: Path) -> Iterator[tuple[Server, list[str]]]:
    """A server of the graph in `folder`, and what it has said; the address is the end of that."""
    command = [sys.executable, "-m", "dateline", "serve", "-s", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = [server.stderr.readline()]
        while not said[-1].startswith("open http"):
            said.append(server.stderr.readline())
            assert said[-1], said
        try:
            yield server, said
        finally:
            server.send_signal(signal.SIGINT)


def got(said: list[str], path: str = "") -> bytes:
    with urllib.request.urlopen(said[-1].split()[-1] + path, timeout=30) as reply:
        content: bytes = reply.read()
        return content


def test_serve_shows_the_page_and_answers_until_it_is_interrupted(demo: Path) -> None:
    with serving(demo) as (server, said):
        assert len(said) == 1
        assert got(said) == (demo / "graph.html").read_bytes()
        assert got(said, "cookbook/timeline?format=csv").startswith(b"begin,date,event\r\n")
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=30)
        assert (server.returncode, out, err) == (0, "", "")


def test_a_page_of_an_earlier_state_says_so(demo: Path, tmp_path: Path, run: Any) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(demo, folder)
    story = dateline.open(folder)
    assert story.shown
    story.remove(story.documents[0].id, files=False)
    assert not story.shown
    assert "earlier state" in run("check", "-s", str(folder)).err
    with serving(folder) as (_, said):
        assert "earlier state" in said[0]
        assert b"an earlier state of the graph" in got(said)
        story.write()
        assert got(said) == (folder / "graph.html").read_bytes()
    assert story.shown
    assert "earlier state" not in run("check", "-s", str(folder)).err


def test_serve_needs_a_graph(run: Any, tmp_path: Path) -> None:
    assert run("serve", "-s", str(tmp_path)).code == 2
