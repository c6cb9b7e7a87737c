"""What a verb's own auxiliaries, negation, adverbs, conditions and form say of its event."""

from __future__ import annotations

from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.status.signs import ACTUAL, ORDER, Factuality, asks, has_no, is_sign
from dateline.extractors.syntax import Annotation, Token
from dateline.graph.model import Modality

_AHEAD = ("planned", "hypothetical")
"""Kinds of auxiliaries of what is to come: "will", "would"."""


def of_verb(a: Annotation, v: int) -> Factuality:
    """What a verb's own auxiliaries, negation, adverbs, conditions and form say."""
    if any(t.dep == "mark" and is_sign(t, "markers.hypothetical") for t in a.children(v)) or _is_inverted(a, v):
        return Factuality(modality="hypothetical", sign="if")
    if any(t.dep == "mark" and t.lemma == "whether" for t in a.children(v)):
        return Factuality(modality="possible", sign="whether")
    if _is_awaited(a, v):
        return Factuality(modality="planned", sign="until")
    if a.tokens[v].tag == "VBP" and _is_of_anybody(a, v):
        return Factuality(modality="hypothetical", sign="you")
    if opened := _opens_ahead(a, v):
        return opened
    if denying := negator(a, v):
        return Factuality("negative", sign=denying)
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
    for modality in ORDER:
        for auxiliary in auxiliaries:
            if is_sign(auxiliary, f"auxiliaries.{modality}"):
                if modality == "demanded" and any(t.lemma == "have" for t in auxiliaries):
                    return Factuality("negative", sign=f"{auxiliary.text} have")  # "should have met": it did not
                return Factuality(modality=_in_context(a, v, modality), sign=auxiliary.text)
        for adverb in a.children(v, "advmod"):
            if is_sign(adverb, f"modifiers.{modality}"):
                return Factuality(modality=modality, sign=adverb.text)
    infinitive = any(t.tag == "TO" for t in auxiliaries)
    if infinitive and a.tokens[v].dep == "ccomp" and a.children(v, "auxpass") and not a.children(v, "mark"):
        return Factuality(modality="planned", sign="to be")  # "the units to be sold"
    if infinitive and a.sentence(v).headline and a.tokens[v].dep in ("ROOT", "conj", "xcomp", "relcl", "acl"):
        return Factuality(modality="planned", sign="headline infinitive")
    return ACTUAL


def _in_context(a: Annotation, v: int, modality: Modality) -> Modality:
    """ "Said they would strike" is the future seen from a report, "wish they would" a wish; "if …, we will strike" is
    a supposition."""
    for clause in a.children(v, "advcl"):
        marks = {t.lemma for t in a.children(clause.i, "mark")}
        if _is_inverted(a, clause.i) or "if" in marks or ("unless" in marks and clause.i < v):
            return "hypothetical"
    token = a.tokens[v]
    while token.dep == "conj":
        token = a.head(token.i)
    head = a.head(token.i)
    if modality != "hypothetical" or token.dep != "ccomp" or not is_verb(head):
        return modality
    return "demanded" if is_sign(head, "verbs.demanded") else "planned"


def _is_awaited(a: Annotation, v: int) -> bool:
    """ "We will not rest until they are tried": what ends something to come lies further ahead."""
    if not any(t.lemma in ("until", "till") for t in a.children(v, "mark", "advmod", "prep")):
        return False
    head = a.head(v)
    above = (head, *a.children(head.i, "ccomp"))  # "…, he said, until …"
    return any(is_sign(t, f"auxiliaries.{m}") for h in above for t in a.children(h.i, "aux") for m in _AHEAD)


def _is_of_anybody(a: Annotation, v: int) -> bool:
    """Whether "you" is anybody: "when you sue a bank, you meet its lawyers"; not "you attack us"."""
    clauses = (a.tokens[v], *a.children(v, "advcl"))
    timed = any(is_sign(t, "markers.when") for c in clauses for t in a.children(c.i, "mark", "advmod"))
    return timed and any(t.lemma == "you" for t in a.children(v, "nsubj"))


def _opens_ahead(a: Annotation, v: int) -> Factuality | None:
    """Clauses of time that lie ahead: "will talk once they are freed", "would vote only after he had left"."""
    if a.tokens[v].dep != "advcl":
        return None
    opener = next((t for t in a.children(v, "mark", "advmod") if is_sign(t, "markers.when") and t.i < v), None)
    if opener is None:
        return None
    finite = next((t for t in (*a.children(v, "aux", "auxpass"), a.tokens[v]) if t.tag in ("VBZ", "VBP", "VBD")), None)
    present = finite is not None and finite.tag != "VBD"
    ahead = any(is_sign(t, f"auxiliaries.{m}") for t in a.children(a.tokens[v].head, "aux") for m in ORDER)
    only = any(t.lemma == "only" for t in a.tokens[max(0, opener.i - 1) : opener.i])
    if ahead and present:
        return Factuality(modality="planned", sign=opener.text)
    return Factuality(modality="hypothetical", sign=f"only {opener.text}") if ahead and only else None


def _is_inverted(a: Annotation, v: int) -> bool:
    """ "Had the vote passed, …", "should the talks fail": a condition without "if"."""
    subjects = a.children(v, "nsubj", "nsubjpass")
    fronted = [t for t in a.children(v, "aux") if subjects and t.i < subjects[0].i]
    return (
        bool(fronted)
        and fronted[0].text.lower() in ("had", "should", "were")
        and a.tokens[v].dep in ("advcl", "ccomp", "ROOT")
        and not asks(a, v)
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


def negator(a: Annotation, v: int) -> str:
    """The word that negates verb `v`; empty where none does."""
    for child in a.children(v):
        if child.i < v and child.lemma == "than" and a.tokens[child.i - 1].lemma == "rather":
            return "rather than"  # "retired rather than be fired"
        if child.dep == "neg" or (child.dep in ("advmod", "preconj") and _negates(child)):
            return child.text
        if child.dep == "advmod" and child.lemma in ("long", "longer") and a.children(child.i, "neg", "advmod"):
            return "no longer"
        if child.dep == "dobj" and child.text.lower() in ("nothing", "nobody", "none"):
            return child.text
        if child.dep == "dobj" and has_no(a, child.i):
            return f"no {child.text}"
        if child.dep in ("nsubj", "nsubjpass") and (is_sign(child, "markers.negators") or has_no(a, child.i)):
            return f"no {child.text}"
    token, head = a.tokens[v], a.head(v)
    if token.dep == "pcomp" and (head.lemma in ("without", "instead") or a.head(head.i).lemma in ("short", "instead")):
        return head.text
    if token.dep == "pcomp" and head.lemma == "of" and a.head(a.tokens[head.head].i).lemma == "within":
        return "within"  # "came within a metre of hitting"
    if token.dep == "conj" and is_verb(head) and not a.children(v, "nsubj", "aux") and token.tag == head.tag == "VB":
        return negator(a, head.i)
    return ""


def _negates(adverb: Token) -> bool:
    return is_sign(adverb, "markers.negators") or is_sign(adverb, "markers.nearly")


def _going_to(a: Annotation, v: int) -> bool:
    head = a.head(v)
    return a.tokens[v].dep == "xcomp" and head.text.lower() == "going" and any(t.tag == "TO" for t in a.children(v))
