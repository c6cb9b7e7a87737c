"""Real SPARQL servers for the tests, each started in a folder of its own and ended with the test."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SECONDS = 120
"""How long a server may take to begin."""
VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = localhost:{}
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = localhost:{}
ServerThreads = 4
ServerRoot = .
"""


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """The address of `oxigraph serve`."""
    binary = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if not binary:
        pytest.skip("no oxigraph; pip install oxigraph")
    port = free()
    command = [binary, "serve", "--location", str(folder / "data"), "--bind", f"localhost:{port}"]
    with running(command, folder, f"http://localhost:{port}"):
        yield f"http://localhost:{port}"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The address of Virtuoso, with the password that it comes with."""
    binary = shutil.which("virtuoso-t")
    if not binary:
        pytest.skip("no virtuoso-t; apt-get install virtuoso-opensource")
    port = free()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(free(), port), "utf-8")
    with running([binary, "+configfile", "virtuoso.ini", "+foreground"], folder, f"http://localhost:{port}/sparql"):
        yield f"http://dba:dba@localhost:{port}"


SERVERS = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@contextmanager
def running(command: list[str], folder: Path, address: str) -> Iterator[None]:
    """The command, from when the address answers."""
    with (folder / "log").open("wb") as log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server:
        try:
            until = time.monotonic() + SECONDS
            while not answers(address):
                if server.poll() is not None or time.monotonic() > until:
                    pytest.fail((folder / "log").read_text("utf-8", "replace"))
                time.sleep(0.1)
            yield
        finally:
            server.kill()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def free() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("localhost", 0)) as server:
        return int(server.getsockname()[1])
