"""A report that only its heading dates."""

from __future__ import annotations

import pytest

from dateline.graph.model import TimeSpan


@pytest.mark.parametrize(
    "heading", ["Monthly report, May 2019", "Situation Report No. 12: Western Selo (as of 31 May 2019)"]
)
def test_a_heading_dates_a_report(dated, heading):
    claims, _ = dated(f"{heading}\n\nOn 6 May, soldiers [[shelled]] a village.", None)
    assert str(claims[0].begin.earliest) == str(claims[0].begin.latest) == "2019-05-06"


def test_no_weekday_is_counted_from_a_month(dated):
    claims, _ = dated("Monthly report, May 2019\n\nOn Friday, soldiers [[shelled]] a village.", None)
    assert claims[0].begin == TimeSpan()
    assert claims[0].time is not None


def test_a_month_in_the_text_dates_no_report(dated):
    claims, _ = dated("The unrest of May 2019 goes on.\n\nOn 6 May, soldiers [[shelled]] a village.", None)
    assert claims[0].begin == TimeSpan()
