"""Which mentions within one document tell of the same event.

Mentions of one class become one event unless something speaks against it: other doers or targets, another place, days
that exclude each other, another number, an indefinite article. A toll ("killing 24") belongs to the event that took
it; a member ("one of those attacks") hangs on its whole. Evidence for is a shared actor, word, object, place or day,
or a definite noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.extractors.events.bands import with_bands
from dateline.extractors.events.deeds import aimed
from dateline.extractors.events.figures import effect
from dateline.extractors.events.generality import says_nothing
from dateline.extractors.events.labels import label
from dateline.extractors.events.likeness import likeness, may_be_one, same_word, shared_actor, vague_nouns
from dateline.extractors.events.naming import with_named
from dateline.extractors.events.profiles import Profile, profile, union
from dateline.extractors.events.tolls import anchor, tolls
from dateline.extractors.events.triggers import Scene
from dateline.extractors.words import word_lists
from dateline.graph.model import HAPPENED, Claim, Figures, Range, Relation, Span, TimeSpan

_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors whose organisations act for their nation."""


_HORIZON = 120
"""Events back to which a mention may refer: more than an article holds, and what keeps a book linear."""
_THRESHOLD = 1.0


def merge(
    scene: Scene, claims: tuple[Claim, ...], relations: tuple[Relation, ...]
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """One claim an event, its mentions in text order, and the relations between what remains, parts included."""
    clusters = _with_tolls(claims, tolls(scene.annotation, claims), scene)
    clusters = [c for c in _join(scene, clusters) if not says_nothing(scene, c)]
    whole = {c.id: cluster.claims[0].id for cluster in clusters for c in cluster.claims}
    merged = tuple(_merged(scene, cluster) for cluster in clusters)
    kept = {
        Relation(r.type, whole[r.source], whole[r.target]): None
        for r in (*relations, *_parts(clusters))
        if r.source in whole and r.target in whole and whole[r.source] != whole[r.target]
    }
    told = with_named(scene, _with_wholes(merged, tuple(kept)))
    return with_bands(scene, aimed(scene, told)), tuple(kept)


def _with_tolls(claims: tuple[Claim, ...], belongs: Mapping[str, str], scene: Scene) -> list[Profile]:
    """The drafts as clusters, each toll or means ("killing 24") already with the event that it belongs to."""
    members: dict[str, list[Claim]] = {}
    for claim in claims:
        root, seen = claim.id, {claim.id}
        while root in belongs and belongs[root] not in seen:
            root = belongs[root]
            seen.add(root)
        members.setdefault(root, []).append(claim)
    found = []
    for root, told in members.items():
        first, *others = sorted(told, key=lambda c: c.id != root)
        cluster = profile(scene.annotation, first)
        for claim in others:
            cluster = union(cluster, replace(profile(scene.annotation, claim), linked=frozenset({claim.id})))
        found.append(cluster)
    return found


def _with_wholes(claims: tuple[Claim, ...], relations: tuple[Relation, ...]) -> tuple[Claim, ...]:
    """The claims, a part of a whole done by the doers and within the days of the whole where it tells no others."""
    by_id = {c.id: c for c in claims}
    for relation in relations:
        part, whole = by_id[relation.source], by_id[relation.target]
        if relation.type == "part_of":
            dated = part.time is not None or whole.time is None
            by_id[part.id] = replace(
                part,
                agents=part.agents or tuple(i for i in whole.agents if i not in part.patients),
                begin=part.begin if dated else whole.begin,
                end=part.end if dated else whole.end,
                date_reason=part.date_reason if dated else f"part of what is dated by {whole.date_reason}",
            )
    return tuple(by_id[c.id] for c in claims)


def _join(scene: Scene, profiles: list[Profile]) -> list[Profile]:
    clusters: list[Profile] = []
    for other in profiles:
        best = max(
            (
                (score, len(cluster.claims), n)
                for n, cluster in list(enumerate(clusters))[-_HORIZON:]
                if (score := likeness(scene, cluster, other)) >= _THRESHOLD
            ),
            default=None,
        )
        if best is None:
            clusters.append(other)
        else:
            clusters[best[2]] = union(clusters[best[2]], other)
    return _close(scene, clusters)


def _close(scene: Scene, clusters: list[Profile]) -> list[Profile]:
    """Join clusters that a later mention has brought together, until none is left to join."""
    n = 0
    while n < len(clusters):
        for m in range(n + 1, min(n + _HORIZON, len(clusters))):
            if (
                shared_actor(scene, clusters[n], clusters[m])
                and likeness(scene, clusters[n], clusters[m]) >= _THRESHOLD + 1
            ):
                clusters[n] = union(clusters[n], clusters.pop(m))
                n -= 1  # once more for the larger cluster
                break
        n += 1
    return clusters


def _parts(clusters: list[Profile]) -> Iterable[Relation]:
    """A member cluster ("one of those attacks") as part of the nearest earlier cluster of several."""
    for n, cluster in enumerate(clusters):
        if cluster.member:
            wholes = [c for c in clusters[:n] if c.type == cluster.type and same_word(c, cluster) and not c.member]
            if wholes:
                yield Relation("part_of", cluster.claims[0].id, wholes[-1].claims[0].id)


def _merged(scene: Scene, cluster: Profile) -> Claim:
    """The claims as one: mentions together, roles united, the best date, the first told of each figure."""
    claims = cluster.claims
    first = _lead(claims)
    agents = _organs(scene, _people(scene, claims, "agents"))
    patients = tuple(i for i in _people(scene, claims, "patients") if i not in agents)
    stated = [c for c in claims if c.id not in cluster.weak] or list(claims)
    happened = [c for c in stated if c.status in HAPPENED]
    ongoing = any(c.modality == "ongoing" for c in happened)
    deciding = happened[0] if happened else stated[0]
    took_place = deciding.status in HAPPENED
    alike = [c for c in claims if (c.status in HAPPENED) == took_place or (took_place and c.id in cluster.weak)]
    dated = min(alike, key=lambda c: (c.time is None, _width(c.begin)))  # what is planned takes no day of what was
    sources = [c.source for c in claims]
    merged = replace(
        first,
        id=claims[0].id,
        subtype=_subtype(claims, first.type),
        mentions=tuple(sorted((m for c in claims for m in c.mentions), key=lambda m: m.start)),
        agents=agents,
        patients=patients,
        participants=tuple(i for i in _people(scene, claims, "participants") if i not in agents and i not in patients),
        instruments=_united(claims, "instruments"),
        places=_united(claims, "places"),
        begin=dated.begin,
        end=dated.end,
        time=dated.time,
        date_reason=dated.date_reason,
        modality="ongoing" if ongoing else deciding.modality,
        polarity=deciding.polarity,
        source=None if None in sources else sources[0],
        figures=_figures(claims),
        confidence=max(c.confidence for c in claims),
    )
    return replace(merged, label=label(scene, merged, first))


def _subtype(claims: tuple[Claim, ...], of: str) -> str | None:
    """The first subtype told by a mention of the class; of a bombing, that it was a suicide one where any says so."""
    told = [c.subtype for c in claims if c.subtype and c.type == of]
    return "SuicideAttack" if "SuicideAttack" in told and told[0] == "Bombing" else next(iter(told), None)


def _lead(claims: tuple[Claim, ...]) -> Claim:
    """The mention that gives the merged claim its type and rule: of a crash, none that tells whom it hit as an attack;
    no mere toll word, with most roles, earliest."""
    effects = word_lists("figures.toml")
    words = effects["effects.fatalities"] | effects["effects.injured"]
    wrecked = any(c.type == "Disaster" for c in claims)
    return max(
        claims,
        key=lambda c: (
            c.type == "Disaster" or not wrecked,
            c.mentions[0].text.lower() not in words and c.subtype is not None,
            bool(c.agents) + bool(c.patients) + bool(c.participants),
            -c.mentions[0].start,
        ),
    )


def _united(claims: tuple[Claim, ...], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for c in claims for i in getattr(c, role)))


def _people(scene: Scene, claims: tuple[Claim, ...], role: str) -> tuple[str, ...]:
    """Who fills a role, the same people under a vaguer noun ("the gunman", "a man") told once, names first, and mere
    "people" only where nobody is told apart."""
    told = sorted(_united(claims, role), key=lambda i: all(m.form != "name" for m in scene.actors[i].mentions))
    anybody = word_lists("syntax.toml")["nouns.anybody"]
    if role == "patients" and claims[0].type in word_lists("syntax.toml")["targets.things"]:
        told = [i for i in told if scene.actors[i].name.lower() not in anybody] or told
    vague = vague_nouns(claims[0].type, role)
    by_claim = [frozenset(getattr(c, role)) for c in claims]
    if role == "patients":
        by_claim += _dead_and_hurt(scene, claims)
    kept: list[str] = []
    for i in told:
        beside = {j for ids in by_claim if i in ids for j in ids}  # named side by side: told apart by the text
        if scene.actors[i].kind == "Country" or not any(
            j not in beside and may_be_one(scene, i, j, vague) for j in kept if scene.actors[j].kind != "Country"
        ):
            kept.append(i)
    return tuple(kept)


def _dead_and_hurt(scene: Scene, claims: tuple[Claim, ...]) -> list[frozenset[str]]:
    """Whom one sentence tells to be killed and whom to be hurt: "two men were wounded and a woman killed"."""
    told: dict[Span, dict[str, set[str]]] = {}
    for claim in claims:
        if toll := effect(anchor(scene.annotation, claim)):
            told.setdefault(claim.mentions[0].sentence, {}).setdefault(toll, set()).update(claim.patients)
    return [frozenset().union(*by_toll.values()) for by_toll in told.values() if len(by_toll) > 1]


def _organs(scene: Scene, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Without a nation where the text also names the organ of it that acted ("Iraq's vote", "parliament's vote")."""
    acting = [scene.actors[i] for i in ids]
    organs = {x.country for x in acting if x.kind == "Organization" and x.sector in _STATE}
    return tuple(x.id for x in acting if x.kind != "Country" or x.country not in organs)


def _width(span: TimeSpan) -> int:
    if span.earliest is None or span.latest is None:
        return 10**6 if span.earliest or span.latest else 10**7
    return (span.latest - span.earliest).days


def _figures(claims: tuple[Claim, ...]) -> Figures:
    def first(name: str) -> Range | int | str | None:
        return next((v for c in claims if (v := getattr(c.figures, name)) is not None), None)

    return Figures(**{name: first(name) for name in Figures.__slots__})  # type: ignore[arg-type]
