"""The file of corrections: TOML, one table a correction (`docs/identity.md` shows each kind)."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from dateline.graph.corrections.model import Correction, Kind, Passage, Where
from dateline.graph.edtf import bounds
from dateline.graph.errors import DataError, UsageError
from dateline.graph.vocabulary import event_types, iri

Value = str | float | tuple[Passage, ...]

_HEADER = re.compile(r"\s*\[\[\s*\"?([^\]\".]+?)\"?\s*\]\]")
_LINE = re.compile(r"\(at line (\d+)")
_PASSAGE = ("document", "quote", "words", "type")
_WHERE = ("country", "lat", "lon", "link")
_COMMON = ("reason", "author")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one kind of correction besides `reason` and `author`: those it must have, and those it may have."""

    needed: tuple[str, ...]
    free: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every key, in the order in which they are written."""
        return (*self.needed, *self.free, *_COMMON)


KINDS: Mapping[str, Keys] = {
    "merge": Keys(("claims",)),
    "split": Keys(("claims", "from")),
    "retype": Keys(("claims", "type")),
    "redate": Keys(("claims", "date")),
    "relocate": Keys(("claims", "place"), _WHERE),
    "reject": Keys(("claims",)),
    "rename": Keys(("actor", "name"), ("document", "link")),
}
"""What can be corrected, and the keys of each."""


def read(text: str, file: str) -> tuple[Correction, ...]:
    """The corrections that `text`, the content of `file`, tells, in its order.

    Raises `DataError` with the line and what is allowed where it is no TOML, or a kind, a key or a value is not known.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        at = int(line[1]) if line else len(text.splitlines())
        raise DataError(file, at, f"it is no TOML: {error}", "TOML 1.0") from error
    lines = _lines(text)
    found = []
    for kind, entries in tables.items():
        if kind not in KINDS or not isinstance(entries, list):
            line_ = lines.get((kind, 0)) or _line_of(text, kind)
            raise DataError(file, line_, f"no kind of correction {kind!r}", ", ".join(f"[[{each}]]" for each in KINDS))
        found += [
            _Entry(file, lines.get((kind, number)), cast(Kind, kind), entry).read()
            for number, entry in enumerate(entries)
        ]
    return tuple(sorted(found, key=lambda each: each.line or 0))


def dumps(correction: Correction) -> str:
    """The table that tells a correction, as it is appended to the file."""
    place = correction.place or Where("")
    values = {
        "claims": correction.claims,
        "from": correction.apart,
        "type": correction.type,
        "date": correction.date,
        "place": place.name or None,
        **{name: getattr(place, name) for name in _WHERE},
        "actor": correction.actor,
        "name": correction.name,
        "document": correction.document,
        **({"link": correction.link} if correction.kind == "rename" else {}),
        "reason": correction.reason,
        "author": correction.author,
    }
    keys = (key for key in KINDS[correction.kind].all if values[key] is not None)
    return "\n".join([f"[[{correction.kind}]]", *(f"{key} = {_toml(values[key])}" for key in keys)]) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return "".join(["[\n", *(f"  {_inline(passage)},\n" for passage in value), "]"])
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inline(passage: Passage) -> str:
    told = ((key, getattr(passage, key)) for key in _PASSAGE)
    return "{ " + ", ".join(f"{key} = {_toml(value)}" for key, value in told if value is not None) + " }"


def _lines(text: str) -> dict[tuple[str, int], int]:
    """The line of the header of each correction, by its kind and how many of the kind stand before it."""
    found: dict[tuple[str, int], int] = {}
    times: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            found[header[1], times.setdefault(header[1], 0)] = number
            times[header[1]] += 1
    return found


def _line_of(text: str, key: str) -> int | None:
    lines = (number for number, line in enumerate(text.split("\n"), 1) if line.lstrip(" [\"'").startswith(key))
    return next(lines, None)


@dataclass(frozen=True)
class _Entry:
    """One table of the file, and where it stands."""

    file: str
    line: int | None
    kind: Kind
    table: Any

    def read(self) -> Correction:
        keys = KINDS[self.kind]
        self._known(self.table, keys.all, f"a [[{self.kind}]]")
        for key in (*keys.needed, *_COMMON):
            if key not in self.table:
                raise self._fault(f"[[{self.kind}]] has no {key!r}", ", ".join(keys.all))
        return Correction(
            self.kind,
            reason=self._text("reason") or "",
            author=self._text("author") or "",
            claims=self._passages("claims", 2 if self.kind == "merge" else 1),
            apart=self._passages("from", 1),
            type=self._type(self._text("type")),
            date=self._date(),
            place=self._where(),
            actor=self._text("actor"),
            name=self._text("name"),
            document=self._text("document"),
            link=self._link() if self.kind == "rename" else None,
            line=self.line,
        )

    def _fault(self, problem: str, allowed: str) -> DataError:
        return DataError(self.file, self.line, problem, allowed)

    def _known(self, table: Any, keys: tuple[str, ...], what: str) -> None:
        if not isinstance(table, dict):
            raise self._fault(f"{what} is {table!r}", f"a table of {', '.join(keys)}")
        for key in table:
            if key not in keys:
                raise self._fault(f"{what} has the key {key!r}", ", ".join(keys))

    def _text(self, key: str, table: Mapping[str, Any] | None = None) -> str | None:
        value = (self.table if table is None else table).get(key)
        if value is not None and (not isinstance(value, str) or not (value.strip() or key == "link")):
            raise self._fault(f"{key} is {value!r}", "a text in quotes that is not empty")
        if value is not None and any("\ud800" <= char <= "\udfff" for char in value):
            raise self._fault(f"{key} is {value!r}", "a text in UTF-8")
        return value

    def _passages(self, key: str, least: int) -> tuple[Passage, ...]:
        if key not in self.table:
            return ()
        entries = self.table[key]
        if not isinstance(entries, list) or len(entries) < least:
            raise self._fault(f"{key} is {entries!r}", f"a list of {least} or more tables of {', '.join(_PASSAGE)}")
        return tuple(self._passage(entry, key) for entry in entries)

    def _passage(self, entry: Any, key: str) -> Passage:
        self._known(entry, _PASSAGE, f"one of {key}")
        values = {name: self._text(name, entry) for name in _PASSAGE}
        if not values["document"] or not (values["quote"] or values["words"]):
            raise self._fault(f"one of {key} is {entry!r}", "document, and quote or words or both")
        return Passage(values["document"], values["quote"], values["words"], self._type(values["type"]))

    def _type(self, name: str | None) -> str | None:
        if name is not None and name not in event_types():
            raise self._fault(f"no event type {name!r}", ", ".join(event_types()))
        return name

    def _date(self) -> str | None:
        date = self._text("date")
        try:
            if date:
                bounds(date)
        except UsageError as error:
            raise self._fault(str(error), "a day, month or year, or two of them: 2021-03-01/2021-03-05") from error
        return date

    def _where(self) -> Where | None:
        name = self._text("place")
        if not name:
            return None
        country = self._text("country")
        if country and not re.fullmatch("[A-Z]{3}", country):
            raise self._fault(f"country is {country!r}", "a code of ISO 3166-1 alpha-3, as in IRQ")
        lat, lon = self._degrees("lat", 90), self._degrees("lon", 180)
        if (lat is None) != (lon is None):
            raise self._fault("one of lat and lon stands without the other", "both, or neither")
        return Where(name, country, lat, lon, self._link())

    def _degrees(self, key: str, most: int) -> float | None:
        value = self.table.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
            raise self._fault(f"{key} is {value!r}", f"degrees from -{most} to {most}")
        return float(value)

    def _link(self) -> str | None:
        link = self._text("link")
        try:
            return iri(link).value if link else link
        except UsageError as error:
            raise self._fault(str(error), 'an absolute IRI, or "" for none') from error


def appended(text: str, correction: Correction) -> str:
    """The content of the file with one more correction at its end."""
    return "\n".join(_sections(text, correction))


def _sections(text: str, correction: Correction) -> Iterator[str]:
    if text.strip():
        yield text.rstrip("\n") + "\n"
    yield dumps(correction)
