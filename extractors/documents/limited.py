"""Run a function on hostile bytes in a child process, under a limit of time and memory.

The child reads the bytes from standard input and answers with one JSON value. It is a fresh interpreter, never a fork
(this process may hold threads and a loaded language model) and not multiprocessing (which imports the caller's main
module again, and so fails in notebooks and unguarded scripts). It costs 0.1 to 0.5 s, which is why a reader that can
tell a harmless file by looking at it does not come here.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

MEBIBYTE = 1 << 20


class Refused(Exception):
    """An input that cannot be read: why, in plain words, and what the user can do about it."""

    def __init__(self, reason: str, mend: str) -> None:
        self.reason, self.mend = reason, mend
        super().__init__(f"{reason}; {mend}")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost: `size` in bytes once unpacked, `markup` in bytes of HTML, `seconds` and `memory` (in
    bytes) of the child process."""

    size: int = 64 * MEBIBYTE
    markup: int = 16 * MEBIBYTE
    seconds: float = 30.0
    memory: int = 1024 * MEBIBYTE


def call(function: str, data: bytes, limits: Limits) -> Any:
    """What `function` ("module:name", from bytes to a JSON value) returns for `data`, run in a child process.

    Raises `Refused` where the function does, or where the child meets a limit or crashes. Where the system cannot
    limit memory (Windows, in part macOS), time alone is limited.
    """
    program = f"from {__name__} import main; main({function!r}, {limits.seconds!r}, {limits.memory!r})"
    path = os.pathsep.join(each or str(Path.cwd()) for each in sys.path)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-X", "utf8", "-c", program],
            input=data,
            capture_output=True,
            timeout=limits.seconds,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(
            f"reading it took longer than {limits.seconds:g} s", "save its text as a .txt file, or split it"
        ) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise Refused(f"its reader crashed (exit status {done.returncode})", "save its text as a .txt file") from error
    if "refused" in answer:
        raise Refused(*answer["refused"])
    return answer["value"]


def _limit(seconds: float, memory: int) -> None:
    """Set the limits of this process; the time limit holds should the parent die before it can end the child."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, value in ((resource.RLIMIT_CPU, int(seconds) + 1), (resource.RLIMIT_AS, memory)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))


def _answer(function: str, data: bytes, memory: int) -> dict[str, Any]:
    module, _, name = function.partition(":")
    try:
        return {"value": getattr(import_module(module), name)(data)}
    except Refused as error:
        return {"refused": [error.reason, error.mend]}
    except MemoryError:
        return {
            "refused": [
                f"reading it took more than {memory // MEBIBYTE} MB of memory",
                "save its text as a .txt file, or split it",
            ]
        }
    except RecursionError:
        return {"refused": ["it is nested too deeply", "save its text as a .txt file"]}


def main(function: str, seconds: float, memory: int) -> None:
    """The child: answer on standard output with what `function` makes of standard input."""
    _limit(seconds, memory)
    # Libraries that print must not spoil the answer: standard output is kept aside and the name given to stderr.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        out.write(json.dumps(_answer(function, sys.stdin.buffer.read(), memory)).encode())
