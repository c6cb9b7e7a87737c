"""What of an answer is a node, what a line, and what is written on it.

In a row the first and the last name are joined; what stands between them and beside them is written on the line. A
name is a short text, or an IRI that is no term of a vocabulary. Of triples, subject and object are joined where both
are names; labels name the nodes, and all else is told when one points at a node.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from dateline.graph.results import plain
from dateline.graph.table import Answer, Cell, Table, Triples
from dateline.graph.vocabulary import local_name, term

MOST = 150
"""Nodes that one can still look at."""

SENTENCE = 100
"""Characters; a longer text names nothing, it says something."""

_TEXTS = {term("xsd:string"), term("rdf:langString")}


@dataclass(slots=True)
class Node:
    """A thing, how it is called, and what is told of it besides."""

    name: str
    told: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """Nodes by key, the words on the lines from one to another, and how many rows there was no room for."""

    nodes: dict[str, Node] = field(default_factory=dict)
    lines: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    left_out: int = 0

    def add(self, ends: Sequence[Cell], words: str) -> None:
        """Tell `words` of one thing, or write them on the line between two; count what finds no room."""
        keys = list(dict.fromkeys(str(end) for end in ends))
        if not keys or len({*self.nodes, *keys}) > MOST:
            self.left_out += 1
            return
        for end in ends:
            self.nodes.setdefault(str(end), Node(_name(end)))
        told = self.lines.setdefault((keys[0], keys[-1]), []) if len(keys) > 1 else self.nodes[keys[0]].told
        if words and words not in told:
            told.append(words)


def parts(answer: Answer) -> Parts:
    """What to draw of the answer; nothing of a yes or no."""
    made = Parts()
    if isinstance(answer, Table):
        for row in answer.rows:
            _row(made, row)
    elif isinstance(answer, Triples):
        for triple in sorted(set(answer.triples), key=str):
            _triple(made, triple.subject, triple.predicate, triple.object)
    return made


def _row(made: Parts, row: Sequence[Cell]) -> None:
    names = [number for number, cell in enumerate(row) if _is_name(cell)]
    ends = sorted({*names[:1], *names[-1:]})
    words = (plain(cell) for number, cell in enumerate(row) if cell is not None and number not in ends)
    made.add([row[number] for number in ends], " · ".join(dict.fromkeys(words)))


def _triple(made: Parts, subject: Cell, predicate: NamedNode, value: Cell) -> None:
    if not isinstance(value, Literal) and _is_name(value):
        made.add([subject, value], plain(predicate))
    elif predicate != term("rdfs:label"):
        made.add([subject], f"{plain(predicate)}: {plain(value)}")
    else:
        made.add([subject], "")
        if str(subject) in made.nodes:
            made.nodes[str(subject)].name = plain(value)


def _is_name(cell: Cell) -> bool:
    if isinstance(cell, NamedNode):
        return plain(cell) == cell.value
    if isinstance(cell, Literal):
        return cell.datatype in _TEXTS and len(cell.value) <= SENTENCE
    return cell is not None


def _name(cell: Cell) -> str:
    """What a thing is called as long as nothing names it: of an IRI its end."""
    return (local_name(cell) or cell.value) if isinstance(cell, NamedNode) else plain(cell)
