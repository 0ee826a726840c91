"""Facts as linked data, read by a JSON-LD processor."""

import json

import pytest

from factex.exports.jsonld import CONTEXT, VOCABULARY

jsonld = pytest.importorskip("pyld.jsonld", reason="pyld is not installed")

SCHEMA = "https://schema.org/"


@pytest.fixture(autouse=True)
def _no_network():
    """Nothing may be fetched to read a document."""

    def refuse(url, _options):
        raise AssertionError(f"asked for {url}")

    before = jsonld.get_document_loader()
    jsonld.set_document_loader(refuse)
    yield
    jsonld.set_document_loader(before)


def _claims(facts, document=None):
    return jsonld.expand(facts.to_jsonld(document))


def test_every_term_is_known(every_kind):
    """No key is dropped in expansion: what is compacted again with the same context is what was written."""
    document = json.loads(json.dumps(every_kind.to_jsonld("a.txt")))
    again = jsonld.compact(jsonld.expand(document), CONTEXT)
    assert again["@graph"] == document["@graph"]
    assert len(again["@graph"]) == len(every_kind)


def test_claim_is_of_schema_org(extractor):
    """Each fact is a schema.org Claim with its time, place and author, and each quantity a QuantitativeValue."""
    (claim,) = _claims(
        extractor.extract("Sales rose from 3 km to 5 km in 2024, Ada Obi said."), "https://example.org/a"
    )
    assert claim["@type"] == [f"{SCHEMA}Claim", f"{VOCABULARY}Change"]
    assert claim[f"{SCHEMA}temporalCoverage"] == [{"@value": "2024"}]
    (author,) = claim[f"{SCHEMA}author"]
    assert author[f"{SCHEMA}name"] == [{"@value": "Ada Obi"}]
    (appearance,) = claim[f"{SCHEMA}appearance"]
    assert appearance[f"{SCHEMA}identifier"] == [{"@value": "https://example.org/a"}]
    (end,) = claim[f"{VOCABULARY}end"]
    assert end["@type"] == [f"{SCHEMA}QuantitativeValue"]
    assert end[f"{SCHEMA}value"] == [{"@value": "5", "@type": "http://www.w3.org/2001/XMLSchema#decimal"}]
    assert end[f"{SCHEMA}unitCode"] == [{"@value": "ucum:km"}]
    assert end[f"{SCHEMA}unitText"] == [{"@value": "kilometer"}]


def test_interval(extractor):
    """An interval has a least and a greatest value, and no value where none is stated."""
    (claim,) = _claims(extractor.extract("It weighs 4 to 15 kg."))
    (quantity,) = claim[f"{VOCABULARY}quantity"]
    assert f"{SCHEMA}value" not in quantity
    assert [quantity[f"{SCHEMA}{name}Value"][0]["@value"] for name in ("min", "max")] == ["4", "15"]


def test_money_has_its_currency(extractor):
    """An amount of money is a MonetaryAmount too, with its ISO code and QUDT's address of the currency."""
    (claim,) = _claims(extractor.extract("It costs $5."))
    (quantity,) = claim[f"{VOCABULARY}quantity"]
    assert quantity["@type"] == [f"{SCHEMA}QuantitativeValue", f"{SCHEMA}MonetaryAmount"]
    assert quantity[f"{SCHEMA}currency"] == [{"@value": "USD"}]
    assert quantity[f"{SCHEMA}unitCode"] == [{"@value": "http://qudt.org/vocab/currency/USD"}]


def test_antecedent_is_the_name(extractor):
    """A pronoun is another name of what it stands for."""
    claims = _claims(extractor.extract("China grew. Its population is 1.4 billion."))
    (about,) = claims[-1][f"{SCHEMA}about"]
    assert about[f"{SCHEMA}name"] == [{"@value": "China"}]
    assert about[f"{SCHEMA}alternateName"] == [{"@value": "Its"}]


def test_rdf_keeps_numbers_exact(stating):
    """As RDF, numbers are decimal literals, digit for digit."""
    facts = stating("0.3333333333333333333333333333", "1300000000000")
    quads = jsonld.to_rdf(facts.to_jsonld(), {"format": "application/n-quads"})
    decimal = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
    assert f'<{SCHEMA}value> "0.3333333333333333333333333333"{decimal}' in quads
    assert f'<{SCHEMA}value> "1300000000000"{decimal}' in quads


def test_selectors_point_into_the_text(every_kind):
    """The offsets of each quantity are those of its text."""
    roles = ("quantity", "start", "end", "left", "right", "fraction")
    found = [claim[role] for claim in every_kind.to_jsonld()["@graph"] for role in roles if role in claim]
    assert len(found) == len([q for fact in every_kind for q in fact.quantities()])
    for quantity in found:
        place = quantity["selector"]
        assert every_kind.text[int(place["from"]) : int(place["to"])] == quantity["description"]
