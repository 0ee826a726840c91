"""Numbers with what they are held against in brackets: `€2.7 billion (2023: €3.1 billion)`, `(consensus 4%)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, order
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

# So many words may stand in the bracket before its number.
_LABEL = 5


def _in_brackets(sentence: Sentence) -> Iterator[Claim]:
    """A number held against the one in the bracket right behind it, which says of when it is, or who foretold it."""
    for right in sentence.quantities:
        left = sentence.before(right)
        if left is None or left.attributive or right.attributive or not comparable(left, right):
            continue
        label = sentence.gap(left, right)
        opened = label.index("(") if "(" in label else None
        if opened is None or sentence.word(right.last) != ")" or not _right_behind(sentence, left, opened):
            continue
        label = label[opened:]
        if not _labels(sentence, right, label[1:]):
            continue
        free = all(sentence.free(kind, one) for kind in ("comparison", "change") for one in (left, right))
        if free:
            yield Claim(
                "comparison", "comparison.bracketed", {"left": left, "right": right}, left.head,
                mentions=_foreteller(sentence, right, label),
                values={"relation": order(left.quantity, right.quantity)},
            )  # fmt: skip


def _right_behind(sentence: Sentence, left: Located, opened: int) -> bool:
    """Whether a bracket stands behind a number, or behind what tells when: `lost $61m in the quarter (`."""
    words = sentence.tree.words[left.last : left.last + opened]
    return not words or (words[0].tag == "IN" and not any(word.is_verb or word.text in (",", ";") for word in words))


def _labels(sentence: Sentence, right: Located, label: list[str]) -> bool:
    """Whether words in a bracket tell another time, or a forecast: `2023:`, `previous year:`, `consensus`."""
    data = table("comparison")["brackets"]
    named = bool(label) and any(word in data["forecasts"] for word in label)
    words = label[:-1] if label[-1:] == [":"] else label
    first = right.first - len(label)
    years = [k for k in range(first, first + len(words)) if sentence.tree[k].tag == "CD" and k not in sentence.stop]
    timed = bool(words) and (bool(years) or any(word in data["times"] for word in words))
    return 0 < len(label) <= _LABEL and (named or (timed and label[-1] == ":"))


def _foreteller(sentence: Sentence, right: Located, label: list[str]) -> dict[str, tuple[int, int]]:
    """The forecast that the number in the bracket is, as the right side, or who foretold it: `(consensus £46.0m)`."""
    forecasts = table("comparison")["brackets"]["forecasts"]
    first = right.first - len(label)
    k = next((k for k, word in enumerate(label, first) if word in forecasts), None)
    if k is None or not sentence.tree[k].is_verb:
        return {} if k is None else {"right": (k, k + 1)}
    who = next((j for j in range(first, k) if sentence.tree[j].is_noun), None)  # "(analysts had expected $48m)"
    return {} if who is None else {"right": sentence.tree.noun_phrase(who, sentence.stop)}


RULE = Rule("comparison.bracketed", _in_brackets, "The order book stood at €2.7 billion (2023: €3.1 billion).")
