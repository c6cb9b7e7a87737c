"""Write `docs/coverage.md` anew: what the data know of actors and places, state by state.

    python -m tools.coverage

A test holds the page to the data, so that it cannot go stale.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.lexicon import Form, Known
from dateline.extractors.countries import Country, countries
from dateline.extractors.datafiles import DATA, read_rows

PAGE = Path(__file__).parent.parent / "docs" / "coverage.md"
STATE, PARTY, ARMED = {"GOV", "LEG", "JUD", "MIL", "SPY", "COP"}, {"PTY", "OPP"}, {"REB", "CRM", "UAF"}
COLUMNS = ("bodies of the state", "parties", "armed groups", "other bodies", "leaders", "places of our own", "towns")
TEXT = """\
# What is covered

Made by `python -m tools.coverage` from the data files; a test holds the page to them. Every state has, besides, what
needs no row: its names, adjectives and people, and its institutions by a common noun ("the Kenyan parliament", "Peru's
Interior Ministry", "Ghanaian police").

{bodies} bodies and groups, of them {none} of no one state; {leaders} leaders, of them {offices} with the time of
their offices, to the day or to the year (of the others the data do not say when they were in office);
{peoples} peoples, faiths and currents; {towns} towns and {own} places of our own.

## Gaps

- No leader: {no_leader}.
- No body of the state, party or armed group by a name of its own: {no_body}.
- No town in the gazetteer: {no_town}.

## State by state

| state | {columns} |
|---|{rules}|
{rows}
"""


def page() -> str:
    """The text of the page."""
    bodies, leaders = _known(lexicon.organisations()), _known(lexicon.leaders())
    towns, own = _towns(), Counter(row["country"] for _, row in read_rows("places/places.csv"))
    counts = (
        *(_by_state(bodies, _of(sectors)) for sectors in (STATE, PARTY, ARMED)),
        _by_state(bodies, lambda known: known.sector not in STATE | PARTY | ARMED),
        Counter(known.country for known in leaders if known.country),
        own,
        towns,
    )
    lands = sorted((land for land in countries() if land.ground), key=lambda land: land.name)
    return TEXT.format(
        bodies=f"{len(bodies):,}",
        none=f"{sum(known.country is None for known in bodies):,}",
        leaders=f"{len(leaders):,}",
        offices=f"{sum(bool(known.offices) for known in leaders):,}",
        peoples=len(_known(lexicon.peoples())),
        towns=f"{sum(towns.values()):,}",
        own=f"{sum(own.values()):,}",
        no_leader=_gaps(lands, counts[4:5]),
        no_body=_gaps(lands, counts[:3]),
        no_town=_gaps(lands, counts[6:7]),
        columns=" | ".join(COLUMNS),
        rules="|".join("---:" for _ in COLUMNS),
        rows="\n".join(
            f"| {land.name} | {' | '.join(_cell(count[land.code]) for count in counts)} |" for land in lands
        ),
    )


def _known(forms: Iterable[Form]) -> list[Known]:
    """Whom or what the forms mean, each once."""
    return list({id(form.known): form.known for form in forms}.values())


def _of(sectors: set[str]) -> Callable[[Known], bool]:
    return lambda known: known.sector in sectors


def _by_state(known: Iterable[Known], counts: Callable[[Known], bool]) -> Counter[str]:
    return Counter(one.country for one in known if one.country and counts(one))


def _towns() -> Counter[str]:
    """Towns of the gazetteer by state; a row is a name, and a town may have several."""
    codes = {land.ground.alpha2: land.code for land in countries() if land.ground}
    rows = gzip.decompress((DATA / "places/gazetteer.tsv.gz").read_bytes()).decode().splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    towns = {(cell[3].split(".")[0], cell[8]) for cell in cells if len(cell) == 9 and cell[2] == "city"}
    return Counter(codes[country] for country, _ in towns if country in codes)


def _gaps(lands: Iterable[Country], counts: Iterable[Counter[str]]) -> str:
    listed = list(counts)
    return "; ".join(land.name for land in lands if not any(count[land.code] for count in listed))


def _cell(count: int) -> str:
    return f"{count:,}" if count else "–"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
