"""Shares: a part of a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import is_multiple, is_proportion
from factex.lexicon.files import table
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_DETERMINERS = frozenset(
    ("the", "its", "their", "his", "her", "our", "my", "all", "those", "these", "this", "that", "your")
)


def _whole(sentence: Sentence, i: int) -> dict[str, tuple[int, int]]:
    """The whole that is named at word `i`."""
    tree = sentence.tree
    head = sentence.nouns_after(i, 8)
    if head is None:
        return {}
    if tree[head].is_noun and tree[head].label in ("DATE", "TIME") and sentence.word(head) != "time":
        return {}
    first, last = tree.noun_phrase(head, sentence.stop)
    first = max(i, first) if first <= head else i
    while first < head and sentence.word(first) in ("the", "a", "an", "all", "of"):
        first += 1
    return {"whole": (first, max(last, head + 1))}


def _of_whole(sentence: Sentence) -> Iterator[Claim]:
    """`nearly half of global funding`, `60 per cent of its revenue`, `half the condos`, `one in three voters`."""
    for located in sentence.quantities:
        if not is_proportion(located) or located.attributive or not sentence.free("share", located):
            continue
        i = located.last
        word = sentence.word(i)
        earlier = sentence.before(located)
        beside = earlier is not None and sentence.gap(earlier, located) in ([",", "or"], ["or"]) and word == "of"
        if not (sentence.free("comparison", located) and (sentence.free("change", located) or beside)):
            continue
        unit = located.quantity.unit
        fraction = unit is not None and unit.name == "fraction"
        odds = fraction and any(sentence.word(k) in ("in", "out") for k in range(located.first, located.last))
        total = sentence.after(i)
        roles = {"fraction": located}
        if word == "of":
            if sentence.word(i + 1) in ("a", "an") and not odds:
                pass
            mentions = _whole(sentence, i + 1)
            if (
                total is not None
                and total.first - i <= 5
                and not sentence.tree[i + 1].is_verb
                and total.quantity.unit is not None
                and total.quantity.unit.kind is UnitKind.COUNT
                and _belong(sentence, i, total)
            ):
                roles["total"] = total
                mentions = {}
            elif not mentions:
                continue
        elif (fraction and not odds and word in _DETERMINERS) or (
            odds and i < len(sentence.tree) and sentence.tree[i].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG")
        ):
            mentions = _whole(sentence, i)
        else:
            continue
        before = sentence.before(located)
        if (
            before is not None
            and sentence.gap(before, located) in ([",", "or"], ["or"], ["("])
            and before.quantity.unit is not None
            and before.quantity.unit.kind is UnitKind.COUNT
        ) or (before is not None and word == "of" and not odds and _apposed(sentence, before, located)):
            roles["part"] = before
        part = sentence.after(i)
        if (
            "part" not in roles
            and part is not None
            and part.quantity.unit is not None
            and part.quantity.unit.kind is UnitKind.COUNT
            and part.first - 2 >= i
            and sentence.words(part.first - 2, part.first) == [",", "or"]
        ):
            roles["part"] = part
        back = sentence.words(i, i + 2)
        if (
            before is not None
            and back[:1] == ["of"]
            and back[1:]
            and back[1] in table("share")["back"]
            and sentence.gap(before, located)[:1] == [","]
            and len(sentence.gap(before, located)) <= 2
        ):
            roles["total"] = before
            mentions = {}
        anchor = roles.get("part", located).head
        if odds and "whole" in mentions and word != "of":
            anchor = sentence.nouns_after(i, 8) or anchor
        yield Claim("share", "share.of_whole", roles, anchor, mentions=mentions)
        yield from _further(sentence, located, mentions)


def _belong(sentence: Sentence, i: int, total: Located) -> bool:
    """Whether only articles and owners stand before a total: `of its nine`, `of the province's 26 clinics`."""
    words = sentence.words(i, total.first)
    return all(word in _DETERMINERS or word == "of" for word in words) or words[-1:] in (["'s"], ["’s"])


def _further(sentence: Sentence, first: Located, mentions: dict[str, tuple[int, int]]) -> Iterator[Claim]:
    """`6.4% of recipients and headache in 11%`, `9, 31 and 17 per cent respectively`: shares told with another."""
    before = sentence.before(first)
    listed = any(word.lower == "respectively" for word in sentence.tree.words[first.last :])
    while listed and before is not None and is_proportion(before) and set(sentence.gap(before, first)) <= {",", "and"}:
        yield Claim("share", "share.further", {"fraction": before}, before.head, mentions=dict(mentions))
        first, before = before, sentence.before(before)
    behind = sentence.after(first.last)
    if behind is None or not is_proportion(behind) or not sentence.free("share", behind) or behind.attributive:
        return
    gap = range(first.last, behind.first)
    words = sentence.words(gap.start, gap.stop)
    verbless = not any(sentence.tree[k].is_verb for k in gap)
    ended = behind.last >= len(sentence.tree) or sentence.word(behind.last) in (".", ",", ";", "in", "of", "for", "at")
    if verbless and "and" in words and len(words) <= 10 and ended and sentence.word(behind.last) != "of":
        yield Claim("share", "share.further", {"fraction": behind}, behind.head)


def _part_of_total(sentence: Sentence) -> Iterator[Claim]:
    """`five of the world's top ten`, `two of its nine plants`, `14 of the 52 approvals`, `39 out of 41`."""
    for part in sentence.quantities:
        total = sentence.after(part.last)
        if (
            total is None
            or part.attributive
            or not sentence.free("share", part)
            or is_proportion(part)
            or is_multiple(part)
        ):
            continue
        gap = sentence.gap(part, total)
        if gap[:2] == ["out", "of"]:
            gap = gap[1:]
        if gap[:1] != ["of"] or len(gap) > 7 or any(word in (",", "in", "to", "for", "on") for word in gap):
            continue
        definite = any(word in _DETERMINERS or word in ("'s", "’s", "’", "'") for word in gap) or gap == ["of"]
        if not definite or not _countable(part, total):
            continue
        yield Claim("share", "share.part_of_total", {"part": part, "total": total}, part.head)


def _countable(part: Located, total: Located) -> bool:
    one, other = part.quantity.number, total.quantity.number
    if one is None or other is None or one > other:
        return False
    units = (part.quantity.unit, total.quantity.unit)
    if any(unit is not None and unit.kind in (UnitKind.PERCENT, UnitKind.RATIO, UnitKind.AGE) for unit in units):
        return False
    return units[0] is None or units[1] is None or units[0].name == units[1].name or part.quantity.unit is None


def _of_total_first(sentence: Sentence) -> Iterator[Claim]:
    """`Of the 41 footprints, 12 belong to`, `41 bats, 26 of them juveniles`, `17 people, among them four children`."""
    back = frozenset(table("share")["back"])
    for part in sentence.quantities:
        total = sentence.before(part)
        if (
            total is None
            or part.attributive
            or total.attributive
            or not sentence.free("share", part)
            or not sentence.free("share", total)
        ):
            continue
        if is_proportion(total) or is_multiple(part) or is_multiple(total):
            continue
        gap = sentence.gap(total, part)
        behind = sentence.words(part.last, part.last + 2)
        opened = (
            sentence.words(total.first - 2, total.first)
            in (["of", "the"], ["of", "its"], ["of", "their"], ["of", "these"])
            and total.first <= 3
        ) or (
            sentence.word(0) == "of" and total.first <= 5 and sentence.word(total.first - 1) in ("'s", "’s", "’", "'")
        )
        led = opened and "," in gap
        amount = part.quantity.unit is not None and part.quantity.unit.kind in (UnitKind.CURRENCY, UnitKind.PHYSICAL)
        counted_back = behind[1:] and (behind[1] in back or (behind[1] == "it" and amount))
        them = behind[:1] == ["of"] and counted_back and len(gap) <= 8
        held_out = any(phrase in " ".join(gap) for phrase in ("of which", "of whom")) and len(gap) <= 12
        gap = [word for word in gap if word not in ("only", "just", "all", "another")]
        which = gap[-2:] in (["of", "which"], ["of", "whom"], ["among", "them"], ["among", "whom"], ["them", "just"])
        including = (
            gap[-1:] == ["including"]
            and gap[-2:-1] in ([","], [])
            and part.quantity.unit is not None
            and part.quantity.unit.kind is UnitKind.COUNT
        )
        if not (led or them or which or including or held_out):
            continue
        if is_proportion(part):
            yield Claim("share", "share.total_first", {"total": total, "fraction": part}, total.head)
        elif _smaller(part, total):
            anchor = part.head if led else total.head
            yield Claim("share", "share.total_first", {"part": part, "total": total}, anchor)


def _of_them(sentence: Sentence) -> Iterator[Claim]:
    """`Seven of them were caught`, `Of those patients, 92 died`: a part of what the text has named before."""
    back = frozenset(table("share")["back"])
    for part in sentence.quantities:
        free = sentence.free("share", part) and sentence.free("comparison", part) and sentence.free("change", part)
        if not free or part.attributive or is_multiple(part) or part.quantity.number == 1:
            continue
        role = "fraction" if is_proportion(part) else "part"
        i = part.last
        if sentence.word(i) == "of" and sentence.word(i + 1) in back and sentence.nouns_after(i + 2, 1) is None:
            yield Claim("share", "share.of_them", {role: part}, part.head, mentions={"whole": (i + 1, i + 2)})
        elif sentence.word(0) == "of" and 2 <= part.first <= 7 and sentence.word(part.first - 1) == ",":
            head = sentence.nouns_after(1, 5)
            if sentence.word(1) in _DETERMINERS and head is not None and head < part.first:
                yield Claim("share", "share.of_them", {role: part}, part.head, mentions={"whole": (1, part.first - 1)})
        elif role == "fraction" and sentence.word(i) != "of" and (start := _opening(sentence, part.first)) is not None:
            mentions = _whole(sentence, start + 1)
            if mentions:
                yield Claim("share", "share.of_them", {role: part}, part.head, mentions=mentions)


def _opening(sentence: Sentence, first: int) -> int | None:
    """The word that opens what a share is of, at the head of its clause: `Among the women over 60, 18 percent`."""
    start = next((k for k in range(first - 2, -1, -1) if k == 0 or sentence.word(k - 1) in (",", ":", ";")), 0)
    opened = sentence.word(start) in ("of", "among", "amongst") and sentence.word(first - 1) == ","
    verbless = not any(sentence.tree[k].is_verb for k in range(start + 1, first - 1))
    return start if opened and verbless and first - start <= 14 else None


def _smaller(part: Located, total: Located) -> bool:
    one, other = part.quantity.number, total.quantity.number
    unit = part.quantity.unit
    allowed = unit is None or unit.kind in (UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.PHYSICAL)
    return one is not None and other is not None and one <= other and allowed


def _made_up(sentence: Sentence) -> Iterator[Claim]:
    """`a 20% stake in the firm`, and percentages that are the subject of a deed: `70 per cent believed`."""
    holdings = frozenset(table("share")["holdings"])
    for located in sentence.quantities:
        if not is_proportion(located) or not sentence.free("share", located):
            continue
        if not (sentence.free("change", located) and sentence.free("comparison", located)):
            continue
        i = located.last
        if i < len(sentence.tree) and sentence.tree.lemma(i) in holdings and sentence.word(i + 1) in ("in", "of", "by"):
            yield Claim("share", "share.holding", {"fraction": located}, i, mentions=_whole(sentence, i + 2))
            continue
        governor = sentence.verb_before(located.first)
        if governor is not None and _makes_up(sentence, governor.i, located):
            yield Claim("share", "share.verb", {"fraction": located}, located.head, predicate=governor.i)
            continue
        head = sentence.tree[located.head]
        verb = sentence.tree[head.head]
        subject = head.dep in ("nsubj", "nsubjpass") and verb.is_verb and located.last <= verb.i <= located.last + 4
        copula = verb.lower in ("is", "was", "are", "were") and verb.tag != "MD" and head.dep == "nsubj"
        beside = any(not sentence.free("share", one) for one in sentence.quantities if is_proportion(one))
        if subject and (not copula or beside) and not _leveled(located):
            yield Claim("share", "share.subject", {"fraction": located}, located.head)


def _makes_up(sentence: Sentence, verb: int, located: Located) -> bool:
    """`accounted for four-fifths`, `made up 12%`: a share whose whole is not told."""
    if sentence.tree.lemma(verb) not in table("share")["verbs"] or located.first - verb > 4:
        return False
    return sentence.word(verb + 1) in ("for", "up") or sentence.tree.lemma(verb) not in ("account", "make", "form")


def _leveled(located: Located) -> bool:
    return located.quantity.modifier is Modifier.RANGE and located.quantity.unit is None


def _apposed(sentence: Sentence, before: Located, fraction: Located) -> bool:
    """`8,000 hectares of vines since 2023, roughly 8% of the total`: a percentage beside what it is of the whole."""
    gap = range(before.last, fraction.first)
    unit = before.quantity.unit
    amount = unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.PHYSICAL)
    verbless = not any(sentence.tree[k].is_verb for k in gap)
    return (
        amount
        and verbless
        and len(gap) <= 8
        and sentence.words(gap.start, gap.stop).count(",") == 1
        and (sentence.word(fraction.first - 1) == "," and not before.attributive)
    )


RULES = (
    Rule("share.part_of_total", _part_of_total, "They own five of the world's top ten."),
    Rule("share.total_first", _of_total_first, "Rangers counted 41 bats, 26 of them juveniles."),
    Rule("share.of_them", _of_them, "Eleven men escaped. Seven of them were caught."),
    Rule(
        "share.of_whole",
        _of_whole,
        "China captured nearly half of global funding.",
        ("share.of_whole", "share.further"),
    ),
    Rule(
        "share.made_up",
        _made_up,
        "The fund holds a 20% stake in the carmaker.",
        ("share.holding", "share.subject", "share.verb"),
    ),
)
