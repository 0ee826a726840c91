"""The sides of a comparison: what a number is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.movement import preposition
from factex.claims.orders import noun_behind
from factex.claims.sentence import comparable, is_multiple, is_proportion, is_relative
from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.claim import Claim
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_WITHIN = frozenset(("in", "for", "on", "at", "among", "across", "under"))
# Behind `than` or `as` these lead a side too: "twice as many as after last year's march".
_LEADING = frozenset(("from", "against", "after", "before", "by", "with", "to", "through"))
_OWNING = frozenset(("its", "our", "their", "his", "her", "my", "your"))
_POINTING = frozenset(("that", "this", "those", "these"))
_JOINING = frozenset(("and", "but", "while", ";"))

_BEING = frozenset(("is", "are", "was", "were"))
_LIMITS = ("above", "below", "over", "under")

Mentions = dict[str, tuple[int, int]]


def _is_time(sentence: Sentence, noun: int) -> bool:
    """Whether a noun names a time, which is no side."""
    return (
        sentence.tree[noun].label in ("DATE", "TIME") or sentence.word(noun) in table("comparison")["periods"]["nouns"]
    )


def side_at(sentence: Sentence, i: int) -> Mentions:
    """The noun phrase at word `i` as the right side of a comparison; times are no side."""
    tree = sentence.tree
    if sentence.word(i) == "what":
        return _clause_at(sentence, i)
    if sentence.word(i) in _WITHIN | _LEADING:
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
        own = own or (i + 2 < len(tree) and sentence.word(i + 2) == "best")  # "than his previous best"
        return {"right": (i, i + 2 + int(own))}  # "four times as many as her last", "outside his own best"
    alone = sentence.word(i) == "one" and sentence.word(i + 1) in (*_WITHIN, "for", "with", "from")
    if alone and i not in sentence.stop:
        return {"right": (i, _one_of_kind(sentence, i))}  # "twice as many signatures as one in favour"
    if sentence.word(i) in table("comparison")["standards"]["words"] and not _noun_at(sentence, i + 1):
        return {"right": (i, i + 1)}  # "cooler than average", "less than normal"
    head = _head_at(sentence, i)
    if head is None:
        return {}
    hyphened = False
    while head + 2 < len(tree) and tree[head + 1].tag == "HYPH":  # "day-shift workers"
        head, hyphened = head + 2 + int(head + 3 < len(tree) and tree[head + 3].is_noun), True
    if not hyphened and _is_time(sentence, head):
        return {}
    first, last = tree.noun_phrase(head, sentence.stop)
    last = max(last, _put_together(sentence, head, last), _two_names(sentence, head, last))
    if sentence.word(last - 1) in table("comparison")["periods"]["nouns"] and last > head + 1:
        return {}  # "than at the start of the year"
    while first > i + 1 and tree[first - 1].tag == "HYPH":
        first -= 2  # "its all-time high"
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
    return side_at(sentence, i) if sentence.word(i) in _WITHIN and not _is_left_again(sentence, i + 1) else {}


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
    pointing = sentence.word(i) in ("that", "those") and sentence.word(i + 1) in ("of", *_WITHIN)
    head = i if pointing else _head_at(sentence, i)  # a `that` taken for a conjunction is no noun to the tagger
    if head is None:
        return {}
    if sentence.word(head) in ("that", "those"):
        if sentence.word(head + 1) == "of":
            return side_at(sentence, head + 2)
        inner = sentence.nouns_after(head + 2) if sentence.word(head + 1) in _WITHIN else None
        if inner is None or _is_time(sentence, inner):
            return {}
        told = tree[head].tag not in ("IN", "WDT", "RB")
        return side_at(sentence, head) if told else {"right": (i, tree.noun_phrase(inner, sentence.stop)[1])}
    if sentence.word(i) in _OWNING and tree.lemma(head) in (tree.lemma(i), *table("comparison")["dimensions"]["nouns"]):
        return {"right": (i, i + 1)}  # "10 times our size"
    for_whom = sentence.word(head + 1) == "for" and tree.lemma(head) in table("comparison")["amounts"]["plain"]
    if (sentence.word(head + 1) == "of" or for_whom) and head + 2 not in sentence.stop:  # "the figure for Norway"
        further = side_at(sentence, head + 2)
        timed = not further and any(word.label == "DATE" for word in tree.words[head + 2 : head + 5])
        start = i + int(tree[i].tag == "DT" and i < head)
        return {"right": (start, head + 1)} if timed else further  # "three times the crowd of last year"
    first, last = tree.noun_phrase(head, sentence.stop)
    return {} if tree[head].label in ("DATE", "TIME") else {"right": (max(first, i), last)}


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


def bracketed(sentence: Sentence, i: int, left: Located | None) -> dict[str, Located]:
    """The right number in brackets behind what has it: `double the rate in the north (6.1%)`."""
    level = sentence.after(i)
    if left is None or level is None or level.first - i > 8 or not comparable(left, level):
        return {}
    enclosed = sentence.word(level.first - 1) == "(" and sentence.word(level.last) == ")"
    inside = sentence.tree.words[i : level.first - 1]
    plain = not any(word.is_verb or word.text in (",", ";", "(") for word in inside)
    return {"right": level} if enclosed and plain else {}


def beside(sentence: Sentence, link: int, right: Located) -> Mentions:
    """What a right number belongs to: the noun before it, its owner, or what `in` or `for` names behind it."""
    tree = sentence.tree
    between = [k for k in range(link, right.first) if tree[k].is_noun and tree[k].label not in ("DATE", "TIME")]
    if between:
        owner = next((k for k in between if k + 1 < len(tree) and tree[k + 1].tag == "POS"), None)
        head = between[-1] if owner is None else owner
        first, last = tree.noun_phrase(head, sentence.stop)
        return {"right": (max(first, link), last)}
    i = right.last
    if sentence.word(i) in table("comparison")["everywhere"]["words"]:
        return {"right": (i, i + 1)}
    if i < len(tree) and tree[i].tag in ("VBN", "VBD") and "by" in sentence.words(i + 1, i + 3):
        i = next(k for k in (i + 1, i + 2) if sentence.word(k) == "by")  # "the $6.8 million brought in by Ruiz"
    if sentence.word(i) in _WITHIN or sentence.word(i) in ("by", "from", "against"):
        place = sentence.nouns_after(i + 1)
        pointing = sentence.word(i + 1) in ("this", "that", "the", "same")
        timed = pointing and not {"time", "point", "stage"}.isdisjoint(sentence.words(i + 2, i + 4))
        timed = timed or _ordinal(sentence, i + 1 + int(sentence.word(i + 1) == "the"))
        if place is not None and tree[place].label not in ("DATE", "TIME") and not timed:
            first, last = tree.noun_phrase(place, sentence.stop)
            return {"right": (max(first, i + 1), last)}
        return side_at(sentence, i) if place is None and not timed else {}  # "¥2.7 billion for the original"
    return {}


def _ordinal(sentence: Sentence, i: int) -> bool:
    """Whether an ordinal stands alone, whose noun of time was told before: `in the second`."""
    behind = sentence.tree[i + 1] if i + 1 < len(sentence.tree) else None
    return sentence.word(i) in table("numerals")["ordinals"] and (behind is None or not behind.is_noun)


def parted(sentence: Sentence, left: Located) -> Mentions:
    """Both sides named by a comparative before a pair of numbers: `more common in men than in women (34% vs 28%)`."""
    tree = sentence.tree
    opened = max(0, left.first - 16)
    than = next((k for k in range(left.first - 1, opened, -1) if sentence.word(k) == "than"), None)
    if than is None or any(tree[k].is_verb or k in sentence.stop for k in range(than, left.first)):
        return {}
    mark = sentence.word(than + 1)
    led = next((k for k in range(than - 1, opened, -1) if sentence.word(k) == mark), None)
    degrees = table("comparison")["degrees"]
    if mark not in _WITHIN:  # "fewer containers than Lomé in 2022: 1.6 million against 1.9 million"
        near = any(tree[k].tag in ("JJR", "RBR") or sentence.word(k) in degrees for k in range(max(0, than - 3), than))
        return side_at(sentence, than + 1) if near else {}
    if led is None:
        return {}
    degree = any(tree[k].tag in ("JJR", "RBR") or sentence.word(k) in degrees for k in range(max(0, led - 4), led))
    one, other = side_at(sentence, led + 1), side_at(sentence, than + 2)
    if not degree or not one or not other or one["right"][1] > than or other["right"][1] > left.first:
        return {}
    return {"left": one["right"], "right": other["right"]}


def left_beside(sentence: Sentence, claim: Claim, *, measured: bool) -> tuple[int, int] | None:
    """The left side of a claim that names no subject: what a preposition sets beside the right one, or what is counted.

    `The rate in Oslo was 4%, two points higher than in Bergen`; `57% of Peruvians want elections, compared with 49%`.
    """
    tree, left = sentence.tree, claim.roles.get("left")
    start = (left or next(iter(claim.roles.values()))).first
    first = claim.mentions["right"][0] if "right" in claim.mentions else 0
    first -= int(sentence.word(first - 1) in ("the", "a", "an"))
    mark = sentence.word(first - 1)
    for k in range(start - 1, -1, -1) if mark in _WITHIN and first > start else ():
        noun = sentence.nouns_after(k + 1) if sentence.word(k) == mark else None
        if noun is not None and noun < start and not _is_time(sentence, noun):
            begun, last = tree.noun_phrase(noun, sentence.stop)
            return max(begun, k + 1), last
        if sentence.word(k) in (";", "whereas", "while", "but"):
            break
    noun = sentence.nouns_after(left.last + 1) if left is not None and sentence.word(left.last) == "of" else None
    if left is None or noun is None or noun in sentence.stop or measured:
        return None
    begun, last = tree.noun_phrase(noun, sentence.stop)
    return max(begun, left.last + 1), last


def top_noun(sentence: Sentence, k: int) -> int:
    """The noun whose place word `k` tells: `graduates` in `graduates in the subject`."""
    tree = sentence.tree
    while tree[k].dep == "pobj" and tree.head(k).lower in ("in", "from", "at", "of", "to", "for"):
        above = tree.head(tree.head(k).i)
        if above.i > k or not (above.is_noun or above.tag == "DT"):
            break
        k = above.i
    return k


def gapped_left(sentence: Sentence, located: Located) -> Mentions:
    """The noun right before a multiple: `a country a quarter of its size`, `and those in Kyoto four times as much`."""
    tree = sentence.tree
    k = _before_aside(sentence, located.first - 1)
    if k < 1 or not tree[k].is_noun or k in sentence.stop or tree[k].label in ("DATE", "TIME"):
        return {}
    k = top_noun(sentence, k)
    first, last = tree.noun_phrase(k, sentence.stop)
    opened = sentence.word(first - 1) in (",", "and", ";", "while") or (
        sentence.word(first - 1) in ("a", "an", "the") and sentence.word(first - 2) in (",", "and", ";", "while")
    )
    before = any(one.last <= first for one in sentence.quantities)
    verbless = not any(tree[i].is_verb for i in range(first, located.first))
    return {"left": (first, max(last, k + 1))} if opened and verbless and before else {}


def object_left(sentence: Sentence, located: Located) -> Mentions:
    """The object that a multiple or degree right behind it describes: `a payout triple the value of the bribes`."""
    noun = located.first - 1
    word = sentence.tree[noun]
    inside = word.dep == "nsubj" and word.head > located.first and sentence.verb_before(noun) is not None
    pushing = sentence.tree.lemma(word.head) in table("change")["pushing"]["verbs"]
    if word.tag == "PRP" and pushing and word.dep == "dobj":
        return {"left": (noun, noun + 1)}  # "That leaves them 19% lower than at their peak"
    if noun < 1 or noun in sentence.stop or not word.is_noun or word.label:
        return {}
    moved = word.dep == "dative" and pushing
    if word.dep not in ("dobj", "attr", "pobj") and not inside and not moved:
        return {}
    first, last = sentence.tree.noun_phrase(noun, sentence.stop)
    return {"left": (first, max(noun + 1, min(last, located.first)))}


def _before_aside(sentence: Sentence, k: int) -> int:
    """The word before an aside that ends at word `k`: `those from lorries, despite cleaner engines, 5% higher`."""
    if sentence.word(k) != ",":
        return k
    opened = next((j for j in range(k - 1, max(0, k - 9), -1) if sentence.word(j) == ","), None)
    return k if opened is None or any(sentence.tree[j].is_verb for j in range(opened, k)) else opened - 1


def left_of(sentence: Sentence, located: Located) -> Located | None:
    """The number that a difference or multiple speaks of: `23 titles, one more than`."""
    before = sentence.before(located)
    if before is None or before.attributive:
        return None
    gap = sentence.gap(before, located)
    if gap[-3:-1] == [",", "which"] and gap[-1] in ("is", "was", "are", "were"):
        gap = gap[:-2]  # "418 incidents in 2022, which was 37 fewer"
    if gap[-1:] == ["each"]:
        return None  # "two reactors, each a quarter the size"
    joined = any(word in ("but", "and") for word in gap) and len(gap) <= 12
    other = any(word.dep in ("nsubj", "nsubjpass") for word in sentence.tree.words[before.last : located.first])
    if before.first in sentence.lefts and joined and not other:
        return sentence.lefts[before.first]  # "12% less than a year earlier but twice as much as promised"
    outer = _outer(sentence, before, located, gap) or _again(sentence, before, gap)
    if outer is not None:
        return outer
    factor = is_proportion(before) and not sentence.free("comparison", before)
    if (
        factor
        or is_multiple(before)
        or not (comparable(before, located) or is_relative(located) or is_multiple(located))
    ):
        return None
    if located.quantity.unit is None and before.quantity.unit is not None and len(gap) > 3 and gap[-1] != ",":
        return None
    unit = before.quantity.unit
    if unit is not None and unit.kind is UnitKind.AGE and sentence.word(located.last) not in ("older", "younger"):
        return None
    return before if _adjoining(sentence, before, gap) else None


def _again(sentence: Sentence, before: Located, gap: list[str]) -> Located | None:
    """The left number of a comparison that goes on: `£9.6m, three times its estimate of £3.2m and £2m more than`."""
    first = sentence.before(before) if gap == ["and"] and not sentence.free("comparison", before) else None
    return None if first is None else sentence.lefts.get(first.first)


def _outer(sentence: Sentence, before: Located, located: Located, gap: list[str]) -> Located | None:
    """The number before the nearest one, where that only explains it or tells how it changed."""
    outer = sentence.before(before)
    if outer is None:
        return None
    if is_relative(before) and not is_relative(located) and gap[-1:] == [","]:
        return (
            outer if comparable(outer, located) and not outer.attributive else None
        )  # "£1bn, or 43% of it, £38m more"
    between = sentence.gap(outer, before)
    played = (
        between == ["in"]
        and before.quantity.unit is not None
        and before.quantity.unit.name in table("comparison")["rounds"]
    )
    behind = sentence.tree.words[before.last : before.last + len(gap) - 1]
    plain = gap[-1:] == [","] and len(gap) <= 6 and not any(word.text == "," for word in behind)
    plain = plain and (len(gap) <= 3 or not any(word.is_verb for word in behind))  # "23 of the 70 passed, seven fewer"
    out_of = between[:1] == ["of"] and len(between) <= 6 and plain and not is_proportion(outer)
    out_of = out_of or (played and plain)  # "27 goals in 31 matches this season, five more"
    started = preposition(sentence, before) == "from" and preposition(sentence, outer) == "to" and len(between) <= 6
    if started and "," in gap[-2:] and comparable(outer, before) and not outer.attributive:
        return outer  # "eased to 3.1% in August from 3.4% in July, still 1.1 points above"
    if (between == ["from"] or out_of) and not outer.attributive and gap[-1:] == [","] and not is_relative(located):
        return outer  # "41 points from 19 games, six more", "52 of the 120 seats, nine more"
    limit = before.quantity.text.lower().startswith(_LIMITS) and outer.last == before.first
    if limit or (sentence.word(before.first - 1) == "(" and gap == [")", ","]):
        return outer  # "24 days above 35°C, three times the average"
    moved = sentence.word(before.first - 1) in ("up", "down") and "and" in gap and len(gap) <= 8
    return outer if moved and comparable(outer, located) else None  # "$3.12, down 14 cents and $1.90 below"


def _adjoining(sentence: Sentence, before: Located, gap: list[str]) -> bool:
    """Whether a difference stands beside its number: apposed, or behind the comma that closes the number's clause."""
    gap = ["," if word in ("—", "–") else word for word in gap]
    if gap in ([], [","], ["-"], ["("], [",", "or"], [",", "and"], [",", "which", "is"], ["is"], [",", "a"]):
        return True
    if gap in (["is"], ["was"], ["are"], ["were"]) and sentence.word(before.first - 1) == "of":
        return True  # "The crest of 8.91 metres was 37 centimetres higher"
    bracketed = sentence.word(before.first - 1) == "(" and gap[:1] == [")"] and len(gap) == 2
    if bracketed and sentence.tree[before.last + 1].is_verb:
        return True  # "Sales of oat milk (£2.1m) were four times those of almond milk"
    opened = sentence.word(before.first - 1) in ("at", "with") and before.first <= 1
    if opened and len(gap) <= 10 and gap[:1] == [","]:
        return True  # "At 1.24 kg, the laptop is 180 g lighter"
    if gap[-2:] == ["and", "more"] or gap == ["and"]:
        return not sentence.free("comparison", before)
    if "between" in gap and "and" in gap[gap.index("between") :]:
        gap = [
            *gap[: gap.index("between")],
            *gap[gap.index("and", gap.index("between")) + 1 :],
        ]  # "between May and June"
    joined = any(word in _JOINING for word in gap)
    if gap[0] == "," and gap[-1] == "and" and len(gap) <= 14 and not any(word in _JOINING for word in gap[:-1]):
        inner = sentence.tree.words[before.last + 1 : before.last + len(gap)]
        return inner[0].tag == "DT" and any(one.tag == "JJS" for one in inner) and not any(one.is_verb for one in inner)
    words = sentence.tree.words[before.last : before.last + len(gap)]
    doing = any(word.tag == "VBG" for word in words)
    after = len(gap) - gap[::-1].index(",") if "," in gap else len(gap)
    level = sentence.words(before.first - 2, before.first) == [",", "at"]  # "The crop, at 13.9 million tonnes, came in"
    running = "," in gap[-4:] and all(word.lower in _BEING or word.tag in ("VBG", "RB") for word in words[after:])
    if level and running:
        return True  # "Rainfall, at 412 mm since October, is running 18% above"
    deed = not level and any(word.tag in FINITE_TAGS and word.lower not in _BEING for word in words[after:])
    if "," in gap[-3:] and len(gap) <= 8 and not joined and not doing and not deed:
        return True  # but "dipped 0.2% in August, leaving them 3.1% above"
    closed = gap[-1] == "," and gap.count(",") == 1 and len(gap) <= 14
    subclause = any(word in ("which", "that", "who", "when", "where") for word in gap)
    return closed and not joined and not subclause
