"""Numbers that another one places: `Inflation, at 5.1%, remains above the bank's 2% target`, `71, short of the 75`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.comparison import compared_with
from factex.claims.listed import further_sides
from factex.claims.sentence import comparable, is_relative
from factex.claims.sides import side_at
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

# So many words before a number may tell whose it is: "than last year's 40,000".
_OWNED = 6
# So many words may lie between a verb and a placing, and between a number and it.
_NEAR, _FAR = 3, 8
# So many may be in the clause of which a number is the subject.
_CLAUSE = 18
_NOMINAL = frozenset(("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "VBN", "RB", "HYPH", "RBR"))


def _placed(sentence: Sentence) -> Iterator[Claim]:
    """A number placed by another: `Inflation, at 5.1%, remains above the bank's 2% target`, `71, short of the 75`."""
    for right in sentence.quantities:
        yield from _than_known(sentence, right)
        k = _placing_before(sentence, right)
        left, again = _placed_by(sentence, right)
        if k is not None and left is None:
            yield from _short_of(sentence, k, right)
        if k is None or left is None or k <= left.last or left.attributive or right.attributive:
            continue
        verb = sentence.verb_before(k)
        stands = verb is not None and verb.i >= left.last and _stands_at(sentence, verb, k)
        opened = left.first == 1 and sentence.word(0) == "at" and verb is not None and k - verb.i <= _NEAR
        free = (again or sentence.free("comparison", left)) and sentence.free("comparison", right)
        near = (stands and (opened or k - left.last <= _FAR)) or _closes_clause(sentence, left, k)
        if not free or not (again or near or _stands_beside(sentence, left, k)):
            continue
        sentence.lefts[right.first] = left
        yield Claim(
            "comparison",
            "comparison.placed",
            {"left": left, "right": right},
            left.head,
            predicate=verb.i if stands and verb is not None else None,
            mentions=side_at(sentence, k + 2 if sentence.word(k + 1) == "of" else k + 1),
            values={"relation": table("comparison")["placings"][sentence.word(k)]},
        )
        yield from further_sides(sentence, left, right)


def _than_known(sentence: Sentence, right: Located) -> Iterator[Claim]:
    """`The crowd was larger than the 12,000 who came in 2022`, `smaller than last year's 40,000`."""
    tree = sentence.tree
    than = next(
        (k for k in range(right.first - 1, max(1, right.first - _OWNED), -1) if sentence.word(k) == "than"), None
    )
    verb = None if than is None else sentence.verb_before(than)
    if than is None or verb is None or tree.lemma(verb.i) not in table("comparison")["standing"]["verbs"]:
        return
    if _placed_by(sentence, right)[0] is not None:
        return  # "The loss, of 61 million zlotys, was smaller than the 80 million it had expected"
    owned = tree[right.first - 1].tag == "POS" or sentence.words(than + 1, right.first) == ["the"]
    comparative = tree[than - 1].tag in ("JJR", "RBR") and all(
        tree[k].tag in ("RB", "RBR", "JJ") for k in range(verb.i + 1, than - 1)
    )
    if owned and comparative and not right.attributive and sentence.free("comparison", right):
        yield Claim(
            "comparison", "comparison.placed", {"right": right}, right.head, predicate=verb.i,
            mentions=side_at(sentence, than + 1),
            values={"relation": table("comparison")["degrees"].get(sentence.word(than - 1), "greater")},
        )  # fmt: skip


def _short_of(sentence: Sentence, k: int, right: Located) -> Iterator[Claim]:
    """`They remain well short of the $14,800 paid in 2021`: something is placed by a number, without one of its own.

    So is what was held against something else before: `That is a tenth more than in May but still short of the 8,100`.
    """
    verb, before = sentence.verb_before(k), sentence.before(right)
    again = before is not None and not sentence.free("comparison", before) and "but" in sentence.words(before.last, k)
    near = again if before is not None else verb is not None and k - verb.i <= 2
    missed = sentence.after(right.last)
    told = missed is not None and sentence.gap(right, missed) == ["by"]  # the difference tells it all
    if told or (right.attributive and not _names_mark(sentence, right)):
        return
    if verb is not None and _stands_at(sentence, verb, k) and near and sentence.free("comparison", right):
        side = side_at(sentence, k + 2 if sentence.word(k + 1) == "of" else k + 1)
        yield Claim(
            "comparison", "comparison.placed", {"right": right}, right.head, predicate=verb.i,
            mentions={"right": (right.last, right.last + 1)} if right.attributive else side,
            values={"relation": table("comparison")["placings"][sentence.word(k)]},
        )  # fmt: skip


def _stands_at(sentence: Sentence, verb: Word, k: int) -> bool:
    """Whether a verb goes with a placing at word `k`: `remains above`, `fell short of`."""
    standing = table("comparison")["standing"]
    lacking = standing["lacking"] if sentence.word(k) in ("short", "shy") else []
    return sentence.tree.lemma(verb.i) in (*standing["verbs"], *lacking)


def _names_mark(sentence: Sentence, right: Located) -> bool:
    """Whether a number describes a mark: `short of the 60% threshold`."""
    marks = (*table("comparison")["records"]["nouns"], *table("comparison")["norms"]["nouns"])
    return right.last < len(sentence.tree) and sentence.tree.lemma(right.last) in marks


def _placed_by(sentence: Sentence, right: Located) -> tuple[Located | None, bool]:
    """The number that another one places, and whether it is compared already."""
    left, again = compared_with(sentence, right)
    alike = left is not None and comparable(left, right) and is_relative(left) is is_relative(right)
    return (left if again or alike else None), again  # "a tenth more than in May but short of the 8.1 million"


def _placing_before(sentence: Sentence, right: Located) -> int | None:
    """The word that places something by a number, with a noun phrase between: `above the bank's target of 5%`."""
    placings: dict[str, str] = table("comparison")["placings"]
    told = right.first - 1 if sentence.tree[right.first - 1].is_verb else None
    aside = told is not None and sentence.word(told - 1) in ("who", "which") and sentence.word(told - 2) == ","
    bracketed = sentence.word(right.first - 1) == "(" and sentence.word(right.last) == ")"
    last = right.first - (4 if aside else 2 if bracketed else 1)  # "far below the Swedes, who drink 350"
    led = False
    for k in range(last, max(0, last - 8), -1):
        word = sentence.tree[k]
        if word.lower in placings:
            with_of = word.lower in ("short", "shy", "ahead", "clear") and sentence.word(k + 1) != "of"
            named = any(
                one.is_noun or one.tag in ("DT", "PRP$", "VBG") for one in sentence.tree.words[k + 1 : right.first]
            )
            apart = led and word.lower not in ("ahead", "behind")  # "still under negotiation at $27 million"
            return None if with_of or apart or not named else k  # not "behind only two other banks"
        led = led or (k == right.first - 1 and word.lower in ("on", "at", "with"))  # "ahead of diesels on 9.9%"
        number = sentence.at(k)
        describing = number is not None and number.attributive  # "below the ten-year average of 66 millimetres"
        doing = word.tag == "VBG" and sentence.word(k - 1) == "of"  # "just ahead of fishing on 31%"
        if not (word.is_noun or word.tag in _NOMINAL or word.lower == "of" or led or describing or doing):
            return None
    return None


def _closes_clause(sentence: Sentence, left: Located, k: int) -> bool:
    """Whether a placing closes the clause whose subject is a number: `Only 71% of trains ran on time, well below`."""
    while k > left.last and (sentence.tree[k - 1].tag == "RB" or sentence.word(k - 1) in ("far", "well")):
        k -= 1
    words = sentence.tree.words[left.last : k]
    verbs = [word for word in words if word.is_verb and word.dep not in ("aux", "auxpass")]
    head = sentence.tree[left.head]
    subject = head.dep in ("nsubj", "nsubjpass") and len(verbs) == 1 and head.head == verbs[0].i
    return (
        subject
        and bool(words)
        and words[-1].text == ","
        and len(words) <= _CLAUSE
        and ";" not in sentence.words(left.last, k)
    )


def _stands_beside(sentence: Sentence, left: Located, k: int) -> bool:
    """Whether only a comma and adverbs part a placing word from the end of the clause of its number.

    An aside that tells who says so may stand between: `was 2.4%, the agency said, a touch above the 2.2%`.
    """
    joined = False
    hedges = (phrase.split() for phrase in table("comparison")["hedges"]["phrases"])
    k -= next((len(hedge) for hedge in hedges if sentence.words(k - len(hedge), k) == hedge), 0)
    coming = sentence.tree[k - 1].tag == "VBG" and sentence.tree.lemma(k - 1) in (
        *table("comparison")["standing"]["verbs"],
        *table("comparison")["standing"]["lacking"],
    )
    k -= int(coming)  # "sold 498,000, falling short of the 510,000"
    while k > left.last and (sentence.tree[k - 1].tag in ("RB", "CC") or sentence.word(k - 1) in ("far", "well")):
        k -= 1
        joined = joined or sentence.tree[k].tag == "CC"
    gap = range(left.last, k)
    verbs = [i for i in gap if sentence.tree[i].is_verb]
    said = len(verbs) == 1 and sentence.tree.lemma(verbs[0]) in table("verbs")["saying"]
    aside = said and sentence.words(left.last, k).count(",") >= 2  # one on either side
    return (
        (not verbs or aside) and len(gap) <= (14 if aside else 9) and (joined or not gap or sentence.word(k - 1) == ",")
    )


RULE = Rule("comparison.placed", _placed, "Inflation, at 5.1%, remains well above the bank's 2% target.")
