"""Which of a sentence's times a claim belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.claims.movement import change_nouns
from factex.context import absolutes
from factex.lexicon.files import table
from factex.records import TimeRelation

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.context.times import Time
    from factex.quantity.located import Located
    from factex.syntax.tree import Tree, Word

_HELD = re.compile(r"\b(?:from|since|compared (?:with|to)|than(?: in)?|against|relative to|versus)\s*(?:in\s)?\Z")
# A time that costs so much is none of a claim's.
_FARTHEST = 7
# So many words at most part two numbers that are held against a third: "290 a year earlier and 410".
_JOINED = 5
# So many words at most lie between a superlative and the time since which it holds.
_RECORD = 8
_LAST = re.compile(r"(?:the )?(?:last|previous) (?:month|quarter|season|week)")
_APART = (" while ", "; ", " but ", " although ", " yet ", " whereas ", " though ", ", so ")
_EARLIER = re.compile(r"(?i)\b(earlier|before|previous|prior|last year|ago|later|after)\b")


def time_of(sentence: Sentence, found: list[Time], anchor: int, predicate: int | None) -> Time | None:
    """The time that a claim speaks of: of those in its clause the nearest behind it, else before it."""
    tree = sentence.tree
    place = tree[anchor].start
    best: tuple[float, Time] | None = None
    for time in found:
        word = tree.at(time.start)
        if word is None or _attributive(tree, time, word):
            continue
        cost = _distance(sentence, time, word, anchor, predicate, place)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, time)
    return None if best is None else best[1]


def _attributive(tree: Tree, time: Time, word: int) -> bool:
    """Whether a year describes a noun (`the 2009 coup`) and no claim."""
    last = tree.at(time.end - 1)
    if last is None:
        return True
    if time.value is not None and (time.value.count("-") == 2 or "/" in time.value):
        return False
    noun = tree[last + 1] if last + 1 < len(tree) else None
    if word == last and noun is not None and _of_named(tree, word, noun):
        return True
    led = time.prep_start < time.start and " the " not in tree.text[time.prep_start : time.start]
    if led and noun is not None and noun.tag in ("NNP", "NNPS"):
        return False  # "In 2015 San Marcos recorded …"
    opening = tree.at(time.prep_start)
    if led and opening == 0 and noun is not None and noun.dep in ("nsubj", "nsubjpass"):
        return False  # "In 2020 police recorded …", where the parse gives the year to the noun
    if (
        noun is not None
        and noun.is_noun
        and noun.start <= time.end + 1
        and not tree.text[time.start : time.end].endswith(("census", "survey"))
    ):
        return tree[last].dep in ("compound", "nummod", "amod", "nmod", "poss") or tree[last].head == noun.i
    return noun is not None and noun.tag == "POS" and word == last and not _of_days_event(tree, word)


def _of_days_event(tree: Tree, day: int) -> bool:
    """Whether a day owns what happened on it: `won nine seats in Sunday's election`, but `in last year's table`."""
    prep = tree[max(0, day - 1)]
    event = tree[day + 2].lower in table("times")["events"]["nouns"] if day + 2 < len(tree) else False
    of_deed = prep.lower in ("in", "at", "during") and (event or not tree.head(prep.i).is_noun)
    return of_deed and tree[day].lower in table("times")["weekdays"]


def _of_named(tree: Tree, year: int, name: Word) -> bool:
    """Whether a year stands between an article and a name: `similar to the 2001 United Kingdom outbreak`."""
    article = year > 0 and tree[year - 1].lower in ("the", "a", "this", "its", "their")
    return article and name.tag in ("NNP", "NNPS") and tree[year - 2].lower not in ("in", "during", "of")


def _clause(sentence: Sentence, i: int) -> int | None:
    verb = sentence.clause_verb(i)
    return verb.i if verb is not None else None


def _distance(
    sentence: Sentence, time: Time, word: int, anchor: int, predicate: int | None, place: int
) -> float | None:
    """How far a time lies from a claim, in the text and in the tree; None where it is surely none of its own."""
    tree = sentence.tree
    verb = predicate if predicate is not None else _clause(sentence, anchor)
    if verb is not None and (_of_telling(tree, time, word, verb, anchor) or _told_by_event(tree, verb, word)):
        return None
    if _in_absolute(sentence, anchor, word) or _of_event(tree, anchor, word) or _on_period(tree, time):
        return None
    lead = tree.at(time.prep_start)
    since = lead is not None and tree[lead].dep == "mark" and tree[lead].lower == "since"
    hung = tree[lead].head if since and lead is not None else word  # "since she took office"
    top = next((above for above in tree.ancestors(hung) if above.is_verb), None)
    cost = _between(sentence, time, anchor, place) + _of_words(sentence, time, anchor)
    if top is not None and verb is not None and top.i != verb:
        cost += _over_clauses(sentence, time, top, verb, anchor, word)
    return cost if cost < _FARTHEST else None


def _between(sentence: Sentence, time: Time, anchor: int, place: int) -> float:
    """What lies between a claim and a time: characters, other numbers, joints of clauses."""
    tree = sentence.tree
    first, last = min(place, time.start), max(place, time.start)
    cost = (last - first) / 40 + int(time.start < place)
    own = sentence.at(anchor)
    if own is not None and 0 <= time.prep_start - own.quantity.end <= 1:
        cost -= 3
    cost += 4 * any(joint in tree.text[first:last] for joint in _APART)
    others = (one for one in sentence.quantities if anchor not in one)
    return cost + sum(1 for one in others if first < one.quantity.start < last)


def _of_words(sentence: Sentence, time: Time, anchor: int) -> float:
    """What the words of a time, and those before it, cost: of one that another number or a record is told with."""
    text = sentence.tree.text
    led = text[time.prep_start : time.start].lower()
    cost = 2.0 * (text[time.start : time.end].lower() in table("times")["faint"]["words"])
    cost += 4 * (_EARLIER.search(text[time.prep_start : time.end]) is not None)
    cost += 6 * (_HELD.search(text[max(0, time.prep_start - 16) : time.prep_start]) is not None)
    cost += 5 * _of_other_number(sentence, time, anchor) + 3 * led.startswith("within ")
    record = time.relation == TimeRelation.SINCE and _record_before(sentence.tree, time)
    return cost + 8 * record  # "the fewest since December 1969"


def _record_before(tree: Tree, time: Time) -> bool:
    """Whether a superlative stands before a time, in the same phrase: `the biggest loss since December 1969`."""
    end = tree.at(time.prep_start) or 0
    for word in reversed(tree.words[max(0, end - _RECORD) : end]):
        if word.text in (",", ".", ";"):
            return False
        if word.tag in ("JJS", "RBS") or word.lower in ("most", "worst", "best", "least", "first"):
            return True
    return False


def _over_clauses(sentence: Sentence, time: Time, top: Word, verb: int, anchor: int, word: int) -> float:
    """What it costs a time that it hangs on another verb than the claim's."""
    tree = sentence.tree
    last = tree.at(time.end - 1)
    if last is not None and tree[last].dep == "nsubj" and tree[last].head == top.i and top.i < anchor:
        return 0  # "This year sees $150 million allocated"
    if (
        top.dep == "acl"
        and top.tag == "VBN"
        and top.i < word
        and anchor <= top.head
        and top.head in tree.subtree(anchor)
    ):
        return 0  # "one in seven cars sold last year"
    cost = _of_other_clause(sentence, top, verb, anchor, word) + 6 * _of_clause_before(tree, time, top, verb, word)
    if _when(tree, top.i, verb):
        return cost - 2  # "were killed when a shaft collapsed on Tuesday"
    cost += 3 if _joined(tree, top.i, verb) else 6
    clause = tree[verb]
    while clause.dep == "conj" and tree[clause.head].tag == "VBN":
        clause = tree[clause.head]
    relative = clause.dep == "relcl" or (clause.dep == "acl" and clause.tag == "VBN")
    planned = clause.dep == "acl" and clause.tag == "VB" and tree.head(clause.i).dep in ("nsubj", "nsubjpass")
    return cost + 4 * ((relative or planned) and word not in tree.subtree(clause.i))


def _on_period(tree: Tree, time: Time) -> bool:
    """Whether a time is what something is up or down on: `a rise of 12 per cent on 2023`, `up 8 on last month`."""
    shown = tree.text[time.start : time.end].lower()
    year = "year" in shown or (time.value is not None and len(time.value) == 4) or _LAST.match(shown) is not None
    return year and tree.text[time.prep_start : time.start].lower().startswith("on ")


def _when(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a clause tells by `when` what happened as the verb did."""
    opened = any(child.lower == "when" for child in tree.children(clause))
    return opened and tree[clause].dep == "advcl" and tree.head(clause).i == verb and clause > verb


def _in_absolute(sentence: Sentence, anchor: int, word: int) -> bool:
    """Whether a time stands in a phrase behind the claim: `2,000 are registered, with 400 granted since October`."""
    opened = absolutes.opening(sentence, word)
    return opened is not None and opened > anchor


def _told_by_event(tree: Tree, claim_verb: int, word: int) -> bool:
    """Whether a claim only says before or behind what the sentence's deed lay: `reopened today, after telling 140`."""
    for clause in (tree[claim_verb], *tree.ancestors(claim_verb)):
        opened = tree.head(clause.i) if clause.dep == "pcomp" else tree.child(clause.i, "mark")
        if opened is not None and opened.lower in ("after", "before", "until", "once"):
            return word not in tree.subtree(clause.i)
    return False


def _event_before(tree: Tree, i: int) -> int | None:
    """The preposition that brings word `i` in a change that lay before: `rose 1%, after a rise of 3% in the first`."""
    for above in tree.ancestors(i):
        if above.is_verb:
            return None
        if above.lower in ("after", "following") and above.dep == "prep":
            event = tree.child(above.i, "pobj")
            return above.i if event is not None and tree.lemma(event.i) in change_nouns() else None
    return None


def _of_event(tree: Tree, anchor: int, word: int) -> bool:
    """Whether of a claim and a time one belongs to a change before, the other to the verb behind which that lay."""
    claimed, timed = _event_before(tree, anchor), _event_before(tree, word)
    return claimed != timed and (claimed is None or word < claimed)


def _of_other_number(sentence: Sentence, time: Time, anchor: int) -> bool:
    """Whether a time belongs to a number that another one is held against: `up from 4,500 in 2021`."""
    if _before_next_number(sentence, time, anchor):
        return True
    for located in sentence.quantities:
        beside = 0 <= time.prep_start - located.quantity.end <= 1
        if beside and anchor not in located:
            return _held_against(sentence, located)
    return False


def _held_against(sentence: Sentence, located: Located) -> bool:
    """Whether another number is held against one, or against the one before that it is joined to."""
    before, mark = sentence.before(located), sentence.word(located.first - 1)
    if mark in ("and", ",") and before is not None and located.first - before.last <= _JOINED:
        return _held_against(sentence, before)  # "against 290 a year earlier and 410 in 2019"
    return located.first > 0 and mark in ("from", "against", "than", "to", "with")


def _before_next_number(sentence: Sentence, time: Time, anchor: int) -> bool:
    """Whether a time opens what is told of another number than the claim's: `…, in 2022 only 8,000 tonnes`."""
    tree = sentence.tree
    first, last = tree.at(time.prep_start), tree.at(time.end - 1)
    if first is None or last is None or first == 0 or anchor > last or tree[first - 1].lower not in (",", "and", ";"):
        return False
    behind = last + 1
    while sentence.word(behind) in table("nouns")["gaps"]["focus"]:
        behind += 1
    following = sentence.at(behind)
    return following is not None and following.first == behind


def _of_other_clause(sentence: Sentence, top: Word, claim_verb: int, anchor: int, word: int) -> float:
    """What it costs a time that its verb's clause says something else: `a record that had stood since 1998`."""
    tree = sentence.tree
    described = top.dep == "acl" and top.tag == "VBN"
    if described and tree[claim_verb].dep == "conj" and tree[claim_verb].head == top.i and word < claim_verb:
        return 6  # "a weekly founded in 1911 and read by 60,000 people"
    if anchor in tree.subtree(top.i):
        return 0
    apart = described and tree[top.i - 1].text == "," and tree[top.head].dep in ("nsubj", "nsubjpass")
    if apart and word > top.i and tree[top.head].head == claim_verb:
        return 6  # "The company, founded in 1994, has 12 offices"
    told = top.dep == "ccomp" and top.head == claim_verb and word < claim_verb
    if told and tree.child(top.i, "nsubj") is not None and tree.lemma(claim_verb) not in table("verbs")["saying"]:
        return 6  # "Following warnings that a plague is coming this spring, the state has allocated $3 million"
    foreseen = top.dep in ("ccomp", "xcomp") and top.head == claim_verb < word
    if foreseen and tree.child(top.i, "nsubj") is not None and tree.lemma(claim_verb) in table("verbs")["expecting"]:
        return 6  # "A third of farmers expect conditions to worsen in the coming year"
    told_of = tree[top.head].tag == "JJ" or (tree[top.head].tag in ("VBN", "VBD") and tree[top.head].dep == "acl")
    ahead = top.dep == "xcomp" and told_of and tree[top.head].dep in ("amod", "acl", "relcl")
    if ahead and claim_verb < top.head:
        return 6  # "three vessels, due to enter the trade by June", "soldiers believed to have died in 1942"
    inside = anchor in tree.subtree(top.head) or top.head in tree.subtree(anchor)
    if described and not inside and anchor < top.head and tree[top.head].tag != "VBN":
        return 5  # "188 millimetres, breaking the record of 171 set in 1974"
    opened = {child.lower for child in tree.children(top.i)}
    if _of_reason(tree, top) or _of_deed_before(tree, top, claim_verb):
        return 6
    if top.dep == "relcl" and not opened.isdisjoint(("which", "that", "who", "where", "whose")):
        return 6
    participle = top.dep == "advcl" and top.tag in ("VBG", "VBN")
    if participle and opened.isdisjoint(("when", "as", "after", "before", "since", "until")):
        return 4  # "Having trebled between 2015 and 2022, the number has levelled off"
    while top.dep in ("pcomp", "xcomp", "acomp", "prep"):
        top = tree.head(top.i)  # "… and they're frightened of jeopardising their sales this year"
    own = any(child.dep in ("aux", "nsubj", "nsubjpass") for child in tree.children(top.i))
    return 4 if top.dep == "conj" and own and claim_verb < top.i and anchor < word else 0


def _of_deed_before(tree: Tree, verb: Word, claim_verb: int) -> bool:
    """Whether a verb tells of what lay before the claim: `was jailed for 3 years after being caught in May`."""
    for below in (verb, *tree.ancestors(verb.i)):
        if below.i == claim_verb:
            return False
        if below.dep == "pcomp" and tree.head(below.i).lower == "after":
            return True
    return False


def _of_reason(tree: Tree, verb: Word) -> bool:
    """Whether a verb is of a clause that tells why, or what else: `because it rose`, `although it was dry`."""
    clause = tree.head(verb.i) if verb.dep == "xcomp" and tree.child(verb.i, "aux") is not None else verb
    mark = tree.child(clause.i, "mark")
    if clause.dep != "advcl" or mark is None:
        return False
    return mark.lower in table("times")["apart"]["marks"] or (
        clause.i != verb.i and tree.child(clause.i, "nsubj") is not None
    )


def _of_clause_before(tree: Tree, time: Time, verb: Word, claim_verb: int, word: int) -> bool:
    """Whether a time closes a clause to which the claim's is joined, where their tenses or a further word part them.

    `are down since 2002 and 40 per cent run at a loss`; `was founded in 1922 and makes 6,000 a year`; `was opened in
    May and will treat 300`; `leave tomorrow and eventually 2 million tonnes will go by rail`.
    """
    told = tree[claim_verb]
    while told.dep in ("pcomp", "xcomp", "acomp", "prep"):
        told = tree.head(told.i)
    if told.dep != "conj" or not told.head == verb.i < word < told.i:
        return False
    subject = tree.child(told.i, "nsubj", "nsubjpass")
    since = time.relation == TimeRelation.SINCE and subject is not None and word < subject.i
    led = any(child.dep in ("aux", "auxpass") for child in tree.children(told.i))
    past = any(one.tag == "VBD" for one in (verb, *tree.children(verb.i)) if one.i <= verb.i)
    ahead = any(one.tag == "MD" and one.dep == "aux" for one in tree.children(told.i))
    gone_on = any(tree[k].lower in table("times")["sequels"]["words"] for k in range(word + 1, told.i))
    since = since or (told.tag in ("VBZ", "VBP") and verb.tag in ("VBN", "VBD") and not led)
    modal = any(one.tag == "MD" and one.dep == "aux" for one in tree.children(verb.i))
    now = modal and told.tag in ("VBZ", "VBP") and not led  # "will run until Friday and carries 180 people"
    return since or gone_on or now or (past and ahead)


def _of_telling(tree: Tree, time: Time, word: int, claim_verb: int, anchor: int) -> bool:
    """Whether a time tells when something was said: `told reporters on Tuesday that …`, `…, it said in May`."""
    saying = table("verbs")["saying"]
    top = next((above for above in tree.ancestors(word) if above.is_verb), None)
    if top is not None and _to_be_told(tree, top, claim_verb):
        return True
    published = top is not None and top.tag == "VBN" and top.dep == "acl" and top.i != claim_verb
    if published and top is not None and tree.lemma(top.i) in table("verbs")["publishing"]:
        return True
    if top is None or tree.lemma(top.i) not in saying or top.i == claim_verb:
        return _before_report(tree, time, word, claim_verb, saying)
    aside = top.i + 1 < len(tree) and tree[top.i + 1].text == ","
    return not (top.i < anchor < word) if word > top.i else not (aside and word < anchor)


def _to_be_told(tree: Tree, verb: Word, claim_verb: int) -> bool:
    """Whether a verb says that a claim is yet to be told: `is today expected to confirm that 400 jobs will go`."""
    above = [tree[claim_verb], *tree.ancestors(claim_verb)]
    clause = next((one for one in above if one.dep == "ccomp"), None)
    teller = None if clause is None else tree.head(clause.i)
    told = teller is not None and teller.tag == "VB" and tree.lemma(teller.i) in table("verbs")["saying"]
    return told and teller is not None and teller.dep == "xcomp" and teller.head == verb.i


def _before_report(tree: Tree, time: Time, word: int, claim_verb: int, saying: list[str]) -> bool:
    """Whether a time between a verb of saying and the clause that it reports was parsed into that clause."""
    verbs = [tree[claim_verb], *tree.ancestors(claim_verb)]
    clause = next((verb for verb in verbs if verb.is_verb and verb.dep == "ccomp"), tree[claim_verb])
    teller = tree.head(clause.i)
    subject = tree.child(clause.i, "nsubj", "nsubjpass")
    reported = clause.dep == "ccomp" and tree.lemma(teller.i) in saying
    year = time.value is not None and time.value[:4].isdigit() and len(time.value) == 4
    told_now = teller.tag in ("VBZ", "VBP")  # "says last year exports were …"
    if not reported or told_now or subject is None or year or not teller.i < word < subject.i:
        return False
    return not any(tree[k].lower in ("that", ",") for k in range(teller.i, word))


def _joined(tree: Tree, one: int, other: int) -> bool:
    """Whether one verb governs the other through auxiliaries, infinitives or coordination."""
    chain = {one, *(word.i for word in tree.ancestors(one))}
    other_chain = {other, *(word.i for word in tree.ancestors(other))}
    return one in other_chain or other in chain
