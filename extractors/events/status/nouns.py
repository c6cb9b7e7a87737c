"""What stands before an event noun, what its support verb says, and what its being known presupposes."""

from __future__ import annotations

from dateline.extractors.events.arguments import is_passive, is_verb, support_verb
from dateline.extractors.events.status.signs import (
    ACTUAL,
    ORDER,
    Factuality,
    governs,
    has_no,
    is_sign,
    judged_by,
    provides,
)
from dateline.extractors.events.status.verbs import negator, of_verb
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists


def of_noun(a: Annotation, n: int) -> Factuality:
    """What stands before the noun ("planned", "no", "alleged"), and what its support verb says."""
    if has_no(a, n):
        return Factuality("negative", sign="no")
    for child in a.children(n, "amod", "advmod", "compound", "nmod"):
        if is_sign(child, "modifiers.denied"):
            return Factuality("negative", sign=child.text)
        for modality in (*ORDER, "ongoing"):
            if is_sign(child, f"modifiers.{modality}"):
                return Factuality(modality=modality, sign=child.text)
    if any(t.lemma == "next" for child in a.children(n, "poss") for t in a.children(child.i, "amod")):
        return Factuality(modality="planned", sign="next")  # "next week's summit"
    if any(t.tag == "VBN" and is_sign(t, "verbs.scheduled") for t in a.children(n, "acl")):
        return Factuality(modality="planned", sign="scheduled")
    if _is_appointed(a, n):
        return Factuality(modality="planned", sign="for")
    if undone := next((t for t in a.children(n, "acl") if t.tag == "VBN" and governs(a, t, "verbs.undone")), None):
        return Factuality("negative", sign=undone.text)  # "a rail strike averted at the last minute"
    if is_sign(a.tokens[n], "nouns.plotted"):
        return Factuality(modality="planned", sign=a.tokens[n].text)
    head = a.head(n)
    if head.lemma == "of" and a.head(head.i).lemma == "ahead":
        return Factuality(modality="planned", sign="ahead of")
    waits = head.lemma not in ("until", "till") or is_sign(a.head(head.i), "verbs.waiting")
    if a.tokens[n].dep == "pobj" and is_sign(head, "markers.until") and waits and not is_definite(a, n):
        return Factuality(modality="planned", sign=head.text)  # "held until trial", "pending an inquiry"
    if a.tokens[n].dep == "pobj" and head.lemma == "without":
        if any(is_sign(t, "auxiliaries.hypothetical") for t in a.children(head.head, "aux")):
            return Factuality(modality="hypothetical", sign="without")  # "without a deal, they would strike"
        return Factuality("negative", sign="without")
    if meant := _is_what_is_meant(a, n):
        return meant
    if a.tokens[n].dep == "conj" and (caused := _of_its_cause(a, n)).settled:
        return caused
    if _is_spurned(a, n):
        return Factuality("negative", sign=head.text)
    if a.tokens[n].dep == "compound":  # "strike plans", "a coup attempt"
        for modality in ("planned", "possible"):
            if is_sign(head, f"nouns.{modality}"):
                return Factuality(modality=modality, sign=head.text)
    if a.tokens[n].dep in ("nsubjpass", "nsubj") and is_sign(head, "verbs.scheduled") and not negator(a, head.i):
        return Factuality(modality="planned", sign=head.text)  # "the trial is set for May", "is due on Sunday"
    verb = support_verb(a, n) or _occurrence(a, n)
    if verb is None:
        return ACTUAL
    if is_definite(a, n) and governs(a, verb, "verbs.lasting") and not negator(a, verb.i):
        return Factuality(modality="ongoing", sign=verb.text)  # "the strike will continue"
    if verb.lemma == "be" and any(t.tag == "TO" for c in a.children(verb.i, "xcomp") for t in a.children(c.i, "aux")):
        return Factuality(modality="planned", sign="be to")
    judged = next((j for t in a.children(verb.i, "acomp") if (j := judged_by(t)) and _of_events(a, t, j)), None)
    if judged is not None:  # "the talks are due to begin"
        return judged
    own = of_verb(a, verb.i)
    if own.polarity == "negative" and verb.lemma == "be" and a.tokens[n].dep == "nsubj":
        return ACTUAL  # "the vote was not fair" denies no vote
    if own.modality == "possible" and is_definite(a, n) and a.children(verb.i, "acomp"):
        return ACTUAL  # "whether the strike was legal" doubts no strike
    nearly = own.sign.lower() in word_lists("status.toml")["markers.nearly"]  # "the strike has almost ended"
    if own.polarity == "negative" and is_definite(a, n) and (nearly or is_sign(verb, "verbs.joined")):
        return ACTUAL  # "did not take part in the strike": others did
    if own.settled or own.modality == "ongoing" or is_definite(a, n):
        return own
    if governs(a, verb, "verbs.undone"):
        return Factuality("negative", sign=verb.text)
    doing = verb.lemma in ("announce", "order", "agree") or is_sign(verb, "verbs.doing")
    if governs(a, verb, "verbs.planned") and not doing:
        return Factuality(modality="planned", sign=verb.text)
    if governs(a, verb, "verbs.demanded") and verb.lemma != "call":  # "called a strike" is no call for one
        return Factuality(modality="demanded", sign=verb.text)
    return ACTUAL


def _is_appointed(a: Annotation, n: int) -> bool:
    """Whether a day is named that the event is for: "called a strike for Friday"; "for a week" tells its length."""
    head = a.head(n)
    if a.tokens[n].dep not in ("dobj", "nsubjpass") or not governs(a, head, "verbs.appointing"):
        return False
    links = [*a.children(n, "prep"), *a.children(head.i, "prep")]
    days = {i for e in a.entities if e.label == "DATE" for i in range(e.first, e.last)}
    named = (t for link in links if link.lemma == "for" for t in a.children(link.i, "pobj") if t.i in days)
    return any(t.tag == "NNP" or any(is_sign(d, "modifiers.planned") for d in a.children(t.i, "amod")) for t in named)


def _is_what_is_meant(a: Annotation, n: int) -> Factuality | None:
    """ "The aim is the release of the crew", "the next step is a strike": what a plan or a wish is said to be."""
    head = a.head(n)
    if a.tokens[n].dep != "attr" or head.lemma != "be":
        return None
    for subject in a.children(head.i, "nsubj"):
        for modality in ("demanded", "planned", "possible"):
            if is_sign(subject, f"nouns.{modality}"):
                return Factuality(modality=modality, sign=subject.text)
        ahead = next((t for t in a.children(subject.i, "amod") if is_sign(t, "modifiers.planned")), None)
        if ahead is not None and a.tokens[n].tag == "NN":
            return Factuality(modality="planned", sign=ahead.text)
    return None


def convened(a: Annotation, v: int) -> Factuality | None:
    """Whether what a verb calls together is for a day to come: "convened talks for Monday"."""
    if not governs(a, a.tokens[v], "verbs.convening") or not any(_is_appointed(a, t.i) for t in a.children(v, "dobj")):
        return None
    return Factuality(modality="planned", sign="for")


def _is_spurned(a: Annotation, n: int) -> bool:
    """Whether an offer came to nothing: "turned down a truce"; "the truce" may be one that holds."""
    token, head = a.tokens[n], a.head(n)
    offer = token.dep in ("dobj", "nsubjpass") and is_sign(token, "nouns.offered") and not is_definite(a, n)
    return offer and governs(a, head, "verbs.spurned") and not of_verb(a, head.i).settled


def _of_events(a: Annotation, adjective: Token, judged: Factuality) -> bool:
    """Whether an adjective speaks of an event's coming about, "likely" or "due to begin", and not of its worth."""
    likely = judged.modality == "possible" and adjective.lemma not in ("close", "near")  # "the vote was close"
    return likely or bool(a.children(adjective.i, "xcomp", "prep"))


_COPULAS = frozenset({"be", "look", "seem", "appear"})


def _occurrence(a: Annotation, n: int) -> Token | None:
    """The verb by which the noun is said to happen: "clashes broke out", "there was a strike", "it would be a coup"."""
    token, head = a.tokens[n], a.head(n)
    if not is_verb(head) or head.lemma not in word_lists("syntax.toml")["support.occurrence"]:
        return None
    if governs(a, head, "verbs.ending"):
        return None  # "talks broke down": they had been held
    if head.lemma not in _COPULAS:
        happens = not a.children(head.i, "acomp", "oprd")  # a crime that goes unpunished was committed
        return head if happens and token.dep in ("nsubj", "nsubjpass") else None
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


def presupposed(a: Annotation, n: int) -> Factuality:
    """A definite event is taken to exist whatever is said of it, unless it was called off or is being demanded."""
    token, head = a.tokens[n], a.head(n)
    if (caused := _of_its_cause(a, n)).settled:
        return caused
    if token.dep == "dobj" and governs(a, head, "verbs.awaiting"):
        return Factuality(modality="possible", sign=head.text)
    if token.dep in ("dobj", "nsubjpass") and governs(a, head, "verbs.undone") and not of_verb(a, head.i).settled:
        return Factuality("negative", sign=head.text)
    if token.dep == "pobj" and is_sign(head, "markers.around") and is_sign(token, "nouns.scheduled"):
        above = a.head(head.i)
        own = of_verb(a, above.i) if is_verb(above) else ACTUAL
        if own.modality in ("planned", "hypothetical") or any(t.tag == "TO" for t in a.children(above.i, "aux")):
            return Factuality(modality="planned", sign=head.text)  # "will sue after the election"
    if token.dep == "pobj" and is_sign(token, "nouns.bought") and is_sign(a.head(head.i), "nouns.sought"):
        return Factuality(modality="possible", sign=a.head(head.i).text)  # "talks over the takeover"
    verb = a.head(head.i) if token.dep == "pobj" and head.lemma == "for" else head
    # "denied ordering the attack"
    blamed = verb.lemma == "order" and verb.tag == "VBG" and verb.dep in ("xcomp", "pcomp")
    done = blamed or (is_sign(head, "verbs.performing") and is_sign(token, "nouns.performed"))
    wanted = (token.dep in ("dobj", "nsubjpass") and head.lemma != "call" and not done) or verb is not head
    if wanted and is_verb(verb) and governs(a, verb, "verbs.demanded"):
        return Factuality(modality="demanded", sign=verb.text)
    if wanted and provides(a, verb):
        return Factuality(modality="hypothetical", sign=verb.text)
    if token.dep == "dobj" and is_sign(token, "nouns.offered") and _is_aimed_at(a, head):
        return Factuality(modality="planned", sign=f"to {head.text}")
    return ACTUAL


def _of_its_cause(a: Annotation, n: int) -> Factuality:
    """ "Could lead to the fall of the cabinet", "information leading to the arrest and conviction of the killer": what
    is to be brought about is so as far as what brings it about."""
    token = a.tokens[n]
    while token.dep == "conj":
        token = a.head(token.i)
    verb = a.head(token.i)
    if token.dep == "pobj" and verb.lemma in ("to", "about", "in"):
        verb = a.head(verb.i)
    elif token.dep != "dobj":
        return ACTUAL
    if not is_verb(verb) or not is_sign(verb, "verbs.causing"):
        return ACTUAL
    sought = verb.dep in ("acl", "relcl") and verb.tag != "VBD" and is_sign(a.head(verb.i), "nouns.clues")
    return Factuality(modality="possible", sign=verb.text) if sought else of_verb(a, verb.i)


def _is_aimed_at(a: Annotation, verb: Token) -> bool:
    """ "Are in talks to arrange the deal": the end of what somebody does."""
    purpose = verb.dep in ("acl", "relcl", "advcl") and any(t.tag == "TO" for t in a.children(verb.i, "aux"))
    return purpose and governs(a, verb, "verbs.concluding")
