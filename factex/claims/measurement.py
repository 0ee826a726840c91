"""Measurements: the quantities that no other claim takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import is_multiple
from factex.lexicon.files import table
from factex.records import Modifier, UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_POINTING = frozenset(("these", "those", "both"))
_OTHER_KINDS = ("comparison", "change", "share", "rank")


def _points_back(sentence: Sentence, located: Located) -> bool:
    """`the two nations`, `these three men`, `the 12 were`: known from before, and nothing said of their number."""
    quantity = located.quantity
    alone = sentence.word(located.first - 1) == "the" and sentence.word(located.first - 2) != "of"
    if quantity.unit is None and quantity.modifier is Modifier.EXACT and alone:
        return located.last < len(sentence.tree) and sentence.tree[located.last].tag in FINITE_TAGS
    if (
        quantity.modifier is not Modifier.EXACT
        or quantity.unit is None
        or quantity.unit.kind is not UnitKind.COUNT
        or located.attributive
    ):
        return False
    before = sentence.word(located.first - 1)
    if before in _POINTING:
        return True
    spelled = quantity.text[:1].isalpha()
    small = quantity.value is not None and quantity.value <= (12 if spelled else 5)
    described = any(sentence.tree[k].tag in ("JJR", "JJS") for k in range(located.first, located.last))
    behind = sentence.word(located.last)
    return before == "the" and small and not described and behind not in ("of", "who", "that", "which")


def _speaks(sentence: Sentence, located: Located) -> bool:
    """`One farmer says his dams have filled`: who speaks is counted by nobody."""
    word = sentence.tree[located.head]
    verb = sentence.tree.head(word.i)
    spoken = verb.is_verb and sentence.tree.lemma(verb.i) in table("verbs")["saying"]
    one = located.quantity.value == 1 and located.quantity.modifier is Modifier.EXACT
    return one and spoken and word.dep == "nsubj"


def _names_group(sentence: Sentence, located: Located) -> bool:
    """`good news for the top 5%`: a group by its bound, of which nothing is counted."""
    unit = located.quantity.unit
    percent = unit is not None and unit.kind is UnitKind.PERCENT
    return percent and sentence.word(located.first - 1) in ("top", "bottom") and sentence.word(located.last) != "of"


def _only_dates(sentence: Sentence, located: Located) -> bool:
    """`will begin in two weeks`, `is to report within six weeks`, `over the next three harvests`: when."""
    unit = located.quantity.unit
    led = sentence.words(located.first - 3, located.first)
    above = sentence.clause_verb(located.head)
    record = None if above is None or above.dep != "relcl" else sentence.tree.head(above.i)
    if record is not None and (record.tag == "JJS" or sentence.tree[record.i - 1].tag == "RBS"):
        return unit is not None and unit.kind is UnitKind.TIME  # "the deepest it has been for nine years"
    if led[:1] in (["for"], ["over"], ["during"], ["in"]) and led[1:] in (["the", "next"], ["the", "coming"]):
        return True
    ahead = unit is not None and unit.kind is UnitKind.TIME and sentence.word(located.first - 1) in ("in", "within")
    if ahead and sentence.word(located.first - 2) == "," and sentence.word(located.last) == ",":
        return True  # "By the time it is closed, in about 15 years, the rig will have …"
    verb = sentence.clause_verb(located.head) if ahead and not located.attributive else None
    far = unit is not None and unit.name in ("day", "week", "month", "year")
    within = far and sentence.word(located.first - 1) == "within"  # "hopes to have a mine running within five years"
    if verb is None or (sentence.tree.child(verb.i, "dobj") is not None and not within):
        return False
    before = sentence.before(located)
    if before is not None and not sentence.free("change", before):
        return False  # "will go from 10% to 80% in 18 minutes"
    data = table("verbs")
    if verb.tag in ("VBZ", "VBP") and sentence.tree.lemma(verb.i) in data["timed"]["verbs"]:
        return True  # "The season ends in three weeks"
    words = sentence.tree.children(verb.i)
    coming = ("predicted", "possible", "conditional")
    over = sentence.tree.ancestors(verb.i) if within else ()
    if any(above.is_verb and sentence.tree.lemma(above.i) in data["targeted"] for above in over):
        return True  # "hopes to have a ferry in service within two years"
    return any(data["modals"].get(word.lower) in coming for word in words) or (
        verb.dep == "xcomp" and sentence.tree.lemma(verb.head) in (*data["predicted"], *data["targeted"])
    )


def _measurements(sentence: Sentence) -> Iterator[Claim]:
    """Every quantity that no comparison, change, share or rank has taken up."""
    for located in sentence.quantities:
        if any(not sentence.free(kind, located) for kind in _OTHER_KINDS) or not sentence.free("measurement", located):
            continue
        if any(tells(sentence, located) for tells in (_points_back, _speaks, _names_group, _only_dates)):
            continue
        rule = (
            "measurement.attributive"
            if located.attributive
            else "measurement.multiple"
            if is_multiple(located)
            else "measurement.plain"
        )
        mentions = _of(sentence, located)
        yield Claim("measurement", rule, {"quantity": located}, located.head, mentions=mentions)


def _of(sentence: Sentence, located: Located) -> dict[str, tuple[int, int]]:
    """What a measured amount is of: `640 kg of cocaine`."""
    unit = located.quantity.unit
    i = located.last + 1 if sentence.word(located.last) == "worth" else _behind_conversion(sentence, located)
    measured = unit is not None and (
        unit.kind in (UnitKind.PHYSICAL, UnitKind.CURRENCY, UnitKind.TIME)
        or unit.name == "head"
        or (unit.kind is UnitKind.COMPOUND and unit.dimension not in ("", "[time]"))
    )
    head = sentence.nouns_after(i + 1) if measured else None
    if head is None or head in sentence.stop or not (sentence.word(i) == "of" or _paid_in(sentence, located, i, head)):
        return {}
    if unit is not None and unit.dimension in ("[length]", "[time]") and sentence.word(located.first - 1) == "within":
        return {}  # "live within 50 km of the volcano", "within 90 minutes of the city"
    own = sentence.tree.child(i, "pobj")
    if own is not None and own.is_noun and own.i < head and sentence.tree[own.i + 1].dep in ("nsubj", "nsubjpass"):
        head = own.i  # "after seven years of drought farmers are leaving"
    stuff = sentence.tree[i + 1]
    if unit is not None and unit.kind is UnitKind.TIME and stuff.lower in ("every", "each"):
        return {}  # "six months of every year"
    if stuff.tag == "VBG" and i + 2 < len(sentence.tree) and sentence.tree[i + 2].tag in ("IN", ",", ".", "CC"):
        return {"of": (i + 1, i + 2)}  # "herring", taken for a verb
    first, last = sentence.tree.noun_phrase(head, sentence.stop)
    return {"of": (max(first, i + 1), _end_of_list(sentence, head, last))}


def _end_of_list(sentence: Sentence, head: int, last: int) -> int:
    """Where a list of things ends that an amount is of: `300,000 tonnes of barley, wheat and sorghum`."""
    tree, end = sentence.tree, last
    joined = tree.child(head, "conj")
    while joined is not None and joined.i > head:
        first, behind = tree.noun_phrase(joined.i, sentence.stop)
        plain = joined.tag in ("NN", "NNS") and joined.i not in sentence.stop and first - end <= 2
        if not plain or any(tree[k].is_verb or k in sentence.stop for k in range(end, behind)):
            break
        head, end = joined.i, behind
        joined = tree.child(head, "conj")
    return end


def _behind_conversion(sentence: Sentence, located: Located) -> int:
    """The word behind an amount and the same in another unit: `8 miles (13 kilometres) of new tunnels`."""
    i = located.last
    other = sentence.after(i) if sentence.word(i) == "(" else None
    if other is not None and other.first <= i + 2:
        i = other.last
    return i + int(sentence.word(i) == ")")


def _paid_in(sentence: Sentence, located: Located, i: int, head: int) -> bool:
    """Whether `in` brings what money is of: `$200 million in alleged kickbacks`, not `in June` or `in all`."""
    unit = located.quantity.unit
    money = unit is not None and unit.kind is UnitKind.CURRENCY and sentence.word(i) == "in"
    word = sentence.tree[head]
    verb = sentence.verb_before(located.first)
    if verb is not None and sentence.tree.lemma(verb.i) in table("verbs")["investing"]:
        return False  # "has agreed to invest $38 million in rolling stock"
    plain = sentence.tree[i + 1].tag in ("NN", "NNS", "JJ", "VBN") and word.tag in ("NN", "NNS") and not word.label
    return money and plain and word.lower not in table("measurement")["no_content"]["words"]


RULES = (
    Rule(
        "measurement",
        _measurements,
        "The dam holds 1.7 cubic kilometres of water.",
        ("measurement.plain", "measurement.attributive", "measurement.multiple"),
    ),
)
