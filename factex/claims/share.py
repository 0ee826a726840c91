"""Shares: a part of a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims import parts
from factex.claims.claim import Claim, Rule
from factex.claims.holdings import made_up
from factex.claims.names import named_between
from factex.claims.sentence import is_proportion
from factex.claims.wholes import DETERMINERS, ENDS, FOCUS, whole
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_AMOUNTS = (UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.PHYSICAL, UnitKind.COMPOUND)


def _of_whole(sentence: Sentence) -> Iterator[Claim]:
    """`nearly half of global funding`, `60 per cent of its revenue`, `half the condos`, `one in three voters`."""
    for located in sentence.quantities:
        if not is_proportion(located) or located.attributive or not sentence.free("share", located):
            continue
        if not _is_free(sentence, located):
            continue
        roles, mentions = _of_what(sentence, located)
        if not roles and _between_marks(sentence, located):
            roles = {"fraction": located}
        if not roles:
            continue
        part = _part(sentence, located)
        if part is not None:
            roles["part"] = part
        total = _total_before(sentence, located)
        if total is not None:
            roles["total"], mentions = total, {}
        claim = Claim("share", "share.of_whole", roles, roles.get("part", located).head, mentions=mentions)
        if _is_odds(sentence, located) and "whole" in mentions and sentence.word(located.last) != "of":
            claim.anchor = _behind_odds(sentence, located) or claim.anchor
        if _between_marks(sentence, located) and sentence.tree[min(located.last + 1, len(sentence.tree) - 1)].is_verb:
            claim.predicate = located.last + 1
        _mend_verb(sentence, located, claim)
        yield claim
        yield from _further(sentence, located, mentions)


def _is_free(sentence: Sentence, located: Located) -> bool:
    """Whether no comparison has taken a fraction up, nor a change: `cut 4,200 jobs, or 6% of its workforce` is both."""
    if sentence.word(located.first - 1) == "within" and not sentence.free("comparison", located):
        return False  # "came within 3% of their peak"
    earlier = sentence.before(located)
    beside = earlier is not None and sentence.gap(earlier, located) in ([",", "or"], ["or"])
    both = beside and sentence.word(located.last) == "of"
    both_told = sentence.word(located.last) == "of"
    ahead = (both_told or _is_odds(sentence, located)) and any(
        left.first == located.first for left in sentence.lefts.values()
    )
    unit = located.quantity.unit
    ahead = ahead or (
        both_told and unit is not None and unit.name == "percent"
    )  # "41% of pupils can read, against 57%"
    free = sentence.free("comparison", located) or ahead  # "37% of respondents, eight points ahead of her rival"
    total = sentence.after(located.last) if sentence.word(located.last) == "of" else None
    counted = total is not None and _is_total(sentence, located.last, total)  # "cut 10% of its 8,000 staff"
    return free and (sentence.free("change", located) or both or counted or _then_moved(sentence, located))


def _then_moved(sentence: Sentence, located: Located) -> bool:
    """Whether a share of something is told with how it moved: `won 35% of the vote, up six points from 2021`."""
    follower = sentence.after(located.last)
    gap = [] if follower is None else sentence.gap(located, follower)
    told = [k for k in range(1, len(gap)) if gap[k] in ("up", "down")]
    moved = next((k for k in told if gap[k - 1] == "," or gap[k + 1 : k + 2] == ["from"]), None)
    return sentence.word(located.last) == "of" and moved is not None and len(gap) - moved <= 3


def _is_odds(sentence: Sentence, located: Located) -> bool:
    """Whether a fraction is told as `one in five`."""
    unit = located.quantity.unit
    fraction = unit is not None and unit.name == "fraction"
    return fraction and any(word in ("in", "out", "every") for word in sentence.words(located.first, located.last))


def _of_what(sentence: Sentence, located: Located) -> tuple[dict[str, Located], dict[str, tuple[int, int]]]:
    """The roles of a share and what it is of, told behind the fraction or inside it; no roles where nothing is told."""
    i, tree = located.last, sentence.tree
    roles = {"fraction": located}
    unit = located.quantity.unit
    if sentence.word(i) == "of":
        total = sentence.after(i)
        if total is not None and total.attributive and total.first == i + 1:  # "40 percent of 18- to 24-year-olds"
            return roles, {"whole": (total.first, _plural_behind(sentence, total))}
        if total is not None and _is_total(sentence, i, total):
            return roles | {"total": total}, {}
        mentions = whole(sentence, i + 1)
        return (roles, mentions) if mentions else ({}, {})
    if _is_odds(sentence, located):
        aged = sentence.after(i)
        if aged is not None and aged.first == i and aged.attributive:  # "one in ten seven-year-olds"
            return roles, {"whole": (aged.first, _plural_behind(sentence, aged))}
        inner = next((k for k in range(located.first + 1, located.last) if tree[k].is_noun), None)
        if inner is not None:  # "one pupil in six"
            return roles, {"whole": (inner, inner + 1)}
        follows = i < len(tree) and tree[i].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG")
        return (roles, whole(sentence, i)) if follows else ({}, {})
    if unit is not None and unit.name == "fraction" and sentence.word(i) in DETERMINERS:
        total = sentence.after(i)
        if total is not None and not total.attributive and _is_total(sentence, i, total):
            return roles | {"total": total}, {}  # "Half the firm's 400 staff"
        return roles, whole(sentence, i)
    return {}, {}


def _plural_behind(sentence: Sentence, aged: Located) -> int:
    """The end of the noun phrase that a number before it describes: `15-year-olds`, `three-bedroom homes`."""
    tree, last = sentence.tree, aged.last
    while last < len(tree) and (tree[last].is_noun or tree[last].tag in ("HYPH", "JJ") or tree[last].text == "-"):
        last += 1
    return last


def _is_total(sentence: Sentence, i: int, total: Located) -> bool:
    """Whether a number behind `of` is how many there are in all: `of its nine`, `of the city's 26 clinics`."""
    unit = total.quantity.unit
    gap = sentence.tree.words[i : total.first]
    near = total.first - i <= 5 and not sentence.tree[i + 1].is_verb
    plain = all(word.lower in DETERMINERS or word.lower == "of" or word.tag == "JJ" for word in gap)
    owned = plain or gap[-1].lower in ("'s", "’s")
    if unit is None:  # "one in six of the 230 who answered"
        return near and plain and sentence.word(total.last) in ("who", "that") and not is_proportion(total)
    return near and owned and unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.PHYSICAL)


def _part(sentence: Sentence, located: Located) -> Located | None:
    """The number that a fraction stands beside: `cut 900 jobs, or 4% of its staff`, `4% of its staff, or 900`."""
    before = sentence.before(located)
    if before is not None and _is_beside(sentence, before, located):
        return before
    after = sentence.after(located.last)
    counted = after is not None and after.quantity.unit is not None and after.quantity.unit.kind in _AMOUNTS
    if after is not None and counted and sentence.words(after.first - 2, after.first) == [",", "or"]:
        return after
    whole = sentence.word(located.last) == "of" and sentence.word(located.last + 1) in DETERMINERS
    gap = [] if after is None else sentence.words(located.last, after.first)
    if after is not None and counted and whole and gap.count(",") == 1 and gap[-1] == "," and len(gap) <= 5:
        ended = after.last >= len(sentence.tree) or sentence.word(after.last) in (".", ",", ";", ")")
        return after if ended else None  # "a tenth of its stock, some 80,000 fish"
    return None


def _between_marks(sentence: Sentence, located: Located) -> bool:
    """Whether a fraction stands between commas right behind a count: `3,900 posts, about one in eight, are vacant`."""
    before = sentence.before(located)
    unit = None if before is None else before.quantity.unit
    if before is None or unit is None or unit.kind is not UnitKind.COUNT:
        return False
    marks = sentence.gap(before, located) in ([","], [",", "or"]) and sentence.word(located.last) in (",", ".")
    return marks and _is_odds(sentence, located)


def _is_beside(sentence: Sentence, before: Located, fraction: Located) -> bool:
    """`8,000 hectares of vines since 2023, roughly 8% of the total`, `900, a quarter of the town`."""
    unit = before.quantity.unit
    number = before.quantity.number
    bare = unit is None and number is not None and number > 1
    if before.attributive or not (bare or (unit is not None and unit.kind in _AMOUNTS)):
        return False
    gap = sentence.gap(before, fraction)
    if _between_marks(sentence, fraction):
        return True
    counted = unit is not None and unit.kind is UnitKind.COUNT
    if gap in ([",", "or"], ["or"], ["("]) and (counted or gap[0] == ","):
        return True
    if gap[-3:] == ["the", "equivalent", "of"] and gap[:-3] in ([","], ["or"], [",", "or"]):
        return True  # "$780 million, the equivalent of 4% of its turnover"
    pointing = parts.points_back(sentence, fraction.last + 1) or parts.means_amount(sentence, fraction.last + 1)
    if sentence.word(fraction.last) != "of" or pointing:
        return False
    inner = [word for word in gap if word not in FOCUS]
    apposed = inner[-1:] == [","] or inner[-2:] == [",", "or"]
    verbless = not any(sentence.tree[k].is_verb for k in range(before.last, fraction.first))
    return apposed and verbless and len(gap) <= 8 and gap.count(",") == 1 and (not bare or len(inner) == 1)


def _total_before(sentence: Sentence, located: Located) -> Located | None:
    """`$7.5 million, half of which`: the total that a fraction points back to."""
    before = sentence.before(located)
    back = sentence.words(located.last, located.last + 2)
    if before is None or back[:1] != ["of"] or not back[1:]:
        return None
    unit = before.quantity.unit
    amount = unit is not None and unit.kind in (UnitKind.CURRENCY, UnitKind.PHYSICAL)
    amount = amount and parts.means_amount(sentence, located.last + 1)
    if not parts.points_back(sentence, located.last + 1) and not amount:
        return None
    gap = sentence.gap(before, located)
    opened = next((k for k in range(located.first - 1, before.last, -1) if sentence.tree[k].text == ","), 0)
    stretch = sentence.tree.words[before.last : opened]
    timed = len(stretch) <= 4 and any(word.label == "DATE" for word in stretch)
    timed = timed and located.first - opened <= 3
    return before if timed or (gap[:1] == [","] and len(gap) <= 2) else None


def _behind_odds(sentence: Sentence, located: Located) -> int | None:
    """The noun that odds are told of, through which they hang in the tree: `one in three voters`."""
    inner = next((k for k in range(located.first + 1, located.last) if sentence.tree[k].is_noun), None)
    return inner if inner is not None else sentence.nouns_after(located.last, 8)


def _mend_verb(sentence: Sentence, located: Located, claim: Claim) -> None:
    """Gives a claim its verb where that was read as the last noun of the whole: `15% of the harvest rots before`."""
    tree = sentence.tree
    if "whole" not in claim.mentions or tree[located.head].dep != "ROOT":
        return
    first, last = claim.mentions["whole"]
    if last - first >= 2 and tree[last - 1].tag == "NNS" and tree[last - 2].tag == "NN":
        claim.mentions["whole"] = (first, last - 1)
        claim.predicate, claim.theme = last - 1, located.head


def _further(sentence: Sentence, first: Located, mentions: dict[str, tuple[int, int]]) -> Iterator[Claim]:
    """`6.4% of recipients and headache in 11%`, `9, 31 and 17 per cent respectively`: shares told with another."""
    before = sentence.before(first)
    listed = any(word.lower == "respectively" for word in sentence.tree.words[first.last :])
    while listed and before is not None and is_proportion(before) and set(sentence.gap(before, first)) <= {",", "and"}:
        yield Claim("share", "share.further", {"fraction": before}, before.head, mentions=dict(mentions))
        first, before = before, sentence.before(before)
    behind = sentence.after(first.last)
    if behind is not None and not is_proportion(behind) and sentence.word(first.last) == "of":
        first, behind = behind, sentence.after(behind.last)  # "48.7% of the 3.2 million votes, Novak 46.1%"
    while behind is not None and _goes_on(sentence, first, behind):
        claim = Claim("share", "share.further", {"fraction": behind}, behind.head)
        _gapped(sentence, first, behind, claim)
        yield claim
        first, behind = behind, sentence.after(behind.last)


def _goes_on(sentence: Sentence, first: Located, behind: Located) -> bool:
    """Whether a further proportion is told with a share, in the same clause."""
    if not is_proportion(behind) or not sentence.free("share", behind) or behind.attributive:
        return False
    gap = range(first.last, behind.first)
    words = sentence.words(gap.start, gap.stop)
    if len(words) > 10 or any(sentence.tree[k].is_verb for k in gap):
        return False
    ended = behind.last >= len(sentence.tree) or sentence.word(behind.last) in ENDS - {"of"}
    return ("and" in words and ended) or _gapped_thing(sentence, behind) is not None


def _gapped_thing(sentence: Sentence, behind: Located) -> int | None:
    """The thing right before a further share: `Solar provided 11% of power and wind 19%`."""
    before = sentence.before(behind)
    named = None if before is None else named_between(sentence, before, behind)
    return None if named is None else named[2]


def _gapped(sentence: Sentence, first: Located, behind: Located, claim: Claim) -> None:
    """Gives a further share the thing right before it, with the verb that is told once."""
    verb = sentence.verb_before(first.first)
    thing = _gapped_thing(sentence, behind)
    if verb is not None and thing is not None:
        claim.theme, claim.predicate = thing, verb.i


RULES = (
    Rule("share.part_of_total", parts.part_of_total, "They own five of the world's top ten."),
    Rule("share.total_first", parts.total_first, "Rangers counted 41 bats, 26 of them juveniles."),
    Rule("share.of_them", parts.of_them, "Eleven men escaped. Seven of them were caught."),
    Rule(
        "share.of_whole",
        _of_whole,
        "China captured nearly half of global funding.",
        ("share.of_whole", "share.further"),
    ),
    Rule(
        "share.made_up",
        made_up,
        "The fund holds a 20% stake in the carmaker.",
        ("share.holding", "share.subject", "share.verb"),
    ),
)
