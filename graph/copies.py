"""One text that came in several times: which of its records is shown, and what is kept of the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.graph.model import Record
from dateline.graph.record import dumps


def ranked(same_text: Iterable[Record]) -> list[Record]:
    """Records of one text, the best dated first: a given date before one that was found, that before none."""
    several = list(same_text)
    return sorted(several, key=_rank) if len(several) > 1 else several


def shown(same_text: Iterable[Record]) -> Record:
    """The record that stands for the text; ids and addresses of the others are its document's `also`."""
    first, *others = ranked(same_text)
    names = {name for other in others for name in (other.document.id, other.document.url, *other.document.also) if name}
    also = tuple(sorted(names.union(first.document.also)))
    return replace(first, document=replace(first.document, also=also))


def _rank(record: Record) -> tuple[bool, int, str, str, str]:
    document = record.document
    sources = ("given", "metadata", "text", None)
    return (document.date is None, sources.index(document.date_source), str(document.date), document.id, dumps(record))
