"""What holds for every format: the table is right, bytes do not depend on the run, nothing but the suffix is asked."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import dockers
import invented
import pytest

from dateline import exports
from dateline.exports import FORMATS, Export
from dateline.graph.errors import UsageError
from dateline.graph.model import Timeline
from dateline.graph.resolve import resolve

DIGESTS = """
import hashlib, random, sys
sys.path[:0] = sys.argv[2:]
import dockers, invented
from dateline.exports import FORMATS, Export, render
from dateline.graph.resolve import resolve
records = dockers.story()
random.Random(sys.argv[1]).shuffle(records)
stories = Export(invented.small(), invented.records()), Export(resolve(records), tuple(records))
print(*(hashlib.sha256(render(name, export)).hexdigest() for export in stories for name in FORMATS))
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


def test_bytes_depend_on_no_hash_seed_and_no_order_of_documents() -> None:
    stories = (Export(invented.small(), invented.records()), Export(resolve(dockers.story()), tuple(dockers.story())))
    here = [hashlib.sha256(exports.render(name, each)).hexdigest() for each in stories for name in FORMATS]
    folders = [str(Path(module.__file__).parent) for module in (dockers, invented)]
    for seed in ("1", "2", "3"):
        found = subprocess.run(
            [sys.executable, "-c", DIGESTS, seed, *folders],
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


def test_the_page_on_exports_names_every_format_and_shape() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    rows = "\n".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `."))
    for name in FORMATS:
        shape, _, suffix = name.partition(".")
        assert (f"`.{suffix} --as {shape}`" if shape else f"`.{suffix}`") in rows, name
    assert all(f"(`--as {shape}`)" in page for shape in exports.shapes())


def test_a_shape_has_a_suffix_of_its_own() -> None:
    assert exports.format_of("a/b.CSV", "acled") == "acled.csv"
    with pytest.raises(UsageError, match=r"b\.ttl: the shape acled is written to a file that ends in \.csv"):
        exports.format_of("a/b.ttl", "acled")
    with pytest.raises(UsageError, match="no shape 'ucdp'; there are plover, cameo"):
        exports.format_of("b.csv", "ucdp")
