"""Answers as SPARQL 1.1 results in XML, and as a web page."""

from __future__ import annotations

import re
from html import escape

from pyoxigraph import NamedNode, QueryResultsFormat, parse_query_results

from dateline.graph.results.tables import plain, table, write_json
from dateline.graph.table import Answer, Cell

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 forbids (production 2, Char)."""
_HEAD = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Answer</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.4 system-ui, sans-serif }
table { border-collapse: collapse }
th, td { border-bottom: 1px solid; padding: .3em .7em; text-align: start; vertical-align: top }
</style>
"""


def legal(xml: str) -> str:
    """The text with U+FFFD for each character that XML forbids."""
    return ILLEGAL.sub("\ufffd", xml)


def write_xml(answer: Answer) -> str:
    """SPARQL 1.1 results in XML (W3C, 2013); characters that XML forbids become U+FFFD."""
    results = parse_query_results(write_json(answer), QueryResultsFormat.JSON)
    return legal((results.serialize(format=QueryResultsFormat.XML) or b"").decode()) + "\n"


def write_html(answer: Answer) -> str:
    """A web page with one table and neither scripts nor links, names shortened by their prefixes."""
    shown = table(answer)
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in shown.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in shown.rows)
    count = f"{len(shown.rows)} row{'' if len(shown.rows) == 1 else 's'}"
    return f"{_HEAD}<p>{count}</p>\n<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n</html>\n"


def _cell(cell: Cell) -> str:
    whole = f' title="{escape(cell.value)}"' if isinstance(cell, NamedNode) else ""
    return f"<td{whole}><bdi>{escape(plain(cell))}</bdi></td>"
