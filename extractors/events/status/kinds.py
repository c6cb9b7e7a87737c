"""What a sentence says of events of a kind, and of none that happened: "most strikes end within a week"."""

from __future__ import annotations

from dateline.extractors.events.arguments import is_passive, is_verb
from dateline.extractors.events.status.signs import Factuality, is_sign
from dateline.extractors.reporting import is_reporting
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_SUBJECTS = ("nsubj", "nsubjpass")
_PRESENT = frozenset({"VBZ", "VBP"})
_KNOWN = ("det", "poss", "nummod")


def of_a_kind(a: Annotation, anchor: int) -> Factuality | None:
    """The sign that a whole kind of event is spoken of; None where one event may be.

    After the marks of genericity of Krifka et al. (1995): the simple present, a noun without an article or number, and
    words of how often. A headline tells of one event in the present too.
    """
    token = a.tokens[anchor]
    if a.sentence(anchor).headline:
        return None
    if is_verb(token):
        often = next((t for t in a.children(anchor, "advmod", "npadvmod", "prep") if _tells_how_often(a, t)), None)
        whoever = a.head(anchor) if token.dep == "relcl" and is_sign(a.head(anchor), "kinds.anybody") else None
        if token.dep == "acl" and is_sign(a.head(anchor), "kinds.somebody"):
            return _told(a.head(anchor))  # "up to five years for anyone convicted of it"
        sign = often or whoever or _done_to_any(a, token) or _of_any_who(a, token)
        return _told(sign) if sign is not None and _is_habitual(a, token) else None
    first = a.head(anchor).i if token.dep == "conj" and not a.children(anchor, *_KNOWN) else anchor
    every = next((t for t in a.children(first, "det", "amod") if is_sign(t, "kinds.every")), None)
    verb = _above(a, token)
    if verb is None or not _is_habitual(a, verb):
        return None
    if token.dep == "pobj" and a.head(token.i).lemma == "of" and _is_any(a, token):
        part = a.head(a.head(token.i).i)  # "the end of a strike is marked by"
        return _told(verb) if part.dep in _SUBJECTS and part.head == verb.i and is_passive(a, verb.i) else None
    if every is not None:
        return _told(every)
    if token.dep == "attr" and a.children(anchor, "det"):  # "an attack on one is an attack on all"
        subjects = [t for t in a.children(verb.i, *_SUBJECTS) if not is_verb(t)]
        return of_a_kind(a, subjects[0].i) if subjects else None
    if token.dep not in _SUBJECTS or verb.i != token.head or not _is_any(a, token) or _is_of_now(a, verb):
        return None
    habit = any(_tells_how_often(a, t) for t in a.children(verb.i, "advmod", "npadvmod", "prep"))
    return _told(verb) if habit or _characterises(a, verb) or _is_what_happens_to(a, verb) else None


def _done_to_any(a: Annotation, verb: Token) -> Token | None:
    """The bare plural to which something is done in the simple present: "employers are nominated by their staff"; but
    not "are being nominated", nor in May."""
    asked = is_sign(verb, "verbs.demanded")  # "drivers are urged to stay at home"
    subjects = a.children(verb.i, "nsubjpass") if verb.dep == "ROOT" and not (asked or _is_dated(a, verb)) else ()
    return next((t for t in subjects if t.tag == "NNS" and not a.children(t.i)), None)


def _of_any_who(a: Annotation, verb: Token) -> Token | None:
    """The bare plural of whom a rule speaks: "employees who agree to leave are to get a year's pay"."""
    noun = a.head(verb.i)
    any_one = noun.tag == "NNS" and not a.children(noun.i, *_KNOWN, "amod", "compound")
    if verb.dep != "relcl" or noun.dep not in _SUBJECTS or not any_one:
        return None
    ruled = a.head(noun.i)
    infinitives = [x.i for x in a.children(ruled.i, "xcomp")] if ruled.lemma == "be" else []
    return noun if any(t.tag in ("MD", "TO") for i in (ruled.i, *infinitives) for t in a.children(i, "aux")) else None


def _told(sign: Token) -> Factuality:
    return Factuality(modality="hypothetical", sign=sign.text)


def _above(a: Annotation, token: Token) -> Token | None:
    """The verb of the clause that a noun stands in."""
    while not is_verb(token):
        if token.head == token.i:
            return None
        token = a.head(token.i)
    return token


def _characterises(a: Annotation, verb: Token) -> bool:
    """Whether a copula says how things of a kind are: "are common", "are a burden"; not how they are in Lima."""
    somewhere = any(t.pos == "PROPN" for p in a.children(verb.i, "prep") for t in a.children(p.i, "pobj"))
    return verb.lemma == "be" and bool(a.children(verb.i, "acomp", "attr")) and not somewhere


def _is_what_happens_to(a: Annotation, verb: Token) -> bool:
    """Whether a passive says what is done with all of a kind: "complaints are handled by an office", not that some are
    held or reported, nor of a day."""
    bears = word_lists("syntax.toml")["support.verbs"] | word_lists("syntax.toml")["support.occurrence"]
    return is_passive(a, verb.i) and verb.lemma not in bears and not is_reporting(verb) and not _is_dated(a, verb)


def _is_dated(a: Annotation, token: Token) -> bool:
    """Whether the sentence names a day or an hour."""
    sentence = a.sentence(token.i)
    return any(e.label in ("DATE", "TIME") and sentence.first <= e.first < sentence.last for e in a.entities)


def _is_of_now(a: Annotation, verb: Token) -> bool:
    """ "Talks are still ongoing"."""
    return any(is_sign(t, "kinds.now") for t in a.children(verb.i, "advmod", "acomp", "attr", "npadvmod"))


def _is_habitual(a: Annotation, verb: Token) -> bool:
    """Whether a verb stands in the simple present: "end", "are held", "do not last"."""
    auxiliaries = a.children(verb.i, "aux", "auxpass")
    if any(t.lemma == "have" or t.tag == "MD" for t in auxiliaries) or verb.tag == "VBG":
        return False
    return (auxiliaries[0] if auxiliaries else verb).tag in _PRESENT


def _tells_how_often(a: Annotation, token: Token) -> bool:
    """ "Usually", "every Friday", "in most cases"."""
    words = (token, *a.children(token.i, "pobj"))
    if token.dep == "prep" and token.lemma != "in":  # "calls on all sides"
        return False
    return is_sign(token, "kinds.often") or any(is_sign(d, "kinds.every") for w in words for d in a.children(w.i))


def _is_any(a: Annotation, noun: Token) -> bool:
    """Whether a noun phrase names no event apart from others: no article, number or owner, and nobody by name in it."""
    if noun.pos != "NOUN" or any(t.text.lower() not in ("a", "an") for t in a.children(noun.i, *_KNOWN)):
        return False
    below = list(a.children(noun.i))
    while below:
        t = below.pop()
        if t.pos in ("PROPN", "NUM") or t.dep == "poss" or t.lemma in ("the", "this", "these", "those", "that"):
            return False
        below += a.children(t.i)
    return True
