"""Whether the text says that an event happened: polarity and modality of the word that tells of it.

Read from the event's own auxiliaries, adverbs and tense, then up the tree along whatever governs it ("plans to",
"called for", "denied that"), as far as the clause whose truth the writer vouches for. After FactBank (Saurí and
Pustejovsky 2009). Where a sign of doubt is met the doubt wins: an event is never promoted to a fact by a guess.
"""

from __future__ import annotations

from dateline.extractors.events.arguments import is_verb
from dateline.extractors.events.status.fiction import work_of_fiction
from dateline.extractors.events.status.governors import climb
from dateline.extractors.events.status.kinds import of_a_kind
from dateline.extractors.events.status.nouns import convened, is_definite, of_noun, presupposed
from dateline.extractors.events.status.signs import Factuality, asks, is_sign
from dateline.extractors.events.status.verbs import of_verb
from dateline.extractors.syntax import Annotation

__all__ = ["Factuality", "factuality", "is_definite"]


def factuality(a: Annotation, anchor: int) -> Factuality:
    """How the text presents the event at token `anchor` (a verb, noun or adjective)."""
    token = a.tokens[anchor]
    verbal = is_verb(token) and token.dep != "amod"
    own = (convened(a, anchor) or of_verb(a, anchor)) if verbal else of_noun(a, anchor)
    if _is_question(a, anchor):
        return Factuality(modality="hypothetical", sign="question")
    if kind := of_a_kind(a, anchor):
        return kind
    if imagined := _opening_condition(a, anchor) or work_of_fiction(a, anchor):
        return Factuality(modality="hypothetical", sign=imagined)
    if own.settled:
        return own
    governed = presupposed(a, anchor) if is_definite(a, anchor) else climb(a, anchor)
    if governed.settled:
        return governed
    if any(t.lemma == "any" for t in a.children(anchor, "det")):
        return Factuality(modality="hypothetical", sign="any")  # "had doubts about any talks"
    return own if own.modality == "ongoing" else governed


def _opening_condition(a: Annotation, anchor: int) -> str:
    """The "if" before the first comma of a sentence that opens with it, however the parser took what follows."""
    sentence = a.sentence(anchor)
    first = a.tokens[sentence.first]
    opens = is_sign(first, "markers.hypothetical") or (first.text in ("Should", "Had", "Were") and not asks(a, anchor))
    comma = next((t.i for t in a.tokens[sentence.first : sentence.last] if t.text == ","), sentence.last)
    return first.text if opens and anchor < comma < sentence.last else ""


def _is_question(a: Annotation, anchor: int) -> bool:
    """Whether a sentence asks for the event itself, not about one that is taken for granted ("who killed him?")."""
    if not asks(a, anchor) or is_definite(a, anchor):
        return False
    return not any(t.tag in ("WP", "WP$") and t.dep in ("nsubj", "nsubjpass") for t in a.children(anchor))
