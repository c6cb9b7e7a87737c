"""The cells of the tables in `data/places` that hold more than a word."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.graph.errors import DataError


def parts(text: str) -> tuple[str, ...]:
    """The names of a field that holds several, parted by |."""
    return tuple(part for part in text.split("|") if part)


def degrees(file: str, line: int, row: Mapping[str, str]) -> tuple[float, float]:
    """Latitude and longitude of a row; raises `DataError` where they are none."""
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError as error:
        raise DataError(file, line, str(error), "degrees as decimal numbers") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise DataError(file, line, f"coordinates {lat}, {lon}", "latitude -90 to 90, longitude -180 to 180")
    return lat, lon
