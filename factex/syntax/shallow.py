"""Tags a sentence without a model, by closed classes and endings: enough to tell what a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import singular
from factex.lexicon.phrases import NUMBER, WORD
from factex.syntax.tree import Tree, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

_MARKS = {"-": "HYPH", "(": "-LRB-", ")": "-RRB-", ".": ".", ",": ",", ":": ":", ";": ":", "$": "$", "%": "NN"}


class _Tagger:
    """Guesses tags, by the lists of the lexicon."""

    def __init__(self) -> None:
        data, numerals = table("tags"), table("numerals")
        self._by_word = dict.fromkeys(table("nouns")["function_words"], "IN")
        self._by_word |= dict.fromkeys(data["nouns"]["words"], "NN")
        self._by_word |= {word: tag for tag, words in data["words"].items() for word in words}
        self._by_word |= dict.fromkeys((*numerals["ones"], *numerals["tens"], *numerals["scales"]), "CD")
        self._by_word |= {word: "NNS" for word, one in table("nouns")["singulars"].items() if word != one}
        self._by_ending = [(ending, tag) for tag, endings in data["endings"].items() for ending in endings]
        self._endings = tuple(ending for ending, _ in self._by_ending)

    def tag(self, token: Token, *, opens: bool) -> str:
        """The tag of a token; `opens` is whether it opens the sentence."""
        if token.kind == NUMBER:
            return "CD"
        if token.kind != WORD:
            return _MARKS.get(token.text, "SYM")
        lower = token.lower
        known = self._by_word.get(lower)
        if known is not None:
            return known
        plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3
        if token.text[0].isupper() and not opens:
            return "NNPS" if plural else "NNP"
        if plural:
            return "NNS"
        if not lower.endswith(self._endings):
            return "NN"
        return next(
            (tag for ending, tag in self._by_ending if lower.endswith(ending) and len(lower) > len(ending) + 2), "NN"
        )


@per_lexicon
def _tagger() -> _Tagger:
    """The tagger, made at the first call."""
    return _Tagger()


def shallow_tree(text: str, sentence: Sequence[Token]) -> Tree:
    """A sentence of `text`, given as its tokens, as words with guessed tags and no parse: each is its own head.

    >>> from factex.lexicon.phrases import tokens
    >>> text = "Two rusty ships sank."
    >>> [(word.text, word.tag) for word in shallow_tree(text, tokens(text)).words]
    [('Two', 'CD'), ('rusty', 'NN'), ('ships', 'NNS'), ('sank', 'NN'), ('.', '.')]
    """
    tag = _tagger().tag
    words = [
        Word(i, token.text, token.lower, tag(token, opens=i == 0), "dep", i, token.start, token.end)
        for i, token in enumerate(sentence)
    ]
    return Tree(text, words, lambda i: singular(words[i].text) if words[i].tag == "NNS" else words[i].lower)
