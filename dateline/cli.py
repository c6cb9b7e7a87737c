"""The command line: each verb calls one function of the API and shows what it returns (`asking`, `making`, `correct`).

Data goes to standard output, talk and progress to standard error. Exit codes: 0 done, 1 our fault, 2 usage, 3 done but
inputs were skipped, 4 could not write, 5 a limit was reached, 6 store in use, 7 check failed, 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import click

import dateline
from dateline import asking, making, show
from dateline.correct import correct
from dateline.graph.errors import DatelineError, OutputError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""What a write is refused with; whatever is written but standard output tells it as `OutputError`."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.stderr is None:  # closed by whoever started us; print() would fall back on standard output
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as we run
    if sys.stdout is None:  # the next file that is opened would take its place, and be written to
        sys.exit(_unwritten("it is closed"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = _run()
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python must not flush again at exit
        if not isinstance(error, BrokenPipeError):  # there whoever read our output has seen enough
            code = code if code == OutputError.exit_code else _unwritten(error.strerror or str(error))
    sys.exit(code)


def _unwritten(reason: str) -> int:
    show.talk(f"dateline: standard output could not be written ({reason}); make room, or send it elsewhere")
    return OutputError.exit_code


def _run() -> int:
    try:
        return cli.main(standalone_mode=False) or 0
    except DatelineError as error:
        show.talk(f"dateline: {error}")
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit:  # so click ends where whoever read our output has gone
        return 0
    except (click.Abort, KeyboardInterrupt):
        show.talk("dateline: interrupted; what was stored is kept, and the same command again goes on from there")
        return 130
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _FULL:
            return _unwritten(error.strerror or str(error))
        if os.environ.get("DATELINE_TRACEBACK"):
            raise
        show.talk(
            f"dateline: a fault of Dateline's own ({type(error).__name__}: {error}); what was stored is kept. "
            "Please report it, with what the same command prints with DATELINE_TRACEBACK=1 in its environment."
        )
        return 1


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(dateline.__version__, prog_name="dateline")
def cli() -> None:
    """News text in, an event timeline knowledge graph out.

    INPUT is a file, a folder, a pattern ("*.html"), or - for standard input.
    """


for verb in (
    making.demo,
    making.build,
    making.extract,
    making.export,
    making.remove,
    asking.timeline,
    asking.query,
    asking.explain,
    asking.rank,
    asking.diff,
    asking.list_,
    asking.check,
    asking.serve,
    correct,
):
    cli.add_command(verb)
