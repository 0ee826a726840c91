"""Modality: how a claim is put forward. Scope stops at the clause."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.movement import change_nouns
from factex.context.absolutes import opening
from factex.context.chains import clause_verb, is_infinitive, verbs_over
from factex.context.negation import negated
from factex.context.quotations import quoted
from factex.lexicon.files import per_lexicon, table
from factex.records import Modality
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word


@per_lexicon
def _by_verb() -> dict[str, Modality]:
    data = table("verbs")
    return {verb: Modality(name) for name in ("predicted", "targeted", "possible") for verb in data[name]}


def modality_of(sentence: Sentence, predicate: int | None, anchor: int) -> Modality:
    """How a claim is put forward."""
    tree = sentence.tree
    verb = predicate if predicate is not None else clause_verb(sentence, anchor)
    if verb is None:
        return by_noun(sentence, anchor) or Modality.ASSERTED
    if _behind_event(sentence, verb, anchor):
        return Modality.ASSERTED
    governed = _of_verbs_above(sentence, verb)
    if governed is not None:
        return governed
    data = table("verbs")
    if _ordained(sentence, _first_joined(sentence, verb)):
        return Modality.TARGETED
    planned = _by_copula(sentence, verb)
    if planned is not None:
        return planned
    above = tree.head(verb).i if tree[verb].dep == "xcomp" and tree[verb].tag == "VB" else verb
    if _on_course(sentence, verb, anchor) or _on_course(sentence, above, anchor):
        return Modality.PREDICTED
    if negated(sentence, verb, anchor) and tree.lemma(verb) in table("change")["reaching"]["verbs"]:
        return Modality.ASSERTED  # "did not reach the planned height"
    own = next((one for one in _told(sentence, verb) if one in data["by_themselves"]), None)
    if own is not None and anchor > verb:
        return _by_verb().get(own, Modality.ASSERTED)
    thing = tree.child(verb, "dobj")
    if tree.lemma(verb) in data["by_change"] and thing is not None and tree.lemma(thing.i) in change_nouns():
        return _by_verb().get(tree.lemma(verb), Modality.ASSERTED)  # "is tipping a drop of 11%"
    if _if(sentence, verb, own_only=True):
        return Modality.CONDITIONAL
    return by_noun(sentence, anchor, verb) or _awaited(sentence, verb) or Modality.ASSERTED


def _awaited(sentence: Sentence, verb: int) -> Modality | None:
    """What is put forward of what a clause waits for: `plans to increase them until 50,000 cows a year are sent`."""
    tree = sentence.tree
    mark = next((one for one in tree.children(verb) if one.dep in ("mark", "advmod") and one.i < verb), None)
    awaiting = mark is not None and mark.lower in table("verbs")["awaiting"]["marks"]
    present = any(one.tag in ("VBZ", "VBP") for one in (tree[verb], *tree.children(verb)) if one.i <= verb)
    above = tree.head(verb)
    if tree[verb].dep != "advcl" or not awaiting or not present or not above.is_verb:
        return None
    found = modality_of(sentence, above.i, above.i)
    return found if found in (Modality.PREDICTED, Modality.TARGETED) else None


def _of_verbs_above(sentence: Sentence, verb: int) -> Modality | None:
    """What auxiliaries and the verbs over a verb in its clause make of it."""
    tree = sentence.tree
    data = table("verbs")
    if tree.lemma(verb) in data["awaited"] and tree.child(verb, "auxpass") is not None:
        return Modality.PREDICTED  # "A further 10 cm is expected before midnight"
    led = _led_by(sentence, verb)
    if led is not None:
        return _by_auxiliary(sentence, led, led.i)
    below, reported = tree[verb], False
    for word, dep in verbs_over(sentence, verb):
        telling = tree.lemma(word.i) in (*data["saying"], *data["expecting"])
        if dep == "ccomp" and below.i < word.i and (not telling or "(" in sentence.words(below.i, word.i)):
            return None  # "There's 590 head on the roads ... there could be more", "lost $61m (analysts had expected"
        if word.i != verb:
            told = _told_over(sentence, word, dep, below)
            if told is not None:
                return told
            saying = tree.lemma(word.i) in data["saying"] and dep == "ccomp" and _in_past(sentence, word)
            reported = reported or saying
        beside = (child for child in tree.children(verb) if child.lower != "to")  # "plans to double it and to raise"
        own = ("aux",) if is_infinitive(sentence, tree[verb]) else ("aux", "nsubj")  # "wants x to rise and y to fall"
        if dep == "conj" and any(child.dep in own for child in beside):
            return None
        modal = _by_auxiliary(sentence, word, verb)
        if modal is Modality.CONDITIONAL and (reported or _under_saying(sentence, word.i)):
            return modal if _if(sentence, word.i) or _supposed(sentence, word.i) else Modality.PREDICTED
        if modal is Modality.PREDICTED and not reported and _if(sentence, word.i):
            return Modality.CONDITIONAL  # "If the drought goes on, the mill will lay off 40 workers"
        if modal is not None or dep == "ccomp":
            return modal
        below = word
    return None


def _led_by(sentence: Sentence, verb: int) -> Word | None:
    """The verb of which a participle tells the outcome: `The deal will go ahead, bringing 100 new jobs`."""
    tree, word = sentence.tree, sentence.tree[verb]
    if word.tag != "VBG" or tree.child(verb, "aux") is not None:
        return None  # "having lost $4 million"
    above = tree.head(verb) if word.dep == "advcl" and sentence.word(verb - 1) == "," else None
    with_ = opening(sentence, verb)
    if with_ is not None and sentence.word(with_ - 1) == ",":
        above = tree.head(with_)
    elif word.dep == "acl":
        above = _accompanied(tree, verb)
    return above if above is not None and above.is_verb and above.i < verb else None


def _accompanied(tree: Tree, participle: int) -> Word | None:
    """The verb that goes with what a participle tells: `may be hurt with the cost of bread going up fivefold`."""
    for word in tree.ancestors(participle):
        if word.lower == "with" and word.dep == "prep":
            return next((above for above in tree.ancestors(word.i) if above.is_verb), None)
        if word.is_verb or (word.dep == "prep" and word.lower != "of"):
            return None
    return None


def _told_over(sentence: Sentence, word: Word, dep: str, below: Word) -> Modality | None:
    """What a verb or adjective makes of the verb below it: `plans to double it`, `is likely to rise`."""
    data = table("verbs")
    lemma = sentence.tree.lemma(word.i)
    noun = word.tag in ("NN", "NNS")  # "calls for it to be lifted"
    known = _told_by(lemma, infinitive=True) if noun else None if _apart(sentence, word.i) else _by_verb().get(lemma)
    perfect = lemma in data["reckoned"] and any(child.lower == "have" for child in sentence.tree.children(below.i))
    told = dep != "ccomp" or lemma not in ("estimate", "see", "set")
    if known is Modality.POSSIBLE and any(child.tag == "MD" for child in sentence.tree.children(word.i)):
        return None  # "would consider lowering it to 2%"
    if known is not None and told and dep != "conj" and not perfect:
        return known
    if lemma in data["asking"]["verbs"] and dep in ("xcomp", "ccomp") and is_infinitive(sentence, below):
        return Modality.TARGETED
    if lemma in data["designed"] and word.tag == "VBN" and dep == "xcomp" and is_infinitive(sentence, below):
        return Modality.TARGETED
    going = lemma in data["heading"] and word.tag == "VBG" and dep == "advcl"
    if ((lemma in data["looking"] and dep == "xcomp") or going) and is_infinitive(sentence, below):
        return Modality.TARGETED  # "is looking to buy two properties", "is heading to Leeds to hire 40 nurses"
    if lemma in data["future"] and dep == "xcomp" and word.tag == "VBG" and sentence.word(word.i + 1) == "to":
        return Modality.PREDICTED
    if lemma in data["adjectives"] and dep in ("xcomp", "ccomp") and word.tag != "VB":  # "did set what is"
        return Modality(data["adjectives"][lemma])
    return None


def _by_auxiliary(sentence: Sentence, word: Word, verb: int) -> Modality | None:
    """What a modal verb before a verb makes of it."""
    modals = table("verbs")["modals"]
    for child in sentence.tree.children(word.i):
        month = child.text == "May" and child.i > 0
        modal = child.dep in ("aux", "auxpass") and child.lower in modals and not month
        if modal and child.i < max(verb, word.i) + 1:
            return Modality(modals[child.lower])
    return None


def _behind_event(sentence: Sentence, verb: int, anchor: int) -> bool:
    """Whether a number tells of what has come about before: `would recall 186,000 cars, after 14 reports of fires`."""
    path = itertools.takewhile(lambda word: word.i != verb and not word.is_verb, sentence.tree.ancestors(anchor))
    return any(word.dep == "prep" and word.lower in table("verbs")["come_about"] for word in path)


def _apart(sentence: Sentence, verb: int) -> bool:
    """Whether a particle makes another verb of it: `called off the contest`."""
    return sentence.tree.child(verb, "prt") is not None or sentence.word(verb + 1) in ("off", "out")


def _told(sentence: Sentence, verb: int) -> tuple[str, str]:
    """A verb with the preposition right behind it, and without: `asked for nine years`, but `asked 2,900 pupils`."""
    lemma = sentence.tree.lemma(verb)
    return f"{lemma} {sentence.word(verb + 1)}", lemma


def _in_past(sentence: Sentence, word: Word) -> bool:
    """Whether a verb stands in the past, itself or with the verb that it goes beside: `said …, adding that`."""
    beside = word.tag == "VBG" and word.dep == "advcl"
    return (sentence.tree.head(word.i).tag if beside else word.tag) in ("VBD", "VBN")


def _supposed(sentence: Sentence, verb: int) -> bool:
    """Whether what would come of it depends on something that is only thought of, which no if-clause tells.

    `The plan would add 40 homes, the council said`, `Closing the mill would save`, `would otherwise lose`; nor is what
    is quoted moved into the past: `“We want a program that would last 10 years,” she said`.
    """
    tree, data = sentence.tree, table("verbs")["supposed"]
    subject = tree.child(verb, "nsubj", "nsubjpass", "csubj")
    thought = subject is not None and (subject.tag == "VBG" or tree.lemma(subject.i) in data["subjects"])
    before = (sentence.word(0), *(one.lower for one in tree.children(verb)))
    return thought or not set(data["words"]).isdisjoint(before) or quoted(tree, verb)


def _under_saying(sentence: Sentence, i: int) -> bool:
    tree = sentence.tree
    word = tree[i]
    told = tree.lemma(word.head) in table("verbs")["saying"] and _in_past(sentence, tree[word.head])
    return word.dep == "ccomp" and told  # "she concedes that it would need …" stays a condition


def _if(sentence: Sentence, verb: int, *, own_only: bool = False) -> bool:
    """Whether an if-clause hangs on a verb, or the verb stands in one."""
    tree = sentence.tree
    marks = [child for child in tree.children(verb) if child.dep == "mark" and child.lower in ("if", "unless")]
    if own_only and not marks and _inverted(sentence, verb):
        return True
    if not own_only and _were_to(sentence):
        return True
    if marks or own_only:
        return bool(marks)
    return any(
        any(mark.lower in ("if", "unless") for mark in tree.children(child.i)) or _inverted(sentence, child.i)
        for child in tree.children(verb)
        if child.dep == "advcl"
    )


def _inverted(sentence: Sentence, verb: int) -> bool:
    """`Were the strait to stay shut, …`, `Had it sold 40, …`: a condition told by the order of words."""
    words = sentence.tree.words
    comma = next((word.i for word in words if word.text == ","), 0)
    asked = any(word.text == "?" for word in words)
    return words[0].text in ("Were", "Had", "Should") and verb < comma and not asked


def _were_to(sentence: Sentence) -> bool:
    """`…, were the council to approve it`: a condition behind what it holds for."""
    tree = sentence.tree
    return any(
        sentence.words(k, k + 2) == [",", "were"]
        and tree[k + 2].tag in ("DT", "PRP", "PRP$", "NNP", "NNS")
        and "to" in sentence.words(k + 3, min(k + 8, len(tree)))
        for k in range(len(tree) - 3)
    )


def _first_joined(sentence: Sentence, verb: int) -> int:
    """The first of the verbs that stand under one auxiliary: `is to close two plants and shed 950 jobs`."""
    tree = sentence.tree
    while (
        tree[verb].dep == "conj"
        and tree[verb].lower == tree.lemma(verb)
        and tree.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    ):
        verb = tree[verb].head
    return verb


def _ordained(sentence: Sentence, verb: int) -> bool:
    """`The station was to have opened`, `Keys are to be handed out`: what has been laid down for later.

    Headlines leave the auxiliary out: `Volta to cut 1,200 jobs`.
    """
    tree = sentence.tree
    marked = next((child for child in tree.children(verb) if child.lower == "to" and child.dep == "aux"), None)
    if marked is not None and tree[verb].dep == "ROOT" and marked.i and tree[marked.i - 1].is_noun:
        subject = tree.child(verb, "nsubj", "nsubjpass")
        return subject is not None and not any(word.tag in FINITE_TAGS for word in tree.words[: marked.i])
    clause = tree[verb].dep in ("acl", "relcl")
    if marked is not None and clause and marked.i and tree[marked.i - 1].tag in ("NNS", "NNPS"):
        return not any(word.tag in FINITE_TAGS for word in tree.words)  # "Hundreds of horses to gather for the show"
    first = min(
        [verb, *(child.i for child in tree.children(verb) if child.dep in ("aux", "auxpass") and child.i < verb)]
    )
    to = next((k for k in range(first - 2, verb) if k > 0 and sentence.word(k) == "to"), None)
    if to is None or sentence.word(to - 1) not in ("is", "are", "was", "were"):
        return False
    above = tree.head(to - 1) if tree[to - 1].dep in ("aux", "auxpass") else tree[to - 1]
    subject = tree.child(above.i, "nsubj", "nsubjpass")
    lemma = tree.lemma(subject.i) if subject is not None and subject.is_noun else ""
    return lemma not in table("verbs")["not_ordained"]


def _by_copula(sentence: Sentence, verb: int) -> Modality | None:
    """`The plan is to lift the share`: the noun that the infinitive is said of."""
    tree = sentence.tree
    if tree[verb].dep == "ccomp" and tree.lemma(tree[verb].head) in table("verbs")["securing"]:
        verb = tree[verb].head  # "The aim is to ensure that 400 homes are built"
    above = tree.head(verb)
    subject = tree.child(above.i, "nsubj") if tree[verb].dep == "xcomp" and tree.lemma(above.i) == "be" else None
    lemma = tree.lemma(subject.i) if subject is not None and subject.is_noun else ""
    return _told_by(lemma, infinitive=True)


def _on_course(sentence: Sentence, verb: int, anchor: int) -> bool:
    """Whether something is on the way to a number: `They are on target for 80,000 visitors`, `is on track for`."""
    tree = sentence.tree
    on = next((child for child in tree.children(verb) if child.lower == "on" and child.dep == "prep"), None)
    noun = None if on is None else tree.child(on.i, "pobj")
    led = noun is not None and noun.i < anchor and sentence.word(noun.i + 1) in ("for", "to")
    return led and noun is not None and noun.lower in table("verbs")["courses"]


def by_noun(sentence: Sentence, anchor: int, verb: int | None = None) -> Modality | None:
    """A plan or forecast told by a noun: `a target of 5%`, `the plan to cut 500 jobs`, `the potential to halve it`."""
    tree = sentence.tree
    qualified = _qualified(sentence, anchor)
    if qualified is not None:
        return qualified
    chain = [tree[anchor], *tree.ancestors(anchor)]
    for below, word in itertools.pairwise(chain[:6]):
        if word.is_noun and word.i != verb and below.i > word.i:
            infinitive = below.tag == "VB" and below.dep in ("acl", "relcl")
            if infinitive or (below.dep == "prep" and below.lower in ("of", "to")):
                told = _told_by(tree.lemma(word.i), infinitive=infinitive) or _qualified(sentence, word.i)
                if told is not None:
                    return told
        if word.is_verb and word.i != verb and not (word.dep == "acl" or (word.dep == "relcl" and word.tag == "VB")):
            break
    return None


def _qualified(sentence: Sentence, noun: int) -> Modality | None:
    """What a word before a noun makes of it: `a planned increase`, `the expected fall of 5%`."""
    words = [child.lower for child in sentence.tree.children(noun) if child.i < noun]
    qualifiers = table("verbs")["qualifiers"]
    return next((Modality(name) for name, members in qualifiers.items() if any(w in members for w in words)), None)


def _told_by(noun: str, *, infinitive: bool) -> Modality | None:
    """What a noun makes of a number that it stands over."""
    data = table("verbs")
    tables = (data["nouns"], data["infinitive_nouns"]) if infinitive else (data["nouns"],)
    return next((Modality(name) for nouns in tables for name, members in nouns.items() if noun in members), None)
