"""Reads the words that say how a number is meant: `more than`, `about`, `or more`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, WORD, Phrases
from factex.lexicon.verbs import base
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.quantity.draft import Draft

_COMPARED = frozenset((Modifier.MORE_THAN, Modifier.LESS_THAN))
_FOCUS = "focus"
# So many words may name what is pushed.
_OBJECT = 4


class ModifierReader:
    """Applies the modifiers of `modifiers.toml` to quantities."""

    def __init__(self) -> None:
        data = table("modifiers")
        self.bounds = {name: frozenset(words) for name, words in table("bounds").items()}
        before = {phrase: name for name, entry in data.items() if name != _FOCUS for phrase in entry["before"]}
        before |= {phrase: _FOCUS for phrase in data[_FOCUS]["words"] if phrase not in before}
        self.before = Phrases(before)
        cues = table("ranges")
        self.moving = frozenset((*cues["verbs"], *cues["moving"])) - set(cues["falling"])
        self.pushing = frozenset(cues["pushing"])
        self.function_words = frozenset(table("nouns")["function_words"])
        numerals = table("numerals")
        self.number_words = frozenset((*numerals["ones"], *numerals["tens"]))
        self.verbs = frozenset(data["more_than"]["verbs"])
        self.after = Phrases(
            {phrase: name for name, entry in data.items() if name != _FOCUS for phrase in entry["after"]}
        )

    def apply(self, sentence: Sequence[Token], draft: Draft, lower: int, upper: int) -> None:
        """Applies the modifiers around a quantity, looking no further than the tokens `lower` to `upper`."""
        found = self._before(sentence, draft, lower)
        if found is not None:
            first, modifier = found
            draft.start = sentence[first].start
            if draft.modifier is not Modifier.RANGE or sentence[first].lower != "over":  # "over 12 to 18 months"
                draft.bounded(modifier)
        elif draft.first > lower and not self.verbs.isdisjoint(_verbs_before(sentence, draft.first)):
            draft.bounded(Modifier.MORE_THAN)
        self.behind(sentence, draft, draft.last, upper)

    def behind(self, sentence: Sequence[Token], draft: Draft, i: int, upper: int) -> None:
        """Applies a modifier that starts at token `i`, behind number or counted noun: `50 people or more`."""
        if i < upper and sentence[i].text in "-‐" and i + 1 < upper and sentence[i + 1].lower in ("odd", "plus", "ish"):
            name = "at_least" if sentence[i + 1].lower == "plus" else "about"
            behind: tuple[int, str] | None = (i + 2, name)
            draft.attributive = False
        else:
            behind = self.after.at(sentence, i)
        if behind is None or behind[0] > upper:
            return
        last, name = behind
        token = sentence[i]
        if self._opens_next(sentence, i, last):
            return
        glued = i > 0 and sentence[i - 1].end == token.start
        if (token.text == "+" and not glued) or (token.lower == "plus" and (glued or not _closes(sentence, last))):
            return
        if (
            token.lower in ("minimum", "max", "maximum", "approximately")
            and last < len(sentence)
            and sentence[last].kind == "word"
        ):
            return
        if draft.modifier is Modifier.EXACT or draft.modifier is Modifier.ABOUT:
            draft.bounded(Modifier(name))
            draft.end, draft.last = sentence[last - 1].end, last

    def _opens_next(self, sentence: Sequence[Token], i: int, last: int) -> bool:
        """Whether `and over`, `and up` at token `i` lead on to the next number: `12 people and more than 300 homes`."""
        if sentence[i].lower not in ("and", "or") or last >= len(sentence):
            return False
        follows = sentence[last]
        worded = follows.lower in self.number_words or follows.lower in ("than", "to", "a", "the", "its", "their")
        return follows.kind == NUMBER or worded or follows.text in "$€£¥₹"

    def _before(self, sentence: Sequence[Token], draft: Draft, lower: int) -> tuple[int, Modifier] | None:
        """The outermost phrase before a quantity and the modifier that wins: a bound over a guess."""
        i, first, chosen = draft.first, draft.first, None
        if i > lower and sentence[i].lower == "half" and sentence[i - 1].lower == "in":
            i -= 1  # "cut almost in half"
        while i > lower:
            found = self.before.before(sentence, i)
            if found is None or found[0] < lower:
                break
            i, name = found
            if name == _FOCUS:
                continue
            modifier = Modifier(name)
            if modifier is Modifier.ABOUT and i > 0 and sentence[i].lower == "about" and self._of_talk(sentence[i - 1]):
                break
            moved = i > lower and (sentence[i - 1].lower in self.moving or self._pushed(sentence, i))
            if sentence[i].lower == "up" and moved:
                nearest = self.before.at(sentence, first - 1)  # "inched back up to about 4.8 percent"
                if nearest is not None and nearest[0] == first and nearest[1] == Modifier.ABOUT:
                    first, chosen = first - 1, chosen or Modifier.ABOUT
                break
            if sentence[i].lower in self.bounds["done"] and i > 0 and sentence[i - 1].lower in self.bounds["being"]:
                break  # "Fares will be capped at £2.50": the verb of the claim
            if modifier in _COMPARED and not self._bounds(sentence, draft, i, lower):
                break
            first = i
            if chosen is None or chosen is Modifier.ABOUT:
                chosen = modifier
        return None if chosen is None else (first, chosen)

    def _pushed(self, sentence: Sequence[Token], i: int) -> bool:
        """Whether a verb of pushing with its object stands before token `i`: `pushing the price up to $6`."""
        if sentence[i - 1].lower in self.function_words:
            return False  # "bringing winds of up to 215 km/h"
        return any(
            base(sentence[k].lower) in self.pushing and all(token.kind == WORD for token in sentence[k + 1 : i])
            for k in range(max(0, i - 1 - _OBJECT), i - 1)
        )

    def _of_talk(self, before: Token) -> bool:
        """Whether `about` behind a word brings what is talked of: `talking about $30 million`."""
        return before.lower in self.bounds["talking"]

    def _bounds(self, sentence: Sequence[Token], draft: Draft, i: int, lower: int) -> bool:
        """Whether `more than`, `over`, `below` … at token `i` bounds the number, and does not compare or place it."""
        if i == lower and lower > 0:
            return False  # "2.1 degrees above 30", "76 percent more than 50"
        before, word = sentence[i - 1].lower if i else "", sentence[i].lower
        if word in self.bounds["comparing"] and before in (self.bounds["compared"] | self.bounds["pointing"]):
            return before in self.bounds["pointing"]
        if word == "short" and draft.unit is None and before in self.bounds["lacking"]:
            return False  # "was short of 12 teachers"
        behind = sentence[draft.last].text if draft.last < len(sentence) else ""
        measured = draft.unit is not None and draft.unit.kind is UnitKind.PHYSICAL
        if word == "over" and (before in self.bounds["phrasal"] or (before == "," and behind == "," and measured)):
            return False  # "hand over 60 jets", "The race, over 2 km, …"
        if word == "over" and draft.unit is not None and draft.unit.kind is UnitKind.TIME:
            if i == 0:
                return not (draft.last < len(sentence) and sentence[draft.last].text == ",")  # "Over three days, …"
            return before in self.bounds["lasting"]
        return True


def _closes(sentence: Sequence[Token], i: int) -> bool:
    """Whether a phrase ends at token `i`: `their losses are 2,000 plus, he said`."""
    return i >= len(sentence) or sentence[i].text in (".", ",", ";", '"', "”")


def _verbs_before(sentence: Sequence[Token], i: int) -> tuple[str, str]:
    """The word before token `i`, alone and with the one before it: `top`, `to top`."""
    word = sentence[i - 1].lower
    return word, f"{sentence[i - 2].lower if i > 1 else ''} {word}"
