"""The files of a folder that show what its graph holds: the page, Turtle, the table and the report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.graph.errors import OutputError, UnreadableDocument, UsageError
from dateline.report import problems, report

if TYPE_CHECKING:
    from dateline.exports import Export

FILES = ("graph.html", "graph.ttl", "events.csv")
"""What a build writes beside the store and the report; the suffix tells the format."""
STRINGS = "strings.json"
"""The page's words in the folder, where they were given as a file."""


class Written:
    """The files in `folder`; without one there are none. `language` is what the page speaks from now on."""

    def __init__(self, folder: Path | None, language: str | None) -> None:
        self._folder = folder
        self._language = language

    @property
    def folder(self) -> Path:
        """Where they are.

        Raises `UsageError` where there are none.
        """
        if self._folder is None:
            raise UsageError("a graph on a server has no files here; `dateline build -o DIR --store URL` writes some")
        return self._folder

    @property
    def report(self) -> dict[str, Any]:
        """The content of report.json.

        Raises `UsageError` where there is none.
        """
        try:
            told: dict[str, Any] = json.loads((self.folder / "report.json").read_text("utf-8"))
        except FileNotFoundError:
            raise UsageError(f"no report in {self.folder}; `dateline build` makes one") from None
        return told

    @property
    def language(self) -> str:
        """What the page speaks: a code such as "en", or the path of a file of strings."""
        if self._language is None:
            self._language = str((self.report if self._reported else {}).get("language", "en"))
        return str(self.folder / STRINGS) if self._language == STRINGS else self._language

    def make_folder(self) -> None:
        """Make the folder, if there is to be one.

        Raises `OutputError` where that cannot be.
        """
        try:
            if self._folder is not None:
                self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"cannot make the folder {self._folder}: {error}; choose another") from error

    def check_language(self) -> None:
        """Raises `UsageError` where there is a mistake in what the page is to speak."""
        from dateline.exports.page.strings import table

        table(self.language)

    def keep_strings(self) -> None:
        """Take a file of strings into the folder, so that it goes where the folder goes."""
        from dateline.exports import files

        if self._folder is not None and self.language.endswith(".json") and self._language != STRINGS:
            files.write(self._folder / STRINGS, Path(self.language).read_bytes())
            self._language = STRINGS

    def show(self, state: str) -> bool:
        """Whether they were written of this state of the graph, as far as the report tells; where there is none, they
        show nothing else."""
        return not self._reported or self.report.get("state", state) == state

    def write(
        self,
        whole: Export,
        state: str,
        corrections: Mapping[str, Any],
        skipped: Sequence[UnreadableDocument] | None = None,
    ) -> None:
        """Write them anew.

        `state` is that of the graph (`Store.state`), `corrections` is from `dateline.corrections.report`; `skipped` is
        what a build left out: unless given, the report tells what it told before. Raises `UsageError` where there is
        no folder, `OutputError` where a file cannot be written.
        """
        from dateline import exports, plugins
        from dateline.exports import files

        plugins.load()
        for name in FILES:
            exports.save(self.folder / name, replace(whole, language=self.language))
        told = self.report["skipped"] if skipped is None and self._reported else problems(skipped or ())
        made = report(whole, state, self._language or "en", corrections, told)
        text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        files.write(self.folder / "report.json", text.encode("utf-8", "replace"))

    @property
    def _reported(self) -> bool:
        return self._folder is not None and (self._folder / "report.json").is_file()
