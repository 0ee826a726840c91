"""Turns spaCy's parses into trees; the one module of the engine that knows spaCy's classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factex.lexicon.nouns import singular
from factex.lexicon.verbs import base, irregular
from factex.syntax.tree import NOUN_TAGS, VERB_TAGS, Tree, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token


_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]\Z")


class Parser:
    """Parses sentences with a spaCy pipeline, each as a document of its own.

    Args:
        nlp: An English pipeline with tagger and parser; its entity recognizer and lemmatizer serve where it has them.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._pipes: list[tuple[str, Any]] = [
            (name, pipe) for name, pipe in nlp.pipeline if name not in ("attribute_ruler", "lemmatizer", "factex")
        ]
        self.lemmatizer: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None

    def parse(self, sentences: Iterable[tuple[str, tuple[int, int]]], batch_size: int = 64) -> Iterator[Tree]:
        """The trees of some sentences, in order; each is given as (whole text, its offsets)."""
        wanted = list(sentences)
        docs: Any = (self._doc(text[start:end]) for text, (start, end) in wanted)
        for _, pipe in self._pipes:
            docs = pipe.pipe(docs, batch_size=batch_size) if hasattr(pipe, "pipe") else map(pipe, docs)
        for doc, (text, (start, _)) in zip(docs, wanted, strict=True):
            yield tree_of(doc, text, start, self.lemma)

    def _doc(self, sentence: str) -> Doc:
        # The tokenizer refuses lone surrogates; one other character keeps every offset.
        doc = self.nlp.make_doc(
            sentence.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _lone(sentence) else sentence
        )
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    def lemma(self, token: Token) -> str:
        """The lemma of a token, from the pipeline's lemmatizer, asked for this token alone."""
        if token.lemma_:
            return str(token.lemma_)
        known = irregular(token.lower_) if token.tag_ in VERB_TAGS else None
        if known is not None:
            return known
        if token.tag_ in ("VB", "VBP", "NN"):
            return str(token.lower_)
        if self.lemmatizer is None:
            return by_rule(token.text, token.tag_)
        if token.tag_ in VERB_TAGS:
            token.pos_ = "VERB"
        elif token.tag_ in NOUN_TAGS:
            token.pos_ = "NOUN"
        elif token.tag_ == "MD":
            token.pos_ = "AUX"
        elif token.tag_.startswith("JJ"):
            token.pos_ = "ADJ"
        elif not token.pos_:
            token.pos_ = "X"
        found = self.lemmatizer.lemmatize(token)
        lemma = str(found[0]) if found else str(token.lower_)
        # The rules take "rated" for a form of "rat", which would double its consonant.
        silent = token.tag_ in VERB_TAGS and token.lower_ in (f"{lemma}ed", f"{lemma}ing") and _SHORT.match(lemma)
        return f"{lemma}e" if silent else lemma


def by_rule(word: str, tag: str) -> str:
    """The lemma of a word by rule, for pipelines without a lemmatizer.

    >>> by_rule("rose", "VBD"), by_rule("dropped", "VBD"), by_rule("cities", "NNS")
    ('rise', 'drop', 'city')
    """
    if tag in NOUN_TAGS:
        return singular(word)
    return base(word) if tag in VERB_TAGS else word.lower()


def _lone(sentence: str) -> bool:
    return any("\ud800" <= ch <= "\udfff" for ch in sentence)


def tree_of(doc: Doc | Span, text: str, offset: int, lemma: Callable[[Token], str]) -> Tree:
    """A parsed document, or part of one, as a tree.

    Args:
        doc: Tagged and parsed tokens.
        text: The whole text.
        offset: Where the document's first character stands in the text.
        lemma: Gives a token's lemma.
    """
    tokens = [token for token in doc if not token.is_space]
    index = {token.i: k for k, token in enumerate(tokens)}
    words = [
        Word(
            k,
            token.text,
            token.lower_,
            token.tag_,
            token.dep_,
            index.get(token.head.i, k),
            offset + token.idx,
            offset + token.idx + len(token.text),
            token.ent_type_,
        )
        for k, token in enumerate(tokens)
    ]
    return Tree(text, words, lambda k: lemma(tokens[k]))
