"""Clauses that only tell who says so, by their words alone: `, a paper by the institute notes,`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.quotations import CLOSING, OPENING
from factex.context.sayers import saying_verbs
from factex.lexicon.files import table
from factex.syntax.tellers import over_name
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Word

# What such a clause stands between.
BOUNDS = (",", ";", "—", "–", *OPENING, *CLOSING)
# It goes on for so many words at most: ", told a conference in Oslo on Tuesday".
_TAIL = 9
# So many words may tell who speaks.
_TELLER = 12
# What no verb stands behind: "three times the original estimate".
_BEFORE_NOUNS = ("DT", "JJ", "PRP$", "POS", "VBN", "VBG")
_VERBS = ("VBZ", "VBD", "VBP", "VBN", "NNS", "NN")


def spoken(sentence: Sentence) -> list[Word]:
    """The words of a sentence that are verbs of saying, or nouns like them, with a clause that ends behind them."""
    tree = sentence.tree
    saying, clause_only, _ = saying_verbs()
    return [
        verb for verb in tree.words
        if (verb.tag in _VERBS or (verb.tag == "NNP" and verb.text.islower()))
        and verb.i not in sentence.stop
        and (verb.is_verb or sentence.tree[verb.i - 1].tag not in _BEFORE_NOUNS)
        and tree.verb_lemma(verb.i) in saying
        and (verb.tag != "VBN" or tree.child(verb.i, "aux", "auxpass", "agent") is None)
        and closed_behind(sentence, verb.i + 1)
        and not (tree.lemma(verb.i) in clause_only and verb.is_verb and has_object(sentence, verb.i))
    ]  # fmt: skip


def aside_by_words(sentence: Sentence, verbs: Sequence[Word], anchor: int) -> int | None:
    """Who says so in a clause beside a claim, by its words, where the parse hangs it elsewhere."""
    for verb in verbs:
        document = _document(sentence, verb.i)
        if document is not None and not document <= anchor <= verb.i:
            return document
        first = _teller(sentence, verb.i)
        noun = None if first is None else _head(sentence, first, verb.i)
        if first is None or noun is None or first <= anchor <= verb.i or not _tells(sentence, noun, verb):
            continue
        if ";" not in sentence.words(verb.i, max(verb.i, anchor)):
            return noun
    return None


def only_reports(sentence: Sentence, verb: int, anchor: int) -> bool:
    """Whether a verb only tells who says what stands before: `Homes in the north use half as much, a study found.`."""
    tree = sentence.tree
    saying, _, _ = saying_verbs()
    if tree.verb_lemma(verb) not in saying or tree.child(verb, "auxpass") is not None:
        return False
    first = _teller(sentence, verb)
    return first is not None and anchor < first and bool(closed_behind(sentence, verb + 1))


def taken_for_noun(sentence: Sentence, verb: int) -> int | None:
    """Who does what a noun says, if it must be the verb: `Homes in the north use half as much, a study found`."""
    tree = sentence.tree
    doer = sentence.nouns_after(0, 5)
    if doer is None or not doer < verb or tree[verb].tag not in ("NN", "NNS") or verb in sentence.stop:
        return None
    agrees = (tree[doer].tag in PLURAL_TAGS) is not tree[verb].lower.endswith("s")
    return doer if agrees and not any(word.is_verb for word in tree.words[doer:verb]) else None


def _tells(sentence: Sentence, noun: int, verb: Word) -> bool:
    """Whether a word is the verb of who speaks: one to the parser, or one that agrees with its subject in number."""
    tree = sentence.tree
    if verb.tag in ("VBD", "VBN"):
        return True
    closed = sentence.word(verb.i + 1) in (",", ".", ";", "", "in")
    if verb.is_verb or not closed:
        return closed
    shown = tree[noun].lower in table("verbs")["showing"]["subjects"]  # "figures from the think-tank Lumen show"
    while noun + 1 < verb.i and tree[noun + 1].is_noun:
        noun += 1  # "ministry data show"
    many = shown or tree[noun].tag in PLURAL_TAGS or tree[noun].lower in ("police", "data")
    return many is not verb.lower.endswith("s")


def _head(sentence: Sentence, first: int, verb: int) -> int | None:
    """The noun of who speaks, from word `first`: before what tells more of them."""
    tree = sentence.tree
    counted = sentence.at(first)  # "two engineers with knowledge of the plant said"
    noun = sentence.nouns_after(first, 5) if counted is None else counted.last - 1
    if noun is not None and noun >= verb:
        return verb - 1 if tree[verb - 1].is_noun else None  # "a think-tank reckons", taken for one noun
    return noun


def _teller(sentence: Sentence, verb: int) -> int | None:
    """The first word of who speaks, behind a mark: `its manager, Slavko Perić, told`, `the World Bank reckons`."""
    tree = sentence.tree
    k = over_name(tree.words, verb - 1)
    while k >= 0 and k > verb - _TELLER and tree[k].text not in BOUNDS:
        told = tree[k].tag == "VBN" and tree[k - 1].is_noun and tree[k + 1].tag == "IN"  # "people briefed on the plan"
        counted = k in sentence.stop and (tree[k - 1].text in (*BOUNDS, "of") or k - 1 in sentence.stop)
        if (tree[k].is_verb and not told) or tree[k].tag in ("MD", "WDT", "WP", "CC", "JJR"):
            return None
        if k in sentence.stop and not counted and not (tree[k].is_noun and k + 1 not in sentence.stop):
            return None
        k -= 1
    return k + 1 if 0 <= k < verb - 1 and tree[k].text in BOUNDS else None


def _document(sentence: Sentence, verb: int) -> int | None:
    """The document behind a mark that a participle describes: `, filings released on Tuesday show`."""
    tree = sentence.tree
    k = next((k for k in range(verb - 1, max(0, verb - 12), -1) if tree[k].text in BOUNDS), None)
    noun = None if k is None else sentence.nouns_after(k + 1, 5)
    if noun is None or noun + 1 >= verb or tree[noun + 1].tag not in ("VBN", "VBD") or verb in sentence.stop:
        return None
    plain = not any(j in sentence.stop for j in range(noun, verb))
    documents = table("antecedents")["documents"]["nouns"]
    return noun if plain and (tree.lemma(noun) in documents or tree[noun].lower in documents) else None


def closed_behind(sentence: Sentence, i: int) -> int:
    """Where a clause that tells who says so ends: the next mark behind word `i`, or 0 where none is near."""
    tree = sentence.tree
    for k in range(i, min(len(tree), i + _TAIL)):
        if tree[k].text in (*BOUNDS, ".", ";", ":"):
            return k
        if tree[k].tag in ("VBD", "VBZ", "VBP", "MD") or tree[k].lower in ("that", "if"):
            return 0
    return len(tree) if i + _TAIL >= len(tree) else 0


def has_object(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of saying has what is said behind it, or a thing."""
    thing = sentence.tree.child(verb, "dobj", "ccomp")
    return thing is not None and thing.i > verb
