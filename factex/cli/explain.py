"""`factex explain`: how each record of a sentence came about."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

import factex
from factex.cli.console import drawing
from factex.cli.options import Model, ReferenceDate
from factex.cli.outcome import command
from factex.documents.encoding import decode
from factex.documents.sources import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text
    from rich.tree import Tree

    from factex.evaluation.explain import ExplainedSentence, Made


class Form(StrEnum):
    """How an explanation is written."""

    TREE = "tree"
    JSON = "json"


@command
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The sentence, in quotes; - reads standard input.")],
    form: Annotated[Form, typer.Option("--format", "-f", help="How to write it.")] = Form.TREE,
    reference_date: ReferenceDate = None,
    model: Model = None,
) -> None:
    """Show how the facts of a sentence come about: numerals, masks, quantities, parse, rules, slots.

    Offsets are those of the text.
    """
    from factex.evaluation.explain import explain as explained  # noqa: PLC0415 - loads the pipeline

    given = decode(sys.stdin.buffer.read(), text)[0] if text == STDIN else text
    day = reference_date.date() if reference_date else None
    found = explained(given, extractor=factex.Extractor(model=model), reference_date=day)
    if form is Form.JSON:
        typer.echo(found.model_dump_json(indent=2))
        return
    with drawing() as console:
        for sentence in found.sentences:
            console.print(_tree(sentence))


def _line(*parts: object, note: str = "") -> Text:
    from rich.text import Text  # noqa: PLC0415 - a tenth of a second

    head, *rest = map(str, parts)
    return Text.assemble((head, "bold"), *(f"  {part}" for part in rest if part), (f"  {note}" if note else "", "dim"))


def _tree(sentence: ExplainedSentence) -> Tree:
    from rich.text import Text  # noqa: PLC0415 - as above
    from rich.tree import Tree  # noqa: PLC0415 - as above

    tree = Tree(Text.assemble((sentence.text, "bold cyan"), (f"  {sentence.start}–{sentence.end}", "dim")))
    if sentence.masks:
        branch = tree.add("masks: no quantities there")
        for mask in sentence.masks:
            branch.add(_line(mask.text, mask.reason))
    if sentence.numerals:
        branch = tree.add("numerals")
        for numeral in sentence.numerals:
            value = "" if numeral.value is None else f"{numeral.value:f}"
            branch.add(_line(numeral.text, value, numeral.style, note=numeral.fate))
    if not sentence.parsed:
        tree.add("no quantity and no rank: the model does not read it")
        return tree
    branch = tree.add("quantities")
    for read in sentence.quantities:
        quantity = read.quantity
        unit = quantity.unit
        about = "" if unit is None else ", ".join(part for part in (str(unit.kind), unit.dimension, unit.ucum) if part)
        leaf = branch.add(_line(quantity.text, quantity, note=f"{quantity.start}–{quantity.end}"))
        leaf.add(_line("number", read.number, quantity.modifier))
        leaf.add(_line("unit", unit or "none", about, note=f"from {read.unit_from}"))
    tree.add(_parse(sentence))
    rules = tree.add("rules")
    for name, times in sentence.fired.items():
        rules.add(_line(name, f"made {times} claim{'s' * (times > 1)}"))
    rules.add(_line("tried, silent", ", ".join(sentence.silent), note=""))
    facts = tree.add("facts" if sentence.facts else "no facts")
    for made in sentence.facts:
        _fact(facts, made)
    return tree


def _parse(sentence: ExplainedSentence) -> Tree:
    """The parse in lines of words with tag and relation."""
    from rich.text import Text  # noqa: PLC0415 - as above
    from rich.tree import Tree  # noqa: PLC0415 - as above

    words: Iterable[tuple[str, str]] = (
        part
        for word in sentence.words
        for part in (
            (word.text, "bold"),
            (f"/{word.tag} {word.relation}{'' if word.head == word.text else f'←{word.head}'}", ""),
            (f" {word.label}   " if word.label else "   ", "dim"),
        )
    )
    tree = Tree("parse")
    tree.add(Text.assemble(*words))
    return tree


def _fact(branch: Tree, made: Made) -> None:
    leaf = branch.add(_line(made.fact))
    leaf.add(_line("rule", made.fact.rule, note=f"as in “{made.example}”" if made.example else ""))
    for slot in made.slots:
        stands_for = f"stands for {slot.antecedent}" if slot.antecedent else ""
        leaf.add(_line(slot.name, slot.text, stands_for, note=slot.via))
    if made.fact.predicate:
        leaf.add(_line("predicate", made.fact.predicate))
    told = [str(made.fact.modality), *(["denied"] if made.fact.negated else [])]
    leaf.add(_line("modality", ", ".join(told)))
