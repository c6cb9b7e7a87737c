"""What a sign of doubt is, and how words of the lists in `data/status.toml` are recognised."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extractors.syntax import Annotation, Token
from dateline.extractors.words import word_lists
from dateline.graph.model import Modality, Polarity

ORDER: tuple[Modality, ...] = ("hypothetical", "possible", "demanded", "planned")


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


def is_sign(token: Token, key: str) -> bool:
    """Whether a token, by lemma or as written, stands in the list `key` of `status.toml`."""
    words = word_lists("status.toml")[key]
    return token.lemma in words or token.text.lower() in words


def governs(a: Annotation, verb: Token, key: str) -> bool:
    """Whether a verb, with its particle if it has one ("rule out", "set off"), stands in a list."""
    particle = next((t.lemma for t in a.children(verb.i, "prt") if not a.children(t.i, "pobj")), "")
    return f"{verb.lemma} {particle}" in word_lists("status.toml")[key] if particle else is_sign(verb, key)


def judged_by(adjective: Token) -> Factuality | None:
    """What a predicate adjective says ("likely", "ready", "unable"); None where it says nothing."""
    for modality in ("planned", "possible", "demanded"):
        if is_sign(adjective, f"adjectives.{modality}"):
            return Factuality(modality=modality, sign=adjective.text)
    return Factuality("negative", sign=adjective.text) if is_sign(adjective, "adjectives.denied") else None


def asks(a: Annotation, i: int) -> bool:
    """Whether the sentence of token `i` ends in a question mark."""
    sentence = a.sentence(i)
    return "?" in [t.text for t in a.tokens[max(sentence.first, sentence.last - 2) : sentence.last]]


def has_no(a: Annotation, noun: int) -> bool:
    """Whether a noun is negated: "no arrests", "not a single deputy", "neither side"."""
    return any(
        t.lemma in ("no", "neither") or (t.dep in ("neg", "preconj") and t.i < noun)
        for t in a.children(noun, "det", "neg", "preconj", "nummod")
    )


def provides(a: Annotation, verb: Token) -> bool:
    """ "The law provides for arrests", "the accord lets troops stay": what a rule says is to be, and may never be."""
    done = verb.tag == "VBD" and verb.lemma in ("let", "enable")  # "the accord let the troops leave"
    behind = (a.head(verb.i),) if verb.dep in ("acl", "relcl") else ()  # "a resolution allowing the city to sell"
    return (
        not done
        and is_sign(verb, "verbs.providing")
        and any(is_sign(t, "nouns.rules") for t in (*a.children(verb.i, "nsubj"), *behind))
    )
