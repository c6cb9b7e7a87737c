"""Which mentions within one document tell of the same event.

Mentions of one class become one event unless something speaks against it: other doers or targets, another place, days
that exclude each other, another number, an indefinite article. A toll ("killing 24") belongs to the event that took
it; a member ("one of those attacks") hangs on its whole. Evidence for is a shared actor, word, object, place or day,
or a definite noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dateline.extractors.events.arguments import after_preposition, is_verb, objects
from dateline.extractors.events.figures import effect
from dateline.extractors.events.triggers import Scene
from dateline.extractors.events.words import word_lists
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import HAPPENED, Claim, Figures, Place, Range, Relation, TimeSpan

VIOLENT = frozenset({"Attack", "Disaster", "Abduct", "Coerce", "Protest"})
"""Classes whose events take a toll."""

_FATAL = frozenset({"Assassination", "Bombing", "AirStrike", "Shooting", "SuicideAttack", "Massacre", None})
_NEW = frozenset(
    {"another", "other", "second", "third", "fourth", "new", "further", "separate", "similar", "previous", "earlier"}
)
_THRESHOLD = 1.0


@dataclass(frozen=True)
class Profile:
    """A cluster of mentions as comparison sees it."""

    claims: tuple[Claim, ...]
    lemmas: frozenset[str]
    objects: frozenset[str]
    definite: bool
    new: bool
    member: bool
    toll_of: frozenset[str]

    @property
    def type(self) -> str:
        """The class that all its mentions have."""
        return self.claims[0].type

    @property
    def ids(self) -> frozenset[str]:
        """Ids of its mentions' drafts."""
        return frozenset(c.id for c in self.claims)


def merge(
    scene: Scene, claims: tuple[Claim, ...], relations: tuple[Relation, ...]
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """One claim an event, its mentions in text order, and the relations between what remains, parts included."""
    tolls = _tolls(scene.annotation, claims)
    clusters = [_profile(scene.annotation, claim, tolls) for claim in claims]
    clusters = _join(scene, clusters)
    whole = {c.id: cluster.claims[0].id for cluster in clusters for c in cluster.claims}
    merged = tuple(_merged(cluster.claims) for cluster in clusters)
    kept = {
        Relation(r.type, whole[r.source], whole[r.target]): None
        for r in (*relations, *_parts(clusters))
        if whole[r.source] != whole[r.target]
    }
    return merged, tuple(kept)


def _profile(a: Annotation, claim: Claim, tolls: Mapping[str, str]) -> Profile:
    token = anchor(a, claim)
    determiners = {t.lemma for t in a.children(token.i, "det", "amod", "nummod", "advmod")}
    noun = not is_verb(token)
    return Profile(
        claims=(claim,),
        lemmas=frozenset({_stem(token.lemma)}),
        objects=frozenset(a.tokens[i].lemma for i in objects(a, token.i)) if not noun else frozenset(),
        definite=noun
        and (bool(determiners & {"the", "this", "these", "that", "those"}) or bool(a.children(token.i, "poss"))),
        new=noun
        and (bool(determiners & _NEW) or (bool(determiners & {"a", "an"}) and not a.sentence(token.i).headline)),
        member=noun and _is_member(a, token),
        toll_of=frozenset({tolls[claim.id]} if claim.id in tolls else ()),
    )


def anchor(a: Annotation, claim: Claim) -> Token:
    """The token that heads a draft's trigger."""
    mention = claim.mentions[0]
    tokens = a.within(mention.start, mention.end)
    return a.head_of(tokens.start, tokens.stop)


def _stem(lemma: str) -> str:
    """Enough of a word to hold a verb and its noun together ("assassinate", "assassination")."""
    return lemma[:4]


def _is_member(a: Annotation, noun: Token) -> bool:
    """ "one of those attacks"."""
    of = a.head(noun.i)
    return noun.dep == "pobj" and of.lemma == "of" and a.head(of.i).pos == "NUM" and noun.tag in ("NNS", "NNPS")


def _tolls(a: Annotation, claims: tuple[Claim, ...]) -> dict[str, str]:
    """For each word that tells a toll, the claim of the event that took it, where the syntax says so."""
    by_anchor = {anchor(a, c).i: c for c in claims if c.type in VIOLENT}
    links: dict[str, str] = {}
    for i, claim in by_anchor.items():
        token = a.tokens[i]
        if effect(token):
            cause = next((by_anchor[j] for j in _causes(a, token) if j in by_anchor and j != i), None)
            if cause is not None and not (effect(anchor(a, cause)) and links.get(cause.id) == claim.id):
                links[claim.id] = cause.id
    return links


def _causes(a: Annotation, token: Token) -> Iterable[int]:
    """Tokens that may name what took the toll: subject, phrase of circumstance, governing or coordinated verb."""
    i = token.i
    while a.tokens[i].dep in ("xcomp", "conj") and is_verb(a.head(i)):  # "ended up killing", "killed and wounded"
        yield from (t.i for t in a.children(i, "nsubj"))
        i = a.tokens[i].head
        yield i
    for at in {token.i, i}:
        yield from (t.i for t in a.children(at, "nsubj"))
        yield from (of for t in a.children(at, "nsubj") for of in after_preposition(a, t.i, "of"))
        yield from after_preposition(a, at, "in", "by", "during", "after", "from", "when", "to")
        yield from (t.i for p in a.children(at, "prep", "agent") for t in a.children(p.i, "pcomp"))
        yield from (t.i for t in a.children(at, "advcl"))
    head = a.head(i)
    if a.tokens[i].dep in ("advcl", "acl", "relcl"):
        yield head.i


def _join(scene: Scene, profiles: list[Profile]) -> list[Profile]:
    clusters: list[Profile] = []
    for profile in profiles:
        best = max(
            ((s, n) for n, cluster in enumerate(clusters) if (s := likeness(scene, cluster, profile)) >= _THRESHOLD),
            default=None,
        )
        if best is None:
            clusters.append(profile)
        else:
            clusters[best[1]] = _union(clusters[best[1]], profile)
    return _close(scene, clusters)


def _close(scene: Scene, clusters: list[Profile]) -> list[Profile]:
    """Join clusters that a later mention has brought together, until none is left to join."""
    n = 0
    while n < len(clusters):
        for m in range(n + 1, len(clusters)):
            if _shared(scene, clusters[n], clusters[m]) and likeness(scene, clusters[n], clusters[m]) >= _THRESHOLD + 1:
                clusters[n] = _union(clusters[n], clusters.pop(m))
                n = -1
                break
        n += 1
    return clusters


def _union(p: Profile, q: Profile) -> Profile:
    return Profile(
        claims=(*p.claims, *q.claims),
        lemmas=p.lemmas | q.lemmas,
        objects=p.objects | q.objects,
        definite=p.definite,
        new=p.new,
        member=p.member,
        toll_of=p.toll_of | q.toll_of,
    )


def likeness(scene: Scene, cluster: Profile, other: Profile) -> float:
    """Points for one event; below zero where something excludes it."""
    if other.toll_of & cluster.ids or cluster.toll_of & other.ids:
        return 9.0
    if cluster.type != other.type or other.new or other.member != cluster.member:
        return -1.0
    shared = _shared(scene, cluster, other)
    if not _status_fits(cluster, other) or not _subtypes_fit(cluster, other, shared):
        return -1.0
    same_thing = bool(cluster.objects & other.objects) and bool(cluster.lemmas & other.lemmas)
    if not shared and not same_thing and any(_differ(scene, cluster, other, role) for role in ("agents", "patients")):
        return -1.0
    if _elsewhere(scene, cluster, other) or _another_day(cluster, other) or _another_count(cluster, other):
        return -1.0
    return (
        2.0 * shared
        + 1.0 * bool(cluster.lemmas & other.lemmas)
        + 1.0 * other.definite
        + 1.0 * same_thing
        + 0.5 * bool(_all(cluster, "places") & _all(other, "places"))
        + 0.5 * (not other.claims[0].agents and not other.claims[0].patients)
    )


def _all(profile: Profile, role: str) -> frozenset[str]:
    return frozenset(i for claim in profile.claims for i in getattr(claim, role))


def _shared(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether one actor, and not merely a whole country, stands in the same role in both."""
    for roles in (("agents", "participants"), ("patients", "participants")):
        both = (_all(p, roles[0]) | _all(p, roles[1])) & (_all(q, roles[0]) | _all(q, roles[1]))
        if any(scene.actors[i].kind != "Country" for i in both) or (both and _all(p, "patients") & _all(q, "patients")):
            return True
    return False


def _status_fits(p: Profile, q: Profile) -> bool:
    mine, other = {c.status for c in p.claims}, {c.status for c in q.claims}
    if (mine <= HAPPENED) == (other <= HAPPENED):
        return mine <= HAPPENED or bool(mine & other)
    return q.definite and other <= HAPPENED


def _subtypes_fit(p: Profile, q: Profile, shared: bool) -> bool:
    mine = {c.subtype for c in p.claims} - {None}
    other = {c.subtype for c in q.claims} - {None}
    return not mine or not other or bool(mine & other) or (shared and mine | other <= _FATAL)


def _differ(scene: Scene, p: Profile, q: Profile, role: str) -> bool:
    mine, other = _all(p, role), _all(q, role)
    if not mine or not other or mine & other:
        return False
    return not any(_may_be_one(scene, i, j) for i in mine for j in other)


def _may_be_one(scene: Scene, i: str, j: str) -> bool:
    """Whether two actors may be the same people: a nation for its organs, a group under another noun."""
    x, y = scene.actors[i], scene.actors[j]
    if x.country and y.country and x.country != y.country:
        return False
    kinds = {x.kind, y.kind}
    if kinds == {"Group"}:
        return x.sector == y.sector or not x.sector or not y.sector
    if "Country" in kinds:
        return x.country == y.country and kinds <= {"Country", "Organization", "Group"}
    return kinds == {"Group", "Person"} and (x.sector == y.sector)


def _elsewhere(scene: Scene, p: Profile, q: Profile) -> bool:
    mine, other = ([scene.places[i] for i in sorted(_all(x, "places"))] for x in (p, q))
    if not mine or not other:
        return False
    return not any(_may_be_there(x, y) for x in mine for y in other)


def _may_be_there(x: Place, y: Place) -> bool:
    """Whether one place is the other, lies within it, or may do so as far as their kinds and countries tell."""
    if x.id == y.id or x.id in y.within or y.id in x.within:
        return True
    return x.kind != y.kind and (x.country == y.country or not x.country or not y.country)


def _another_day(p: Profile, q: Profile) -> bool:
    mine, other = ([c.begin for c in x.claims if c.time] for x in (p, q))
    return bool(mine and other) and not any(overlap(x, y) for x in mine for y in other)


def overlap(x: TimeSpan, y: TimeSpan) -> bool:
    """Whether two intervals of days have a day in common."""
    return not (
        (x.latest and y.earliest and x.latest < y.earliest) or (y.latest and x.earliest and y.latest < x.earliest)
    )


def _another_count(p: Profile, q: Profile) -> bool:
    mine, other = ({c.figures.count for c in x.claims if c.figures.count} for x in (p, q))
    return bool(mine and other and not mine & other)


def _parts(clusters: list[Profile]) -> Iterable[Relation]:
    """A member cluster ("one of those attacks") as part of the nearest earlier cluster of several."""
    for n, cluster in enumerate(clusters):
        if cluster.member:
            wholes = [c for c in clusters[:n] if c.type == cluster.type and c.lemmas & cluster.lemmas and not c.member]
            if wholes:
                yield Relation("part_of", cluster.claims[0].id, wholes[-1].claims[0].id)


def _merged(claims: tuple[Claim, ...]) -> Claim:
    """The claims as one: mentions together, roles united, the best date, the first told of each figure."""
    first = _lead(claims)
    agents = _united(claims, "agents")
    patients = tuple(i for i in _united(claims, "patients") if i not in agents)
    dated = min(claims, key=lambda c: (c.time is None, _width(c.begin)))
    happened = [c for c in claims if c.status in HAPPENED]
    ongoing = any(c.modality == "ongoing" for c in happened)
    sources = [c.source for c in claims]
    doubt = 1.0
    for claim in claims:
        doubt *= 1 - claim.confidence
    return replace(
        first,
        subtype=next((c.subtype for c in claims if c.subtype), None),
        mentions=tuple(sorted((m for c in claims for m in c.mentions), key=lambda m: m.start)),
        agents=agents,
        patients=patients,
        participants=tuple(i for i in _united(claims, "participants") if i not in agents and i not in patients),
        instruments=_united(claims, "instruments"),
        places=_united(claims, "places"),
        begin=dated.begin,
        end=dated.end,
        time=dated.time,
        date_reason=dated.date_reason,
        modality="ongoing" if ongoing else (happened[0] if happened else first).modality,
        polarity=(happened[0] if happened else first).polarity,
        source=None if None in sources else sources[0],
        figures=_figures(claims),
        confidence=round(min(0.99, 1 - doubt), 2),
    )


def _lead(claims: tuple[Claim, ...]) -> Claim:
    """The mention that gives the merged claim its type and rule: no mere toll word, with most roles, earliest."""
    tolls = word_lists("figures.toml")
    words = tolls["effects.fatalities"] | tolls["effects.injured"]
    return max(
        claims,
        key=lambda c: (
            c.mentions[0].text.lower() not in words and c.subtype is not None,
            bool(c.agents) + bool(c.patients) + bool(c.participants),
            -c.mentions[0].start,
        ),
    )


def _united(claims: tuple[Claim, ...], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for c in claims for i in getattr(c, role)))


def _width(span: TimeSpan) -> int:
    if span.earliest is None or span.latest is None:
        return 10**6 if span.earliest or span.latest else 10**7
    return (span.latest - span.earliest).days


def _figures(claims: tuple[Claim, ...]) -> Figures:
    def first(name: str) -> Range | int | str | None:
        return next((v for c in claims if (v := getattr(c.figures, name)) is not None), None)

    return Figures(**{name: first(name) for name in Figures.__slots__})  # type: ignore[arg-type]
