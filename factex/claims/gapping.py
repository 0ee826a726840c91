"""Verbs told once for several things that move: `Sales rose 5% and profit 7%`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim
from factex.claims.left_nouns import top_noun
from factex.claims.links import link
from factex.claims.movement import preposition
from factex.claims.sentence import comparable, is_relative
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_REACH = 8
_JOINTS = frozenset(("and", ",", ";"))
_LEADS = frozenset(("by", "to", "a", "another", "further", "additional", "extra"))


def gapped(
    sentence: Sentence, verb: Word | None, roles: dict[str, Located], theme: int | None, direction: str
) -> Iterator[Claim]:
    """The further changes that a verb, or an adverb alone, tells: of another thing, or of the same thing elsewhere."""
    last = max(roles.values(), key=lambda located: located.first)
    role = next((name for name in ("amount", "end") if name in roles), None)
    following = sentence.after(last.last)
    if following is not None and {"start", "end"} <= roles.keys():
        yield from _again_from(sentence, verb, roles, theme, following, direction)
        return
    while role is not None and following is not None and _is_free(sentence, following):
        gap = range(last.last, following.first)
        if not _goes_on(sentence, gap, following, roles[role]):
            return
        behind = [word for word in sentence.words(last.last, following.first) if word not in _LEADS]
        elsewhere = behind[-1:] in (["and"], [","])
        nouns = [k for k in gap if sentence.tree[k].is_noun or sentence.word(k) in ("that", "those")]
        nouns = [k for k in nouns if sentence.tree[k].label not in ("DATE", "TIME")]  # "this year and by a further 3%"
        apart = behind[-1:] and sentence.word(following.first - 1) == behind[-1] and not elsewhere
        if (not elsewhere and not nouns) or (apart and sentence.tree[following.first - 1].tag in ("RB", "RP")):
            return  # "freezes duty at 52p and sets aside £3bn"
        values: dict[str, object] = {"direction": direction}
        further = {role: following} | _level_behind(sentence, following, role)
        yield Claim(
            "change",
            "change.gapped",
            further,
            following.head,
            predicate=None if verb is None else verb.i,
            theme=theme if elsewhere else top_noun(sentence, nouns[-1]),
            values=values,
        )
        last = max(further.values(), key=lambda located: located.first)
        following = sentence.after(last.last)


def _again_from(
    sentence: Sentence, verb: Word | None, roles: dict[str, Located], theme: int | None, start: Located, direction: str
) -> Iterator[Claim]:
    """A further change between two levels: `fell among men from 48 to 21, but among women only from 19 to 16`."""
    tree = sentence.tree
    end = sentence.after(start.last)
    gap = range(max(one.last for one in roles.values()), start.first)
    joined = not {"and", "but", "while", ";"}.isdisjoint(sentence.words(gap.start, gap.stop)) and len(gap) <= _REACH
    if end is None or not joined or any(tree[k].is_verb for k in gap) or preposition(sentence, start) != "from":
        return
    free = _is_free(sentence, start) and _is_free(sentence, end) and sentence.gap(start, end) == ["to"]
    if not free or not (comparable(start, roles["start"]) and comparable(end, roles["end"])):
        return
    nouns = [k for k in gap if tree[k].is_noun and tree[k].label not in ("DATE", "TIME")]
    placed = bool(nouns) and tree.head(nouns[-1]).lower in table("places")["prepositions"]
    yield Claim(
        "change",
        "change.gapped",
        {"start": start, "end": end},
        start.head,
        predicate=None if verb is None else verb.i,
        theme=theme if placed or not nouns else top_noun(sentence, nouns[-1]),
        values={"direction": direction},
    )


def _level_behind(sentence: Sentence, amount: Located, role: str) -> dict[str, Located]:
    """The level that stands right behind a further amount: `that of a second-class one by 5p to 85p`."""
    level = sentence.after(amount.last)
    near = role == "amount" and level is not None and sentence.gap(amount, level) == ["to"]
    return {"end": level} if near and level is not None and _is_free(sentence, level) else {}


def _is_free(sentence: Sentence, located: Located) -> bool:
    """Whether a number is neither a change's nor a side of a comparison: `rose 3.1%, below inflation of 4%`."""
    return sentence.free("change", located) and sentence.free("comparison", located)


def _goes_on(sentence: Sentence, gap: range, following: Located, first: Located) -> bool:
    """Whether a number behind a change is another one of the same verb."""
    words = sentence.words(gap.start, gap.stop)
    joined = _is_joined(words) and {"or", "than"}.isdisjoint(words) and link(words) is None
    found = (preposition(sentence, located) for located in (following, first))
    marks = tuple("by" if mark in ("up", "down") else mark for mark in found)
    same = marks[0] == marks[1] or marks[0] == ""
    alike = is_relative(following) == is_relative(first) and comparable(following, first)
    alike = alike or (marks == ("by", "by") and "and" in words)  # "cut its dividend by 40% and its workforce by 1,100"
    tree = sentence.tree
    if any(tree[k].is_verb for k in range(following.first, following.last)):
        return False  # "shop thefts climbed to 18,200 and knife crime doubled"
    governor = tree.head(following.head)
    own = tree[following.head].dep == "nsubj" and governor.i >= following.last and governor.is_verb
    if own and sentence.word(following.last) in ("of", governor.lower):
        return False  # "from 61,000 to 48,000, and 19 of its 142 schools face closure"
    return joined and same and alike and not any(tree[k].is_verb for k in gap)


def _is_joined(words: list[str]) -> bool:
    """Whether the words between two changes join them: `and profit`, `on Monday, that of a second-class one by`."""
    joint = next((k for k in range(len(words)) if words[k] in _JOINTS), None)
    if joint is None or len(words) <= _REACH:
        return joint is not None
    return joint <= _REACH // 2 and len(words) - joint <= _REACH + 1 and _JOINTS.isdisjoint(words[joint + 1 :])
