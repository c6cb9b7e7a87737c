"""The law of imports, held by reading every module's syntax tree."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("graph", "extractors", "exports")
ALLOWED = {
    "graph": ("dateline.graph",),
    "extractors": ("dateline.graph.model", "dateline.graph.errors", "dateline.extractors"),
    "exports": ("dateline.graph", "dateline.exports"),
    "dateline": ("dateline",),
}
"""For each folder the modules of ours that it may import; a name allows what lies below it too."""


def modules(folder: str) -> Iterator[Path]:
    own = (ROOT / folder).iterdir() if folder == "dateline" else (ROOT / folder).rglob("*.py")
    return (path for path in own if path.suffix == ".py" and not path.is_symlink())


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """(line, full name) of everything that the module imports, in functions and under TYPE_CHECKING too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield node.lineno, "." * node.level + (node.module or "")
            else:
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def below(name: str, allowed: str) -> bool:
    return name == allowed or name.startswith(f"{allowed}.")


def breaches(path: Path, allowed: tuple[str, ...]) -> list[str]:
    found = []
    for line, name in imported(path):
        ours = below(name, "dateline") or name.startswith(".") or name.split(".")[0] in LAYERS
        if ours and not any(below(name, each) for each in allowed):
            found.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    return found


@pytest.mark.parametrize("folder", ALLOWED)
def test_each_folder_imports_only_what_the_law_allows(folder: str) -> None:
    assert [b for path in modules(folder) for b in breaches(path, ALLOWED[folder])] == []


def test_the_model_imports_the_standard_library_only() -> None:
    foreign = [
        name for _, name in imported(ROOT / "graph/model.py") if name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


def test_only_one_file_imports_the_parser() -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for folder in ALLOWED
        for path in modules(folder)
        if any(below(name, "spacy") for _, name in imported(path))
    }
    assert users == {"extractors/annotate.py"}


def test_a_bare_import_is_a_breach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    module = tmp_path / "bad.py"
    module.write_text("from graph import model\nfrom . import syntax\nimport dateline.exports\nimport json\n", "utf-8")
    assert [b.split(" imports ")[1] for b in breaches(module, ("dateline.graph",))] == [
        "graph.model",
        ".",
        "dateline.exports",
    ]
