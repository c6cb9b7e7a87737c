"""Who acts: persons, organisations, groups and states of a text, each with all its mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.extractors.actors import antecedents, names, nominals, pronouns, same_name
from dateline.extractors.actors.assemble import actor
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Actor, Place

__all__ = ["by_token", "find"]


def find(annotation: Annotation, places: Sequence[Place] = ()) -> tuple[Actor, ...]:
    """The actors of a text in order of first mention, ids a1, a2 …; their mentions in text order.

    Names are all found, nominals ("the militia") and demonyms ("Iraqis") too; pronouns only where one actor fits.
    A state is an actor wherever it does not merely say where something is.

    Raises `DataError` where a data file of actors has a mistake.
    """
    reading = Reading(annotation, tuple(places))
    named, taken = names.find(reading)
    found = sorted([*named, *nominals.find(reading, taken)], key=lambda f: (f.first, -f.last))
    groups = Groups(found)
    same_name.join(reading, groups)
    antecedents.join_appositions(reading, groups)
    antecedents.join_nominals(reading, groups)
    members = {groups.of(n): groups.together(n) for n in range(len(found))}
    for pronoun, antecedent in pronouns.find(annotation, groups):
        members[groups.of(antecedent)].append(pronoun)
    return tuple(actor(annotation, f"a{n}", each) for n, each in enumerate(members.values(), 1))


def by_token(annotation: Annotation, actors: Sequence[Actor]) -> Mapping[int, str]:
    """The actor that each token belongs to: of nested mentions the shortest, and at a mention's own head that mention.

    In "the Iraqi government's spokesman" the token "government" means the government, "spokesman" the spokesman.
    """
    spans = [
        (span[0], span[-1] + 1, actor.id)
        for actor in actors
        for mention in actor.mentions
        if (span := annotation.within(mention.start, mention.end))
    ]
    found: dict[int, str] = {}
    for first, last, who in sorted(spans, key=lambda s: s[0] - s[1]):
        found.update(dict.fromkeys(range(first, last), who))
    for first, last, who in sorted(spans, key=lambda s: s[0] - s[1]):
        found[annotation.head_of(first, last).i] = who
    return found
