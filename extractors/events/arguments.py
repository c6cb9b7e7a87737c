"""Where the arguments of a verb or an event noun stand in the dependency tree; tokens only, no meaning.

Covers active, passive and agentless clauses, coordination, control and raising, relative, participial and infinitive
clauses, possessives, compounds ("U.S. strike", "U.S.-led invasion") and support verbs ("staged an attack").
Labels are ClearNLP's as spaCy uses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extractors.events.bearing import bearer
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PAST = frozenset({"VBD", "VBN"})
_MAX_DEPTH = 8


def _syntax(key: str) -> frozenset[str]:
    return word_lists("syntax.toml")[key]


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form in use as such (an auxiliary that heads a clause included)."""
    return token.pos in ("VERB", "AUX")


def is_passive(a: Annotation, v: int) -> bool:
    """Whether the verb's grammatical subject is what the act is done to."""
    token = a.tokens[v]
    if a.children(v, "auxpass", "nsubjpass"):
        return True
    if a.children(v, "dobj") or any(c.lemma in ("have", "having") for c in a.children(v, "aux")):
        return False
    if token.tag in _PAST and a.children(v, "agent"):
        return True
    if token.tag == "VBN" and token.dep in ("acl", "amod", "advcl", "relcl"):
        return token.dep != "relcl" or all(t.lemma in _RELATIVE for t in a.children(v, "nsubj"))
    if _is_found_so(a, v):
        return True
    if token.dep == "conj" and token.tag in ("VBN", "VBD") and not a.children(v, "aux"):
        head = a.head(v)
        if token.lemma in _syntax("support.subject_control") and a.children(v, "xcomp"):
            return False  # "said it was not told and threatened to strike"
        return is_verb(head) and is_passive(a, head.i) and (token.tag == head.tag or not a.children(v, *SUBJECTS))
    return _lacks_object(a, token)


def _is_found_so(a: Annotation, v: int) -> bool:
    """Whether a participle says in which state the verb above finds or leaves its object: "left nine guards killed"."""
    token, head = a.tokens[v], a.head(v)
    if token.dep == "conj" and token.tag == "VBN" and not a.children(v, "aux"):  # "left ten dead and dozens hurt"
        return head.lemma in _syntax("support.finding") and bool(a.children(v, "nsubj")) and not a.children(v, "dobj")
    state = token.tag == "VBN" and token.dep in ("xcomp", "oprd", "ccomp") and not a.children(v, "aux")
    own = a.children(v, *SUBJECTS)
    found = token.dep == "ccomp" if own else bool(a.children(head.i, "dobj"))  # "has seen his car attacked"
    return state and head.lemma in _syntax("support.finding") and found


def _lacks_object(a: Annotation, v: Token) -> bool:
    """Whether a verb that cannot do without an object has none, and so is a headline's passive: "minister sacked". Who
    "shot at the crowd" did so; "minister sacked on Monday" is passive only in a headline."""
    if v.tag not in _PAST or v.lemma not in _syntax("support.transitive") or v.dep in ("relcl", "conj", "pcomp"):
        return False
    if a.children(v.i, "aux", "dobj", "dative", "ccomp", "xcomp", "oprd") or not a.children(v.i, "nsubj"):
        return False
    if any(t.lemma in ("at", "into", "on", "toward", "towards") for t in a.children(v.i, "prep")):
        return a.sentence(v.i).headline and v.lemma not in ("shoot", "charge")
    return not any(is_verb(c) for c in a.children(v.i, "conj"))


def grammatical_subject(a: Annotation, v: int, depth: int = 0) -> tuple[int, ...]:
    """The subject of verb `v`, its own or the one that its construction lends it; empty where there is none."""
    if depth > _MAX_DEPTH:
        return ()
    own = a.children(v, *SUBJECTS)
    token, head = a.tokens[v], a.head(v)
    if own:
        return tuple(i for t in own for i in (_antecedent(a, v, t)))
    if head.i == v:
        return ()
    if token.dep == "relcl":
        return (head.i,)
    if token.dep == "acl":
        return (head.i,) if token.tag in ("VBG", "VBN") else noun_doer(a, head.i, depth + 1)
    if token.dep == "conj" and is_verb(head):
        own_one = _before_it(a, token, head)
        return (own_one,) if own_one else grammatical_subject(a, joined_to(a, token, head).i, depth + 1)
    perfect = token.tag == "VBN" and any(t.text.lower() in ("have", "having") for t in a.children(v, "aux"))
    if _is_found_so(a, v):
        return tuple(t.i for t in a.children(head.i, "dobj"))
    if token.dep in ("xcomp", "ccomp") and is_verb(head) and (token.tag in ("VB", "VBG") or perfect):
        objects = a.children(head.i, "dobj")
        if objects and head.lemma not in _syntax("support.subject_control"):
            return (objects[0].i,)
        if head.lemma == "call" and (called := tuple(after_preposition(a, head.i, "on", "upon"))):
            return called
        return grammatical_subject(a, head.i, depth + 1)
    if token.dep == "xcomp" and head.pos == "ADJ":
        return grammatical_subject(a, a.head(head.i).i, depth + 1)
    if token.dep == "advcl" and is_verb(head):
        if token.tag == "VBG" and _tells_toll(token) and is_passive(a, head.i):
            return tuple(after_preposition(a, head.i, "by"))  # "the bus was hit by rebels, killing two"
        if charged := _charged_with(a, token, head):
            return charged
        cause = _nearer_cause(a, token)
        return grammatical_subject(a, (cause or head).i, depth + 1)
    if token.dep == "pcomp":
        return _subject_of_gerund(a, head.i, depth)
    return ()


def _before_it(a: Annotation, v: Token, head: Token) -> int | None:
    """The subject of a coordinated verb that the parser joins to a noun of the clause before: "the camp was hit by
    shells and a bridge blew up". No "and" stands between such a noun and its verb."""
    at = v.i - 1
    while at > head.i and (a.tokens[at].head == v.i and a.tokens[at].dep in ("advmod", "aux", "auxpass", "neg")):
        at -= 1
    noun = a.tokens[at]
    joined = noun.dep == "conj" and noun.pos in ("NOUN", "PROPN") and not is_verb(a.head(at))
    return at if joined and at > head.i and v.tag in ("VBD", "VBZ", "VBP") else None


def _charged_with(a: Annotation, v: Token, head: Token) -> tuple[int, ...]:
    """Who is to do it where somebody is sent, named or asked to: "appointed a general to lead the council"."""
    aims = v.tag == "VB" and any(t.tag == "TO" for t in a.children(v.i, "aux"))
    if not aims or is_passive(a, head.i) or head.lemma not in _syntax("support.object_control"):
        return ()
    whom = a.children(head.i, "dative") or a.children(head.i, "dobj")
    return tuple(t.i for t in whom if t.i < v.i) or tuple(after_preposition(a, head.i, "with"))


def joined_to(a: Annotation, v: Token, head: Token) -> Token:
    """The verb whose subject a coordinated verb shares: behind a comma the main one, not that of an "if" clause
    between them ("would talk only if he left, and threatened a strike"), and the one whose
    form it has ("said that it must end and thanked them", "set up a panel to look into it and promised money")."""
    above = a.head(head.i)
    if head.dep == "ccomp" and is_verb(above) and is_passive(a, head.i) and not is_passive(a, v.i):
        return above
    told = head.dep == "ccomp" and is_verb(above) and any(t.tag == "MD" for t in a.children(head.i, "aux"))
    if told and v.tag == above.tag and v.tag in ("VBD", "VBZ", "VBP") and not a.children(v.i, "aux"):
        return above
    beside = a.head(above.i) if head.dep == "relcl" else above
    if head.dep == "relcl" and head.tag == "VBG" and v.tag == beside.tag == "VBD" and a.children(v.i, "dobj"):
        return beside  # "beat students who were marching and detained ten of them"
    if head.tag == "VB" and head.dep in ("advcl", "xcomp") and is_verb(above):
        return above if v.tag in _PAST or v.lemma == above.lemma else head
    behind_comma = any(t.text == "," for t in a.tokens[max(v.i - 2, 0) : v.i])
    clause = head.dep == "advcl" and is_verb(above) and above.i < head.i
    return above if clause and behind_comma else head


def _nearer_cause(a: Annotation, v: Token) -> Token | None:
    """The verb of a relative clause that a toll behind it belongs to, although the parser hangs it higher:
    "hunting a man who fired on a crowd, killing two"."""
    if v.tag != "VBG" or not _tells_toll(v):
        return None
    between = [t for t in a.tokens[v.head + 1 : v.i] if is_verb(t) and t.dep in ("relcl", "acl") and t.tag in _PAST]
    return between[-1] if between else None


def _tells_toll(v: Token) -> bool:
    tolls = word_lists("figures.toml")
    return v.lemma in tolls["effects.fatalities"] or v.lemma in tolls["effects.injured"]


def _antecedent(a: Annotation, v: int, subject: Token) -> tuple[int, ...]:
    if subject.lemma in _RELATIVE and subject.pos in ("PRON", "DET", "SCONJ"):
        clause = v
        while a.tokens[clause].dep == "conj":
            clause = a.tokens[clause].head
        if a.tokens[clause].dep == "relcl":
            return (a.tokens[clause].head,)
    return (subject.i,)


def accuser(a: Annotation, preposition: Token) -> Token | None:
    """The verb of "accused the captain of torturing", whose phrase the parser hangs on the captain."""
    noun = a.head(preposition.i)
    verb = a.head(noun.i)
    accused = preposition.dep == "prep" and noun.dep in ("dobj", "nsubjpass") and noun.i < preposition.i
    return verb if accused and verb.lemma in _syntax("support.object_of") else None


def _subject_of_gerund(a: Annotation, preposition: int, depth: int) -> tuple[int, ...]:
    governor = a.head(preposition)
    if accuser(a, a.tokens[preposition]):
        return (governor.i,)
    if is_verb(governor):
        objects = a.children(governor.i, "dobj")
        if objects and governor.lemma in _syntax("support.object_of"):
            return (objects[0].i,)
        return grammatical_subject(a, governor.i, depth + 1)
    if governor.pos == "ADJ":  # "found her guilty of killing him"
        return said_to_be(a, governor, depth)
    if governor.pos == "ADV":  # "stopped short of calling for it"
        return grammatical_subject(a, governor.head, depth + 1)
    return noun_doer(a, governor.i, depth + 1)


def said_to_be(a: Annotation, adjective: Token, depth: int = 0) -> tuple[int, ...]:
    """Of whom an adjective is said: "was guilty", "found her guilty", "was found guilty"."""
    if own := a.children(adjective.i, *SUBJECTS):
        return (own[0].i,)
    verb = a.head(adjective.i)
    if adjective.dep == "amod":
        return (verb.i,)
    if not is_verb(verb):
        return ()
    found = a.children(verb.i, "dobj")
    return (found[0].i,) if found else grammatical_subject(a, verb.i, depth + 1)


def noun_doer(a: Annotation, noun: int, depth: int = 0) -> tuple[int, ...]:
    """Who does what an event noun names: its possessor, "by" phrase, or the subject of its support verb."""
    possessors = a.children(noun, "poss")
    if possessors:
        return tuple(t.i for t in possessors)
    by = tuple(after_preposition(a, noun, "by"))
    return by or lent_subject(a, noun, depth)


def support_verb(a: Annotation, noun: int) -> Token | None:
    """The verb that only lends the noun a doer ("staged" in "staged an attack"), if there is one."""
    token = bearer(a, noun)
    head = a.head(token.i)
    if token.dep in ("dobj", "nsubjpass", "attr") and head.lemma in _syntax("support.verbs"):
        weighed = any(
            t.lemma in _syntax("support.weighing") for t in a.children(head.i, "advmod")
        )  # "take it seriously"
        return None if weighed or a.children(head.i, "oprd") else head  # who "called the raid a success" did not raid
    if token.dep == "pobj" and head.lemma in ("in", "on", "out", "to", "with") and is_verb(a.head(head.i)):
        governor = a.head(head.i)
        if governor.lemma == "be":  # "we have been in talks", not "in the attack"
            return governor if head.lemma == "in" and not a.children(token.i, "det", "poss") else None
        helps = _syntax("support.answering_with") if head.lemma == "with" else _syntax("support.helping")
        helps = frozenset() if governor.dep == "acl" else helps  # "suspected to be figures involved in it"
        lends = governor.lemma in _syntax("support.verbs") or governor.lemma in helps
        return governor if lends and not a.children(governor.i, "dobj") else None
    return None


def sufferance(a: Annotation, noun: int) -> Token | None:
    """The verb whose subject undergoes what its object names: "faces trial", "drew criticism"."""
    token = bearer(a, noun)
    verb = a.head(token.i)
    undergone = token.dep == "dobj" and verb.lemma in _syntax("support.sufferers") and not is_passive(a, verb.i)
    return verb if undergone else None


def lent_subject(a: Annotation, noun: int, depth: int = 0) -> tuple[int, ...]:
    """The doer that a support verb, or a participle behind the noun ("staged by X"), lends an event noun."""
    verb = support_verb(a, noun)
    if verb is not None and verb.lemma not in _syntax("support.outsiders"):
        if is_passive(a, verb.i) and verb.lemma not in _syntax("support.helping"):
            return tuple(after_preposition(a, verb.i, "by"))
        return grammatical_subject(a, verb.i, depth + 1)  # "was involved in the raid" too
    befallen = [t for p in a.children(noun, "prep") for t in a.children(p.i, "pobj")]
    for participle in (c for t in (a.tokens[noun], *befallen) for c in a.children(t.i, "acl", "relcl")):
        if participle.lemma in _syntax("support.verbs"):
            by = tuple(after_preposition(a, participle.i, "by"))
            if by:
                return by
            subjects = a.children(participle.i, "nsubj")
            relative = participle.dep == "relcl" or participle in done_in(a, participle.head)
            if relative and subjects and subjects[0].lemma not in _RELATIVE:
                return (subjects[0].i,)
    return ()


def done_in(a: Annotation, noun: int) -> tuple[Token, ...]:
    """The clauses that tell who did what a noun names, and to whom: "the accusations that Ann leveled at Ben"."""
    clauses = (c for c in a.children(noun, "acl", "relcl") if c.lemma in _syntax("support.verbs"))
    return tuple(
        c
        for c in clauses
        if any(t.lemma not in _RELATIVE for t in a.children(c.i, "nsubj"))
        and all(t.lemma in _RELATIVE for t in a.children(c.i, "dobj"))
        and not a.children(c.i, "ccomp", "xcomp")
    )


def objects(a: Annotation, v: int) -> tuple[int, ...]:
    """What verb `v` acts upon: direct object, passive subject, or the noun that a relative clause hangs on."""
    if is_passive(a, v):
        return grammatical_subject(a, v)
    own = tuple(t.i for t in a.children(v, "dobj", "dative") if t.lemma not in _RELATIVE)
    if own:
        return own
    finds = a.tokens[v].lemma in _syntax("support.finding")
    states = (c for c in a.children(v, "ccomp") if c.pos == "ADJ" or (finds and c.tag == "VBN"))
    if own := tuple(s.i for c in states for s in a.children(c.i, "nsubj")):
        return own  # "found him guilty", "left a nurse injured"
    token = a.tokens[v]
    clause = token
    while clause.dep == "xcomp" and is_verb(a.head(clause.i)) and not a.children(clause.head, "dobj"):
        clause = a.head(clause.i)  # "a ship that they were trying to hijack"
    if any(t.lemma in ("where", "when", "why") for t in a.children(clause.i, "advmod")):
        return ()
    if clause.dep == "relcl" and any(t.lemma not in _RELATIVE for t in a.children(clause.i, *SUBJECTS)):
        return (clause.head,)
    if any(t.lemma in _RELATIVE for t in a.children(v, "dobj")) and clause.dep == "relcl":
        return (clause.head,)
    if token.lemma in _syntax("support.befallen"):
        return grammatical_subject(a, v)  # "two men drowned"
    shared = [c for c in a.children(v, "conj") if is_verb(c) and a.children(c.i, "dobj")]
    if shared and not a.children(v, "prep", "agent", "ccomp", "xcomp"):
        return tuple(t.i for t in a.children(shared[0].i, "dobj"))
    return ()


def after_preposition(a: Annotation, i: int, *prepositions: str) -> Iterator[int]:
    """Nouns in a phrase that one of the prepositions opens and that depends on token `i`."""
    reasons = _syntax("links.reasons")
    for preposition in a.children(i, "prep", "agent", "prt", "dative", "advmod"):
        if preposition.lemma in prepositions:
            yield from (t.i for t in a.children(preposition.i, "pobj"))
        elif preposition.dep == "prep" and preposition.lemma not in reasons:  # "in front of the embassy", "out of town"
            for inner in a.children(preposition.i, "prep"):
                if inner.lemma in prepositions:
                    yield from (t.i for t in a.children(inner.i, "pobj"))


def coordinated(a: Annotation, tokens: Iterable[int]) -> tuple[int, ...]:
    """The tokens with all nouns joined to them by "and", "or" or commas."""
    found: list[int] = []
    todo = list(tokens)
    while todo:
        i = todo.pop(0)
        if i not in found:
            found.append(i)
            todo.extend(c.i for c in a.children(i, "conj") if not is_verb(c))
    return tuple(found)
