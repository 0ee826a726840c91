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


@pytest.fixture
def made():
    """Makes a pipeline with factex and some options at its end."""

    def make(**options):
        pipeline = spacy.load(model.name_of())
        pipeline.add_pipe("factex", config=options)
        return pipeline

    return make


def test_kinds_and_confidence(made):
    """Facts that are not asked for are left out; their quantities stay, as quantities of no fact."""
    doc = made(kinds=["change"])(TEXT)
    assert [fact.kind for fact in doc._.facts] == ["change"]
    assert [span.label_ for span in doc.spans["factex"]] == ["quantity", "quantity", "quantity", "change"]
    assert len(doc._.facts.quantities) == 4
    sure = made(min_confidence=0.9)(TEXT)._.facts
    assert list(sure) == [fact for fact in factex.extract(TEXT) if fact.confidence >= 0.9]


def test_reference_date(made):
    """Relative times are told against the date of the configuration."""
    assert made(reference_date="2026-11-24")("Revenue rose 5% last year.")._.facts[0].when.value == "2025"


def test_rules_off(made):
    """A rule that is switched off makes no fact."""
    assert [fact.kind for fact in made(without=["change"])("Sales rose 5%.")._.facts] == ["measurement"]


SMOOTS = "The bridge is 364.4 smoots long."


@pytest.fixture
def words(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('[units.length]\nsmoot = { names = ["smoot"], ucum = "{smoot}" }\n', encoding="utf-8")
    return str(path)


def test_own_words(made, words):
    """Words of a lexicon file are known in this pipeline, and in no other."""
    assert made(lexicon=words)(SMOOTS)._.facts.quantities[0].unit.dimension == "[length]"
    assert made()(SMOOTS)._.facts.quantities[0].unit.kind == "count"


def test_options_survive_the_disk(made, words, tmp_path):
    """A saved pipeline has its options in config.cfg, and gives the same facts when it is loaded."""
    options = {
        "spans_key": "numbers", "kinds": ["change", "measurement"], "min_confidence": 0.1,
        "reference_date": "2026-11-24", "without": ["rank"], "lexicon": words,
    }  # fmt: skip
    pipeline = made(**options)
    pipeline.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    assert options.items() <= loaded.config["components"]["factex"].items()
    assert loaded.config == pipeline.config
    for text in (TEXT, SMOOTS, "Revenue rose 5% last year."):
        assert loaded(text)._.facts == pipeline(text)._.facts
    assert "numbers" in loaded(TEXT).spans


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"kinds": ["chnage"]}, ValueError, "no kind of fact 'chnage'"),
        ({"min_confidence": 2.0}, ValueError, "from 0 to 1, got 2.0"),
        ({"reference_date": "yesterday"}, factex.PipelineError, "a date such as '2026-11-24', got 'yesterday'"),
        ({"without": ["chnage"]}, factex.RuleError, "no rule 'chnage'"),
        ({"lexicon": "/nowhere/own.toml"}, FileNotFoundError, "own.toml"),
    ],
)
def test_faults_are_told(made, options, error, message):
    """A wrong option is an error when the pipeline is made."""
    with pytest.raises(error, match=message):
        made(**options)
