"""Whom a name could mean that stays without an identity: several bear it, or nothing confirms the one known.

A last name alone fits every person of the text who bears it; where the text names none, the leaders whom the data knows
by it. The name or acronym of a body fits all that the data knows under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.found import Found
from dateline.extractors.actors.lexicon import Known
from dateline.extractors.actors.phrases import alike, pieces
from dateline.extractors.actors.reading import Reading
from dateline.extractors.countries import countries
from dateline.extractors.named import HANDFUL, with_id


def of(reading: Reading, actors: Sequence[Sequence[Found]]) -> list[tuple[str, ...]]:
    """For each actor, of which these are the mentions, whom its name could mean; nothing where that is settled."""
    persons = (one for mentions in actors for one in mentions if one.form == "name" and one.kind == "Person")
    bearers = {pieces(one.name): with_id(one.name, next(iter(one.links), None)) for one in persons}
    return [tuple(dict.fromkeys(_fitting(reading, mentions, bearers)))[:HANDFUL] for mentions in actors]


def _fitting(reading: Reading, mentions: Sequence[Found], bearers: Mapping[tuple[str, ...], str]) -> Iterator[str]:
    named = [one for one in mentions if one.form == "name"]
    names = {pieces(one.name): one.name for one in named}
    if len(names) != 1 or any(one.key or one.links for one in mentions):
        return
    ((spelled, name),) = names.items()
    person = all(one.kind == "Person" for one in named)
    if person:
        here = [label for full, label in bearers.items() if _ends(full, spelled)]
        yield from here or map(_label, _agreeing(_leaders().get(spelled, ()), mentions))
    if not (person and any(one.sure for one in named)) and name not in reading.own_acronyms:
        yield from map(_label, alike(name))


def _ends(full: tuple[str, ...], last: tuple[str, ...]) -> bool:
    return len(full) > len(last) and full[-len(last) :] == last


def _agreeing(known: Iterable[Known], mentions: Sequence[Found]) -> Iterator[Known]:
    """Those whom nothing said of state and gender speaks against."""
    states = {one.country for one in mentions if one.country}
    genders = {one.gender for one in mentions if one.gender}
    return (each for each in known if states <= {each.country} and (not each.gender or genders <= {each.gender}))


@cache
def _leaders() -> Mapping[tuple[str, ...], tuple[Known, ...]]:
    """The leaders by each ending of their names that is no whole name."""
    found: dict[tuple[str, ...], list[Known]] = {}
    for known in dict.fromkeys(form.known for form in lexicon.leaders()):
        full = pieces(known.name)
        for first in range(1, len(full)):
            found.setdefault(full[first:], []).append(known)
    return {last: tuple(each) for last, each in found.items()}


@cache
def _states() -> Mapping[str, str]:
    return {country.code: country.name for country in countries()}


def _label(known: Known) -> str:
    """Who that is, in words; a body with its state, which may have others of its name."""
    state = _states().get(known.country or "") if known.kind != "Person" else None
    return with_id(f"{known.name}, {state}" if state else known.name, next(iter(known.links), None))
