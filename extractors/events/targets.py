"""Whom an act is aimed at where the text names only something of theirs: the owner of what is condemned or refused,
whoever shall do what is demanded, the employer of those who strike."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extractors.events.arguments import (
    after_preposition,
    coordinated,
    done_in,
    grammatical_subject,
    is_passive,
    is_verb,
    objects,
    support_verb,
)
from dateline.extractors.events.lexicon import befalls
from dateline.extractors.events.slots import is_opposed, modifiers, slot
from dateline.extractors.events.triggers import Scene
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_DEEPEST = 4
_TOWARDS = ("with", "against", "on", "from", "to", "of", "into")
"""Prepositions that lead from a deed to whom it would hit."""


def aims_at_owners(event_type: str) -> bool:
    """Whether acts of this class hit whoever has or did the thing named: "rejected the union's demand"."""
    return event_type in word_lists("syntax.toml")["targets.owners"]


def owners(scene: Scene, noun: int) -> Iterator[str]:
    """Whose the thing or act is that a noun names: "the union's demand", "an offer from Vale", "Trump's victory"."""
    a = scene.annotation
    if is_verb(a.tokens[noun]):
        return
    lemma, lists = a.tokens[noun].lemma, word_lists("syntax.toml")
    held = word_lists("status.toml")["nouns.scheduled"]  # "the White House election" is nobody's
    undergone = befalls(lemma, "of") or lemma in held
    made = lemma in lists["nouns.things"] | lists["nouns.weapon"]  # "seized Soviet weapons", "a Nissan truck"
    for tokens in (
        slot(a, noun, "by"),
        after_preposition(a, noun, "from"),
        done_by(a, noun),
        (t.i for t in a.children(noun, "poss")),
        () if undergone or made else modifiers(a, noun),
        () if undergone else after_preposition(a, noun, "of"),
    ):
        found = [scene.actor_at[t] for t in coordinated(a, tokens) if t in scene.actor_at]
        if found:
            yield from found
            return


def called_upon(scene: Scene, i: int) -> Iterator[int]:
    """Who shall do, or did, what a clause behind a demand or a complaint says: "demanded that the owners pay",
    "called for him to go"."""
    a = scene.annotation
    for clause in a.children(i, "ccomp", "acl", "advcl", "xcomp"):
        if clause in done_in(a, i):
            continue  # "the accusations that Ann leveled" say who accuses
        if any(t.lemma in ("that", "for") for t in a.children(clause.i, "mark")) or _is_bidden(a, clause):
            misread = "compound" if clause.tag == "NN" else "nsubj"  # the parser's noun in "that the minister resign"
            yield from (t.i for t in a.children(clause.i, "nsubj", misread))
            if is_passive(a, clause.i):
                yield from after_preposition(a, clause.i, "by")


def _is_bidden(a: Annotation, clause: Token) -> bool:
    """Whether a clause tells what somebody is to do: "wants the generals to go", "they must go, he demanded"."""
    return any(t.tag in ("TO", "MD") and t.lemma in ("to", "must", "should") for t in a.children(clause.i, "aux"))


def warned(scene: Scene, i: int) -> Iterator[int]:
    """Whose deed would turn away what is threatened: "threatened to shell the island unless the rebels leave"."""
    a = scene.annotation
    for verb in (a.tokens[i], *a.children(i, "xcomp", "ccomp")):
        for clause in a.children(verb.i, "advcl"):
            if any(t.lemma in ("unless", "if") for t in a.children(clause.i, "mark")):
                yield from (t.i for t in a.children(clause.i, "nsubj"))


def complained_of(a: Annotation, i: int) -> Iterator[int]:
    """Whose doing a complaint is about: "complained of receiving threats from the police", "of being hit by them", "a
    complaint saying that she was hit by them"."""
    told = (i, *(objects(a, i) if is_verb(a.tokens[i]) else ()))
    for saying in (t for j in told for t in a.children(j, "advcl", "acl")):
        for clause in a.children(saying.i, "ccomp"):
            yield from coordinated(a, slot(a, clause.i, "by") or slot(a, clause.i, "subject"))
    for link in a.children(i, "prep"):
        for gerund in a.children(link.i, "pcomp"):
            yield from coordinated(a, (*slot(a, gerund.i, "by"), *slot(a, gerund.i, "from")))


def addressees(a: Annotation, i: int) -> Iterator[int]:
    """To whom a writing goes in which something is said or asked: "in a letter to the ministry, the union demanded"."""
    for noun in after_preposition(a, i, "in"):
        if a.tokens[noun].lemma in word_lists("syntax.toml")["targets.writings"]:
            yield from coordinated(a, after_preposition(a, noun, "to"))


def asked(scene: Scene, i: int) -> Iterator[int]:
    """Of whom something is asked, where the parser hangs them on what it is for: "asked help for it from Vale"."""
    a = scene.annotation
    for noun in objects(a, i) if is_verb(a.tokens[i]) else ():
        for _ in range(_DEEPEST):
            deeper = next((t.i for p in a.children(noun, "prep") for t in a.children(p.i, "pobj")), None)
            if deeper is None:
                break
            yield from (t for t in coordinated(a, after_preposition(a, noun, "from")) if t in scene.actor_at)
            noun = deeper


def spoken_of(scene: Scene, i: int) -> Iterator[int]:
    """Whom the deed would hit that a threat, promise or refusal speaks of: "threatened to break off ties with Rome"."""
    a = scene.annotation
    for verb in a.children(i, "xcomp", "ccomp", *(() if is_verb(a.tokens[i]) else ("acl",))):
        if verb.lemma in word_lists("syntax.toml")["targets.unsaid"]:  # "declined to name the firm"
            continue
        if verb.lemma not in word_lists("syntax.toml")["support.sending"]:  # "threatened to send the navy"
            yield from objects(a, verb.i)
        yield from after_preposition(a, verb.i, *_TOWARDS)
        for thing in a.children(verb.i, "dobj"):
            yield from after_preposition(a, thing.i, *_TOWARDS)


def helped(a: Annotation, noun: int) -> Iterator[int]:
    """Whom a rescue is for: "a rescue operation is under way to save a boy"."""
    verb = a.head(noun) if a.tokens[noun].dep in ("nsubj", "nsubjpass", "dobj") else a.tokens[noun]
    for clause in (c for i in {noun, verb.i} for c in a.children(i, "acl", "advcl", "xcomp")):
        if clause.lemma in word_lists("syntax.toml")["targets.saving"]:
            yield from coordinated(a, objects(a, clause.i))


def partners(a: Annotation, i: int) -> Iterator[int]:
    """With whom somebody agrees to trade or act: "agreed to buy batteries from Vale", "to merge with it"."""
    for verb in a.children(i, "xcomp"):
        party = ("with", "from") if verb.lemma in word_lists("syntax.toml")["targets.getting"] else ("with",)
        for token in (verb, *a.children(verb.i, "dobj")):
            yield from after_preposition(a, token.i, *party)


def opposed(a: Annotation, noun: int) -> Iterator[int]:
    """ "an anti-government rally"."""
    for child in a.children(noun, "compound", "amod", "nmod"):
        if is_opposed(a, child.i):
            yield child.i


def aim(scene: Scene, i: int) -> Iterator[int]:
    """What a protest is for or against: "a march demanding the minister's resignation", "closed their shops to demand
    that …", "went on strike in protest at the sale"."""
    a = scene.annotation
    lists = word_lists("syntax.toml")
    bearer = support_verb(a, i)
    for head in [i] if bearer is None else [i, bearer.i]:
        for verb in a.children(head, "acl", "advcl", "relcl", "xcomp"):
            if verb.lemma in lists["targets.aims"]:
                yield from coordinated(a, (*objects(a, verb.i), *slot(a, verb.i, "from")))
                yield from called_upon(scene, verb.i)
        if a.tokens[head].lemma in lists["support.outsiders"] and head != i and not is_passive(a, head):
            yield from grammatical_subject(a, head)  # "the minister's decision sparked protests"
        for noun in after_preposition(a, head, "in"):
            if a.tokens[noun].lemma in lists["targets.defiance"]:
                yield from coordinated(a, after_preposition(a, noun, "against", "at", "of", "over", "to"))


def answerable(scene: Scene, noun: int) -> Iterator[str]:
    """Whose doing the thing is that a protest is about, however deep it is told: "the return of land seized by the
    state", "higher pay from the company"."""
    a = scene.annotation
    for _ in range(_DEEPEST):
        found = list(owners(scene, noun))
        deeper = [t for t in after_preposition(a, noun, "of", "for", "to", "in") if t not in scene.actor_heads]
        if found or not deeper:
            yield from dict.fromkeys(found)
            return
        noun = deeper[0]


def done_by(a: Annotation, thing: int) -> Iterator[int]:
    """Who did what is told of behind a noun: "land seized by the state", "the crimes committed by the army"."""
    for participle in a.children(thing, "acl", "relcl"):
        for joined in (participle, *a.children(participle.i, "conj")):
            if not is_passive(a, joined.i):
                continue
            yield from after_preposition(a, joined.i, "by")


def employers(scene: Scene, worker: int) -> Iterator[str]:
    """For whom strikers work: "Amcor workers", "miners at the Kansanka shaft of Amcor"."""
    a = scene.annotation
    near = [*modifiers(a, worker), *(t.i for t in a.children(worker, "poss"))]
    near += after_preposition(a, worker, "of", "at", "from", "for")
    for token in coordinated(a, near):
        actor = scene.actors.get(scene.actor_at.get(token, ""))
        if actor is not None and actor.kind == "Organization" and actor.sector != "LAB":
            yield actor.id
