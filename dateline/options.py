"""Options that several verbs of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

FOLDER = "dateline-out"
Command = TypeVar("Command", bound=Callable[..., Any])

store = click.option("-s", "--store", "folder", default=FOLDER, show_default=True, metavar="DIR|URL", help="A graph.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def options(*several: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator; `--help` shows them in this order."""

    def decorated(command: Command) -> Command:
        for option in reversed(several):
            command = option(command)
        return command

    return decorated
