"""How far two groups of mentions look like one event: what excludes it, and points for it."""

from __future__ import annotations

from datetime import timedelta

from dateline.extractors.events.apart import in_other_items, on_other_days
from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.kindred import close_by, of_a_crash, of_a_riot
from dateline.extractors.events.profiles import Profile
from dateline.extractors.events.tolls import anchor
from dateline.extractors.events.triggers import Scene
from dateline.extractors.words import word_lists
from dateline.graph.model import HAPPENED, MUTUAL, Actor, Claim, Place, Range, TimeSpan

_FATAL = frozenset({"Assassination", "Bombing", "AirStrike", "Shooting", "SuicideAttack", "Massacre", None})


_BLASTS = frozenset({"Bombing", "SuicideAttack"})
"""Subtypes of one deed, told more and less exactly."""
_MONTH = timedelta(days=31)
SINGLE = frozenset({"State"})
"""Classes whose every mention is an act of its own: who says two things makes two statements."""
SPEECH = frozenset({"Accuse", "Request", "Reject", "Support", "Threaten", "Concede"})
"""Classes of acts in words: without a doer in common, the same verb tells of two acts."""
_ARMED = frozenset({"COP", "MIL"})
"""Sectors whose people act for one body: "officers" are of the police named before."""
_ONE_AT_A_TIME = frozenset({"Attack", "Vote"})
"""Classes of which neighbouring sentences seldom tell two events of one subtype without saying so."""


def likeness(scene: Scene, cluster: Profile, other: Profile) -> float:
    """Points for one event; below zero where something excludes it."""
    beside = of_a_riot(cluster, other) or of_a_crash(scene, cluster, other)
    if (cluster.type != other.type and not beside) or cluster.type in SINGLE or other.member != cluster.member:
        return -1.0
    word = same_word(cluster, other)
    act = word or (_same_days(cluster, other) and _same_subtype(cluster, other))
    one_thing = word and bool(cluster.objects & other.objects)
    shared = shared_actor(scene, cluster, other)
    resumed = other.resumes and close_by(cluster, other)
    if other.new and not resumed and not (word and _same_days(cluster, other)):
        return -1.0
    retold = word and _headed(scene, cluster, other)
    if cluster.type in SPEECH and not shared and not other.definite and not retold:
        return -1.0
    if _other_number(cluster, other) or _another_toll(cluster, other):
        return -1.0
    listed_apart = in_other_items(scene.items, cluster, other) and not (word and shared)
    if listed_apart or on_other_days(scene.annotation, cluster, other):
        return -1.0
    own = bool(other.nouns & cluster.objects and other.sentences & cluster.sentences)  # "won a rerun of the election"
    known = (other.definite or _goes_on(cluster)) and (word or other.generic or _same_subtype(cluster, other))
    taken_up = resumed or own or known
    if not _status_fits(cluster, other, taken_up):
        return -1.0
    renamed = word and other.definite  # "bombed a school … the bombing", whatever the sort of attack each word is for
    if not beside and not renamed and not _subtypes_fit(cluster, other, shared or one_thing, taken_up):
        return -1.0
    if not one_thing and _differ(scene, cluster, other, "patients"):
        return -1.0
    if not shared and any(_differ(scene, cluster, other, role) for role in ("agents", "participants")):
        return -1.0
    if _other_doers(scene, cluster, other) or _by_a_stranger(scene, cluster, other):
        return -1.0
    if (
        _against_their_own(scene, cluster, other)
        or _elsewhere(scene, cluster, other)
        or _another_day(cluster, other)
        or _another_count(cluster, other)
    ):
        return -1.0
    if beside:
        return 1.0
    near = close_by(cluster, other) or _goes_on(cluster) or _one_victim(scene, cluster, other)
    if not (act or taken_up or near):
        return -1.0
    return (
        2.0 * (shared or _one_toll(cluster, other))
        - 1.0 * (other.indefinite and not own)
        + 1.0 * act
        + 1.0 * taken_up
        + 1.0 * one_thing
        + 1.5 * _one_number(cluster, other)
        + 1.0 * (cluster.type in _ONE_AT_A_TIME and _same_subtype(cluster, other) and close_by(cluster, other))
        + 1.0 * (_tells_toll(cluster, other) and close_by(cluster, other))
        + 1.0 * (word and bool(_all(cluster, "agents") & _all(other, "agents")) and not shared)
        + 0.5 * bool(_all(cluster, "places") & _all(other, "places"))
    )


def _headed(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether a headline tells the one, and the sentences after it the other: the lead tells its headline again."""
    heads = {n for n in p.sentences if scene.annotation.sentences[n].headline}
    return any(0 < m - n <= 2 for n in heads for m in q.sentences)


def same_word(p: Profile, q: Profile) -> bool:
    """Whether some mention of one says all words of a mention of the other ("staged a protest", "the protests")."""
    return any(x and y and (x <= y or y <= x) for x in p.words for y in q.words)


def _other_number(cluster: Profile, other: Profile) -> bool:
    """Bare "protests" after one "protest"."""
    bare = not other.definite and not _goes_on(cluster)
    return bare and other.number == {"plural"} and cluster.number == {"singular"}


def _same_subtype(p: Profile, q: Profile) -> bool:
    return bool({c.subtype for c in p.claims} & {c.subtype for c in q.claims} - {None})


def _goes_on(p: Profile) -> bool:
    """Whether an event is told as going on: whoever goes on with it later does the same."""
    return any(c.modality == "ongoing" for c in p.claims)


def _one_victim(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether both befall the same person by name."""
    return any(scene.actors[i].kind == "Person" for i in _all(p, "patients") & _all(q, "patients"))


def _one_toll(p: Profile, q: Profile) -> bool:
    """The dead and the injured of one sentence."""
    return bool(p.toll and q.toll and not p.toll & q.toll and p.sentences & q.sentences)


def _tells_toll(p: Profile, q: Profile) -> bool:
    """Whether one merely says who died or was hurt, without a doer, and the other may say in what, at that time."""
    times = [any(c.begin.earliest for c in x.claims) for x in (p, q)]
    return times[0] == times[1] and any(
        x.toll and not _all(x, "agents") and all(c.status in HAPPENED for c in x.claims) for x in (p, q)
    )


def _all(profile: Profile, role: str) -> frozenset[str]:
    return frozenset(i for claim in profile.claims for i in _side(claim, role))


def _side(claim: Claim, role: str) -> tuple[str, ...]:
    """Who, or where, stands in a role; among actors everybody, where what one side does the other does too."""
    if claim.type in MUTUAL and role != "places":
        return (*claim.agents, *claim.patients, *claim.participants)
    ids: tuple[str, ...] = getattr(claim, role)
    return ids


def shared_actor(scene: Scene, p: Profile, q: Profile) -> bool:
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
        return "Denied" not in mine | other and (taken_up or p.definite or bool(mine | other <= HAPPENED))
    return bool(mine & HAPPENED and other & HAPPENED) or bool(mine & other)


def _strong(profile: Profile) -> frozenset[str]:
    """Statuses that the text states; a mere definite noun takes its event's status as it is."""
    return frozenset(c.status for c in profile.claims if c.id not in profile.weak)


def _subtypes_fit(p: Profile, q: Profile, same: bool, taken_up: bool) -> bool:
    mine = {c.subtype for c in p.claims} - {None}
    other = {c.subtype for c in q.claims} - {None}
    if not mine or not other or mine & other:
        return True
    if mine | other <= _BLASTS and (same or close_by(p, q)):
        return True
    return (same and mine | other <= _FATAL) or (taken_up and q.generic)


def _differ(scene: Scene, p: Profile, q: Profile, role: str) -> bool:
    mine, other = (frozenset(i for c in x.claims if c.id not in x.linked for i in _side(c, role)) for x in (p, q))
    if not mine or not other or mine & other:
        return False
    vague = vague_nouns(p.type, role)
    pairs = [(i, j) for i in mine for j in other if role != "patients" or _comparable(scene, i, j)]
    return bool(pairs) and not any(may_be_one(scene, i, j, vague) for i, j in pairs)


def _other_doers(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether both tell who did it by name, and nobody whom the one names can be whom the other does: two who condemn
    one minister condemned him twice."""
    mine, other = (frozenset(i for c in x.claims if c.id not in x.linked for i in _side(c, "agents")) for x in (p, q))
    return bool(mine and other) and all(_are_two(scene.actors[i], scene.actors[j]) for i in mine for j in other)


def _by_a_stranger(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether the subject of the one is a name that stands for no actor, and the other was done by actors of whose
    names it is no part: "the Norland Herald endorsed her"."""
    return any(_has_other_subject(scene, x, _all(y, "agents")) for x, y in ((p, q), (q, p)))


def _has_other_subject(scene: Scene, p: Profile, doers: frozenset[str]) -> bool:
    if not doers or _all(p, "agents"):
        return False
    a, names = scene.annotation, {w for i in doers for w in scene.actors[i].name.lower().split()}
    told = (anchor(a, c) for c in p.claims)
    subjects = (t for verb in told if is_verb(verb) for t in a.children(verb.i, "nsubj"))
    return any(t.pos == "PROPN" and t.i not in scene.actor_at and t.text.lower() not in names for t in subjects)


def _are_two(x: Actor, y: Actor) -> bool:
    """Whether two actors with names are sure to be two: two persons, two nations, or bodies of two nations."""
    if x.id == y.id or any(z.kind == "Group" or all(m.form != "name" for m in z.mentions) for z in (x, y)):
        return False
    if x.country and y.country and x.country != y.country:
        return True
    return x.kind == y.kind == "Person" and set(x.name.lower().split()).isdisjoint(y.name.lower().split())


def _against_their_own(scene: Scene, p: Profile, q: Profile) -> bool:
    """Whether as one event the forces of a country would harm forces of that country: "two Ukrainian soldiers were
    killed", "Ukrainian forces fired at a town"."""
    doers, hit = ({i for x in (p, q) for i in _all(x, role)} for role in ("agents", "patients"))
    forces = [{scene.actors[i].country for i in side if _armed(scene.actors[i])} - {None} for side in (doers, hit)]
    apart = not any(_all(x, "agents") and _all(x, "patients") for x in (p, q))
    fight = any(c.subtype == "ArmedClash" for x in (p, q) for c in x.claims)  # in a clash either side may be hurt
    return apart and not fight and bool(forces[0] & forces[1])


def _armed(actor: Actor) -> bool:
    return actor.sector in _ARMED and actor.kind != "Country"


def _comparable(scene: Scene, i: str, j: str) -> bool:
    """Whether two that something befell are of one sort: an attack on a school may well have killed a teacher, a blast
    that killed "13 people" wrecked a bus."""
    anybody, things = word_lists("syntax.toml")["nouns.anybody"], set(scene.thing_at.values())
    if any(x in things or scene.actors[x].name.lower() in anybody for x in (i, j)):
        return False
    bodies = [scene.actors[x].kind in ("Organization", "Country") for x in (i, j)]
    return bodies[0] == bodies[1]


def vague_nouns(event_type: str, role: str) -> frozenset[str]:
    """Nouns that tell nothing of who they are in this role: anyone, and by whom such events are always done."""
    lists = word_lists("coreference.toml")
    doers = lists.get(f"vague.{event_type}", frozenset()) if role == "agents" else frozenset()
    return lists["vague.anyone"] | doers


def may_be_one(scene: Scene, i: str, j: str, vague: frozenset[str]) -> bool:
    """Whether two actors may be the same people: a nation for its organs, a group under a vaguer noun."""
    x, y = scene.actors[i], scene.actors[j]
    if x.country and y.country and x.country != y.country:
        return False
    kinds = {x.kind, y.kind}
    if "Country" in kinds:
        return x.country == y.country and kinds <= {"Country", "Organization", "Group"}
    if x.sector == y.sector and x.sector in _ARMED and any(all(m.form != "name" for m in z.mentions) for z in (x, y)):
        return True  # "armed police", "the police department"
    mine, other = (set(z.name.lower().split()) for z in (x, y))
    if len(kinds) == 1 and kinds != {"Person"} and (mine <= other or other <= mine):
        return True  # "the academy", "a police academy"
    either_vague = any(actor.name.split()[-1].lower() in vague for actor in (x, y))
    if kinds == {"Group"}:
        if x.country and x.sector == y.sector and any(z.name.istitle() and " " not in z.name for z in (x, y)):
            return True  # "Georgians", "Georgian voters"
        return either_vague or x.name.split()[-1].lower() == y.name.split()[-1].lower()
    return either_vague and (kinds == {"Person"} or "Group" in kinds)


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
    if bool(mine and other) and not any(overlap(x, y) for x in mine for y in other):
        return True
    if (q.definite and not other) or not (mine or other):
        return False
    mine, other = ([TimeSpan(c.begin.earliest, c.end.latest) for c in x.claims if c.begin.latest] for x in (p, q))
    pairs = [(x, y) for x in mine for y in other]
    return bool(pairs) and all(_far(x, y) for x, y in pairs)


def _far(x: TimeSpan, y: TimeSpan) -> bool:
    """Whether the one lies more than a month before the other."""
    return any(a.latest and b.earliest and b.earliest - a.latest > _MONTH for a, b in ((x, y), (y, x)))


def _another_toll(p: Profile, q: Profile) -> bool:
    """Whether both tell a number of dead, and one is far from the other: 13 killed, and 496 killed."""
    mine, other = ([c.figures.fatalities for c in x.claims if c.figures.fatalities] for x in (p, q))
    return bool(mine and other) and not any(_near(x, y) for x in mine for y in other)


def _one_number(p: Profile, q: Profile) -> bool:
    """Whether both tell the very same number of dead or injured, and it is more than one."""
    return any(
        x is not None and x == y and (x.min or x.max or 0) > 1
        for c in p.claims
        for d in q.claims
        for x, y in ((c.figures.fatalities, d.figures.fatalities), (c.figures.injured, d.figures.injured))
    )


def _near(x: Range, y: Range) -> bool:
    low, high = sorted((x.min or x.max or 0, y.min or y.max or 0))
    return high <= max(3 * low, low + 3)


def _same_days(p: Profile, q: Profile) -> bool:
    """Whether expressions date both to the very same days."""
    mine, other = ({c.begin for c in x.claims if c.time and c.begin != TimeSpan()} for x in (p, q))
    return bool(mine & other)


def overlap(x: TimeSpan, y: TimeSpan) -> bool:
    """Whether two intervals of days have a day in common."""
    return not (
        (x.latest and y.earliest and x.latest < y.earliest) or (y.latest and x.earliest and y.latest < x.earliest)
    )


def _another_count(p: Profile, q: Profile) -> bool:
    mine, other = ({c.figures.count for c in x.claims if c.figures.count} for x in (p, q))
    return bool(mine and other and not mine & other)
