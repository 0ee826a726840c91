"""Numbers held against what has no number: `averaged 5.6 micrograms, above the limit`, `At 118, it has more than`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import is_multiple, is_relative
from factex.claims.sides import side_at
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

# So many words may lie between the comma behind an opening number and `than`.
_REACH = 16


def _by_norm(sentence: Sentence) -> Iterator[Claim]:
    """`averaged 5.6 micrograms, above the limit`: a level is placed by a norm of which no number is told."""
    placings: dict[str, str] = table("comparison")["placings"]
    for left in sentence.quantities:
        k = left.last + 1
        while sentence.word(k) in table("comparison")["hedges"]["far"]:
            k += 1
        if sentence.word(left.last) != "," or sentence.word(k) not in placings or not _stands(sentence, left):
            continue
        start = k + 1 + int(sentence.word(k + 1) == "of")
        mentions = side_at(sentence, start)
        if "right" not in mentions or sentence.tree.lemma(mentions["right"][1] - 1) not in _norms():
            continue
        behind = sentence.after(left.last)
        if behind is None or behind.first > mentions["right"][1] + 2:
            yield Claim(
                "comparison", "comparison.norm", {"left": left}, left.head, mentions=mentions,
                values={"relation": placings[sentence.word(k)]},
            )  # fmt: skip


def _norms() -> list[str]:
    """What levels are held against: `limit`, `average`, `target`."""
    norms: list[str] = table("comparison")["norms"]["nouns"]
    return norms


def _stands(sentence: Sentence, left: Located) -> bool:
    """Whether a number tells a level that nothing else has taken up."""
    free = sentence.free("comparison", left) and sentence.free("change", left)
    return free and not left.attributive and not is_multiple(left)


def _opening(sentence: Sentence) -> Iterator[Claim]:
    """`At 118, the county has more breweries than its neighbour`: the number of what is more, in front."""
    left = sentence.after(0)
    if left is None or left.first != 1 or sentence.word(0) != "at" or sentence.word(left.last) != ",":
        return
    bound = min(left.last + _REACH, len(sentence.tree))
    than = next((k for k in range(left.last, bound) if sentence.word(k) == "than"), None)
    if than is None or not _stands(sentence, left) or (is_relative(left) and left.quantity.unit is None):
        return
    words = sentence.tree.words[left.last : than]
    degrees = table("comparison")["degrees"]
    told = [degrees.get(word.lower, "greater") for word in words if word.tag in ("JJR", "RBR") or word.lower in degrees]
    mentions = side_at(sentence, than + 1)
    numbered = any(left.last < one.first <= mentions.get("right", (0, than))[1] for one in sentence.quantities)
    verb = next((word for word in words if word.is_verb), None)
    if told and mentions and not numbered and verb is not None:
        yield Claim(
            "comparison", "comparison.norm", {"left": left}, left.head, predicate=verb.i, mentions=mentions,
            values={"relation": told[-1]},
        )  # fmt: skip


def _find(sentence: Sentence) -> Iterator[Claim]:
    """Both forms."""
    yield from _by_norm(sentence)
    yield from _opening(sentence)


RULE = Rule("comparison.norm", _find, "Lead levels averaged 5.6 micrograms per litre, above the legal limit.")
