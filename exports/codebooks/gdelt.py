"""The event table of GDELT 2.0 (its codebook of 2015): 61 columns, tab-separated, without a header, one row a dyad."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.exports import Export
from dateline.exports.codebooks.rows import Coded, coded, write
from dateline.exports.codebooks.tables import country, goldstein, quad, role
from dateline.exports.table import Cell
from dateline.graph.model import Actor
from dateline.graph.vocabulary import digest

_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{side}{name}" for side in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
"""The names of the codebook; the file has no header, as GDELT's have none."""

_GEO_TYPES = {"country": 1, "region": 5, "city": 4, "point": 4}
_AMERICAN = {"region": 2, "city": 3, "point": 3}
_BASE, _ROOT = 3, 2  # digits


def render(export: Export) -> bytes:
    """Events on a known day that CAMEO has a code for."""
    return write(
        COLUMNS, (row for each in coded(export, "cameo") if each.day for row in _rows(each)), "\t", header=False
    )


def _rows(each: Coded) -> Iterator[dict[str, Cell]]:
    day, code, event = each.day, each.code.notation, each.event
    if day is None:
        raise ValueError(f"{event.id} is on no known day")
    for one, other in each.dyads:
        ids = [side.id if side else "" for side in (one, other)]
        cells: dict[str, Cell] = {
            "GLOBALEVENTID": int(digest(event.id, *ids, length=15), 16),
            "SQLDATE": f"{day:%Y%m%d}",
            "MonthYear": f"{day:%Y%m}",
            "Year": day.year,
            "FractionDate": round(day.year + (day.month * 30 + day.day) / 365, 4),
            "EventCode": code,
            "EventBaseCode": code[:_BASE],
            "EventRootCode": code[:_ROOT],
            "QuadClass": quad(code),
            "GoldsteinScale": goldstein(code),
            "NumMentions": sum(len(claim.mentions) for _, claim in event.claims),
            "NumSources": len({document.publisher or document.id for document in each.documents}),
            "NumArticles": len(each.documents),
            "DATEADDED": f"{each.published:%Y%m%d}000000" if each.published else None,
            "SOURCEURL": next((document.url for document in each.documents if document.url), None),
        }
        cells |= _actor("Actor1", one) | _actor("Actor2", other) | _place(each)
        yield cells


def _actor(side: str, actor: Actor | None) -> dict[str, Cell]:
    if actor is None:
        return {}
    kind = role(actor.sector, "cameo")
    return {
        f"{side}Code": f"{actor.country or ''}{kind}",
        f"{side}Name": actor.name.upper(),
        f"{side}CountryCode": actor.country,
        f"{side}Type1Code": kind,
    }


def _place(each: Coded) -> dict[str, Cell]:
    place, where = each.where.place, each.where
    if place is None:
        return {}
    types = _GEO_TYPES | _AMERICAN if place.country == "USA" else _GEO_TYPES
    return {
        "ActionGeo_Type": types.get(place.kind),
        "ActionGeo_FullName": ", ".join(dict.fromkeys(n for n in (place.name, where.province, where.country) if n)),
        "ActionGeo_CountryCode": country(place.country, "fips"),
        "ActionGeo_Lat": where.lat,
        "ActionGeo_Long": where.lon,
    }
