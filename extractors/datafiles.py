"""Reading of the data files below `data/`: TOML, and CSV under comments; a mistake is told by file and line.

Files are named by their path below `data/`: "status.toml", "places/places.csv".
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from dateline.graph.errors import DataError

DATA = files("dateline.extractors") / "data"


def read_toml(file: str) -> dict[str, Any]:
    """The tables of a TOML file; raises `DataError` as `parse_toml` does."""
    return parse_toml((DATA / file).read_text(encoding="utf-8"), file)


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """The tables of `text`; `file` is for messages. Raises `DataError` where it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, None, f"it is no TOML: {error}", "TOML 1.0") from error


def read_rows(file: str, columns: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their line numbers; raises `DataError` as `parse_rows` does."""
    return parse_rows((DATA / file).read_text(encoding="utf-8"), file, columns)


def parse_rows(text: str, file: str, columns: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of `text` by the names in its first line, each with its line number; one row a line, "#" for comments.

    Raises `DataError` where the first line does not name `columns`, if given, or a row has more or fewer cells.
    """
    names = columns
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    for at, (number, line) in enumerate(lines):
        cells = tuple(next(csv.reader([line])))
        if at == 0:
            names = columns or cells
            if cells != names:
                raise DataError(file, number, f"columns {','.join(cells)}", ",".join(names))
        elif len(cells) != len(names):
            raise DataError(file, number, f"{len(cells)} cells", f"{len(names)}: {','.join(names)}")
        else:
            yield number, dict(zip(names, cells, strict=True))


def several(cell: str) -> tuple[str, ...]:
    """What a cell holds that may hold more than one, parted by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def degrees(file: str, line: int, row: Mapping[str, str]) -> tuple[float, float]:
    """Latitude and longitude of a row; raises `DataError` where they are none."""
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError as error:
        raise DataError(file, line, str(error), "degrees as decimal numbers") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise DataError(file, line, f"coordinates {lat}, {lon}", "latitude -90 to 90, longitude -180 to 180")
    return lat, lon
