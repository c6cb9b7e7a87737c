"""The reader of PDF: pages as pypdf reads them out, put together to paragraphs, always in a child process.

A PDF is a program of sorts: hundreds of bytes can keep a reader busy for minutes. The dates in its properties are
those of the file, often of the day somebody printed it, and are not looked at.
"""

from __future__ import annotations

import io
import re
from typing import Any

from dateline.extractors.documents.layout import Line, paragraphs
from dateline.extractors.documents.limited import Limits, Refused, call
from dateline.extractors.documents.reading import Reading

MIN_LETTERS = 0.6
"""Below this share of letters and spaces the fonts of a PDF carry no characters."""

_NO_TITLE = re.compile(r"untitled.*|microsoft word.*|(?:layout|document|slide|print)\b.*|.*\.\w{2,5}", re.I)


def read(data: bytes, limits: Limits) -> Reading:
    """The text of the PDF `data`. Raises `Refused` where it is encrypted, broken, without text, or over a limit."""
    return Reading(**call(f"{__name__}:extract", data, limits))


def extract(data: bytes) -> dict[str, Any]:
    """The fields of a `Reading` of `data` as JSON values. Raises `Refused`."""
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        pdf = PdfReader(io.BytesIO(data))
        if pdf.is_encrypted and not _opens(pdf):
            raise _encrypted()
        text = "\n\n".join(paragraphs([_lines(page) for page in pdf.pages]))
        title = pdf.metadata.title if pdf.metadata else None
    except LimitReachedError as error:
        raise Refused("it unpacks to more than any article needs", "save its text as a .txt file") from error
    except (Refused, MemoryError, RecursionError):
        raise
    except Exception as error:  # besides PyPdfError a broken file raises KeyError, TypeError, ValueError and others
        detail = f": {error}" if isinstance(error, PyPdfError) else ""
        raise Refused(f"it is a broken PDF{detail}", "open it in a viewer and save it anew, or as .txt") from error
    if not text.strip():
        raise Refused("it holds no text, only pictures of pages", "have its text recognised (OCR) first")
    if sum(char.isalpha() or char.isspace() for char in text) < MIN_LETTERS * len(text):
        raise Refused("its fonts do not say which letters they show", "have its text recognised (OCR) first")
    title = " ".join(str(title or "").split())
    return {"text": text, "title": title if title and not _NO_TITLE.fullmatch(title) else None}


def _opens(pdf: Any) -> bool:
    """Whether the empty password opens the file, as it does where only printing or copying was restricted."""
    from pypdf.errors import DependencyError

    try:
        return bool(pdf.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _encrypted() -> Refused:
    return Refused("it is encrypted", "open it with its password and save it without one")


def _lines(page: Any) -> list[Line]:
    """The lines of `page` in reading order, each with where it starts and the size of its letters, in points."""
    lines: list[Line] = []

    def see(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] or 1.0) * (cm[3] or 1.0)) or 1.0
        for piece in text.split("\n"):
            if not piece.strip():
                continue
            if lines and abs(lines[-1].y - y) < height / 2:
                lines[-1] = lines[-1]._replace(text=lines[-1].text + piece)
            else:
                lines.append(Line(piece, x, y, height))

    page.extract_text(visitor_text=see)
    return [line._replace(text=" ".join(line.text.split())) for line in lines]
