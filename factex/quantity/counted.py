"""Finds what bare numbers count: the noun behind them, the noun tied by a hyphen, or (in `ages`) years of age."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, singular
from factex.lexicon.phrases import tokens
from factex.lexicon.units import units
from factex.numerals.numeral import Style
from factex.quantity.ages import take_age
from factex.quantity.draft import UnitDraft, of_entry
from factex.quantity.grammar import quantity_reader
from factex.quantity.heads import counted_nouns, head_behind
from factex.quantity.units import Part, compose
from factex.records import Modifier, UnitKind
from factex.syntax.tree import FINITE_TAGS, PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.quantity.draft import Draft
    from factex.syntax.tree import Tree

_QUOTES = frozenset(("“", "”", "‘", "’", "'", '"', "``", "''"))
# What a price by the thing, told without `per`, costs at most.
_DEAREST = 100_000
# What may stand between `one of` and how many there are.
_OWNING = frozenset(("DT", "PRP$", "POS", "JJ", "JJS", "RBS", "CD"))
_DEGREES = ("more", "fewer", "less")


def count(text: str, tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives bare numbers the noun that they count, and drops those that turn out to be no quantity.

    Args:
        text: The whole text.
        tree: The sentence.
        drafts: Its quantities as read on characters; changed in place.
    """
    kept: list[Draft] = []
    for k, draft in enumerate(drafts):
        if kept and draft.start < kept[-1].end:
            continue  # the number below the line of a rate: "10 deaths per 100,000 people"
        numbers = (one for one in drafts[k + 1 :] if one.style is not Style.MULTIPLE or _multiplies(tree, one))
        limit = next((one.start for one in numbers), tree[len(tree) - 1].end)  # "44 double beds"
        if draft.unit is None:
            if draft.attributive:
                if not _attributive(text, draft):
                    continue
            elif not take_age(tree, draft):
                behind = drafts[k + 1] if k + 1 < len(drafts) else None
                if behind is None or not _measured(text, tree, draft, behind):
                    _noun(text, tree, draft, limit)
                if draft.unit is None and _names(tree, draft):
                    continue
        elif draft.unit.kind is UnitKind.CURRENCY:
            _each(text, tree, draft)
        if draft.style is Style.MULTIPLE and not _multiplies(tree, draft):
            continue
        if draft.lone_one and not _one_counts(tree, draft):
            continue
        kept.append(draft)
    return kept


def _names(tree: Tree, draft: Draft) -> bool:
    """Whether a bare number names the single thing behind it: `the 457 visa program`, `his 303 rifle`."""
    number = tree.at(draft.number_start)
    plain = draft.modifier is Modifier.EXACT and draft.scale == 1 and draft.end == draft.number_end
    figures = tree.text[draft.number_start : draft.number_end]
    if not number or not plain or not figures.isdigit() or tree[number - 1].tag not in ("DT", "PRP$", "POS"):
        return False
    if tree[number - 1].lower in ("a", "an"):
        return False
    last = number + 1
    while last < len(tree) and tree[last].tag in ("NN", "NNP", "JJ"):
        last += 1
    ended = last == len(tree) or tree[last].tag not in ("NNS", "NNPS", "HYPH", "CD", "POS")
    dated = tree[last - 1].lower in table("comparison")["periods"]["nouns"]  # "more than the 100 last year"
    return ended and tree[last - 1].tag == "NN" and not dated


def _each(text: str, tree: Tree, draft: Draft) -> None:
    """`50 bucks a bird`, `$5 a punnet`: a small price by the thing that it buys, before what ends the phrase."""
    last = tree.at(draft.end - 1)
    if last is None or draft.value is None or draft.value > _DEAREST or draft.unit is None:
        return
    noun = last + 2
    if noun >= len(tree):
        return
    ended = noun + 1 == len(tree) or tree[noun + 1].tag in ("IN", "CC", ",", ".", ":", "TO", "-RRB-", "''")
    if tree[noun - 1].lower not in ("a", "an") or tree[noun].tag != "NN" or tree[noun].label or not ended:
        return
    if units().names.at(tokens(tree[noun].lower), 0) is not None:
        return  # "$5 a week earlier"
    if is_person(tree[noun].lower) or tree[last + 1].start > draft.end + 1:
        return
    each = Part(_lemma(tree, noun), (), -1)
    words = f"{draft.unit.text} {text[draft.end : tree[noun].end].strip()}"
    draft.unit = compose(words, [Part(draft.unit.name, draft.unit.dimension, 1), each])
    draft.end = tree[noun].end


def _attributive(text: str, draft: Draft) -> bool:
    """`12-storey`, `two-bedroom`, `three-legged`: the noun behind the hyphen; False where it is none."""
    behind = tokens(text, draft.number_end, min(len(text), draft.number_end + 60))
    if len(behind) < 2:
        return False
    word = behind[1]
    nouns = counted_nouns()
    if word.lower in nouns["no_attributive"] or draft.style is Style.FRACTION:
        draft.attributive = False
        if word.lower == "strong" and draft.value is not None:  # "a 200-strong crowd"
            draft.end, draft.attributive = word.end, True
            return True
        return draft.value is not None and not draft.lone_one and word.lower in ("odd", "plus", "owned")
    if word.lower.endswith("ed") and not word.lower.endswith(("eed", "bed", "shed", "sled")):
        stem = word.lower[:-2]
        noun = nouns["ed"].get(word.lower) or (stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "ls" else stem)
    else:
        noun = singular(word.text)
    draft.unit = UnitDraft(word.text, UnitKind.COUNT, noun)
    draft.end = word.end
    return True


def _multiplies(tree: Tree, draft: Draft) -> bool:
    """Whether `double` or `triple` is a verb, or multiplies what follows; a double bed does not."""
    word = tree.at(draft.number_start)
    if (
        word is None
        or tree[word].lower not in table("numerals")["multiples"]
        or tree[word].lower in ("twice", "thrice")
    ):
        return True
    behind = tree[word + 1] if word + 1 < len(tree) else None
    owner = next((k for k in range(word + 2, min(word + 5, len(tree))) if tree[k].tag == "POS"), word + 1)
    if owner > word + 1 and all(one.is_noun or one.tag == "JJ" for one in tree.words[word + 1 : owner]):
        return True  # "double today's 6,100", "double last year's"
    return tree[word].tag == "VB" or (
        behind is not None and (behind.tag in ("DT", "PRP$", "WP") or behind.lower in ("that", "what"))
    )


def _one_counts(tree: Tree, draft: Draft) -> bool:
    """Whether `one` is a number: before its noun, in `one more than`, `one of the 12`; a pronoun else."""
    word = tree.at(draft.number_start)
    if word is None or word + 1 >= len(tree):
        return False
    if tree[word + 1].lower == "of":
        if word + 2 < len(tree) and "." in tree[word + 2].text:
            return False  # "the companion one of 1.6 suns"
        if tree[word - 1].text == "," and word + 2 < len(tree) and tree[word + 2].lower in ("which", "whom"):
            return any(one.tag == "CD" for one in tree.words[max(0, word - 8) : word])  # "two vans, one of which"
        owned = itertools.takewhile(lambda one: one.is_noun or one.tag in _OWNING, tree.words[word + 2 :])
        return any(behind.tag == "CD" for behind in owned)  # "one of the firm's three factories"
    described = word > 1 and tree[word - 1].tag in ("JJ", "JJR", "JJS") and tree[word - 2].lower in ("the", "its")
    if described and (draft.unit is None or draft.unit.kind is UnitKind.COUNT):
        return False  # "the new one handles 930"
    counted = draft.unit is not None and draft.end > draft.number_end
    counted = counted or tree[word + 1].lower in table("numerals")["ones"]  # "one two and three"
    return counted or tree[word + 1].lower in ("more", "fewer", "less") or draft.modifier is not Modifier.EXACT


def _behind_quoted(tree: Tree, first: int, limit: int) -> int | None:
    """The plural noun behind one word in quotation marks: `11 million “phantom” cattle`."""
    noun = first + 3
    if noun >= len(tree) or tree[first].text not in _QUOTES or tree[first + 2].text not in _QUOTES:
        return None
    return noun if tree[noun].tag == "NNS" and tree[noun].end <= limit else None


def _noun(text: str, tree: Tree, draft: Draft, limit: int) -> None:
    """Gives a number the noun phrase behind it, with the rate that may follow: `18 trains an hour`."""
    number = tree.at(draft.number_end - 1)
    if number is None or draft.end > draft.number_end:  # a modifier stands behind: "50 or more"
        number = tree.at(draft.end - 1)
    if number is None:
        return
    first = number + 1
    if first < len(tree) and draft.modifier is Modifier.INDEFINITE and tree[first].lower == "of":
        first += 1
        while first < len(tree) and tree[first].tag in ("DT", "PRP$"):
            return
    if tree[first].lower == "of" if first + 2 < len(tree) else False:
        _of_the(tree, draft, first)
        return
    if first + 1 < len(tree) and tree[first].lower in _DEGREES:
        _more(tree, draft, number, first + 1, limit)
        return
    if dates_back(tree, first) or _contact_clause(tree, number, first):
        return  # "from 287 two years ago", "short of the 449,000 analysts had expected"
    if _rate_alone(text, tree, draft, number, limit):
        return
    head = _behind_quoted(tree, first, limit) or head_behind(tree, number, first, limit, one=draft.value == 1)
    if _describes(tree, first):
        draft.unit = UnitDraft(tree[first].text, UnitKind.COUNT, tree[first].lower)
        draft.end, draft.attributive = tree[first].end, True
        return
    if head is None:
        return
    noun = tree[head]
    name = _lemma(tree, head)
    if name in counted_nouns()["no_count"] or not any(letter.isalpha() for letter in name):
        return
    time = units().names.at(tokens(name), 0)
    if time is not None and time[1].section == "time" and " " not in name:
        draft.unit, draft.end = of_entry(time[1], noun.text), noun.end  # "50 previous years"
        return
    words = text[tree[first].start : noun.end]
    draft.unit = UnitDraft(words, UnitKind.COUNT, name)
    draft.end = noun.end
    reader = quantity_reader()
    rest = tokens(text, noun.start, tree[len(tree) - 1].end)
    rate = reader.units.rate(rest, 1) if len(rest) > 2 else None
    if rate is not None and (rest[rate[0] - 1].end <= limit or rate[1][0].many):
        end = rest[rate[0] - 1].end
        draft.unit = compose(text[tree[first].start : end], [Part(name, (), 1), *rate[1]])
        draft.end = end
        return
    apart = reader.units.rate_apart(rest, 1)
    if apart:  # "6,000 bins of apples a year"
        draft.unit = compose(words, [Part(name, (), 1), *apart])
    reader.modifiers.behind(rest, draft, 1, len(rest))


def _rate_alone(text: str, tree: Tree, draft: Draft, number: int, limit: int) -> bool:
    """Gives a number the time of its rate where what is counted is told elsewhere: `turns out about 80 a month`."""
    rest = tokens(text, tree[number].start, tree[len(tree) - 1].end)
    rate = quantity_reader().units.rate(rest, 1)
    if rate is None or draft.value is None or draft.value <= 1:
        return False
    timed = all(part.dimension == (("time", 1),) for part in rate[1]) and rest[rate[0] - 1].end <= limit
    if not timed and not rate[1][0].many:
        return False
    draft.unit = compose(text[tree[number + 1].start : rest[rate[0] - 1].end], rate[1])
    draft.end = rest[rate[0] - 1].end
    return True


def _contact_clause(tree: Tree, number: int, first: int) -> bool:
    """Whether the noun behind a number is the subject of a clause about it: `the 449,000 analysts had expected`."""
    led = number > 0 and tree[number - 1].lower in ("the", "than")
    foretold = table("verbs")["forecasting"] + ["expect"]
    k = first + 1
    k += int(tree[k].lower in ("had", "have"))
    told = tree[first].tag in PLURAL_TAGS and tree[k].tag in ("VBD", "VBN") and tree.lemma(k) in foretold
    return led and k < len(tree) and told


def dates_back(tree: Tree, first: int) -> bool:
    """Whether a stretch of time starts at a word that only tells when: `from 287 two years ago`."""
    if first >= len(tree) or tree[first].tag != "CD":
        return False
    return any(word.lower in table("times")["counted_back"]["words"] for word in tree.words[first : first + 3])


def _lemma(tree: Tree, head: int) -> str:
    """The name of a counted noun: its singular, by the lexicon and by rule; a noun in the singular is its own."""
    noun = tree[head]
    named = singular(noun.text)
    tied = head > 1 and tree[head - 1].text == "-" and tree[head - 2].end + 1 == noun.start
    prefixed = tied and tree[head - 2].lower in table("nouns")["prefixes"]["words"]
    if tied and (prefixed or named in table("verbs")["particles"]):
        return f"{tree[head - 2].lower}-{named}"  # "5 start-ups", "1,310 e-scooters"
    if noun.lower in table("nouns")["singulars"] or noun.tag in ("NNP", "NNPS"):
        return singular(noun.text)
    return singular(noun.text) if noun.tag in PLURAL_TAGS else tree.lemma(head)


def _more(tree: Tree, draft: Draft, number: int, first: int, limit: int) -> None:
    """`eight more picks`, `2 fewer minutes`: what is counted stands behind a word of degree, perhaps with `than`."""
    head = head_behind(tree, number, first, limit, one=draft.value == 1)
    if head is None:
        return
    noun = tree[head]
    name = _lemma(tree, head)
    time = units().names.at(tokens(name), 0)
    if time is not None and time[1].section == "time" and " " not in name:
        draft.unit = of_entry(time[1], noun.text)
    else:
        draft.unit = UnitDraft(noun.text, UnitKind.COUNT, name)
    clause = itertools.takewhile(lambda word: word.text not in (",", ";", ":"), tree.words[head + 1 : head + 9])
    if not any(word.lower == "than" for word in clause):
        draft.end = noun.end


def _measured(text: str, tree: Tree, draft: Draft, behind: Draft) -> bool:
    """`two 500-megawatt reactors`, `eight million 250ml bottles`: what is counted stands behind its own measure."""
    measured = behind.unit is not None and behind.unit.kind in (UnitKind.PHYSICAL, UnitKind.TIME, UnitKind.AGE)
    if not measured or text[draft.end : behind.start].strip():
        return False
    last = tree.at(behind.end - 1)
    k = last + 1 if last is not None else len(tree)
    while k < len(tree) and tree[k].tag in ("HYPH", "JJ", "NN", "VBN") and tree[k].tag not in PLURAL_TAGS:
        k += 1
    if k >= len(tree) or tree[k].tag not in PLURAL_TAGS:
        return False
    draft.unit = UnitDraft(tree[k].text, UnitKind.COUNT, _lemma(tree, k))
    return True


def _describes(tree: Tree, first: int) -> bool:
    """`a 12 page document`: a singular noun of the list between the number and another noun."""
    if first + 1 >= len(tree):
        return False
    return (
        tree[first].tag == "NN"
        and tree[first].lower in counted_nouns()["attributive"]
        and tree[first + 1].tag in ("NN", "NNS")
        and not (tree[first].lower in counted_nouns()["of_one_kind"] and tree[first + 1].tag == "NNS")
        and tree[first + 1].lower not in counted_nouns()["invariant"]
    )


def _of_the(tree: Tree, draft: Draft, of: int) -> None:
    """`two of the hostages`: the unit is told behind, and is no part of the quantity."""
    if tree[of + 1].tag not in ("DT", "PRP$"):
        return
    k = of + 2
    while k + 1 < len(tree) and (
        tree[k].tag in ("JJ", "NN", "VBN", "NNP") or (tree[k + 1].tag in PLURAL_TAGS and tree[k].tag not in FINITE_TAGS)
    ):
        k += 1
    if k < len(tree) and tree[k].tag in PLURAL_TAGS:
        known = units().names.at(tokens(tree[k].lower), 0)
        draft.unit = (
            of_entry(known[1], tree[k].text)  # "31 of the 42 kilometres"
            if known is not None and known[1].section == "length"
            else UnitDraft(tree[k].text, UnitKind.COUNT, _lemma(tree, k))
        )
