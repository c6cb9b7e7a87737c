"""What is told of one event as done and denied: claims that only their status keeps apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from dateline.graph.model import Event, Timeline
from dateline.graph.resolve.claims import overlap
from dateline.graph.resolve.gather import Comparable
from dateline.graph.resolve.obstacles import obstacles
from dateline.graph.resolve.score import ENOUGH, judge


def denials(event: Event, timeline: Timeline, told_of: Callable[[Sequence[Event]], Comparable]) -> tuple[Event, ...]:
    """The events that deny `event`, or that it denies, in the order of the timeline; `told_of` gives the claims of
    events, and is asked only where some may be one.

    Of one that happened those told as denied, of a denied one those that happened: such as would be one event with it
    if their status were one.
    """
    others = [
        other
        for other in timeline.events
        if (other.happened and event.status == "Denied") or (event.happened and other.status == "Denied")
        if other.type == event.type and overlap(other.begin, event.begin)
    ]
    if not others:
        return ()
    told = told_of([event, *others])

    def same_but_status(other: Event) -> bool:
        pairs = ((told.claims[a.id], told.claims[b.id]) for (_, a), (_, b) in product(event.claims, other.claims))
        return any(
            one.family != two.family
            and len(list(obstacles(one, two, told.places))) == 1
            and judge(one, two, told.places).points >= ENOUGH
            for one, two in pairs
        )

    return tuple(other for other in others if same_but_status(other))
