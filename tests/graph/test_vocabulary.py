from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

import dateline.graph
from dateline.graph.errors import UsageError
from dateline.graph.glossary import terms
from dateline.graph.vocabulary import BASE, PREFIXES, content_key, digest, event_class, event_types, iri, mint, slug

GRAPH = Path(dateline.graph.__file__).parent
DL = rdflib.Namespace(PREFIXES["dl"])

CLASSES = """
    Protest Vote Legislate Attack Abduct Coerce Judge Sanction Threaten Accuse Reject Request Mobilize Retreat Concede
    Agree Consult Support Cooperate Aid Lead State Disaster
    Crime Business Life Award
""".split()  # noqa: SIM905


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(GRAPH / "ontology.ttl")


def test_the_classes_in_their_order() -> None:
    assert [type_.name for type_ in event_types().values() if type_.parent is None] == CLASSES


def test_a_subtype_follows_its_class_and_has_all_that_a_query_needs() -> None:
    strike = event_types()["Strike"]
    assert (strike.parent, strike.label) == ("Protest", "strike")
    assert ("exactMatch", "http://www.wikidata.org/entity/Q49776") in strike.mappings
    assert ("broadMatch", "https://w3id.org/dateline/scheme/plover#PROTEST") in strike.mappings
    for name, type_ in event_types().items():
        assert type_.definition.endswith("."), name
        assert type_.parent is None or type_.parent in CLASSES


def test_every_term_of_ours_that_is_written_anywhere_is_defined(ontology: rdflib.Graph) -> None:
    files = [*GRAPH.rglob("*.py"), *GRAPH.glob("queries/*.rq"), GRAPH / "shapes.ttl"]
    used = {name for file in files for name in re.findall(r"\bdl:([A-Za-z]+)\b", file.read_text("utf-8"))}
    defined = {str(s).removeprefix(DL) for s in ontology.subjects(rdflib.RDFS.label) if str(s).startswith(DL)}
    assert used - defined == set()


def test_every_term_of_ours_has_a_label_and_says_what_it_means(ontology: rdflib.Graph) -> None:
    for subject in {s for s in ontology.subjects() if str(s).startswith(DL)}:
        assert (subject, rdflib.RDFS.label, None) in ontology, subject
        meaning = [ontology.value(subject, p) for p in (rdflib.RDFS.comment, rdflib.SKOS.definition)]
        assert any(meaning), subject


def test_every_code_that_is_mapped_to_is_described(ontology: rdflib.Graph) -> None:
    targets = {iri for type_ in event_types().values() for _, iri in type_.mappings}
    for target in targets:
        if target.startswith("https://w3id.org/dateline/scheme/"):
            assert (rdflib.URIRef(target), rdflib.SKOS.prefLabel, None) in ontology, target


def test_both_parsers_read_the_ontology_alike(ontology: rdflib.Graph) -> None:
    quads = list(parse((GRAPH / "ontology.ttl").read_bytes(), RdfFormat.TURTLE))
    assert len({quad.triple for quad in quads}) == len(ontology)


def test_what_we_use_of_others_is_matched_to_the_vocabularies_that_people_know(ontology: rdflib.Graph) -> None:
    sem = rdflib.Namespace(PREFIXES["sem"])
    wanted = {
        sem.Event: ("schema:Event", "prov:Activity", "http://www.wikidata.org/entity/"),
        sem.Actor: ("prov:Agent",),
        sem.Place: ("schema:Place", "prov:Location", "geo:Feature"),
        sem.hasBeginTimeStamp: ("schema:startDate", "time:hasBeginning", "http://www.wikidata.org/prop/direct/P580"),
        sem.hasPlace: ("schema:location", "prov:atLocation", "http://www.wikidata.org/prop/direct/P276"),
        DL.time: ("time:hasTime",),
    }
    for node, matches in wanted.items():
        found = {str(o) for p, o in ontology.predicate_objects(node) if str(p).startswith(PREFIXES["skos"])}
        for match in matches:
            prefix, _, local = match.partition(":")
            whole = PREFIXES[prefix] + local if prefix in PREFIXES else match
            assert any(each.startswith(whole) for each in found), (node, match)


def test_the_glossary_has_every_term_with_its_meaning_and_its_like() -> None:
    found = {each.name: each for each in terms()}
    assert found["dl:Strike"].kind == "class" and "wd:Q49776" in found["dl:Strike"].like
    assert found["dl:agent"].kind == "property" and found["dl:agent"].meaning == "Who did it."
    assert found["dl:Denied"].kind == "status" and "schema:Claim" in found["dl:Claim"].like
    assert {f"dl:{name}" for name in event_types()} < set(found)


def test_an_unknown_type_is_refused() -> None:
    assert event_class("Vote").value == f"{PREFIXES['dl']}Vote"
    with pytest.raises(UsageError, match="list types"):
        event_class("Picnic")


@pytest.mark.parametrize(
    "bad", ["", "relative", "a b", "http://x/<>", "http://x/\n", "http://x/\x00", "http://x/\ud800"]
)
def test_a_malformed_iri_is_refused_when_it_is_made(bad: str) -> None:
    with pytest.raises(UsageError):
        iri(bad)


@pytest.mark.parametrize("base", ["http://x.example", "x/", "", "http://x.example/ /", "http://x.example/#"])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(UsageError):
        mint(base, "doc", "key")


def test_a_key_can_hold_anything() -> None:
    assert mint(BASE, "actor", "<a b>/../\n").value == f"{BASE}actor/%3Ca%20b%3E%2F..%2F%0A"


def test_keys_are_made_from_content() -> None:
    assert slug("The Iraqi Parliament's “vote”") == "the-iraqi-parliament-s-vote"
    assert slug("العراق") == ""
    assert content_key("العراق", 1) != content_key("العراق", 2)
    assert re.fullmatch("[0-9a-f]{10}", content_key("العراق"))
    assert digest("ab", "c") != digest("a", "bc")
