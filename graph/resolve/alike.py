"""Why actors of several records were taken for one, in words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.graph.model import Actor
from dateline.graph.resolve.groups import Groups
from dateline.graph.resolve.identity import Thing, same_name

SPELLED = "spelled "
"""Before the one form of all spellings, among the names of a `Thing`."""


def reasons(things: Sequence[Thing], actors: Sequence[Actor]) -> tuple[str, ...]:
    """What made one actor of `actors`, which `things` are in the same order: links and names that join them, the event
    in which they play one part where neither does, names and offices of the text for what the data knows by another
    name, and the names that one document has for one of them.

    Nothing is told where there is but one name of one actor.
    """
    groups = Groups(thing.iri for thing in things)
    told = [f"the same link, {link}" for link in _shared([thing.links for thing in things], things, groups)]
    for name in _shared([thing.names for thing in things], things, groups):
        written = sorted({form for actor in actors for form in (actor.name, *actor.aliases) if same_name(form) == name})
        known = sorted({actor.name for actor, thing in zip(actors, things, strict=True) if name in thing.names})
        alike = name.startswith(SPELLED)
        told.append(
            f"spellings of one name, {_quoted(known)}"
            if alike
            else f"the same full name, {_quoted((written or known)[:1])}"
        )
    if len(groups.sets()) > 1:
        told.append("the same name in the same part of one event")
    known_as = {(actor.written, actor.name) for actor in actors if actor.written}
    told += [f"“{written}” is known as “{name}”" for written, name in sorted(known_as)]
    stands = {(alias, actor.name) for actor in actors for alias in actor.aliases if alias != actor.name}
    told += [f"“{alias}” stands for “{name}” where a document has both" for alias, name in sorted(stands)]
    return tuple(told)


def _shared(of: Sequence[frozenset[str]], things: Sequence[Thing], groups: Groups) -> list[str]:
    """The values that join what was not joined before, in order; they join it."""
    joining = []
    for value in sorted(set().union(*of)):
        sharing = [thing.iri for thing, values in zip(things, of, strict=True) if value in values]
        if len({groups.find(iri) for iri in sharing}) > 1:
            joining.append(value)
            for iri in sharing[1:]:
                groups.join(sharing[0], iri)
    return joining


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
