from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.cli import main


class Done(NamedTuple):
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def run_in_process(*words: object, stdin: str = "") -> Done:
    """Run the command line in this process, so that the language model is loaded once for all tests."""
    kept = sys.argv, sys.stdin, sys.stdout, sys.stderr
    streams = [io.TextIOWrapper(io.BytesIO(data), "utf-8", newline="") for data in (stdin.encode("utf-8"), b"", b"")]
    sys.argv, (sys.stdin, sys.stdout, sys.stderr) = ["dateline", *map(str, words)], streams
    try:
        main()
    except SystemExit as error:
        code = error.code
    finally:
        for stream in streams[1:]:
            stream.flush()
        sys.argv, sys.stdin, sys.stdout, sys.stderr = kept
    assert isinstance(code, int)
    out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams[1:])
    return Done(code, out, err)


@pytest.fixture(scope="session")
def run() -> Run:
    return run_in_process


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the bundled articles; to be read only."""
    folder = tmp_path_factory.mktemp("demo") / "story"
    done = run_in_process("demo", "-o", str(folder))
    assert done.code == 0, done.err
    return folder
