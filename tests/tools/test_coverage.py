"""The page that tells what is covered tells what the data hold."""

from __future__ import annotations

from tools import coverage


def test_the_page_is_what_the_data_say() -> None:
    assert coverage.PAGE.read_text(encoding="utf-8") == coverage.page(), "run python -m tools.coverage"
