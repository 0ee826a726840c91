"""Subject, measure and predicate: what a claim is about, which property is measured, the verb between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factex.claims.sentence import is_multiple, is_relative
from factex.context.absolutes import noun_of, opening
from factex.context.attachment import of_quantity
from factex.context.holders import Arguments, light_verbs, of_verb, set_subject, split
from factex.context.reports import only_reports, taken_for_noun
from factex.context.respective import respective_to
from factex.context.sayers import document_shown
from factex.context.subjects import SUBJECTS, subject_of
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.claims.claim import Claim
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


def arguments(sentence: Sentence, claim: Claim) -> Arguments:
    """The subject, measure and predicate of a claim."""
    found = Arguments(predicate=claim.predicate)
    located = next(iter(claim.roles.values()), None)
    thing = None if located is None or claim.kind != "change" else respective_to(sentence, located)
    if thing is not None:
        split(sentence, thing, found)
        found.predicate = claim.predicate
    elif claim.kind == "rank":
        _of_rank(sentence, claim, found)
    elif claim.theme is not None:
        split(sentence, claim.theme, found)
        found.predicate = claim.predicate if claim.predicate is not None else _verb_index(sentence, claim)
    elif claim.predicate is not None and (
        claim.kind == "change" or (claim.kind == "comparison" and "left" not in claim.roles)
    ):
        of_verb(sentence, claim.predicate, found)
    elif located is not None:
        main = next(
            (one for one in claim.roles.values() if claim.kind == "share" and one.head == claim.anchor), None
        ) or next(
            (
                claim.roles[name]
                for name in ("quantity", "left", "end", "part", "fraction", "total", "difference", "factor", "amount")
                if name in claim.roles
            ),
            located,
        )
        main = _first_told(sentence, main) if claim.kind == "measurement" else main
        if claim.kind == "share" and not any(claim.anchor in one for one in claim.roles.values()):
            main = replace(main, head=claim.anchor)
        of_quantity(sentence, main, found)
        if claim.kind == "share":
            _consisting_of(sentence, claim, found)
        if found.apart and claim.kind != "measurement":
            found.apart, found.predicate = False, _verb_index(sentence, claim)
    if claim.kind == "change":
        _unnamed(sentence, claim, found)
        _of_reporter(sentence, claim, found)
        _counted(sentence, claim, found)
        _measured(sentence, claim, found)
    if "measure" in claim.mentions:
        found.measure = claim.mentions["measure"]
    elif found.measure is None:
        found.measure = claim.mentions.get("level")
    if found.subject_head is not None and found.subject_head == document_shown(sentence, found.predicate):
        found.subject = found.subject_head = None
    if found.predicate is not None and only_reports(sentence, found.predicate, claim.anchor):
        _reported(sentence, located, found)
    unit = None if located is None else located.quantity.unit
    lasting = located is not None and unit is not None and unit.kind is UnitKind.TIME
    lasting = lasting and located is not None and sentence.word(located.first - 1) == "for"
    found.predicate = _raised(sentence, found.predicate, lasting=lasting)
    return found


def _first_told(sentence: Sentence, located: Located) -> Located:
    """The number that another one tells again in a second unit: `8.8 billion francs, or $9.9 billion`."""
    before = sentence.before(located)
    units = [None if one is None else one.quantity.unit for one in (before, located)]
    if before is None or units[0] is None or units[1] is None or before.attributive:
        return located
    again = sentence.gap(before, located) in (["or"], [",", "or"])
    aged = units[0].kind is units[1].kind is UnitKind.AGE and sentence.gap(before, located) in (["and"], [","])
    if aged:
        return _first_told(sentence, before)  # "Two brothers aged 29 and 35 were arrested"
    return before if again and units[0].kind is units[1].kind and units[0].name != units[1].name else located


def _reported(sentence: Sentence, located: Located | None, found: Arguments) -> None:
    """The verb that says what is told, in place of the one that only tells who says so; none where none is near."""
    tree, telling = sentence.tree, found.predicate
    found.predicate = found.subject = found.subject_head = None
    if located is None or telling is None:
        return
    doer = taken_for_noun(sentence, located.first - 1)
    if doer is not None:
        found.predicate = located.first - 1
        set_subject(sentence, doer, found)
        return
    told = tree.child(telling, "ccomp")
    above = tree.head(telling)
    if told is not None and told.is_noun and told.i < located.first and tree.child(told.i, "aux") is not None:
        found.predicate = told.i  # "At no point did the river rise above 5 metres, the service said"
        subject = tree.child(told.i, "nsubj", "compound")
        if subject is not None:
            set_subject(sentence, subject.i, found)
    elif above.is_verb and above.i < located.first and tree[telling].dep in ("advcl", "ccomp", "conj"):
        found.predicate = above.i  # "Rents averaged €11 in May, after €12 a year before, the portal reports"
        subject = subject_of(sentence, above.i)
        if subject is not None:
            set_subject(sentence, subject.i, found)


def _consisting_of(sentence: Sentence, claim: Claim, found: Arguments) -> None:
    """`Half of the passengers are commuters`, `70% of it comes from Peru`: what the part consists of."""
    tree = sentence.tree
    verb, fraction = found.predicate, claim.roles.get("fraction") or claim.roles.get("part")
    if verb is None or fraction is None or found.subject is not None or verb < fraction.last:
        return
    thing = tree.child(verb, "attr") if tree.lemma(verb) == "be" else None
    if tree.lemma(verb) in table("share")["consisting"]:
        of = next((child for child in tree.children(verb) if child.dep == "prep" and child.lower == "of"), None)
        thing = None if of is None else tree.child(of.i, "pobj")
    if tree.lemma(verb) in table("share")["coming"] and sentence.word(verb + 1) == "from":
        origin = tree.child(verb + 1, "pobj")
        thing = origin if origin is not None and origin.tag in ("NN", "NNS") else None
    named = thing is not None and thing.is_noun and not _is_adverb(sentence, thing)
    if named and thing is not None and thing.i > verb and thing.i not in sentence.stop:
        set_subject(sentence, thing.i, found)


def _is_adverb(sentence: Sentence, word: Word) -> bool:
    """Whether a word tells how things are, though it was taken for a noun: `20 per cent of the wells are off-line`."""
    tied = sentence.words(word.i - 2, word.i + 1) if sentence.word(word.i - 1) == "-" else [word.lower]
    return "".join(tied) in table("share")["adverbs"]


def _raised(sentence: Sentence, verb: int | None, *, lasting: bool) -> int | None:
    """The verb that says what is done: `hold` in `are going to be held`, `stop` in `stop feeding at 20 degrees`."""
    tree = sentence.tree
    if verb is not None and tree[verb].tag == "VBG" and tree[verb].dep in ("xcomp", "pcomp"):
        above = tree.head(verb) if tree[verb].dep == "xcomp" else tree.head(tree.head(verb).i)
        if tree[verb].dep == "pcomp" and tree.lemma(above.i) in table("verbs")["repaying"]["preventing"]:
            return above.i if lasting else verb  # "banned from racing for 18 months", "barred it from selling 40 flats"
        kept = tree[verb].dep == "xcomp" or tree.head(verb).lower == "from"
        if kept and above.is_verb and tree.lemma(above.i) in table("verbs")["ending"]["verbs"]:
            return above.i
    while verb is not None and tree.lemma(verb) in _raising(sentence, verb):
        inner = next((child for child in tree.children(verb) if child.dep == "xcomp" and child.is_verb), None)
        owned = tree.lemma(verb) == "have" and tree.child(verb, "dobj") is not None  # "had four minutes to get there"
        if inner is None or inner.i < verb or owned:
            return verb
        suffered = inner.tag == "VBN" and tree.child(verb, "auxpass") is not None  # "were reported killed"
        if not suffered and not any(child.lower == "to" for child in tree.children(inner.i)):
            return verb
        verb = inner.i
    return verb


def _raising(sentence: Sentence, verb: int) -> Sequence[str]:
    """The verbs that only put forward what the infinitive behind them tells, in the form in which one stands.

    Headlines leave the auxiliary out, so that a participle looks like a past: `Thousands expected to flock to town`.
    """
    tag, last = sentence.tree[verb].tag, sentence.tree.words[-1].text
    headline = tag == "VBD" and last[-1].isalnum() and not any(w.tag in ("VBZ", "VBP") for w in sentence.tree.words)
    found: Sequence[str] = table("verbs")["raising"].get("VBN" if headline else tag, ())
    return found


def _unnamed(sentence: Sentence, claim: Claim, found: Arguments) -> None:
    """A noun of change names nothing that changed: `He welcomed the increase of 1.6 cents`."""
    if claim.theme is not None or found.measure is None or claim.anchor not in range(*found.measure):
        return
    found.measure = None
    if found.predicate is None or sentence.tree.lemma(found.predicate) not in light_verbs():
        found.subject = found.subject_head = None


def _of_reporter(sentence: Sentence, claim: Claim, found: Arguments) -> None:
    """`The bank posted a 7% rise in revenue`: who tells of a property that only firms have, has it."""
    tree, verb = sentence.tree, found.predicate
    told = claim.rule == "change.noun" and found.subject is None
    reporting = table("verbs")["reporting"]
    if not told or verb is None or found.measure is None or tree.lemma(verb) not in reporting["verbs"]:
        return
    subject = subject_of(sentence, verb)
    office = subject is not None and subject.lower in table("antecedents")["institutions"]["nouns"]
    firms = tree.lemma(found.measure[1] - 1) in reporting["properties"]
    if subject is not None and firms and not office and subject.i < verb:
        set_subject(sentence, subject.i, found)


def _counted(sentence: Sentence, claim: Claim, found: Arguments) -> None:
    """`will cut 85 jobs`: what changes is counted by the amount itself, and who does it is no part of it."""
    amount = claim.roles.get("amount")
    unit = None if amount is None else amount.quantity.unit
    verb = claim.predicate
    if amount is None or unit is None or unit.kind is not UnitKind.COUNT or verb is None or claim.theme is not None:
        return
    if unit.name in table("change")["cutting"]["ranks"]:
        return  # "has climbed nine places"
    thing = sentence.tree.child(verb, "dobj")
    if thing is not None and thing.i in amount and len(claim.roles) == 1:
        found.subject = found.subject_head = None


def _measured(sentence: Sentence, claim: Claim, found: Arguments) -> None:
    """What moves by a share of itself and is told in the singular is a property, where it is no known thing."""
    head = found.subject_head
    if head is None or found.measure is not None or head in sentence.stop:
        return
    word = sentence.tree[head]
    relative = any(is_relative(one) or is_multiple(one) for one in claim.roles.values())
    lemma = sentence.tree.lemma(head)
    things = table("change")["cutting"]["traded"] + table("change")["movers"]["nouns"]
    known = lemma in things or lemma in table("antecedents")["descriptions"] or lemma in table("places")["nouns"]
    if relative and word.tag == "NN" and not word.label and not known:
        found.measure, found.subject, found.subject_head = found.subject, None, None
        owner = sentence.tree.child(head, "poss")
        if owner is not None and owner.i < head and found.measure is not None:  # "will double its purchase of wool"
            behind = owner.i + 1 + int(sentence.tree[owner.i + 1].tag == "POS")
            found.measure = (max(behind, found.measure[0]), found.measure[1])
            set_subject(sentence, owner.i, found)


def _verb_index(sentence: Sentence, claim: Claim) -> int | None:
    """The verb of a claim's clause; none where its theme stands in an absolute phrase without one."""
    opened = None if claim.theme is None else opening(sentence, claim.theme)
    if claim.theme is not None and opened is not None and noun_of(sentence, opened, claim.theme + 1) == claim.theme:
        return None
    verb = sentence.clause_verb(claim.anchor)
    return verb.i if verb is not None else None


def _of_rank(sentence: Sentence, claim: Claim, found: Arguments) -> None:
    """The thing that is ranked: what the ranked noun is said of or stands beside."""
    tree = sentence.tree
    anchor = claim.anchor
    if claim.predicate is not None and claim.theme is None:
        subject = subject_of(sentence, claim.predicate)
        if subject is not None:
            set_subject(sentence, subject.i, found)
        return None
    if claim.theme is not None:
        set_subject(sentence, claim.theme, found)
        return None
    word = tree[anchor]
    verb = sentence.clause_verb(anchor)
    if word.dep in ("attr", "oprd", "acomp") and verb is not None:
        found.predicate = verb.i
        subject = tree.child(verb.i, *SUBJECTS) or subject_of(sentence, verb.i)
        if subject is not None:
            set_subject(sentence, subject.i, found)
        return None
    if word.dep == "appos" and tree[word.head].is_noun:
        set_subject(sentence, word.head, found)
        return None
    left = _opening(sentence, anchor, claim)
    if left is not None:
        return set_subject(sentence, left, found)
    behind = tree.child(anchor, "appos")
    if behind is not None:
        return set_subject(sentence, behind.i, found)
    if word.dep == "pobj" and tree.head(anchor).lower == "of" and tree.head(tree.head(anchor).i).is_noun:
        return None  # "The way is clear for the birth of the third largest bakery"
    if any(above.lower == "with" and above.dep == "prep" and above.i == 0 for above in tree.ancestors(anchor)):
        return None  # "With the second largest crop on record, competition is fierce"
    holds = verb is not None and (tree.lemma(verb.i) in ("be", "become") or tree.lemma(verb.i) in light_verbs())
    subject = subject_of(sentence, verb.i) if verb is not None and holds else None
    if subject is not None and subject.i != anchor:
        set_subject(sentence, subject.i, found)
        joined = verb is not None and word.dep == "conj" and tree.lemma(verb.i) == "be" and verb.i < anchor
        found.predicate = verb.i if joined and verb is not None else None
    return None


def _opening(sentence: Sentence, anchor: int, claim: Claim) -> int | None:
    """The noun before a comma or bracket that opens a ranked phrase: `Antwerp, Europe's second-busiest port`."""
    tree = sentence.tree
    first = min([anchor, *(span[0] for name, span in claim.mentions.items() if name in ("attribute", "scope"))])
    k = first - 1
    while k > 0 and (
        tree[k].lower in ("the", "a", "by", "now", "as")
        or tree[k].tag in ("POS", "CD", "HYPH")
        or k in sentence.stop
        or (tree[k].lower == "at" and k + 1 in sentence.stop)
        or tree[k].lower in ("second", "third", "fourth", "fifth")
    ):
        k -= 1
    if k > 0 and tree[k].text in (",", "(", "—", "–"):
        k -= 1
        while tree[k].dep == "pobj" and tree.head(k).lower == "of" and tree.head(tree.head(k).i).is_noun:
            k = tree.head(tree.head(k).i).i  # "The maker of tractors, Japan's second-biggest"
        if tree[k].is_noun:
            return k
        if k in sentence.stop:
            return tree[k].i if tree[k].is_noun else None
    return None
