"""Who a clause says that somebody is: "Ivo Example was the gunman", "police identified the gunman as Ivo Example"."""

from __future__ import annotations

from dateline.extractors.actors.antecedents import apposed
from dateline.extractors.actors.groups import Groups
from dateline.extractors.actors.reading import Reading


def join(reading: Reading, groups: Groups) -> None:
    """Put persons together with the nouns that are predicated of them."""
    _predicates(reading, groups)
    _identified(reading, groups)


def _predicates(reading: Reading, groups: Groups) -> None:
    """ "Ivo Example was the gunman": who is said to be somebody is, unless it is denied, possible or of the past."""
    annotation = reading.annotation
    by_head = {one.head: n for n, one in enumerate(groups.found)}
    for token in annotation.tokens:
        verb = annotation.head(token.i)
        if token.dep != "attr" or verb.lemma != "be" or verb.dep in ("advcl", "ccomp"):
            continue  # "denied that he was", "if he was"
        if annotation.children(verb.i, "neg", "aux", "advcl"):
            continue
        said = [by_head[t.i] for t in annotation.children(verb.i, "nsubj") if t.i in by_head]
        mine = by_head.get(token.i)
        several = any(groups.found[n].plural for n in (mine, *said) if n is not None)
        if mine is None or not said or several or groups.found[mine].kind != "Person":
            continue
        if groups.found[said[0]].kind == "Person" and groups.found[mine].form == "nominal":
            apposed(groups, mine, said[0])


def _identified(reading: Reading, groups: Groups) -> None:
    """ "Police identified the gunman as Ivo Example", "a man named Ivo Example"."""
    annotation = reading.annotation
    by_head = {one.head: n for n, one in enumerate(groups.found)}
    for verb in annotation.tokens:
        if verb.lemma not in ("identify", "name") or annotation.children(verb.i, "neg", "advmod"):
            continue  # "wrongly identified"
        links = [t for t in annotation.children(verb.i, "prep") if t.lemma == "as"]
        names = [t for link in links for t in annotation.children(link.i, "pobj")]
        names += annotation.children(verb.i, "oprd")
        whom = [annotation.head(verb.i)] if verb.dep == "acl" else annotation.children(verb.i, "dobj", "nsubjpass")
        for name in names:
            for one in whom:
                a, b = by_head.get(name.i), by_head.get(one.i)
                if a is not None and b is not None and groups.found[b].kind == groups.found[a].kind == "Person":
                    apposed(groups, a, b)
