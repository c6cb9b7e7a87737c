"""Expressions that hang on another event's day, "two days later", "that night", read from a day given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.extractors.syntax import Annotation
from dateline.extractors.times.find import inner
from dateline.extractors.times.hit import Hit
from dateline.extractors.times.matching import groups
from dateline.extractors.times.periods import Period
from dateline.extractors.times.pieces import alone
from dateline.extractors.times.readers import read
from dateline.extractors.times.reading import Context, dated, edtf
from dateline.extractors.times.rules import grammar
from dateline.graph.model import Timex


def chained(timex: Timex, day: date) -> Timex | None:
    """`timex` counted from `day`; None if it does not hang on another event ("yesterday" hangs on the document)."""
    text = alone(timex.text)
    context = Context(Annotation(timex.text), text, day, inner)
    context.meet(dated(Period("day", day)))
    end = len(text.codes) - 1
    for first in range(min(3, end)):  # past "about", "just over"
        for rule in grammar().rules:
            if rule.reader in ("later", "same") or rule.argument == "anaphoric":
                match = rule.regex.fullmatch(text.codes, first, end)
                reading = read(rule, Hit(first, end, groups(match), context, rule.argument)) if match else None
                if reading is not None and reading.anaphoric:
                    return replace(timex, type=reading.type, value=reading.value, edtf=edtf(reading), span=reading.span)
    return None
