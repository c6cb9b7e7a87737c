"""The tables of `data/places`: CSV under a header of comments that names source and licence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from importlib.resources import files

from dateline.graph.errors import DataError

DATA = files("dateline.extractors") / "data" / "places"


def rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the table `name` with their line numbers; raises `DataError` as `parse` does."""
    return parse(name, (DATA / name).read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table given as text, each with the number of its line.

    Raises `DataError` where a row has more or fewer fields than the line of names.
    """
    lines = text.splitlines()
    comments = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.DictReader(io.StringIO("\n".join(lines[comments:])))
    for row in reader:
        line = comments + reader.line_num
        if None in row or None in row.values():
            raise DataError(name, line, "wrong number of fields", ",".join(reader.fieldnames or ()))
        yield line, row


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
