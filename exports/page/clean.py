"""Text made fit for the page: nothing in it can hide, reorder or break what is shown."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def label(text: str) -> str:
    """A name or title on one line, without control characters and without marks that turn the reading direction."""
    return " ".join(_DIRECTION.sub("", _CONTROL.sub(" ", text)).split())


def quotation(text: str) -> str:
    """A quoted sentence of the same length, control characters as spaces, so that offsets hold."""
    return _CONTROL.sub(" ", text)


def utf16(text: str, offset: int) -> int:
    """The offset in UTF-16 units, as JavaScript counts, of the code point `offset`."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
