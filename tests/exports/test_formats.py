"""What holds for every format: the table is right, bytes do not depend on the run, nothing but the suffix is asked."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import exports
from dateline.exports import FORMATS, Export
from dateline.graph.errors import UsageError
from dateline.graph.model import Timeline

DIGESTS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
import invented
from dateline.exports import FORMATS, Export, render
export = Export(invented.small(), invented.records(), title="Port Selwyn")
print(*(hashlib.sha256(render(suffix, export)).hexdigest() for suffix in FORMATS))
"""


@pytest.mark.parametrize("name", FORMATS)
def test_saves_by_suffix_and_shape(name: str, story: Export, tmp_path: Path) -> None:
    shape, _, suffix = name.partition(".")
    exports.save(tmp_path / f"graph.{suffix}", story, shape)
    assert (tmp_path / f"graph.{suffix}").read_bytes() == exports.render(name, story)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_story_without_events_is_a_file_too(suffix: str) -> None:
    assert exports.render(suffix, Export(Timeline())) or suffix in {".nq", "gdelt.tsv", "ftm.json"}


@pytest.mark.parametrize("suffix", set(FORMATS) - {".html"})
def test_the_title_changes_nothing_elsewhere(suffix: str, story: Export) -> None:
    assert exports.render(suffix, story) == exports.render(suffix, replace(story, title="Another"))


def test_bytes_depend_on_no_hash_order(story: Export) -> None:
    here = [hashlib.sha256(exports.render(suffix, story)).hexdigest() for suffix in FORMATS]
    for seed in ("1", "2"):
        found = subprocess.run(
            [sys.executable, "-c", DIGESTS, str(Path(__file__).parent)],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland", "LC_ALL": "C"},
            cwd=Path(exports.__file__).resolve().parents[1],
            capture_output=True,
            text=True,
            check=True,
        )
        assert found.stdout.split() == here


def test_an_unknown_suffix_lists_those_that_exist() -> None:
    with pytest.raises(UsageError, match=r"graph\.xls: no export format ends in '\.xls'; use one of \.ttl, \.trig"):
        exports.format_of("graph.xls")
    with pytest.raises(UsageError, match=r"use one of --as ftm, --as timelinejs, \.ttl"):
        exports.format_of("graph.json")


def test_a_shape_has_a_suffix_of_its_own() -> None:
    assert exports.format_of("a/b.CSV", "acled") == "acled.csv"
    with pytest.raises(UsageError, match=r"b\.ttl: the shape acled is written to a file that ends in \.csv"):
        exports.format_of("a/b.ttl", "acled")
    with pytest.raises(UsageError, match="no shape 'ucdp'; there are plover, cameo"):
        exports.format_of("b.csv", "ucdp")
