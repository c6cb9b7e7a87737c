"""Who acts: persons, organisations, groups and states of a text, each with all its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.extractors.actors import (
    antecedents,
    holders,
    names,
    namesakes,
    nominals,
    numbers,
    predicates,
    pronouns,
    same_name,
)
from dateline.extractors.actors.assemble import actor, inherit_countries
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.index import by_token
from dateline.extractors.actors.reading import Reading
from dateline.extractors.syntax import Annotation
from dateline.graph.model import Actor, Place

__all__ = ["by_token", "find"]


def find(annotation: Annotation, places: Sequence[Place] = (), day: date | None = None) -> tuple[Actor, ...]:
    """The actors of a text in order of first mention, ids a1, a2 …; their mentions in text order.

    Names are all found, nominals ("the militia") and demonyms ("Iraqis") too; pronouns only where one actor fits. Whose
    offices the data knows has his sector only where he held one on `day`, the day of the text; an office of state alone
    ("the French president") means him who held it then. A state is an actor wherever it does not merely say where
    something is.

    Raises `DataError` where a data file of actors has a mistake.
    """
    reading = Reading(annotation, tuple(places), day)
    named, taken = names.find(reading)
    nouns = [*nominals.find(reading, taken), *nominals.named(reading, named, taken), *numbers.find(reading, taken)]
    found = sorted([*named, *nouns], key=lambda f: (f.first, -f.last))
    groups = Groups(found)
    same_name.join(reading, groups)
    antecedents.join_appositions(reading, groups)
    antecedents.join_nominals(reading, groups)
    antecedents.join_headlined(reading, groups)
    predicates.join(reading, groups)
    members = {n: groups.together(n) for n in range(len(found)) if groups.of(n) == n}
    for pronoun, antecedent in pronouns.find(annotation, groups):
        members[groups.of(antecedent)].append(pronoun)
    together = holders.named(reading, [*members.values()])
    open_ = namesakes.of(reading, together)
    actors = tuple(
        actor(annotation, f"a{n}", each, could_be)
        for n, (each, could_be) in enumerate(zip(together, open_, strict=True), 1)
    )
    return inherit_countries(reading, found, actors)
