"""Measures of who and where that the corpora's scorer has not: country and sector of actors, mentions that are one.

Each function takes the gold rows and the records of one file and gives {measure: {value, details}}.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

JSON = dict[str, Any]

_MISSPELT = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Codes of the gold that are none of ISO 3166-1, and which they mean."""
_NO_STATE = {"IGO", "NGO"}
"""Codes of the gold that stand for a sector in the place of a country."""
_SECTORS = {"JRN": "MED", "CIV": "CVL"}
"""Sectors of the gold that a later code-book writes otherwise."""
_ENTITIES = {"PER", "ORG", "LOC"}
"""Sorts of entities that a record has: it has no products and no sums of money."""


def actors(rows: Sequence[JSON], records: Sequence[JSON]) -> dict[str, JSON]:
    """Of the gold's sources and targets that the main event has among its actors: country and sector right.

    gold: {source, target: [{actorText, code, sector}]}. The main event is the scorer's: of the largest confidence x
    number of mentions. An actor answers a gold one if the words of one of its names lie within the other's. A gold
    actor without a sector has none to be right.
    """
    by_id = {record["id"]: record for record in records}
    countries, sectors = list[bool](), list[bool]()
    for row in rows:
        record = by_id.get(row["id"], {"events": [], "actors": []})
        for slot, roles in (("source", ("agents", "participants")), ("target", ("patients", "participants"))):
            for wanted in _listed(row["gold"].get(slot)):
                found = _answer(wanted["actorText"], _taking_part(record, roles))
                code, sector = _told(wanted)
                if found is not None and code:
                    countries.append(found["country"] == (None if code in _NO_STATE else code))
                if found is not None and sector:
                    sectors.append(found["sector"] == sector)
    return {"actor_country_right": _share(countries), "actor_sector_right": _share(sectors)}


def _listed(gold: Any) -> list[JSON]:
    """The actors of a slot; a few rows have one object in place of a list, and a few an empty text."""
    listed = gold if isinstance(gold, list) else [gold]
    return [one for one in listed if isinstance(one, dict) and _words(one.get("actorText") or "")]


def _told(wanted: JSON) -> tuple[str, str]:
    """Country (or IGO, NGO) and sector of a gold actor; the sector without the letters that narrow it ("REBkur")."""
    code = _MISSPELT.get(wanted.get("code") or "", wanted.get("code") or "")
    sector = re.sub(r"[^A-Z]", "", wanted.get("sector") or "")[:3]
    return code, _SECTORS.get(sector, sector) or (code if code in _NO_STATE else "")


def _taking_part(record: JSON, roles: Iterable[str]) -> list[JSON]:
    main = max(record["events"], key=lambda e: e["confidence"] * len(e["mentions"]), default=None)
    by_id = {actor["id"]: actor for actor in record["actors"]}
    return [by_id[name] for role in roles for name in (main or {}).get(role, ())]


def _answer(text: str, among: Iterable[JSON]) -> JSON | None:
    wanted = _words(text)
    for actor in among:
        for name in (actor["name"], *(m["text"] for m in actor["mentions"])):
            if (mine := _words(name)) and (mine <= wanted or wanted <= mine):
                return actor
    return None


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - {"the", "a", "an", "s"}


def _share(right: Sequence[bool]) -> JSON:
    value = sum(right) / len(right) if right else None
    return {"value": value, "details": f"{sum(right)} of {len(right)} that were found"}


def mentions(rows: Sequence[JSON], records: Sequence[JSON]) -> dict[str, JSON]:
    """Which mentions of persons, bodies and places are of one, as pairs within a document.

    gold: {entities: [{start, end, entity, etype}]}, and only what ends by `annotated_end` counts; what the gold nests
    ("Mr. Example, head of the union" around "Mr. Example") is one mention. Mentions answer each other one to one, the
    closest in extent first, none with less than half of it in common, the article before a gold one left out as a
    record leaves it out ("the EU" is "EU"). Of pairs that a record joins, those of two
    answered mentions count, so that what the gold marks no mention for is neutral; pairs of the gold that lack a
    mention are missed.
    """
    by_id = {record["id"]: record for record in records}
    right = joined = wanted = 0
    for row in rows:
        record = by_id.get(row["id"], {"actors": [], "places": []})
        gold = _unnested(e for e in row["gold"]["entities"] if e["end"] <= row["annotated_end"])
        mine = [(m, thing["id"]) for thing in (*record["actors"], *record["places"]) for m in thing["mentions"]]
        answers = _aligned([m for m, _ in mine], gold)
        said = _pairs({k: mine[n][1] for n, k in answers.items()})
        due = _pairs(
            {k: extents[0]["entity"] for k, extents in enumerate(gold) if extents[0].get("etype") in _ENTITIES}
        )
        right += len(said & due)
        joined += len(said)
        wanted += len(due)
    precision, recall = right / (joined or 1), right / (wanted or 1)
    value = 2 * precision * recall / (precision + recall) if right else 0.0
    details = f"P={precision:.4f} R={recall:.4f} right={right} joined={joined} wanted={wanted}"
    return {"coreference_pairs_f1": {"value": value, "details": details}}


def _unnested(gold: Iterable[JSON]) -> list[list[JSON]]:
    """The extents of each mention, the widest first."""
    found: list[list[JSON]] = []
    for one in sorted(gold, key=lambda e: e["start"] - e["end"]):
        same = (m for m in found if one.get("entity") and m[0].get("entity") == one["entity"])
        around = next((m for m in same if m[0]["start"] <= one["start"] and one["end"] <= m[0]["end"]), None)
        if around is None:
            found.append([one])
        else:
            around.append(one)
    return found


def _aligned(mine: Sequence[JSON], gold: Sequence[Sequence[JSON]]) -> dict[int, int]:
    """Which of `gold` each of `mine` is, where one is: the pairs with the largest common share first."""
    shares = []
    for n, one in enumerate(mine):
        for k, extents in enumerate(gold):
            share = max(_common(one, _without_article(extent)) for extent in extents)
            if share >= 0.5:
                shares.append((-share, n, k))
    found: dict[int, int] = {}
    for _, n, k in sorted(shares):
        if n not in found and k not in found.values():
            found[n] = k
    return found


def _without_article(extent: JSON) -> JSON:
    article = re.match(r"(?:the|an?)\s+", extent.get("text") or "", re.IGNORECASE)
    return {**extent, "start": extent["start"] + article.end()} if article else extent


def _common(one: JSON, other: JSON) -> float:
    """How much of the extent of two spans is common to both."""
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return common / (max(one["end"], other["end"]) - min(one["start"], other["start"]))


def _pairs(owner: Mapping[int, str]) -> set[tuple[int, int]]:
    """Pairs of mentions (of the gold, by number) that have one owner."""
    return {(a, b) for a, b in combinations(sorted(owner), 2) if owner[a] == owner[b]}
