"""Comparisons by a difference: `23% higher than`, `one more than Nadir`, `2.1 degrees above the average`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.adverbial_change import pushed
from factex.claims.belonging import beside, bracketed, counted_left, own_level
from factex.claims.claim import Claim
from factex.claims.comparatives import WITH_OF, counts_fewer, degree, degree_before, is_measure
from factex.claims.fronted import opened
from factex.claims.left_nouns import gapped_left, new_left, object_left, pushed_left
from factex.claims.lefts import left_of, own_size
from factex.claims.sentence import comparable, is_multiple, is_proportion, is_relative
from factex.claims.sides import WITHIN, Mentions, side_at
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_SIDES = frozenset(("above", "below", "beneath"))
_PLACING = frozenset(
    (
        "above",
        "below",
        "beneath",
        "ahead",
        "behind",
        "over",
        "under",
        "short",
        "shy",
        "inside",
        "outside",
        "beyond",
        "off",
        "adrift",
        "clear",
        "excess",
        "front",
        "back",
    )
)
# Comparatives that also tell a time, a rest or a further amount: alone they compare nothing.
_LOOSE = frozenset(("earlier", "later", "further", "better", "longer", "over", "more", "older", "younger"))
# What stands behind these is a mark that is missed, or no side of a comparison.
_MARKED = frozenset(("over", "under", "inside", "outside", "beyond", "off"))
_ENDS = frozenset((",", ".", ";", ")", "", "too", "and", "but", "a", "per", "on", "while"))


def by_degree(sentence: Sentence) -> Iterator[Claim]:
    """`23% higher than a year earlier`, `one more than Nadir`, `2.1 degrees above the average`."""
    last: tuple[Located, Claim] | None = None
    for located in sentence.quantities:
        found = degree(sentence, located) or degree_before(sentence, located)
        free = sentence.free("comparison", located) and sentence.free("change", located)
        bound = located.attributive and not is_multiple(located)  # but "were 12-fold higher than"
        if found is None or bound or not free:
            continue
        relation, i = found
        than = _than_behind(sentence, i) or _than_lent(sentence, i) or _than_in_front(sentence)
        placing = sentence.word(i - 1) in _PLACING
        compares = _places(sentence, located, i) if placing else _compares(sentence, located, i, than)
        claim = _claim(sentence, located, i, than, relation) if compares else None
        if claim is None and last is not None and not placing and _joined(sentence, *last, located):
            right = last[1].mentions[
                "right"
            ]  # "1.8 degrees colder than average in the north and 0.4 degrees colder in"
            claim = Claim(
                "comparison", last[1].rule, {"difference": located}, located.head,
                predicate=last[1].predicate, theme=last[1].theme,
                mentions={"right": right}, values={"relation": relation or None},
            )  # fmt: skip
        if claim is not None:
            last = (located, claim)
            yield claim


def _joined(sentence: Sentence, before: Located, claim: Claim, located: Located) -> bool:
    """Whether a comparative is joined to one before it, and held against the same: `and 0.4 degrees colder in`."""
    gap = sentence.gap(before, located)
    verbless = not any(word.is_verb for word in sentence.tree.words[before.last : located.first])
    alike = "difference" in claim.roles and "right" in claim.mentions and comparable(before, located)
    return gap[-1:] in (["and"], ["but"]) and verbless and alike and sentence.before(located) is before


def _claim(sentence: Sentence, located: Located, i: int, than: int | None, relation: str) -> Claim:
    placing = sentence.word(i - 1) in _PLACING
    multiple = is_multiple(located)
    roles: dict[str, Located] = {"factor" if multiple else "difference": located}
    left = left_of(sentence, located) or own_size(sentence, located)
    if left is not None:
        roles["left"] = left
        sentence.lefts[located.first] = left
        level = sentence.after(i)
        if placing and level is not None and _is_level(level, left, i + int(sentence.word(i) == "of")):
            roles["right"] = level
        held = None if than is None else sentence.after(than)
        if not placing and held is not None and than is not None and _is_held(sentence, held, left, than):
            roles["right"] = held
        roles = bracketed(sentence, i, left) | roles
    held = None if than is None or left is not None else sentence.after(than)
    if held is not None and than is not None and is_relative(located) and _is_named(sentence, held, than):
        roles["right"] = held  # "15 percent fewer casks than the 82,000 it shipped last year"
    side: int | None = i if placing else than + 1 if than is not None else None
    if placing and sentence.word(i) == "of":
        side = i + 1
    side = None if sentence.word(i) == "by" and placing else side
    mentions = {} if side is None else _up_to(side_at(sentence, side), located)
    if "right" in roles and than is not None and not mentions:
        mentions = beside(sentence, than + 1, roles["right"])  # "two more than the 17 mapped by a Soviet team"
    if placing and "right" in roles:
        mentions = {name: span for name, span in mentions.items() if roles["right"].first not in range(*span)}
    told = own_level(sentence, mentions, left or located) if "right" not in roles else None
    if told is not None:
        roles["right"] = told
    claim = Claim(
        "comparison",
        "comparison.factor" if multiple else "comparison.difference",
        roles,
        located.head,
        mentions=mentions,
        values={"relation": relation or None},
        pivot=len(sentence.tree) if side is None else side,  # "will get 19 per cent more this year" names no side
    )
    measured = None if placing else _measured(sentence, i, than)
    if measured is None and sentence.tree[located.first - 1].is_noun and _is_at(sentence, located):
        measured = located.first - 1  # "at prices 7% higher", "faced a risk 60% higher than"
    if measured is not None:
        claim.mentions["measure"] = (measured, measured + 1)
    if left is None:
        # "had reached hospital 90 minutes sooner"
        known_left = new_left if sentence.tree[i - 1].tag in ("RBR", "RB") else object_left
        claim.mentions |= (
            counted_left(sentence, located, i, than)
            or gapped_left(sentence, located)
            or pushed_left(sentence, located)
            or ({} if placing or measured is not None else known_left(sentence, located))
        )
    else:
        claim.anchor = left.head
        verb = sentence.verb_before(located.first)
        if verb is not None and verb.i >= left.last and located.first - verb.i <= 3:
            claim.predicate = verb.i  # "Turnout, at 61.8%, was five points higher"
    return claim


def _is_at(sentence: Sentence, located: Located) -> bool:
    """Whether a property stands right before a difference, behind `at` or `with`."""
    noun = located.first - 1
    k = sentence.tree.noun_phrase(noun, sentence.stop)[0] - 1
    k -= int(sentence.word(k) in ("a", "an", "the"))
    held = k > 0 and sentence.tree.lemma(k) in table("comparison")["facing"]["verbs"]
    return (held or sentence.word(k) in ("at", "with")) and is_property(sentence.tree.lemma(noun))


def _up_to(mentions: Mentions, located: Located) -> Mentions:
    """The sides without what `by` brings: `taller than the old one by 12 metres`."""
    by = located.first - 1
    return {name: (first, by if first < by < last else last) for name, (first, last) in mentions.items()}


def _is_level(level: Located, left: Located, i: int) -> bool:
    """Whether a number at word `i` is the level that another one is placed by: `5% above the $60 target`."""
    return level.first <= i + 1 and not is_relative(level) and not level.attributive and comparable(left, level)


def _is_held(sentence: Sentence, held: Located, left: Located, than: int) -> bool:
    """Whether a bare number behind `than the` is what another one is held against: `seven more than the 24 found`."""
    beside = sentence.words(than + 1, held.first) in ([], ["the"])
    return beside and held.quantity.text.replace(",", "").isdigit() and comparable(left, held) and not held.attributive


def _is_named(sentence: Sentence, held: Located, than: int) -> bool:
    """Whether what something is held against is a number right behind `than the`."""
    plain = sentence.words(than + 1, held.first) == ["the"] and not held.attributive and not is_relative(held)
    return plain and sentence.free("comparison", held)


def _measured(sentence: Sentence, i: int, than: int | None) -> int | None:
    """The property behind a comparative: `three times higher output`."""
    noun = None if sentence.tree[i].tag == "IN" or sentence.word(i) == "relative" else sentence.nouns_after(i, 2)
    if noun is not None and sentence.tree[noun].label in ("DATE", "TIME"):
        return None  # "19 per cent more this year"
    if noun is not None and sentence.tree[noun].tag == "NNS" and not is_property(sentence.tree.lemma(noun)):
        return None  # "A tenth fewer eels will be landed"
    if than is None or noun is None:
        return noun
    return noun if noun < than and is_property(sentence.tree.lemma(noun)) else None


def _places(sentence: Sentence, located: Located, i: int) -> bool:
    """Whether a number is the distance from what stands at word `i`: `2.1 degrees above the average`."""
    cue = sentence.word(i - 1)
    if sentence.word(i) == "by":
        return True  # "the visitors were behind by nine points"
    if cue in WITH_OF and sentence.word(i) != "of":
        return False
    if is_multiple(located) and not _is_over_level(sentence, i):
        return False
    if cue in ("behind", "ahead") and is_proportion(located) and not _is_pace(sentence, i):
        return sentence.tree.lemma(located.first - 1) in ("be", "run") and sentence.word(i) in _ENDS  # "are 9% behind,"
    unit = located.quantity.unit
    if (
        sentence.word(located.first - 1) in ("for", "over", "during")
        and unit is not None
        and unit.kind is UnitKind.TIME
    ):
        return False  # "sold for four years below cost", but "sold for $2 million below its estimate"
    noun = sentence.nouns_after(i, 5)
    data = table("comparison")
    if noun is not None and sentence.word(noun) in data["levels_of_nature"]["nouns"]:
        return False  # "22 km below the surface"
    if noun and sentence.word(noun - 1) in data["levels_of_nature"]["with_noun"].get(sentence.word(noun), ()):
        return False  # "1,040 metres above sea level"
    if cue in _MARKED:  # "four seconds outside the record", not "four miles outside the town"
        marks = data["records"]["nouns"] + data["amounts"]["levels"] + data["levels_of_nature"]["marks"]
        if sentence.word(i) in data["beaten"]["words"] and sentence.word(i + 1) != "to":
            return True  # "two metres beyond anything that his rivals managed"
        if sentence.word(i) in ("that", "those") and sentence.word(i + 1) in WITHIN | {"of"}:
            return True  # "185 basis points over that on Spain's"
        verb = sentence.verb_before(located.first)
        apart = sentence.word(located.first - 1) == ","
        finished = verb is not None and sentence.tree.lemma(verb.i) in ("be", "finish", "come")
        if cue == "off" and not (finished or apart):
            return False  # "shaved 11 seconds off the record" is a change
        head = i + 1
        while sentence.tree[i].tag == "PRP$" and sentence.word(head) in data["records"]["whose"]:
            head += 1
        superlative = head < len(sentence.tree) and sentence.word(head) in marks  # "outside his own best"
        lemma = "" if noun is None else sentence.tree.lemma(noun)
        unit = located.quantity.unit
        priced = is_proportion(located) or (unit is not None and unit.kind is UnitKind.CURRENCY)
        named = lemma in table("comparison")["amounts"]["nouns"] or (is_proportion(located) and is_property(lemma))
        return superlative or lemma in marks or (priced and named)
    place = i + 1 if sentence.word(i) == "of" else i
    level = sentence.after(place)
    placed = level is not None and level.first <= place + 1 and not is_relative(level) and not level.attributive
    if placed and level is not None and not (is_relative(located) or comparable(located, level)):
        return False  # "24 days above 35°C"
    return (
        placed
        or _is_marked(sentence, place)
        or (sentence.nouns_after(place, 5) is not None and not _lies(sentence, located, noun))
    )


def _is_pace(sentence: Sentence, i: int) -> bool:
    """Whether a level that is run against stands at word `i`: `18 percent ahead of last season's pace`."""
    noun = sentence.nouns_after(i + int(sentence.word(i) == "of"))
    return noun is not None and sentence.tree.lemma(noun) in table("comparison")["paces"]["nouns"]


def _is_over_level(sentence: Sentence, i: int) -> bool:
    """Whether a level stands at word `i` that a multiple may lie above: `three times above sustainable levels`."""
    noun = sentence.nouns_after(i)
    return noun is not None and sentence.tree.lemma(noun) in table("comparison")["paces"]["levels"]


def _is_marked(sentence: Sentence, i: int) -> bool:
    """Whether the phrase at word `i` names a level, whatever its tag: `above average`, `below the pre-war average`."""
    phrase = itertools.takewhile(
        lambda word: word.tag in ("DT", "JJ", "HYPH", "NN", "CD"), sentence.tree.words[i : i + 6]
    )
    named = {word.lower for word in phrase} | set(sentence.words(i, i + 2))
    return not named.isdisjoint(table("comparison")["levels_of_nature"]["marks"])


def _lies(sentence: Sentence, located: Located, noun: int | None) -> bool:
    """Whether a length tells how far above or below a thing something lies: `rises 212 metres above the town`."""
    unit = located.quantity.unit
    if noun is None or unit is None or unit.dimension != "[length]" or sentence.word(located.last) not in _SIDES:
        return False
    if left_of(sentence, located) is not None:
        return False  # "peaked at 2.8 metres, 20 centimetres below the wall"
    lemma, data = sentence.tree.lemma(noun), table("comparison")
    marks = data["records"]["nouns"] + data["amounts"]["levels"] + data["levels_of_nature"]["marks"]
    return lemma not in marks and not is_property(lemma)


def _compares(sentence: Sentence, located: Located, i: int, than: int | None) -> bool:
    """Whether a comparative before word `i` holds two things against each other."""
    if than is not None or counts_fewer(sentence, located):
        return True
    if i == located.last and sentence.word(located.first - 1) == "by" and is_measure(sentence, located.first - 2):
        return True  # "Imported steel is cheaper by $60 a tonne"
    cue = sentence.word(i - 1)
    if cue == "fewer" and sentence.word(i) in (".", ";", ""):
        return True  # "Those on the new pill had 22 fewer"
    if cue in ("higher", "lower") and i == located.last + 1 and _set_apart(sentence, sentence.verb_before(i)):
        return True  # "The figure for girls was nine points lower"
    if cue in ("higher", "lower") and _leveled(sentence, located):
        return _goes_on(sentence, located)
    if cue in ("older", "younger") and i == located.last + 1 and sentence.tree.lemma(located.first - 1) == "be":
        return True  # "his daughter is 30 years younger"
    if is_multiple(located) or is_relative(located):
        return cue not in _LOOSE - {"more", "older", "younger", "longer", "better"}
    unit = located.quantity.unit
    measured = unit is not None and str(unit.kind) in ("physical", "currency", "time", "compound")
    alone = i == located.last + 1 and cue not in _LOOSE and sentence.word(i) in _ENDS
    measured = measured or (unit is None and sentence.tree.lemma(located.first - 1) == "be")  # "is 200,000 shorter"
    verb = sentence.verb_before(located.first)
    paid = verb is not None and sentence.tree.lemma(verb.i) in table("comparison")["paying"]["verbs"]
    money = unit is not None and str(unit.kind) in ("currency", "compound")
    if paid and money and cue in ("more", "less") and i == located.last + 1:
        return sentence.word(i) in _ENDS | {"for", "to", "from", "in", "each", "every", "if", "at", "with", "by"}
    timed = unit is not None and unit.kind is UnitKind.TIME and i == located.last + 1 and cue in ("longer", "less")
    if timed and verb is not None and sentence.tree.lemma(verb.i) in table("comparison")["lasting"]["verbs"]:
        return sentence.word(i) in _ENDS | {"by", "at", "with", "for", "in"}  # "takes 10 minutes longer by bus"
    if unit is not None and unit.dimension == "[length]" and cue in ("more", "further") and i == located.last + 1:
        return verb is not None and sentence.word(i) in _ENDS | {"to", "for", "than", "each"}  # "to travel 100 km more"
    if unit is not None and unit.name in ("point", "mark") and alone and verb is not None:
        return sentence.tree.lemma(verb.i) in table("comparison")["scoring"]["verbs"]  # "scored 0.4 points lower"
    if unit is not None and unit.kind is UnitKind.PHYSICAL and i == located.last + 1 and verb is not None:
        if cue == "less" and sentence.tree[i].is_noun:
            return True  # "while eating 4 kg less feed"
        if cue == "more":
            return sentence.word(i) in ("when", "if", "than", "this")  # "caught 10 tonnes more when"
    moved = cue in table("change")["adverbs"] and _leveled(sentence, located)  # "closed $2 lower", not "is 12 m taller"
    return measured and alone and not moved


def _goes_on(sentence: Sentence, located: Located) -> bool:
    """Whether a clause goes on comparing: `are twice as likely to fall behind, and their bills are £580 higher`."""
    verb = sentence.verb_before(located.first)
    subject = None if verb is None else sentence.tree.child(verb.i, "nsubj")
    if subject is None or sentence.tree.lemma(subject.head) != "be":
        return False
    again = subject.tag == "PRP" or any(child.tag == "PRP$" for child in sentence.tree.children(subject.i))
    before = sentence.words(0, subject.i)
    return again and ("than" in before or before.count("as") > 1)


def _than_behind(sentence: Sentence, i: int) -> int | None:
    """The place of `than` behind a comparative, in the same clause."""
    for k in range(i, min(i + 10, len(sentence.tree))):
        if sentence.word(k) == "than":
            return k
        if sentence.words(k, k + 2) == ["relative", "to"]:
            return k + 1  # "are 14% cheaper relative to Dublin"
        if sentence.tree[k].text in (",", ";", ":") or (
            k > i + 4 and sentence.tree[k].tag in ("VBD", "VBZ", "VBP", "MD")
        ):
            return None
    return None


def _than_lent(sentence: Sentence, i: int) -> int | None:
    """The `than` of a comparative joined to the one before word `i`: `49% lower and lorries 5% higher than in 2005`."""
    other = sentence.after(i)
    joined = sentence.word(i) in ("and", "but") or sentence.words(i, i + 2) in ([",", "and"], [",", "but"])
    if other is None or not joined or any(sentence.tree[k].is_verb for k in range(i, other.first)):
        return None
    found = degree(sentence, other)
    return None if found is None else _than_behind(sentence, found[1])


def _than_in_front(sentence: Sentence) -> int | None:
    """The last word of the link that opens a sentence, in the place of `than`: `Compared with May, it was 12% up`."""
    bounds = opened(sentence)
    return None if bounds is None else bounds[0] - 1


def _leveled(sentence: Sentence, located: Located) -> bool:
    """Whether `1.7% lower` tells a change: behind a verb of a level (`closed 1.7% lower`) or of pushing."""
    verb = sentence.verb_before(located.first)
    level = verb is not None and sentence.tree.lemma(verb.i) in table("change")["level_verbs"]["words"]
    return (level and not _set_apart(sentence, verb)) or pushed(sentence, located) is not None


def _set_apart(sentence: Sentence, verb: Word | None) -> bool:
    """Whether a sentence opens with others of whom it tells the same: `Among men it is 3.1 points lower`."""
    subject = None if verb is None or sentence.tree.lemma(verb.i) != "be" else sentence.tree.child(verb.i, "nsubj")
    again = subject is not None and subject.lower in table("comparison")["pointing"]["again"]
    if subject is None or not again:
        return False
    whose = sentence.nouns_after(subject.i + 2) if sentence.word(subject.i + 1) in ("for", "among", "in") else None
    other = whose is not None and sentence.tree[whose].label not in ("DATE", "TIME")  # "The figure for girls was"
    return other or (subject.i > 1 and sentence.tree[0].tag == "IN")
