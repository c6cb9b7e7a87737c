"""What other packages bring along: entry points that add to the tables of readers and export formats.

A package that declares, say,

    [options.entry_points]
    dateline.readers =
        .eml = mypackage.mail:read

adds a line to `dateline.extractors.documents.READERS`. Its function is imported when the first such file is read.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

TABLES = {
    "readers": ("dateline.extractors.documents.readers", "READERS"),
    "exports": ("dateline.exports", "FORMATS"),
}
"""Kind -> module and name of the table, which maps a name to "module:function"."""


@cache
def load() -> None:
    """Add every entry point of a group `dateline.<kind>` to its table; what the table has already stays as it is."""
    for kind, (module, name) in TABLES.items():
        found = entry_points(group=f"dateline.{kind}")
        if found:
            table: dict[str, str] = getattr(import_module(module), name)
            for point in sorted(found):
                table.setdefault(point.name, point.value)
