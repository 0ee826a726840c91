"""Subjects: whose deed a verb tells, also where the parse gives it none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_TIMES = frozenset(("DATE", "TIME"))
_GOVERNED = frozenset(("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "aux", "acomp", "auxpass", "parataxis"))


def subject_of(sentence: Sentence, verb: int, seen: frozenset[int] = frozenset()) -> Word | None:
    """The subject of a verb: its own, that of the verb it is joined to, or what a participle describes."""
    tree = sentence.tree
    if verb in seen:
        return None
    seen = seen | {verb}
    near = (
        _own(sentence, verb)
        or _opening_conjunct(sentence, verb)
        or _before_participle(sentence, verb)
        or _ordered(sentence, verb)
    )
    if near is not None:
        return near
    if tree.child(verb, "expl") is not None:
        return None
    word, head = tree[verb], tree.head(verb)
    if word.tag == "VB" and word.dep in ("acl", "relcl"):
        return _of_infinitive(sentence, head, seen)
    if word.dep == "relcl" and head.i != verb:
        return head
    if word.dep == "acl" and head.is_noun:
        return _near_controller(sentence, verb) or head
    if word.dep in ("ccomp", "dobj") and head.dep == "relcl" and (thing := _said_of(tree, head)) is not None:
        return thing
    if word.dep in _GOVERNED and head.i != verb:
        if head.is_noun and word.dep in ("advcl", "dep"):
            return head
        if (accusing := accusation(sentence, verb)) is not None:
            return tree.child(accusing.i, "dobj", "nsubjpass")
        if (told := _told_aside(sentence, word)) is not None:
            return subject_of(sentence, told, seen)
        if (top := _top(tree, word)).is_verb:
            return _of_governing(sentence, word, top, seen)
    return _near_controller(sentence, verb) or _noun_before(sentence, verb)


def _own(sentence: Sentence, verb: int) -> Word | None:
    """The subject that the parse gives a verb; of several, that of its own clause."""
    tree = sentence.tree
    own = tree.child(verb, *SUBJECTS)
    if own is not None and own.dep == "csubj" and own.tag == "VBG" and own.i + 1 == tree.subtree(own.i)[-1] + 1:
        own = tree.child(verb, "nsubj", "nsubjpass") or own  # "defending champion Luca Berti trails"
    if own is None:
        return None
    others = [child for child in tree.children(verb) if child.dep in SUBJECTS and own.i < child.i < verb]
    last = others[-1] if others else own
    counted = own.i in sentence.stop and last.i not in sentence.stop and not goes_on_list(tree, last)
    # "or 36 percent of demand, and the price of power fell"; "…, the service reported on Friday; in Marden the rate is"
    if counted or ";" in sentence.words(own.i, last.i) or _after_condition(sentence, verb, own, last):
        own = last
    further = (child for child in others if child.i > own.i)
    nearer = next((child for child in further if _joined_clause(sentence, child)), own)
    return _before_aside(sentence, _of_whom_none(tree, nearer), verb)


def _said_of(tree: Tree, saying: Word) -> Word | None:
    """What a relative clause with a speaker of its own is about: `Diesel, which truckers say accounts for 38%`."""
    subjects = [child for child in tree.children(saying.i) if child.dep in SUBJECTS and child.i < saying.i]
    if tree.lemma(saying.i) not in table("verbs")["saying"] or not subjects or subjects[-1].tag in ("WDT", "WP"):
        return None
    pronoun = next((one for one in tree.children(saying.i) if one.tag in ("WDT", "WP") and one.i < saying.i), None)
    return pronoun or tree.head(saying.i)


def _of_infinitive(sentence: Sentence, noun: Word, seen: frozenset[int]) -> Word | None:
    """Who does what an infinitive behind a noun tells: `Kenya's plan to cut`, `a pump to drain 40 hectares`."""
    tree = sentence.tree
    it = tree.child(noun.head, "nsubj") if noun.dep == "attr" else None
    if it is not None and it.lower == "it":
        return None  # "it's not a good idea to feed 3 kg of hay to lambs"
    if any(child.lower == "no" for child in tree.children(noun.i)):
        return None  # "There is no plan to move 49 of them"
    data, lemma = table("verbs"), tree.lemma(noun.i)
    planned = lemma in data["infinitive_nouns"]["targeted"] and lemma not in data["acting"]
    return _planner(sentence, noun, seen) or (None if planned else noun)


def _top(tree: Tree, word: Word) -> Word:
    """The verb above a word, over what stands between; else a noun or the root."""
    top = tree.head(word.i)
    while not top.is_verb and top.head != top.i:
        top = tree[top.head]
        if top.is_noun and word.dep == "pcomp":
            break
    return top


def _of_governing(sentence: Sentence, word: Word, top: Word, seen: frozenset[int]) -> Word | None:
    """The subject that a verb has from the one that governs it: of an infinitive, its object or its own subject."""
    tree, verb = sentence.tree, word.i
    repaid = _repaid(sentence, top.i, tree.head(verb).lower)
    if repaid is not None:
        return repaid
    if word.dep == "xcomp" and word.tag == "VB" and top.tag == "VBG" and top.dep == "xcomp":
        return top  # "expects crushing to finish"
    meant = tree.child(top.i, "nsubj") if word.dep == "xcomp" and tree.lemma(top.i) == "be" else None
    owner = None if meant is None else tree.child(meant.i, "poss")
    if owner is not None and meant is not None and tree.lemma(meant.i) in table("verbs")["done_by_holder"]:
        return owner  # "The mission's goal had been to bring back 60 grams"
    if word.dep == "xcomp":
        thing = tree.child(top.i, "dobj", "dative")
        passing = top.tag == "VBG" and tree.lemma(verb) == "become"  # "leapfrogging Costa to become the sixth"
        counted = thing is not None and thing.i in sentence.stop  # "need 5% to enter parliament"
        if thing is not None and thing.i < verb and word.tag == "VB" and not passing and not counted:
            return thing
    if word.dep == "ccomp" and tree.lemma(top.i) in table("verbs")["saying"]:
        return _told_of(sentence, top.i, verb)
    return subject_of(sentence, top.i, seen)


def goes_on_list(tree: Tree, subject: Word) -> bool:
    """Whether a second subject goes on a list that the first opened: `400 scientists, officials and farmers are`."""
    joined = tree.child(subject.i, "conj")
    first = tree.subtree(subject.i)[0]
    return joined is not None and joined.is_noun and first > 0 and tree[first - 1].text == ","


def _ordered(sentence: Sentence, verb: int) -> Word | None:
    """What an order is to be done with: `Buy the oak table for $149`, `Heat the oven to 200 C`."""
    tree = sentence.tree
    order = first = tree[verb]
    while first.dep == "conj" and first.tag == "VB":
        first = tree.head(first.i)
    thing = tree.child(verb, "dobj")
    opens = order.tag == first.tag == "VB" and first.dep == "ROOT"
    opens = opens and not any(tree.child(one.i, "aux", *SUBJECTS) for one in (order, first))
    return thing if opens and thing is not None and thing.is_noun and thing.i not in sentence.stop else None


def _told_aside(sentence: Sentence, verb: Word) -> int | None:
    """The verb that a verb is joined to over who says so: `It fires 10,000 shells, he said, and has 470,000`."""
    tree, said = sentence.tree, sentence.tree.head(verb.i)
    saying = table("verbs")["saying"]
    if verb.dep != "conj" or not said.is_verb or tree.lemma(said.i) not in saying or tree.lemma(verb.i) in saying:
        return None
    told = tree.child(said.i, "ccomp")
    comma = next((k for k in range(said.i + 1, min(said.i + 5, len(sentence.tree))) if sentence.word(k) == ","), said.i)
    joined = comma > said.i and sentence.word(comma + 1) in ("and", "but")
    return told.i if told is not None and told.is_verb and told.i < said.i and joined else None


def names_nobody(tree: Tree, word: Word) -> bool:
    """Whether a subject says that there is none: `none of the bottles`, `not one of them`, `not a farm`."""
    denied = any(child.lower == "not" and child.i < word.i for child in tree.children(word.i))
    one = word.lower == "one" and word.i > 0 and tree[word.i - 1].lower == "not"
    return denied or one or word.lower in table("verbs")["nobody"]


def _of_whom_none(tree: Tree, subject: Word) -> Word:
    """Those of whom a subject says that there is none: `None of the bottles`; any other subject itself."""
    of = tree.child(subject.i, "prep") if names_nobody(tree, subject) else None
    things = None if of is None or of.lower != "of" else tree.child(of.i, "pobj")
    return subject if things is None or not things.is_noun else things


def _repaid(sentence: Sentence, verb: int, preposition: str) -> Word | None:
    """Who did what a verb repays or keeps them from: `fined the bank for hiding $3m`, `barred it from selling 40`."""
    tree = sentence.tree
    data = table("verbs")["repaying"]
    deeds = {"for": data["verbs"], "from": data["preventing"]}
    if tree.lemma(verb) not in deeds.get(preposition, ()):
        return None
    return tree.child(verb, "dobj") or tree.child(verb, "nsubjpass")


def accusation(sentence: Sentence, verb: int) -> Word | None:
    """The verb that says of somebody what they did: `Prosecutors accused the firm of hiding 40 barrels`."""
    tree = sentence.tree
    preposition = tree.head(verb)
    above = tree.head(preposition.i)
    above = tree.head(above.i) if above.is_noun and above.dep in ("dobj", "nsubjpass") else above
    told = tree[verb].dep == "pcomp" and preposition.lower == "of" and above.is_verb
    return above if told and tree.lemma(above.i) in table("verbs")["accusing"] else None


def charge(sentence: Sentence, verb: int) -> Word | None:
    """The verb that holds a deed against somebody, which came before: `charged with looting`, `accused of hiding`."""
    tree = sentence.tree
    preposition = tree.head(verb)
    above = tree.head(preposition.i)
    told = tree[verb].dep == "pcomp" and preposition.lower in ("of", "with", "for") and above.is_verb
    known = (*table("verbs")["accusing"], *table("verbs")["repaying"]["verbs"])
    return above if told and tree.lemma(above.i) in known else None


def _before_participle(sentence: Sentence, verb: int) -> Word | None:
    """What a finite verb says of a noun that the parse gives to the participle between them.

    `profit, weighed down by a fine, was little changed`.
    """
    tree = sentence.tree
    first = min([verb, *(child.i for child in tree.children(verb) if child.dep in ("aux", "auxpass"))])
    if tree[first].tag not in FINITE_TAGS or sentence.word(first - 1) != ",":
        return None
    opened = next((k for k in range(first - 3, max(0, first - 24), -1) if tree[k].text == ","), None)
    participle = None if opened is None else tree[opened + 1]
    if opened is None or participle is None or not participle.is_verb:
        return None
    if participle.tag != "VBN" and tree.child(participle.i, "agent") is None:
        return None
    told = tree.child(participle.i, *SUBJECTS)
    return told if told is not None and told.i < opened else None


def _after_condition(sentence: Sentence, verb: int, first: Word, second: Word) -> bool:
    """Whether the first subject of a verb is of a clause before its comma: `If the subsidy lapses, premiums jump`."""
    mark = sentence.tree.child(verb, "mark", "advmod")
    opened = mark is not None and mark.i < first.i and mark.lower in ("if", "when", "once", "as", "unless", "while")
    start = sentence.tree.noun_phrase(second.i, sentence.stop)[0]
    start -= int(sentence.word(start - 1) in ("the", "a", "an"))
    return opened and sentence.word(start - 1) == "," and first.i == start - 2


def _joined_clause(sentence: Sentence, subject: Word) -> bool:
    """Whether a second subject of a verb opens a clause of its own: `The rate held at 4.3%, and employment rose`."""
    first = sentence.tree.noun_phrase(subject.i, sentence.stop)[0]
    return sentence.words(first - 2, first) == [",", "and"]


def _noun_before(sentence: Sentence, verb: int) -> Word | None:
    """`Full forward Josh Tully kicked 62 goals`, `… total output of coal is down`: what a finite verb stands behind."""
    tree = sentence.tree
    k = verb - 1
    while k > 0 and tree[k].tag in ("MD", "RB") and tree[k].text != ",":
        k -= 1
    if tree[k].tag == "CD" and k not in sentence.stop:
        k -= 1  # "the battery of the Lyra 4 lasted"
    if tree[k].text == ",":  # "national debt, excluding pensions, was"
        opened = next((j for j in range(k - 1, max(0, k - 8), -1) if tree[j].text == ","), 0)
        k = opened - 1 if opened and tree[opened + 1].tag in ("VBG", "VBN", "IN") else k
    finite = k >= 0 and tree[verb].tag in FINITE_TAGS
    if not finite or not tree[k].is_noun or k in sentence.stop or tree[k].label in _TIMES:
        return None
    prep = tree.head(k)
    while tree[k].dep == "pobj" and prep.lower == "of" and prep.i and tree[prep.i - 1].is_noun:
        k = prep.i - 1
        prep = tree.head(k)
    return tree[k] if tree[k].dep != "pobj" and k not in sentence.stop else None


def _before_aside(sentence: Sentence, subject: Word, verb: int) -> Word:
    """`A bay colt, from the Wyndara family of Scone, sold`: the noun before what was taken for the subject."""
    tree = sentence.tree
    if sentence.word(subject.i + 1) != "," or subject.i + 2 != verb:
        return subject
    opened = next((k for k in range(subject.i - 1, 0, -1) if tree[k].text == ","), 0)
    preposition = tree[opened + 1]
    noun = tree[opened - 1]
    aside = opened and preposition.tag == "IN" and noun.is_noun and not noun.label.startswith(("DATE", "TIME"))
    return noun if aside and opened - 1 not in sentence.stop and sentence.word(opened - 2) != "in" else subject


def _opening_conjunct(sentence: Sentence, verb: int) -> Word | None:
    """`…, and registrations drop by a third`: the noun between a conjunction and a verb that was joined to another.

    Or to another infinitive: `wants wages to rise by 5 percent and hours to fall`.
    """
    tree = sentence.tree
    k = verb - 1 - int(tree[max(0, verb - 1)].tag == "TO" and tree.head(verb).tag == "VB" and tree.head(verb).i < verb)
    infinitive = k < verb - 1
    while k > 0 and tree[k].tag in ("MD", "RB") and tree[k].text != ",":
        k -= 1
    if tree[k].text == ",":  # "while import prices, swollen by a weak won, jumped"
        opened = next((j for j in range(k - 1, max(0, k - 8), -1) if tree[j].text == ","), 0)
        k = opened - 1 if opened and tree[opened + 1].tag in ("VBG", "VBN") else k
    joined = tree[verb].dep in ("conj", "ccomp") or (tree[verb].dep == "advcl" and tree.child(verb, "mark") is None)
    if k < 1 or not joined or not tree[k].is_noun or k in sentence.stop:
        return None
    first = tree.noun_phrase(k, sentence.stop)[0]
    if sentence.word(first - 1) in ("the", "a", "an"):
        first -= 1
    opened = sentence.word(first - 1) in ("and", "but", "while", ";", "whereas", "as", "when", "because", "though")
    finite = tree[verb].tag in FINITE_TAGS or any(child.tag in FINITE_TAGS for child in tree.children(verb))
    return tree[k] if opened and (finite or infinitive) and tree[k].head != verb else None


def _told_of(sentence: Sentence, saying: int, verb: int) -> Word | None:
    """`Lumen says the sum being spent on roads has fallen`: the noun behind a verb of saying, not who speaks."""
    opened = saying + 2 if sentence.word(saying + 1) == "that" else saying + 1
    noun = sentence.nouns_after(opened) if saying < verb else None
    led = min([verb, *(child.i for child in sentence.tree.children(verb) if child.dep in ("aux", "auxpass"))])
    if noun is not None and any(word.tag in FINITE_TAGS for word in sentence.tree.words[noun + 1 : led]):
        return _noun_before(sentence, verb)  # "say it has made up figures, which shows that labelling would cost"
    return sentence.tree[noun] if noun is not None and noun < verb and noun not in sentence.stop else None


def _planner(sentence: Sentence, noun: Word, seen: frozenset[int]) -> Word | None:
    """Who does what a noun plans: `it signed a contract to buy`, `Kenya's plan to cut`."""
    tree = sentence.tree
    if tree.lemma(noun.i) not in table("verbs")["done_by_holder"]:
        return None
    by = next((child for child in tree.children(noun.i) if child.dep == "prep" and child.lower == "by"), None)
    owner = tree.child(noun.i, "poss") or (None if by is None else tree.child(by.i, "pobj"))
    if owner is not None:
        return owner
    above = tree.head(noun.i)
    held = noun.dep in ("dobj", "conj", "pobj") and above.i != noun.i
    verb = sentence.clause_verb(noun.i) if held else None
    if verb is None or noun.i in seen or tree.lemma(verb.i) in table("verbs")["views"]:
        return None
    subject = subject_of(sentence, verb.i, seen)
    if subject is not None and subject.tag == "VBG":
        return None  # "is thinking of shelving a scheme to insulate 900 homes"
    return None if subject is None or subject.i == noun.i else subject


def _near_controller(sentence: Sentence, verb: int) -> Word | None:
    """The noun right before `, boasting …`: where the parse fails, the nearest noun is what a participle describes."""
    tree = sentence.tree
    before = tree[max(0, verb - 2)]
    dated = before.label in ("DATE", "TIME")
    if verb > 1 and tree[verb].tag in ("VBG", "VBN") and tree[verb - 1].text == "," and before.is_noun and not dated:
        head = tree.head(verb)
        aside = head.is_noun and sentence.word(head.i + 1) == "," and tree[head.i + 2].tag in ("IN", "DT")
        prep = tree.head(before.i)
        placed = before.dep == "pobj" and prep.lower in ("in", "at") and prep.head == head.i
        aside = aside or (head.is_noun and placed)  # "Fares in Elspeth, frozen at £1.80"
        return head if aside and tree[verb].dep in ("acl", "amod") else tree[verb - 2]
    return None
