"""Sources: who says so, in the sentence of the claim or, for what stands in quotation marks, in the one before."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.movement import change_nouns
from factex.context.denials import denial_of, thinks_nothing
from factex.context.quotations import CLOSING, OPENING, OWN
from factex.context.reports import BOUNDS, aside_by_words, closed_behind, has_object, spoken
from factex.context.sayers import document_shown, sayers, saying_verbs
from factex.context.subjects import accusation, subject_of
from factex.lexicon.files import table
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word

# What leads to the house of who speaks: "Graham Dunstan from Cyanide Watch".
_OF_HOUSE = ("from", "of", "at")
# These go on about when somebody said so.
_GOING_ON = ("after", "as", "when", "while", "before", "following")


class Sources:
    """Who makes the claims of one sentence.

    Args:
        sentence: The sentence.
    """

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._sayers = list(sayers(sentence))
        self._spoken = spoken(sentence)

    def of(self, anchor: int, predicate: int | None) -> int | None:
        """The head of the mention of who makes a claim, in its own sentence.

        It is named by `according to`, by a verb of saying above the claim, by one in a clause of its own beside it
        (`, the agency said`), by who expects it, put a figure or ranked a thing, or by the document that shows it.
        """
        sentence = self._sentence
        claim = anchor if predicate is None else predicate
        sayers = [pair for pair in self._sayers if pair[0].i != claim]
        putter = _putter(sentence, anchor, predicate)
        quoted = putter is not None and sentence.word(putter) in OWN  # "We put the loss at $4 million," Ms Chan said
        found = _first(
            _according(sentence),
            None if quoted else putter,
            _governing(sentence, sayers, claim, anchor),
            _gainsayer(sentence, claim),
            _accuser(sentence, claim),
            _expecting(sentence, claim),
            _aside(sentence, sayers, anchor),
            aside_by_words(sentence, [verb for verb in self._spoken if verb.i != claim], anchor),
            _forecaster(sentence, anchor, predicate),
            _ranker(sentence, predicate),
            document_shown(sentence, predicate),
            _labelled(sentence),
            putter,
        )
        return None if found is None or thinks_nothing(sentence.tree[found]) else found


def _first(*found: int | None) -> int | None:
    return next((head for head in found if head is not None), None)


def _according(sentence: Sentence) -> int | None:
    for i in range(len(sentence.tree) - 2):
        if sentence.word(i) == "according" and sentence.word(i + 1) == "to":
            return sentence.nouns_after(i + 2, 10)
    return None


def _putter(sentence: Sentence, anchor: int, predicate: int | None) -> int | None:
    """`The rebels put the figure at 100`, `the organisers spoke of 25,000`: the subject of the verb says so."""
    tree = sentence.tree
    preposition = None if predicate is None else table("verbs")["reckoning"].get(tree.lemma(predicate))
    if predicate is None or preposition not in sentence.words(predicate, max(anchor, predicate + 10)):
        return None
    agent = tree.child(predicate, "agent")  # "is put at 1.44 billion by the UN"
    subject = tree.child(predicate, "nsubj") if agent is None else tree.child(agent.i, "pobj")
    return None if subject is None else subject.i


def _ranker(sentence: Sentence, predicate: int | None) -> int | None:
    """`ranked 9th out of 54 states by the Arlin Institute`: who ranks."""
    tree = sentence.tree
    if predicate is None or tree.lemma(predicate) not in ("rank", "rate", "place") or tree[predicate].tag != "VBN":
        return None
    by = next((k for k in range(predicate, min(len(tree), predicate + 16)) if sentence.word(k) == "by"), None)
    noun = None if by is None else sentence.nouns_after(by + 1, 4)
    return noun if noun is not None and tree[noun].tag in ("NNP", "NNPS") else None


def _governing(sentence: Sentence, sayers: Sequence[tuple[Word, int]], claim: int, anchor: int) -> int | None:
    """The subject of a verb of saying that the claim's clause hangs on: the outer one, before `we think`."""
    tree = sentence.tree
    above = {claim, *(word.i for word in tree.ancestors(claim)), *(word.i for word in tree.ancestors(anchor))}
    found = []
    for verb, subject in sayers:
        committed = tree.lemma(verb.i) in table("verbs")["targeted"]  # "has agreed to invest" is a deed
        clauses = ("ccomp",) if committed else ("ccomp", "xcomp")
        governs = verb.i in above and any(
            child.dep in clauses and child.i in above and not (child.tag == "JJ" and tree.lemma(verb.i) == "find")
            for child in tree.children(verb.i)
        )  # "found the mayor guilty on seven counts"
        told = verb.i in above and tree.lemma(verb.i) in ("say", "tell") and anchor > verb.i
        told = told and not _of_teller(tree, verb.i, anchor)
        parted = ";" in sentence.words(min(anchor, verb.i), max(anchor, verb.i))
        if parted:
            continue
        further = _of_next(sentence, anchor, verb.i, subject) or _gone_on(sentence, verb.i, anchor)
        if (governs or told) and not further and not _set_against(sentence, sayers, verb.i, above):
            found.append(subject)
    named = [head for head in found if tree[head].lower not in OWN]
    return _first(*named[:1]) if named else None


def _gainsayer(sentence: Sentence, claim: int) -> int | None:
    """Who denies the report that a claim is: `The minister has denied claims that jobs will go`."""
    tree = sentence.tree
    denials = (denial_of(tree, word.i) for word in (tree[claim], *tree.ancestors(claim)) if word.is_verb)
    denial = next((verb for verb in denials if verb is not None), None)
    subject = None if denial is None else subject_of(sentence, denial.i)
    return None if subject is None else subject.i


def _accuser(sentence: Sentence, claim: int) -> int | None:
    """Who says of somebody what they did: `Prosecutors accused the firm of hiding 40 barrels`."""
    verb = accusation(sentence, claim)
    passive = verb is None or sentence.tree.child(verb.i, "auxpass") is not None
    subject = None if verb is None or passive else subject_of(sentence, verb.i)
    return None if subject is None else subject.i


def _of_next(sentence: Sentence, anchor: int, verb: int, subject: int) -> bool:
    """Whether who speaks does so in a further clause only: `Diesel is $2.89, and Shane Otto says he burns plenty`."""
    tree = sentence.tree
    first = tree.noun_phrase(subject, sentence.stop)[0]
    if anchor < first and sentence.words(first - 2, first) in ([",", "and"], [",", "but"]):
        return True
    while first > anchor and (tree[first - 1].tag in ("NN", "NNP", "NNPS", "DT") or tree[first - 1].lower in _OF_HOUSE):
        first -= 1  # "are closed but Ana Ruiz from River Care says"
    reports = any(one.dep == "ccomp" and one.i > verb for one in tree.children(verb))
    finite = any(word.tag in FINITE_TAGS for word in tree.words[:first])
    return anchor < first < verb and sentence.word(first - 1) in ("and", "but") and reports and finite


def _set_against(sentence: Sentence, sayers: Sequence[tuple[Word, int]], verb: int, above: set[int]) -> bool:
    """Whether another says so beside a verb of saying: `Kiev said it lost 27, while Moscow claimed to have lost`."""
    tree = sentence.tree
    inner = (other for other, _ in sayers if other.i in above and other.i > verb and other.dep == "advcl")
    return any(one.lower in ("while", "whereas") for other in inner for one in tree.children(other.i))


def _gone_on(sentence: Sentence, verb: int, anchor: int) -> bool:
    """Whether a clause behind who speaks goes on with others: `It shrank, the bureau said, and economists expect`."""
    told = sentence.tree.child(verb, "ccomp")
    if told is None or not told.i < verb < anchor:
        return False
    joined = next((k for k in range(verb, anchor) if sentence.words(k, k + 2) in ([",", "and"], [",", "but"])), None)
    return joined is not None and _expecting(sentence, anchor) is not None


def _of_teller(tree: Tree, verb: int, anchor: int) -> bool:
    """Whether a relative clause tells of who speaks or of where: `told reporters outside the court, which awarded`."""
    path = list(itertools.takewhile(lambda word: word.i != verb, [tree[anchor], *tree.ancestors(anchor)]))
    related = any(word.dep == "relcl" for word in path)
    return related and bool(path) and path[-1].dep in ("nsubj", "dobj", "prep", "dative", "agent", "npadvmod")


def _aside(sentence: Sentence, sayers: Sequence[tuple[Word, int]], anchor: int) -> int | None:
    """Who says so in a clause beside the claim: `, the agency said`, `“…,” said Aas`, `X, he conceded, may widen`."""
    tree = sentence.tree
    _, clause_only, _ = saying_verbs()
    for verb, subject in sayers:
        first, last = min(tree.subtree(subject)[0], subject, verb.i), max(verb.i, subject)
        while first > 0 and tree[first].text in BOUNDS:
            first += 1
        if any(one.tag == "MD" and one.dep == "aux" for one in tree.children(verb.i)):
            continue  # "was released and must report twice a week"
        if first <= anchor <= last or (anchor > last and _of_teller(tree, verb.i, anchor)):
            continue
        before = tree[first - 1].text if first else ""
        if before in ("which", "who", "that") and first == last - 1 and anchor > last and tree[first].tag == "PRP":
            return subject  # "imports, which it says now make up 60 per cent"
        if before not in BOUNDS:
            continue
        closed = closed_behind(sentence, last + 1)
        if subject > verb.i and sentence.word(last + 1) in _GOING_ON:
            closed = len(tree)  # "“…,” said coach Dario Velde after his side ended the season with a draw"
        if not closed or (tree.lemma(verb.i) in clause_only and has_object(sentence, verb.i)):
            continue
        ends_all = closed >= len(tree) - 1 or tree[min(closed, len(tree) - 1)].text in (".", ";", *CLOSING)
        if anchor < first or not ends_all or before in CLOSING:
            return subject
    return None


def _forecaster(sentence: Sentence, anchor: int, predicate: int | None) -> int | None:
    """`Analysts had forecast 4.1%`, `Authorities estimate plantings of 3 million hectares`: who says how much."""
    tree = sentence.tree
    verbs = table("verbs")
    if predicate is None and tree[anchor].dep == "pobj" and tree.head(anchor).lower == "of":
        told_of = tree.head(tree.head(anchor).i)
        predicate = told_of.head if told_of.dep == "dobj" and tree.head(told_of.i).is_verb else None
    if predicate is None or tree.lemma(predicate) not in (*verbs["forecasting"], *verbs["by_change"]):
        return None
    thing = tree.child(predicate, "dobj")
    subject = tree.child(predicate, "nsubj")
    behind = predicate + 1 + int(sentence.word(predicate + 1) == "in")  # "had pencilled in 32.5 million"
    of = None if thing is None else tree.child(thing.i, "prep")
    number = None if of is None or of.lower != "of" else sentence.after(of.i)
    foretold = number is not None and of is not None and number.first - of.i <= 2  # "forecasts inflation of 3%"
    moved = thing is not None and tree.lemma(thing.i) in change_nouns()  # "is tipping an 11% drop"
    told = behind in sentence.stop or (thing is not None and thing.i in sentence.stop) or foretold or moved
    return subject.i if told and subject is not None else None


def _expecting(sentence: Sentence, claim: int) -> int | None:
    """`Tessel expects sales to reach $712 billion`: who expects it of something else."""
    tree = sentence.tree
    _, _, expecting = saying_verbs()
    word = tree[claim]
    for above in [word, *tree.ancestors(claim)]:
        head = tree.head(above.i)
        seen = tree.lemma(head.i) == "see" and head.tag not in ("VBP", "VBZ")  # "2020 saw sales fall"
        if above.dep in ("ccomp", "xcomp", "advcl") and head.is_verb and tree.lemma(head.i) in expecting and not seen:
            own = tree.child(above.i, "nsubj", "nsubjpass") or tree.child(head.i, "dobj")
            subject = subject_of(sentence, head.i)
            apart = own is not None and subject is not None and head.i < own.i < above.i
            if subject is not None and subject.lower == "you":
                return None  # "you can expect to dig deeper after a kelpie fetched $5,400"
            if subject is not None and subject.lower == "it" and tree.child(head.i, "auxpass") is not None:
                return None  # "It is estimated that the industry is worth $1.7 billion"
            return subject.i if apart and subject is not None and subject.i != own.i else None  # type: ignore[union-attr] # apart
    return None


def _labelled(sentence: Sentence) -> int | None:
    """Who is named before a colon and what is quoted: `Sally Davison: "We have 40 staff"`."""
    tree = sentence.tree
    colon = next((k for k in range(1, min(5, len(tree) - 1)) if tree[k].text == ":"), None)
    if colon is None or sentence.word(colon + 1) not in OPENING:
        return None
    named = all(word.tag in ("NNP", "NNPS") for word in tree.words[:colon])
    return colon - 1 if named and tree[colon - 1].label == "PERSON" else None
