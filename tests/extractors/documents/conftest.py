"""Documents made on the spot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extractors.documents import Limits, Source, read
from dateline.graph.model import Document

Given = Callable[..., Document]
PDF = Callable[..., bytes]


@pytest.fixture
def given() -> Given:
    """A document read from text or bytes under a suffix."""

    def make(data: str | bytes, suffix: str = ".txt", limits: Limits | None = None, **known: object) -> Document:
        source = Source(f"story{suffix}", data=data.encode() if isinstance(data, str) else data, suffix=suffix)
        return read(source, **known, limits=limits or Limits())  # type: ignore[arg-type]

    return make


@pytest.fixture
def pdf() -> PDF:
    """A PDF written out by hand: each page a list of (x, y, size, text)."""

    def make(*pages: list[tuple[float, float, float, str]], filters: bytes = b"") -> bytes:
        contents = []
        for page in pages:
            shown = "".join(
                f"BT /F {size} Tf {x} {y} Td ({text.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n"
                for x, y, size, text in page
            )
            contents.append(shown.encode("latin-1"))
        return assemble(contents, filters)

    return make


def assemble(contents: list[bytes], filters: bytes = b"") -> bytes:
    """A PDF of one page for each content stream."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % len(contents),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for i, content in enumerate(contents):
        resources = b"/Resources<</Font<</F 3 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R" % (5 + 2 * i) + resources + b">>"
        )
        objects.append(b"<<%s/Length %d>>stream\n%s\nendstream" % (filters, len(content), content))
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


@pytest.fixture
def pdf_of_streams() -> Callable[..., bytes]:
    return assemble
