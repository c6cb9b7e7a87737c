"""The README does what it says, and the command line is described whole."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click import Option
from click.testing import CliRunner

from dateline.cli import cli
from dateline.pipeline import EXAMPLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README has it: articles in `articles/`."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "articles").symlink_to(EXAMPLES.parent)
    (folder / "article.html").symlink_to(next(EXAMPLES.parent.glob("*.html")))
    return folder


def test_the_commands_of_the_readme_run(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    commands = [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]
    ours = [words[1:] for words in commands if words[:1] == ["dateline"]]
    assert {words[0] for words in ours} >= {"build", "timeline", "query", "export"}
    for words in ours:
        if "EVENT" in words:
            shown = CliRunner().invoke(cli, ["timeline", "-s", "story"]).output
            words[words.index("EVENT")] = shown.splitlines()[1].split("\t")[-1]
        done = CliRunner().invoke(cli, words, standalone_mode=False)
        assert (done.exception, done.return_value or 0) == (None, 0), (words, done.output)


def test_the_python_of_the_readme_runs(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    names: dict[str, object] = {}
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), names)  # it is our own text
    assert (place / "story.gexf").stat().st_size > 0


def test_every_verb_and_option_is_described() -> None:
    for name, command in cli.commands.items():
        assert command.help, name
        for parameter in command.params:
            assert not isinstance(parameter, Option) or parameter.help, (name, parameter.name)


def test_the_page_on_the_command_line_names_every_verb() -> None:
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == set(cli.commands)


def test_paths_and_targets_that_the_documents_name_exist() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert set(re.findall(r"`?make (\w+)`?  ", README)) <= set(targets)
