"""What tests share: one loaded pipeline, and trees built by hand."""

import pytest

from factex.pipeline import Extractor
from factex.syntax.tree import Tree, Word


@pytest.fixture(scope="session")
def extractor():
    """The extractor with the default model, loaded once."""
    return Extractor()


@pytest.fixture(scope="session")
def facts_of(extractor):
    """The facts of a text."""
    return lambda text, **options: list(extractor.extract(text, **options))


@pytest.fixture
def make_tree():
    """Builds a tree from rows of (word, tag, relation, index of the head[, entity label]); needs no model."""

    def make(rows, lemmas=None):
        text, words = "", []
        for i, (word, tag, dep, head, *label) in enumerate(rows):
            start = len(text) + bool(text)
            text = f"{text} {word}".strip()
            words.append(
                Word(i, word, word.lower(), tag, dep, head, start, start + len(word), label[0] if label else "")
            )
        return Tree(text, words, lambda i: (lemmas or {}).get(words[i].lower, words[i].lower))

    return make
