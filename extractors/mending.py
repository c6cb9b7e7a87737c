"""A parse put right where the pipeline errs in known ways: verbs with a hyphen, lists of people or things, a subject
behind a date, and a main verb behind a participle.

"Police baton-charged teachers" is read as teachers of the police, "machine-gunned" as a quality; in "killed six monks,
a cook and her daughter" the cook hangs on nothing that was killed; "on 18 October rebels attacked" attacks without
rebels. Nothing else of a parse is touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.extractors.events.lexicon import entries_at
from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists

_ADRIFT = frozenset({"appos", "npadvmod", "nsubj"})
"""What the parser makes of a list's second member."""
_NOUNS = ("NOUN", "PROPN")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_INDEFINITE = frozenset({"a", "an", "another", "several", "some"})
_THEIRS = frozenset({"his", "her", "their", "its"})


def mend(annotation: Annotation) -> Annotation:
    """The same text and words with a better tree; what stands there in three tokens may be one afterwards."""
    mended = _with_hyphened_verbs(annotation)
    for of in (_as_shot_dead, _as_after_date, _as_main_verb, _as_joined_to_noun):
        mended = _replaced(mended, [one for t in mended.tokens for one in of(mended, t)])
    return _with_lists(mended)


def _as_shot_dead(a: Annotation, dead: Token) -> Iterator[Token]:
    """ "Shot dead a nurse", where the nurse seems to stand behind a preposition."""
    whom = a.children(dead.i, "pobj")
    if dead.lemma == "dead" and dead.dep == "prep" and whom:
        yield replace(dead, dep="oprd")
        yield from (replace(t, dep="dobj", head=dead.head) for t in whom)


def _as_after_date(a: Annotation, drawn: Token) -> Iterator[Token]:
    """ "On 18 October guerrilla forces attacked the post", where the forces seem to be a part of the date."""
    link = a.head(drawn.i)
    verb = a.head(link.i)
    calendar = word_lists("case.toml")["calendar.names"]
    dates = [t for t in a.children(drawn.i, "compound", "nmod") if t.lemma in calendar and t.i < drawn.i]
    opens = drawn.dep == "pobj" and link.lemma in ("on", "in") and link.dep == "prep" and drawn.i < verb.i
    alone = verb.tag in ("VBD", "VBZ", "VBP") and not a.children(verb.i, *_SUBJECTS)
    if opens and alone and dates and drawn.lemma not in calendar:
        passive = a.children(verb.i, "auxpass")
        yield replace(drawn, dep="nsubjpass" if passive else "nsubj", head=verb.i)
        yield replace(dates[0], dep="pobj", head=link.i)
        yield from (replace(t, head=dates[0].i) for t in a.children(drawn.i, "nummod") if t.i < dates[0].i)


def _as_main_verb(a: Annotation, verb: Token) -> Iterator[Token]:
    """ "Gunmen suspected to be soldiers killed a guard", where they seem to suspect that somebody killed."""
    other = a.head(verb.i)
    bare = verb.dep == "ccomp" and verb.tag == "VBD" and not a.children(verb.i, "mark", "aux", "auxpass", *_SUBJECTS)
    late = verb.dep == "advcl" and verb.tag in ("VBD", "VBN") and a.tokens[verb.i - 1].text == ","
    late = late and any(t.lemma == "be" for t in a.children(other.i, "xcomp"))  # "the men, said to be armed, fled"
    subjects = a.children(other.i, "nsubj")
    told = other.tag in ("VBN", "VBD") and other.i < verb.i and not a.children(other.i, "aux", "dobj")
    if (bare or late) and told and len(subjects) == 1 and a.children(other.i, "xcomp", "agent"):
        yield replace(verb, tag="VBD", dep=other.dep, head=verb.i if other.head == other.i else other.head)
        yield replace(other, tag="VBN", dep="acl", head=subjects[0].i)
        yield replace(subjects[0], head=verb.i)
        yield from (replace(t, head=verb.i) for t in a.children(other.i, "punct") if t.i > verb.i)


def _as_joined_to_noun(a: Annotation, member: Token) -> Iterator[Token]:
    """ "The sculptor Julia Mora and three of her pupils", where the pupils seem to be sculptors too."""
    name = a.head(member.i)
    noun = a.head(name.i)
    within = all(t.pos == "PROPN" for t in a.tokens[noun.i + 1 : name.i])
    if member.dep == "conj" and name.dep == "appos" and name.pos == "PROPN" and noun.tag == "NN" and within:
        yield replace(member, head=noun.i)
        yield from (replace(t, head=noun.i) for t in a.children(name.i, "cc"))


# --- verbs with a hyphen


def _with_hyphened_verbs(a: Annotation) -> Annotation:
    """ "Machine-gunned" as one verb, with a subject and an object."""
    verbs = [t.i for t in a.tokens if _is_hyphened_verb(a, t)]
    if not verbs:
        return a
    rehung = _replaced(a, (t for i in verbs for t in (*_as_passive(a, i), *_as_active(a, i))))
    return _joined(rehung, verbs)


def _is_hyphened_verb(a: Annotation, token: Token) -> bool:
    before = a.tokens[max(token.i - 2, 0) : token.i]
    if len(before) < 2 or before[1].text != "-" or token.tag not in ("VBD", "VBN", "VBG", "VBZ", "VB"):
        return False
    return f"{before[0].lemma}-{token.lemma}" in word_lists("syntax.toml")["verbs.hyphened"]


def _as_passive(a: Annotation, i: int) -> Iterator[Token]:
    """ "The nurses were machine-gunned by men": the verb takes the place of the "were" of which it was a quality."""
    verb, be = a.tokens[i], a.head(i)
    if verb.dep not in ("acomp", "attr") or be.lemma != "be":
        return
    yield replace(verb, tag="VBN", pos="VERB", dep=be.dep, head=i if be.head == be.i else be.head)
    yield replace(be, pos="AUX", dep="auxpass", head=i)
    for child in a.children(be.i):
        if child.i != i:
            dep = {"nsubj": "nsubjpass"}.get(child.dep, child.dep)
            yield replace(child, head=i, dep="agent" if dep == "prep" and child.lemma == "by" else dep)


def _as_active(a: Annotation, i: int) -> Iterator[Token]:
    """ "Police baton-charged teachers": the verb takes the place of the noun that it seemed to colour."""
    verb, noun = a.tokens[i], a.head(i)
    before = [t for t in a.children(noun.i, "compound", "nmod", "nsubj", "poss") if t.i < i - 2]
    if verb.dep != "amod" or noun.i < i or not before or noun.dep not in ("ROOT", "ccomp", "conj", "dobj", "appos"):
        return
    yield replace(verb, tag="VBD", pos="VERB", dep=noun.dep, head=i if noun.head == noun.i else noun.head)
    yield replace(noun, dep="dobj", head=i)
    yield replace(before[-1], dep="nsubj", head=i)
    for child in a.children(noun.i):
        if child.i < before[-1].i and child.dep in ("det", "amod", "compound", "nummod"):
            yield replace(child, head=before[-1].i)
        elif child.dep in ("punct", "prep", "advmod") and child.i > noun.i:
            yield replace(child, head=i)


def _joined(a: Annotation, verbs: Iterable[int]) -> Annotation:
    """The tokens, each of `verbs` one with the noun and the hyphen before it."""
    parts = {j: i for i in verbs for j in (i - 2, i - 1)}
    kept = [t.i for t in a.tokens if t.i not in parts]
    new = {old: n for n, old in enumerate(kept)}
    new |= {j: new[i] for j, i in parts.items()}
    new[len(a.tokens)] = len(kept)
    tokens = []
    for old in kept:
        token = a.tokens[old]
        if old - 1 in parts:
            noun = a.tokens[old - 2]
            text, lemma = f"{noun.text}-{token.text}", f"{noun.lemma}-{token.lemma}"
            token = replace(token, start=noun.start, text=text, lemma=lemma)
        tokens.append(replace(token, i=new[old], head=new[token.head]))
    return replace(
        a,
        tokens=tuple(tokens),
        sentences=tuple(replace(s, first=new[s.first], last=new[s.last]) for s in a.sentences),
        entities=tuple(replace(e, first=new[e.first], last=new[e.last]) for e in a.entities),
    )


# --- lists


def _with_lists(a: Annotation) -> Annotation:
    """ "Six monks, a cook and her daughter" as three that stand side by side."""
    return _replaced(a, (one for t in a.tokens if t.dep in _ADRIFT for one in _as_member(a, t)))


def _as_member(a: Annotation, second: Token) -> Iterator[Token]:
    """The second member hung on the first, where there is a third behind "and", and they cannot be one and the same;
    or only the third, where commas close an apposition before it."""
    first, last = _before_comma(a, second), _behind_and(a, second)
    if first is None or last is None or first.dep in ("npadvmod", "appos", "ROOT"):
        return
    closed = any(t.text == "," for t in a.tokens[second.i : last.i])
    if closed and second.dep == "appos" and second.head == first.i:
        yield replace(last, head=first.i)  # "the mayor, Ann Example, and a guard": the guard is another
        if first.tag == "NNS" and _is_anyone(a, second) and _is_anyone(a, last):
            yield replace(second, dep="conj")
        return
    adrift = second.dep != "nsubj" or a.head(second.i).pos == "ADJ"
    if adrift and _is_anyone(a, second) and _is_anyone(a, last) and _are_several(a, first, (second, last)):
        yield replace(second, dep="conj", head=first.i)


def _before_comma(a: Annotation, second: Token) -> Token | None:
    """The noun whose phrase a comma ends right before the phrase of `second`."""
    comma = _edge(a, second) - 1
    if comma < 1 or a.tokens[comma].text != ",":
        return None
    noun = a.tokens[comma - 1]
    while noun.dep == "pobj" and (above := a.head(a.head(noun.i).i)).pos in _NOUNS and not _befalls(a, noun, above):
        noun = above
    return noun if noun.pos in _NOUNS and noun.i < second.i else None


def _befalls(a: Annotation, noun: Token, deed: Token) -> bool:
    """Whether a noun behind "of" says whom a deed befell: "the murder of a judge, her son and a guard"."""
    return a.head(noun.i).lemma == "of" and any("of" in entry.patient for entry in entries_at("noun", deed.lemma))


def _behind_and(a: Annotation, second: Token) -> Token | None:
    """The noun that "and" joins to `second`."""
    joined = [t for t in a.children(second.i, "conj") if t.pos in _NOUNS]
    return joined[0] if len(joined) == 1 and a.children(second.i, "cc") else None


def _edge(a: Annotation, noun: Token) -> int:
    """Where the phrase of a noun begins."""
    before = [t.i for t in a.children(noun.i) if t.i < noun.i and t.dep != "punct"]
    return min([noun.i, *before])


def _is_anyone(a: Annotation, noun: Token) -> bool:
    """Whether a noun has an indefinite article, a number or an owner: "a cook", "two guards", "her daughter"."""
    before = a.children(noun.i, "det", "nummod", "poss", "amod")
    return any(t.text.lower() in _INDEFINITE | _THEIRS or t.pos == "NUM" for t in before)


def _are_several(a: Annotation, first: Token, others: tuple[Token, ...]) -> bool:
    """Whether the others cannot say who the first is: not two of them of "two teachers", nor a baker and a poet of
    Ann."""
    if first.tag in ("NNS", "NNPS"):
        counted = [t.text.lower() for t in a.children(first.i, "nummod")]
        return counted not in (["two"], ["2"]) or any(t.tag == "NNS" for t in others)
    owned = any(t.text.lower() in _THEIRS for one in others for t in a.children(one.i, "poss"))
    return owned or any(t.tag == "NNS" for t in others) or _is_anyone(a, first)


def _replaced(a: Annotation, mended: Iterable[Token]) -> Annotation:
    by_index = {t.i: t for t in mended}
    return replace(a, tokens=tuple(by_index.get(t.i, t) for t in a.tokens)) if by_index else a
