"""PLOVER, in the columns of POLECAT, the data set made with it (Halterman and others, 2023): tabs, one row a dyad.

Columns that we have nothing for (mode, contexts, COW numbers, the story's other names) are empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.exports import Export
from dateline.exports.codebooks.rows import Coded, coded, write
from dateline.exports.codebooks.tables import country
from dateline.exports.table import Cell
from dateline.graph.model import Actor

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)

_GEONAMES = "https://sws.geonames.org/"


def render(export: Export) -> bytes:
    """Events on a known day that PLOVER has a class for."""
    return write(COLUMNS, (row for each in coded(export, "plover") if each.day for row in _rows(each)), "\t")


def _rows(each: Coded) -> Iterator[dict[str, Cell]]:
    where, place = each.where, each.where.place
    links = place.links if place else ()
    geonames = next((link[len(_GEONAMES) :].strip("/") for link in links if link.startswith(_GEONAMES)), None)
    for actor, recipient in each.dyads:
        cells: dict[str, Cell] = {
            "Event ID": each.key,
            "Event Date": each.day,
            "Event Type": each.code.notation,
            "Quad Code": each.code.top.name.upper(),
            "Placename": place.name if place else None,
            "City": where.city,
            "Province": where.province,
            "Country": where.country,
            "Latitude": where.lat,
            "Longitude": where.lon,
            "GeoNames ID": geonames,
            "Source": each.publishers,
            "Publication Date": each.published,
            "Language": "en",
        }
        cells |= _side("Actor", actor) | _side("Recipient", recipient)
        yield cells


def _side(side: str, actor: Actor | None) -> dict[str, Cell]:
    if actor is None:
        return {}
    return {
        f"{side} Name": actor.name,
        f"{side} Country": country(actor.country, "name"),
        f"Primary {side} Sector": actor.sector,
        f"{side} Sectors": actor.sector,
        f"{side} Name Raw": actor.name,
    }
