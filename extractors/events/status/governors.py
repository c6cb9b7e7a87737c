"""What governs an event, up the tree: "plans to", "called for", "denied that", "the risk of"."""

from __future__ import annotations

from dataclasses import replace

from dateline.extractors.events.arguments import accuser, is_passive, is_verb, joined_to
from dateline.extractors.events.status.nouns import is_definite
from dateline.extractors.events.status.signs import ACTUAL, Factuality, governs, has_no, is_sign, judged_by, provides
from dateline.extractors.events.status.verbs import negator, of_verb
from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Modality

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MAX_CLIMB = 12
_CHARGED = ("of", "for", "with", "on")
"""What names the charge: "accused of murder"; one who is "charged over the killing" is held for what was done."""


def climb(a: Annotation, anchor: int) -> Factuality:
    """Follow what governs the event until a clause that stands on its own; the nearest sign decides."""
    token = a.tokens[anchor]
    for _ in range(_MAX_CLIMB):
        head = accuser(a, token) or a.head(token.i)
        if token.dep == "relcl" and is_verb(head):
            token = replace(token, dep="ccomp")  # a verb has no relative clause: "suspect that police killed him"
        if follows := _with_its_clause(a, token, head):
            return follows
        if head.i == token.i or _stands_alone(a, token, head):
            break
        if token.dep == "compound" and is_sign(head, "nouns.presupposing"):
            break
        if token.dep in ("nsubj", "nsubjpass", "poss", "npadvmod"):
            if undone := _undone(a, token, head):
                return undone
            supposed = of_verb(a, head.i) if is_verb(head) and not is_verb(token) else ACTUAL
            wanted = supposed.modality == "demanded" and not governs(
                a, head, "verbs.reacting"
            )  # not "attacks must stop"
            return supposed if supposed.modality == "hypothetical" or wanted else ACTUAL
        done = token.dep in ("dobj", "nsubjpass") and is_sign(head, "verbs.doing")  # "committed a murder"
        found = None if done else _governor(a, token, head)
        if found is not None:
            return found
        if token.dep == "conj" and is_verb(token) and is_verb(head):
            shared = of_verb(a, head.i)
            if shared.modality == "hypothetical" and head.dep == "advcl" and joined_to(a, token, head) is head:
                return shared  # "if they are charged or convicted"
        support = word_lists("syntax.toml")
        bears = support["support.verbs"] | support["support.occurrence"]
        if is_verb(head) and not is_verb(token) and head.lemma not in bears:
            return _brought_about(a, token, head)
        token = head
    return ACTUAL


def _with_its_clause(a: Annotation, token: Token, head: Token) -> Factuality | None:
    """ "It can explode, hurting people": what a deed that is only possible or yet to come goes with, or brings about,
    is so too; what led to it ("having lost") or is said with it ("saying that he was ill") is not."""
    joined = token.dep == "advcl" and token.tag == "VBG" and is_verb(head) and token.i > head.i
    if not joined or a.children(token.i, "aux", "auxpass", "mark", "nsubj", "prep") or is_reporting(token):
        return None
    own = of_verb(a, head.i)
    ahead = any(t.tag == "MD" for t in a.children(head.i, "aux"))
    return own if ahead and own.settled and own.polarity == "positive" else None


def _brought_about(a: Annotation, event: Token, verb: Token) -> Factuality:
    """ "It would spark a war", "to win a pardon": what a deed not yet done is to bring about is not yet so either; "to
    quell a protest" leaves the protest a fact, as what is done to an event does."""
    if event.dep != "dobj" or is_definite(a, event.i) or governs(a, verb, "verbs.reacting"):
        return ACTUAL
    own = of_verb(a, verb.i)
    found = own if own.settled else climb(a, verb.i)
    return found if found.settled and found.polarity == "positive" else ACTUAL


def _undone(a: Annotation, token: Token, head: Token) -> Factuality | None:
    """ "A strike was averted" did not happen, nor a headline's "attack foiled"; one that "may be averted" still may."""
    headlined = token.dep == "nsubj" and a.sentence(head.i).headline and not a.children(head.i, "dobj", "ccomp")
    undergone = token.dep == "nsubjpass" or headlined
    if not undergone or is_verb(token) or not governs(a, head, "verbs.undone"):
        return None
    own = of_verb(a, head.i)
    if own.polarity == "negative":
        return None
    return Factuality(modality="possible", sign=head.text) if own.settled else Factuality("negative", sign=head.text)


def _of_doing(a: Annotation, preposition: Token) -> bool:
    """ "An interest in resuming talks", "kept them from voting"."""
    return bool(a.children(preposition.i, "pcomp")) or any(t.tag == "VBG" for t in a.children(preposition.i, "pobj"))


_REACHING = frozenset(
    {"of", "for", "to", "on", "against", "about", "into", "with", "by", "without", "at", "under", "through"}
)
"""Prepositions through which what is said of a noun bears on an event below it."""


def _stands_alone(a: Annotation, token: Token, head: Token) -> bool:
    """Whether a clause or phrase is vouched for by the writer whatever its governor says."""
    if token.dep in ("relcl", "advcl") and not _is_purpose(a, token):
        return True
    if token.dep == "acl":
        return token.tag in ("VBG", "VBN") and not _is_content(a, token) and not _is_imagined(a, head)
    if token.dep == "prep":
        doing = token.lemma == "in" or (token.lemma == "from" and is_sign(head, "verbs.keeping"))
        return token.lemma not in _REACHING and not (doing and _of_doing(a, token))
    if token.dep == "conj":
        return is_verb(head) and token.tag in _FINITE and head.tag not in _FINITE
    parenthetic = token.dep in ("ccomp", "parataxis") and head.i > token.i
    return parenthetic and token.tag in _FINITE and not is_reporting(head)


def _is_content(a: Annotation, clause: Token) -> bool:
    """ "Charges that he had bribed them": a clause that tells what its noun says."""
    return clause.dep == "acl" and any(t.lemma == "that" for t in a.children(clause.i, "mark"))


def _is_imagined(a: Annotation, noun: Token) -> bool:
    """ "the possibility of a war sparked by clashes": what hangs on an imagined thing is imagined with it."""
    above = a.head(a.head(noun.i).i)
    return noun.dep == "pobj" and any(is_sign(above, f"nouns.{m}") for m in ("possible", "hypothetical", "planned"))


def _is_purpose(a: Annotation, v: Token) -> bool:
    return any(t.tag == "TO" for t in a.children(v.i, "aux"))


def _governor(a: Annotation, token: Token, head: Token) -> Factuality | None:
    """What `head` makes of the event below it; None where it says nothing and the climb goes on."""
    if is_verb(head):
        return _verb_governor(a, token, head)
    if head.pos in ("NOUN", "PROPN"):
        return _noun_governor(a, token, head)
    # "deaths due to gunfire" were; what is "due to begin" is planned
    because = head.lemma == "due" and token.dep == "prep" and token.lemma == "to"
    if head.pos == "ADJ" and token.dep in ("xcomp", "ccomp", "prep", "advcl") and not because:
        return judged_by(head)
    return None


def _called(a: Annotation, be: Token) -> Factuality | None:
    """ "It is my hope that they go free": what a clause is said to be that is no fact."""
    for noun in a.children(be.i, "attr"):
        for modality in ("demanded", "planned", "possible"):
            if is_sign(noun, f"nouns.{modality}"):
                return Factuality(modality=modality, sign=noun.text)
    return None


def _had_to(a: Annotation, deed: Token, have: Token) -> Factuality | None:
    """ "Has to leave" is an order; who "had to leave" left, unless that is what somebody says he was told (Hacquard
    2006 on actuality entailments)."""
    if any(t.lemma == "yet" for t in (*a.children(have.i, "advmod"), *a.children(deed.i, "advmod"))):
        return Factuality("negative", sign="yet to")
    if have.tag == "VBD" and have.dep in ("ROOT", "conj", "relcl", "advcl") and not negator(a, have.i):
        return None
    return Factuality(modality="demanded", sign="have to")


_PHRASES = {"demanded": ("for", "to"), "planned": ("for", "to", "on"), "possible": ("for", "of", "about", "on", "at")}
"""Prepositions through which governing verbs of each kind reach an event noun."""


def _is_aim(a: Annotation, preposition: Token, verb: Token) -> bool:
    """ "Aimed at freeing the hostages"."""
    return verb.lemma == "aim" and preposition.lemma == "at" and bool(a.children(preposition.i, "pcomp"))


def _verb_governor(a: Annotation, token: Token, head: Token) -> Factuality | None:
    if token.dep in ("xcomp", "ccomp", "advcl"):
        judged = next((j for t in a.children(head.i, "acomp", "attr", "oprd") if (j := judged_by(t))), None)
        if judged:
            return judged
        if token.dep == "ccomp" and head.lemma == "be" and token.i > head.i and (meant := _called(a, head)):
            return meant
        if head.lemma == "have" and token.dep == "xcomp":
            return _had_to(a, token, head)
        present = is_sign(token, "verbs.expressive") and bool(
            a.children(head.i, "prep")
        )  # "was at the gate to protest"
        if head.lemma == "be" and _is_purpose(a, token) and not present:
            undone = negator(a, head.i) or any(t.lemma == "have" for t in a.children(token.i, "aux"))
            return Factuality("negative" if undone else "positive", "planned", "be to")  # "was to have voted"
    elif token.dep not in ("prep", "pcomp", "dobj", "nsubjpass", "agent", "oprd", "acomp"):
        return None
    if head.lemma == "plead" and (plea := a.children(head.i, "acomp")):
        return _plea(a, head, plea[0])
    returned = token.dep == "prep" and token.lemma == "to" and a.children(token.i, "pcomp")  # "will return to guarding"
    means = token.dep == "agent" or (token.dep == "prep" and token.lemma in ("through", "by")) or returned
    if means and (own := of_verb(a, head.i)).settled:
        return own  # "could be hit by a cyclone", "will be done through a decree"
    if token.dep == "prep" and token.lemma == "to" and head.lemma == "look" and _is_forward(a, head):
        return Factuality(modality="planned", sign="look forward to")
    if token.dep == "prep" and token.lemma == "from" and is_sign(head, "verbs.keeping"):
        return None if negator(a, head.i) else Factuality("negative", sign=f"{head.text} from")
    if token.dep == "prep" and token.lemma == "to" and any(t.lemma == "no" for t in a.children(head.i, "intj", "dobj")):
        return Factuality("negative", sign="no to")
    if token.dep == "prep" and token.lemma == "for" and is_passive(a, head.i) and is_sign(head, "verbs.sought"):
        return Factuality(modality="possible", sign=head.text)  # "is wanted for murder"
    negated = bool(negator(a, head.i))
    finite = token.tag in (*_FINITE, "VBN") or any(t.tag in _FINITE for t in a.children(token.i, "aux", "auxpass"))
    told = finite and not is_sign(head, "verbs.wanting")  # "want the manager put on trial"
    if token.dep == "ccomp" and told and not _is_subjunctive(a, token):
        return _reported(a, head, negated)
    if governs(a, head, "verbs.denied" if is_verb(token) or token.dep in ("prep", "pcomp") else "verbs.undone"):
        return _undenied(a, head) if negated else Factuality("negative", sign=head.text)
    if token.dep in ("dobj", "nsubjpass") and is_sign(head, "verbs.performing") and is_sign(token, "nouns.performed"):
        return None  # "announced a new inquiry"
    if not is_verb(token) and token.dep != "pcomp" and is_sign(head, "verbs.inquiring"):
        return None  # "is investigating a shooting": there was one
    for modality in ("demanded", "planned", "possible", "hypothetical"):
        reached = token.dep != "prep" or token.lemma in _PHRASES.get(modality, ()) or _is_aim(a, token, head)
        reached = reached and not (head.lemma == "call" and _calls_together(a, token, head))
        if reached and governs(a, head, f"verbs.{modality}"):
            return Factuality("negative" if negated else "positive", modality, head.text)
    if token.dep == "acomp" and is_sign(token, "adjectives.bound") and (own := of_verb(a, head.i)).settled:
        return own  # "may be subject to a fine"
    if token.dep == "prep" and token.lemma in _CHARGED and is_sign(head, "verbs.accused"):
        return Factuality(modality="possible", sign=head.text)
    if provides(a, head):
        return Factuality(modality="hypothetical", sign=head.text)
    if token.dep == "xcomp" and _is_purpose(a, token) and is_sign(head, "verbs.striving"):
        return Factuality(modality="possible", sign=f"{head.text} to")
    if token.dep == "advcl":
        expressive = is_sign(token, "verbs.expressive")
        return None if expressive else Factuality(modality="planned", sign="in order to")
    if token.dep in ("xcomp", "pcomp", "ccomp"):
        own = of_verb(a, head.i)
        if own.settled:
            return own
        if governs(a, head, "verbs.ongoing"):
            return Factuality(modality="ongoing", sign=head.text)
    return None


def _is_forward(a: Annotation, look: Token) -> bool:
    return any(t.lemma == "forward" for t in a.children(look.i, "advmod", "prt"))


def _plea(a: Annotation, plead: Token, plea: Token) -> Factuality | None:
    """ "Pleaded guilty to fraud": there was some; "not guilty": he denies it; whoever is to plead, or refused to, may
    have done it."""
    if plea.lemma != "guilty" or negator(a, plea.i):
        return Factuality("negative", sign=plea.text)
    pleaded = plead.tag in ("VBD", "VBZ", "VBP", "VBG", "VBN") and not negator(a, plead.i)
    return None if pleaded and not of_verb(a, plead.i).settled else Factuality(modality="possible", sign=plead.text)


def _calls_together(a: Annotation, token: Token, call: Token) -> bool:
    """ "Called a strike"; "crews were called to a crash": no calls for one."""
    summoned = token.lemma == "to" and bool(a.children(call.i, "nsubjpass"))
    return token.dep in ("dobj", "nsubjpass") or summoned


def _undenied(a: Annotation, verb: Token) -> Factuality | None:
    """ "did not rule out": possible after all; "did not prevent": it happened."""
    return Factuality(modality="possible", sign=f"not {verb.text}") if governs(a, verb, "verbs.unsaid") else None


def _is_subjunctive(a: Annotation, v: Token) -> bool:
    """ "demanded that he be freed", "that the state prohibit it"."""
    bare = v.tag == "VB" and not a.children(v.i, "aux")
    singular = any(t.tag in ("NN", "NNP") and not a.children(t.i, "conj") for t in a.children(v.i, "nsubj"))
    return (
        bare or (v.tag == "VBP" and singular) or any(t.text.lower() == "be" for t in a.children(v.i, "auxpass", "aux"))
    )


def _reported(a: Annotation, head: Token, negated: bool) -> Factuality | None:
    """A finite clause is reported as it stands, unless the verb above doubts or denies it."""
    if governs(a, head, "verbs.denied"):
        return None if negated else Factuality("negative", sign=head.text)
    if provides(a, head):
        return Factuality(modality="hypothetical", sign=head.text)
    if governs(a, head, "verbs.doubted"):
        return Factuality("negative" if negated else "positive", "possible", head.text)
    return None


def _noun_governor(a: Annotation, token: Token, head: Token) -> Factuality | None:
    if token.dep == "compound":
        keys: tuple[Modality, ...] = ("possible", "planned")
    elif token.dep in ("acl", "relcl", "advcl", "ccomp", "pcomp") or (
        token.dep == "prep"
        and (
            token.lemma in ("of", "for", "to", "against", "about", "on")
            or (token.lemma == "in" and _of_doing(a, token))
        )
    ):
        keys = ("demanded", "planned", "possible", "hypothetical")
    else:
        return None
    if _is_content(a, token) and not _is_subjunctive(a, token):
        keys = ("demanded", "possible")  # "the announcement that he had left" tells that he had
    if has_no(a, head.i) or head.lemma in ("nothing", "nobody"):
        return Factuality("negative", sign=f"no {head.text}")
    above = a.head(head.i)
    if is_sign(head, "nouns.possible") and is_verb(above) and is_sign(above, "verbs.dismissed"):
        return Factuality("negative", sign=above.text)  # "dismissed rumours of a coup"
    for modality in keys:
        if is_sign(head, f"nouns.{modality}"):
            return Factuality(modality=modality, sign=head.text)
    if token.lemma == "of" and token.dep == "prep" and a.children(token.i, "pcomp") and is_sign(head, "nouns.notional"):
        return Factuality(modality="hypothetical", sign=f"{head.text} of")
    if is_sign(head, "nouns.denied"):
        return Factuality("negative", sign=head.text)
    infinitive = token.dep in ("acl", "relcl", "advcl") and _is_purpose(a, token)  # "authority to", "units to be sold"
    if infinitive and any(is_sign(t, "ordinals.done") for t in (head, *a.children(head.i, "amod"))):
        return None
    return Factuality(modality="possible", sign=f"{head.text} to") if infinitive else None
