"""What saying does: who says that he will help promises it, who says that another must go demands it.

After the speech acts of Searle (1976) and PLOVER's code-book (2021): announced cooperation is agreement, announced harm
a threat, announced yielding a concession, what others are said to owe a request. A statement of another kind stays one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    grammatical_subject,
    is_passive,
    is_verb,
)
from dateline.extractors.events.lexicon import spoken
from dateline.extractors.events.roles import Roles, Told
from dateline.extractors.events.standing import actors_at
from dateline.extractors.events.status.verbs import negator
from dateline.extractors.events.triggers import Scene
from dateline.extractors.events.weighing import ALONE
from dateline.extractors.proposals import LEAST
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_OPPOSITE = {"hostile": "yielding", "friendly": "hostile", "yielding": "hostile"}
_ANNOUNCED = {"hostile": "Threaten", "friendly": "Agree", "yielding": "Concede"}


@dataclass(frozen=True, slots=True)
class _Act:
    """An act of speech: its class and subtype, to whom, and the words that show it."""

    type: str
    subtype: str | None
    patients: tuple[str, ...]
    sign: str


def spoken_acts(scene: Scene, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """The triggers with statements and promises taken for what they do, in the same order; and "is willing to …",
    where it tells of a promise or a refusal."""
    by_word = {i: each for each in told if each[0].entry.type != "State" for i in (each[0].anchor, *each[0].tokens)}
    return tuple(_as_meant(scene, each, by_word) for each in told)


def _as_meant(scene: Scene, each: Told, acts: Mapping[int, Told]) -> Told:
    match, roles = each
    a = scene.annotation
    if not is_verb(a.tokens[match.anchor]) or not roles.agents:
        return each
    if match.entry.type == "State" and match.entry.subtype == "Announcement":
        act = next(_acts_of(scene, match.anchor, roles, acts), None)
    elif a.tokens[match.anchor].lemma in _words("verbs.binding"):
        act = next(_bound(scene, match.anchor, acts), None)
    else:
        act = None
    if act is None or (act.type, act.subtype) == (match.entry.type, match.entry.subtype):
        return each
    entry = spoken(match.entry, act.type, act.subtype, act.sign)
    return replace(match, entry=entry), replace(roles, patients=tuple(p for p in act.patients if p not in roles.agents))


def _acts_of(scene: Scene, verb: int, roles: Roles, acts: Mapping[int, Told]) -> Iterator[_Act]:
    """What a verb of saying does by the clauses that tell what is said."""
    a = scene.annotation
    for clause in a.children(verb, "ccomp"):
        subjects = coordinated(a, grammatical_subject(a, clause.i))
        whose = tuple(dict.fromkeys(actor for i in subjects for actor in actors_at(scene, i)))
        if _is_speaker(scene, subjects, whose, roles):
            yield from _announced(scene, clause, acts)
        elif whose:
            yield from _owed(a, clause, whose)


def _is_speaker(scene: Scene, subjects: tuple[int, ...], whose: tuple[str, ...], roles: Roles) -> bool:
    """Whether who is spoken of is who speaks: the same actor, "we" and "I", a pronoun that names no other, or the
    state for which a speaker of its government speaks."""
    a = scene.annotation
    if set(whose) & set(roles.agents) or any(a.tokens[i].lemma in ("i", "we") for i in subjects):
        return True
    states = {scene.actors[i].country for i in whose if scene.actors[i].kind == "Country"}
    if any(scene.actors[i].sector == "GOV" and scene.actors[i].country in states for i in roles.agents):
        return True
    return not whose and any(a.tokens[i].tag == "PRP" for i in subjects)


def _announced(scene: Scene, clause: Token, acts: Mapping[int, Told]) -> Iterator[_Act]:
    """What somebody announces who says that he "will" or "is prepared to" do something. Who only says that he "will"
    do a friendly thing has agreed with nobody unless it is told with whom ("will attend a show", "will buy shares")."""
    a = scene.annotation
    auxiliaries = a.children(clause.i, "aux")
    ahead = next((t for t in auxiliaries if t.text.lower() in _words("auxiliaries.own")), None)
    willing = next((t for t in a.children(clause.i, "acomp") if t.lemma in _words("adjectives.willing")), None)
    if willing is not None:
        for deed in a.children(willing.i, "xcomp"):
            yield from _intended(scene, deed.i, acts, willing.text, bool(negator(a, clause.i)))
    elif ahead is not None and not any(t.lemma == "have" for t in auxiliaries):
        intended = _intended(scene, clause.i, acts, ahead.text, bool(negator(a, clause.i)))
        yield from (act for act in intended if act.type != "Agree" or act.patients)


def _bound(scene: Scene, verb: int, acts: Mapping[int, Told]) -> Iterator[_Act]:
    """What somebody binds himself to who promises or offers it."""
    a = scene.annotation
    if negator(a, verb):
        return
    for deed in a.children(verb, "xcomp"):
        if not negator(a, deed.i):
            yield from (
                act
                for act in _intended(scene, deed.i, acts, a.tokens[verb].lemma, False, LEAST)
                if act.type != "Threaten" or a.tokens[verb].lemma in _words("verbs.vowing")
            )
    for thing in a.children(verb, "dobj"):
        found = acts.get(thing.i)
        if found and found[0].entry.type == "Aid":
            yield _Act("Agree", None, found[1].patients, f"{a.tokens[verb].lemma} … {thing.text}")


def _intended(
    scene: Scene, deed: int, acts: Mapping[int, Told], sign: str, refused: bool, least: float = ALONE
) -> Iterator[_Act]:
    """The act of whoever says that he will, or will not, do a deed; `least` is how likely one must be that no phrase
    is known for."""
    a = scene.annotation
    if is_passive(a, deed):  # "said it would be attacked"
        return
    found = _deed(a, deed, acts)
    kind = _kind(a, deed, found) if found else _likely_kind(scene, deed, least)
    patients = (found[1].patients or found[1].participants) if found else ()
    sign = f"{sign} … {a.tokens[deed].text}"
    conditions = {t.lemma for c in a.children(deed, "advcl") for t in a.children(c.i, "mark")}
    asked = kind in ("friendly", "yielding") or a.tokens[deed].lemma in _words("verbs.permitting")
    if refused and asked:
        yield _Act("Reject", "Refusal", patients, f"not {sign}")
    elif refused or kind is None:
        return
    elif "unless" in conditions:
        yield _Act("Threaten", None, patients, f"{sign} … unless")
    elif "if" not in conditions and (found or kind == "friendly"):  # what only looks like yielding may be business
        yield _Act(_ANNOUNCED[kind], None, patients, sign)


def _deed(a: Annotation, verb: int, acts: Mapping[int, Told]) -> Told | None:
    """The event that a verb, or the noun it acts upon, tells of."""
    if verb in acts:
        return acts[verb]
    light = a.tokens[verb].lemma in word_lists("syntax.toml")["support.verbs"] | _words("verbs.ending")
    nouns = a.children(verb, "dobj") if light else ()
    return next((acts[t.i] for t in nouns if t.i in acts), None)


def _kind(a: Annotation, verb: int, deed: Told) -> str | None:
    kind = next((k for k in _ANNOUNCED if deed[0].entry.type in _words(f"acts.{k}")), None)
    ended = a.tokens[verb].lemma in _words("verbs.ending") and deed[0].anchor != verb
    return _OPPOSITE.get(kind or "") if ended else kind


def _likely_kind(scene: Scene, verb: int, least: float) -> str | None:
    """What the deed of a verb that tells of no known event looks like, if it does nobody harm."""
    seen = scene.outlook
    if seen is None or seen.event(verb) < least:
        return None
    return next((k for k in ("friendly", "yielding") if seen.best_type(verb) in _words(f"acts.{k}")), None)


def _owed(a: Annotation, clause: Token, whose: tuple[str, ...]) -> Iterator[_Act]:
    """What another "must" do, or is "responsible for"; "insisted that Rome send help"."""
    auxiliaries = a.children(clause.i, "aux")
    undergone = clause.lemma in word_lists("syntax.toml")["support.sufferers"]
    inferred = undergone or is_passive(a, clause.i) or any(t.lemma in ("have", "be") for t in auxiliaries)
    for auxiliary in () if inferred else auxiliaries:  # "must have fled", "must be freed", "should face charges"
        if auxiliary.lemma in _words("auxiliaries.must") or auxiliary.lemma in _words("auxiliaries.should"):
            strong = auxiliary.lemma in _words("auxiliaries.must")
            yield _Act("Request", "Demand" if strong else "Appeal", whose, f"{auxiliary.text} … {clause.text}")
    if clause.tag == "VB" and not a.children(clause.i, "aux") and any(t.dep == "mark" for t in a.children(clause.i)):
        yield _Act("Request", "Demand", whose, f"that … {clause.text}")
    if clause.lemma in _words("auxiliaries.need") and clause.tag in ("VBZ", "VBP"):
        for deed in a.children(clause.i, "xcomp"):
            yield _Act("Request", "Appeal", whose, f"{clause.text} to {deed.text}")
    guilty = [t for t in a.children(clause.i, "acomp") if t.lemma in word_lists("syntax.toml")["support.guilty"]]
    doubted = negator(a, clause.i) or any(t.tag == "MD" for t in auxiliaries)
    if (
        guilty
        and not doubted
        and clause.lemma == "be"
        and any(after_preposition(a, t.i, "for", "of", "in") for t in guilty)
    ):
        yield _Act("Accuse", None, whose, guilty[0].text)


def _words(key: str) -> frozenset[str]:
    return word_lists("speech.toml")[key]
