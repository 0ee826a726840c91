"""Modality and negation: how a claim is put forward, and whether it is denied. Scope stops at the clause."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.movement import change_nouns
from factex.context import absolutes
from factex.context.subjects import names_nobody
from factex.lexicon.files import per_lexicon, table
from factex.records import Modality
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Word

_CHAIN = ("xcomp", "aux", "auxpass", "conj", "pcomp", "acomp", "oprd", "ccomp", "csubj")
_PARTICIPLE = ("acl", "advcl")


@per_lexicon
def _by_verb() -> dict[str, Modality]:
    data = table("verbs")
    return {verb: Modality(name) for name in ("predicted", "targeted") for verb in data[name]}


def _chain(sentence: Sentence, verb: int) -> Iterator[tuple[Word, str]]:
    """The verbs above a verb in its clause, each with the relation through which it was reached; itself first."""
    tree = sentence.tree
    yield tree[verb], ""
    seen = {verb}
    word = tree[verb]
    while word.dep in _CHAIN or (word.dep in _PARTICIPLE and _infinitive(sentence, word)):
        dep = word.dep
        finite = word.tag in ("VBZ", "VBD") and tree.lemma(word.i) != word.lower
        if dep == "conj" and finite and tree[word.head].tag == "VB":
            return  # "will start in July and is open to 90 growers"
        if any(tree[k].text == ";" for k in range(min(word.i, word.head), max(word.i, word.head))):
            return
        word = tree[word.head]
        if word.i in seen:
            return
        seen.add(word.i)
        if word.is_verb or word.tag in ("JJ", "MD", "NN", "NNS"):
            yield word, dep
        if dep == "ccomp":
            return


def _infinitive(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is one, also in the passive: `called for the threshold to be lifted`, but not `did not reach`."""
    auxiliaries = [child for child in sentence.tree.children(word.i) if child.dep == "aux"]
    finite = any(child.tag in FINITE_TAGS for child in auxiliaries)
    return (word.tag == "VB" and not finite) or any(child.lower == "to" for child in auxiliaries)


def modality_of(sentence: Sentence, predicate: int | None, anchor: int) -> Modality:
    """How a claim is put forward."""
    tree = sentence.tree
    verb = predicate if predicate is not None else _verb(sentence, anchor)
    if verb is None:
        return _by_noun(sentence, anchor) or Modality.ASSERTED
    if _behind_event(sentence, verb, anchor):
        return Modality.ASSERTED
    data = table("verbs")
    reported = False
    word = tree[verb]
    for above, dep in _chain(sentence, verb):
        below, word = word, above
        if word.i == verb and tree.lemma(verb) in data["awaited"] and tree.child(verb, "auxpass") is not None:
            return Modality.PREDICTED  # "A further 10 cm is expected before midnight"
        if word.i != verb:
            lemma = tree.lemma(word.i)
            known = None if _apart(sentence, word.i) else _by_verb().get(lemma)
            perfect = lemma in data["reckoned"] and any(child.lower == "have" for child in tree.children(below.i))
            told = dep != "ccomp" or lemma not in ("estimate", "see", "set")
            if known is not None and told and dep != "conj" and not perfect:
                return known
            if lemma in data["asking"]["verbs"] and dep in ("xcomp", "ccomp") and _infinitive(sentence, below):
                return Modality.TARGETED
            if lemma in data["looking"] and dep == "xcomp" and _infinitive(sentence, below):
                return Modality.TARGETED  # "is looking to buy two properties"
            if lemma in data["future"] and dep == "xcomp" and word.tag == "VBG" and sentence.word(word.i + 1) == "to":
                return Modality.PREDICTED
            if lemma in data["adjectives"] and dep in ("xcomp", "ccomp") and word.tag != "VB":  # "did set what is"
                return Modality(data["adjectives"][lemma])
            if lemma in data["saying"] and dep == "ccomp" and word.tag in ("VBD", "VBN"):
                reported = True
        beside = (child for child in tree.children(verb) if child.lower != "to")  # "plans to double it and to raise"
        if dep == "conj" and any(child.dep in ("aux", "nsubj") for child in beside):
            break
        for child in tree.children(word.i):
            month = child.text == "May" and child.i > 0
            modal = child.dep in ("aux", "auxpass") and child.lower in data["modals"] and not month
            if modal and child.i < max(verb, word.i) + 1:
                found = Modality(data["modals"][child.lower])
                if (
                    found is Modality.CONDITIONAL
                    and (reported or _under_saying(sentence, word.i))
                    and not _if(sentence, word.i)
                ):
                    return Modality.PREDICTED
                if found is Modality.CONDITIONAL:
                    return found
                return found
        if dep == "ccomp":
            break
    if _ordained(sentence, _first_joined(sentence, verb)):
        return Modality.TARGETED
    planned = _by_copula(sentence, verb)
    if planned is not None:
        return planned
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
    return _by_noun(sentence, anchor, verb) or Modality.ASSERTED


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


def _verb(sentence: Sentence, anchor: int) -> int | None:
    verb = sentence.clause_verb(anchor)
    return verb.i if verb is not None else None


def _under_saying(sentence: Sentence, i: int) -> bool:
    tree = sentence.tree
    word = tree[i]
    told = tree.lemma(word.head) in table("verbs")["saying"] and tree[word.head].tag in ("VBD", "VBN")
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
    above = tree.head(verb)
    subject = tree.child(above.i, "nsubj") if tree[verb].dep == "xcomp" and tree.lemma(above.i) == "be" else None
    lemma = tree.lemma(subject.i) if subject is not None and subject.is_noun else ""
    return _told_by(lemma, infinitive=True)


def _by_noun(sentence: Sentence, anchor: int, verb: int | None = None) -> Modality | None:
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


def negated(sentence: Sentence, predicate: int | None, anchor: int) -> bool:
    """Whether a claim is denied: by `not`, `never`, `fail to`, `deny`."""
    tree = sentence.tree
    verb = predicate if predicate is not None else _verb(sentence, anchor)
    if verb is None or (predicate is None and absolutes.opening(sentence, anchor) is not None):
        return False
    opening = " ".join(word.lower for word in tree.words[:3])
    if any(f"{opening} ".startswith(f"{phrase} ") for phrase in table("verbs")["denying_openers"]):
        return True
    told = f" {' '.join(sentence.words(0, anchor))} "
    if any(f" {phrase} " in told.rpartition(";")[2] for phrase in table("verbs")["denying_phrases"]):
        return True
    denying = frozenset(table("verbs")["denying"])
    if _gainsaid(sentence, verb):
        return True
    own = verb
    while tree[own].dep == "xcomp" and tree.child(own, "nsubj", "nsubjpass") is None and tree.head(own).is_verb:
        own = tree.head(own).i  # "No one has to pay more than £70"
    subject = tree.child(own, "nsubj", "nsubjpass")
    if subject is not None and (names_nobody(tree, subject) or any(map(_none, tree.children(subject.i)))):
        return subject.i not in sentence.stop  # "neither man has missed more than three games"
    for word, dep in _chain(sentence, verb):
        if dep in ("conj", "ccomp"):
            break
        if any(
            (
                child.dep == "neg"
                or (child.lower == "longer" and sentence.word(child.i - 1) == "no")
                or child.lower in ("never", "not", "n't", "n’t")
            )
            and child.i not in sentence.stop
            and (child.i < anchor or child.i < word.i == predicate)  # "Half of the farmers did not vote"
            for child in tree.children(word.i)
        ):
            return True
        if word.i != verb and tree.lemma(word.i) in denying:
            return True
        if any(sentence.words(child.i - 1, child.i + 1) == ["yet", "to"] for child in tree.children(word.i)):
            return True  # "has yet to build 300 of the homes"
    return False


def _none(word: Word) -> bool:
    """Whether a determiner says that there is none: `neither man`, but not `the No side`."""
    return word.lower in ("neither", "no") and (word.i == 0 or word.text.islower())


def _gainsaid(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is denied from without: `denied that it planned to …`, `there is no way that it can …`."""
    tree = sentence.tree
    data = table("verbs")
    top = verb
    for word, dep in _chain(sentence, verb):
        if dep == "ccomp":
            return word.is_verb and tree.lemma(word.i) in data["gainsaying"]
        top = word.i
    if any(sentence.words(k, k + 2) == ["no", "way"] for k in range(max(0, verb - 12), verb)):
        return True  # where the parse takes "way production" for one noun
    above = tree.head(top)
    report = above.is_noun and above.dep == "dobj" and tree.head(above.i).is_verb
    if report and tree.lemma(tree.head(above.i).i) in data["gainsaying"] and tree.lemma(above.i) in data["reports"]:
        return True
    denied = any(child.lower == "no" for child in tree.children(above.i))
    return denied and above.is_noun and tree.lemma(above.i) in data["nothing"] and tree[top].dep in ("acl", "relcl")
