"""The public names, and what importing them costs."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

import dateline

HEAVY = {
    "dateparser",
    "networkx",
    "numpy",
    "pyoxigraph",
    "pyshacl",
    "pyvis",
    "rdflib",
    "rich",
    "scipy",
    "spacy",
    "trafilatura",
}


def test_every_public_name_exists_and_the_list_is_sorted() -> None:
    assert sorted(dateline.__all__) == dateline.__all__ == dir(dateline)
    assert all(getattr(dateline, name) is not None for name in dateline.__all__)


def test_the_list_of_names_is_the_table_of_their_homes() -> None:
    homes = vars(dateline)["_HOMES"]
    assert list(homes) == dateline.__all__
    assert all(getattr(import_module(home), name) is getattr(dateline, name) for name, home in homes.items())


def test_other_names_do_not_exist() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        getattr(dateline, "nonsense")  # noqa: B009


@pytest.mark.parametrize(
    "statement", ["import dateline", "import dateline.cli; dateline.cli.cli(['--help'], standalone_mode=False)"]
)
def test_importing_and_helping_load_nothing_heavy(statement: str) -> None:
    program = f"import sys; {statement}; print('\\n', *sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(done.stdout.splitlines()[-1].split())
