"""Any number of short articles out of sixty of our own: names of people and towns, and dates, exchanged in each copy.

An article is five of the reports of `tests/golden/stories.txt`, the first of which gives it its date. What it says is
read once; a copy has other names, each as long as the one whose place it takes, so that offsets hold, and all that was
read of dates some weeks later. Countries stay, so that a few actors and places are named by a large part of all
articles, as in news. The first copy is the articles as they are.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from dateline.graph.model import Document, Record
from dateline.graph.record import dumps, from_json

STORIES = Path(__file__).resolve().parents[1] / "tests/golden/stories.txt"
REPORTS, STEP = 5, 4
"""Of how many reports an article is made, and how far these are apart."""
WEEKS = 520
"""Over how many the copies are strewn."""
TOWNS = ("Gdansk", "Lyon", "Mosul", "Kirkuk", "Porto", "Nairobi", "Riga", "Maiduguri", "Tampico", "Bratislava")
PEOPLE = ("Marta Wolenska", "Ines Valdora", "Rui Cabrenta", "Tomas Ferriol", "Karel Domsik", "Jana Belkova")
NAMES = (*TOWNS, *(word for name in PEOPLE for word in name.split()))
_NAME = re.compile("|".join(NAMES))
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def articles() -> list[Document]:
    """The sixty articles."""
    told = []
    for part in STORIES.read_text("utf-8").split("# ")[1:]:
        head, _, text = part.strip().partition("\n")
        event, _, issued = head.partition(" | ")
        told.append((event, date.fromisoformat(issued), text.replace("[", "").replace("]", "")))
    found = []
    for number, (event, issued, _) in enumerate(told):
        text = "\n\n".join(told[(number + STEP * step) % len(told)][2] for step in range(REPORTS))
        found.append(Document(f"{event}-{number}", text, date=issued, date_source="given"))
    return found


def copies(read: Iterable[Record], count: int, seed: int = 1) -> Iterator[Record]:
    """`count` records out of those that were read, copy by copy."""
    chance = random.Random(seed)
    lines = [dumps(record) for record in read]
    for number in range(count):
        copy, at = divmod(number, len(lines))
        if at == 0:
            names = {name: _like(name, chance) if copy else name for name in NAMES}
            later = timedelta(weeks=chance.randrange(1, WEEKS) if copy else 0)
        yield _copy(lines[at], copy, names, later)


def _copy(line: str, copy: int, names: dict[str, str], later: timedelta) -> Record:
    moved = _DAY.sub(lambda day: str(date.fromisoformat(day[0]) + later), line)
    told = json.loads(_NAME.sub(lambda name: names[name[0]], moved))
    for place in told["places"] if copy else ():
        if place["name"] in names.values():
            place["lat"], place["lon"] = place["lat"] + copy % 20, place["lon"] + copy % 40
            place["links"] = [f"{link.rstrip('/')}{copy:04}/" for link in place["links"]]
    return from_json(told | {"id": f"{copy}-{told['id']}"})


def _like(name: str, chance: random.Random) -> str:
    """Another name of as many letters."""
    letters = (chance.choice("aeiou" if at % 2 else "bdfgklmnprstvz") for at in range(len(name)))
    return "".join(letters).capitalize()
