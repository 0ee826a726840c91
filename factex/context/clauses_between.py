"""What it costs a time that it hangs on another verb than the claim's: clauses between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import TimeRelation

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.context.times import Time
    from factex.syntax.tree import Tree, Word


def over_clauses(sentence: Sentence, time: Time, top: Word, verb: int, anchor: int, word: int) -> float:
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
    relative = clause.dep == "relcl" or (clause.dep == "acl" and clause.tag in ("VBN", "VBG"))
    planned = clause.dep == "acl" and clause.tag == "VB" and tree.head(clause.i).dep in ("nsubj", "nsubjpass")
    return cost + 4 * ((relative or planned) and word not in tree.subtree(clause.i))


def _when(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a clause tells by `when` what happened as the verb did."""
    opened = any(child.lower == "when" for child in tree.children(clause))
    return opened and tree[clause].dep == "advcl" and tree.head(clause).i == verb and clause > verb


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
        return 6  # "A third of shops expect trade to slow in the coming month"
    told_of = tree[top.head].tag == "JJ" or (tree[top.head].tag in ("VBN", "VBD") and tree[top.head].dep == "acl")
    ahead = top.dep == "xcomp" and told_of and tree[top.head].dep in ("amod", "acl", "relcl")
    if ahead and claim_verb < top.head:
        return 6  # "three ferries, due to join the fleet by June", "soldiers believed to have died in 1942"
    inside = anchor in tree.subtree(top.head) or top.head in tree.subtree(anchor)
    if described and not inside and anchor < top.head and tree[top.head].tag != "VBN":
        return 5  # "188 millimetres, breaking the record of 171 set in 1974"
    opened = {child.lower for child in tree.children(top.i)}
    if _of_reason(tree, top, word) or _of_deed_before(tree, top, claim_verb):
        return 6
    if top.dep == "relcl" and not opened.isdisjoint(("which", "that", "who", "where", "whose")):
        return 6
    participle = top.dep == "advcl" and top.tag in ("VBG", "VBN")
    if participle and opened.isdisjoint(("when", "as", "after", "before", "since", "until")):
        return 4  # "Having trebled between 2015 and 2022, the number has levelled off"
    while top.dep in ("pcomp", "xcomp", "acomp", "prep"):
        top = tree.head(top.i)  # "… and they're frightened of jeopardising their sales this year"
    shown = tree.text[tree[word].start : tree[word].end].lower()
    if top.dep == "conj" and top.head == claim_verb and anchor < top.i and shown in table("verbs")["present_adverbs"]:
        return 6  # "has been delayed by 14 months and is now over budget"
    joined = next((one for one in tree.ancestors(top.i) if one.dep == "conj" and one.head == claim_verb), None)
    if joined is not None and anchor < word and tree.child(joined.i, "nsubj", "nsubjpass") is not None:
        return 6  # "We are not at 10% and so we are now weighing it"
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


def _of_reason(tree: Tree, verb: Word, word: int) -> bool:
    """Whether a time is of a clause that tells why, or what lay before: `because it rose in May`, `after it shut`."""
    clause = tree.head(verb.i) if verb.dep == "xcomp" and tree.child(verb.i, "aux") is not None else verb
    mark = tree.child(clause.i, "mark")
    if clause.dep != "advcl" or mark is None or word < mark.i:
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
    while told.dep in ("pcomp", "xcomp", "acomp", "prep", "ccomp"):
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


def _joined(tree: Tree, one: int, other: int) -> bool:
    """Whether one verb governs the other through auxiliaries, infinitives or coordination."""
    chain = {one, *(word.i for word in tree.ancestors(one))}
    other_chain = {other, *(word.i for word in tree.ancestors(other))}
    return one in other_chain or other in chain
