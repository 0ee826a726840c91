"""Times of something else than the claim: of when it was said, and of an event before or behind which it lay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.movement import change_nouns
from factex.lexicon.files import table

if TYPE_CHECKING:
    from factex.context.times import Time
    from factex.syntax.tree import Tree, Word


def of_telling(tree: Tree, time: Time, word: int, claim_verb: int, anchor: int) -> bool:
    """Whether a time tells when something was said: `told reporters on Tuesday that …`, `…, it said in May`."""
    saying = table("verbs")["saying"]
    top = next((above for above in tree.ancestors(word) if above.is_verb), None)
    if top is not None and _to_be_told(tree, top, claim_verb):
        return True
    published = top is not None and top.tag == "VBN" and top.dep == "acl" and top.i != claim_verb
    if published and top is not None and tree.lemma(top.i) in table("verbs")["publishing"]:
        return True
    if top is None or tree.lemma(top.i) not in saying or top.i == claim_verb:
        return _before_report(tree, time, word, claim_verb, saying)
    aside = top.i + 1 < len(tree) and tree[top.i + 1].text == ","
    return not (top.i < anchor < word) if word > top.i else not (aside and word < anchor)


def _to_be_told(tree: Tree, verb: Word, claim_verb: int) -> bool:
    """Whether a verb says that a claim is yet to be told: `is today expected to confirm that 400 jobs will go`."""
    above = [tree[claim_verb], *tree.ancestors(claim_verb)]
    clause = next((one for one in above if one.dep == "ccomp"), None)
    teller = None if clause is None else tree.head(clause.i)
    told = teller is not None and teller.tag == "VB" and tree.lemma(teller.i) in table("verbs")["saying"]
    return told and teller is not None and teller.dep == "xcomp" and teller.head == verb.i


def _before_report(tree: Tree, time: Time, word: int, claim_verb: int, saying: list[str]) -> bool:
    """Whether a time between a verb of saying and the clause that it reports was parsed into that clause."""
    verbs = [tree[claim_verb], *tree.ancestors(claim_verb)]
    clause = next((verb for verb in verbs if verb.is_verb and verb.dep == "ccomp"), tree[claim_verb])
    teller = tree.head(clause.i)
    subject = tree.child(clause.i, "nsubj", "nsubjpass")
    reported = clause.dep == "ccomp" and tree.lemma(teller.i) in saying
    year = time.value is not None and time.value[:4].isdigit() and len(time.value) == 4
    told_now = teller.tag in ("VBZ", "VBP")  # "says last year exports were …"
    if not reported or told_now or subject is None or year or not teller.i < word < subject.i:
        return False
    return not any(tree[k].lower in ("that", ",") for k in range(teller.i, word))


def told_by_event(tree: Tree, claim_verb: int, word: int) -> bool:
    """Whether a claim only says before or behind what the sentence's deed lay: `reopened today, after telling 140`."""
    for clause in (tree[claim_verb], *tree.ancestors(claim_verb)):
        opened = tree.head(clause.i) if clause.dep == "pcomp" else tree.child(clause.i, "mark")
        if opened is not None and opened.lower in ("after", "before", "until", "once"):
            return word not in tree.subtree(clause.i)
    return False


def _event_before(tree: Tree, i: int) -> int | None:
    """The preposition that brings word `i` in a change that lay before: `rose 1%, after a rise of 3% in the first`."""
    for above in tree.ancestors(i):
        if above.lower in ("after", "following") and above.dep == "prep":
            event = tree.child(above.i, "pobj", "dobj")  # "following" may be parsed as a verb
            return above.i if event is not None and tree.lemma(event.i) in change_nouns() else None
        if above.is_verb:
            return None
    return None


def of_event(tree: Tree, anchor: int, word: int) -> bool:
    """Whether of a claim and a time one belongs to a change before, the other to the verb behind which that lay."""
    claimed, timed = _event_before(tree, anchor), _event_before(tree, word)
    return claimed != timed and (claimed is None or word < claimed)
