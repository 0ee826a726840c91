"""Changes: values that move, or are said to stay."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantities.located import Located
    from factex.syntax.tree import Word

_LEADS = frozenset(
    (
        "the",
        "a",
        "an",
        "current",
        "another",
        "further",
        "only",
        "just",
        "its",
        "their",
        "as",
        "some",
        "stunning",
        "mere",
        "record",
        "around",
        "of",
        "about",
        "previous",
        "further",
    )
)


@functools.cache
def _verbs() -> dict[str, tuple[str, bool]]:
    """Lemma to (direction, whether it tells a change by itself)."""
    data = table("change")
    weak = {verb: (direction, False) for direction, verbs in data["weak_verbs"].items() for verb in verbs}
    strong = {verb: (direction, True) for direction, verbs in data["verbs"].items() for verb in verbs}
    return {**weak, **strong}


@functools.cache
def _nouns() -> dict[str, str]:
    return {noun: direction for direction, nouns in table("change")["nouns"].items() for noun in nouns}


def _marker(sentence: Sentence, located: Located) -> str:
    """The preposition or particle before a quantity: `from`, `to`, `by`, `at`, `up`, `down`, or empty."""
    i = located.first - 1
    while i >= 0 and sentence.word(i) in _LEADS:
        i -= 1
    word = sentence.word(i)
    return (
        word
        if word in ("from", "to", "by", "at", "up", "down", "of", "than", "in", "for", "on", "into", "with")
        else ""
    )


def _particle(sentence: Sentence, verb: Word) -> str:
    """The direction that a particle or adverb beside a verb tells: `come down`, `settled lower`."""
    adverbs: dict[str, str] = table("change")["adverbs"]
    beside = [
        word
        for word in sentence.tree.children(verb.i)
        if word.dep in ("prt", "advmod", "acomp", "oprd", "prep") and word.i > verb.i and word.i - verb.i <= 8
    ]
    return next(
        (adverbs[word.lower] for word in beside if word.lower in adverbs and word.lower not in ("more", "less", "off")),
        "",
    )


def _governed(sentence: Sentence, verb: Word) -> list[Located]:
    """The quantities that belong to a verb: governed in the parse, or next behind it with no verb between."""
    found = []
    for located in sentence.quantities:
        if not sentence.free("change", located) or located.attributive:
            continue
        governor = sentence.verb_of(located)
        nearest = sentence.verb_before(located.first)
        marked = _marker(sentence, located) in ("from", "to", "by", "at")
        if located.first > verb.i and (
            (nearest is not None and nearest.i == verb.i)
            or (governor is not None and governor.i == verb.i and (marked or nearest is None))
        ):
            found.append(located)
    return found


def _theme(sentence: Sentence, verb: Word) -> int | None:
    """What moves: the object of a verb that somebody does, else its subject."""
    tree = sentence.tree
    thing = tree.child(verb.i, "dobj")
    passive = tree.child(verb.i, "nsubjpass")
    if passive is not None:
        return passive.i
    if thing is not None and thing.i not in sentence.stop and thing.tag != "PRP":
        return thing.i
    return None


def _roles(sentence: Sentence, verb: Word, found: list[Located], *, strong: bool) -> dict[str, Located]:
    roles: dict[str, Located] = {}
    for located in found:
        marker = _marker(sentence, located)
        if is_multiple(located):
            beside = located.last - located.first == 1 and located.first == verb.i + 1
            if verb.i in located or (beside and located.quantity.text.lower().endswith("fold")):
                roles.setdefault("factor", located)
            continue
        if (
            not marker
            and located.quantity.text.lower().startswith(("below ", "above "))
            and located.first == verb.i + 1
        ):
            roles.setdefault("end", located)
            continue
        if sentence.word(located.last) in ("than", "of") and not is_relative(located):
            continue
        if marker == "from":
            roles.setdefault("start", located)
        elif marker in ("to", "into"):
            if _reaches(sentence, verb, located):
                roles.setdefault("end", located)
        elif marker == "by":
            roles.setdefault("amount", located)
        elif marker == "at":
            roles.setdefault("end", located)
        elif marker in ("of", "than", "in", "for", "on", "with"):
            continue
        elif "amount" in roles and is_relative(located) and sentence.words(located.first - 1, located.first) == ["or"]:
            roles.setdefault("relative", located)
        elif _direct(sentence, verb, located, strong=strong):
            roles.setdefault("amount", located)
    return roles


def _reaches(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether `to N` tells a level; `cut power to 580,000 homes` tells who lost it."""
    unit = located.quantity.unit
    thing = sentence.tree.child(verb.i, "dobj")
    if unit is None or unit.kind is not UnitKind.COUNT or thing is None or thing.i in sentence.stop:
        return True
    lemma = sentence.tree.lemma(thing.i)
    return lemma in table("change")["counting"]["nouns"] or lemma == unit.name


def _direct(sentence: Sentence, verb: Word, located: Located, *, strong: bool) -> bool:
    """Whether a quantity stands right behind its verb as the amount: `rose 2.7%`, `shed $3`."""
    between = sentence.words(verb.i + 1, located.first)
    thing = sentence.tree.child(verb.i, "dobj")
    if len(between) > 4 or any(word in (",", "and", "as", "that", "after", "when") for word in between):
        return is_relative(located) and thing is not None and located.head == thing.i
    unit = located.quantity.unit
    if is_relative(located):
        return sentence.word(located.last) not in ("more", "less", "fewer") and (
            sentence.word(located.last) != "of" or (strong and unit is not None and unit.name != "fraction")
        )
    if not strong or unit is None or not (_moves(sentence, verb, located) or _to_level(sentence, located)):
        return False
    return unit.kind in (UnitKind.CURRENCY, UnitKind.PHYSICAL, UnitKind.COUNT, UnitKind.TIME)


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """Verbs of change with their amounts and ends: `rose 12% to 4.3 billion`, `fell from 5 to 4`."""
    for verb in sentence.tree.words:
        entry = _verbs().get(sentence.tree.lemma(verb.i)) if verb.is_verb else None
        if entry is None or verb.dep in ("aux", "auxpass"):
            continue
        direction, strong = entry
        found = _governed(sentence, verb)
        own = sentence.at(verb.i)
        told = _particle(sentence, verb)
        roles = _roles(sentence, verb, found, strong=strong or bool(told))
        if own is not None and is_multiple(own) and sentence.free("change", own):
            roles["factor"] = own
        if not roles:
            continue
        if (
            not strong
            and not told
            and not (roles.keys() >= {"start", "end"})
            and not ("amount" in roles and is_relative(roles["amount"]))
        ):
            continue
        if (
            not strong
            and not told
            and "amount" in roles
            and sentence.tree.lemma(verb.i) in ("go", "come", "take", "bring", "move", "push", "change", "give", "draw")
        ):
            continue
        if direction == "none" and ("end" not in roles or "amount" in roles):
            continue
        if direction == "none" and not _stays(sentence, verb, roles["end"]):
            continue
        direction = told or _by_ends(roles) or direction
        main = next(roles[name] for name in ("end", "amount", "factor", "start") if name in roles)
        theme = _theme(sentence, verb)
        name = (
            "from_to"
            if "start" in roles
            else "stay"
            if direction == "none"
            else "factor"
            if "factor" in roles
            else "verb"
        )
        yield Claim(
            "change", f"change.{name}", roles, main.head, predicate=verb.i, theme=theme, values={"direction": direction}
        )


def _stays(sentence: Sentence, verb: Word, end: Located) -> bool:
    """`held at 51.3%`, `left unchanged at 5.25%`, `stays at £85`; not `stayed at 40 hotels`."""
    unit = end.quantity.unit
    steady = _particle(sentence, verb) == "none" or any(
        word in ("unchanged", "steady", "flat", "stable") for word in sentence.words(verb.i, end.first)
    )
    if (
        sentence.tree.lemma(verb.i) in ("leave", "keep", "stay", "remain")
        and unit is not None
        and unit.kind is UnitKind.COUNT
    ):
        return steady
    return _marker(sentence, end) == "at" and (steady or sentence.tree.lemma(verb.i) not in ("leave", "keep"))


def _to_level(sentence: Sentence, amount: Located) -> bool:
    """Whether a level in the same unit follows: `fell $1 billion to $21 billion`."""
    level = sentence.after(amount.last)
    return level is not None and sentence.words(amount.last, level.first) == ["to"] and comparable(amount, level)


def _moves(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether an absolute amount behind a verb is a change: what moves is a property, or jobs are cut."""
    tree = sentence.tree
    cutting = table("change")["cutting"]
    unit = located.quantity.unit
    if unit is not None and unit.kind is UnitKind.COUNT and unit.name != "point":
        return tree.lemma(verb.i) in cutting["verbs"] and unit.name in cutting["nouns"]
    subject = next((word for word in tree.children(verb.i) if word.dep in ("nsubj", "nsubjpass")), None)
    thing = tree.child(verb.i, "dobj")
    moved = subject if thing is not None and thing.i in located else thing or subject
    if moved is None or moved.tag in ("PRP", "WP"):
        return False
    if moved is subject and moved is not None and tree.lemma(verb.i) in cutting["done"]:
        return False
    return is_property(tree.lemma(moved.i)) or tree.lemma(moved.i) in cutting["traded"]


def _by_ends(roles: dict[str, Located]) -> str:
    """The direction that the two ends tell."""
    if "start" not in roles or "end" not in roles:
        return ""
    start, end = roles["start"].quantity.number, roles["end"].quantity.number
    if start is None or end is None or not comparable(roles["start"], roles["end"]):
        return ""
    return "increase" if end > start else "decrease" if end < start else "none"


def _by_adverb(sentence: Sentence) -> Iterator[Claim]:
    """`reached 19.8%, up 3.2 points`, `2.3 per cent, down from 2.6`, `fruit prices up 52 per cent`."""
    for located in sentence.quantities:
        i = located.first - 1
        while i > 0 and sentence.word(i) in _LEADS - {"of"}:
            i -= 1
        if sentence.word(i) == "by" and sentence.word(i - 1) in ("up", "down"):
            i -= 1
        from_ = sentence.word(i) == "from" and sentence.word(i - 1) in ("up", "down")
        k = i - 1 if from_ else i
        if sentence.word(k) not in ("up", "down") or not sentence.free("change", located):
            continue
        if sentence.tree[k].tag == "RP" and sentence.tree[k - 1].is_verb:
            continue  # "made up 40%"
        verb = sentence.verb_before(k)
        if verb is not None and verb.i == k - 1 and sentence.tree.lemma(verb.i) in _verbs():
            continue  # "went up 5%" is the verb's
        direction = "increase" if sentence.word(k) == "up" else "decrease"
        before = sentence.before(located)
        roles = {"start" if from_ else "amount": located}
        follower = sentence.after(located.last)
        if (
            not from_
            and follower is not None
            and sentence.words(located.last, follower.first)[-1:] == ["from"]
            and comparable(located, follower) is not None
            and follower.first - located.last <= 3
        ):
            roles["start"] = follower
        if not from_ and follower is not None and sentence.words(located.last, follower.first) in (["to"], ["at"]):
            roles["end"] = follower
        elif (
            before is not None
            and k - before.last <= 14
            and sentence.free("change", before)
            and _is_end(sentence, before, located, k)
        ):
            roles["end"] = before
        elif from_:
            continue
        main = roles.get("end", located)
        theme = None
        if main is located:
            noun = sentence.tree[k - 1] if k else None
            theme = noun.i if noun is not None and noun.is_noun else None
            if theme is None and verb is None:
                continue
        yield Claim("change", "change.adverb", roles, main.head, theme=theme, values={"direction": direction})


def _is_end(sentence: Sentence, end: Located, located: Located, k: int) -> bool:
    """Whether the quantity before `up` or `down` is the level that moved."""
    gap = sentence.words(end.last, k)
    if any(word in (";", "while", "but", "and") for word in gap) and gap[-1:] != [","]:
        return False
    if gap.count(",") > 2 or not (gap == [] or "," in gap or "(" in gap or "—" in gap or len(gap) < 8):
        return False
    return comparable(end, located) or is_relative(located)


def _by_level(sentence: Sentence) -> Iterator[Claim]:
    """`settled 1.4% lower at $78.35`: an amount with an adverb behind a verb that tells a level."""
    adverbs: dict[str, str] = table("change")["adverbs"]
    levels = frozenset(table("change")["level_verbs"]["words"])
    for located in sentence.quantities:
        word = sentence.word(located.last)
        if word not in ("lower", "higher", "down", "up") or not sentence.free("change", located):
            continue
        behind = sentence.words(located.last + 1, located.last + 4)
        if "than" in behind:
            continue
        verb = sentence.verb_before(located.first)
        if verb is None or sentence.tree.lemma(verb.i) not in levels or located.first - verb.i > 4:
            continue
        roles = {"amount": located}
        end = sentence.after(located.last)
        if end is not None and sentence.word(end.first - 1) in ("at", "to") and end.first - located.last <= 4:
            roles["end"] = end
        yield Claim(
            "change", "change.level", roles, located.head, predicate=verb.i, values={"direction": adverbs[word]}
        )


def _by_noun(sentence: Sentence) -> Iterator[Claim]:
    """`a 4.5% drop in overnight stays`, `growth of 3%`, `an increase from 5 to 7`."""
    for noun in sentence.tree.words:
        direction = (
            _nouns().get(sentence.tree.lemma(noun.i))
            if noun.tag in ("NN", "NNS") and noun.i not in sentence.stop
            else None
        )
        if direction is None:
            continue
        roles: dict[str, Located] = {}
        for located in sentence.quantities:
            if not sentence.free("change", located):
                continue
            between = sentence.words(located.last, noun.i)
            behind = sentence.words(noun.i + 1, located.first)
            marker = _marker(sentence, located)
            if (
                located.last <= noun.i
                and len(between) <= 2
                and (is_relative(located) or is_multiple(located))
                and not any(word in (",", "of", "in", "and", "to", "the") for word in between)
            ):
                roles["factor" if is_multiple(located) else "amount"] = located
            elif (
                located.first > noun.i
                and behind[:1] == ["of"]
                and len(behind) <= 3
                and (is_relative(located) or (noun.tag == "NN" and noun.lower not in ("loss", "cut", "growth")))
            ):
                roles["amount"] = located
            elif (
                located.first > noun.i
                and len(behind) <= 10
                and marker in ("from", "to", "by")
                and not any(self in (",", ".", ";") for self in behind)
                and _nearest_noun(sentence, noun.i, located.first)
            ):
                roles[{"from": "start", "to": "end", "by": "amount"}[marker]] = located
        if not roles or (roles.keys() == {"end"}) or roles.keys() == {"start"}:
            continue
        next(roles[name] for name in ("end", "amount", "factor", "start") if name in roles)
        yield Claim(
            "change",
            "change.noun",
            roles,
            noun.i,
            theme=_changed(sentence, noun),
            values={"direction": _by_ends(roles) or direction},
        )


def _nearest_noun(sentence: Sentence, noun: int, i: int) -> bool:
    return not any(sentence.tree[k].is_verb for k in range(noun + 1, i))


def _changed(sentence: Sentence, noun: Word) -> int | None:
    """What a noun of change speaks of: `drop in overnight stays`, `price rise`, `the profit's fall`."""
    tree = sentence.tree
    for word in tree.children(noun.i):
        if word.dep == "prep" and word.lower in ("in", "of", "to", "for"):
            thing = tree.child(word.i, "pobj")
            if thing is not None and thing.i not in sentence.stop and thing.label not in ("DATE", "TIME"):
                return thing.i
    compound = [
        word for word in tree.children(noun.i) if word.dep in ("compound", "poss") and word.i not in sentence.stop
    ]
    return compound[-1].i if compound else None


RULES = (
    Rule("change.level", _by_level, "The shares closed 1.7% lower at $48.20."),
    Rule(
        "change.verb",
        _by_verb,
        "Core prices rose 2.7%.",
        ("change.verb", "change.from_to", "change.factor", "change.stay"),
    ),
    Rule("change.noun", _by_noun, "Hoteliers saw a 4.5% drop in overnight stays."),
    Rule("change.adverb", _by_adverb, "Vacancy reached 19.8%, up 3.2 percentage points."),
)
