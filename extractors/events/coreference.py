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
from dateline.extractors.events.status import is_definite
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
_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors whose organisations act for their nation."""

_THRESHOLD = 1.0


@dataclass(frozen=True)
class Profile:
    """A cluster of mentions as comparison sees it."""

    claims: tuple[Claim, ...]
    lemmas: frozenset[str]
    objects: frozenset[str]
    definite: bool
    generic: bool
    new: bool
    indefinite: bool
    sentences: frozenset[int]
    member: bool
    weak: frozenset[str]
    toll: frozenset[str]
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
    merged = tuple(_merged(scene, cluster) for cluster in clusters)
    kept = {
        Relation(r.type, whole[r.source], whole[r.target]): None
        for r in (*relations, *_parts(clusters))
        if whole[r.source] != whole[r.target]
    }
    return merged, tuple(kept)


def _profile(a: Annotation, claim: Claim, tolls: Mapping[str, str]) -> Profile:
    token = anchor(a, claim)
    mention = claim.mentions[0]
    words = [a.tokens[i] for i in a.within(mention.start, mention.end)]
    determiners = {t.lemma for t in a.children(token.i, "det", "amod", "nummod", "advmod")}
    noun = not is_verb(token)
    return Profile(
        claims=(claim,),
        lemmas=frozenset(_stem(t.lemma) for t in words if t.pos in ("NOUN", "PROPN", "VERB", "ADJ")),
        objects=frozenset(a.tokens[i].lemma for i in objects(a, token.i)) if not noun else frozenset(),
        definite=is_definite(a, token.i),
        generic=noun and token.lemma in word_lists("coreference.toml").get(f"generic.{claim.type}", ()),
        new=noun and bool(determiners & _NEW),
        indefinite=noun and bool(determiners & {"a", "an"}) and not a.sentence(token.i).headline,
        sentences=frozenset({a.sentence_index(token.i)}),
        weak=frozenset({claim.id} if is_definite(a, token.i) and claim.modality == "actual" else ()),
        member=noun and _is_member(a, token),
        toll=frozenset({told} if (told := effect(token)) else ()),
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
    """For each word that tells a toll or a means, the claim of the event that it belongs to, where syntax says so."""
    by_anchor = {anchor(a, c).i: c for c in claims if c.type in VIOLENT}
    links: dict[str, str] = {}
    for i, claim in by_anchor.items():
        token = a.tokens[i]
        causes = _causes(a, token) if effect(token) else _deed(a, token)
        cause = next((by_anchor[j] for j in causes if j in by_anchor and j != i), None)
        if cause is not None and links.get(cause.id) != claim.id:
            links[claim.id] = cause.id
    return links


def _deed(a: Annotation, token: Token) -> Iterable[int]:
    """The verb that a means spells out: "retaliated by bombing"."""
    if token.dep == "pcomp" and a.head(token.i).lemma == "by":
        yield a.head(a.tokens[token.i].head).i


def _causes(a: Annotation, token: Token) -> Iterable[int]:
    """Tokens that may name what took a toll: subject, phrase of circumstance, governing or coordinated verb."""
    i = token.i
    yield from _deed(a, token)
    while a.tokens[i].dep in ("xcomp", "conj") and is_verb(a.head(i)):  # "ended up killing", "killed and wounded"
        yield from (t.i for t in a.children(i, "nsubj"))
        i = a.tokens[i].head
        yield i
    for at in {token.i, i}:
        subjects = a.children(at, "nsubj")
        yield from (t.i for t in subjects)
        yield from (of for t in subjects for of in after_preposition(a, t.i, "of"))
        yield from after_preposition(a, at, "in", "by", "during", "after", "from", "when", "to")
        yield from (t.i for p in a.children(at, "prep", "agent") for t in a.children(p.i, "pcomp"))
        yield from (t.i for t in a.children(at, "advcl") if not effect(t))
    if a.tokens[i].dep in ("advcl", "acl", "relcl"):
        yield a.tokens[i].head


def _join(scene: Scene, profiles: list[Profile]) -> list[Profile]:
    clusters: list[Profile] = []
    for profile in profiles:
        best = max(
            (
                (score, len(cluster.claims), n)
                for n, cluster in enumerate(clusters)
                if (score := likeness(scene, cluster, profile)) >= _THRESHOLD
            ),
            default=None,
        )
        if best is None:
            clusters.append(profile)
        else:
            clusters[best[2]] = _union(clusters[best[2]], profile)
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
        generic=p.generic,
        new=p.new,
        indefinite=p.indefinite,
        sentences=p.sentences | q.sentences,
        member=p.member,
        weak=p.weak | q.weak,
        toll=p.toll | q.toll,
        toll_of=p.toll_of | q.toll_of,
    )


def likeness(scene: Scene, cluster: Profile, other: Profile) -> float:
    """Points for one event; below zero where something excludes it."""
    if other.toll_of & cluster.ids or cluster.toll_of & other.ids:
        return 9.0
    if cluster.type != other.type or other.member != cluster.member:
        return -1.0
    same_word = bool(cluster.lemmas & other.lemmas)
    one_thing = same_word and bool(cluster.objects & other.objects)
    shared = _shared(scene, cluster, other)
    if other.new and not (same_word and _same_days(cluster, other)):
        return -1.0
    taken_up = other.definite and (same_word or other.generic)
    if not _status_fits(cluster, other, taken_up) or not _subtypes_fit(cluster, other, shared or one_thing, taken_up):
        return -1.0
    if not one_thing and _differ(scene, cluster, other, "patients"):
        return -1.0
    if not shared and _differ(scene, cluster, other, "agents"):
        return -1.0
    if _elsewhere(scene, cluster, other) or _another_day(cluster, other) or _another_count(cluster, other):
        return -1.0
    if not (same_word or taken_up or _close_by(cluster, other)):
        return -1.0
    return (
        2.0 * (shared or _one_toll(cluster, other))
        - 1.0 * other.indefinite
        + 1.0 * same_word
        + 1.0 * taken_up
        + 1.0 * one_thing
        + 0.5 * bool(_all(cluster, "places") & _all(other, "places"))
    )


def _one_toll(p: Profile, q: Profile) -> bool:
    """The dead and the injured of one sentence."""
    return bool(p.toll and q.toll and not p.toll & q.toll and p.sentences & q.sentences)


def _close_by(p: Profile, q: Profile) -> bool:
    """Whether a mention stands within two sentences of another: a story goes on in new words."""
    return any(abs(m - n) <= 2 for m in p.sentences for n in q.sentences)


def _all(profile: Profile, role: str) -> frozenset[str]:
    return frozenset(i for claim in profile.claims for i in getattr(claim, role))


def _shared(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether one actor, and not merely a whole country, stands in the same role in both."""
    for roles in (("agents", "participants"), ("patients", "participants")):
        both = (_all(p, roles[0]) | _all(p, roles[1])) & (_all(q, roles[0]) | _all(q, roles[1]))
        if any(scene.actors[i].kind != "Country" for i in both) or (both and _all(p, "patients") & _all(q, "patients")):
            return True
    return False


def _status_fits(p: Profile, q: Profile, taken_up: bool) -> bool:
    """ "The strike" may be one that is planned; else what happened and what did not are two."""
    mine, other = _strong(p), _strong(q)
    if not mine or not other:
        return taken_up or p.definite or bool(mine | other <= HAPPENED)
    return bool(mine & HAPPENED and other & HAPPENED) or bool(mine & other)


def _strong(profile: Profile) -> frozenset[str]:
    """Statuses that the text states; a mere definite noun takes its event's status as it is."""
    return frozenset(c.status for c in profile.claims if c.id not in profile.weak)


def _subtypes_fit(p: Profile, q: Profile, same: bool, taken_up: bool) -> bool:
    mine = {c.subtype for c in p.claims} - {None}
    other = {c.subtype for c in q.claims} - {None}
    if not mine or not other or mine & other:
        return True
    return (same and mine | other <= _FATAL) or (taken_up and q.generic)


def _differ(scene: Scene, p: Profile, q: Profile, role: str) -> bool:
    mine, other = _all(p, role), _all(q, role)
    if not mine or not other or mine & other:
        return False
    return not any(_may_be_one(scene, i, j) for i in mine for j in other)


def _may_be_one(scene: Scene, i: str, j: str) -> bool:
    """Whether two actors may be the same people: a nation for its organs, a group under a vaguer noun."""
    x, y = scene.actors[i], scene.actors[j]
    if x.country and y.country and x.country != y.country:
        return False
    kinds = {x.kind, y.kind}
    if "Country" in kinds:
        return x.country == y.country and kinds <= {"Country", "Organization", "Group"}
    people = word_lists("coreference.toml")["people.vague"]
    vague = any(name.split()[-1].lower() in people for name in (x.name, y.name))
    same_noun = x.name.split()[-1].lower() == y.name.split()[-1].lower()
    return (kinds == {"Group"} and same_noun) or (vague and "Group" in kinds)


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


def _same_days(p: Profile, q: Profile) -> bool:
    """Whether expressions date both to the very same days."""
    return bool({c.begin for c in p.claims if c.time} & {c.begin for c in q.claims if c.time})


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


def _merged(scene: Scene, cluster: Profile) -> Claim:
    """The claims as one: mentions together, roles united, the best date, the first told of each figure."""
    claims = cluster.claims
    first = _lead(claims)
    agents = _organs(scene, _united(claims, "agents"))
    patients = tuple(i for i in _united(claims, "patients") if i not in agents)
    dated = min(claims, key=lambda c: (c.time is None, _width(c.begin)))
    stated = [c for c in claims if c.id not in cluster.weak] or list(claims)
    happened = [c for c in stated if c.status in HAPPENED]
    ongoing = any(c.modality == "ongoing" for c in happened)
    deciding = happened[0] if happened else stated[0]
    sources = [c.source for c in claims]
    doubt = 1.0
    for claim in claims:
        doubt *= 1 - claim.confidence
    return replace(
        first,
        id=claims[0].id,
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
        modality="ongoing" if ongoing else deciding.modality,
        polarity=deciding.polarity,
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
