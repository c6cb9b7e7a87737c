"""Answers as rows: a plain table, and CSV, TSV and JSON after the SPARQL 1.1 recommendations."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dateline.graph.table import Answer, Cell, Table, Triples
from dateline.graph.vocabulary import PREFIXES

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBERS = {f"{PREFIXES['xsd']}{name}" for name in ("integer", "decimal", "double", "float")}


def table(answer: Answer) -> Table:
    """The answer as rows and columns: of triples subject, predicate, object; of a yes or no one cell."""
    if isinstance(answer, Table):
        return answer
    if isinstance(answer, Triples):
        rows = sorted(
            ((t.subject, t.predicate, t.object) for t in answer.triples), key=lambda row: tuple(map(str, row))
        )
        return Table(("subject", "predicate", "object"), tuple(rows))
    return Table(("answer",), ((Literal("yes" if answer else "no"),),))


def plain(cell: Cell) -> str:
    """A term for people: a text without its language, an IRI shortened by a known prefix."""
    if cell is None:
        return ""
    if isinstance(cell, NamedNode):
        for prefix, namespace in PREFIXES.items():
            local = cell.value.removeprefix(namespace)
            if local != cell.value and re.fullmatch(r"[\w-]+", local):
                return f"{prefix}:{local}"
        return cell.value
    return cell.value if isinstance(cell, Literal) else str(cell)


def plain_table(answer: Answer) -> tuple[tuple[str, ...], list[list[str]]]:
    """Columns and rows for people, each cell on one line."""
    shown = table(answer)
    return shown.columns, [[" ".join(plain(cell).split()) for cell in row] for row in shown.rows]


def write_table(answer: Answer) -> str:
    """A table for people, drawn with spaces; each cell on one line."""
    columns, cells = plain_table(answer)
    rows: list[Sequence[str]] = [columns, *cells]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    return "".join(
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )


def write_csv(answer: Answer) -> str:
    """CSV (W3C, 2013), but that an apostrophe goes before what a spreadsheet would run."""
    shown = table(answer)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(shown.columns)
    writer.writerows([_safe(cell) for cell in row] for row in shown.rows)
    return out.getvalue()


def defused(text: str) -> str:
    """The text, after an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _safe(cell: Cell) -> str:
    """A term's bare value, defused."""
    if isinstance(cell, Literal):
        return cell.value if cell.datatype.value in _NUMBERS else defused(cell.value)
    return "" if cell is None else cell.value if isinstance(cell, NamedNode) else str(cell)


def write_tsv(answer: Answer) -> str:
    """TSV (W3C, 2013), terms as in Turtle."""
    shown = table(answer)
    lines = [[f"?{column}" for column in shown.columns]]
    lines += [["" if cell is None else str(cell) for cell in row] for row in shown.rows]
    return "".join("\t".join(line) + "\n" for line in lines)


def write_json(answer: Answer) -> str:
    """SPARQL 1.1 results in JSON (W3C, 2013); triples as a table of three columns."""
    if isinstance(answer, bool):
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    shown = table(answer)
    found = [
        {column: _term(cell) for column, cell in zip(shown.columns, row, strict=True) if cell is not None}
        for row in shown.rows
    ]
    head = {"vars": list(shown.columns)}
    return json.dumps({"head": head, "results": {"bindings": found}}, ensure_ascii=False, indent=1) + "\n"


def _term(cell: Cell) -> dict[str, object]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, BlankNode):
        return {"type": "bnode", "value": cell.value}
    if isinstance(cell, Triple):
        parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
        return {"type": "triple", "value": {name: _term(part) for name, part in parts.items()}}
    if cell is None:
        raise ValueError("an unbound cell is left out")
    about: dict[str, object] = {"type": "literal", "value": cell.value}
    if cell.language:
        about["xml:lang"] = cell.language
    elif cell.datatype.value != f"{PREFIXES['xsd']}string":
        about["datatype"] = cell.datatype.value
    return about
