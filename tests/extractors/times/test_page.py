"""Every example of docs/times.md is read as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf

from dateline.graph.model import Timex

PAGE = Path(__file__).parents[3] / "docs" / "times.md"
DAY = date(2019, 10, 10)


def rows() -> Iterator[tuple[str, str, str, str, date | None]]:
    day: date | None = DAY
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("Without a document date"):
            day = None
        elif line.startswith("#"):
            day = DAY
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "sentence":
            sentence, timex, edtf, days = cells
            yield sentence, timex, edtf, days, day


def days_of(timex: Timex) -> str:
    earliest, latest = timex.span.earliest, timex.span.latest
    if earliest is None and latest is None:
        return "-"
    return f"{earliest}" if earliest == latest else f"{earliest or '…'} to {latest or '…'}"


@pytest.mark.parametrize(("marked", "timex", "edtf", "days", "day"), list(rows()))
def test_example(read, marked, timex, edtf, days, day):
    found = read(marked.replace("**", ""), day)
    assert [t.text for t in found] == re.findall(r"\*\*(.+?)\*\*", marked)
    assert ("; ".join(f"{t.type} {t.value or '-'}" for t in found) or "none") == timex
    assert ("; ".join(t.edtf or "-" for t in found) or "none") == edtf
    assert ("; ".join(days_of(t) for t in found) or "none") == days


@pytest.mark.parametrize(("edtf", "days"), [(row[2], row[3]) for row in rows()])
def test_edtf_reads_back_as_the_days(edtf, days):
    """By another reader of the standard, which does not say when seasons begin and end."""
    for written, told in zip(edtf.split("; "), days.split("; "), strict=True):
        if written not in ("-", "none") and ".." not in written and not re.fullmatch(r"\d{4}-2[1-4]", written):
            read = parse_edtf(written)
            first, _, last = told.partition(" to ")
            assert date(*read.lower_strict()[:3]).isoformat() == first
            assert date(*read.upper_strict()[:3]).isoformat() == (last or first)


def test_page_has_examples_of_every_type():
    assert len(list(rows())) > 80
    assert {kind for row in rows() for kind in re.findall(r"DATE|TIME|DURATION|SET", row[1])} == {
        "DATE",
        "TIME",
        "DURATION",
        "SET",
    }
