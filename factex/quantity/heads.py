"""The head of the noun phrase behind a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factex.lexicon.files import per_lexicon, table
from factex.syntax.tree import NOUN_TAGS, PLURAL_TAGS

if TYPE_CHECKING:
    from factex.syntax.tree import Tree

_INNER_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "RBS", "FW", "CC", "POS", "CD", "NFP", "AFX"}


@per_lexicon
def counted_nouns() -> dict[str, Any]:
    """What the lexicon tells of nouns behind numbers."""
    data = table("nouns")
    sets = ("function_words", "no_attributive", "no_count", "attributive", "of_one_kind")
    return {name: frozenset(data[name]) for name in sets} | {
        "ed": data["ed_nouns"], "invariant": {word for word, one in data["singulars"].items() if word == one},
    }  # fmt: skip


def head_behind(tree: Tree, number: int, first: int, limit: int, *, one: bool) -> int | None:
    """The head of the noun phrase that starts at word `first`: the parse's where it agrees with the tags."""
    nouns = counted_nouns()
    run = first
    while run < len(tree) and tree[run].start < limit:
        word = tree[run]
        closing = _quoted_to(tree, run)
        if closing is not None:
            run = closing + 1
            continue
        if word.tag in ("HYPH", ":") and run > 0 and tree[run - 1].end < word.start:
            break  # "a big one - a number of parts"
        glued = run == first and run + 1 < len(tree) and tree[run + 1].tag == "HYPH" and word.end == tree[run + 1].start
        hyphened = glued or (run > first and "HYPH" in (tree[run - 1].tag, tree[min(run + 1, len(tree) - 1)].tag))
        listed = word.text == "," and _listed(tree, run, first)  # "newly built, energy-efficient homes"
        if not (hyphened or listed) and (
            word.tag not in _INNER_TAGS
            or (word.lower in nouns["function_words"] and word.tag not in ("CC", "NNP") and word.dep != "amod")
        ):
            break
        if word.tag == "CC" and not _coordinated(tree, run, first):
            break
        if word.tag == "POS" and not (run + 1 < len(tree) and tree[run + 1].is_noun):
            break
        run += 1
    candidates = [k for k in range(first, run) if tree[k].is_noun]
    if not candidates:
        # The tagger takes many plurals for verbs: "200 executives signed".
        if (
            first < len(tree)
            and tree[first].tag == "VBZ"
            and tree[number].dep == "nummod"
            and tree[first].lower not in nouns["function_words"]
        ):
            return first
        return None
    parsed = next((word.i for word in [tree[number], *tree.ancestors(number)] if word.i in candidates), None)
    singular_fits = one or any(tree[k].lower in nouns["invariant"] or _irregular(tree, k) for k in candidates)
    if parsed is not None and (tree[parsed].tag in PLURAL_TAGS or singular_fits):
        while parsed + 1 < run and tree[parsed + 1].tag in PLURAL_TAGS:
            parsed += 1
        return _owned(tree, number, parsed, run)
    for k in candidates:
        if tree[k].tag in PLURAL_TAGS or tree[k].lower in nouns["invariant"] or _irregular(tree, k):
            last = k
            while (
                last + 1 < run
                and tree[last + 1].is_noun
                and any(tree[m].tag in PLURAL_TAGS for m in range(last + 1, run))
            ):
                last += 1
            return _owned(tree, number, last, run)
    if one:
        last = candidates[0]
        while last + 1 < run and tree[last + 1].is_noun:
            last += 1
        return last
    plain = parsed is not None and tree[parsed].tag == "NN" and tree[parsed].lower.endswith("s")
    people = parsed is not None and tree[parsed].tag == "NNP" and tree[parsed].lower.endswith(("ans", "ens", "ese"))
    if len(candidates) == 1 and (plain or people):
        return parsed  # "deported 800,000 Chechens", taken for a name
    return None


def _owned(tree: Tree, number: int, owner: int, run: int) -> int:
    """The things of a kind that a plural only names: `38 doctors' surgeries`, but `its 900 drivers' posts`."""
    definite = number > 0 and tree[number - 1].tag in ("DT", "PRP$", "POS")
    if definite or owner + 1 >= run or tree[owner + 1].tag != "POS":
        return owner
    owned = [k for k in range(owner + 2, run) if tree[k].is_noun]
    return owned[-1] if owned and tree[owned[-1]].tag in PLURAL_TAGS else owner


def _quoted_to(tree: Tree, run: int) -> int | None:
    """The mark that closes a quoted description before a plural: `hundreds of "at risk" items`."""
    if tree[run].text not in ('"', "“"):
        return None
    marks = (k for k in range(run + 2, min(run + 6, len(tree) - 1)) if tree[k].text in ('"', "”"))
    closing = next(marks, None)
    behind = tree[closing + 1] if closing is not None else None
    return closing if behind is not None and behind.tag in PLURAL_TAGS else None


def _listed(tree: Tree, comma: int, first: int) -> bool:
    """Whether a comma stands between two adjectives of one noun."""
    if comma == first or comma + 2 >= len(tree):
        return False
    described = ("JJ", "VBN", "RB", "HYPH", "VBG")
    behind = tree[comma + 1]
    plural = any(word.tag in PLURAL_TAGS for word in tree.words[comma + 2 : comma + 6])
    joined = behind.tag in described or (behind.tag == "NN" and tree[comma + 2].tag == "HYPH")
    return tree[comma - 1].tag in described and joined and plural


def _irregular(tree: Tree, k: int) -> bool:
    """Whether a noun is a plural that the tagger does not know: `larvae`."""
    known: dict[str, str] = table("nouns")["singulars"]
    return known.get(tree[k].lower, tree[k].lower) != tree[k].lower


def _coordinated(tree: Tree, conjunction: int, first: int) -> bool:
    """Whether a conjunction joins two words that describe one noun: `460 Kia and Hyundai vehicles`."""
    if conjunction + 1 >= len(tree) or conjunction == first:
        return False
    joined = tree[conjunction + 1]
    named = joined.tag == "NNP" and conjunction + 2 < len(tree) and tree[conjunction + 2].tag in PLURAL_TAGS
    return joined.tag in ("JJ", "NN", "VBN", "RB", "VBG", "JJR") or named
