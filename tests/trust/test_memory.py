"""What stays in memory of texts that were read: a vocabulary takes in every new word, so it has to be made anew."""

import spacy

from factex import Extractor, model


def sentences(start, count):
    """Sentences of words that no text has held."""
    return " ".join(f"The wor{number}er sold {number:,} ite{number}ms." for number in range(start, start + count))


def test_a_vocabulary_is_bounded(monkeypatch):
    """After many new words the pipeline is another one, which knows few of them, and finds the same."""
    monkeypatch.setattr(model, "WORDS", 200)
    extractor = Extractor()
    text = "Sales rose 5% to $3 million in 2020."
    first, before = extractor.extract(text), extractor.parser.nlp
    texts = [sentences(start, 200) for start in range(0, 4000, 200)]
    for facts in extractor.pipe(texts, batch_size=4):
        assert len(facts.quantities) == 200
    assert extractor.parser.nlp is not before
    assert len(extractor.parser.nlp.vocab) < 4000
    assert extractor.extract(text) == first


def test_a_pipeline_that_was_given_stays(monkeypatch):
    """A user's own pipeline is never exchanged."""
    monkeypatch.setattr(model, "WORDS", 200)
    given = spacy.load(model.name_of())
    extractor = Extractor(nlp=given)
    list(extractor.pipe(sentences(start, 200) for start in range(0, 2000, 200)))
    assert extractor.parser.nlp is given
