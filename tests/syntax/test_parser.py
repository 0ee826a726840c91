"""The parses are those of the pipeline itself, made in another order and by other kernels."""

from pathlib import Path

import pytest
import spacy

from factex import embeddings
from factex.model import DEFAULT
from factex.syntax import parser as parsing
from factex.syntax.parser import Parser

PIPES = ("tok2vec", "tagger", "parser", "ner")
TEXTS = sorted((Path(__file__).parents[2] / "corpus" / "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def pipeline():
    """The pipeline as spaCy loads it."""
    return spacy.load(DEFAULT)


@pytest.fixture(scope="module")
def sentences():
    """Every line of the articles, cut at full stops."""
    lines = "\n".join(path.read_text(encoding="utf-8") for path in TEXTS).replace(". ", ".\n").split("\n")
    return [line for line in dict.fromkeys(lines) if line.strip()][:300]


def _made(pipeline, sentence):
    """A sentence that is given as one."""
    doc = pipeline.make_doc(sentence)
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _told(pipeline, sentence):
    """What the pipeline itself says of a sentence."""
    doc = _made(pipeline, sentence)
    for name in PIPES:
        doc = pipeline.get_pipe(name)(doc)
    return doc


def _marks(doc):
    return [(token.tag_, token.dep_, token.head.i, token.ent_type_) for token in doc]


@pytest.mark.parametrize("run", [40, 4_000])
def test_as_the_pipeline(pipeline, sentences, extractor, monkeypatch, run):
    """Tags, arcs and entities are the pipeline's, in runs of any length, with its own kernels or factex's."""
    monkeypatch.setattr(parsing, "_RUN", run)
    told = [_told(pipeline, sentence) for sentence in sentences]
    for nlp in (pipeline, extractor.parser.nlp):
        docs = [_made(pipeline, sentence) for sentence in sentences]
        for name in PIPES:
            docs = parsing._through(nlp.get_pipe(name), docs)
        for doc, other in zip(docs, told, strict=True):
            assert _marks(doc) == _marks(other)


def test_vectors_kept(pipeline, sentences, extractor, monkeypatch):
    """Of a pipeline that keeps few vectors of words, and begins anew again and again, the marks are the same."""
    monkeypatch.setattr(embeddings, "WORDS", 50)
    nlp = extractor.parser.nlp
    for start in range(0, len(sentences), 40):
        docs = [_made(pipeline, sentence) for sentence in sentences[start : start + 40]]
        for name in PIPES:
            docs = parsing._through(nlp.get_pipe(name), docs)
        told = [_told(pipeline, sentence) for sentence in sentences[start : start + 40]]
        assert [_marks(doc) for doc in docs] == [_marks(doc) for doc in told]


def test_vectors_of_no_words(extractor):
    """A network that keeps vectors gives none for no words."""
    nlp = extractor.parser.nlp
    embed = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0].get_ref("embed")
    assert [part.shape for part in embed.predict([nlp.make_doc("")])] == [(0, 96)]


def test_a_beam_is_left_to_the_pipeline(pipeline):
    """A component that searches by beam goes its own way."""
    parser = pipeline.get_pipe("parser")
    kept = parser.cfg["beam_width"]
    parser.cfg["beam_width"] = 4
    try:
        (tree,) = Parser(pipeline).parse([("It costs $5.", (0, 12))])
    finally:
        parser.cfg["beam_width"] = kept
    assert [word.dep for word in tree.words][:2] == ["nsubj", "ROOT"]
