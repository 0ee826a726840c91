"""What the rules look at: one parsed sentence with its quantities, and the questions they ask of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.sizes import times_as_large
from factex.records import Order, UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from factex.quantity.located import Located
    from factex.records import Quantity
    from factex.syntax.tree import Tree, Word

# How many hundredths one of a unit of proportions is.
_HUNDREDTHS = {"percent": Decimal(1), "fraction": Decimal(100)}
_PUNCTUATION = frozenset((",", ";", ":", "(", ")", "—", "–", "-", '"', "“", "”", "…"))


class Sentence:
    """A parsed sentence with its quantities.

    Attributes:
        tree: The words.
        quantities: The quantities, in text order.
        stop: The indices of all words that belong to a quantity.
        taken: For each kind, the quantities that a claim of that kind has taken up.
        told: The hints that were looked up, with whether they are found.
        lefts: For the first word of each difference or multiple, the number that it speaks of.
    """

    def __init__(self, tree: Tree, quantities: Sequence[Located]) -> None:
        self.tree = tree
        self.quantities = quantities
        self._lower = [word.lower for word in tree.words]
        self.stop = frozenset(k for located in quantities for k in range(located.first, located.last))
        self.taken: dict[str, set[int]] = {}
        self.lefts: dict[int, Located] = {}
        self.told: dict[re.Pattern[str], bool] = {}

    def tells(self, word: re.Pattern[str], hint: re.Pattern[str]) -> bool:
        """Whether a hint is found in the sentence; looked up once, and only where a word of it stands there."""
        if hint not in self.told:
            words = self.tree.words
            bounds = (words[0].start, words[-1].end) if words else (0, 0)
            text = self.tree.text
            self.told[hint] = word.search(text, *bounds) is not None and hint.search(text, *bounds) is not None
        return self.told[hint]

    def word(self, i: int) -> str:
        """Word `i` in lower case; empty outside the sentence."""
        return self._lower[i] if 0 <= i < len(self._lower) else ""

    def words(self, first: int, last: int) -> list[str]:
        """The words from `first` to before `last`, in lower case."""
        return self._lower[max(0, first) : max(0, last)]

    def take(self, kind: str, *quantities: Located) -> None:
        """Notes that a claim of a kind has taken quantities up."""
        self.taken.setdefault(kind, set()).update(located.first for located in quantities)

    def free(self, kind: str, located: Located) -> bool:
        """Whether no claim of that kind has taken the quantity up."""
        return located.first not in self.taken.get(kind, ())

    def at(self, i: int) -> Located | None:
        """The quantity that covers word `i`."""
        return next((located for located in self.quantities if i in located), None)

    def person_at(self, i: int) -> Located | None:
        """The age at a word by which somebody is called: `The 23-year-old scored twice`."""
        located = self.at(i)
        unit = None if located is None else located.quantity.unit
        called = located is not None and unit is not None and unit.kind is UnitKind.AGE and located.last == i + 1
        return located if called else None

    def after(self, i: int) -> Located | None:
        """The first quantity that starts at or behind word `i`."""
        return next((located for located in self.quantities if located.first >= i), None)

    def before(self, located: Located) -> Located | None:
        """The quantity before another one."""
        place = next(k for k, one in enumerate(self.quantities) if one.first == located.first)
        return self.quantities[place - 1] if place else None

    def gap(self, left: Located, right: Located) -> list[str]:
        """The words between two quantities."""
        return self.words(left.last, right.first)

    def verb_of(self, located: Located) -> Word | None:
        """The verb that governs a quantity: by the parse, unless a nearer verb stands before it in its clause."""
        return next((word for word in self.tree.ancestors(located.head) if word.is_verb), None)

    def verb_before(self, i: int) -> Word | None:
        """The nearest verb before word `i`, with nothing between but what may stand in its clause."""
        for k in range(i - 1, -1, -1):
            word = self.tree[k]
            if word.is_verb and word.dep not in ("aux", "auxpass", "amod"):
                return word
            if word.text in (";", ":", "—"):
                return None
        return None

    def clause_verb(self, i: int) -> Word | None:
        """The verb of the clause that word `i` stands in, itself included."""
        word = self.tree[i]
        if word.is_verb:
            return word
        return next((above for above in self.tree.ancestors(i) if above.is_verb), None)

    def _dates_behind(self, noun: int) -> bool:
        """Whether a time stands right behind a noun that is none: `the agency Friday`."""
        behind = self.tree[noun + 1]
        dated = behind.label in ("DATE", "TIME") or behind.lower in table("times")["weekdays"]
        return dated and self.tree[noun].label not in ("DATE", "TIME")

    def nouns_after(self, i: int, reach: int = 6) -> int | None:
        """The head of the noun phrase that starts at word `i`, over articles and adjectives."""
        for k in range(i, min(len(self.tree), i + reach)):
            word = self.tree[k]
            if word.is_noun and k + 2 < len(self.tree) and self.tree[k + 1].tag == "HYPH":
                continue  # "Munich-based Alpen Re"
            if word.dep == "amod" and word.is_noun and word.head > k + 1 and self.tree[word.head].is_noun:
                continue  # "the total issued and outstanding shares"
            behind = self.tree[k + 1] if k + 1 < len(self.tree) else None
            ended = behind is None or behind.label in ("DATE", "TIME") or not behind.is_noun
            standing = word.tag == "DT" and word.lower in ("those", "that", "these")
            if (
                word.is_noun
                or (word.tag == "JJ" and word.label and word.text[0].isupper() and ended)  # "as Osterhaven last year"
                or word.tag == "PRP"
                or word.lower in ("theirs", "ours", "hers", "yours")
                or word.lower in ("one", "ones")
                or (standing and (behind is None or not behind.is_noun))
            ):
                head = k
                while (
                    word.is_noun
                    and head + 1 < len(self.tree)
                    and self.tree[head + 1].is_noun
                    and head + 1 not in self.stop
                    and not self._dates_behind(head)
                ):
                    head += 1
                if head + 1 < len(self.tree) and self.tree[head + 1].tag == "POS":
                    after = self.nouns_after(head + 2, reach)
                    return head if after is None else after
                return head
            if word.text in _PUNCTUATION - {"“", '"', "-"} or word.tag in FINITE_TAGS or k in self.stop:
                return None
        return None


def comparable(left: Located, right: Located) -> bool:
    """Whether two quantities can stand on the two sides of a claim: same unit, or one of them bare."""
    one, other = left.quantity.unit, right.quantity.unit
    if one is None or other is None:
        return True
    if one.name == other.name or one.dimension == other.dimension != "":
        return True
    return one.name.startswith(f"{other.name} / ") or other.name.startswith(f"{one.name} / ")


def is_proportion(located: Located) -> bool:
    """Whether a quantity is a percentage or a fraction."""
    unit = located.quantity.unit
    return unit is not None and (unit.name in ("percent", "fraction"))


def is_multiple(located: Located) -> bool:
    """Whether a quantity is a multiple: `twice`, `3.4 times`."""
    unit = located.quantity.unit
    return unit is not None and unit.name == "times"


def is_relative(located: Located) -> bool:
    """Whether a quantity tells a relative amount: percent, points, a fraction."""
    unit = located.quantity.unit
    return unit is not None and (unit.kind is UnitKind.PERCENT or unit.name == "fraction")


def order(left: Quantity, right: Quantity) -> Order | None:
    """Which of two numbers is the greater, seen from the left one; None where that is not known."""
    one, other = left.number, right.number
    if one is None or other is None:
        return None
    times = _times_as_large(left, right)
    if times is None:
        return None
    one *= times
    return Order.GREATER if one > other else Order.LESS if one < other else Order.EQUAL


def _times_as_large(left: Quantity, right: Quantity) -> Decimal | None:
    """How large the unit of a quantity is beside that of another: 60 for hours beside minutes."""
    one, other = left.unit, right.unit
    if one is None or other is None:
        return Decimal(1)
    if one.name in _HUNDREDTHS and other.name in _HUNDREDTHS:
        return _HUNDREDTHS[one.name] / _HUNDREDTHS[other.name]
    measured = one.dimension == other.dimension != ""
    rates = one.name.startswith(f"{other.name} / ") or other.name.startswith(f"{one.name} / ")
    return times_as_large(one.name, other.name) if measured and not rates else Decimal(1)
