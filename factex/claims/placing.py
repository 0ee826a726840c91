"""Ranks by a verb: `finished seventh`, `was third from bottom`, `dropped from 12th to 19th`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.claims.claim import Claim
from factex.claims.orders import HYPHENS, among, ordinal_at, superlative_at, total_at
from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, is_property, singular
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_REACH = 4
_SECOND = 2
_OWNING = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "'s", "’s"))
_ENDS = frozenset((".", ",", ";", ")", ""))
_BEHIND = frozenset(("among", "in", "of", "out", "for", "on"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an order.

    Attributes:
        position: Which place.
        first: Its first word.
        last: The index behind its last word.
        bottom: Whether it is counted from the bottom.
        noun: Whether it is told with a noun: `third place`.
    """

    position: int
    first: int
    last: int
    bottom: bool = False
    noun: bool = False


def place_at(sentence: Sentence, i: int) -> Place | None:
    """The place that starts at word `i`: `19th`, `third from bottom`, `last among`, `fifth place`."""
    if i in sentence.stop:
        return None
    if sentence.word(i) in ("last", "bottom"):
        return _last_at(sentence, i)
    ordinal = ordinal_at(sentence, i)
    if ordinal is None:
        return None
    position, j = ordinal
    behind = [word for word in sentence.words(j, j + 5) if word not in HYPHENS and word != "the"]
    if behind[:2] in (["from", "bottom"], ["from", "last"], ["to", "last"]):
        end = next(k for k in range(j, j + 5) if sentence.word(k) in ("bottom", "last"))
        return Place(position, i, end + 1, bottom=True)
    if "top" in behind[:3] and behind[:1] == ["from"] and not {"bottom", "last"} & set(behind[:3]):
        end = next(k for k in range(j, j + 5) if sentence.word(k) == "top")
        return Place(position, i, end + 1)  # "second from the top"
    if behind[:1] in (["last"], ["bottom"]) and not _in_time(sentence, j):
        end = j + 1 + int(sentence.word(j) in HYPHENS)
        alone = end >= len(sentence.tree) or not (sentence.tree[end].is_noun or sentence.tree[end].tag in ("JJ", "CD"))
        return Place(position, i, end, bottom=True) if alone else None
    if sentence.word(j) in table("rank")["places"]:
        return Place(position, i, j + 1, noun=True)
    return Place(position, i, j) if _bare(sentence, j) else None


def _last_at(sentence: Sentence, i: int) -> Place | None:
    """`came last`, `last among the 27`, `last but one`."""
    counted = i > 0 and ordinal_at(sentence, i - 1) is not None
    if counted or sentence.word(i - 1) in ("from", "to", "") or sentence.word(i - 1) in _OWNING | HYPHENS:
        return None
    if sentence.words(i + 1, i + 3) == ["but", "one"]:
        return Place(2, i, i + 3, bottom=True)
    return Place(1, i, i + 1, bottom=True) if sentence.word(i + 1) in _BEHIND | _ENDS else None


def _in_time(sentence: Sentence, j: int) -> bool:
    """Whether a time stands at word `j`: `finished eleventh last season`."""
    times = {*table("times")["units"]["nouns"], *table("times")["weekdays"]}
    return sentence.word(j) in ("last", "this", "next") and sentence.word(j + 1) in times


def _bare(sentence: Sentence, j: int) -> bool:
    """Whether an ordinal before word `j` stands alone, with no noun or superlative behind it."""
    if j >= len(sentence.tree):
        return True
    follows = sentence.tree[j]
    if superlative_at(sentence, j + 1 if follows.text in HYPHENS else j) is not None:
        return False
    return _in_time(sentence, j) or not (
        follows.is_noun or follows.tag in ("JJ", "CD", "HYPH") or follows.lower in table("rank")["barred"]
    )


def by_verb(sentence: Sentence) -> Iterator[Claim]:
    """`ranked 5th out of 180 countries`, `finished fourth`, `is third from bottom`."""
    told: Claim | None = None
    for i in range(len(sentence.tree)):
        beside = _with_noun_behind(sentence, i)
        if beside is not None:
            yield beside
            continue
        place = place_at(sentence, i)
        if place is None:
            continue
        verb = _ranking(sentence, i)
        if verb is not None and _places(sentence, verb, place):
            told = _claim(sentence, place, verb.i, _placed(sentence, verb, i))
        elif told is not None and _goes_on(sentence, place, told, verb):
            named = i - 1 if sentence.tree[i - 1].is_noun else told.theme
            told = _claim(sentence, place, told.predicate, named, "rank.coordinated")
        elif _stands_alone(sentence, place):
            told = _claim(sentence, place, None, _described(sentence, place))
        elif _behind_with(sentence, place, told):
            told = _claim(sentence, place, None, place.first - 1)
        else:
            continue
        yield told


def _claim(sentence: Sentence, place: Place, verb: int | None, theme: int | None, rule: str = "rank.verb") -> Claim:
    roles, mentions = around(sentence, place)
    if "total" not in roles and rule == "rank.verb":
        roles |= _of_table(sentence)
    return Claim(
        "rank", rule, roles, place.first, predicate=verb, theme=theme, mentions=mentions,
        values={"position": place.position, "direction": "bottom" if place.bottom else "top"},
    )  # fmt: skip


# -- the verb ---------------------------------------------------------------------------------------------------------


def _ranking(sentence: Sentence, i: int) -> Word | None:
    """The verb before a place; `rank` also where it was tagged a noun."""
    before = sentence.tree[i - 1] if i else None
    if before is not None and before.lower in ("rank", "ranks") and not before.is_verb:
        return before
    verb = sentence.verb_before(i)
    if verb is not None and verb.lower == "placed" and sentence.word(verb.i - 1) in HYPHENS:
        return None
    return verb


def _places(sentence: Sentence, verb: Word, place: Place) -> bool:
    """Whether a verb tells that its subject, or its object, has a place."""
    data, lemma = table("rank"), sentence.tree.lemma(verb.i)
    before = sentence.word(place.first - 1)
    if before in _OWNING - {"a"} and not place.bottom and not place.noun:
        return False
    if place.noun and (before == "from" or (before == "the" and sentence.word(place.first - 2) == "in")):
        return False  # "in the first place"
    if lemma in data["moving"] and sentence.words(place.first - 2, place.first) == [",", "to"]:
        return _moved_places(sentence, verb, place)
    if not _reaches(sentence, verb.i, place.first):
        return False
    if lemma in data["moving"] and _object(sentence, verb.i, place.first) is None:
        return before == "to" or (place.noun and before in ("to", "into"))
    if place.noun and before in ("to", "into") and _object(sentence, verb.i, place.first) is None:
        return True  # "sailed to third place"
    if place.noun:
        yielding = sentence.word(place.last) == "to"  # "take second place to"
        return lemma in data["verbs"] + data["taking"] and before not in ("of", "on", "with") and not yielding
    if lemma in data["shifting"] and before == "to" and _object(sentence, verb.i, place.first) is not None:
        return True
    if lemma in data["placing"] and _object(sentence, verb.i, place.first) is not None:
        return place.position > 1  # "put safety first"
    if lemma not in data["verbs"] and not (place.bottom and place.position > 1):
        return False
    return lemma not in data["weak"] or _told_by_weak(sentence, place)


def _moved_places(sentence: Sentence, verb: Word, place: Place) -> bool:
    """Whether a verb tells over how many places something has moved: `climbs nine places in the table, to 14th`."""
    moved = sentence.after(verb.i)
    unit = None if moved is None or moved.first > verb.i + 2 else moved.quantity.unit
    return (
        unit is not None
        and unit.name in table("change")["cutting"]["ranks"]
        and moved is not None
        and (moved.last < place.first)
    )


def _told_by_weak(sentence: Sentence, place: Place) -> bool:
    """Whether a verb that also means other things, as `be`, tells a place: by what stands behind it."""
    follows = sentence.word(place.last)
    if place.bottom and place.position == 1:
        named = place.last + 1 < len(sentence.tree) and sentence.tree[place.last + 1].label in ("GPE", "LOC", "DATE")
        return follows != "in" or not named  # "was last in Paris"
    if place.bottom:
        return True
    return place.position > 1 and (follows in _ENDS or follows in table("rank")["followers"])


def _reaches(sentence: Sentence, verb: int, i: int) -> bool:
    """Whether nothing stands between a verb and a place but adverbs, amounts, places and what it is a place in."""
    tree, data = sentence.tree, table("rank")
    gap = range(verb + 1, i)
    nouns = [
        k for k in gap
        if tree[k].is_noun and k not in sentence.stop and ordinal_at(sentence, k) is None and tree[k].label != "TIME"
        and (k > verb + 1 or sentence.word(k) != "home")  # "came home eleventh"
    ]  # fmt: skip
    if not nouns:
        untimed = [k for k in gap if tree[k].label != "TIME"]  # "came home 22 seconds later in second place"
        return len(untimed) < _REACH + sum(k in sentence.stop for k in gap)
    verbs = [k for k in gap if tree[k].is_verb and not (tree[k].tag == "VBG" and tree[k - 1].tag == "DT")]
    if verbs or any(tree[k].text in (",", ";", ":", "(") for k in gap) or len(gap) > _REACH + 2:
        return False
    lemma = tree.lemma(verb)
    begun = tree[verb + 1].tag in ("DT", "PRP$") and not any(sentence.word(k) in ("of", "with") for k in gap)
    given = lemma in data["placing"] + data["shifting"] and nouns[-1] >= i - 2
    return given or (lemma in data["completing"] and begun)


def _object(sentence: Sentence, verb: int, i: int) -> int | None:
    """The object before a place: `put it third`, `ranked Kenya 45th`."""
    tree, k = sentence.tree, i - 1
    while k > verb and tree[k].tag in ("RB", "DT", "IN", "TO") and sentence.word(k) != "it":
        k -= 1
    thing = tree[k].is_noun or tree[k].tag == "PRP"
    return k if k > verb and thing and k not in sentence.stop and ordinal_at(sentence, k) is None else None


def _placed(sentence: Sentence, verb: Word, i: int) -> int | None:
    """What is placed, where it is not the subject that the parse gives the verb."""
    tree = sentence.tree
    if tree.lemma(verb.i) in table("rank")["placing"] + table("rank")["shifting"]:
        thing = _object(sentence, verb.i, i)
        if thing is not None:
            return thing
    subject = tree.child(verb.i, "nsubj", "nsubjpass")
    before = verb.i - 1
    mistaken = subject is not None and subject.i in sentence.stop and before not in sentence.stop
    return before if mistaken and tree[before].is_noun else None  # "After nine defeats Burnley sit third"


def _goes_on(sentence: Sentence, place: Place, told: Claim, verb: Word | None) -> bool:
    """A further place: `sixth for diversity and third from bottom for biomass`, `was 12th and Phoenix 40th`."""
    tree, k = sentence.tree, place.first - 1
    described = verb is not None and verb.dep == "acl" and verb.tag == "VBN"  # "among the 85 ports surveyed and"
    if not (place.bottom or described) and (None if verb is None else verb.i) != told.predicate:
        return False
    while tree[k].tag == "RB":
        k -= 1
    ended = sentence.word(place.last) in _BEHIND | _ENDS | {"from", "at", "and", "with"}
    if tree[k].is_noun:
        k = tree.noun_phrase(k, sentence.stop)[0] - 1
        while sentence.word(k) in _OWNING:
            k -= 1
    return ended and sentence.word(k) in ("and", ",", "but", ";")


# -- places without a verb --------------------------------------------------------------------------------------------


def _with_noun_behind(sentence: Sentence, i: int) -> Claim | None:
    """`second-placed Ellwood`: the rank of the noun behind."""
    ordinal = None if i in sentence.stop else ordinal_at(sentence, i)
    if ordinal is None or sentence.word(ordinal[1]) not in HYPHENS:
        return None
    placed = ordinal[1] + 1
    thing = sentence.nouns_after(placed + 1, 3) if sentence.word(placed) in table("rank")["attributive"] else None
    if thing is None:
        return None
    values = {"position": ordinal[0], "direction": "top"}
    return Claim("rank", "rank.verb", {}, i, theme=sentence.tree.noun_phrase(thing)[1] - 1, values=values)


def _stands_alone(sentence: Sentence, place: Place) -> bool:
    """Whether a place needs no verb to be one: `third from bottom`, `second only to Lisbon`."""
    behind = sentence.words(place.last, place.last + 2)
    if place.position > 1 and (place.bottom or behind == ["only", "to"]):
        return True
    tree, k = sentence.tree, place.first - 1
    apposed = k > 0 and tree[k].text in (",", "(") and tree[k - 1].is_noun and k - 1 not in sentence.stop
    if apposed and total_at(sentence, place.last) is not None:
        return True  # "Albania, 37th of the 38 countries tested, managed 368"
    listed = set(sentence.words(place.last + 1, place.last + 4)) & set(table("rank")["standings"])
    return place.position > 1 and apposed and behind[:1] == ["in"] and bool(listed)


def _behind_with(sentence: Sentence, place: Place, told: Claim | None) -> bool:
    """Whether a place stands right behind a name that `with` brings: `won, with Petrova second and Ishikawa third`."""
    tree, k = sentence.tree, place.first - 1
    if place.position < _SECOND or place.noun or tree[k].tag not in ("NNP", "NNPS"):
        return False
    while k > 0 and tree[k].tag in ("NNP", "NNPS"):
        k -= 1
    goes_on = told is not None and told.predicate is None and told.theme is not None and told.anchor in (k - 1, k - 2)
    return sentence.word(k) == "with" or (sentence.word(k) in ("and", ",") and goes_on)


def _described(sentence: Sentence, place: Place) -> int | None:
    """Who is told to have a place without a verb: `Second from last at half-way, the crew took bronze`."""
    tree = sentence.tree
    if place.first == 0:
        comma = next((k for k in range(place.last, len(tree)) if tree[k].text == ","), None)
        return None if comma is None else sentence.nouns_after(comma + 1)
    k = place.first - 1
    while k > 0 and tree[k].text in (",", "(", "—", "–"):
        k -= 1
    return k if tree[k].is_noun and k not in sentence.stop else None


# -- out of how many, in what -----------------------------------------------------------------------------------------


def around(sentence: Sentence, place: Place) -> tuple[dict[str, Located], dict[str, tuple[int, int]]]:
    """The number of those ranked, and what they are ranked in and by, behind a place."""
    roles: dict[str, Located] = {}
    mentions: dict[str, tuple[int, int]] = {}
    k = place.last
    while k < min(len(sentence.tree), place.last + 8):
        word = sentence.word(k)
        if word in table("rank")["bounds"] or sentence.tree[k].is_verb:
            break
        if word in ("of", "in", "on", "among"):
            total = total_at(sentence, k)
            if total is not None:
                roles["total"] = total
            elif (found := among(sentence, k)) is not None:
                mentions.setdefault("attribute" if _is_measure(sentence, k, found) else "scope", found)
        elif (
            word in ("for", "by") and "attribute" not in mentions and (noun := sentence.nouns_after(k + 1)) is not None
        ):
            found = _attribute(sentence, k, noun)
            judges = word == "by" and (is_person(singular(sentence.word(noun))) or sentence.tree[noun].label)
            if not judges:  # "ranked 41st out of 43 by inspectors"
                mentions["attribute"] = found
            k = found[1] - 1
        k += 1
    return roles, mentions


def _is_measure(sentence: Sentence, k: int, found: tuple[int, int]) -> bool:
    """Whether a property stands behind `in` at word `k`, by which is ranked: `second in total capacity`."""
    bare = found[0] == k + 1 and sentence.tree[k + 1].tag not in ("PRP$", "NNP")
    noun = sentence.nouns_after(k + 1)
    return sentence.word(k) == "in" and bare and noun is not None and is_property(sentence.tree.lemma(noun))


def _attribute(sentence: Sentence, k: int, noun: int) -> tuple[int, int]:
    """What is ranked by, behind `for` at word `k`; with what it is access to."""
    first, last = sentence.tree.noun_phrase(noun, sentence.stop)
    if sentence.word(last) == "to" and sentence.tree.lemma(noun) in table("rank")["relational"]:
        goal = sentence.nouns_after(last + 1, 3)
        last = last if goal is None else max(last, sentence.tree.noun_phrase(goal, sentence.stop)[1])
    if sentence.word(last) == "per":
        last += 2  # "11th for doctors per head"
    return max(first, k + 1), last


def _of_table(sentence: Sentence) -> dict[str, Located]:
    """`In a table of 52 reefs, the system came sixth`, `Among the 31 regions assessed,`: how many are ranked."""
    for located in sentence.quantities:
        k = located.first - 1
        listed = sentence.word(k) == "of" and sentence.word(k - 1) in table("rank")["lists"]
        unit = located.quantity.unit
        counted = unit is not None and unit.kind is UnitKind.COUNT
        opened = sentence.word(0) in ("among", "of", "out") and counted and located.first <= 3
        if (listed or opened) and sentence.free("rank", located):
            return {"total": located}
    return {}
