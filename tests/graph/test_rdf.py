from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import chance
import dockers
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, parse, serialize
from pyoxigraph import Store as Oxigraph

from dateline.graph.errors import UsageError
from dateline.graph.model import Actor, Claim, Document, Mention, Record, Span, Timeline, TimeSpan, Trigger
from dateline.graph.naming import Names
from dateline.graph.rdf import document_quads, normal, read_document, timeline_quads
from dateline.graph.resolve import resolve
from dateline.graph.vocabulary import term

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

CONTRACT = """
PREFIX dl: <https://w3id.org/dateline/ns#> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?label ?date WHERE { ?e a dl:Vote ; sem:hasActor ?a ; sem:hasBeginTimeStamp ?date ; rdfs:label ?label .
  ?a rdfs:label "Iraqi Parliament"@en . FILTER(?date >= "2020-01-01"^^xsd:date) }
"""


def parliament() -> Record:
    text = "The Iraqi Parliament voted on Sunday."
    when = TimeSpan(date(2020, 1, 5), date(2020, 1, 5))
    return Record(
        Document("d", text, date=date(2020, 1, 5)),
        actors=(Actor("a1", "Iraqi Parliament", "Organization", "IRQ", "LEG"),),
        events=(
            Claim(
                "e1",
                "Vote",
                "LegislativeVote",
                "Iraqi Parliament votes",
                (Trigger(21, 26, "voted", Span(0, 37)),),
                agents=("a1",),
                begin=when,
                end=when,
            ),
        ),
    )


def test_iris_stay_when_something_unrelated_is_found_before() -> None:
    record = parliament()
    actor, claim = record.actors[0], record.events[0]
    met = Claim("e1", "Consult", None, "Iraqis meet", (Trigger(4, 9, "Iraqi", Span(0, 37)),), agents=("a1",))
    more = replace(
        record,
        actors=(Actor("a1", "Iraqis", "Group", mentions=(Mention(4, 9, "Iraqi"),)), replace(actor, id="a2")),
        events=(met, replace(claim, id="e2", agents=("a2",))),
    )
    one, two = Names(normal(record)), Names(normal(more))
    assert (one.actors["a1"], one.claims["e1"]) == (two.actors["a2"], two.claims["e2"])
    (vote,) = resolve([record]).events
    assert vote.id in {event.id for event in resolve([more]).events}


def test_things_of_one_name_at_one_place_have_iris_of_their_own() -> None:
    record = parliament()
    (actor,), (claim,) = record.actors, record.events
    twice = replace(record, actors=(actor, replace(actor, id="a2")), events=(claim, replace(claim, id="e2")))
    names = Names(normal(twice))
    assert len(set(names.actors.values())) == len(set(names.claims.values())) == 2


def test_titles_and_publishers_are_in_no_language_that_nobody_told() -> None:
    record = replace(parliament(), document=replace(parliament().document, title="Le Monde", publisher="AFP"))
    for graph in (document_quads(record), timeline_quads(resolve([record]))):
        found = {quad.object for quad in graph if quad.predicate in (term("dcterms:title"), term("dcterms:publisher"))}
        assert found == {Literal("Le Monde"), Literal("AFP")}


def test_a_place_that_was_inferred_is_told_as_such() -> None:
    record = parliament()
    rule = "Vote: vote; place by the setting of the story; status by its date"
    (claim,) = record.events
    placed = replace(record, events=(replace(claim, rule=rule),))
    reasons = {quad.object for quad in document_quads(placed) if quad.predicate == term("dl:placeReason")}
    assert reasons == {Literal("the setting of the story")}
    assert read_document(document_quads(placed)) == normal(placed)
    assert not any(quad.predicate == term("dl:placeReason") for quad in document_quads(record))


def loaded(record: Record) -> Oxigraph:
    store = Oxigraph()
    store.extend([*document_quads(record), *timeline_quads(resolve([record]))])
    return store


def ask(record: Record, where: str) -> bool:
    prefixes = "PREFIX dl: <https://w3id.org/dateline/ns#> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> "
    return bool(loaded(record).query(f"{prefixes} ASK {{ {where} }}"))


def changed(record: Record, **changes: Any) -> Record:
    return replace(record, events=(replace(record.events[0], **changes),))


def test_the_query_of_the_vocabulary_works_as_it_stands() -> None:
    rows = [(row["label"].value, row["date"].value) for row in loaded(parliament()).query(CONTRACT)]
    assert rows == [("Iraqi Parliament votes", "2020-01-05")]


@pytest.mark.parametrize("record", dockers.story(), ids=lambda r: r.document.id)
def test_a_record_comes_back_from_its_quads(record: Record) -> None:
    assert read_document(document_quads(record)) == normal(record)


@slow
@given(chance.records())
def test_any_record_comes_back_from_its_quads(record: Record) -> None:
    quads = document_quads(record)
    assert read_document(reversed(quads)) == normal(record)
    assert document_quads(normal(record)) == quads


@slow
@given(chance.records())
def test_rdflib_reads_the_same_graph_from_our_turtle(record: Record) -> None:
    for quads in (document_quads(record), timeline_quads(resolve([record]))):
        triples = {quad.triple for quad in quads}
        turtle = serialize(triples, format=RdfFormat.TURTLE) or b""
        assert {quad.triple for quad in parse(turtle, RdfFormat.TURTLE)} == triples
        theirs = rdflib.Graph().parse(data=turtle, format="turtle").serialize(format="nt", encoding="utf-8")
        assert {quad.triple for quad in parse(theirs, RdfFormat.N_TRIPLES)} == triples


@slow
@given(chance.records())
def test_oxigraph_keeps_every_quad_as_it_was_written(record: Record) -> None:
    store = Oxigraph()
    quads = document_quads(record)
    store.extend(quads)
    assert set(store) == set(quads)


@given(chance.records())
@slow
def test_there_are_no_blank_nodes_and_one_graph_a_document(record: Record) -> None:
    for quad in (*document_quads(record), *timeline_quads(resolve([record]))):
        assert not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode)
    assert len({quad.graph_name for quad in document_quads(record)}) == 1
    assert {quad.graph_name for quad in timeline_quads(resolve([record]))} == {DefaultGraph()}


def test_the_default_graph_has_the_shape_of_the_vocabulary(timeline: Timeline) -> None:
    vote = next(event for event in timeline.events if event.type == "Vote")
    about: dict[str, set[str]] = {}
    for quad in timeline_quads(timeline):
        if quad.subject == NamedNode(vote.id):
            about.setdefault(quad.predicate.value, set()).add(str(quad.object))
    types = {str(term(name)) for name in ("sem:Event", "dl:Vote", "dl:LegislativeVote")}
    xsd, edtf = "http://www.w3.org/2001/XMLSchema#", "http://id.loc.gov/datatypes/edtf/EDTF"
    assert about[term("rdf:type").value] == types
    assert about[term("rdfs:label").value] == {'"Maren Parliament passes the harbour bill"@en'}
    assert about[term("sem:eventType").value] == {str(term("dl:LegislativeVote"))}
    assert about[term("sem:hasActor").value] == about[term("dl:agent").value] == {f"<{vote.agents[0]}>"}
    for stamp in ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd", "Begin", "End"):
        assert about[term(f"sem:has{stamp}TimeStamp").value] == {f'"2021-03-01"^^<{xsd}date>'}
    assert about[term("dl:date").value] == {f'"2021-03-01"^^<{edtf}>'}
    assert about[term("dl:status").value] == {str(term("dl:Actual"))}
    assert about[term("dl:documentCount").value] == {f'"2"^^<{xsd}integer>'}
    assert about[term("dl:votesFor").value] == {f'"61"^^<{xsd}integer>'}
    assert len(about[term("dl:claim").value]) == 2


def test_everything_in_the_default_graph_has_a_label_for_people() -> None:
    titled, bare, *_ = dockers.story()
    bare = replace(bare, document=replace(bare.document, title="\u0007"))
    quads = timeline_quads(resolve([titled, bare]))
    labels = {quad.subject: quad.object for quad in quads if quad.predicate == term("rdfs:label")}
    assert set(labels) == {quad.subject for quad in quads}
    assert {Literal(titled.document.title), Literal(bare.document.id)} <= set(labels.values())


def test_a_begin_that_is_not_known_to_the_day_is_bounded_and_not_given() -> None:
    january = TimeSpan(date(2020, 1, 1), date(2020, 1, 31))
    record = changed(parliament(), begin=january, end=january)
    assert not ask(record, "?e a sem:Event ; sem:hasBeginTimeStamp ?d")
    assert ask(record, "?e a sem:Event ; sem:hasEarliestBeginTimeStamp ?d ; sem:hasLatestBeginTimeStamp ?f")


@pytest.mark.parametrize("modality", ["planned", "possible", "hypothetical", "demanded"])
def test_what_did_not_happen_is_no_event(modality: str) -> None:
    record = changed(parliament(), modality=modality)
    assert not ask(record, "?e a sem:Event") and not ask(record, "?e a dl:Vote")
    assert ask(record, f"?e a dl:Unrealised ; sem:eventType dl:LegislativeVote ; dl:status dl:{modality.title()}")
    assert ask(record, "?e a dl:Unrealised ; sem:hasActor ?a ; dl:agent ?a ; dl:eventClass dl:Vote")


def test_what_is_denied_is_no_event_and_says_what_it_denies() -> None:
    record = changed(parliament(), polarity="negative")
    assert not ask(record, "?e a sem:Event")
    assert ask(record, "GRAPH ?g { ?c dl:status dl:Denied ; dl:denies dl:Actual } ?e dl:claim ?c ; dl:status dl:Denied")


def test_each_mention_is_a_claim_that_quotes_its_own_sentence() -> None:
    text = "They voted. The vote passed."
    first, second = Trigger(5, 10, "voted", Span(0, 11)), Trigger(16, 20, "vote", Span(12, 28))
    record = changed(replace(parliament(), document=Document("d", text)), mentions=(first, second))
    nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
    assert ask(
        record,
        f"""GRAPH ?g {{ ?main <{nif}anchorOf> "They voted." . ?again dl:restates ?main ; dl:trigger "vote" ;
            <{nif}anchorOf> "The vote passed." ; <{nif}beginIndex> 12 ; dl:triggerBegin 16 ; dl:status dl:Actual }}
            ?e dl:claim ?main FILTER NOT EXISTS {{ ?e dl:claim ?again }}""",
    )


def test_two_claims_of_one_type_at_one_trigger_stay_two() -> None:
    record = parliament()
    twice = replace(record, events=(*record.events, replace(record.events[0], id="e2", label="Another vote")))
    assert read_document(document_quads(twice)) == normal(twice)


def test_labels_lose_control_characters_and_texts_keep_them() -> None:
    record = replace(
        parliament(), document=Document("d", parliament().document.text + "\x00\x0b", title="A\x00\n\x1b[2Jb")
    )
    read = read_document(document_quads(record)).document
    assert (read.title, read.text[-2:]) == ("A [2Jb", "\x00\x0b")


def test_half_a_surrogate_pair_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match=r"U\+FFFD"):
        document_quads(Record(Document("d", "a\ud800b")))


def test_a_malformed_link_is_refused() -> None:
    record = parliament()
    with pytest.raises(UsageError, match="not an absolute IRI"):
        document_quads(replace(record, actors=(replace(record.actors[0], links=("http://x/a b",)),)))


@pytest.mark.parametrize(
    "changes", [{"type": "Picnic", "subtype": None}, {"agents": ("a9",)}, {"places": ("p9",)}, {"mentions": ()}]
)
def test_a_record_that_does_not_hold_together_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        document_quads(changed(parliament(), **changes))


def test_an_address_that_is_no_iri_stays_a_text() -> None:
    for url in ("https://x.example/ü", "http://x.example/a b", "C:\\news\\1.txt", "javascript:alert(1)"):
        record = replace(parliament(), document=replace(parliament().document, url=url))
        assert read_document(document_quads(record)).document.url == url


def test_other_triples_are_no_document() -> None:
    with pytest.raises(UsageError, match="not the graph of a document"):
        read_document(timeline_quads(resolve([parliament()])))
