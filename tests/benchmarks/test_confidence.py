"""The measures of how far confidence can be trusted, held against events made by hand."""

from __future__ import annotations

from xml.etree import ElementTree

from benchmarks.confidence import Told, diagram, error, regression, tenths


def events(confidence: float, right: int, wrong: int) -> list[Told]:
    return [*[Told(confidence, True, True)] * right, *[Told(confidence, False, True)] * wrong]


def test_events_are_put_together_by_tenths() -> None:
    bins = tenths([*events(0.62, 1, 1), *events(0.68, 1, 1), *events(1.0, 2, 0)])
    assert [(b.events, round(b.confidence, 2), b.right) for b in bins] == [(4, 0.65, 0.5), (2, 1.0, 1.0)]


def test_what_is_calibrated_has_no_error_slope_one_and_no_shift() -> None:
    told = [*events(0.6, 60, 40), *events(0.9, 90, 10)]
    slope, shift = regression(told)
    assert (round(error(tenths(told)), 6), round(slope, 3), round(shift, 3)) == (0, 1, 0)


def test_what_is_told_too_timidly_is_shifted_up() -> None:
    told = [*events(0.5, 80, 20), *events(0.6, 90, 10)]
    assert round(error(tenths(told)), 3) == 0.3
    assert regression(told)[1] > 1


def test_the_diagram_has_a_dot_a_tenth() -> None:
    drawn = ElementTree.fromstring(diagram(tenths([*events(0.6, 6, 4), *events(0.9, 9, 1)])))
    assert len(drawn.findall("{http://www.w3.org/2000/svg}circle")) == 2
