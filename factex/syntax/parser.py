"""Turns spaCy's parses into trees; the one module of the engine that knows spaCy's classes."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import singular
from factex.lexicon.verbs import SHORT, base, irregular
from factex.syntax.repair import mend
from factex.syntax.tree import NOUN_TAGS, VERB_TAGS, Tree, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token


# No English verb ends in one of these with a silent e.
_CLUSTER = re.compile(
    r"(?:rd|rp|lp|mp|sk|nd|ld|ct|pt|ft|nt|lt|lk|rk|rm|rn|ck|sh|ll|ff|(?:ai|ee|oo|oi)[mnlkptdr]|(?:ea|oa)[mnlkpdr])e\Z"
)
# How many tokens the components of transitions are given at once.
_RUN = 4_000
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Parser:
    """Parses sentences with a spaCy pipeline, each as a document of its own.

    Args:
        nlp: An English pipeline with tagger and parser; its entity recognizer and lemmatizer serve where it has them.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        pipes = [(name, pipe) for name, pipe in nlp.pipeline if name not in ("attribute_ruler", "lemmatizer", "factex")]
        self._pipes: list[Any] = [pipe for name, pipe in pipes if name != "ner"]
        self._entities: Any = next((pipe for name, pipe in pipes if name == "ner"), None)
        self.lemmatizer: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None

    def parse(self, sentences: Iterable[tuple[str, tuple[int, int]]], batch_size: int = 128) -> Iterator[Tree]:
        """The trees of some sentences, in order; each is given as (whole text, its offsets)."""
        incoming = iter(sentences)
        while batch := list(itertools.islice(incoming, batch_size)):
            docs = [self._doc(text[start:end]) for text, (start, end) in batch]
            # Sentences of like length go to the model together, which pads less.
            ordered = sorted(docs, key=len)
            with _blas().limit(limits=1, user_api="blas"):
                for pipe in self._pipes:
                    ordered = _through(pipe, ordered)
                if self._entities is not None:
                    _through(self._entities, [doc for doc in ordered if _names(doc)])
            for doc, (text, (start, _)) in zip(docs, batch, strict=True):
                yield tree_of(doc, text, start, self.lemma)

    def _doc(self, sentence: str) -> Doc:
        # The tokenizer refuses lone surrogates; one other character keeps every offset.
        if _LONE_SURROGATE.search(sentence):
            sentence = sentence.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        doc = self.nlp.make_doc(sentence)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    def lemma(self, token: Token) -> str:
        """The lemma of a token, from the pipeline's lemmatizer, asked for this token alone."""
        if token.lemma_:
            return str(token.lemma_)
        if token.tag_ == "VB":
            return str(token.lower_)
        known = irregular(token.lower_) if token.tag_ in VERB_TAGS else None
        if known is not None:
            return known
        if token.tag_ in ("VBP", "NN"):
            return str(token.lower_)
        if token.tag_ == "NNS":
            return singular(token.text)
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
        added = token.lower_ in (f"{lemma}d", f"{lemma[:-1]}ing")
        if token.tag_ in VERB_TAGS and _CLUSTER.search(lemma) and added:
            return lemma[:-1]  # "yarded" is no form of a verb "yarde", nor "outspending" of "outspende"
        silent = token.tag_ in VERB_TAGS and token.lower_ in (f"{lemma}ed", f"{lemma}ing") and SHORT.match(lemma)
        return f"{lemma}e" if silent else lemma


@functools.cache
def _blas() -> ThreadpoolController:
    """The BLAS of this process: more than one thread gains it nothing here, and takes cores from others."""
    return ThreadpoolController()


def _through(pipe: Any, docs: list[Doc]) -> list[Doc]:
    """The documents, as a component of the pipeline has marked them; it marks them in place."""
    if getattr(pipe, "cfg", {}).get("beam_width") == 1 and hasattr(pipe, "transition_states"):
        for some in _runs(docs):
            _stepped(pipe, some)
        return docs
    return list(pipe.pipe(docs, batch_size=len(docs) or 1)) if hasattr(pipe, "pipe") else [pipe(doc) for doc in docs]


def _stepped(pipe: Any, docs: list[Doc]) -> None:
    """Marks documents by a greedy component of transitions, parser or entity recognizer, step by step.

    What the component does itself, but for the interpreter's lock: its own loop lets go of it and takes it again at
    each look into a state, which takes longer than the step.
    """
    states = pipe.moves.init_batch(docs)
    model = pipe.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = pipe.transition_states(going, model.predict(going))
    pipe.set_annotations(docs, states)


def _runs(docs: list[Doc]) -> Iterator[list[Doc]]:
    """Documents in runs of some `_RUN` tokens: what is held of each token takes 4 kB."""
    ends = itertools.accumulate(map(len, docs))
    for _, run in itertools.groupby(zip(docs, ends, strict=True), key=lambda pair: pair[1] // _RUN):
        yield [doc for doc, _ in run]


def _names(doc: Doc) -> bool:
    """Whether a sentence may hold a name that the entity recognizer has to tell apart: months and days are known."""
    dates = _date_words()
    return any(token.tag_ in ("NNP", "NNPS") and token.lower_ not in dates for token in doc)


@per_lexicon
def _date_words() -> frozenset[str]:
    """Words that name times, which need no recognizer."""
    data = table("times")
    return frozenset((*data["months"], *data["weekdays"], *data["units"]["nouns"]))


def by_rule(word: str, tag: str) -> str:
    """The lemma of a word by rule, for pipelines without a lemmatizer.

    >>> by_rule("rose", "VBD"), by_rule("dropped", "VBD"), by_rule("cities", "NNS")
    ('rise', 'drop', 'city')
    """
    if tag in NOUN_TAGS:
        return singular(word)
    return base(word) if tag in VERB_TAGS else word.lower()


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
    dates = frozenset[str]() if doc.ents else _date_words()
    words = []
    for k, token in enumerate(tokens):
        text_, lower, idx = token.text, token.lower_, token.idx
        label = token.ent_type_ or ("DATE" if lower in dates else "")
        start = offset + idx
        words.append(
            Word(k, text_, lower, token.tag_, token.dep_, index.get(token.head.i, k), start, start + len(text_), label)
        )
    mend(words)

    def lemma_of(k: int) -> str:
        told = words[k].tag in ("VBG", "VBD") or (words[k].tag == "VBZ" and words[k].lower == "is")
        mended = told and tokens[k].tag_ not in VERB_TAGS
        return by_rule(words[k].text, words[k].tag) if mended else lemma(tokens[k])

    return Tree(text, words, lemma_of)
