"""Tags a sentence without a model, by closed classes and endings: enough to tell what a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import singular
from factex.lexicon.phrases import NUMBER, WORD, tokens
from factex.syntax.tree import Tree, Word

if TYPE_CHECKING:
    from factex.lexicon.phrases import Token

_MARKS = {"-": "HYPH", "(": "-LRB-", ")": "-RRB-", ".": ".", ",": ",", ":": ":", ";": ":", "$": "$", "%": "NN"}


@per_lexicon
def _classes() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The tags of words, and those of endings."""
    data, numerals = table("tags"), table("numerals")
    by_word = dict.fromkeys(table("nouns")["function_words"], "IN")
    by_word |= dict.fromkeys(data["nouns"]["words"], "NN")
    by_word |= {word: tag for tag, words in data["words"].items() for word in words}
    by_word |= dict.fromkeys((*numerals["ones"], *numerals["tens"], *numerals["scales"]), "CD")
    by_word |= {word: "NNS" for word, one in table("nouns")["singulars"].items() if word != one}
    return by_word, tuple((ending, tag) for tag, endings in data["endings"].items() for ending in endings)


def shallow_tree(text: str, start: int, end: int) -> Tree:
    """A sentence of `text` as words with guessed tags and no parse: each word is its own head.

    >>> [(word.text, word.tag) for word in shallow_tree("Two rusty ships sank.", 0, 21).words]
    [('Two', 'CD'), ('rusty', 'NN'), ('ships', 'NNS'), ('sank', 'NN'), ('.', '.')]
    """
    words: list[Word] = []
    for i, token in enumerate(tokens(text, start, end)):
        words.append(Word(i, token.text, token.lower, _tag(token, opens=i == 0), "dep", i, token.start, token.end))
    return Tree(text, words, lambda i: singular(words[i].text) if words[i].tag == "NNS" else words[i].lower)


def _tag(token: Token, *, opens: bool) -> str:
    if token.kind == NUMBER:
        return "CD"
    if token.kind != WORD:
        return _MARKS.get(token.text, "SYM")
    by_word, by_ending = _classes()
    lower = token.lower
    known = by_word.get(lower)
    if known is not None:
        return known
    plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3
    if token.text[0].isupper() and not opens:
        return "NNPS" if plural else "NNP"
    if plural:
        return "NNS"
    return next((tag for ending, tag in by_ending if lower.endswith(ending) and len(lower) > len(ending) + 2), "NN")
