"""Apache Parquet: the table of `table.py` with typed columns, for pandas, R (arrow), DuckDB and the like."""

from __future__ import annotations

import io
from datetime import date

from dateline.exports import Export, table
from dateline.graph.errors import UsageError

ARROW = {str: "string", bool: "bool", int: "int64", float: "float64", date: "date32[day]"}
"""Type of a column -> the name that Arrow has for it."""


def render(export: Export) -> bytes:
    """The table of all events, in one row group a million.

    Raises `UsageError` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow: pip install 'dateline[parquet]'") from None
    columns = zip(*table.rows(export), strict=True) if export.timeline.events else [()] * len(table.COLUMNS)
    arrays = [
        pa.array(_legal(values) if type_ is str else values, type=pa.type_for_alias(ARROW[type_]))
        for values, type_ in zip(columns, table.TYPES.values(), strict=True)
    ]
    out = io.BytesIO()
    parquet.write_table(pa.table(arrays, names=table.COLUMNS), out)
    return out.getvalue()


def _legal(values: object) -> list[object]:
    """Texts that UTF-8 can hold: a lone surrogate becomes "?", as in the CSV."""
    return [v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in values]  # type: ignore[attr-defined]
