"""Antecedents: what a pronoun or a definite description stands for, within the text."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from factex.context.asked import (
    SUBJECTS,
    acts,
    asked,
    bodily,
    done_to,
    handled,
    parts,
    priced,
    prior,
    speaks,
    suffers,
)
from factex.context.candidates import PERHAPS_PERSONS, Candidate, candidates
from factex.context.descriptions import described
from factex.context.pairs import COUNTED, REACH, rivals, told_together
from factex.context.pronouns import Pronoun, is_unit
from factex.context.quotations import CLOSING, quoted
from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, is_property
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree, Word

# How many sentences back a pronoun is looked for where they have it too.
_CHAIN_REACH = 6
# A candidate with less is held against those farther back.
_SURE = 0


def resolve(tree: Tree, head: int, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """What the mention with the given head stands for, as (its sentence, its head); None where that is doubtful.

    Args:
        tree: The sentence of the mention.
        head: The mention's head.
        earlier: The sentences before it, nearest first; taken only as far as they are needed.
    """
    word = tree[head]
    data = table("antecedents")
    entry = data["pronouns"].get(word.lower)
    if entry is not None:
        found = [] if _expletive(tree, head) else _of_pronoun(tree, head, earlier, entry)
        return most_salient(found, plural=entry["plural"])
    owner = tree.child(head, "poss")
    if owner is not None and owner.lower in data["pronouns"] and word.lower in data["descriptions"]:
        return _held_by(tree, owner.i, data["descriptions"][word.lower], list(itertools.islice(earlier, REACH)))
    return described(tree, head, earlier)


def _held_by(tree: Tree, owner: int, labels: list[str], earlier: list[Tree]) -> tuple[Tree, int] | None:
    """What somebody leads or comes from, told beside the name: `Ed Bastian, who runs Delta … His airline`."""
    found = resolve(tree, owner, earlier)
    if found is None:
        return None
    sentence, holder = found
    if sentence is tree or not (sentence[holder].label == "PERSON" or is_person(sentence[holder].lower)):
        return None
    top = holder
    while sentence[top].dep in ("appos", "compound"):
        top = sentence[top].head
    holding = table("antecedents")["holding"]["verbs"]
    held = {one.i for one in sentence.words if one.dep == "dobj" and sentence.lemma(one.head) in holding}
    fitting = (k for k in sentence.subtree(top) if sentence[k].label in labels or k in held)
    beside = [k for k in fitting if sentence[k].dep != "compound"]
    heads = {sentence[k].text: k for k in beside if sentence[k].tag == "NNP"}
    return (sentence, next(iter(heads.values()))) if len(heads) == 1 else None


def _of_pronoun(tree: Tree, head: int, earlier: Iterable[Tree], entry: dict[str, Any]) -> list[Candidate]:
    """The candidates for a pronoun: of its own sentence, if a subject is among them, else of those before."""
    again = _told_before(tree, head)
    if again is not None:
        return _of_pronoun(tree, again, earlier, entry)
    ahead = _named_behind(tree, tree[head])
    if ahead is not None:
        return [Candidate(tree, ahead, {})]
    done = _done_before(tree, tree[head])
    if done is not None:
        return [Candidate(tree, done, {})]
    pronoun = Pronoun(
        labels=tuple(entry["labels"]),
        plural=entry["plural"],
        gender=entry.get("gender"),
        level=_tells_level(tree, head),
        speaks=speaks(tree, tree[head]),
        acts=acts(tree, tree[head]),
        bodily=bodily(tree, tree[head]),
        handled=handled(tree, tree[head]),
        suffers=suffers(tree, tree[head]),
        prior=prior(tree, tree[head]),
        quoted=quoted(tree, head),
        asked=asked(tree, tree[head]),
        parts=parts(tree, tree[head]),
        priced=priced(tree, tree[head]),
        done_to=done_to(tree, tree[head]),
    )
    gendered = {word for word, one in table("antecedents")["pronouns"].items() if one.get("gender")}
    told_of = not pronoun.person and any(one.lower in gendered for one in tree.words)
    speaker = _speaker_beside(tree, head) if pronoun.person else None
    here = [one for one in candidates(tree, head, 0) if not _bound(tree, one.head, head)]
    owner = tree[head + 1].lower if head + 2 < len(tree) and tree[head + 2].tag == "POS" else ""
    here = [one for one in here if tree[one.head].lower != owner]  # "making it Australia's third largest market"
    if pronoun.speaks:  # "“Snowy Hydro will be sold,” he said"
        here = [one for one in here if not any(tree[k].text in CLOSING for k in range(one.head + 1, head))]
    found = _fitting(pronoun, here)
    if any(tree[one.head].dep in SUBJECTS for one in found) and pronoun.content(found):
        return found
    reach, aside = REACH, []
    for age, sentence in enumerate(earlier, start=1):
        fitting = _fitting(pronoun, candidates(sentence, len(sentence), age))
        if told_of:  # "Agnes Tolle bought the orchard. It covers 14 acres, and she hopes"
            fitting = [one for one in fitting if sentence[one.head].label != "PERSON"]
        apart = speaker is not None and {tree[speaker].lower, tree[head].lower} == {"he", "she"}
        if speaker is not None and not apart:  # "He must pay $46,000, she ruled"
            fitting = _others(fitting, tree, speaker)
        if pronoun.person and _subject_again(sentence, tree[head].lower):  # who speaks on is no name on the side
            aside += [one for one in fitting if sentence[one.head].dep not in SUBJECTS]
            fitting = [one for one in fitting if sentence[one.head].dep in SUBJECTS]
            reach = min(reach + 1, _CHAIN_REACH)
        found += fitting
        if not found and age == 1 and tree[head].lower == "it":
            found = _only_thing(sentence)
        sure = any(one.score > _SURE for one in found)
        if (sure and pronoun.content(found)) or age >= reach:
            break
    return found or aside


def _named_behind(tree: Tree, word: Word) -> int | None:
    """The name that follows a clause in front of it: `Although it has fewer than 500 students, Wendover College is`."""
    clause = tree.head(word.i)
    main = tree.head(clause.i)
    fronted = word.dep in SUBJECTS and clause.dep == "advcl" and main.dep == "ROOT" and clause.i < main.i
    subject = tree.child(main.i, *SUBJECTS) if fronted and tree.child(clause.i, "mark") is not None else None
    entry = table("antecedents")["pronouns"].get(word.lower)
    named = subject is not None and entry is not None and subject.label in entry["labels"] and not entry["plural"]
    return subject.i if named and subject is not None and word.i < clause.i < subject.i else None


def _speaker_beside(tree: Tree, head: int) -> int | None:
    """Who says what a pronoun stands in, and is not meant by it: `"He has trained for two days," Dudek said`."""
    for word in tree.words:
        apart = word.i != head and (word.is_noun or word.lower in ("he", "she"))
        if apart and speaks(tree, word) and word.lower != tree[head].lower:
            verb = tree.head(word.i)
            above = verb.i in {one.i for one in tree.ancestors(head)} or tree[head].head == verb.i
            told = above or any(one.text in CLOSING for one in tree.words[head : word.i])
            return word.i if told else None
    return None


def _others(found: list[Candidate], tree: Tree, speaker: int) -> list[Candidate]:
    """The candidates without who speaks: by the name, or the most salient where a pronoun names who speaks."""
    word = tree[speaker]
    if word.is_noun:
        return [one for one in found if one.tree[one.head].lower != word.lower]
    best = max(found, key=lambda one: one.score, default=None)
    return [one for one in found if one is not best]


def _only_thing(tree: Tree) -> list[Candidate]:
    """The one definite thing that a sentence tells of without its being the subject: `48 have died in the camp`."""
    things = [
        one
        for one in candidates(tree, len(tree), 1)
        if tree[one.head].tag == "NN" and not tree[one.head].label and tree[one.head].dep in ("pobj", "dobj")
        and any(child.lower == "the" for child in tree.children(one.head))
        and not is_property(tree.lemma(one.head))
    ]  # fmt: skip
    told = any(word.tag == "NN" and word.dep in SUBJECTS and is_property(tree.lemma(word.i)) for word in tree.words)
    return things if len(things) == 1 and not told else []


def _told_before(tree: Tree, head: int) -> int | None:
    """Where a sentence has a pronoun as a subject before already, outside what somebody is quoted with.

    `They had the vehicles moved, and they took 500 people with them` speaks of the same twice.
    """
    word = tree[head]
    if word.lower not in ("they", "he", "she") or word.dep not in SUBJECTS or speaks(tree, word):
        return None
    same = (one for one in tree.words[:head] if one.lower == word.lower and one.dep in SUBJECTS)
    first = next((one.i for one in same if not speaks(tree, one)), None)
    return first if first is not None and not any(tree[k].text in CLOSING for k in range(first, head)) else None


def _done_before(tree: Tree, word: Word) -> int | None:
    """What the same doer did something to just before: `sold the peso, sending it down`, `bought it and sold it`."""
    verb = tree.head(word.i)
    alone = verb.is_verb and verb.i < word.i and tree.child(verb.i, *SUBJECTS) is None
    if word.lower not in ("it", "them") or word.dep not in ("dobj", *SUBJECTS) or not alone:
        return None
    tags = PLURAL_TAGS if word.lower == "them" else ("NN", "NNP")
    for one in reversed(tree.words[: verb.i]):
        if one.dep in SUBJECTS:
            break
        if one.dep == "dobj" and one.i < verb.i:
            things = one.tag in tags and one.label not in ("PERSON", *COUNTED) and not _measured(tree, one)
            return one.i if things else None
    return None


def _measured(tree: Tree, noun: Word) -> bool:
    """Whether a noun is an amount or counted: `sold 300 tonnes`."""
    return any(child.dep in ("nummod", "quantmod") for child in tree.children(noun.i))


def _fitting(pronoun: Pronoun, found: Iterable[Candidate]) -> list[Candidate]:
    return [one for one in map(pronoun.fitting, found) if one is not None]


def _subject_again(tree: Tree, pronoun: str) -> bool:
    """Whether a sentence has a pronoun as a subject too: what it stood for there it stands for here."""
    return any(word.lower == pronoun and word.dep in SUBJECTS for word in tree.words)


# So many words may lie between a verb and the "since" of a time that has passed.
_SINCE = 6


def _expletive(tree: Tree, head: int) -> bool:
    """Whether `it` stands for nothing: `it takes an hour to …`, `it is likely that …`, `it may be that …`."""
    word = tree[head]
    verb = tree.head(head)
    if word.lower != "it" or word.dep not in SUBJECTS or not verb.is_verb:
        return False
    lemma = tree.lemma(verb.i)
    kinds = table("antecedents")["expletive"]
    behind = [child for child in tree.children(verb.i) if child.i > verb.i]
    clauses = [child for child in behind if child.dep in ("xcomp", "ccomp", "advcl") and child.is_verb]
    that = any(mark.lower == "that" for clause in clauses for mark in tree.children(clause.i))
    since = any(one.lower == "since" for one in tree.words[verb.i : verb.i + _SINCE])
    if lemma == "have" and since and any(child.label in ("DATE", "TIME") for child in behind):
        return True  # "It had nine weeks before the fault was found"
    if lemma == "be":
        duration = any(child.dep == "attr" and child.label in ("DATE", "TIME") for child in behind)
        duration = duration or any(child.dep == "attr" and child.tag == "NNS" for child in behind)  # "it's two markets"
        weather = any(tree[k].lower in ("degrees", "minus") for k in range(verb.i, min(verb.i + 5, len(tree))))
        return that or duration or weather or any(child.lower in kinds["complements"] for child in behind)
    whom = any(child.lower in kinds["whom"] for child in behind)  # "it took them 19 hours"
    return lemma in kinds["with_clause"] and (that or whom or any(clause.tag == "VB" for clause in clauses))


def _tells_level(tree: Tree, pronoun: int) -> bool:
    """Whether a pronoun is the subject of a verb that tells a level or its movement: `It stands at 2.5%`."""
    verb = tree.head(pronoun)
    change = table("change")
    moving = {lemma for verbs in (*change["verbs"].values(), change["level_verbs"]["words"]) for lemma in verbs}
    lemma = tree.lemma(verb.i) if verb.is_verb else ""
    foretold = tree.child(verb.i, "xcomp") if lemma in table("verbs")["expecting"] else None
    if foretold is not None and tree[pronoun].dep == "nsubjpass":
        lemma = tree.lemma(foretold.i)  # "They are forecast to climb back to minus 30"
    if tree[pronoun].dep in SUBJECTS and lemma == "be":
        compared = tree.child(verb.i, "acomp")  # "They are still 14 percent lower", "They were worth $7.4 billion"
        return compared is not None and (compared.lower in ("lower", "higher", "worth"))
    if tree[pronoun].dep not in SUBJECTS:
        return False
    told = tree.child(verb.i, "dobj")
    lost = lemma in change["weak_prices"]["verbs"] and told is not None and told.lower in ("%", "percent", "cent")
    held = told is not None and told.is_noun and not told.label and not is_unit(told)
    if held and not lost and lemma not in change["reaching"]["verbs"]:
        return False  # "It cut power to 41,000 homes", "it now closes 70 schools a year"
    return lemma in moving or lost  # "They lost 6.4% to close at 118.20 rand"


def _bound(tree: Tree, head: int, pronoun: int) -> bool:
    """Whether a candidate's own phrase holds the pronoun, or its verb has it as the object: `Sonda put it at 27%`."""
    word, one = tree[pronoun], tree[head]
    of_verb = word.dep == "dobj" and one.dep in SUBJECTS and one.head == word.head
    verb = tree[word.head]
    if word.dep in SUBJECTS and verb.tag == "VB" and one.dep in SUBJECTS and one.head == verb.head:
        of_verb = verb.head < word.i and tree.child(verb.i, "aux", "mark") is not None
        of_verb = of_verb and tree[word.i - 1].is_verb and tree[verb.i - 1].lower == "to"  # "they had expected it to"
    return of_verb or any(above.i == head for above in tree.ancestors(pronoun))


def most_salient(found: list[Candidate], *, plural: bool) -> tuple[Tree, int] | None:
    """The candidate that is most likely meant, as (its sentence, its head); None where it may be one of two."""
    if not found:
        return None
    best = max(found, key=lambda one: one.score)
    others = (one for one in found if one.tree is best.tree and one.head != best.head)
    if any(_alike(best, one) and rivals(best.tree, *sorted((best.head, one.head))) for one in others):
        return None
    return None if not plural and _one_of_two(best) else (best.tree, best.head)


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates are of one sort: both persons, both firms, both without a name."""
    labels = one.tree[one.head].label, other.tree[other.head].label
    return labels[0] == labels[1] or all(label in ("PERSON", *PERHAPS_PERSONS) for label in labels)


def _one_of_two(found: Candidate) -> bool:
    """Whether a person is told together with another, so that `he` may be either: `Bell and Cole squared up`."""
    word = found.tree[found.head]
    joined = told_together(found.tree, word.i)
    if joined is None:
        return False
    people = word.label == "PERSON" and joined.label == "PERSON"
    return people or (word.label == "ORG" and joined.label == "ORG" and word.dep in SUBJECTS)
