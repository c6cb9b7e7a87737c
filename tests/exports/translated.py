"""A table of strings that is whole and from right to left: each English string between Arabic letters."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.exports.page.strings import table


def words() -> dict[str, str]:
    marked = {key: f"ألف {text} ياء" for key, text in table().items()}
    return marked | {"lang": "ar", "dir": "rtl", "type.Vote": "تصويت", "sources.few": "بضعة {n}"}


def write(folder: Path) -> str:
    """The name of a file with the table."""
    file = folder / "words.json"
    file.write_text(json.dumps(words(), ensure_ascii=False), "utf-8")
    return str(file)
