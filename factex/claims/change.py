"""Changes: values that move, or are said to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.adverbial_change import ADVERB, LEVEL, SIGNED, STATE
from factex.claims.amounts import moves, to_level, told_twice
from factex.claims.change_roles import roles_of
from factex.claims.claim import Claim, Rule
from factex.claims.gapping import gapped
from factex.claims.governed import governed
from factex.claims.movement import by_ends, change_nouns, change_verbs, doubling, moved, particle, stays, to_peak
from factex.claims.nominal_change import ADDED, APART, NOUN, amount_behind
from factex.claims.sentence import is_multiple, is_relative
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

# So many words may lie between the level beside what moves and its verb.
_BESIDE = 4


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """Verbs of change with their amounts and ends: `rose 12% to 4.3 billion`, `fell from 5 to 4`."""
    verbs = change_verbs()
    for verb in sentence.tree.words:
        told_double = doubling(sentence, verb)
        mistaken = told_double or (verb.tag in ("NN", "NNP") and verb.lower in verbs and _untagged_verb(sentence, verb))
        if not (verb.is_verb or mistaken):
            continue
        lemma = verb.lower if mistaken else sentence.tree.lemma(verb.i)
        entry = None if _picked_out(sentence, verb, lemma) else verbs.get(lemma)
        if entry is None or verb.dep in ("aux", "auxpass") or _short_of(sentence, verb.i + 1):
            continue  # "fell short of 50 percent"
        direction, strong = entry
        found = governed(sentence, verb)
        own = sentence.at(verb.i)
        told = particle(sentence, verb)
        roles = roles_of(sentence, verb, found, strong=strong or bool(told))
        told = told or to_peak(sentence, roles.get("end"))
        if own is not None and is_multiple(own) and sentence.free("change", own) and sentence.free("comparison", own):
            roles["factor"] = own
        if not roles:
            continue
        told = told or _vanishes(sentence, roles) or _brought_to(sentence, verb, lemma, roles)
        if not strong and not told and not _told_by_roles(sentence, verb, lemma, roles):
            continue
        if any(other(sentence, verb, lemma, roles) for other in (_dives, _cut_off, _takes_off)):
            continue
        ends = roles.keys() >= {"start", "end"}
        if lemma in table("change")["weak_verbs"]["by_amount"] and "amount" not in roles and not ends:
            continue
        if direction == "none" and ("end" not in roles or "amount" in roles):
            continue
        if direction == "none" and not stays(sentence, verb, roles["end"]):
            continue
        direction = told or by_ends(roles) or direction
        further = amount_behind(sentence, roles["end"]) if "end" in roles and "amount" not in roles else None
        if further is not None:
            roles["amount"] = further
        if "end" not in roles and "amount" in roles and strong:
            roles |= _level_aside(sentence, verb)
        if "end" not in roles:
            roles |= _closing(sentence, max(roles.values(), key=lambda one: one.last))
        main = next(roles[name] for name in ("end", "amount", "factor", "start") if name in roles)
        theme = _noun_before(sentence, verb) if mistaken else moved(sentence, verb)
        if told_double:
            theme = sentence.nouns_after(verb.i + 1)
        name = _name(roles, direction)
        values: dict[str, object] = {"direction": direction}
        yield Claim("change", f"change.{name}", roles, main.head, predicate=verb.i, theme=theme, values=values)
        yield from gapped(sentence, verb, roles, theme, direction)


def _dives(sentence: Sentence, verb: Word, lemma: str, roles: dict[str, Located]) -> bool:
    """Whether somebody goes to a depth or height, and no level moves: `The sharks dived to 1,130 metres`."""
    unit = next(iter(roles.values())).quantity.unit
    length = roles.keys() == {"end"} and unit is not None and unit.dimension == "[length]"
    doer = sentence.tree.child(verb.i, "nsubj")
    alive = doer is not None and not is_property(sentence.tree.lemma(doer.i))
    return length and alive and lemma in table("change")["going"]["verbs"]


def _level_aside(sentence: Sentence, verb: Word) -> dict[str, Located]:
    """The level beside what moves: `weekend trips, at 96,000 a day, have climbed 11%`."""
    level = next((one for one in reversed(sentence.quantities) if one.last < verb.i), None)
    if level is None or verb.i - level.last > _BESIDE or not sentence.free("change", level):
        return {}
    enclosed = sentence.words(level.first - 2, level.first) == [",", "at"] and sentence.word(level.last) == ","
    return {"end": level} if enclosed and not level.attributive and not is_relative(level) else {}


def _told_by_roles(sentence: Sentence, verb: Word, lemma: str, roles: dict[str, Located]) -> bool:
    """Whether the numbers behind a weak verb tell that something changed: both ends, or an amount by themselves."""
    if roles.keys() >= {"amount", "end"} and sentence.word(roles["end"].first - 1) == "to":
        return True  # "The wait blew out by 35 minutes to four hours"
    if "amount" in roles and lemma in table("change")["weak_verbs"]["moving"]:
        return False
    return roles.keys() >= {"start", "end"} or ("amount" in roles and _tells_change(sentence, verb, roles["amount"]))


def _picked_out(sentence: Sentence, verb: Word, lemma: str) -> bool:
    """Whether a part is found or made: `The test picked up 87% of bowel cancers`, but `picked up 2% on Monday`.

    Or does the deed itself: `was picked by 34% of visitors`.
    """
    if verb.tag == "VBN" and sentence.word(verb.i + 1) == "by" and not change_verbs().get(lemma, ("", True))[1]:
        doers = sentence.at(verb.i + 2)
        return doers is not None and sentence.word(doers.last) == "of"
    particle: str | None = table("change")["finding"].get(lemma)
    if particle is None or (particle and sentence.word(verb.i + 1) != particle):
        return False
    part = sentence.at(verb.i + 1 + int(bool(particle)))
    return part is not None and sentence.word(part.last) == "of"


def _brought_to(sentence: Sentence, verb: Word, lemma: str, roles: dict[str, Located]) -> str:
    """The direction of a count that is brought to a number: `taking the total to 11`."""
    thing = sentence.tree.child(verb.i, "dobj")
    counted = thing is not None and sentence.tree.lemma(thing.i) in table("change")["counting"]["nouns"]
    return "increase" if lemma in ("take", "bring") and counted and roles.keys() == {"end"} else ""


def _short_of(sentence: Sentence, i: int) -> bool:
    """Whether `short` stands at word `i`, over an adverb: `fell just short of the 50 percent`."""
    lacking = sentence.at(i)
    if lacking is not None and sentence.word(lacking.last) == "short":
        return True  # "fell 85,000 kronor short of the sum"
    return "short" in sentence.words(i, i + 1 + int(i < len(sentence.tree) and sentence.tree[i].tag == "RB"))


def _cut_off(sentence: Sentence, verb: Word, lemma: str, roles: dict[str, Located]) -> bool:
    """Whether those who lose a supply are counted, not the supply: `Power was cut to about 240,000 homes`."""
    thing = sentence.tree.child(verb.i, "nsubjpass", "dobj")
    unit = roles["end"].quantity.unit if roles.keys() == {"end"} else None
    counted = unit is not None and unit.kind is UnitKind.COUNT
    return lemma == "cut" and counted and thing is not None and thing.lower in table("change")["cut_off"]["nouns"]


def _takes_off(sentence: Sentence, _: Word, lemma: str, roles: dict[str, Located]) -> bool:
    """Whether the thing that is less stands behind the amount: `shave half a point off economic growth`."""
    amount = roles.get("amount")
    off = amount is not None and sentence.word(amount.last) == "off"
    return off and lemma in table("change")["taking_off"]["verbs"]


def _vanishes(sentence: Sentence, roles: dict[str, Located]) -> str:
    """The direction of what comes to nothing: `gone from $60 a beast to virtually nothing`."""
    if roles.keys() != {"start"} or sentence.word(roles["start"].last) != "to":
        return ""
    words = table("change")["vanishing"]
    behind = sentence.words(roles["start"].last + 1, roles["start"].last + 4)
    end = next((k for k, word in enumerate(behind) if word in words["words"]), None)
    return "decrease" if end is not None and set(behind[:end]) <= set(words["leads"]) else ""


def _name(roles: dict[str, Located], direction: str) -> str:
    """Which pattern of verbs of change it is."""
    if "start" in roles:
        return "from_to"
    if direction == "none":
        return "stay"
    return "factor" if "factor" in roles else "verb"


def _untagged_verb(sentence: Sentence, word: Word) -> bool:
    """Whether a verb of change was tagged a noun: `saw its value shrink by 9 trillion won`, `expect that to halve`."""
    tree = sentence.tree
    own = sentence.at(word.i)
    if word.i < 2:
        return False
    if own is not None and is_multiple(own):
        return sentence.word(word.i - 1) == "to"
    number = sentence.after(word.i)
    led = sentence.word(word.i + 1) in ("by", "to", "from") and number is not None and number.first <= word.i + 3
    return led and tree[word.i - 1].is_noun and word.lower not in change_nouns()


def _noun_before(sentence: Sentence, verb: Word) -> int | None:
    """The noun before a verb that was tagged a noun itself."""
    k = verb.i - 2 if sentence.word(verb.i - 1) == "to" else verb.i - 1
    return k if k >= 0 and sentence.tree[k].is_noun else None


def _tells_change(sentence: Sentence, verb: Word, amount: Located) -> bool:
    """Whether an amount behind a weak verb is a change: in percent or points, told twice, of jobs, or of a price."""
    unit = amount.quantity.unit
    if is_relative(amount):
        return True
    if unit is None:
        return False
    if unit.kind is UnitKind.CURRENCY and sentence.tree.lemma(verb.i) in table("change")["weak_prices"]["verbs"]:
        return moves(sentence, verb, amount) or to_level(sentence, amount)
    if told_twice(sentence, amount) or unit.name in table("change")["cutting"]["nouns"]:
        return True
    return unit.name == "point" and any(
        word.lower in table("neighbours")["index_words"] for word in sentence.tree.words
    )


def _closing(sentence: Sentence, amount: Located) -> dict[str, Located]:
    """The level that an infinitive or participle behind the amount tells: `gained 212 points, to close at 19,480`."""
    level = sentence.after(amount.last)
    if level is None or not sentence.free("change", level):
        return {}
    gap = sentence.gap(amount, level)
    behind = list(sentence.words(_past_time(sentence, amount.last), level.first))
    verb = behind[2:3] if behind[:1] == [","] else behind[1:2]
    opened = behind[:2] == [",", "to"] or behind[:1] == ["to"]  # "rose 3% on Monday to end at 41 euros"
    known = bool(verb) and (verb[0] in change_verbs() or verb[0] in table("change")["level_verbs"]["words"])
    reaching = table("change")["reaching"]["verbs"]
    participle = sentence.tree[level.first - 1]
    reached = (len(gap) == 2 and gap[0] == "to" and gap[1] in reaching) or (
        participle.tag == "VBG" and len(gap) <= 8 and sentence.tree.lemma(participle.i) in reaching
    )  # "fell 12 cents to average $3.40", "doubled last year, reaching 412"
    factor = is_multiple(amount) and gap[-2:] == [",", "to"] and len(gap) <= 10
    closes = factor or (opened and known and gap[-1:] in (["at"], ["to"]) and len(gap) <= 8)
    return {"end": level} if closes or reached else {}


def _past_time(sentence: Sentence, i: int) -> int:
    """The word behind a time at word `i`: `rose 3% on Monday to end at`, `fell 1.2% on Friday to finish at`."""
    words = sentence.tree.words[i : i + 5]
    to = next((word.i for word in words if word.lower == "to" or word.text == ","), i)
    timed = all(word.tag in ("IN", "JJ", "DT", "NN", "NNP") for word in sentence.tree.words[i:to])
    return to if timed and not any(k in sentence.stop for k in range(i, to)) else i


RULES = (
    LEVEL,
    ADDED,
    Rule(
        "change.verb",
        _by_verb,
        "Core prices rose 2.7%.",
        ("change.verb", "change.from_to", "change.factor", "change.stay", "change.gapped"),
    ),
    APART,
    NOUN,
    STATE,
    SIGNED,
    ADVERB,
)
