"""Titles with the name of who has them behind: `Minister for Agriculture Kim Chance`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.nouns import is_person

if TYPE_CHECKING:
    from factex.syntax.tree import Tree

# Tags of what stands between a title and the name of who has it.
_IN_TITLES = ("IN", "DT", "CC", "POS", "HYPH", ",", "JJ")

# A name that follows an office in its name: "Agriculture Kim Chance"; a place has fewer words: "in Mato Grosso".
_NAMED_IN_ROW = 2


def title_end(tree: Tree, head: int, last: int) -> int:
    """The end of a title with the name behind it: `Minister for Agriculture Kim Chance says`; `last` without one."""
    verb = tree[head].head
    between = tree.words[last:verb] if head < last < verb else []
    while between and (between[-1].text == "," or between[-1].tag == "RB"):
        verb, between = verb - 1, between[:-1]  # "Minister for Planning, Alannah McTiernan, also says"
    led = bool(between) and between[0].lower in table("antecedents")["persons"]["title_joints"]
    led = led and tree[head].label != "PERSON"
    if not led or between[-1].tag != "NNP" or not all(word.is_noun or word.tag in _IN_TITLES for word in between):
        return last
    name = verb
    while name > last and tree[name - 1].tag == "NNP":
        name -= 1
    apart = verb - name > 1 and (tree[name - 1].tag not in ("IN", "DT", "JJ") or verb - name > _NAMED_IN_ROW)
    known = any(is_person(word.lower) for word in (tree[head], *between))
    office = between[0].lower in ("for", "to") and is_person(tree[head].lower)  # "Ambassador to East Timor says"
    return verb if office or (known and apart and between[-1].label != "GPE") else last
