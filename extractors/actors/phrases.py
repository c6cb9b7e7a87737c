"""Finding known spellings in a text: the longest phrase at each place, blind to hyphens, accents and the article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.extractors.actors import lexicon
from dateline.extractors.actors.lexicon import Form, Known
from dateline.extractors.syntax import Annotation

_PIECE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?|&")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (exclusive) spell `form`."""

    first: int
    last: int
    form: Form


def fold(text: str) -> str:
    """`text` in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def pieces(text: str) -> tuple[str, ...]:
    """The words that a spelling is compared by: folded, split at hyphens and apostrophes, "U.S." as "u.s."."""
    found = (piece.group() for piece in _PIECE.finditer(fold(text)))
    return tuple(p if p.count(".") > 1 or (p.endswith(".") and len(p) == 2) else p.rstrip(".") for p in found)


@cache
def _known() -> dict[str, tuple[tuple[tuple[str, ...], Form], ...]]:
    full = (form for form in lexicon.leaders() if form.use == "name")
    return _index([*lexicon.organisations(), *full, *lexicon.states(), *lexicon.peoples()])


@cache
def short_names() -> Mapping[tuple[str, ...], Known]:
    """Known persons by the last name that alone means them; names that two of them share are left out."""
    found: dict[tuple[str, ...], Known] = {}
    shared = set[tuple[str, ...]]()
    for form in lexicon.leaders():
        if form.use == "short" and found.setdefault(pieces(form.text), form.known) is not form.known:
            shared.add(pieces(form.text))
    return {spelled: known for spelled, known in found.items() if spelled not in shared}


def alike(name: str) -> tuple[Known, ...]:
    """The bodies that the data knows by `name`, acronyms only where it is in capitals."""
    spelled = pieces(_bare(name))
    forms = (form for each, form in _known().get(spelled[0], ()) if each == spelled) if spelled else ()
    bodies = (form for form in forms if form.use == "name" and form.known.kind in ("Organization", "Group"))
    return tuple(dict.fromkeys(form.known for form in bodies if name.isupper() or not _acronym(form.text)))


def _acronym(spelling: str) -> bool:
    return len(spelling) <= 5 and spelling.isupper()


def _index(forms: Iterable[Form]) -> dict[str, tuple[tuple[tuple[str, ...], Form], ...]]:
    lists: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    for form in forms:
        spelled = pieces(_bare(form.text))
        lists.setdefault(spelled[0], []).append((spelled, form))
    return {first: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for first, each in lists.items()}


def known(annotation: Annotation) -> Iterator[Match]:
    """The known actors that `annotation` spells out, left to right, the longest first, without overlap.

    A spelling with a capital must have one in the text too; a short acronym must be written in capitals.
    """
    stream = [(piece, token.i) for token in annotation.tokens for piece in pieces(token.text)]
    index, at = _known(), 0
    while at < len(stream):
        match = next(_matches(annotation, index, stream, at), None)
        if match is None:
            at += 1
            continue
        yield match
        while at < len(stream) and stream[at][1] < match.last:
            at += 1


def _bare(spelling: str) -> str:
    return spelling[4:] if spelling[:4].lower() == "the " and len(spelling) > 4 else spelling


def _matches(
    annotation: Annotation,
    index: dict[str, tuple[tuple[tuple[str, ...], Form], ...]],
    stream: list[tuple[str, int]],
    at: int,
) -> Iterator[Match]:
    for spelled, form in index.get(stream[at][0], ()):
        part = stream[at : at + len(spelled)]
        if tuple(piece for piece, _ in part) != spelled:
            continue
        first, last = part[0][1], part[-1][1] + 1
        cut = (at > 0 and stream[at - 1][1] == first) or (
            at + len(spelled) < len(stream) and stream[at + len(spelled)][1] < last
        )
        cut = cut or annotation.sentence_index(first) != annotation.sentence_index(last - 1)
        if not cut and _same_case(annotation, first, last, _bare(form.text)):
            yield Match(first, last, form)


def _same_case(annotation: Annotation, first: int, last: int, spelling: str) -> bool:
    written = [token.text for token in annotation.tokens[first:last] if token.text != "-"]
    if len(written) == 1 and _acronym(spelling):
        return written[0].isupper() and written[0].replace(".", "") == spelling.replace(".", "")
    if any(token.pos == "VERB" and token.text.islower() for token in annotation.tokens[first:last]):
        return False  # "met Police Commissioner Brown"
    capitals = sum(any(c.isupper() for c in word) for word in written)
    wanted = sum(any(c.isupper() for c in word) for word in spelling.replace("-", " ").split())
    return capitals >= min(wanted, 1) if wanted <= 1 else capitals * 2 >= wanted
