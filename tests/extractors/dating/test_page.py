"""Every example of docs/dating.md is dated as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.graph.model import TimeSpan


def examples() -> Iterator[tuple[str, date | None, list[str]]]:
    """The rows of the page, their events marked, with the document date and the cells to be found."""
    heading = ""
    for line in PAGE.read_text("utf-8").splitlines():
        heading = line.removeprefix("## ") if line.startswith("## ") else heading
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and "**" in cells[0]:
            modality = MODALITIES.get(heading, "actual")
            marked = re.sub(r"\*\*(.+?)\*\*", rf"[[{modality}:\1]]", cells[0]).replace(" / ", "\n\n")
            yield marked, None if heading == "Without a document date" else date(2019, 10, 10), cells[1:]


PAGE = Path(__file__).parents[3] / "docs" / "dating.md"
MODALITIES = {"What goes on": "ongoing", "What lies ahead": "planned", "What may be so": "possible"}


@pytest.mark.parametrize(("marked", "day", "cells"), list(examples()))
def test_an_example_of_the_page_is_dated_as_the_page_says(dated, marked, day, cells):
    def written(span: TimeSpan) -> str:
        if span == TimeSpan():
            return "open"
        return str(span.earliest) if span.earliest == span.latest else f"{span.earliest or '…'} to {span.latest or '…'}"

    claims, _ = dated(marked, day)
    begins, ends = (written(c.begin) for c in claims), (written(c.end) for c in claims)
    assert ["; ".join(begins), "; ".join(ends), "; ".join(c.date_reason for c in claims)] == cells
