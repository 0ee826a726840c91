"""Comparisons by a verb and by how much: `outnumbered by two to one`, `beat the favourite by 38 seconds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.contests import by_much, by_vote, is_margin, score
from factex.claims.left_nouns import top_noun
from factex.claims.lefts import of_opening
from factex.claims.sentence import comparable, is_multiple, is_proportion, is_relative
from factex.claims.sides import side_at
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_OPENING = 2
# So many words may stand between a number beside a subject and the verb.
_ASIDE = 4
_OTHER_WAY = {"greater": "less", "less": "greater"}


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """`outnumbered births by more than two to one`, `breaking the record by 400 head`."""
    verbs: dict[str, str] = table("comparison")["verbs"]
    contests = table("comparison")["contests"]
    deciding = verbs | dict.fromkeys((*contests["deciders"], *contests["phrasal"]), "greater")
    for located in sentence.quantities:
        yield from _by_score(sentence, located, verbs)
        if not by_much(sentence, located) and not is_multiple(located):
            continue
        verb = _comparing(sentence, located, deciding if is_margin(located) or _is_lead(located) else verbs)
        if verb is not None and _is_agent(sentence, located, verb):
            continue
        if verb is None or not sentence.free("comparison", located) or not sentence.free("change", located):
            continue
        if is_multiple(located) and is_deed(sentence, located):
            continue  # "expect that lead to halve"
        if sentence.word(verb.i + 1) in table("verbs")["particles"] and verb.tag == "VBN":
            continue  # "we've been beaten up by four years of drought"
        head = _object(sentence, located, verb)
        beside = sentence.word(verb.i + 1) == "by" or verb.i == located.first - 2
        beside = beside or verb.i == 0 == located.first - 1  # "Outnumbered three to one, the garrison held out"
        beside = beside or sentence.tree.child(verb.i, "agent") is not None  # "outnumbered 116 to one by females"
        if head is None and not beside and verb.i < located.first:
            continue
        lemma = sentence.tree.verb_lemma(verb.i)
        beaten = head is not None and sentence.tree.lemma(head) in table("comparison")["records"]["nouns"]
        contest = lemma in table("comparison")["contests"]["verbs"]
        if contest and (is_multiple(located) or (lemma == "lose" and not is_margin(located))):
            continue  # "won the prize twice", "lost it by a mistake of £3m"
        won = contest and not is_proportion(located)
        left = _level_before(sentence, located, verb, beaten=beaten)
        if lemma in table("comparison")["records"]["loose"] and not (beaten or won or left is not None):
            continue
        roles = {"factor" if is_multiple(located) else "difference": located}
        if left is not None:
            roles["left"] = left
        level = sentence.after(located.last)
        if contest and level is not None and sentence.gap(located, level) == [","]:
            roles |= score(sentence, level)
        elif level is not None and sentence.gap(located, level) == ["to"] and comparable(located, level):
            roles = {"left": located, "right": level}  # "outnumbered decliners by 1,812 to 941"
        passed = sentence.before(located)
        if passed is not None and "right" not in roles and passed.first > verb.i and not is_relative(passed):
            held = comparable(passed, roles.get("left", located)) or is_relative(located)
            named = sentence.word(passed.first - 1) == "of" and held and sentence.free("comparison", passed)
            roles |= {"right": passed} if named else {}  # "topped the consensus of $1.39 by seven cents"
        turned = _turned(sentence, verb)
        active = bool(turned) or not _suffered(sentence, verb)
        yield Claim(
            "comparison",
            "comparison.verb",
            roles,
            (roles.get("left", located) if left is not None else located).head,
            predicate=None if left is not None else verb.i,
            theme=_named_before(sentence, verb),
            mentions=turned or _beaten(sentence, verb, head, located.last),
            values={"relation": deciding[lemma] if active else _OTHER_WAY[deciding[lemma]]},
        )


def _object(sentence: Sentence, located: Located, verb: Word) -> int | None:
    """The noun of what a verb of comparison passes; its margin is none."""
    contests = table("comparison")["contests"]
    start = verb.i + 1 + int(sentence.tree.verb_lemma(verb.i) in contests["phrasal"])
    head = sentence.nouns_after(start, 5)
    margin = head is not None and sentence.tree.lemma(head) in contests["margin"]
    if head is not None and (margin or verb.i < located.first <= head):
        head = None  # "won by a margin of 1,200 votes"
    thing = sentence.tree.child(verb.i, "dobj") if head is None else None
    # "beating the favourite by 38 seconds", taken for an adjective
    return thing.i if thing is not None and verb.i < thing.i < located.first else head


def _by_score(sentence: Sentence, located: Located, verbs: dict[str, str]) -> Iterator[Claim]:
    """`beat Okoye 52% to 48%`: the shares of both behind a verb of contest, without the margin."""
    contests = table("comparison")["contests"]
    roles = score(sentence, located) or _tally(sentence, located)
    verbs = verbs | dict.fromkeys(contests["deciders"], "greater")
    verb = _comparing(sentence, located, verbs) if roles and sentence.word(located.first - 1) != "from" else None
    lemma = "" if verb is None else sentence.tree.verb_lemma(verb.i)
    contest = lemma in (*contests["verbs"], *contests["deciders"]) or (lemma in verbs and lemma.startswith("out"))
    if not all(sentence.free("comparison", one) for one in roles.values()):
        return
    if verb is None or not contest:
        yield from by_vote(sentence, roles)
        return
    head = sentence.nouns_after(verb.i + 1, 5)
    near = head if head is not None and verb.i < head < located.first else None
    yield Claim(
        "comparison", "comparison.verb", roles, located.head, predicate=verb.i,
        mentions=_beaten(sentence, verb, near), values={"relation": verbs[sentence.tree.lemma(verb.i)]},
    )  # fmt: skip


def _tally(sentence: Sentence, left: Located) -> dict[str, Located]:
    """Two bare numbers behind a verb that tells of both sides: `outvoted those from the cities 212 to 187`."""
    right, verb = sentence.after(left.last), sentence.verb_before(left.first)
    bare = right is not None and left.quantity.unit is None and sentence.gap(left, right) == ["to"]
    outdone = verb is not None and sentence.tree.verb_lemma(verb.i).startswith("out")
    return {"left": left, "right": right} if bare and outdone and right is not None else {}


def _level_before(sentence: Sentence, difference: Located, verb: Word, *, beaten: bool) -> Located | None:
    """The number by which something passes another: `returned 7.2%, lagging its benchmark by 1.4 points`."""
    own = sentence.tree.child(verb.i, "nsubj")
    if verb.tag == "VBG" and own is not None and own.i == verb.i - 1:
        return None  # "numbered 6,700, women outnumbering men by four to one"
    before = [one for one in sentence.quantities if one.last <= verb.i and not one.attributive and not _is_age(one)]
    before = [one for one in before if not _in_aside(sentence, one, verb)]
    if beaten:
        alike = [one for one in before if one.quantity.unit is not None and comparable(one, difference)]
        level = next(iter(alike or before), None)
    else:
        points = is_relative(difference) and not is_proportion(difference)
        alike = [one for one in before if (is_proportion(one) if points else comparable(one, difference))]
        opened = [one for one in alike if _opens(sentence, one, difference)]
        alongside = [one for one in alike if _beside_subject(sentence, one, verb)]
        near = alike if verb.tag == "VBG" and not is_proportion(difference) else opened or alongside
        level = near[-1] if near else None
    return level if level is not None and sentence.free("comparison", level) else None


def _opens(sentence: Sentence, level: Located, difference: Located) -> bool:
    """Whether a sentence opens with the number of who passes: `With 24 medals, Norway lead Italy by two`."""
    gap = sentence.gap(level, difference)
    return of_opening(sentence, level, gap) and not any(
        word.is_verb for word in sentence.tree.words[level.last : level.last + gap.index(",")]
    )  # but "With 94% of ballots counted"


def _beside_subject(sentence: Sentence, level: Located, verb: Word) -> bool:
    """Whether a number stands beside a verb's subject: `The offer of $5.1bn tops`, `exports, at 231 tons, trail`."""
    gap = sentence.words(level.last, verb.i)
    enclosed = gap[:1] == [","] and sentence.words(level.first - 2, level.first) in ([",", "at"], [",", "of"])
    led = sentence.word(level.first - 1) == "of" and "," not in gap
    bare = not any(word.is_verb and word.dep != "aux" for word in sentence.tree.words[level.last : verb.i])
    return (enclosed or led) and bare and len(gap) <= _ASIDE


def _in_aside(sentence: Sentence, level: Located, verb: Word) -> bool:
    """Whether a number stands in a relative clause before a verb: `The council, which owns 300 homes, missed`."""
    clause = next((one for one in sentence.tree.ancestors(level.head) if one.dep == "relcl"), None)
    above = (one.i for one in sentence.tree.ancestors(verb.i))
    return clause is not None and clause.i < verb.i and clause.i not in above


def _is_age(located: Located) -> bool:
    unit = located.quantity.unit
    return unit is not None and unit.kind is UnitKind.AGE


def _beaten(sentence: Sentence, verb: Word, head: int | None, behind: int = 0) -> dict[str, tuple[int, int]]:
    """The right side of a verb that compares: its object, unless that is what is contested.

    Then a rival may stand behind the difference, at word `behind`: `leads the race by two minutes from Ann Lowe`.
    """
    if head is None or sentence.tree.lemma(head) in table("comparison")["contests"]["nouns"]:
        return side_at(sentence, behind + 1) if sentence.word(behind) == "from" else {}
    if sentence.word(head) in ("those", "that"):
        return side_at(sentence, head)  # "lag those in the south"
    first, last = sentence.tree.noun_phrase(head, sentence.stop)
    if not sentence.tree[head].is_noun:
        first, last = head, head + 1
    return {"right": (max(first, verb.i + 1), last)}


def _turned(sentence: Sentence, verb: Word) -> dict[str, tuple[int, int]]:
    """Both sides of a verb in the passive: `Residents are outnumbered by sheep six to one`."""
    tree = sentence.tree
    agent, subject = tree.child(verb.i, "agent"), tree.child(verb.i, "nsubjpass")
    if subject is None and verb.dep == "acl" and tree.head(verb.i).is_noun:
        subject = tree.head(verb.i)  # "Renters, outnumbered by owners two to one"
    thing = None if agent is None else tree.child(agent.i, "pobj")
    if thing is None or subject is None or thing.i in sentence.stop or not (thing.is_noun or thing.tag == "PRP"):
        return {}
    left, right = (
        tree.noun_phrase(one.i, sentence.stop) if one.is_noun else (one.i, one.i + 1) for one in (thing, subject)
    )
    return {"left": left, "right": right}


def _is_agent(sentence: Sentence, located: Located, verb: Word) -> bool:
    """Whether a number tells of who did it, no margin: `was won by a 17-year-old`, `was led by two captains`."""
    unit = located.quantity.unit
    passive = sentence.tree.child(verb.i, "auxpass") is not None and sentence.word(located.first - 1) in (
        "by",
        "a",
        "an",
        "the",
    )
    counted = (
        unit is not None and unit.kind is UnitKind.COUNT and unit.name not in table("comparison")["contests"]["margins"]
    )
    return passive and (located.attributive or _is_age(located) or counted)


def _is_lead(located: Located) -> bool:
    """Whether a number is a time by which somebody may be first: `held off the champion by 0.4 seconds`."""
    unit = located.quantity.unit
    return unit is not None and unit.kind is UnitKind.TIME


def _suffered(sentence: Sentence, verb: Word) -> bool:
    """Whether somebody is surpassed, by whom is not told: `The rebels were outnumbered`, `Outspent by $3m, she`."""
    tree = sentence.tree
    yielding = tree.verb_lemma(verb.i) in table("comparison")["yielding"]["verbs"]  # "led by 412 votes" is active
    passive = verb.tag == "VBN" and (tree.child(verb.i, "auxpass") is not None or verb.dep in ("advcl", "acl"))
    thing = tree.child(verb.i, "dobj")
    lost = (
        tree.verb_lemma(verb.i) not in table("comparison")["yielding"]["of_things"]
    )  # "The seat was won by 300 votes"
    if verb.tag == "VBN" and tree.child(verb.i, "auxpass") is not None and lost:
        return True  # "The motion was defeated by 40 votes"
    return not yielding and (passive or verb.i == 0) and (thing is None or thing.i in sentence.stop)


def _comparing(sentence: Sentence, located: Located, verbs: dict[str, str]) -> Word | None:
    """The verb of comparison before a number; also where it was tagged a noun, and behind one that opens a sentence."""
    if sentence.word(0) == "by" and located.first <= _OPENING:
        verbs_behind = (word for word in sentence.tree.words[located.last :] if word.is_verb and word.dep != "aux")
        behind = next(verbs_behind, None)
        return behind if behind is not None and sentence.tree.lemma(behind.i) in verbs else None
    for word in reversed(sentence.tree.words[: located.first]):
        lemma = sentence.tree.verb_lemma(word.i)
        particle = table("comparison")["contests"]["phrasal"].get(lemma)
        if lemma in verbs and (lemma in table("comparison")["verbs"] or particle in (None, sentence.word(word.i + 1))):
            return word
        described = word.dep in ("acl", "relcl", "amod") and word.i < located.first - 2  # not "watched by 5,000 people"
        described = described or (word.dep == "relcl" and word.tag in ("VBZ", "VBD"))  # "the gun it replaces by 16 km"
        if word.text in (";", ":") or (word.is_verb and not described):
            return None
    return None


def _named_before(sentence: Sentence, verb: Word) -> int | None:
    """The noun before a verb that the parse gave no subject."""
    tree = sentence.tree
    if verb.is_verb and verb.dep not in ("compound", "amod"):
        above = tree.head(verb.i)
        apposed = tree[verb.i - 1].text == "," and tree.child(above.i, "appos") is not None
        return above.i if verb.dep == "acl" and above.is_noun and apposed else None  # "Its rival, the Union, trailed"
    if verb.i and (tree[verb.i - 1].is_noun or tree[verb.i - 1].tag == "VBZ"):
        return top_noun(sentence, verb.i - 1)  # "where inmates outnumber guards", both read otherwise
    head = next((word for word in reversed(tree.words[: verb.i]) if word.is_noun and word.dep != "pobj"), None)
    return None if head is None else head.i


def is_deed(sentence: Sentence, located: Located) -> bool:
    """Whether a multiple is what is done: `would more than double the amount`, `expect the lead to halve`."""
    inside = range(located.first, located.last)
    before = sentence.tree[located.first - 1]
    told = any(sentence.word(k) in table("numerals")["multiplying"] for k in inside)
    return before.tag == "MD" or any(sentence.tree[k].is_verb for k in inside) or (told and before.lower == "to")


VERB = Rule("comparison.verb", _by_verb, "Home fans outnumbered visitors by five to one.")
