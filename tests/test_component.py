"""factex in a spaCy pipeline: real pipelines, real serialization, real processes."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc

import factex
from factex import model

TEXT = (
    "Its population of over 1.3 billion is large. China operates 227 machines, compared to America's 109.\nIt rose 5%."
)


@pytest.fixture(scope="module")
def nlp():
    """The default model with factex at its end, found by the entry point."""
    pipeline = spacy.load(model.name_of())
    pipeline.add_pipe("factex")
    return pipeline


def test_facts_and_spans(nlp):
    """`doc._.facts` are records, `doc.spans` the quantities with the kind of their fact."""
    doc = nlp(TEXT)
    assert [fact.kind for fact in doc._.facts] == ["measurement", "comparison", "change"]
    assert [(span.text, span.label_) for span in doc.spans["factex"]] == [
        ("over 1.3 billion", "measurement"), ("227 machines", "comparison"), ("109", "comparison"), ("5%", "change"),
    ]  # fmt: skip
    assert doc._.facts.text == TEXT


def test_same_engine(nlp):
    """The component's facts are those of `extract`, up to what the longer parse changes."""
    assert [str(fact) for fact in nlp(TEXT)._.facts] == [str(fact) for fact in factex.extract(TEXT)]


def test_survives_bytes_and_pickle(nlp):
    """What is stored is plain data."""
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.facts == doc._.facts
    assert pickle.loads(pickle.dumps(doc))._.facts == doc._.facts


def test_two_processes(nlp):
    """`n_process=2` gives what one process gives."""
    texts = [TEXT, "It costs $5.", "Nothing."] * 3
    one = [doc._.facts for doc in nlp.pipe(texts)]
    two = [doc._.facts for doc in nlp.pipe(texts, n_process=2)]
    assert one == two


def test_document_without_the_component():
    """Where the component has not run there are no facts, and no error."""
    doc = spacy.blank("en")("It costs $5.")
    assert len(doc._.facts) == 0


def test_spans_key():
    """The key is configurable."""
    pipeline = spacy.load(model.name_of())
    pipeline.add_pipe("factex", config={"spans_key": "numbers"})
    doc = pipeline("It costs $5.")
    assert [span.text for span in doc.spans["numbers"]] == ["$5"]


def test_unparsed_document_is_told():
    """A document without a parse is an error that says where to put the component."""
    pipeline = spacy.load(model.name_of())
    component = pipeline.create_pipe("factex")
    with pytest.raises(factex.PipelineError, match="behind the parser"):
        component(pipeline.make_doc("It costs $5."))


def test_empty_and_white_documents(nlp):
    """Nothing in, nothing out."""
    assert [len(nlp(text)._.facts) for text in ("", "   ", "\n\n")] == [0, 0, 0]
