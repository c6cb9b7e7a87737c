"""Whether the text says that an event happened: polarity and modality of the word that tells of it.

Read from the event's own auxiliaries, adverbs and tense, then up the tree along whatever governs it ("plans to",
"called for", "denied that"), as far as the clause whose truth the writer vouches for. After FactBank (Saurí and
Pustejovsky 2009). Where a sign of doubt is met the doubt wins: an event is never promoted to a fact by a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extractors.events.arguments import accuser, is_passive, is_verb, support_verb
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Modality, Polarity

_ORDER: tuple[Modality, ...] = ("hypothetical", "possible", "demanded", "planned")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
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


def factuality(a: Annotation, anchor: int) -> Factuality:
    """How the text presents the event at token `anchor` (a verb, noun or adjective)."""
    token = a.tokens[anchor]
    verbal = is_verb(token) and token.dep != "amod"
    own = of_verb(a, anchor) if verbal else _of_noun(a, anchor)
    if _is_question(a, anchor):
        return Factuality(modality="hypothetical", sign="question")
    if condition := _opening_condition(a, anchor):
        return Factuality(modality="hypothetical", sign=condition)
    if own.settled:
        return own
    governed = _presupposed(a, anchor) if is_definite(a, anchor) else _climb(a, anchor)
    return own if own.modality == "ongoing" and not governed.settled else governed


def _is(token: Token, key: str) -> bool:
    words = word_lists("status.toml")[key]
    return token.lemma in words or token.text.lower() in words


def _governs(a: Annotation, verb: Token, key: str) -> bool:
    """Whether a verb, with its particle if it has one ("rule out", "set off"), stands in a list."""
    particle = next((t.lemma for t in a.children(verb.i, "prt")), "")
    return f"{verb.lemma} {particle}" in word_lists("status.toml")[key] if particle else _is(verb, key)


def of_verb(a: Annotation, v: int) -> Factuality:
    """What a verb's own auxiliaries, negation, adverbs, conditions and form say."""
    if any(t.dep == "mark" and _is(t, "markers.hypothetical") for t in a.children(v)) or _is_inverted(a, v):
        return Factuality(modality="hypothetical", sign="if")
    if any(t.dep == "mark" and t.lemma == "whether" for t in a.children(v)):
        return Factuality(modality="possible", sign="whether")
    if negator := _negator(a, v):
        return Factuality("negative", sign=negator)
    if _going_to(a, v):
        return Factuality(modality="planned", sign="going to")
    auxiliaries = _auxiliaries(a, v)
    if (marked := _of_auxiliaries(a, v, auxiliaries)).settled:
        return marked
    token = a.tokens[v]
    if token.tag == "VB" and token.dep == "conj" and not auxiliaries and not a.children(v, "nsubj", "nsubjpass"):
        return Factuality(modality="planned", sign="infinitive")  # its "to" stands with a verb before it
    if _is_imperative(a, v):
        return Factuality(modality="demanded", sign="imperative")
    if token.tag == "VBG" and any(t.lemma == "be" and t.tag in ("VBP", "VBZ", "VB", "VBN") for t in auxiliaries):
        return Factuality(modality="ongoing", sign="progressive")
    if any(t.lemma == "have" and t.tag in ("VBP", "VBZ") for t in auxiliaries) and any(
        t.lemma == "since" for t in a.children(v, "prep", "mark")
    ):
        return Factuality(modality="ongoing", sign="since")
    return ACTUAL


def _of_auxiliaries(a: Annotation, v: int, auxiliaries: tuple[Token, ...]) -> Factuality:
    for modality in _ORDER:
        for auxiliary in auxiliaries:
            if _is(auxiliary, f"auxiliaries.{modality}"):
                if modality == "demanded" and any(t.lemma == "have" for t in auxiliaries):
                    return Factuality("negative", sign=f"{auxiliary.text} have")  # "should have met": it did not
                return Factuality(modality=_in_context(a, v, modality), sign=auxiliary.text)
        for adverb in a.children(v, "advmod"):
            if _is(adverb, f"modifiers.{modality}"):
                return Factuality(modality=modality, sign=adverb.text)
    infinitive = any(t.tag == "TO" for t in auxiliaries)
    if infinitive and a.sentence(v).headline and a.tokens[v].dep in ("ROOT", "conj", "xcomp", "relcl", "acl"):
        return Factuality(modality="planned", sign="headline infinitive")
    return ACTUAL


def _in_context(a: Annotation, v: int, modality: Modality) -> Modality:
    """ "said they would strike" is the future seen from a report; "if …, we will strike" is a supposition."""
    if any(t.dep == "mark" and t.lemma == "if" for c in a.children(v, "advcl") for t in a.children(c.i)):
        return "hypothetical"
    token = a.tokens[v]
    while token.dep == "conj":
        token = a.head(token.i)
    reported = token.dep == "ccomp" and is_verb(a.head(token.i))
    return "planned" if modality == "hypothetical" and reported else modality


def _is_inverted(a: Annotation, v: int) -> bool:
    """ "Had the vote passed, …", "should the talks fail": a condition without "if"."""
    subjects = a.children(v, "nsubj", "nsubjpass")
    fronted = [t for t in a.children(v, "aux") if subjects and t.i < subjects[0].i]
    return (
        bool(fronted)
        and fronted[0].text.lower() in ("had", "should", "were")
        and a.tokens[v].dep in ("advcl", "ccomp", "ROOT")
        and not _asks(a, v)
    )


def _is_imperative(a: Annotation, v: int) -> bool:
    """ "Release the doctors!" """
    token = a.tokens[v]
    return (
        token.tag == "VB"
        and token.dep in ("ROOT", "ccomp")
        and not a.children(v, "nsubj", "nsubjpass", "aux", "expl", "csubj")
        and not a.sentence(v).headline
    )


def _auxiliaries(a: Annotation, v: int) -> tuple[Token, ...]:
    """Auxiliaries of the verb, shared ones of a coordinated verb included ("will march and block")."""
    own = a.children(v, "aux", "auxpass")
    token, head = a.tokens[v], a.head(v)
    alike = token.tag == head.tag or {token.tag, head.tag} == {"VBD", "VBN"}  # "would have stayed and fought"
    if not own and token.dep == "conj" and is_verb(head) and alike and not a.children(v, "nsubj"):
        shared = _auxiliaries(a, head.i)
        return shared if token.tag == head.tag or any(t.lemma == "have" for t in shared) else own
    return own


def _negator(a: Annotation, v: int) -> str:
    for child in a.children(v):
        if child.dep == "neg" or (child.dep in ("advmod", "preconj") and _is(child, "markers.negators")):
            return child.text
        if child.dep in ("nsubj", "nsubjpass") and (_is(child, "markers.negators") or has_no(a, child.i)):
            return f"no {child.text}"
    token, head = a.tokens[v], a.head(v)
    if token.dep == "pcomp" and (head.lemma in ("without", "instead") or a.head(head.i).lemma in ("short", "instead")):
        return head.text
    if token.dep == "conj" and is_verb(head) and not a.children(v, "nsubj", "aux") and token.tag == head.tag == "VB":
        return _negator(a, head.i)
    return ""


def has_no(a: Annotation, noun: int) -> bool:
    """Whether a noun is negated: "no arrests", "not a single deputy", "neither side"."""
    return any(
        t.lemma in ("no", "neither") or (t.dep in ("neg", "preconj") and t.i < noun)
        for t in a.children(noun, "det", "neg", "preconj", "nummod")
    )


def _going_to(a: Annotation, v: int) -> bool:
    head = a.head(v)
    return a.tokens[v].dep == "xcomp" and head.text.lower() == "going" and any(t.tag == "TO" for t in a.children(v))


def _of_noun(a: Annotation, n: int) -> Factuality:
    """What stands before the noun ("planned", "no", "alleged"), and what its support verb says."""
    if has_no(a, n):
        return Factuality("negative", sign="no")
    for child in a.children(n, "amod", "advmod", "compound", "nmod"):
        if _is(child, "modifiers.denied"):
            return Factuality("negative", sign=child.text)
        for modality in (*_ORDER, "ongoing"):
            if _is(child, f"modifiers.{modality}"):
                return Factuality(modality=modality, sign=child.text)
    head = a.head(n)
    if head.lemma == "of" and a.head(head.i).lemma == "ahead":
        return Factuality(modality="planned", sign="ahead of")
    if a.tokens[n].dep == "compound":  # "strike plans", "a coup attempt"
        for modality in ("planned", "possible"):
            if _is(head, f"nouns.{modality}"):
                return Factuality(modality=modality, sign=head.text)
    if a.tokens[n].dep in ("nsubjpass", "nsubj") and _is(head, "verbs.scheduled") and not _negator(a, head.i):
        return Factuality(modality="planned", sign=head.text)  # "the trial is set for May", "is due on Sunday"
    verb = support_verb(a, n) or _occurrence(a, n)
    if verb is None:
        return ACTUAL
    if is_definite(a, n) and _governs(a, verb, "verbs.lasting") and not _negator(a, verb.i):
        return Factuality(modality="ongoing", sign=verb.text)  # "the strike will continue"
    if verb.lemma == "be" and any(t.tag == "TO" for c in a.children(verb.i, "xcomp") for t in a.children(c.i, "aux")):
        return Factuality(modality="planned", sign="be to")
    judged = next(
        (j for t in a.children(verb.i, "acomp") if a.children(t.i, "xcomp", "prep") and (j := _judged(t))), None
    )
    if judged is not None:  # "the talks are due to begin"
        return judged
    own = of_verb(a, verb.i)
    if own.polarity == "negative" and verb.lemma == "be" and a.tokens[n].dep == "nsubj":
        return ACTUAL  # "the vote was not fair" denies no vote
    if own.settled or own.modality == "ongoing" or is_definite(a, n):
        return own
    if _governs(a, verb, "verbs.undone"):
        return Factuality("negative", sign=verb.text)
    if _governs(a, verb, "verbs.planned") and verb.lemma not in ("announce", "order", "agree"):
        return Factuality(modality="planned", sign=verb.text)
    if _governs(a, verb, "verbs.demanded") and verb.lemma != "call":  # "called a strike" is no call for one
        return Factuality(modality="demanded", sign=verb.text)
    return ACTUAL


def _occurrence(a: Annotation, n: int) -> Token | None:
    """The verb by which the noun is said to happen: "clashes broke out", "there was a strike", "it would be a coup"."""
    token, head = a.tokens[n], a.head(n)
    if not is_verb(head) or head.lemma not in word_lists("syntax.toml")["support.occurrence"]:
        return None
    if head.lemma != "be":
        return head if token.dep in ("nsubj", "nsubjpass") else None
    if token.dep == "attr" or a.children(head.i, "expl"):
        return head
    return head if token.dep == "nsubj" and (is_passive(a, head.i) or a.children(head.i, "xcomp", "acomp")) else None


def is_definite(a: Annotation, n: int) -> bool:
    """Whether an event noun is one that the reader is taken to know: "the attack", "his arrest"."""
    token = a.tokens[n]
    if is_verb(token):
        return False
    if token.dep == "compound":
        return is_definite(a, token.head)
    the = any(t.lemma in ("the", "this", "these", "that", "those") for t in a.children(n, "det"))
    return the or bool(a.children(n, "poss"))


def _presupposed(a: Annotation, n: int) -> Factuality:
    """A definite event is taken to exist whatever is said of it, unless it was called off or is being demanded."""
    token, head = a.tokens[n], a.head(n)
    if token.dep in ("dobj", "nsubjpass") and _governs(a, head, "verbs.undone") and not of_verb(a, head.i).settled:
        return Factuality("negative", sign=head.text)
    verb = a.head(head.i) if token.dep == "pobj" and head.lemma == "for" else head
    wanted = (token.dep in ("dobj", "nsubjpass") and head.lemma != "call") or verb is not head
    if wanted and is_verb(verb) and _governs(a, verb, "verbs.demanded"):
        return Factuality(modality="demanded", sign=verb.text)
    return ACTUAL


def _climb(a: Annotation, anchor: int) -> Factuality:
    """Follow what governs the event until a clause that stands on its own; the nearest sign decides."""
    token = a.tokens[anchor]
    for _ in range(_MAX_CLIMB):
        head = accuser(a, token) or a.head(token.i)
        if head.i == token.i or _stands_alone(a, token, head):
            break
        if token.dep in ("nsubj", "nsubjpass", "poss", "npadvmod"):
            supposed = of_verb(a, head.i) if is_verb(head) and not is_verb(token) else ACTUAL
            return supposed if supposed.modality == "hypothetical" else ACTUAL
        found = _governor(a, token, head)
        if found is not None:
            return found
        if is_verb(head) and not is_verb(token) and head.lemma not in word_lists("syntax.toml")["support.verbs"]:
            break  # "to quell a protest": what is done to an event leaves it a fact
        token = head
    return ACTUAL


_REACHING = frozenset({"of", "for", "to", "on", "against", "about", "into", "with", "by", "without", "at"})
"""Prepositions through which what is said of a noun bears on an event below it."""


def _stands_alone(a: Annotation, token: Token, head: Token) -> bool:
    """Whether a clause or phrase is vouched for by the writer whatever its governor says."""
    if token.dep == "relcl" or (token.dep == "advcl" and not _is_purpose(a, token)):
        return True
    if token.dep == "acl":
        return token.tag in ("VBG", "VBN") and not _is_imagined(a, head)
    if token.dep == "prep":
        return token.lemma not in _REACHING
    if token.dep == "conj":
        return is_verb(head) and token.tag in _FINITE and head.tag not in _FINITE
    parenthetic = token.dep in ("ccomp", "parataxis") and head.i > token.i
    return parenthetic and token.tag in _FINITE and not is_reporting(head)


def _is_imagined(a: Annotation, noun: Token) -> bool:
    """ "the possibility of a war sparked by clashes": what hangs on an imagined thing is imagined with it."""
    above = a.head(a.head(noun.i).i)
    return noun.dep == "pobj" and any(_is(above, f"nouns.{m}") for m in ("possible", "hypothetical", "planned"))


def is_reporting(token: Token) -> bool:
    """Whether a verb reports what somebody says."""
    return token.lemma in word_lists("reporting.toml")["verbs.say"]


def _is_purpose(a: Annotation, v: Token) -> bool:
    return any(t.tag == "TO" for t in a.children(v.i, "aux"))


def _governor(a: Annotation, token: Token, head: Token) -> Factuality | None:
    """What `head` makes of the event below it; None where it says nothing and the climb goes on."""
    if is_verb(head):
        return _verb_governor(a, token, head)
    if head.pos in ("NOUN", "PROPN"):
        return _noun_governor(a, token, head)
    if head.pos == "ADJ" and token.dep in ("xcomp", "ccomp", "prep", "advcl"):
        return _judged(head)
    return None


def _judged(adjective: Token) -> Factuality | None:
    for modality in ("planned", "possible", "demanded"):
        if _is(adjective, f"adjectives.{modality}"):
            return Factuality(modality=modality, sign=adjective.text)
    return Factuality("negative", sign=adjective.text) if _is(adjective, "adjectives.denied") else None


_PHRASES = {"demanded": ("for", "to"), "planned": ("for", "to", "on"), "possible": ("for", "of", "about", "on", "at")}
"""Prepositions through which governing verbs of each kind reach an event noun."""


def _verb_governor(a: Annotation, token: Token, head: Token) -> Factuality | None:
    if token.dep in ("xcomp", "ccomp", "advcl"):
        judged = next((j for t in a.children(head.i, "acomp", "attr", "oprd") if (j := _judged(t))), None)
        if judged:
            return judged
        if head.lemma == "have" and token.dep == "xcomp":
            yet = any(t.lemma == "yet" for t in (*a.children(head.i, "advmod"), *a.children(token.i, "advmod")))
            return Factuality("negative", sign="yet to") if yet else Factuality(modality="demanded", sign="have to")
        if head.lemma == "be" and _is_purpose(a, token):
            return Factuality("negative" if _negator(a, head.i) else "positive", "planned", "be to")
    elif token.dep not in ("prep", "pcomp", "dobj", "nsubjpass", "agent", "oprd", "acomp"):
        return None
    if token.dep == "prep" and token.lemma == "to" and any(t.lemma == "no" for t in a.children(head.i, "intj", "dobj")):
        return Factuality("negative", sign="no to")
    negated = bool(_negator(a, head.i))
    if token.dep == "ccomp" and token.tag in (*_FINITE, "VBN") and not _is_subjunctive(a, token):
        return _reported(a, head, negated)
    if _governs(a, head, "verbs.denied" if is_verb(token) or token.dep in ("prep", "pcomp") else "verbs.undone"):
        return _undenied(a, head) if negated else Factuality("negative", sign=head.text)
    if token.dep in ("dobj", "nsubjpass") and _is(head, "verbs.performing") and _is(token, "nouns.performed"):
        return None  # "announced a new inquiry"
    if not is_verb(token) and token.dep != "pcomp" and _is(head, "verbs.inquiring"):
        return None  # "is investigating a shooting": there was one
    for modality in ("demanded", "planned", "possible", "hypothetical"):
        reached = token.dep != "prep" or token.lemma in _PHRASES.get(modality, ())
        reached = reached and not (head.lemma == "call" and token.dep in ("dobj", "nsubjpass"))
        if reached and _governs(a, head, f"verbs.{modality}"):
            return Factuality("negative" if negated else "positive", modality, head.text)
    if token.dep == "prep" and _is(head, "verbs.accused"):
        return Factuality(modality="possible", sign=head.text)
    if token.dep == "advcl":
        expressive = _is(token, "verbs.expressive")
        return None if expressive else Factuality(modality="planned", sign="in order to")
    if token.dep in ("xcomp", "pcomp", "ccomp"):
        own = of_verb(a, head.i)
        if own.settled:
            return own
        if _governs(a, head, "verbs.ongoing"):
            return Factuality(modality="ongoing", sign=head.text)
    return None


def _undenied(a: Annotation, verb: Token) -> Factuality | None:
    """ "did not rule out": possible after all; "did not prevent": it happened."""
    return Factuality(modality="possible", sign=f"not {verb.text}") if _governs(a, verb, "verbs.unsaid") else None


def _is_subjunctive(a: Annotation, v: Token) -> bool:
    """ "demanded that he be freed"."""
    return v.tag == "VB" or any(t.text.lower() == "be" for t in a.children(v.i, "auxpass", "aux"))


def _reported(a: Annotation, head: Token, negated: bool) -> Factuality | None:
    """A finite clause is reported as it stands, unless the verb above doubts or denies it."""
    if _governs(a, head, "verbs.denied"):
        return None if negated else Factuality("negative", sign=head.text)
    if _governs(a, head, "verbs.doubted"):
        return Factuality("negative" if negated else "positive", "possible", head.text)
    return None


def _noun_governor(a: Annotation, token: Token, head: Token) -> Factuality | None:
    if token.dep == "compound":
        keys: tuple[Modality, ...] = ("possible", "planned")
    elif token.dep in ("acl", "ccomp", "pcomp") or (
        token.dep == "prep" and token.lemma in ("of", "for", "to", "against", "about", "on")
    ):
        keys = ("demanded", "planned", "possible", "hypothetical")
    else:
        return None
    if has_no(a, head.i):
        return Factuality("negative", sign=f"no {head.text}")
    for modality in keys:
        if _is(head, f"nouns.{modality}"):
            return Factuality(modality=modality, sign=head.text)
    if _is(head, "nouns.denied"):
        return Factuality("negative", sign=head.text)
    infinitive = token.dep == "acl" and token.tag == "VB"  # "authority to", "reason to", "offer to"
    return Factuality(modality="possible", sign=f"{head.text} to") if infinitive else None


def _opening_condition(a: Annotation, anchor: int) -> str:
    """The "if" before the first comma of a sentence that opens with it, however the parser took what follows."""
    sentence = a.sentence(anchor)
    first = a.tokens[sentence.first]
    opens = _is(first, "markers.hypothetical") or (first.text in ("Should", "Had", "Were") and not _asks(a, anchor))
    comma = next((t.i for t in a.tokens[sentence.first : sentence.last] if t.text == ","), sentence.last)
    return first.text if opens and anchor < comma < sentence.last else ""


def _asks(a: Annotation, i: int) -> bool:
    sentence = a.sentence(i)
    return "?" in [t.text for t in a.tokens[max(sentence.first, sentence.last - 2) : sentence.last]]


def _is_question(a: Annotation, anchor: int) -> bool:
    """Whether a sentence asks for the event itself, not about one that is taken for granted ("who killed him?")."""
    if not _asks(a, anchor) or is_definite(a, anchor):
        return False
    return not any(t.tag in ("WP", "WP$") and t.dep in ("nsubj", "nsubjpass") for t in a.children(anchor))
