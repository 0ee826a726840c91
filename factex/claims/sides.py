"""The right side of a comparison: the phrase that a number is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.orders import noun_behind
from factex.claims.sentence import is_relative
from factex.lexicon.files import table
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence

# What sets the things apart that are compared: "higher in Oslo than in Bergen".
WITHIN = frozenset(("in", "for", "on", "at", "among", "across", "under"))
# Behind `than` or `as` these lead a side too: "twice as many as after last year's march".
_LEADING = frozenset(("from", "against", "after", "before", "by", "with", "to", "through"))
_OWNING = frozenset(("its", "our", "their", "his", "her", "my", "your"))
_POINTING = frozenset(("that", "this", "those", "these"))

Mentions = dict[str, tuple[int, int]]


def is_time(sentence: Sentence, noun: int) -> bool:
    """Whether a noun names a time, which is no side."""
    word = sentence.tree[noun]
    within_year = word.lower.startswith(("mid-", "early-", "late-")) and word.text[-4:].isdigit()
    decade = word.text.endswith("0s") and word.text[:-1].isdigit()
    return (
        within_year or decade or word.label in ("DATE", "TIME") or word.lower in table("comparison")["periods"]["nouns"]
    )


def side_at(sentence: Sentence, i: int) -> Mentions:
    """The noun phrase at word `i` as the right side of a comparison; times are no side."""
    tree = sentence.tree
    i += int(sentence.word(i) in ("do", "does", "did") and i + 1 < len(tree) and tree[i + 1].tag != "PRP")
    if sentence.word(i) == "what":
        return _clause_at(sentence, i)
    if sentence.word(i) in WITHIN | _LEADING:
        if sentence.word(i) in ("before", "after") and _opens_clause(sentence, i + 1):
            return {}  # "than before the line opened"
        i += 1
        if tree[i].tag == "PRP":
            return {}  # "more votes for the bill than against it"
    elif _is_left_again(sentence, i):
        return _elsewhere(sentence, i + 2)
    elif i + 1 < len(tree) and tree[i].tag == "PRP" and (tree[i + 1].is_verb or tree[i + 1].tag in ("MD", "RB")):
        return {}  # "than we will export"
    alone = i + 1 < len(tree) and tree[i + 1].tag == "JJ" and noun_behind(sentence, i + 1) is None
    if sentence.word(i) in _OWNING and alone:
        own = sentence.word(i + 1) == "own" and i + 2 < len(tree) and tree[i + 2].tag in ("JJ", "JJS")
        named = i + 2 < len(tree) and sentence.word(i + 2) in ("best", "one", "ones")
        own = own or named  # "than his previous best", "half the size of its old one"
        return {"right": (i, i + 2 + int(own))}  # "four times as many as her last", "outside his own best"
    alone = sentence.word(i) == "one" and sentence.word(i + 1) in (*WITHIN, "for", "with", "from")
    if alone and i not in sentence.stop:
        return {"right": (i, _one_of_kind(sentence, i))}  # "twice as many signatures as one in favour"
    if sentence.word(i) in table("comparison")["standards"]["words"] and not _noun_at(sentence, i + 1):
        return {"right": (i, i + 1)}  # "cooler than average", "less than normal"
    head = _head_at(sentence, i)
    if head is None:
        return {}
    behind = tree[head + 1] if head + 1 < len(tree) else None
    if behind is not None and behind.tag in ("VBD", "VBN") and tree.lemma(head + 1) in table("verbs")["telling_counts"]:
        return {}  # "two more than officials reported on Monday"
    hyphened = False
    while head + 2 < len(tree) and tree[head + 1].tag == "HYPH":  # "day-shift workers"
        head, hyphened = head + 2 + int(head + 3 < len(tree) and tree[head + 3].is_noun), True
    if not hyphened and is_time(sentence, head):
        return {}
    first, last = tree.noun_phrase(head, sentence.stop)
    last = max(last, _put_together(sentence, head, last), _two_names(sentence, head, last))
    if sentence.word(last - 1) in table("comparison")["periods"]["nouns"] and last > head + 1:
        return {}  # "than at the start of the year"
    while first > i + 1 and tree[first - 1].tag == "HYPH":
        first -= 2  # "its all-time high"
    if tree[head].tag == "JJ" and first > i and tree[first - 1].tag == "NN":
        first -= 1  # "the season high"
    return {"right": (max(first, i), _with_place(sentence, head, max(last, head + 1)))}


def _opens_clause(sentence: Sentence, i: int) -> bool:
    """Whether the noun phrase at word `i` is the subject of a verb right behind it."""
    noun = sentence.nouns_after(i)
    behind = None if noun is None else sentence.tree[sentence.tree.noun_phrase(noun, sentence.stop)[1]]
    return behind is not None and (behind.is_verb or behind.tag == "MD")


def _one_of_kind(sentence: Sentence, i: int) -> int:
    """The end of what tells `one` at word `i` from the other: `one in favour`."""
    noun = sentence.nouns_after(i + 2, 3)
    return i + 1 if noun is None else sentence.tree.noun_phrase(noun, sentence.stop)[1]


def _put_together(sentence: Sentence, head: int, last: int) -> int:
    """The end of a list that is held against as one: `as much as in Portugal, Greece and Croatia put together`."""
    tree, end = sentence.tree, last
    while end < len(tree) and (tree[end].tag in ("NNP", "NNPS", "CC", ",", "DT") and end not in sentence.stop):
        end += 1
    joined = any(tree[k].tag == "CC" for k in range(last, end))
    summed = sentence.word(end) in ("combined", "together") or sentence.words(end, end + 2) == ["put", "together"]
    return end if joined and summed and tree[head].is_noun else last


def _two_names(sentence: Sentence, head: int, last: int) -> int:
    """The end of two names that did something together: `the same as strikers Abebe and Kone have managed`."""
    tree, end = sentence.tree, last + 1
    while end < len(tree) and tree[end].tag == "NNP" and end not in sentence.stop:
        end += 1
    joined = tree[head].tag == "NNP" and sentence.word(last) == "and" and end > last + 1
    return end if joined and tree[end].tag in FINITE_TAGS else last


def _is_left_again(sentence: Sentence, i: int) -> bool:
    """Whether a side is the left one again, at another time or place: `than it was in May`, `than they are in Chad`."""
    pronoun = i + 1 < len(sentence.tree) and sentence.tree[i].tag == "PRP"
    return pronoun and sentence.tree.lemma(i + 1) in ("be", "do", "have")


def _elsewhere(sentence: Sentence, i: int) -> Mentions:
    """The place that `in` names at word `i`, as a side."""
    while sentence.word(i) in ("now", "then", "not") or (i < len(sentence.tree) and sentence.tree[i].is_verb):
        i += 1
    return side_at(sentence, i) if sentence.word(i) in WITHIN and not _is_left_again(sentence, i + 1) else {}


def _noun_at(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tree) and sentence.tree[i].is_noun


def _head_at(sentence: Sentence, i: int) -> int | None:
    """The head of the noun phrase at word `i`: over a number that describes it, and also where it is no noun."""
    tree = sentence.tree
    number = next((one for one in sentence.quantities if i <= one.first <= i + 3), None)
    describing = number is not None and (number.attributive or is_relative(number)) and _noun_at(sentence, number.last)
    if number is not None and describing and all(tree[k].tag not in ("IN", ",") for k in range(i, number.first)):
        head = number.last  # "the five-year average", "the bank's 2% target"
        while _noun_at(sentence, head + 1) and head + 1 not in sentence.stop:
            head += 1
        return head
    noun = sentence.nouns_after(i)
    if noun is not None:
        noun += int(tree[noun].tag == "DT" and _noun_at(sentence, noun + 1))  # "at that time"
        if tree[i].tag == "CD" and i not in sentence.stop:
            return None  # "300 fewer than in 2021 and the lowest toll since the war"
        passed = any(tree[k].tag == "IN" and tree[k].lower != "of" for k in range(i, noun))
        records = table("comparison")["records"]["nouns"]
        marked = sentence.word(noun + 1) in records
        if noun > i and sentence.word(noun) == "set" and tree.lemma(noun - 1) in records:
            return noun - 1  # "the record set in 1974"
        if not passed:  # but "38 per cent above normal in the west"
            return noun + 1 if marked and tree[noun + 1].tag == "JJ" else noun  # "the season high"
    if sentence.word(i) in table("nouns")["singulars"] and i not in sentence.stop:
        return i  # "as many cranes as geese", taken for an adjective
    described = tree[i].tag == "DT" and tree[i + 1].tag in ("JJ", "VBN") and tree[i + 2].text in (",", ".", ";", ")")
    if described:
        return i + 1  # "half as long as the unvaccinated"
    for k in range(i, min(i + 4, len(tree))):
        word = tree[k]
        named = word.dep in ("pobj", "attr") and word.text[:1].isalpha() and k not in sentence.stop
        if named and k > i and tree[i].tag in ("DT", "PRP$"):
            return k  # "the memory of the original", "than the T-72"
        if word.tag not in ("DT", "PRP$", "JJ", "VBN", "CD"):
            break
    return None


def _with_place(sentence: Sentence, head: int, last: int) -> int:
    """The end of a phrase with what tells its things apart: `those in Cork`, `tenants in Derry`."""
    tree = sentence.tree
    prep = tree.child(head, "prep")
    if prep is None or prep.i != last:
        return last
    if prep.lower == "between":
        return tree.subtree(prep.i)[-1] + 1
    if sentence.word(head) in ("those", "that", "one"):
        end = tree.subtree(head)[-1] + 1
        return max(last, end - int(tree[end - 1].tag in (",", ".")))
    bare = tree[head].tag == "NNS" and tree.child(head, "det", "poss", "amod") is None
    named = prep.lower in ("in", "from") and last + 1 < len(tree) and tree[last + 1].tag == "NNP"
    return max(last, tree.noun_phrase(last + 1, sentence.stop)[1]) if bare and named else last


def amount_at(sentence: Sentence, i: int) -> Mentions:
    """The right side in `the output of the Drell plant`, `that of the Sun`, `our size`, `what locals pay`."""
    tree = sentence.tree
    if sentence.word(i) == "of":
        i += 1
    if sentence.word(i) == "what":
        return _clause_at(sentence, i)
    if sentence.word(i) in _POINTING and _noun_at(sentence, i + 1):
        return {"right": (i, max(i + 2, tree.noun_phrase(i + 1, sentence.stop)[1]))}
    pointing = sentence.word(i) in ("that", "those") and sentence.word(i + 1) in ("of", *WITHIN)
    head = i if pointing else _head_at(sentence, i)  # a `that` taken for a conjunction is no noun to the tagger
    if head is None:
        return {}
    if sentence.word(head) in ("that", "those"):
        if sentence.word(head + 1) == "of":
            return side_at(sentence, head + 2)
        inner = sentence.nouns_after(head + 2) if sentence.word(head + 1) in WITHIN else None
        if inner is None or is_time(sentence, inner):
            return {}
        told = tree[head].tag not in ("IN", "WDT", "RB")
        return side_at(sentence, head) if told else {"right": (i, tree.noun_phrase(inner, sentence.stop)[1])}
    if sentence.word(i) in _OWNING and tree.lemma(head) in (tree.lemma(i), *table("comparison")["dimensions"]["nouns"]):
        return {"right": (i, i + 1)}  # "10 times our size"
    amounts = table("comparison")["amounts"]
    among = tree.lemma(head) in amounts["nouns"] and sentence.word(head + 1) == "among"
    for_whom = among or (tree.lemma(head) in amounts["plain"] and sentence.word(head + 1) == "for")
    if sentence.word(head + 1) == "of" and head + 2 < len(tree) and tree[head + 2].dep == "pcomp":
        return {"right": (max(tree.noun_phrase(head, sentence.stop)[0], i), head + 1)}  # "the price of treating him"
    if (sentence.word(head + 1) == "of" or for_whom) and head + 2 not in sentence.stop:  # "the figure for Norway"
        further = side_at(sentence, head + 2)
        timed = not further and any(word.label == "DATE" for word in tree.words[head + 2 : head + 5])
        start = i + int(tree[i].tag == "DT" and i < head)
        return {"right": (start, head + 1)} if timed else further  # "three times the crowd of last year"
    doer = _who_does(sentence, head)
    if doer is not None:
        return {"right": tree.noun_phrase(doer, sentence.stop)}
    first, last = tree.noun_phrase(head, sentence.stop)
    first = i if first > i and tree[first - 1].tag == "POS" else first  # "1.6 times Earth's width"
    return {} if tree[head].label in ("DATE", "TIME") else {"right": (max(first, i), last)}


def _who_does(sentence: Sentence, head: int) -> int | None:
    """Who does the same to the thing a multiple is told of: `twice the oil that the new one does`."""
    tree = sentence.tree
    noun = sentence.nouns_after(head + 2, 4) if sentence.word(head + 1) == "that" else None
    if noun is None or noun in sentence.stop or noun + 1 >= len(tree):
        return None
    alone = not (noun + 2 < len(tree) and tree[noun + 2].is_verb)  # but "twice the drop that analysts had predicted"
    again = tree.lemma(noun + 1) in ("do", "have", "be") and tree[noun + 1].tag in FINITE_TAGS
    return noun if alone and again else None


def _clause_at(sentence: Sentence, i: int) -> Mentions:
    """A clause with `what` as a side, up to its verb: `four times what locals pay`."""
    if _is_left_again(sentence, i + 1):
        return _elsewhere(sentence, i + 3)
    pronoun = i + 2 < len(sentence.tree) and sentence.tree[i + 1].tag == "PRP" and sentence.tree[i + 2].is_verb
    noun = i + 1 if pronoun else sentence.nouns_after(i + 1, 4)  # "three times what it cost"
    if noun is None or not (pronoun or sentence.tree[noun].is_noun):
        return {}
    end = noun + 1
    while end < len(sentence.tree) and (sentence.tree[end].is_verb or sentence.tree[end].tag in ("MD", "RB", "TO")):
        end += 1
    mistagged = sentence.tree[noun].dep in ("pcomp", "ccomp", "relcl", "advcl")  # "what its rival spends"
    return {"right": (i, end)} if end > noun + 1 or mistagged else {}
