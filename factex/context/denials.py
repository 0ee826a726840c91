"""Denials from without: what is told over a clause that makes it untrue, or what it tells undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.chains import verbs_over
from factex.lexicon.files import table

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word

_ASKING = frozenset(("WRB", "WP", "WDT"))


def denied_from_without(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is denied by what it hangs on.

    `denied that it planned to`, `do not believe that`, `It is a myth that`, `no evidence that`, `decided against
    closing`, `was cleared of stealing`, `scrapped plans to buy`.
    """
    tree, top = sentence.tree, verb
    for word, dep in verbs_over(sentence, verb):
        if dep == "ccomp" or word.is_noun:
            break
        unlikely = word.lower in table("verbs")["unlikely"] and not _negated(tree, word)
        if dep == "xcomp" and (unlikely or _with_particle(tree, word) == "rule out"):
            return True  # "ruled out cutting 900 jobs", "are unlikely to fall"
        top = word.i
    if any(sentence.words(k, k + 2) == ["no", "way"] for k in range(max(0, verb - 12), verb)):
        return True  # where the parse takes "way production" for one noun
    tests = (_gainsaid, _unthought, _unreal, _report_denied, _nothing, _prevented, _forgone, _abandoned)
    return any(test(tree, tree[top]) for test in tests)


def denial_of(tree: Tree, clause: int) -> Word | None:
    """The verb that denies the report that a clause tells: `has denied claims that jobs will go`."""
    report = tree.head(clause)
    verb = tree.head(report.i)
    told = report.is_noun and report.dep == "dobj" and verb.is_verb
    told = told and tree.lemma(report.i) in table("verbs")["reports"]
    return verb if told and _with_particle(tree, verb) in table("verbs")["gainsaying"] else None


def thinks_nothing(word: Word) -> bool:
    """Whether those of whom only these think something deny it: `Nobody expects`, `Few believe`."""
    return word.lower in table("verbs")["few"]


def _with_particle(tree: Tree, verb: Word) -> str:
    """The lemma of a verb with its particle: `rule out`."""
    particle = tree.child(verb.i, "prt")
    return tree.lemma(verb.i) if particle is None else f"{tree.lemma(verb.i)} {particle.lower}"


def _negated(tree: Tree, verb: Word) -> bool:
    """Whether a verb has `not` or `no longer` by it, or stands behind `fail to`."""
    denied = any(child.dep == "neg" or child.lower in ("not", "n't", "n’t", "never") for child in tree.children(verb.i))
    longer = any(child.lower == "longer" and tree[child.i - 1].lower == "no" for child in tree.children(verb.i))
    failing = verb.dep == "xcomp" and tree.lemma(verb.head) in table("verbs")["denying"]
    return denied or longer or failing


def _gainsaid(tree: Tree, top: Word) -> bool:
    """`denied that it planned to close`, `ruled out that votes had been bought`."""
    above = tree.head(top.i)
    return top.dep == "ccomp" and above.is_verb and _with_particle(tree, above) in table("verbs")["gainsaying"]


def _unthought(tree: Tree, top: Word) -> bool:
    """`do not believe that 40 people were involved`, `Nobody expects it to grow`; not `did not say how many`."""
    above = tree.head(top.i)
    told = top.dep == "ccomp" and above.is_verb and tree.lemma(above.i) in table("verbs")["opining"]
    if not told or any(word.tag in _ASKING for word in tree.words[above.i : top.i]):
        return False
    subject = tree.child(above.i, "nsubj")
    return _negated(tree, above) or (subject is not None and thinks_nothing(subject))


def _untrue(tree: Tree, complement: Word, being: Word | None = None) -> bool:
    """Whether a word says that something is not so: `a myth`, `unlikely`, `not true`."""
    denied = any(_negated(tree, one) for one in (complement, being) if one is not None)
    data = table("verbs")
    return complement.lower in (data["true"] if denied else data["untrue"])


def _complement(tree: Tree, verb: Word) -> Word | None:
    """What a subject is said to be: `false` in `is false`, `proved false`."""
    named = tree.lemma(verb.i) in ("be", "prove", "seem", "appear", "remain", "turn")
    return tree.child(verb.i, "acomp", "attr", "oprd") if named else None


def _unreal(tree: Tree, top: Word) -> bool:
    """`It is not true that taxes rose`, `It is a myth that people use`, `It is doubtful that it will carry`."""
    above = tree.head(top.i)
    if top.dep not in ("ccomp", "csubj", "acl", "advcl", "relcl") or above.i == top.i:
        return False
    being = above if above.is_verb else tree.head(above.i)
    complement = _complement(tree, being) if above.is_verb else above
    it = tree.child(being.i, "nsubj")
    opened = top.dep == "csubj" or (it is not None and it.lower == "it")
    return complement is not None and opened and being.is_verb and _untrue(tree, complement, being)


def _report_denied(tree: Tree, top: Word) -> bool:
    """`denied claims that jobs will go`, `Rumours that 90 staff would go proved untrue`."""
    if denial_of(tree, top.i) is not None:
        return True
    report = tree.head(top.i)
    said = tree.head(report.i)
    told = report.is_noun and report.dep == "nsubj" and tree.lemma(report.i) in table("verbs")["reports"]
    complement = _complement(tree, said) if told and said.is_verb else None
    return complement is not None and _untrue(tree, complement, said)


def _nothing(tree: Tree, top: Word) -> bool:
    """`There is no way that it can`, `found no evidence that`, `has no plans to cut`, `has no intention of sending`."""
    above = tree.head(top.i)
    noun = tree.head(above.i) if top.dep == "pcomp" and above.lower == "of" else above
    hung = top.dep in ("acl", "relcl", "ccomp", "pcomp") and noun.is_noun and noun.i < top.i
    denied = any(child.lower == "no" for child in tree.children(noun.i))
    return hung and denied and tree.lemma(noun.i) in table("verbs")["nothing"]


def _prevented(tree: Tree, top: Word) -> bool:
    """`barred the developer from selling 40 flats`."""
    above = tree.head(top.head)
    kept = top.dep == "pcomp" and tree.head(top.i).lower == "from" and above.is_verb
    return kept and tree.lemma(above.i) in table("verbs")["repaying"]["preventing"]


def _forgone(tree: Tree, top: Word) -> bool:
    """`decided against closing 14 schools`, `stopped short of cutting jobs`, `was cleared of stealing $2 million`."""
    preposition = tree.head(top.i)
    verbs = table("verbs")["forgoing"].get(preposition.lower, ())
    if top.dep != "pcomp" or not verbs:
        return False
    above = tree.head(preposition.i)
    short = above.lower == "short"
    if above.tag == "RB" or short:  # "backed away from", "stopped short of"
        above = tree.head(above.i)
    if above.lower == "guilty":
        return _negated(tree, above) or tree[above.i - 1].lower == "not"
    ending = tree.lemma(above.i) in ("stop", "fall")
    return tree.lemma(above.i) in verbs and (short or not ending)


def _abandoned(tree: Tree, top: Word) -> bool:
    """`scrapped plans to buy 20 planes`, `The plan to build 400 homes was rejected`."""
    noun = tree.head(top.i)
    verb = tree.head(noun.i)
    data = table("verbs")
    planned = top.dep == "acl" and top.tag == "VB" and noun.is_noun and noun.dep in ("dobj", "nsubjpass")
    names = (*data["nouns"]["targeted"], *data["infinitive_nouns"]["targeted"])
    return planned and tree.lemma(noun.i) in names and tree.lemma(verb.i) in data["abandoning"]["verbs"]
