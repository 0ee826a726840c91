"""What a quantity belongs to: the noun it describes, the noun before it, or the subject of its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.absolutes import noun_of, opening
from factex.context.holders import (
    SUBJECTS,
    Arguments,
    is_property,
    light_verbs,
    of_verb,
    phrase,
    set_subject,
    split,
    subject_of,
)
from factex.context.respective import respective_to
from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located


def of_quantity(sentence: Sentence, located: Located, found: Arguments) -> None:
    """Looks up the tree from a quantity to what it belongs to."""
    tree = sentence.tree
    own = respective_to(sentence, located) or _gap_subject(sentence, located)
    if own is not None:
        found.predicate = _governor(sentence, located)
        split(sentence, own, found)
        return
    if any(
        tell(sentence, located, found)
        for tell in (_home_to, _in_absolute, _between_measure_and_thing, _had, _far_from, _bracketed)
    ):
        return
    noun = _described(sentence, located) if located.head in located else None
    if noun is not None and tree.lemma(noun) != "worth":
        _describe(sentence, noun, located, found)
        return
    if _apposed(sentence, located, found):
        return
    above = tree.head(located.head)
    prep_at = located.first - 1
    while prep_at > 0 and tree[prep_at].tag == "RB":
        prep_at -= 1  # "a radius of probably 25 kilometres"
    prep = sentence.word(prep_at)
    if (
        prep
        in (
            "of",
            "at",
            "with",
            "in",
            "to",
            "for",
            "from",
            "about",
            "between",
            "by",
            "on",
            "among",
            "after",
            "over",
            "under",
        )
        and located.first >= 2
    ):
        parsed = above if above.i == prep_at else None
        anchor = tree.head(prep_at) if parsed is not None or tree[prep_at].dep == "prep" else None
        before = tree[prep_at - 1]
        held = prep == "of" or (prep == "at" and is_property(sentence, before.i))
        if held and before.is_noun and prep_at - 1 not in sentence.stop:
            anchor = before
        if (
            anchor is not None
            and anchor.is_noun
            and anchor.i not in sentence.stop
            and (
                prep in ("of", "with") or (is_property(sentence, anchor.i) and not (prep == "in" and _counts(located)))
            )
            and not _made_use(sentence, anchor.i)
        ):
            if _paid_out(sentence, anchor.i, located):
                of_verb(sentence, tree.head(anchor.i).i, found)
            else:
                _belonging(sentence, anchor.i, found)
            return
    verb = _governor(sentence, located)
    if verb is None:
        _verbless(sentence, located, found)
        return
    if _inside_noun(sentence, located, verb):
        return
    if _put_at(sentence, located, verb, found):
        return
    counted = located.quantity.unit is None or located.quantity.unit.kind in (UnitKind.COUNT, UnitKind.COMPOUND)
    as_subject = _is_subject_of(sentence, located, verb)
    found.predicate = verb
    if as_subject:
        return
    thing = tree.child(verb, "dobj")
    if (
        thing is not None
        and thing.i not in sentence.stop
        and is_property(sentence, thing.i)
        and thing.i < located.first
        and not counted
    ):
        split(sentence, thing.i, found)
        if found.subject is None:
            subject = subject_of(sentence, verb)
            if subject is not None:
                set_subject(sentence, subject.i, found)
        return
    of_verb(sentence, verb, found)


def _in_absolute(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`with prices well below $400 a bale`, `with 120,000 visitors passing through`: the phrase's own noun and participle."""
    tree = sentence.tree
    focus = sentence.word(located.first - 1) in ("another", "a", "only", "just", "further")
    if sentence.word(located.first - (2 if focus else 1)) == "with":
        participles = [
            k for k in range(located.last, min(located.last + 3, len(tree))) if tree[k].tag in ("VBG", "VBN")
        ]
        passive = len(participles) > 1 and sentence.word(participles[0]) == "being"
        if participles and participles[0] <= located.last + 1:
            found.predicate = participles[1 if passive else 0]
            return True
    opened = opening(sentence, located.first)
    if opened is None or tree[located.head].dep in SUBJECTS:
        return False
    noun = noun_of(sentence, opened, located.first)
    if noun is None:
        return False
    if any(tree[k].is_verb for k in range(noun, located.first)):
        return False
    split(sentence, noun, found)
    return True


def _gap_subject(sentence: Sentence, located: Located) -> int | None:
    """`Oduya won eleven medals and Petrovar six`, `cooks for 400 pupils and Mensa for 275`: who has the next number.

    The noun stands right before the number, or before the preposition that the number before has too; the verb is told
    before, and the unit is the same or left out.
    """
    tree = sentence.tree
    before = sentence.before(located)
    if before is None or before.attributive or located.attributive:
        return None
    units = [one.quantity.unit for one in (before, located)]
    if units[1] is not None and (units[0] is None or units[0].name != units[1].name):
        return None
    k = located.first - 1
    if k > before.last and sentence.word(k) == sentence.word(before.first - 1) and tree[k].tag in ("IN", "TO"):
        k -= 1
    if k < 1 or not (tree[k].is_noun or tree[k].lower in ("those", "that")) or k in sentence.stop:
        return None
    first = tree.noun_phrase(k, sentence.stop)[0]
    opened = sentence.word(first - 1) in ("and", ",", ";", "while") or (
        sentence.word(first - 1) in _OPENERS and sentence.word(first - 2) in ("and", ",", ";", "while")
    )
    verbless = not any(tree[i].is_verb for i in range(first, located.first))
    return k if opened and verbless and first > before.last - 1 and not is_property(sentence, k) else None


_OPENERS = frozenset(("the", "its", "their", "his", "her", "our"))


def _put_at(sentence: Sentence, located: Located, verb: int, found: Arguments) -> bool:
    """`Police put the crowd at 8,000`, `the organisers spoke of 25,000`: what is put there; the subject says so."""
    tree = sentence.tree
    preposition: str | None = table("verbs")["reckoning"].get(tree.lemma(verb))
    if preposition is None or sentence.word(located.first - 1) != preposition:
        return False
    thing = tree.child(verb, "dobj")
    if thing is None:
        found.predicate = verb
        return preposition == "of"
    if not thing.is_noun or not verb < thing.i < located.first or thing.i in sentence.stop:
        return False
    found.predicate = verb
    split(sentence, thing.i, found)
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


def _governor(sentence: Sentence, located: Located) -> int | None:
    tree = sentence.tree
    word = tree[located.head]
    if located.first <= word.head < located.last and word.head != located.head:
        word = tree[word.head]
    for above in tree.ancestors(word.i):
        if above.is_verb and above.i not in located:
            return above.i if above.i not in sentence.stop else None
    root = tree[located.head]
    if root.head == root.i:
        verb = next((child for child in tree.children(root.i) if child.is_verb and child.dep in ("acl", "relcl")), None)
        if verb is not None:
            return verb.i
    return None


def _inside_noun(sentence: Sentence, located: Located, verb: int) -> bool:
    """Whether a counted noun stands in a phrase of another noun: `the accounts of 212 customers`."""
    unit = located.quantity.unit
    if unit is None or unit.kind is not UnitKind.COUNT:
        return False
    tree = sentence.tree
    word = tree[located.head]
    if word.dep != "pobj":
        return False
    prep = tree.head(word.i)
    noun = tree.head(prep.i)
    return prep.dep == "prep" and noun.is_noun and noun.i not in sentence.stop and noun.i != verb


def _is_subject_of(sentence: Sentence, located: Located, verb: int) -> bool:
    """Whether the quantity, or a phrase it opens (`hundreds of …`), is the subject of the verb."""
    word = sentence.tree[located.head]
    if word.head == verb or word.dep in SUBJECTS:
        return word.dep in SUBJECTS
    for above in sentence.tree.ancestors(located.head):
        if above.i == verb:
            return False
        if above.dep in SUBJECTS:
            return (
                above.head == verb and above.i >= located.first and (above.i in located or above.i <= located.last + 1)
            )
        if above.dep in ("prep", "pobj") and above.i not in located:
            return False
    if word.dep == "acl" or (word.head == word.i and sentence.tree[verb].dep in ("acl", "relcl")):
        return sentence.tree[verb].head == word.i
    return False


def _described(sentence: Sentence, located: Located) -> int | None:
    """The noun that a quantity stands before as an adjective: `a $150 billion market`, `a 12-storey tower`."""
    tree = sentence.tree
    unit = located.quantity.unit
    counted = unit is not None and unit.kind is UnitKind.COUNT and not located.attributive
    if counted:
        return None
    i = located.last
    if sentence.word(i) in ("-", "old", "high", "long", "wide", "deep", "tall", "thick"):
        i += 1 if sentence.word(i) != "-" else 2
    k, noun = i, None
    while k < len(tree) and k not in sentence.stop:
        word = tree[k]
        if word.is_noun:
            noun = k
        elif (
            noun is not None
            or (word.tag not in ("JJ", "JJR", "JJS", "VBG", "VBN", "HYPH", "RB", "CD") and word.text not in (",", "-"))
        ) or (word.text == "," and not located.attributive):
            break
        k += 1
    if noun is None and located.attributive and k in sentence.stop and sentence.word(i) in (",", ""):
        following = sentence.at(k)
        return _described(sentence, following) if following is not None and following.attributive else None
    if noun is None:
        return None
    if located.attributive:
        return noun
    parsed = any(above.i == noun for above in list(tree.ancestors(located.head))[:3])
    held = located.first > 0 and tree[located.first - 1].tag in ("DT", "PRP$", "POS") and tree[noun].tag == "NN"
    if held and unit is not None and unit.dimension.startswith("[currency]"):
        return noun  # "the Government's $200 a week wage subsidy"
    opened = located.first > 0 and (
        tree[located.first - 1].tag in ("DT", "PRP$", "POS", "JJ") or sentence.word(located.first - 1) == "-"
    )
    return (
        noun
        if parsed
        and (opened or located.last == noun or tree[located.head].dep in ("nummod", "compound", "amod", "nmod"))
        else None
    )


def _describe(sentence: Sentence, noun: int, located: Located, found: Arguments) -> None:
    """A quantity before its noun: a property is the measure, with its owner; anything else the subject."""
    tree = sentence.tree
    if is_property(sentence, noun) and not (
        located.attributive
        and located.quantity.unit is not None
        and located.quantity.unit.kind in (UnitKind.COUNT, UnitKind.TIME, UnitKind.AGE)
    ):
        found.measure = (_after_quantity(located, noun), phrase(sentence, noun)[1])
        owner = tree.child(noun, "poss")
        if owner is not None:
            set_subject(sentence, owner.i, found)
        verb = sentence.clause_verb(noun)
        if verb is not None and tree[noun].dep in ("dobj", "attr") and tree[noun].head == verb.i:
            found.predicate = verb.i
            if found.subject is None:
                subject = subject_of(sentence, verb.i)
                if subject is not None and tree.lemma(verb.i) in light_verbs():
                    set_subject(sentence, subject.i, found)
        return
    last = phrase(sentence, noun)[1]
    if (
        located.quantity.unit is not None
        and located.quantity.unit.kind is UnitKind.AGE
        and noun in range(located.first, located.last)
    ):
        return
    found.subject, found.subject_head = (_after_quantity(located, noun), last), noun


def _after_quantity(located: Located, noun: int) -> int:
    return min(noun, located.last)


def _had(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`the half million dollars it needs`, `the 1,200 people it employs`: the clause behind a known number tells of it."""
    tree = sentence.tree
    pronoun = located.last
    if sentence.word(located.first - 1) != "the" or pronoun + 1 >= len(tree) or tree[pronoun].tag != "PRP":
        return False
    verb = next((k for k in range(pronoun + 1, min(pronoun + 4, len(tree))) if tree[k].is_verb), None)
    if verb is None or any(tree[k].tag not in ("MD", "RB") for k in range(pronoun + 1, verb)):
        return False
    set_subject(sentence, pronoun, found)
    found.predicate = verb
    return True


def _bracketed(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`the backlog, 1,300 in May, is expected to …`: a number between commas behind what it tells of."""
    tree = sentence.tree
    noun = located.first - 2
    if noun < 0 or sentence.word(noun + 1) != "," or not tree[noun].is_noun or noun in sentence.stop:
        return False
    if located.attributive or sentence.word(located.first - 1) != ",":
        return False
    end = next((k for k in range(located.last, min(located.last + 10, len(tree))) if tree[k].text == ","), None)
    if end is None or end + 1 >= len(tree) or any(tree[k].is_verb for k in range(located.last, end)):
        return False
    after = tree[end + 1]
    if not (after.tag in FINITE_TAGS or (after.tag == "RB" and tree[min(end + 2, len(tree) - 1)].tag in FINITE_TAGS)):
        return False
    if sentence.quantities and any(located.last <= one.first < end for one in sentence.quantities):
        return False
    unit = located.quantity.unit
    if unit is not None and unit.kind is UnitKind.AGE:
        return False
    split(sentence, noun, found)
    found.apart = True
    return True


def _far_from(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Scotts Reef, 250 kilometres off the coast`, `a road about 15 kilometres from Condobolin`: how far a place lies."""
    tree = sentence.tree
    unit = located.quantity.unit
    apart = table("places")["distances"]["words"]
    if unit is None or unit.dimension != "[length]" or sentence.word(located.last) not in apart:
        return False
    noun = located.first - (2 if sentence.word(located.first - 1) == "," else 1)
    if noun < 0 or not tree[noun].is_noun or noun in sentence.stop or is_property(sentence, noun):
        return False
    if noun == located.first - 1 and any(child.dep in SUBJECTS and child.i == noun for child in tree.words):
        return False
    set_subject(sentence, noun, found)
    return found.subject is not None


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


def _apposed(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Okafor, 23,`, `adults aged 18 to 65`, `€12.50 ($13.60)`: what stands right before."""
    tree = sentence.tree
    unit = located.quantity.unit
    i = located.first - 1
    if unit is not None and unit.kind is UnitKind.AGE:
        while i >= 0 and (
            tree[i].text in (",", "(") or tree[i].lower in ("aged", "age", "a", "an", "the", "ages", "now", "then")
        ):
            i -= 1
        if i >= 0 and (tree[i].is_noun or tree[i].tag in ("PRP", "DT")):
            located_before = sentence.at(i)
            if located_before is not None:
                if located_before.quantity.unit is not None and located_before.quantity.unit.kind is UnitKind.COUNT:
                    found.subject, found.subject_head = (i, i + 1), i
                return True
            first, last = phrase(sentence, i)
            found.subject, found.subject_head = (first, max(last, i + 1) if last <= located.first else i + 1), i
            return True
        return False
    if i >= 1 and tree[i].text == "(":
        before = sentence.at(i - 1)
        if (
            before is not None
            and before.quantity.unit is not None
            and unit is not None
            and unit.kind is before.quantity.unit.kind
        ):
            sub = Arguments()
            of_quantity(sentence, before, sub)
            found.subject, found.subject_head, found.measure = sub.subject, sub.subject_head, sub.measure
            return True
    if i >= 1 and tree[i].text == ":" and tree[i - 1].is_noun and i - 1 not in sentence.stop:
        split(sentence, i - 1, found)  # "base price: $59995"
        return True
    if (
        i >= 1
        and tree[i].is_noun
        and is_property(sentence, i)
        and i not in sentence.stop
        and (tree[i - 1].text == "(" or i == 0)
    ):
        found.measure = (i, i + 1)  # "Orrin (population 48,210"
        k = i - 2
        if k >= 0 and tree[k].is_noun:
            set_subject(sentence, k, found)
        return True
    return False


def _counts(located: Located) -> bool:
    unit = located.quantity.unit
    return unit is not None and unit.kind is UnitKind.COUNT


def _made_use(sentence: Sentence, noun: int) -> bool:
    """`make better use of 120,000 tonnes of manure`: the noun belongs to the verb."""
    tree = sentence.tree
    verb = tree.head(noun)
    return verb.is_verb and tree.lemma(noun) in table("verbs")["supported"].get(tree.lemma(verb.i), ())


def _paid_out(sentence: Sentence, noun: int, located: Located) -> bool:
    """`levy fines of up to £25 million`, `offered loans of $400`: what somebody does with sums is said of who does it."""
    unit = located.quantity.unit
    money = unit is not None and unit.kind is UnitKind.CURRENCY
    thing = sentence.tree[noun].lower in table("nouns")["things"]
    return money and thing and sentence.tree[noun].dep == "dobj" and sentence.word(located.first - 1) == "of"


def _belonging(sentence: Sentence, noun: int, found: Arguments) -> None:
    """`population of over 1.3 billion`, `a trial of 8,310 adults`: the noun that the number tells something of."""
    tree = sentence.tree
    split(sentence, noun, found)
    verb = sentence.clause_verb(noun)
    if found.measure is not None:
        prep = tree.head(noun)
        if tree[noun].dep in ("dobj", "attr") and verb is not None:
            found.predicate = verb.i
            if found.subject is None:
                subject = subject_of(sentence, verb.i)
                if subject is not None and subject.i != noun:
                    set_subject(sentence, subject.i, found)
        elif prep.dep == "prep" and verb is not None and found.subject is None and prep.lower in ("on", "with"):
            subject = subject_of(sentence, verb.i)
            if subject is not None and subject.is_noun and not is_property(sentence, subject.i):
                set_subject(sentence, subject.i, found)


def _verbless(sentence: Sentence, located: Located, found: Arguments) -> None:
    """Headlines and lists: `Total Cost: $72370`, `Population 48,210`."""
    tree = sentence.tree
    i = located.first - 1
    while (i >= 0 and tree[i].text in (":", "-", "–", "—", "=", ",", "(", "|")) or (
        i >= 0 and tree[i].lower in ("is", "was", "at")
    ):
        i -= 1
    if i >= 0 and tree[i].is_noun and i not in sentence.stop:
        head = i
        first, last = phrase(sentence, head)
        if is_property(sentence, head):
            found.measure = (first, last)
        else:
            found.subject, found.subject_head = (first, last), head
