"""Bytes to text: by byte order mark, by what the file declares, by strict UTF-8, by detection; never by a silent guess.

References: WHATWG Encoding Standard (labels, and windows-1252 for what calls itself latin-1 or ASCII).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from dateline.extractors.documents.limited import Refused

SAMPLE = 1 << 16
"""Bytes that are looked at where the whole is not needed."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16's does, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_15", "koi8_r", "mac_roman", "mac_cyrillic"),
    *("gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
"""What is looked for where nothing is declared, the likeliest for English text first."""
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_TRUSTED = re.compile(
    r"utf-8|cp(125\d|866|874|932|949)|iso8859-\d+|iso2022_(jp|kr)|koi8-[ru]|mac-(roman|cyrillic)|gb18030|big5(hkscs)?|euc_jp|hz"
)
_DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.I,
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """`text` with every newline kept, without byte order mark and lone surrogates; `encoding` as Python names it."""

    text: str
    encoding: str


def decode(data: bytes, *, markup: bool = False) -> Decoded:
    """The text of `data`; `markup` heeds an XML or HTML declaration of the encoding.

    A declaration yields to a byte order mark, and a declared one-byte encoding to UTF-8 where the bytes are valid
    UTF-8: many pages lie, and no other text looks like UTF-8 by chance. Raises `Refused` for binary data and where no
    encoding fits.
    """
    text, encoding = _decode(data, markup)
    return Decoded(without_surrogates(text.removeprefix("\ufeff")), encoding)


def without_surrogates(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate, which no file could hold."""
    return _SURROGATE.sub("\ufffd", text)


def _decode(data: bytes, markup: bool) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (text := _strict(data[len(mark) :], encoding)) is not None:
            return text, encoding
    if wide := _wide(data):
        return data.decode(wide, "replace"), wide
    if len(_CONTROL.findall(data)) > max(3, len(data) // 50):
        raise Refused(
            "it is a binary file, not text",
            "give the text itself as .txt, .md, .html or .pdf, or save it as one of these",
        )
    text = _strict(data, "utf-8")
    declared = _declared(data) if markup else None
    if text is not None and (declared is None or not data.isascii()):
        return text, "utf-8"
    if declared and (declared_text := _strict(data, declared)) is not None:
        return declared_text, declared
    return (text, "utf-8") if text is not None else _damaged(data) or _detected(data)


def _strict(data: bytes, encoding: str) -> str | None:
    errors = "surrogatepass" if encoding.startswith("utf") else "strict"
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError:
        return data.decode(encoding, "replace") if encoding.startswith(("utf-16", "utf-32")) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin script every second byte is zero, and the others hardly ever."""
    even, odd = data[:SAMPLE:2], data[1:SAMPLE:2]
    if not odd:
        return None
    high, low = even.count(0) / len(even), odd.count(0) / len(odd)
    if max(high, low) < 0.4 or min(high, low) > 0.05:
        return None
    encoding = "utf-16-le" if low > high else "utf-16-be"
    sample = data[:SAMPLE].decode(encoding, "replace")
    printable = sum(char.isprintable() or char.isspace() for char in sample)
    return encoding if printable > 0.95 * len(sample) else None


def _declared(data: bytes) -> str | None:
    found = _DECLARATION.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    name = _SUPERSETS.get(name, name)
    return name if _TRUSTED.fullmatch(name) else None


def _damaged(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few bytes broken: one in ten of what is not ASCII at most."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - broken - sum(map(len, re.findall(r"[\x00-\x7f]+", text)))
    return (text, "utf-8") if broken * 10 <= sound else None


def _detected(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data, cp_isolation=list(_LEGACY)))
    if not matches:
        raise Refused("its character encoding cannot be told", "save it as UTF-8")
    best = min(matches, key=lambda match: (match.chaos, _LEGACY.index(match.encoding)))
    equal = [name for name in _LEGACY if name in best.could_be_from_charset]
    return str(best), codecs.lookup(min(equal, key=_LEGACY.index)).name
