"""Places: where a claim is limited to one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.context import absolutes
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word

# So many words may name a place that opens a sentence.
_FRONT = 6


def place_of(
    sentence: Sentence, anchor: int, predicate: int | None, taken: frozenset[int], others: frozenset[int]
) -> int | None:
    """The head of the place that a claim is limited to: behind `in` or `across`, in its own clause or at its subject.

    Args:
        sentence: The sentence.
        anchor: The word that the claim hangs on.
        predicate: Its verb.
        taken: The words of its other mentions.
        others: The words of what it is held against, which has its own place behind it.
    """
    tree = sentence.tree
    clause = sentence.clause_verb(anchor)
    clause_verb = clause.i if clause is not None else None
    verb = clause_verb if predicate is None else predicate
    stands = _where(sentence, clause_verb)
    if stands is not None:
        return stands
    best: tuple[int, int] | None = None
    for prep in tree.words:
        noun = _brought(sentence, prep)
        # "only half what they earn in Chile", "faster than the one used in Spain"
        told = prep.i - 1 in others and tree[prep.i - 1].is_verb
        told = told or any(above.dep == "acl" and above.head in others for above in tree.ancestors(prep.i))
        if noun is None or told or noun.i in taken | others:
            continue
        if _is_apart(sentence, prep, noun, anchor, taken) or _lasted_there(sentence, prep, anchor):
            continue
        if not _names_place(sentence, prep, noun):
            continue
        above = _governor(tree, prep.i, anchor, verb, taken)
        of_subject = tree.head(prep.i).i in taken  # "Retail sales in Norway"
        hung = above is None or verb is None or above in (verb, clause_verb)
        if not (of_subject or hung or _opens_report(sentence, prep.i, above, anchor)):
            continue
        cost = abs(prep.i - anchor)
        if best is None or cost < best[0]:
            best = (cost, noun.i)
    return _pointed(tree, verb, anchor, taken) if best is None else _inner(tree, best[1])


def _pointed(tree: Tree, verb: int | None, anchor: int, taken: frozenset[int]) -> int | None:
    """The `there` or `here` of a claim's clause: `"We lost $3 million there last year"`."""
    for word in tree.words:
        pointing = word.lower in ("there", "here") and word.tag == "RB" and word.i not in taken
        if pointing and tree[word.i - 1].lower not in ("down", "up", "out", "over", "in"):
            above = next((one.i for one in tree.ancestors(word.i) if one.is_verb), None)
            if above == verb or word.head == anchor:
                return word.i
    return None


def _inner(tree: Tree, place: int) -> int:
    """The place that lies in another, told before it: `the Kimberley` in `in the Kimberley in Western Australia`."""
    prep = tree.head(place)
    above = tree.head(prep.i)
    held = tree[place].dep == "pobj" and above.tag == "NNP" and above.i == prep.i - 1 and above.dep == "pobj"
    led = tree.head(above.i).lower in table("places")["prepositions"] and prep.lower == "in"
    if held and led and above.label not in ("ORG", "PERSON", "DATE", "TIME"):
        return above.i
    return _named_site(tree, place)


def _named_site(tree: Tree, place: int) -> int:
    """The named place of a site without a name: `a market in Lublin`, `the capital Vaduz`."""
    name = tree.child(place, "appos")
    if name is not None and name.i == place + 1 and name.tag == "NNP" and tree[place].tag == "NN":
        return name.i
    if tree[place].tag != "NN" or tree[place].label or any(one.lower == "the" for one in tree.children(place)):
        return place
    preps = (prep for prep in tree.children(place) if prep.lower in ("in", "at", "near") and prep.i == place + 1)
    names = (tree.child(prep.i, "pobj") for prep in preps)
    return next((name.i for name in names if name is not None and name.tag in ("NNP", "NNPS")), place)


def _brought(sentence: Sentence, prep: Word) -> Word | None:
    """The noun behind a preposition of places."""
    tree = sentence.tree
    if prep.lower not in table("places")["prepositions"] or prep.tag != "IN":
        return None
    noun = tree.child(prep.i, "pobj")
    if noun is None:
        near = sentence.nouns_after(prep.i + 1, 4)
        noun = None if near is None else tree[near]
    return None if noun is None or noun.i in sentence.stop or noun.i < prep.i else noun


def _is_apart(sentence: Sentence, prep: Word, noun: Word, anchor: int, taken: frozenset[int]) -> bool:
    """Whether a place belongs to something beside the claim: an absolute, a rank, where people come from or go to."""
    tree = sentence.tree
    absolute = absolutes.opening(sentence, prep.i)
    if absolute is not None and absolute > anchor:
        return True  # "a jump of 8 per cent, with the biggest gains in Victoria"
    seat = tree.head(prep.i)
    if seat.dep in ("acl", "advcl") and seat.tag == "VBN" and tree.lemma(seat.i) in table("places")["seated"]["verbs"]:
        return not anchor < seat.i  # "Lofoten Smoked Fish, based at Reine, has sent 90 crates"
    aside = sentence.word(seat.i - 1) == "," and "," in sentence.words(prep.i, anchor)
    if seat.dep == "acl" and seat.tag == "VBN" and aside and seat.i not in {one.i for one in tree.ancestors(anchor)}:
        return True  # "Ferrante, ranked fourth on the tour, has won 19 titles"
    if seat.dep == "acl" and seat.tag == "VBN" and seat.i < anchor and _above_subject(tree, seat, anchor):
        return True  # "The oldest coin ever found in Norway was sold for $900"
    best = next((k for k in (prep.i - 1, prep.i - 2) if k > 0 and tree[k].tag in ("JJS", "RBS")), None)
    if best is not None and tree[best - 1].tag != "PRP$":
        return True  # "the longest in Britain", but "at its widest in Latvia"
    if sentence.word(prep.i - 1) == "from":
        return True  # "executives from around Australia"
    if (
        tree[prep.i - 1].tag == "CD"
        and sentence.word(prep.i - 2) in (",", "and")
        and not _tells_of(sentence, prep, anchor)
    ):
        return True  # "Three mills, one in Turin and two in Milan, have closed"
    causes = table("places")["causes"]["words"]
    if any(above.lower in causes for above in itertools.takewhile(lambda one: not one.is_verb, tree.ancestors(prep.i))):
        return anchor < prep.i  # "will drop 20 per cent, due to frost in the Murray Valley"
    if sentence.word(prep.i - 2) == "to" and tree[prep.i - 1].is_noun and prep.i - 1 not in taken:
        return True  # "to processors in Spain"
    return _opens_another(sentence, prep.i, noun.i, anchor)


def _above_subject(tree: Tree, described: Word, anchor: int) -> bool:
    """Whether a participle describes the subject of a verb in front of the claim, and not what is counted."""
    subject = tree.head(described.i)
    while subject.dep == "pobj" and tree.head(tree.head(subject.i).i).is_noun:
        subject = tree.head(tree.head(subject.i).i)
    superlative = any(one.tag in ("JJS", "RBS") for one in tree.children(subject.i))
    return superlative and subject.dep in ("nsubj", "nsubjpass") and anchor not in tree.subtree(subject.i)


def _tells_of(sentence: Sentence, prep: Word, anchor: int) -> bool:
    """Whether the number right before a preposition is the claim's own."""
    own = sentence.at(anchor)
    return own is not None and prep.i - 1 in own


def _names_place(sentence: Sentence, prep: Word, noun: Word) -> bool:
    """Whether a noun behind a preposition is a place, by its label, as a name, or by the lexicon."""
    tree, data = sentence.tree, table("places")
    held = tree.lemma(noun.i) in data["events"]["nouns"] or noun.lower in data["events"]["nouns"]
    event = held and (prep.lower == "at" or noun.tag == "NNP")  # "competitors in the Finke Desert Race"
    if noun.text in data["no_places"] or prep.lower == "from" or event:
        return False
    before = tree[prep.i - 1]
    bare = not any(child.tag == "DT" for child in tree.children(noun.i))
    sited = bare and before.tag in ("NN", "NNS") and noun.tag in ("NNP", "NNPS")  # "a mill at Two Wells"
    beside = prep.i - 1 in sentence.stop or before.is_verb or sited  # "61 millimetres at Coora", "burned at Coora"
    bringing = prep.lower in data["bringing"] or (prep.lower == "at" and beside)
    named = noun.label in data["labels"] or (bringing and _unrecognized(tree, prep.i, noun.i))
    common = not noun.label and not {tree.lemma(noun.i), noun.lower}.isdisjoint(data["nouns"])
    called = noun.lower in data["named"] and tree[noun.i - 1].tag == "NNP"
    return named or common or called or (prep.lower == "at" and _is_site(tree, noun.i))


def _governor(tree: Tree, prep: int, anchor: int, verb: int | None, taken: frozenset[int]) -> int | None:
    """The verb that a place hangs on: the claim's own where that of the place describes its number or tells when."""
    above = next((word for word in tree.ancestors(prep) if word.is_verb), None)
    if above is None:
        return None
    when = above.dep == "advcl" and above.head == verb and any(one.lower == "when" for one in tree.children(above.i))
    if when:
        return verb  # "were killed when a bus fell into a gorge near Rampur"
    if above.dep in ("xcomp", "oprd") and above.tag in ("VBN", "VBG") and tree.child(above.head, "auxpass") is not None:
        return above.head  # "Nine dogs were found poisoned on farms in Kent"
    if above.dep in ("xcomp", "advcl") and above.tag == "VBG" and tree.lemma(above.head) in table("verbs")["spending"]:
        return above.head  # "has spent four years studying pests in the Coonawarra"
    published = tree.lemma(above.i) in table("verbs")["publishing"]
    # "Of the 96 schools inspected in Marsden, 71 were good"
    described = above.head in (anchor, _total(tree, anchor)) or above.head in taken
    describing = above.dep == "acl" and described and not published
    led = verb is not None and tree[verb].tag == "VBG" and tree[verb].dep == "advcl" and tree[verb].head == above.i
    following = led and prep < anchor and tree.child(verb or 0, "nsubj") is None
    return verb if describing or following else above.i  # "derailed near Pell Creek, spilling 90,000 gallons"


def _total(tree: Tree, anchor: int) -> int:
    """The noun that a number is the amount of: `a total of 40 queueing in Arles`; else the number's own word."""
    prep = tree.head(anchor)
    return prep.head if tree[anchor].dep == "pobj" and prep.lower == "of" else anchor


def _opens_another(sentence: Sentence, prep: int, noun: int, anchor: int) -> bool:
    """Whether a place opens a clause behind the claim: `we eat 2 kg of mussels, and in Australia it is half that`."""
    joined = sentence.word(prep - 1) in ("and", "but", "while", "whereas")
    if (
        joined
        and anchor < prep
        and sentence.word(noun + 1) in ("from", "by", "to")
        and sentence.at(noun + 2) is not None
    ):
        return sentence.at(anchor) is not sentence.at(noun + 2)  # "rose from 30 to 40 and in Italy from 12 to 20"
    subject = sentence.nouns_after(noun + 1, 5) if joined and anchor < prep else None
    return subject is not None and sentence.tree[subject].dep in ("nsubj", "nsubjpass")


def _opens_report(sentence: Sentence, prep: int, verb: int | None, anchor: int) -> bool:
    """Whether a place opens what somebody reports: `In New South Wales, its president says eight boats have put in`."""
    closed = ("," in sentence.words(1, 1 + _FRONT)) and prep == 0
    said = verb is not None and sentence.tree.lemma(verb) in table("verbs")["saying"]
    return closed and said and verb is not None and verb < anchor


def _is_site(tree: Tree, noun: int) -> bool:
    """Whether a noun behind `at` names one place: `at the airport`, `at the Roma saleyards`; not `at clinics`."""
    named = tree[noun].tag == "NN" or (tree[noun].tag == "NNS" and noun > 0 and tree[noun - 1].tag == "NNP")
    return named and tree.lemma(noun) in table("places")["sites"]["nouns"]


def _lasted_there(sentence: Sentence, prep: Word, anchor: int) -> bool:
    """Whether a place only tells where another's time was spent: `After 11 years in Oslo, she sold it for $2m`."""
    spent = sentence.at(prep.head)
    unit = None if spent is None else spent.quantity.unit
    timed = spent is not None and unit is not None and unit.kind is UnitKind.TIME and anchor not in spent
    return timed and spent is not None and sentence.word(spent.first - 1) in ("after", "before")


def _where(sentence: Sentence, verb: int | None) -> int | None:
    """The place that a clause with `where` tells of: `in Reine in Norway, where 900 boats are moored`."""
    tree = sentence.tree
    if verb is None or not any(child.lower == "where" for child in tree.children(verb)):
        return None
    where = next(child.i for child in tree.children(verb) if child.lower == "where")
    k = where - 2 if sentence.word(where - 1) == "," else where - 1
    named = k >= 0 and tree[k].is_noun
    known = named and (tree[k].label in table("places")["labels"] or tree.lemma(k) in table("places")["nouns"])
    if not named or not (known or tree[k].tag == "NNP" or (k > 0 and tree[k - 1].tag == "NNP")):
        return None
    while tree[k].dep == "conj" and tree[k].head < k and tree.head(k).tag == "NNP":
        k = tree[k].head  # "in Halden, Moss and Reine, where"
    outer = tree.head(tree[k].head)
    inner = tree[k].dep == "pobj" and outer.is_noun and outer.label in table("places")["labels"]
    return outer.i if inner else _inner(tree, k)


def end_of_places(sentence: Sentence, last: int) -> int:
    """Where a row of places ends: `in Victoria, Tasmania and Queensland`; `last` is the end of the first."""
    tree = sentence.tree
    labels = table("places")["labels"]
    end = last
    while end < len(tree) and tree[end].lower in (",", "and", "or"):
        k = end + 1
        while k < len(tree) and tree[k].lower in ("and", "or", "the"):
            k += 1
        named = k
        while named < len(tree) and tree[named].is_noun and (tree[named].label in labels or _joined(tree, named, last)):
            named += 1
        moved = named + int(sentence.word(named) in ("by", "from", "to"))
        if named == k or moved in sentence.stop:
            break  # "rose 5% in Halden and Nørvik 7%"
        end = named
    joined = any(tree[k].lower in ("and", "or") for k in range(last, end))
    return end if joined else last


def _joined(tree: Tree, name: int, last: int) -> bool:
    """Whether a name is joined to the places before it: `near Roma, Dalby and Morven`."""
    k = name
    while tree[k].dep in ("conj", "appos", "compound") and tree[k].tag == "NNP":
        k = tree[k].head
        if k < last:
            return True
    return False


def _unrecognized(tree: Tree, prep: int, head: int) -> bool:
    """Whether `in` brings a name that is a place though it was not recognized as one: `Bus fares in Hobart`."""
    word = tree[head]
    if word.tag not in ("NNP", "NNPS") or word.label in ("DATE", "TIME") or not word.text[:1].isupper():
        return False
    if prep == 0:
        return True
    if tree[prep].lower in ("in", "at") and word.label not in ("", "PERSON", "ORG", "LANGUAGE"):
        return False
    behind = tree[head + 1] if head + 1 < len(tree) else None
    dated = word.text in table("masks")["lists"]["month"] + table("masks")["lists"]["weekday"]
    heads = table("places")["no_place_behind"]["heads"]
    held = tree[prep].lower == "in" and tree.lemma(tree.head(prep).i) in heads  # "shares in Boeing"
    closed = behind is None or behind.tag not in ("NN", "NNS") or behind.lower in table("times")["relative"]
    return not dated and not held and not word.text.isupper() and closed  # "at an auction in Lyon yesterday"
