"""Whether the text says that an event happened: polarity and modality of the word that tells of it.

Read from the event's own auxiliaries, adverbs and tense, then up the tree along whatever governs it ("plans to",
"called for", "denied that"), as far as the clause whose truth the writer vouches for. After FactBank (Saurí and
Pustejovsky 2009). Where a sign of doubt is met the doubt wins: an event is never promoted to a fact by a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extractors.events.arguments import is_passive, is_verb, support_verb
from dateline.extractors.events.words import word_lists
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Modality, Polarity

_ORDER: tuple[Modality, ...] = ("hypothetical", "possible", "demanded", "planned")
_MAX_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Factuality:
    """Polarity and modality of one mention, with the word that decided it (for `rule`)."""

    polarity: Polarity = "positive"
    modality: Modality = "actual"
    sign: str = ""

    @property
    def settled(self) -> bool:
        """Whether something was found that marks the event as not simply having happened."""
        return self.polarity == "negative" or self.modality not in ("actual", "ongoing")


ACTUAL = Factuality()


def _is(token: Token, key: str) -> bool:
    words = word_lists("status.toml")[key]
    return token.lemma in words or token.text.lower() in words


def factuality(a: Annotation, anchor: int) -> Factuality:
    """How the text presents the event at token `anchor` (a verb, noun or adjective)."""
    token = a.tokens[anchor]
    own = _of_verb(a, anchor) if is_verb(token) and token.dep != "amod" else _of_noun(a, anchor)
    if own.settled:
        return own
    governed = _climb(a, anchor)
    if governed.settled:
        return governed
    if _is_question(a, anchor):
        return Factuality(modality="hypothetical", sign="question")
    return own if own.modality == "ongoing" else governed


def _of_verb(a: Annotation, v: int) -> Factuality:
    """What the verb's own auxiliaries, negation, adverbs and form say."""
    token = a.tokens[v]
    auxiliaries = _auxiliaries(a, v)
    if negator := _negator(a, v):
        return Factuality("negative", sign=negator)
    if _going_to(a, v):
        return Factuality(modality="planned", sign="going to")
    perfect = any(t.lemma == "have" for t in auxiliaries)
    for modality in _ORDER:
        for auxiliary in auxiliaries:
            if _is(auxiliary, f"auxiliaries.{modality}"):
                if auxiliary.lemma in ("would", "'d") and _reported_past(a, v):
                    return Factuality(modality="planned", sign=auxiliary.text)
                if perfect and modality == "demanded":  # "should have met": it did not
                    return Factuality("negative", sign=f"{auxiliary.text} have")
                return Factuality(modality=modality, sign=auxiliary.text)
        for adverb in a.children(v, "advmod"):
            if _is(adverb, f"modifiers.{modality}"):
                return Factuality(modality=modality, sign=adverb.text)
    if any(t.dep == "mark" and _is(t, "markers.hypothetical") for t in a.children(v)):
        return Factuality(modality="hypothetical", sign="if")
    infinitive = any(t.tag == "TO" for t in auxiliaries)
    if infinitive and a.sentence(v).headline and token.dep in ("ROOT", "conj", "xcomp", "relcl", "acl"):
        return Factuality(modality="planned", sign="headline infinitive")
    if any(t.lemma == "be" and t.tag in ("VBP", "VBZ", "VB", "VBN") for t in auxiliaries) and token.tag == "VBG":
        return Factuality(modality="ongoing", sign="progressive")
    return ACTUAL


def _auxiliaries(a: Annotation, v: int) -> tuple[Token, ...]:
    """Auxiliaries of the verb, shared ones of a coordinated verb included ("will march and block")."""
    own = a.children(v, "aux", "auxpass")
    token, head = a.tokens[v], a.head(v)
    if not own and token.dep == "conj" and is_verb(head) and token.tag == head.tag and not a.children(v, "nsubj"):
        return _auxiliaries(a, head.i)
    return own


def _negator(a: Annotation, v: int) -> str:
    for child in a.children(v):
        if child.dep == "neg" or (child.dep in ("advmod", "preconj") and _is(child, "markers.negators")):
            return child.text
        if child.dep in ("nsubj", "nsubjpass") and (
            child.lemma in ("nobody", "none", "nothing") or _no_determiner(a, child.i)
        ):
            return child.text
    token, head = a.tokens[v], a.head(v)
    if token.dep == "pcomp" and head.lemma in ("without", "instead"):
        return head.text
    if token.dep == "conj" and is_verb(head) and not a.children(v, "nsubj", "aux") and token.tag == head.tag == "VB":
        return _negator(a, head.i)
    return ""


def _no_determiner(a: Annotation, noun: int) -> bool:
    return any(t.lemma == "no" or (t.dep == "neg" and t.lemma != "not") for t in a.children(noun, "det", "neg"))


def _going_to(a: Annotation, v: int) -> bool:
    head = a.head(v)
    return a.tokens[v].dep == "xcomp" and head.text.lower() == "going" and any(t.tag == "TO" for t in a.children(v))


def _reported_past(a: Annotation, v: int) -> bool:
    """ "said they would strike": the future seen from a report, not a supposition."""
    token = a.tokens[v]
    while token.dep == "conj":
        token = a.head(token.i)
    return token.dep == "ccomp" and is_verb(a.head(token.i)) and not _has_condition(a, token.i)


def _has_condition(a: Annotation, v: int) -> bool:
    return any(
        t.dep == "mark" and _is(t, "markers.hypothetical") for c in a.children(v, "advcl") for t in a.children(c.i)
    )


def _of_noun(a: Annotation, n: int) -> Factuality:
    """What stands before the noun ("planned", "no", "alleged"), and what its support verb says."""
    for child in a.children(n, "amod", "advmod", "compound", "det", "neg", "nmod"):
        if child.lemma == "no" or child.dep == "neg":
            return Factuality("negative", sign=child.text)
        if _is(child, "modifiers.denied"):
            return Factuality("negative", sign=child.text)
        for modality in (*_ORDER, "ongoing"):
            if _is(child, f"modifiers.{modality}") and not (child.lemma == "next" and child.dep == "advmod"):
                return Factuality(modality=modality, sign=child.text)
    verb = support_verb(a, n) or _occurrence(a, n)
    if verb is None:
        return ACTUAL
    if _is(verb, "verbs.denied"):
        return Factuality("negative", sign=verb.text)
    own = _of_verb(a, verb.i)
    if own.settled or own.modality == "ongoing":
        return own
    if _is(verb, "verbs.planned") and verb.lemma not in ("announce", "order", "agree"):
        return Factuality(modality="planned", sign=verb.text)
    if _is(verb, "verbs.demanded"):
        return Factuality(modality="demanded", sign=verb.text)
    return ACTUAL


def _occurrence(a: Annotation, n: int) -> Token | None:
    """The verb by which the noun, as its subject, is said to happen: "clashes broke out", "there was a strike"."""
    token, head = a.tokens[n], a.head(n)
    occurrence = word_lists("syntax.toml")["support.occurrence"]
    if token.dep in ("nsubj", "attr", "nsubjpass") and is_verb(head) and head.lemma in occurrence:
        if head.lemma != "be" or a.children(head.i, "expl") or is_passive(a, head.i):
            return head
        return head if a.children(head.i, "xcomp", "acomp") and token.dep == "nsubj" else None
    return None


def _climb(a: Annotation, anchor: int) -> Factuality:
    """Follow what governs the event until a clause that stands on its own; the nearest sign decides."""
    at, token = anchor, a.tokens[anchor]
    for _ in range(_MAX_CLIMB):
        head = a.head(at)
        if head.i == at:
            break
        if token.dep == "relcl" or (token.dep == "advcl" and not _suspends(a, at)):
            break
        if token.dep in ("nsubj", "nsubjpass", "poss", "npadvmod") and at != anchor:
            break
        found = _governor(a, token, head, definite=_is_definite(a, anchor))
        if found is not None and (found.settled or found.modality == "ongoing"):
            return found
        at, token = head.i, head
    return ACTUAL


def _suspends(a: Annotation, v: int) -> bool:
    """Whether an adverbial clause is a condition or a purpose ("to block the road") and so no fact of its own."""
    return any(t.tag == "TO" for t in a.children(v, "aux")) or any(
        t.dep == "mark" and _is(t, "markers.hypothetical") for t in a.children(v)
    )


def _is_definite(a: Annotation, n: int) -> bool:
    token = a.tokens[n]
    if is_verb(token):
        return False
    return any(t.lemma in ("the", "this", "these", "that", "those") for t in a.children(n, "det")) or bool(
        a.children(n, "poss")
    )


def _governor(a: Annotation, token: Token, head: Token, definite: bool) -> Factuality | None:
    """What `head` makes of the event below it; None where it says nothing and the climb goes on."""
    if token.dep == "advcl" and _suspends(a, token.i):
        if any(t.tag == "TO" for t in a.children(token.i, "aux")):
            return Factuality(modality="planned", sign="in order to")
        return Factuality(modality="hypothetical", sign="if")
    if is_verb(head):
        return _verb_governor(a, token, head, definite)
    if head.pos in ("NOUN", "PROPN"):
        return _noun_governor(token, head, definite)
    if head.pos == "ADJ" and token.dep in ("xcomp", "ccomp", "prep", "advcl"):
        for modality in ("planned", "possible", "demanded"):
            if _is(head, f"adjectives.{modality}"):
                return Factuality(modality=modality, sign=head.text)
        if _is(head, "adjectives.denied"):
            return Factuality("negative", sign=head.text)
    return None


def _verb_governor(a: Annotation, token: Token, head: Token, definite: bool) -> Factuality | None:
    clausal = token.dep in ("xcomp", "ccomp", "prep", "pcomp", "advcl", "dobj", "nsubjpass", "agent", "oprd", "acomp")
    if not clausal:
        return None
    nominal = token.dep in ("dobj", "nsubjpass", "prep", "agent")
    if nominal and token.dep == "prep" and token.lemma not in ("for", "to", "on", "of", "against", "with", "about"):
        return None
    if nominal and definite:
        # "condemned the attack", "demanded the strike end": what is definite is taken to exist
        return (
            _of_verb_denying(head) if head.lemma in ("cancel", "postpone", "foil", "avert", "thwart", "scrap") else None
        )
    if token.dep == "xcomp" and head.lemma == "be" and any(t.tag == "TO" for t in a.children(token.i)):
        return Factuality(modality="planned", sign="be to")
    negated = bool(_negator(a, head.i))
    if token.dep == "ccomp" and token.tag in ("VBD", "VBN", "VBZ", "VBP") and not _is(head, "verbs.denied"):
        # a finite clause is reported as it stands, unless the verb doubts it
        if _is(head, "verbs.possible") and head.lemma not in ("warn", "estimate", "allege"):
            return Factuality(modality="possible", sign=head.text)
        return None
    if _is(head, "verbs.denied"):
        return None if negated else Factuality("negative", sign=head.text)
    for modality in ("demanded", "planned", "possible", "hypothetical"):
        if _is(head, f"verbs.{modality}"):
            if nominal and head.lemma in (
                "announce",
                "decide",
                "agree",
                "consider",
                "discuss",
                "debate",
                "fear",
                "see",
                "order",
            ):
                return Factuality(modality="planned" if modality == "planned" else "possible", sign=head.text)
            return Factuality("negative" if negated else "positive", modality, head.text)
    if token.dep in ("xcomp", "pcomp") or (token.dep == "ccomp" and token.tag == "VB"):
        own = _of_verb(a, head.i)
        if own.settled:
            return own
        if _is(head, "verbs.ongoing"):
            return Factuality(modality="ongoing", sign=head.text)
    return None


def _of_verb_denying(head: Token) -> Factuality:
    return Factuality("negative", sign=head.text)


def _noun_governor(token: Token, head: Token, definite: bool) -> Factuality | None:
    if token.dep not in ("prep", "acl", "ccomp", "compound", "pcomp"):
        return None
    if token.dep == "compound" and not _is(head, "nouns.possible") and not _is(head, "nouns.planned"):
        return None
    if token.dep == "prep" and (definite or token.lemma not in ("of", "for", "to", "against", "about", "on")):
        return None
    if token.dep == "acl" and token.tag != "VB":
        return None
    for modality in ("demanded", "planned", "possible", "hypothetical"):
        if _is(head, f"nouns.{modality}"):
            return Factuality(modality=modality, sign=head.text)
    if _is(head, "nouns.denied"):
        return Factuality("negative", sign=head.text)
    return None


def _is_question(a: Annotation, anchor: int) -> bool:
    sentence = a.sentence(anchor)
    closing = [t.text for t in a.tokens[max(sentence.first, sentence.last - 2) : sentence.last]]
    return "?" in closing and not _is_definite(a, anchor)
