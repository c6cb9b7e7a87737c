"""The rules and words: each compiles, names a reader, and a mistake is told with what is allowed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dateline.extractors.times import holidays, numbers, rules
from dateline.extractors.times.language import Language
from dateline.extractors.times.lexicon import load
from dateline.extractors.times.readers import READERS
from dateline.graph.errors import DataError


def language():
    found = Language({"last": "l"})
    found.name("WEEKDAY", "mt")
    return found


def test_every_rule_names_a_reader_and_every_reader_is_used():
    named = {rule.reader for rule in rules.grammar().rules}
    assert named == set(READERS)


def test_rule_names_are_unique():
    names = [rule["name"] for kind in ("rule", "before", "after") for rule in load("rules.toml")[kind]]
    assert len(names) == len(set(names))


def test_an_unknown_class_in_a_rule_is_told():
    with pytest.raises(DataError, match=r"'MONTHS' in 'last MONTHS' is unknown; allowed: .*WEEKDAY"):
        language().read("last MONTHS")


def test_an_unreadable_rule_is_told():
    with pytest.raises(DataError, match="cannot read"):
        language().read("last §")


@pytest.mark.parametrize("text", ["(last", "last)", "<step:last"])
def test_a_rule_that_breaks_off_is_told(text):
    with pytest.raises(DataError, match=r"is not closed|closes nothing"):
        language().read(text)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("last WEEKDAY", ["l", "mt"]),
        ("last? WEEKDAY", ["mt"]),
        ("(last|WEEKDAY)", ["lmt"]),
        ("(last WEEKDAY)|last", ["l"]),
        ("last (?! WEEKDAY)", ["l"]),
        ("<step:last|WEEKDAY>{1,2}", ["lmt"]),
    ],
)
def test_what_a_rule_needs(text, needs):
    assert ["".join(sorted(need)) for need in language().read(text).needs] == needs


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2),
        ("twenty four", 24),
        ("two and a half", Fraction(5, 2)),
        ("1,200", 1200),
        ("a hundred", 100),
        ("three dozen", 36),
        ("two thousand five", 2005),
        ("a couple of", 2),
        ("a", 1),
        ("several", None),
        ("a few", None),
        ("5 1/2", Fraction(11, 2)),
    ],
)
def test_numbers(words, number):
    assert numbers.number(words.split()) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [("nineteen ninety six", 1996), ("two thousand and eight", 2008), ("twenty twenty", 2020), ("ten", None)],
)
def test_years_in_words(words, year):
    assert numbers.year(words.split()) == year


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("christmas", 2018, "2018-12-25"),
        ("easter", 2019, "2019-04-21"),
        ("good friday", 2019, "2019-04-19"),
        ("orthodox easter", 2019, "2019-04-28"),
        ("thanksgiving", 2019, "2019-11-28"),
        ("election day", 2016, "2016-11-08"),
        ("memorial day", 2019, "2019-05-27"),
    ],
)
def test_holidays(name, year, day):
    found = holidays.day(name, year)
    assert found is not None
    assert found.value == day


def test_every_holiday_has_a_day():
    varying = {name for name, rule in holidays.names().items() if rule == "varies"}
    assert {name for name in holidays.names() if not holidays.day(name, 2020)} == varying
