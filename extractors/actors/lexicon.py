"""What the data files say about actors: states, peoples, nouns, titles and organisations known by name.

Adding an actor or a noun is one row in `extractors/data/actors/`, a state one in `extractors/data/countries.csv`. Files
are read once, on first use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from dateline.extractors.countries import countries
from dateline.extractors.datafiles import read_rows, several
from dateline.graph.errors import DataError

KINDS = ("Person", "Organization", "Group", "Country")
SECTORS = (
    *("GOV", "LEG", "JUD", "MIL", "SPY", "COP", "REB", "OPP", "PTY", "IGO", "NGO", "MED"),
    *("EDU", "BUS", "LAB", "REL", "CVL", "CRM", "REF", "AGR", "HLH", "UAF"),
)

Use = Literal["name", "short", "adjective", "people", "capital"]


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for actors: `unique` if a country has one of it, `relational` if it needs "of …".

    With "to …" a noun that is `not_to` is no actor; one that is `capital` is none in the singular in lower case; one
    that is `lone` is none before the noun of a thing ("patrol boats").
    `gender` is m or f where the word says it ("spokeswoman").
    """

    noun: str
    kind: str
    sector: str | None
    unique: bool = False
    relational: bool = False
    not_to: bool = False
    capital: bool = False
    lone: bool = False
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name; `gender` is m, f or None."""

    sector: str | None
    gender: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """What a person was from `begin` to `end`, both days in office, or the widest that a year alone lets be; None where
    the person is still."""

    noun: str
    begin: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Known:
    """An actor that the data knows by name; `adjective` is set for states and peoples ("Iraqi")."""

    name: str
    kind: str
    country: str | None
    sector: str | None = None
    links: tuple[str, ...] = ()
    adjective: str | None = None
    gender: str | None = None
    offices: tuple[Office, ...] = ()
    """All of them, or none where the data does not say."""

    def sector_on(self, day: date | None) -> str | None:
        """The sector, but for a person who was in no office that day."""
        held = (o.begin <= day and (o.end is None or day <= o.end) for o in self.offices) if day else ()
        return self.sector if not (day and self.offices) or any(held) else None


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a known actor and what it is used for: "Iraqis" are Iraq's people, not Iraq.

    A `short` form is a last name alone, which means its bearer only where nobody else in the text has it.
    """

    text: str
    use: Use
    known: Known


def _checked(file: str, number: int, column: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise DataError(file, number, f"{column} {value!r}", ", ".join(a for a in allowed if a))
    return value


def _sector(file: str, number: int, value: str) -> str | None:
    return _checked(file, number, "sector", value, ("", *SECTORS)) or None


def plural(noun: str) -> str:
    """The regular English plural of `noun`; the last word of a phrase is inflected."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


@cache
def nouns() -> Mapping[str, tuple[Noun, bool]]:
    """Every form of an actor noun, in lower case, with whether it is the plural."""
    file, found = "actors/nouns.csv", dict[str, tuple[Noun, bool]]()
    for number, row in read_rows(file, ("noun", "kind", "sector", "flags", "plural")):
        flags = several(row["flags"])
        for flag in flags:
            _checked(file, number, "flag", flag, ("unique", "of", "not-to", "capital", "lone", "m", "f", "either"))
        kind = _checked(file, number, "kind", row["kind"], KINDS[:3])
        noun = Noun(
            row["noun"],
            kind,
            _sector(file, number, row["sector"]),
            unique="unique" in flags,
            relational="of" in flags,
            not_to="not-to" in flags,
            capital="capital" in flags,
            lone="lone" in flags,
            gender=_gender(row["noun"], flags),
        )
        if row["noun"] in found and not found[row["noun"]][1]:
            raise DataError(file, number, f"{row['noun']!r} stands here twice", "one row a noun")
        found[row["noun"]] = (noun, row["plural"] == "=" and kind != "Organization")
        for form in several(row["plural"]) or (plural(row["noun"]),):
            if form != "=":
                found.setdefault(form, (noun, True))
    return found


def _gender(noun: str, flags: tuple[str, ...]) -> str | None:
    """What the flags say, else the end of the word: "fisherman", "policewoman"."""
    said = next((flag for flag in flags if flag in ("m", "f", "either")), None)
    if said is not None:
        return said if said != "either" else None
    return "f" if noun.endswith("woman") else "m" if noun.endswith("man") else None


@cache
def titles() -> Mapping[str, Title]:
    """Titles in lower case, without the stop of an abbreviation."""
    file = "actors/titles.csv"
    return {
        row["title"]: Title(_sector(file, number, row["sector"]), row["gender"] or None)
        for number, row in read_rows(file, ("title", "sector", "gender"))
    }


@cache
def modifiers() -> Mapping[str, str | None]:
    """Adjectives that stay in an actor's name, with the sector that they say."""
    file = "actors/modifiers.csv"
    return {row["word"]: _sector(file, number, row["sector"]) for number, row in read_rows(file, ("word", "sector"))}


@cache
def states() -> tuple[Form, ...]:
    """Names, adjectives, people nouns and seats of government of states and territories, the most populous first."""
    found = list[Form]()
    for country in countries():
        names = [name for name in country.names if name not in country.lands]
        links = (country.ground.link,) if country.ground else ()
        adjective = next(iter(country.adjectives), country.name)
        state = Known(country.name, "Country", country.code, None, links, adjective)
        folk = country.people
        many = next((form for form in folk if form.endswith(("s", "men")) and not form.startswith("the ")), folk[:1])
        people = Known(many if isinstance(many, str) else "".join(many), "Group", country.code, "CVL", (), adjective)
        found.extend(Form(name, "name", state) for name in names)
        found.extend(Form(form, "adjective", state) for form in country.adjectives)
        found.extend(Form(form, "people", people) for form in folk)
        if country.seat:
            found.append(Form(country.seat, "capital", state))
    return tuple(found)


@cache
def peoples() -> tuple[Form, ...]:
    """Peoples, faiths and currents; a `country` only where one state holds them."""
    file, found = "actors/peoples.csv", list[Form]()
    for number, row in read_rows(file, ("name", "country", "sector", "adjectives", "people")):
        adjectives = several(row["adjectives"])
        sector = _sector(file, number, row["sector"]) or "CVL"
        people = Known(row["name"], "Group", row["country"] or None, sector, (), next(iter(adjectives), None))
        found.append(Form(row["name"], "people", people))
        found.extend(Form(form, "adjective", people) for form in adjectives)
        found.extend(Form(form, "people", people) for form in several(row["people"]))
    return tuple(found)


@cache
def organisations() -> tuple[Form, ...]:
    """Organisations and groups that the data knows by name."""
    file, found = "actors/organisations.csv", list[Form]()
    for number, row in read_rows(file, ("name", "kind", "country", "sector", "aliases", "wikidata")):
        kind = _checked(file, number, "kind", row["kind"], KINDS[1:3])
        links = _wikidata(file, number, row["wikidata"])
        known = Known(row["name"], kind, row["country"] or None, _sector(file, number, row["sector"]), links)
        found.extend(Form(name, "name", known) for name in (row["name"], *several(row["aliases"])))
    return tuple(found)


@cache
def leaders() -> tuple[Form, ...]:
    """Persons that the data knows; an alias of one word, or the end of the full name, is a `short` form."""
    file, found = "actors/leaders.csv", list[Form]()
    for number, row in read_rows(file, ("name", "country", "sector", "gender", "aliases", "wikidata", "offices")):
        gender = _checked(file, number, "gender", row["gender"], ("", "m", "f")) or None
        links = _wikidata(file, number, row["wikidata"])
        sector = _sector(file, number, row["sector"])
        offices = tuple(_office(file, number, part) for part in several(row["offices"]))
        known = Known(row["name"], "Person", row["country"] or None, sector, links, None, gender, offices)
        aliases = several(row["aliases"])
        full = (row["name"], *(a for a in aliases if " " in a))
        for name in (row["name"], *aliases):
            short = name != row["name"] and (" " not in name or any(f != name and f.endswith(name) for f in full))
            found.append(Form(name, "short" if short else "name", known))
    return tuple(found)


def _office(file: str, number: int, text: str) -> Office:
    noun, _, interval = text.rpartition(" ")
    begin, _, end = interval.partition("/")
    if noun not in nouns():
        raise DataError(
            file, number, f"office {noun!r}", "a noun of nouns.csv and the time, as in 'mayor 2008-05-04/..'"
        )
    try:
        return Office(noun, _day(begin, "01-01"), None if end == ".." else _day(end, "12-31"))
    except ValueError as error:
        raise DataError(
            file, number, f"{text!r}: {error}", "days or years as in '2008-05-04/2016' or '…/..'"
        ) from error


def _day(text: str, rest: str) -> date:
    """A day; of a year alone its `rest`, so that nobody is said to be out of an office that he may have held."""
    return date.fromisoformat(f"{text}-{rest}" if len(text) == 4 else text)


@cache
def given_names() -> Mapping[str, str | None]:
    """Given names with the gender that they say."""
    file = "actors/given_names.csv"
    return {row["name"]: row["gender"] or None for _, row in read_rows(file, ("name", "gender"))}


@cache
def not_actors() -> frozenset[str]:
    """Last words of names that are no actors: "… Prize", "… Airport"."""
    return _words("actors/not_actors.csv")


@cache
def generic_words() -> frozenset[str]:
    """Words of which many a body makes its name."""
    return _words("actors/generic_words.csv")


@cache
def company_words() -> frozenset[str]:
    """What a firm may add to its name without becoming another."""
    return _words("actors/company_words.csv")


@cache
def common_words() -> frozenset[str]:
    """Names and acronyms of one word that are common words too, in lower case."""
    return _words("actors/common_words.csv")


@cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """For each noun of which a text may use another for the same actor, all of its set."""
    file = "actors/synonyms.csv"
    found: dict[str, frozenset[str]] = {}
    for number, row in read_rows(file, ("words",)):
        words = frozenset(several(row["words"]))
        if unknown := sorted(words - nouns().keys()):
            raise DataError(
                file, number, f"{unknown[0]!r} is no noun of actors", "words of nouns.csv, in small letters"
            )
        found |= dict.fromkeys(words, words)
    return found


def _words(file: str) -> frozenset[str]:
    return frozenset(row["word"] for _, row in read_rows(file, ("word",)))


def _wikidata(file: str, number: int, item: str) -> tuple[str, ...]:
    if not item:
        return ()
    if not (item[0] == "Q" and item[1:].isdigit()):
        raise DataError(file, number, f"wikidata {item!r}", "Q and digits, or nothing")
    return (f"http://www.wikidata.org/entity/{item}",)
