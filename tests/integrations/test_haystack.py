"""The Haystack component in real pipelines, run and saved."""

import json
import os

import pytest

import factex

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # before it is imported: tests send nothing
haystack = pytest.importorskip("haystack", reason="needs factex[haystack]")

from haystack.components.preprocessors import DocumentSplitter  # noqa: E402 - only where Haystack is there

from factex.integrations.haystack import FactexExtractor  # noqa: E402 - as above

PROFIT = "Net profit jumped 90% to $7.2 billion.\nThe group employs 6,800 people."


@pytest.fixture
def documents():
    return [
        haystack.Document(content=PROFIT, meta={"source": "wire"}),
        haystack.Document(content=None, meta={"page": 1}),
    ]


def _pipeline(**options):
    pipeline = haystack.Pipeline()
    pipeline.add_component("split", DocumentSplitter(split_by="line", split_length=1))
    pipeline.add_component("facts", FactexExtractor(**options))
    pipeline.connect("split.documents", "facts.documents")
    return pipeline


def test_in_a_pipeline(documents):
    """Behind a real component: what that one wrote stays, and each part has its own facts."""
    found = _pipeline().run({"split": {"documents": documents[:1]}})["facts"]["documents"]
    assert [[fact["kind"] for fact in document.meta["facts"]] for document in found] == [["change"], ["measurement"]]
    assert [document.meta["source_id"] for document in found] == [documents[0].id] * 2


def test_facts_stand_in_the_meta(documents):
    """Content, id, other meta and order stay; a document without text has no facts."""
    found = FactexExtractor().run(documents=documents)["documents"]
    assert [(document.id, document.content) for document in found] == [(one.id, one.content) for one in documents]
    assert found[0].meta["source"] == "wire"
    assert found[1].meta == {"page": 1, "facts": []}
    assert factex.Facts(text=PROFIT, facts=found[0].meta["facts"]).facts == factex.extract(PROFIT).facts


def test_the_given_documents_are_left_alone(documents):
    """What comes back are copies."""
    FactexExtractor().run(documents=documents)
    assert documents[0].meta == {"source": "wire"}


def test_documents_survive_their_dictionary(documents):
    """Documents with facts go to JSON and back, as document stores need it."""
    found = FactexExtractor().run(documents=documents)["documents"][0]
    assert haystack.Document.from_dict(json.loads(json.dumps(found.to_dict()))) == found


def test_a_saved_pipeline_is_the_same_pipeline(documents, tmp_path):
    """All options go into the YAML and come back."""
    words = tmp_path / "own.toml"
    words.write_text('[units.length]\nsmoot = { names = ["smoot"], ucum = "{smoot}" }\n', encoding="utf-8")
    options = {
        "model": None, "key": "numbers", "kinds": ["measurement"], "min_confidence": 0.1, "without": ["rank"],
        "lexicon": str(words),
    }  # fmt: skip
    pipeline = _pipeline(**options)
    again = haystack.Pipeline.loads(pipeline.dumps(), allowed_modules=["factex.integrations.haystack"])
    assert again.to_dict() == pipeline.to_dict()
    assert again.to_dict()["components"]["facts"]["init_parameters"] == options
    given = {"split": {"documents": documents[:1]}}
    parts = again.run(given)["facts"]["documents"]
    assert parts == pipeline.run(given)["facts"]["documents"]
    assert [len(document.meta["numbers"]) for document in parts] == [0, 1]


def test_warm_up_loads_the_model():
    """After `warm_up` the first document does not wait for the model."""
    component = FactexExtractor()
    component.warm_up()
    assert component._extractor._parser is not None


def test_unknown_kind():
    """A wrong kind is told when the component is made."""
    with pytest.raises(ValueError, match="no kind of fact 'chnage'"):
        FactexExtractor(kinds=["chnage"])
