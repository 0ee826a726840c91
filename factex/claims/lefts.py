"""The left side of a comparison: the number that a difference or multiple speaks of, and the thing that has it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.movement import preposition
from factex.claims.sentence import comparable, is_multiple, is_proportion, is_relative
from factex.claims.wholes import FOCUS
from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_JOINING = frozenset(("and", "but", "while", "yet", ";"))
# So many words may lie between a number that opens a sentence, without a comma, and what is told of it.
_BARE = 6
_BEING = frozenset(("is", "are", "was", "were"))
# Between a number and the difference that is said of it.
_BESIDE: tuple[list[str], ...] = (
    [],
    [","],
    ["-"],
    ["("],
    [",", "or"],
    [",", "and"],
    [",", "which", "is"],
    [",", "which", "makes", "it"],
    [",", "which", "made", "it"],
    [",", "making", "it"],
    ["is"],
    [",", "a"],
)
# The verbs of clauses that stand within another.
_WITHIN = frozenset(("relcl", "advcl", "ccomp", "acl", "pcomp", "csubj"))
# So many words may lie between a number that opens a sentence and its difference.
_OPENING = 18
# So many between a number and the circumstance that it is told with.
_NEAR = 6
_FAR = 8
_LIMITS = ("above", "below", "over", "under")


def left_of(sentence: Sentence, located: Located) -> Located | None:
    """The number that a difference or multiple speaks of: `23 titles, one more than`."""
    before = sentence.before(located)
    while before is not None and before.attributive and sentence.tree[before.first - 1].tag in ("DT", "PRP$", "POS"):
        before = sentence.before(before)  # "57 votes in the 100-seat chamber, three short of the 60"
    if before is None or before.attributive or sentence.word(before.last) == "away":
        return None
    if _told_aside(sentence, before, located) or _at_time(sentence, before, located):
        return None
    before = _but_for_circumstance(sentence, before, located)
    gap = _without_saying(sentence, before, located)
    while len(gap) > 1 and gap[-2] == "," and gap[-1] in FOCUS:
        gap = gap[:-1]  # "204 batters this season, only six fewer"
    while gap[-2:-1] and gap[-2] in _BEING and sentence.tree[located.first - 1].tag == "RB":
        gap = gap[:-1]  # ", which was still 12% more"
    if gap[-3:-1] == [",", "which"] and gap[-1] in _BEING:
        gap = gap[:-2]  # "418 incidents in 2022, which was 37 fewer"
    if gap[-1:] == ["each"]:
        return None  # "two reactors, each a quarter the size"
    joined = any(word in ("but", "and") for word in gap) and not _parted(sentence, before, located)
    if before.first in sentence.lefts and joined:
        return sentence.lefts[before.first]  # "12% less than a year earlier but twice as much as promised"
    factor = _factor_before(sentence, before, gap) if joined else None
    first = None if factor is None else left_of(sentence, factor)
    if first is not None and (comparable(first, located) or is_relative(located) or is_multiple(located)):
        return first  # "is twice as tall as the church and 11 metres shorter than the silo"
    outer = _outer(sentence, before, located, gap)
    if outer is not None:
        return outer
    compared = is_proportion(before) and not sentence.free("comparison", before)
    if (
        compared
        or is_multiple(before)
        or not (comparable(before, located) or is_relative(located) or is_multiple(located))
    ):
        return None
    if located.quantity.unit is None and before.quantity.unit is not None and len(gap) > 3 and gap[-1] != ",":
        return None
    unit = before.quantity.unit
    of_age = {"older", "younger", "age"} & set(sentence.words(located.last, located.last + 2))
    if unit is not None and unit.kind is UnitKind.AGE and not of_age:
        return None
    return before if _adjoining(sentence, before, located, gap) else None


def _at_time(sentence: Sentence, before: Located, located: Located) -> bool:
    """Whether a number only tells when a multiple held: `babbled, at ten months, 1.4 times as often as`."""
    unit = before.quantity.unit
    timed = unit is not None and unit.kind is UnitKind.TIME and sentence.word(before.first - 1) == "at"
    return timed and is_multiple(located) and sentence.word(located.last) == "as"


def _told_aside(sentence: Sentence, before: Located, located: Located) -> bool:
    """Whether a number stands in a relative clause before a comma: `The mass of the star, which lies 9 pc off,`."""
    tree = sentence.tree
    clause = next((word for word in tree.ancestors(before.head) if word.dep == "relcl"), None)
    if clause is None or clause.i in {word.i for word in tree.ancestors(located.head)}:
        return False
    verb = sentence.verb_before(located.first)
    closed = any(word.text == "," for word in tree.words[before.last : located.first])
    return closed and verb is not None and verb.i > before.last and tree[verb.i - 1].text == ","


def own_size(sentence: Sentence, located: Located) -> Located | None:
    """The size told before the noun of which a difference is said: `The 212-foot crane, taller by 30 feet than`."""
    tree = sentence.tree
    above = tree[located.head]
    while above.dep not in ("ROOT", "nsubj", "nsubjpass") and not above.is_verb:
        above = tree.head(above.i)
        if above.is_noun and above.i < located.first:
            break
    subject = above if above.is_noun else tree.child(above.i, "nsubj", "nsubjpass")
    if subject is None or subject.i >= located.first or is_multiple(located) or is_relative(located):
        return None
    sizes = [
        one
        for one in sentence.quantities
        if one.attributive and one.last <= subject.i and tree.noun_phrase(subject.i)[0] <= one.first
        and comparable(one, located)
    ]  # fmt: skip
    return sizes[0] if len(sizes) == 1 else None


def _parted(sentence: Sentence, before: Located, located: Located) -> bool:
    """Whether another clause begins between two numbers: a subject with its verb, or a verb behind `and`.

    What tells who says so, or where something stood, is none: `4% below where it stood a year ago, and a third lower`.
    """
    tree = sentence.tree
    for word in tree.words[before.last : located.first]:
        above = tree[word.head]
        if (
            word.dep in ("nsubj", "nsubjpass")
            and above.dep not in _WITHIN
            and (above.dep == "conj" or tree.lemma(above.i) not in table("verbs")["saying"])
        ):
            return True
        if word.is_verb and word.dep == "conj" and word.i > 0 and tree[word.i - 1].lower in _JOINING:
            return True
    return False


def _but_for_circumstance(sentence: Sentence, before: Located, located: Located) -> Located:
    """The number before one that only tells where or how long: `410,000 tonnes at its nine sites, a fifth more`."""
    outer = sentence.before(before)
    share = is_multiple(located) or is_proportion(located)
    if outer is None or not share or outer.attributive or is_relative(before):
        return before
    k = before.first - 1
    while k > outer.last and sentence.tree[k].tag in ("DT", "PRP$", "JJ", "RB"):
        k -= 1
    apart = sentence.words(outer.last, before.first)
    told = sentence.word(k) in table("elided")["circumstances"] and not {",", "and", "from", "to"} & set(apart)
    return outer if told and not is_relative(outer) and len(apart) <= _NEAR else before


def _without_saying(sentence: Sentence, before: Located, located: Located) -> list[str]:
    """The words between without who says so: `12 megalitres, according to the group, about half what they used`."""
    gap = sentence.gap(before, located)
    commas = [k for k, word in enumerate(gap) if word == ","]
    for opened, closed in itertools.pairwise(commas):
        inside = range(before.last + opened + 1, before.last + closed)
        says = any(sentence.tree.lemma(k) in table("verbs")["saying"] for k in inside if sentence.tree[k].is_verb)
        if says or gap[opened + 1] == "according":
            return [*gap[:opened], *gap[closed:]]
    return gap


def _factor_before(sentence: Sentence, before: Located, gap: list[str]) -> Located | None:
    """The multiple with which a comparison begins that goes on: `three times its estimate of £3.2m and £2m more`."""
    if is_multiple(before):
        return before
    first = sentence.before(before) if gap == ["and"] else None
    verbless = first is not None and not any(w.is_verb for w in sentence.tree.words[first.last : before.first])
    return first if first is not None and is_multiple(first) and verbless else None


def _outer(sentence: Sentence, before: Located, located: Located, gap: list[str]) -> Located | None:
    """The number before the nearest one, where that only explains it or tells how it changed."""
    outer = sentence.before(before)
    if outer is None:
        return None
    closed, told_apart = gap[-1:] == [","], is_relative(before) and not is_relative(located)
    if told_apart and closed:  # "£1bn, or 43% of it, £38m more"
        return outer if comparable(outer, located) and not outer.attributive else None
    if not outer.attributive:
        if _came_from(sentence, outer, before) and "," in gap[-2:]:
            return outer
        within = _is_part(sentence, outer, before, gap) or sentence.gap(outer, before) == ["from"]
        if within and closed and not is_relative(located):
            return outer  # "41 points from 19 games, six more"
    limit = before.quantity.text.lower().startswith(_LIMITS) and outer.last == before.first
    if limit or (sentence.word(before.first - 1) == "(" and gap == [")", ","]):
        return outer  # "24 days above 35°C, three times the average"
    up = before.first - 1 - int(sentence.word(before.first - 1) == "by")
    moved = sentence.word(up) in ("up", "down") and "and" in gap and len(gap) <= 8
    return outer if moved and comparable(outer, located) else None  # "$3.12, down 14 cents and $1.90 below"


def _came_from(sentence: Sentence, outer: Located, before: Located) -> bool:
    """Whether two numbers are the end and the start of a change: `eased to 3.1% in August from 3.4% in July`."""
    ends = preposition(sentence, before) == "from" and preposition(sentence, outer) == "to"
    return ends and len(sentence.gap(outer, before)) <= 6 and comparable(outer, before)


def _is_part(sentence: Sentence, outer: Located, before: Located, gap: list[str]) -> bool:
    """Whether one number is a part of another, or made in so many rounds, with no clause behind them.

    `52 of the 120 seats, nine more`; `27 goals in 31 matches this season, five more`.
    """
    between, unit = sentence.gap(outer, before), before.quantity.unit
    behind = sentence.tree.words[before.last : before.last + len(gap) - 1]
    verbs = [word for word in behind if word.is_verb]  # none in "41 of the 120 seats in the election,"
    own = len(verbs) == 1 and sentence.tree.child(verbs[0].i, "nsubj") in sentence.tree.words[outer.first : outer.last]
    verbless = len(gap) <= _FAR and (not verbs or own)  # "18 of the 27 states back the ban,"
    short = len(gap) <= 3 or verbless  # "23 of the 70 passed,"
    if not short or gap[-1:] != [","] or any(word.text == "," for word in behind):
        return False
    played = between == ["in"] and unit is not None and unit.name in table("comparison")["rounds"]
    return played or (between[:1] == ["of"] and len(between) <= 6 and not is_proportion(outer))


def _adjoining(sentence: Sentence, before: Located, located: Located, gap: list[str]) -> bool:
    """Whether a difference stands beside its number: apposed, or behind the comma that closes the number's clause."""
    gap = ["," if word in ("—", "–") else word for word in gap]
    having = gap[:1] == [","] and len(gap) == 2 and sentence.tree.lemma(located.first - 1) == "have"
    if having and sentence.verb_before(before.first) is None:
        return True  # "Colombia, home to 1,966 species, has almost twice as many as"
    if gap in _BESIDE or _said_of(sentence, before, gap) or of_opening(sentence, before, gap):
        return True
    if gap == ["and"] or gap[-2:] == ["and", "more"]:
        return not sentence.free("comparison", before)
    if gap[0] == "," and gap[-1] == "and" and len(gap) <= 14 and _JOINING.isdisjoint(gap[:-1]):
        return _ranked_between(sentence, before, gap)
    return _compared_between(sentence, before, located, gap) or _closing(sentence, before, _without_span(gap))


def _compared_between(sentence: Sentence, before: Located, located: Located, gap: list[str]) -> bool:
    """Whether another comparison of the number stands between: `12 races, as many as Banerjee and two more than`."""
    joint = gap[-1] in ("and", "but") or (
        gap[-2:-1] in (["and"], ["but"]) and sentence.tree[located.first - 1].tag == "RB"
    )
    told = "than" in gap or gap.count("as") > 1
    return joint and told and "," in gap and not _parted(sentence, before, located)


def _said_of(sentence: Sentence, before: Located, gap: list[str]) -> bool:
    """Whether a copula or verb says the difference of the number: `The crest of 8.91 metres was 37 cm higher`."""
    of_level = sentence.word(before.first - 1) == "of"
    if len(gap) == 1 and gap[0] in _BEING and of_level:
        return True
    told = sentence.tree[before.last].is_verb and len(gap) <= 2 and (len(gap) == 1 or gap[1] in ("in", "out"))
    if of_level and told and sentence.tree.lemma(before.last) in table("change")["level_verbs"]["words"]:
        return True  # "Sales of $4.1 billion came in $200 million below"
    if of_level and len(gap) == 1 and sentence.tree.lemma(before.last) in table("comparison")["standing"]["lacking"]:
        return True  # "Donations of 640,000 kronor fell 85,000 short of the sum"
    bracketed = sentence.word(before.first - 1) == "(" and gap[:1] == [")"] and len(gap) == 2
    return bracketed and sentence.tree[before.last + 1].is_verb  # "Sales of oat milk (£2.1m) were four times those of"


def of_opening(sentence: Sentence, before: Located, gap: list[str]) -> bool:
    """Whether the sentence opens with the number that the difference speaks of: `At 1.24 kg, it is 180 g lighter`."""
    if sentence.word(before.first - 1) not in ("at", "with"):
        return False
    if before.first > 1:
        return sentence.word(before.first - 2) in _JOINING and _said_by_copula(sentence, before, gap)
    words = sentence.tree.words[before.last : before.last + len(gap)]
    verbs = [word for word in words if word.is_verb]
    plain = len(verbs) <= 1 and all(word.lower in _BEING for word in verbs)
    bare = (
        "," not in gap and len(verbs) == 1 and len(gap) <= _BARE
    )  # "At $29 a month the new package costs half as much"
    return bare or (gap.count(",") == 1 and len(gap) <= _OPENING and (plain or len(gap) <= 10))


def _said_by_copula(sentence: Sentence, before: Located, gap: list[str]) -> bool:
    """Whether a number opens a clause of what it is: `but at 1,000 shillings a ticket is 40 percent cheaper`."""
    words = sentence.tree.words[before.last : before.last + len(gap)]
    verbs = [word for word in words if word.is_verb]
    named = bool(words) and words[-1].lower in _BEING and any(word.dep == "nsubj" for word in words)
    return named and len(verbs) == 1 and len(gap) <= _NEAR and "," not in gap[1:]


def _ranked_between(sentence: Sentence, before: Located, gap: list[str]) -> bool:
    """Whether a superlative alone stands between: `312, the highest toll since the war and 40 more than in 2020`."""
    inner = sentence.tree.words[before.last + 1 : before.last + len(gap)]
    ranked = any(one.tag == "JJS" or one.lower in table("comparison")["records"]["superlative"] for one in inner)
    return (
        inner[0].tag == "DT" and ranked and not any(one.is_verb for one in inner)
    )  # "18,340, a club record and 1,100 more"


def _without_span(gap: list[str]) -> list[str]:
    """The words between without a stretch of time: `between May and June`."""
    if "between" not in gap or "and" not in gap[gap.index("between") :]:
        return gap
    opened = gap.index("between")
    return [*gap[:opened], *gap[gap.index("and", opened) + 1 :]]


def _closing(sentence: Sentence, before: Located, gap: list[str]) -> bool:
    """Whether the difference stands behind the comma that closes the clause of the number."""
    joined = not _JOINING.isdisjoint(gap)
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
