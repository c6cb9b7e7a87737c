"""The bundled articles as they are read, whole: one line an event, held against a file that a person can review.

After a change that is meant, write the file anew with `python tests/golden/test_examples.py` and read the difference.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import dateline
from dateline.graph.edtf import edtf
from dateline.graph.model import Record

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent / "examples.txt"


def lines(record: Record) -> Iterator[str]:
    """The document, then its events: when, status, type, who, to whom, with whom, where, the words."""
    actors = {a.id: a.name for a in record.actors}
    places = {p.id: p.name for p in record.places}
    yield f"# {record.document.title} ({record.document.date}, {record.document.date_source})"
    for claim in record.events:
        if claim.type == "State":
            continue
        kind = f"{claim.type}.{claim.subtype}" if claim.subtype else claim.type
        when = edtf(claim.begin, claim.end) or "?"
        who = ", ".join(actors[i] for i in claim.agents)
        whom = ", ".join(actors[i] for i in claim.patients)
        beside = ", ".join(actors[i] for i in claim.participants)
        where = places[claim.places[0]] if claim.places else ""
        words = " / ".join(" ".join(m.text.split()) for m in claim.mentions)
        yield f"{when} | {claim.status} {kind} | {who} > {whom} + {beside} | {where} | {words}"


def rendered() -> str:
    """All bundled articles in the order of their names."""
    articles = sorted(p for p in (ROOT / "examples").iterdir() if p.suffix in (".txt", ".html", ".md"))
    parts = ["\n".join(lines(dateline.extract(dateline.read(str(path))))) for path in articles]
    return "\n\n".join(parts) + "\n"


def test_the_bundled_articles_are_read_as_before() -> None:
    assert rendered() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(rendered(), encoding="utf-8")
    sys.exit(0)
