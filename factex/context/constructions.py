"""Constructions that tell what a number belongs to: `home to 5 million`, `the 1,200 people it employs`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.links import link
from factex.claims.sentence import is_proportion
from factex.context.absolutes import noun_of, opening
from factex.context.holders import Arguments, is_property, phrase, set_subject, split
from factex.context.relatives import relative_antecedent
from factex.context.subjects import SUBJECTS, subject_of
from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

DASHES = frozenset(("-", "–", "—"))
_FOCUS = ("another", "a", "only", "just", "further")


def by_construction(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """Fills subject, measure and predicate where one of the constructions is found, and tells whether one was."""
    constructions = (
        _told_beside, _owned, _small_clause, _lasted, _home_to, _worth, _sized, _in_absolute,
        _between_measure_and_thing, _had, _far_from, _bracketed, _opening_description, _passive_gap,
    )  # fmt: skip
    return any(tell(sentence, located, found) for tell in constructions)


def put_at(sentence: Sentence, located: Located, verb: int, found: Arguments) -> bool:
    """`Police put the crowd at 8,000`, `the organisers spoke of 25,000`: what is put there; the subject says so."""
    tree = sentence.tree
    verbs = table("verbs")
    told = (verbs["reckoning"] | verbs["about_object"]).get(tree.lemma(verb))
    prepositions = [told] if isinstance(told, str) else told or []
    if sentence.word(located.first - 1) not in prepositions:
        return False
    thing = tree.child(verb, "dobj")
    if thing is None:
        found.predicate = verb
        other = next((word for word in tree.words[:verb] if tree.lemma(word.i) in verbs and word.is_verb), None)
        thing = None if other is None or "of" not in prepositions else tree.child(other.i, "dobj")
        if thing is not None and thing.is_noun:
            split(sentence, thing.i, found)  # "put the damage at €90 million, whereas insurers spoke of €35 million"
        return "of" in prepositions
    relative = relative_antecedent(sentence, thing.i) if thing.tag in ("WDT", "WP") else None
    if relative is not None and relative not in sentence.stop:
        found.predicate = verb
        split(sentence, relative, found)  # "His fortune, which Forbes puts at $14 billion"
        return True
    named = thing.is_noun or thing.tag == "PRP"
    if not named or not verb < thing.i < located.first or thing.i in located:
        return False
    found.predicate = verb
    split(sentence, thing.i, found)
    return True


def _small_clause(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`This spring sees £40 million set aside for it`: what is done to the number."""
    tree = sentence.tree
    verb = sentence.verb_before(located.first)
    done = tree[located.last] if located.last < len(tree) else None
    if verb is None or done is None or done.tag != "VBN" or located.first - verb.i > 3:
        return False
    if tree.lemma(verb.i) not in table("verbs")["with_result"]:
        return False
    if tree.lemma(verb.i) == "keep" and sentence.word(done.i + 1) in ("to", "by", "from", "with", "about"):
        return False  # "keeps 19,380 letters written to the poet"
    found.predicate = done.i
    return True


def _told_beside(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`and an error rate around 2%`: the property right before its number, joined to what else is told."""
    noun = located.first - 1
    if noun < 1 or noun in sentence.stop or located.attributive or not is_property(sentence, noun):
        return False
    first = phrase(sentence, noun)[0]
    article = sentence.word(first - 1) in ("a", "an")
    led = article and sentence.word(first - 2) in ("and", ",", "with", "plus", "including")
    if not led or sentence.tree[noun].dep in SUBJECTS:
        return False
    found.measure = (first, noun + 1)
    return True


def _owned(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`second only to Greece's 160 percent`: who owns the number right behind, of the measure that is told before."""
    tree, unit, mark = sentence.tree, located.quantity.unit, located.first - 1
    measured = unit is None or unit.kind in (UnitKind.PERCENT, UnitKind.CURRENCY, UnitKind.COMPOUND, UnitKind.PHYSICAL)
    owner = tree[max(0, mark - 1)]
    named = (
        mark > 0 and tree[mark].tag == "POS" and owner.tag in ("NNP", "NNPS") and owner.label not in ("DATE", "TIME")
    )
    closed = sentence.word(located.last) in (",", ".", ";", "in", "on", "and", "")
    if not named or not measured or located.attributive or not closed:
        return False
    set_subject(sentence, owner.i, found)
    return found.subject is not None


def _lasted(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`After two years of planning, it dropped the plan`: what lasted so long stands behind, nobody had it."""
    unit = located.quantity.unit
    lasting = unit is not None and unit.kind is UnitKind.TIME and sentence.word(located.last) == "of"
    noun = sentence.nouns_after(located.last + 1, 4) if lasting else None
    if noun is None or sentence.word(located.first - 1) not in table("measurement")["lasting"]["prepositions"]:
        return False
    verb = sentence.clause_verb(located.head)
    found.predicate = None if verb is None else verb.i
    return True


def _home_to(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Greater Accra, home to 5.4 million people`, `China is home to …`: whose home it is."""
    tree = sentence.tree
    k = located.first - 1
    if sentence.word(k) != "to" or sentence.word(k - 1) != "home":
        return False
    verb = sentence.clause_verb(k - 1)
    if sentence.word(k - 2) == "," and tree[k - 3].is_noun:
        set_subject(sentence, k - 3, found)
    elif verb is not None and verb.i < k:
        found.predicate = verb.i
        subject = subject_of(sentence, verb.i)
        if subject is not None:
            set_subject(sentence, subject.i, found)
    return found.subject is not None


def _worth(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`two scanners worth $270,000`: the noun before `worth`."""
    tree = sentence.tree
    k = located.first - 1
    while k > 0 and tree[k].tag == "RB":
        k -= 1
    if k < 1 or sentence.word(k) != "worth":
        return False
    noun = k - 1
    if sentence.word(noun) == ",":
        noun = _told_of_apart(sentence, noun)
        bare = is_property(sentence, noun) and tree.child(noun, "poss") is None
        found.apart = bare  # "Exports, worth £9 million, are forecast to fall"
        (split if bare else set_subject)(sentence, noun, found)
        return found.subject is not None or found.measure is not None
    while noun > 0 and tree[noun].label == "DATE":
        noun -= 1
    over_time = noun < k - 1 and tree[noun].dep == "pobj"  # "were sold to Oman last year worth $10 million"
    if over_time or not tree[noun].is_noun:
        return False
    above, bodies = tree.head(noun), table("measurement")["bodies"]["nouns"]
    if tree[noun].label in table("places")["labels"] and above.i == noun - 1 and tree[max(0, noun - 2)].is_noun:
        noun -= 2 * (above.dep == "prep")  # "two orders from Peru worth £9 million"
    elif tree[noun].dep == "pobj" and above.lower == "of" and is_property(sentence, above.head):
        split(sentence, above.head, found)  # "Exports of goods worth $4 billion"
        return True
    elif tree[noun].dep == "pobj" and above.lower == "of" and tree.lemma(above.head) in bodies:
        noun = above.head  # "a load of figs worth $2 million"
    set_subject(sentence, noun, found)
    return found.subject is not None


def _told_of_apart(sentence: Sentence, comma: int) -> int:
    """`two deals with Oman, worth £4m`, `The firm, worth £2bn, …`: the noun that a phrase behind a comma tells of."""
    tree = sentence.tree
    noun = comma - 1
    while tree[noun].dep == "pobj" and tree.head(noun).dep in ("prep", "agent"):
        above = tree.head(tree.head(noun).i)
        if above.is_verb:
            thing = tree.child(above.i, "dobj", "nsubjpass")
            return noun if thing is None or thing.i > comma else thing.i
        if not above.is_noun or above.i in sentence.stop:
            break
        noun = above.i
    return noun


def _sized(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`stands on a column 22 metres high`, `A rock 60 metres wide will pass`: the noun right before its size."""
    tree = sentence.tree
    noun = located.first - 1
    unit = located.quantity.unit
    size = sentence.word(located.last) in (*table("measurement")["sizes"]["words"], "across")
    if size and unit is not None and unit.dimension == "[length]" and _describes_subject(sentence, located, found):
        return True
    if noun < 1 or unit is None or unit.dimension != "[length]" or not tree[noun].is_noun:
        return False
    if sentence.word(noun - 1) in ("no", "any"):
        return False  # "was at no point more than 30 centimetres deep"
    if not size or noun in sentence.stop:
        return False
    first = tree.noun_phrase(noun, sentence.stop)[0]
    while first > 0 and tree[first - 1].tag == "DT":
        first -= 1
    if first == 0 or tree[first - 1].tag not in ("IN", "VBD", "VBZ", "VBN", "VB", "VBG", "RP"):
        return False
    set_subject(sentence, noun, found)
    return found.subject is not None


def _describes_subject(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """Whether a size stands between a subject and its verb: `The bridge, 12 km long and 40 metres wide, will open`."""
    tree = sentence.tree
    size = tree[located.last]
    size = tree.head(size.i) if size.dep == "conj" else size
    noun = tree.head(size.i)
    described = size.dep in ("amod", "acl") and noun.i < located.first and noun.dep in SUBJECTS and noun.head > size.i
    if not described or noun.i in sentence.stop:
        return False
    set_subject(sentence, noun.i, found)
    return found.subject is not None


def _in_absolute(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`with prices well below $400`, `with 120,000 visitors passing through`: the phrase's own noun and verb."""
    tree = sentence.tree
    k = located.first - 1
    while sentence.word(k) in _FOCUS:
        k -= 1
    if sentence.word(k) == "with" or (sentence.word(k) in DASHES and tree[k - 1].end < tree[k].start):
        participles = [
            k
            for k in range(located.last, min(located.last + 3, len(tree)))
            if tree[k].tag in ("VBG", "VBN") and link(sentence.words(k, k + 3)) is None
        ]  # but "copes with 12 players, compared with 20"
        passive = len(participles) > 1 and sentence.word(participles[0]) == "being"
        if participles and participles[0] <= located.last + 1:
            found.predicate = participles[1 if passive else 0]
            return True
        if sentence.word(located.last) == "to" and located.last + 1 < len(tree) and tree[located.last + 1].tag == "VB":
            found.predicate = located.last + 1  # "with 12 to go in the north"
            return True
        likely = sentence.word(located.last) in table("verbs")["adjectives"] and sentence.word(located.last + 1) == "to"
        verbs = [k for k in range(located.last + 2, min(located.last + 4, len(tree))) if tree[k].is_verb]
        if likely and verbs:  # "with a further million tonnes likely to be needed"
            found.predicate = verbs[-1]
            return True
        apart = k == 0 or tree[k - 1].text == ","
        if apart and is_proportion(located) and _in_state(sentence, located.last):
            return True  # "with half the wells in the valley dry": neither of the verb nor of its subject
    opened = opening(sentence, located.first)
    if opened is None or tree[located.head].dep in SUBJECTS:
        return False
    noun = noun_of(sentence, opened, located.first)
    if noun is None:
        return False
    if any(tree[k].is_verb for k in range(noun, located.first)):
        return False
    split(sentence, noun, found)
    subject = _main_subject(sentence, opened) if sentence.word(located.first - 1) == "of" else None
    if found.subject is None and found.measure is not None and subject is not None:
        set_subject(sentence, subject.i, found)  # "The pit shut, with the loss of 900 posts"
    return True


def _main_subject(sentence: Sentence, opened: int) -> Word | None:
    """The thing that a clause before an absolute phrase speaks of; no time, nor who says so."""
    tree = sentence.tree
    verb = tree.head(opened)
    if not verb.is_verb or verb.i > opened or tree.lemma(verb.i) in table("verbs")["saying"]:
        return None
    subject = subject_of(sentence, verb.i)
    timed = subject is not None and subject.lower in table("times")["units"]["nouns"]
    return subject if subject is not None and subject.is_noun and not timed else None


def _in_state(sentence: Sentence, i: int) -> bool:
    """Whether the phrase behind word `i` says in what state its part is: `of it dry`, `already in the ground`."""
    tree = sentence.tree
    phrase = list(itertools.takewhile(lambda word: word.text not in (",", ";", ".", ":"), tree.words[i:]))
    if any(word.is_verb for word in phrase):
        return False
    described = len(phrase) > 1 and phrase[-1].tag == "JJ" and phrase[-2].is_noun
    return described or any(word.lower in table("share")["states"] for word in phrase)


def _had(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`the half million dollars it needs`, `the 1,200 people it employs`: the clause behind tells of the number."""
    tree = sentence.tree
    pronoun = located.last
    if sentence.word(located.first - 1) != "the" or pronoun + 1 >= len(tree) or tree[pronoun].tag != "PRP":
        return False
    behind = tree.words[pronoun + 1 : pronoun + 5]
    verb = next((word.i for word in behind if word.is_verb and word.dep not in ("aux", "auxpass")), None)
    if verb is None or any(not (word.is_verb or word.tag in ("MD", "RB")) for word in tree.words[pronoun + 1 : verb]):
        return False
    set_subject(sentence, pronoun, found)
    found.predicate = verb
    return True


def _bracketed(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`the backlog, 1,300 in May, is expected to …`: a number between commas behind what it tells of."""
    tree = sentence.tree
    leads = ("at", *table("verbs")["present_adverbs"])  # "The herd, at 8.7 million cows, is …"
    at = int(sentence.word(located.first - 1) in leads)
    at = 2 if sentence.words(located.first - 2, located.first) == ["at", "present"] else at
    noun = located.first - 2 - at
    if noun < 0 or sentence.word(noun + 1) != "," or not tree[noun].is_noun or noun in sentence.stop:
        return False
    if located.attributive or sentence.word(located.first - 1 - at) != ",":
        return False
    end = next((k for k in range(located.last, min(located.last + 10, len(tree))) if tree[k].text == ","), None)
    if end is None or end + 1 >= len(tree) or any(tree[k].is_verb for k in range(located.last, end)):
        return False
    after = tree[end + 1]
    if not (after.tag in FINITE_TAGS or (after.tag == "RB" and tree[min(end + 2, len(tree) - 1)].tag in FINITE_TAGS)):
        return False
    others = (one for one in sentence.quantities if located.last <= one.first < end)
    if any(sentence.word(one.first - 1) != "(" for one in others):  # but "roughly 90 metres (295 feet) across"
        return False
    unit = located.quantity.unit
    if unit is not None and unit.kind is UnitKind.AGE:
        return False
    above = tree.head(tree[noun].head)
    if tree[noun].dep == "pobj" and not is_property(sentence, noun) and is_property(sentence, above.i):
        noun = above.i  # "Rainfall in the catchment, at 412 mm since October, is …"
    if sentence.word(located.last) in table("measurement")["sizes"]["words"]:
        while tree[noun].dep == "pobj" and tree.head(tree.head(noun).i).is_noun:
            noun = tree.head(tree.head(noun).i).i  # "The runway at Skarne airport, currently 3,100 metres long,"
    split(sentence, noun, found)
    found.apart = True
    return True


def _far_from(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Scotts Reef, 250 kilometres off the coast`, `a road 15 kilometres from Condobolin`: how far a place lies."""
    tree = sentence.tree
    unit = located.quantity.unit
    apart = table("places")["distances"]["words"]
    side = located.last + 2 if sentence.words(located.last, located.last + 2) == ["to", "the"] else located.last
    if unit is None or unit.dimension != "[length]" or sentence.word(side) not in apart:
        return False
    noun = located.first - (2 if sentence.word(located.first - 1) == "," else 1)
    if noun < 0 or not tree[noun].is_noun or noun in sentence.stop:
        return False
    while tree[noun].dep == "pobj" and tree.head(noun).lower == "of" and tree.head(tree.head(noun).i).is_noun:
        noun = tree.head(tree.head(noun).i).i  # "in the Gulf of Carpentaria, 700 km from Darwin"
    if noun == located.first - 1 and tree[noun].dep in SUBJECTS and tree[noun].head < side:
        return False
    set_subject(sentence, noun, found)
    return found.subject is not None


def _opening_description(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`A baker in the village for 30 years, Ms Lund says`: the description of the subject that opens a sentence."""
    tree = sentence.tree
    end = next((word.i for word in tree.words if word.text == ","), 0)
    opened = tree[0].tag == "DT" and located.last == end and sentence.nouns_after(1, 4) is not None
    if not opened or located.attributive or any(tree[k].is_verb for k in range(end)):
        return False
    subject = sentence.nouns_after(end + 1, 5)
    verb = None if subject is None or subject + 1 >= len(tree) else tree[subject + 1]
    finite = verb is not None and (verb.tag in FINITE_TAGS or verb.tag == "RB")
    named = subject is not None and tree[subject].tag in ("NNP", "NNPS", "PRP")
    if subject is None or not finite or not named or tree[located.first - 1].tag != "IN":
        return False
    set_subject(sentence, subject, found)
    return True


def _passive_gap(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`26 people had been injured and some 700 buildings damaged`: a participle whose auxiliary is told before."""
    tree = sentence.tree
    done, joint = located.last, located.first - 1
    while sentence.word(joint) in _FOCUS:
        joint -= 1
    verb = sentence.verb_before(located.first)
    counted = located.quantity.unit is not None and located.quantity.unit.kind is UnitKind.COUNT
    if not counted or verb is None or done >= len(tree) or tree[done].tag not in ("VBN", "VBD"):
        return False
    if sentence.word(joint) != "and" or tree.child(verb.i, "auxpass") is None or verb.i > done:
        return False
    if done + 1 < len(tree) and not (tree[done + 1].tag in ("IN", "CC", "RB") or tree[done + 1].text in ".,;)”"):
        return False
    found.predicate = done
    return True


def _between_measure_and_thing(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`a magnitude 6.1 earthquake`: the property before the number, the thing behind it."""
    tree = sentence.tree
    measure, thing = located.first - 1, located.last
    if located.quantity.unit is not None or measure < 1 or thing >= len(tree):
        return False
    if tree[measure - 1].tag != "DT" or not is_property(sentence, measure) or not tree[thing].is_noun:
        return False
    set_subject(sentence, thing, found)
    found.measure = (measure, measure + 1)
    found.subject, found.subject_head = (thing, phrase(sentence, thing)[1]), thing
    return True
