"""Dates for formats that know no intervals."""

from __future__ import annotations

from itertools import takewhile

from dateline.graph.model import TimeSpan


def certain(span: TimeSpan) -> str | None:
    """The day, month or year that holds the whole span: what its first and last day have in common, as in ISO 8601.

    The fifth to the seventh of October 2019 is "2019-10"; nothing where not even the year is certain.
    """
    if span.earliest is None or span.latest is None:
        return None
    pairs = zip(span.earliest.isoformat().split("-"), span.latest.isoformat().split("-"), strict=True)
    return "-".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) or None
