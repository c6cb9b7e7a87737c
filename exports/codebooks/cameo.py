"""CAMEO 1.1b3, in the columns of the ICEWS coded event data (Boschee and others, 2015): tabs, one row a dyad."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.exports import Export
from dateline.exports.codebooks.rows import Coded, coded, write
from dateline.exports.codebooks.tables import country, goldstein, role
from dateline.exports.table import Cell
from dateline.graph.model import Actor

COLUMNS = (
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"),
    *("Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)


def render(export: Export) -> bytes:
    """Events on a known day that CAMEO has a code for."""
    return write(COLUMNS, (row for each in coded(export, "cameo") if each.day for row in _rows(each)), "\t")


def _rows(each: Coded) -> Iterator[dict[str, Cell]]:
    for source, target in each.dyads:
        cells: dict[str, Cell] = {
            "Event ID": each.key,
            "Event Date": each.day,
            "Event Text": each.code.name,
            "CAMEO Code": each.code.notation,
            "Intensity": goldstein(each.code.notation),
            "Story ID": "; ".join(document.id for document in each.documents),
            "Publisher": each.publishers,
            "City": each.where.city,
            "Province": each.where.province,
            "Country": each.where.country,
            "Latitude": each.where.lat,
            "Longitude": each.where.lon,
        }
        cells |= _side("Source", source) | _side("Target", target)
        yield cells


def _side(side: str, actor: Actor | None) -> dict[str, Cell]:
    if actor is None:
        return {}
    return {
        f"{side} Name": actor.name,
        f"{side} Sectors": role(actor.sector, "cameo"),
        f"{side} Country": country(actor.country, "name"),
    }
