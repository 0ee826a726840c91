"""How the facts of a text came about, stage by stage: for whoever asks why a fact is there, missing or wrong.

Example:
    >>> (sentence,) = explain("On 9 April sales rose 5%.").sentences
    >>> [(mask.text, mask.reason) for mask in sentence.masks]
    [('9 April', 'date')]
    >>> [(read.quantity.text, read.unit_from) for read in sentence.quantities]
    [('5%', 'its characters')]
    >>> [(made.fact.kind, made.fact.rule) for made in sentence.facts]
    [('change', 'change.verb')]
"""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import Field

from factex.claims import RULES, find, rank
from factex.claims.sentence import Sentence
from factex.context.across import joined
from factex.context.fill import Filler
from factex.display.slots import parts
from factex.lexicon.phrases import tokens
from factex.numerals.masks import masks
from factex.pipeline import default
from factex.quantity.counted import count
from factex.quantity.document import name_currencies
from factex.quantity.elided import Before
from factex.quantity.from_to import merge
from factex.quantity.grammar import quantity_reader
from factex.quantity.located import locate
from factex.quantity.neighbours import lend
from factex.records.base import Number, Record, Span
from factex.records.fact import AnyFact
from factex.records.quantity import Quantity, UnitKind
from factex.sentences.splitter import split
from factex.stages import MEMORY, REACH, memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from factex.claims import Claim, Rule
    from factex.pipeline import Extractor
    from factex.quantity.draft import Draft
    from factex.records import Fact
    from factex.syntax.tree import Tree


class Candidate(Span, frozen=True):
    """A written number.

    Attributes:
        value: What it is worth; None for an indefinite plural (`dozens`).
        style: How it is written: `digits`, `words`, `fraction`, ….
        fate: What became of it: it stands in a quantity, is masked, or was dropped.
    """

    value: Number | None
    style: str
    fate: str


class Masked(Span, frozen=True):
    """A stretch that looks like a number and is none.

    Attributes:
        reason: What it is.
    """

    reason: str


class Read(Record, frozen=True):
    """A quantity.

    Attributes:
        quantity: The record.
        number: The characters of its number.
        unit_from: What told its unit: `its characters`, `the parse`, `a neighbour`, or nothing.
    """

    quantity: Quantity
    number: str
    unit_from: str


class ParsedWord(Span, frozen=True):
    """A word of the parse.

    Attributes:
        tag: Its Penn Treebank tag.
        relation: Its relation to its head, in spaCy's scheme.
        head: Its head; its own text at a root.
        label: Label of the named entity that it belongs to.
    """

    tag: str
    relation: str
    head: str
    label: str = ""


class Slot(Span, frozen=True):
    """A filled slot.

    Attributes:
        name: The slot in words.
        via: The way in the parse that leads to it: its head word with its relation, and what that hangs from.
        antecedent: What it stands for.
    """

    name: str
    via: str
    antecedent: str | None = None


class Made(Record, frozen=True):
    """A fact with where its slots come from.

    Attributes:
        fact: The record; its `rule` made it.
        example: A text that this rule fires on; empty where the name is one of several patterns of a rule.
        slots: Its slots.
    """

    fact: AnyFact
    example: str
    slots: tuple[Slot, ...] = ()


class ExplainedSentence(Span, frozen=True):
    """A sentence on its way through the stages.

    Attributes:
        parsed: Whether the model read it: a sentence without a number or a rank is left out.
        numerals: The written numbers.
        masks: What looks like a number and is none.
        quantities: The quantities.
        words: The parse.
        fired: Names of the patterns that made claims, in the order of the rules, with how many.
        silent: Names of the rules that were tried and made none.
        facts: The facts.
    """

    parsed: bool
    numerals: tuple[Candidate, ...] = ()
    masks: tuple[Masked, ...] = ()
    quantities: tuple[Read, ...] = ()
    words: tuple[ParsedWord, ...] = ()
    fired: dict[str, int] = Field(default_factory=dict)
    silent: tuple[str, ...] = ()
    facts: tuple[Made, ...] = ()


class Explanation(Record, frozen=True):
    """How the facts of a text came about.

    Attributes:
        text: The text.
        sentences: Its sentences.
    """

    text: str
    sentences: tuple[ExplainedSentence, ...]


def explain(text: str, *, extractor: Extractor | None = None, reference_date: date | None = None) -> Explanation:
    """How the facts of a text came about, with the built-in rules and lexicon.

    Args:
        text: English prose.
        extractor: Whose model parses; by default that of `factex.extract`.
        reference_date: As for `factex.extract`.

    Returns:
        All sentences, each with what every stage made of it; the facts are those of `factex.extract`.
    """
    parser = (extractor or default()).parser
    bounds = list(split(text))
    drafts = [quantity_reader().read(text, *sentence) for sentence in bounds]
    name_currencies(text, [draft for found in drafts for draft in found])

    @functools.cache
    def tree(index: int) -> Tree:
        return next(parser.parse([(text, bounds[index])]))

    made, told = [], memory()
    for index, (start, end) in enumerate(bounds):
        is_read = bool(drafts[index]) or rank.hint().search(text, start, end) is not None
        explained = ExplainedSentence(
            text=text[start:end], start=start, end=end, parsed=is_read, masks=tuple(_masks(text, start, end))
        )
        if is_read:
            before = range(index - 1, max(-1, index - 1 - MEMORY), -1)
            behind = range(index + 1, min(len(bounds), index + 1 + MEMORY))
            around = functools.partial(map, tree, before), functools.partial(map, tree, behind)
            near = [one for one in told if index - one.place <= REACH]
            explained, found = _later(text, explained, tree(index), drafts[index], around, reference_date, near)
            told.appendleft(Before(index, tree(index), found))
        numerals = _numerals(text, explained)
        made.append(explained.model_copy(update={"numerals": tuple(numerals)}))
    return Explanation(text=text, sentences=tuple(_joined(text, made, tree)))


def _joined(text: str, made: list[ExplainedSentence], tree: Callable[[int], Tree]) -> list[ExplainedSentence]:
    """The sentences, with the sides of comparisons that one takes from the one before it."""
    examples = {rule.name: rule.example for rule in RULES}
    for index in range(1, len(made)):
        before, own = ([one.fact for one in sentence.facts] for sentence in made[index - 1 : index + 1])
        if before and own:
            for k, facts in zip((index - 1, index), joined(text, before, own), strict=True):
                told = tuple(
                    Made(fact=fact, example=examples.get(fact.rule, ""), slots=tuple(_slots(fact, tree(k))))  # type: ignore[arg-type] # of a kind of the union
                    for fact in facts
                )
                made[k] = made[k].model_copy(update={"facts": told})
    return made


def _masks(text: str, start: int, end: int) -> Iterator[Masked]:
    for mask in sorted(set(masks(text, start, end))):
        yield Masked(text=text[mask.start : mask.end], start=mask.start, end=mask.end, reason=mask.reason)


def _numerals(text: str, sentence: ExplainedSentence) -> Iterator[Candidate]:
    """The written numbers as the reader of numerals finds them, whether or not they are masked."""
    reader, found, i = quantity_reader().numerals, tokens(text, sentence.start, sentence.end), 0
    while i < len(found):
        numeral = reader.read(found, i) if reader.opens(found[i]) else None
        if numeral is None:
            i += 1
            continue
        start, end = found[numeral.first].start, found[numeral.last - 1].end
        fate = _fate(start, end, sentence)
        yield Candidate(
            text=text[start:end], start=start, end=end, value=numeral.value, style=str(numeral.style), fate=fate
        )
        i = max(numeral.last, i + 1)


def _fate(start: int, end: int, sentence: ExplainedSentence) -> str:
    quantity = next((one.quantity for one in sentence.quantities if _touch(one.quantity, start, end)), None)
    if quantity is not None:
        return f"in the quantity {quantity.text!r}"
    mask = next((mask for mask in sentence.masks if _touch(mask, start, end)), None)
    return "dropped: a year, or no number here" if mask is None else f"masked: {mask.reason}"


def _touch(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _later(
    text: str,
    explained: ExplainedSentence,
    tree: Tree,
    drafts: Sequence[Draft],
    around: tuple[Callable[[], Iterable[Tree]], Callable[[], Iterable[Tree]]],
    day: date | None,
    before: Sequence[Before],
) -> tuple[ExplainedSentence, Sequence[Draft]]:
    """What the stages behind the parse make of a sentence, and its quantities."""
    on_characters = {draft.number_start for draft in drafts if draft.unit is not None}
    counted = count(text, tree, drafts)
    by_parse = {draft.number_start for draft in counted if draft.unit is not None}
    lend(tree, counted, before)
    counted = merge(tree, counted)
    read = [
        Read(
            quantity=draft.record(text),
            number=text[draft.number_start : draft.number_end],
            unit_from=_unit_from(draft, on_characters, by_parse),
        )
        for draft in counted
    ]
    located = [
        locate(tree, one.quantity, attributive=draft.attributive) for one, draft in zip(read, counted, strict=True)
    ]
    sentence = Sentence(tree, located)
    fired: Counter[str] = Counter()
    claims = find(sentence, tuple(_watched(rule, fired) for rule in RULES))
    # A rule may read a fraction as a multiple: "half that".
    told = {one.first: one.quantity for claim in claims for one in claim.roles.values()}
    read = [
        one.model_copy(update={"quantity": told.get(place.first, one.quantity)})
        for one, place in zip(read, located, strict=True)
    ]
    filler = Filler(sentence, (explained.start, explained.end), *around, day)
    facts = sorted(filler.facts(claims), key=lambda item: item[0])
    examples = {rule.name: rule.example for rule in RULES}
    words = tuple(
        ParsedWord(
            text=word.text,
            start=word.start,
            end=word.end,
            tag=word.tag,
            relation=word.dep,
            head=tree.head(word.i).text,
            label=word.label,
        )
        for word in tree.words
    )
    update = {
        "quantities": tuple(read),
        "words": words,
        "fired": dict(fired),
        "silent": tuple(rule.name for rule in RULES if not set(rule.patterns) & set(fired)),
        "facts": tuple(
            Made(fact=fact, example=examples.get(fact.rule, ""), slots=tuple(_slots(fact, tree)))  # type: ignore[arg-type] # of a kind of the union
            for _, fact in facts
        ),
    }
    return explained.model_copy(update=update), counted


def _unit_from(draft: Draft, on_characters: set[int], by_parse: set[int]) -> str:
    if draft.unit is None:
        return "nothing: a bare number"
    if draft.number_start in on_characters:
        return "its characters"
    if draft.number_start in by_parse:
        return "the parse: what it counts" if draft.unit.kind is UnitKind.COUNT else "the parse"
    return "a neighbour"


def _watched(rule: Rule, fired: Counter[str]) -> Rule:
    """The rule, whose claims are counted."""

    def find_and_count(sentence: Sentence) -> Iterator[Claim]:
        for claim in rule.find(sentence):
            fired[claim.rule] += 1
            yield claim

    return replace(rule, find=find_and_count)


def _slots(fact: Fact, tree: Tree) -> Iterator[Slot]:
    for part in parts(fact):
        antecedent = getattr(part.span, "antecedent", None)
        yield Slot(
            name=part.name,
            text=part.span.text,
            start=part.span.start,
            end=part.span.end,
            via=_via(part.span, tree),
            antecedent=None if antecedent is None else antecedent.text,
        )


def _via(span: Span, tree: Tree) -> str:
    """The word through which a slot hangs in the parse, with its relation and its head."""
    inside = range(*tree.between(span.start, span.end))
    if not inside:
        return "another sentence"
    top = next((k for k in inside if tree[k].head not in inside or tree[k].head == k), inside[-1])
    word = tree[top]
    return f"{word.dep}: {word.text}" if word.head == top else f"{word.dep} of {tree.head(top).text}: {word.text}"
