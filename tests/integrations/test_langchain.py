"""The LangChain transformer, with the real langchain-core."""

import asyncio
import json
from datetime import date

import pytest

import factex

core = pytest.importorskip("langchain_core.documents", reason="needs factex[langchain]")

from factex.integrations.langchain import FactexTransformer  # noqa: E402 - only where LangChain is there

PROFIT = "Net profit jumped 90% to $7.2 billion. The group employs 6,800 people."


@pytest.fixture
def documents():
    return [
        core.Document(PROFIT, metadata={"source": "wire"}, id="a"),
        core.Document("Nothing is counted here."),
        core.Document("It is the world's third-largest bank."),
    ]


def test_it_is_a_transformer():
    """It can stand wherever LangChain takes a document transformer."""
    assert isinstance(FactexTransformer(), core.BaseDocumentTransformer)


def test_facts_stand_in_the_metadata(documents):
    """Text, id, other metadata and order stay; the facts are those of `extract`."""
    found = FactexTransformer().transform_documents(documents)
    assert [document.page_content for document in found] == [document.page_content for document in documents]
    assert (found[0].id, found[0].metadata["source"]) == ("a", "wire")
    assert [[fact["kind"] for fact in document.metadata["facts"]] for document in found] == [
        ["change", "measurement"], [], ["rank"],
    ]  # fmt: skip
    assert factex.Facts(text=PROFIT, facts=found[0].metadata["facts"]).facts == factex.extract(PROFIT).facts


def test_the_given_documents_are_left_alone(documents):
    """What comes back are copies."""
    FactexTransformer().transform_documents(documents)
    assert documents[0].metadata == {"source": "wire"}


def test_metadata_is_json(documents):
    """Documents with facts can be written as JSON, by LangChain and by the standard library."""
    found = FactexTransformer().transform_documents(documents)[0]
    assert json.loads(json.dumps(found.metadata)) == found.metadata
    assert core.Document.model_validate_json(found.model_dump_json()) == found


def test_options(documents):
    """Key, kinds and confidence are chosen when it is made."""
    found = FactexTransformer(key="numbers", kinds=["measurement"]).transform_documents(documents)
    assert [len(document.metadata["numbers"]) for document in found] == [1, 0, 0]
    sure = FactexTransformer(min_confidence=0.7).transform_documents(documents)[0].metadata["facts"]
    assert [fact["confidence"] for fact in sure] == [
        fact.confidence for fact in factex.extract(PROFIT) if fact.confidence >= 0.7
    ]


def test_an_extractor_of_ones_own():
    """Own units, rules and models come in by the extractor."""
    own = factex.Extractor(lexicon={"units": {"length": {"smoot": {"names": ["smoot"], "ucum": "{smoot}"}}}})
    documents = [core.Document("The bridge is 364.4 smoots long.")]
    (found,) = FactexTransformer(extractor=own).transform_documents(documents)
    assert found.metadata["facts"][0]["quantity"]["unit"]["dimension"] == "[length]"


def test_options_of_a_call():
    """What `pipe` takes can be given with a call."""
    documents = [core.Document("Revenue rose 5% last year.")]
    (found,) = FactexTransformer().transform_documents(documents, reference_date=date(2026, 11, 24))
    assert found.metadata["facts"][0]["when"]["value"] == "2025"


def test_async(documents):
    """The async call gives what the other gives."""
    transformer = FactexTransformer()
    found = asyncio.run(transformer.atransform_documents(documents))
    assert found == transformer.transform_documents(documents)


def test_no_documents():
    """Nothing in, nothing out."""
    assert FactexTransformer().transform_documents([]) == []


def test_unknown_kind():
    """A wrong kind is told when the transformer is made, not at the thousandth document."""
    with pytest.raises(ValueError, match="no kind of fact 'chnage'"):
        FactexTransformer(kinds=["chnage"])
