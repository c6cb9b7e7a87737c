"""The file of corrections beside a graph, and corrections made from what a graph shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.graph.errors import DataError, UsageError

if TYPE_CHECKING:
    from dateline.graph.corrections import Correction, Passage
    from dateline.graph.model import Event, Record
    from dateline.story import Story


class Asked(NamedTuple):
    """What a file asks for: its content, empty where it asks for nothing, and its corrections in its order."""

    text: str = ""
    corrections: tuple[Correction, ...] = ()


class Corrections:
    """The file `path`, which need not exist; it is read anew whenever it is asked for.

    Without a path they are `kept`, those that the graph on a server was put together by.
    """

    def __init__(self, path: Path | None, kept: str = "") -> None:
        self.path = path
        self._kept = kept

    @property
    def text(self) -> str:
        """The content of the file; empty where there is none. Raises `DataError` where it is not UTF-8."""
        if self.path is None:
            return self._kept
        try:
            return self.path.read_text("utf-8")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            line = self.path.read_bytes()[: error.start].count(b"\n") + 1
            raise DataError(str(self.path), line, "it is not UTF-8", "text in UTF-8") from error

    @property
    def asked(self) -> Asked:
        """What the file asks for. Raises `DataError` where it has a mistake."""
        text = self.text
        if not text:
            return Asked()
        from dateline.graph.corrections import read

        found = read(text, str(self.path))
        return Asked(text, found) if found else Asked()

    def append(self, correction: Correction, records: Iterable[Record], base: str) -> None:
        """Add one to those that correct `records`.

        Raises `DataError` where it, or the file, has a mistake, `OutputError` where the file cannot be written,
        `UsageError` where there is none, or where the correction does not apply.
        """
        if self.path is None:
            raise UsageError("a graph on a server is corrected where it is built: in corrections.toml of that folder")
        from dateline.exports import files
        from dateline.graph.corrections import appended, read
        from dateline.graph.resolve import corrected

        text = appended(self.text, correction)
        asked = read(text, str(self.path))
        for each in corrected(records, base, asked).stale:
            if each.correction == asked[-1]:
                raise UsageError(f"nothing was corrected: {each.why}")
        files.write(self.path, text.encode("utf-8"))


def report(asked: Asked, records: Iterable[Record], base: str) -> dict[str, Any]:
    """How many corrections there are, and those that do not apply, or not wholly, each with where it stands and why."""
    found = asked.corrections
    if not found:
        return {"count": 0, "stale": []}
    from dateline.graph.resolve import corrected

    return {
        "count": len(found),
        "stale": [
            {
                "line": each.correction.line,
                "kind": each.correction.kind,
                "why": each.why,
                "reason": each.correction.reason,
                "author": each.correction.author,
            }
            for each in corrected(records, base, found).stale
        ],
    }


def passages(story: Story, event: Event, document: str | None = None) -> tuple[Passage, ...]:
    """What names the claims of an event in a correction: all of them, or those of the document with this id or IRI.

    Raises `UsageError` where the document tells nothing of the event.
    """
    from dateline.graph.corrections import passage
    from dateline.graph.naming import Names

    whole = story.whole
    telling = {iri for iri, _ in event.claims}
    both = zip(whole.timeline.documents, whole.records, strict=True)  # both in the order of IRIs, one record a text
    names = {iri: Names(record, whole.base) for (iri, _), record in both if iri in telling}
    told = [
        passage(names[iri], claim.id)
        for iri, claim in event.claims
        if document is None or document in (iri, names[iri].record.document.id)
    ]
    if not told:
        known = ", ".join(sorted(name.record.document.id for name in names.values()))
        raise UsageError(f"{document!r} does not tell of {event.label!r}; it is told by {known}")
    return tuple(told)


def united(story: Story, events: Sequence[Event]) -> tuple[Passage, ...]:
    """What names the claims of several events, each once."""
    return tuple(dict.fromkeys(each for event in events for each in passages(story, event)))


def others(story: Story, event: Event, taken: Sequence[Passage]) -> tuple[Passage, ...]:
    """What names the claims of an event that `taken` does not. Raises `UsageError` where there are none."""
    rest = tuple(each for each in passages(story, event) if each not in taken)
    if not rest:
        raise UsageError(f"nothing else tells of {event.label!r}; there is nothing to keep it apart from")
    return rest
