"""Comparatives beside a difference or multiple, and which way they point: `23% higher`, `shorter by 2 km`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

# These place a number only with `of` behind them.
WITH_OF = frozenset(("short", "shy", "adrift", "clear", "excess", "front", "back"))
# So many words may tell where something is more, before `than`.
_WITHIN = 6


def degree(sentence: Sentence, located: Located) -> tuple[str, int] | None:
    """The comparative behind a difference or multiple, as (relation, index behind it)."""
    degrees: dict[str, str] = table("comparison")["degrees"]
    unit = located.quantity.unit
    if unit is not None and unit.kind is UnitKind.TIME:
        degrees = degrees | table("comparison")["degrees_of_time"]
    inside = next((word for word in sentence.words(located.first, located.last) if word in degrees), None)
    if inside is not None and (sentence.word(located.last - 1) == ")" or counts_fewer(sentence, located)):
        return degrees[inside], located.last  # "71% lower (95% CI 58% to 80%)", "22 fewer passengers"
    phrase = " ".join(sentence.words(located.last, located.last + 3))
    bare = unit is None and phrase == "in front of"  # "clocking 9.81 in front of 40,000 people"
    if phrase in table("comparison")["placing_phrases"]["words"] and not bare:
        return "greater", located.last + 3 - int(phrase.endswith(" of"))
    for i in range(located.last, min(located.last + 3, len(sentence.tree))):
        word = sentence.word(i)
        if sentence.tree[i].is_verb or i in sentence.stop:
            return None  # "26 clinics have run short", "100 rangers from more than 14 groups"
        if word in table("measurement")["sizes"]["words"]:
            return None  # "a crater 31 kilometres wide beneath the ice"
        if word in degrees:
            return degrees[word], i + 1
        if sentence.tree[i].tag in ("JJR", "RBR"):
            return "greater", i + 1
        if word in (",", ".", ";", "and", "but", "to") or sentence.tree[i].tag in ("IN", "JJ"):
            return None
    return None


def counts_fewer(sentence: Sentence, located: Located) -> bool:
    """Whether a number tells how many fewer there are: `22 fewer passengers`; so many more may be further ones."""
    inside = {*sentence.words(located.first, located.last)}
    return not {"fewer", "less"}.isdisjoint(inside) and inside.isdisjoint(("than", "or", "no", "not"))


def degree_before(sentence: Sentence, located: Located) -> tuple[str, int] | None:
    """`heavier by 300 kg than its sibling`: the comparative before a difference, as (relation, index behind it)."""
    degrees: dict[str, str] = table("comparison")["degrees"]
    word = sentence.word(located.first - 2)
    if sentence.words(located.first - 4, located.first) == ["to", "the", "tune", "of"]:
        return _degree_ahead(sentence, located, located.first - 5)
    if sentence.word(located.first - 1) != "by":
        return None
    if word in ("ahead", "behind") and sentence.tree.lemma(located.first - 3) in table("comparison")["standing"]["led"]:
        return degrees[word], located.first - 1  # "the visitors were behind by nine points"
    comparative = word in degrees or sentence.tree[located.first - 2].tag in ("JJR", "RBR")
    if sentence.word(located.last) != "than" and not (comparative and is_measure(sentence, located.first - 2)):
        return _degree_ahead(sentence, located)
    return (degrees.get(word, "greater"), located.last) if comparative else None


def is_measure(sentence: Sentence, comparative: int) -> bool:
    """Whether a comparative alone says how things differ: `is cheaper by $60`, `Imported steel, cheaper by $60, …`."""
    tree = sentence.tree
    told = tree.lemma(comparative - 1) == "be" or sentence.word(comparative - 1) == ","
    return told and tree[comparative].tag == "JJR" and sentence.word(comparative) not in table("change")["adverbs"]


def _comparative_before(sentence: Sentence, than: int) -> int | None:
    """The comparative before `than`, or before where it is so: `lower in the villages than in the cities by 11`."""
    tree = sentence.tree
    degrees = table("comparison")["degrees"]
    before = range(than - 1, max(0, than - _WITHIN), -1)
    cue = next((j for j in before if tree[j].tag in ("JJR", "RBR") or sentence.word(j) in degrees), None)
    if cue is None or any(word.is_verb for word in tree.words[cue:than]):
        return None
    told = cue == than - 1 or tree[cue + 1].tag == "IN" or (cue == than - 2 and tree[cue + 1].tag in ("JJ", "RB"))
    return cue if told else None  # "is more expensive than a room, to the tune of $90"


def _degree_ahead(sentence: Sentence, located: Located, start: int | None = None) -> tuple[str, int] | None:
    """`shorter than its neighbour by 2 km`: the comparative with its side before the difference."""
    numbered = False
    start = located.first - 2 if start is None else start
    start -= int(sentence.word(start) == ",")  # "is dearer than the house, by $40,000"
    for k in range(start, max(0, located.first - 14), -1):
        numbered = numbered or k in sentence.stop
        if sentence.tree[k].text in (",", ";") or sentence.tree[k].is_verb:
            return None
        if not numbered and sentence.word(k) == "than":
            cue = _comparative_before(sentence, k)
            if cue is not None:
                return table("comparison")["degrees"].get(sentence.word(cue), "greater"), k
        if sentence.word(k) == "of" and sentence.word(k - 1) in (*WITH_OF, "ahead"):  # "is ahead of Labour by 7 points"
            return table("comparison")["degrees"][sentence.word(k - 1)], k  # "fell short of the target by 3 points"
    return None
