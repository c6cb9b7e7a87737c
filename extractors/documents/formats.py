"""What a file really is: its first bytes are believed before its name."""

from __future__ import annotations

import re

from dateline.extractors.documents.limited import Refused
from dateline.extractors.documents.readers import READERS

_MAGIC = (
    (b"PK\x03\x04", "a zip archive or an office document (.docx, .odt, .xlsx, .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"RIFF", "a sound, video or picture file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"BZh", "a packed file"),
    (b"\xfd7zXZ", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"\x28\xb5\x2f\xfd", "a packed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_XML = re.compile(rb"\s*(?:<\?xml\b|<!doctype\b|<(?:rss|feed|rdf:rdf|nitf|newsml|newsitem|xml)\b)", re.I)
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,9}")
_HEAD = 4096


def suffix_of(data: bytes, suffix: str) -> str:
    """The suffix whose reader fits `data`, which came under the name ending in `suffix` ("" for none).

    Raises `Refused` for what no reader reads.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise Refused(f"it is {kind}, not text", "save its text as .txt, .html or .pdf")
    plain = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")  # UTF-16 is read as well
    if re.search(rb"<!entity\b", data[: 1 << 16], re.I):
        raise Refused("it declares XML entities, which are never expanded", "save the article as .html or .txt")
    if _HTML.match(plain):
        return ".html"
    if _XML.match(plain):
        raise Refused("it is XML, not an article", "save the article as .html or .txt")
    if suffix in READERS:
        return suffix
    if _SUFFIX.fullmatch(suffix):
        raise Refused(f"there is no reader for {suffix} files", f"save it as one of {', '.join(sorted(READERS))}")
    return ".txt"
