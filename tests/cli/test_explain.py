"""`factex explain`: the stages are those of `extract`, and the tree shows them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from factex.evaluation.explain import explain

TEXT = "On 9 April 2024 the police bought 1,200 cameras, up from 900 in 2019, the ministry said."
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize("file", ["ai-race.txt", "tidal-grid.txt"])
def test_facts_are_those_of_extract(extractor, file):
    """What is explained is what happens: the same facts and quantities, over whole articles."""
    text = (CORPUS / "articles" / file).read_text(encoding="utf-8")
    found, expected = explain(text, extractor=extractor), extractor.extract(text)

    def plain(facts):
        return [fact.model_dump(exclude={"confidence"}) for fact in facts]

    made = [made.fact for sentence in found.sentences for made in sentence.facts]
    assert plain(made) == plain(expected.facts)
    assert {one.quantity for sentence in found.sentences for one in sentence.quantities} >= {
        quantity for fact in expected for quantity in fact.quantities()
    }


def test_stages(extractor):
    """Masks with reasons, numerals with their fate, units with what told them, rules, slots with their way."""
    (sentence,) = explain(TEXT, extractor=extractor).sentences
    assert ("9 April 2024", "date") in [(mask.text, mask.reason) for mask in sentence.masks]
    fates = {numeral.text: numeral.fate for numeral in sentence.numerals}
    assert fates["9"] == "masked: date"
    assert fates["900"] == "in the quantity '900'"
    assert fates["2019"].startswith("dropped")
    assert [(one.quantity.value, one.unit_from) for one in sentence.quantities] == [
        (Decimal(1200), "the parse: what it counts"), (Decimal(900), "a neighbour"),
    ]  # fmt: skip
    (made,) = sentence.facts
    assert sentence.fired == {made.fact.rule: 1}
    assert "change.signed" in sentence.silent
    assert {slot.name: slot.via for slot in made.slots}["end"].startswith("dobj of bought")


def test_offsets_are_those_of_the_text(extractor):
    """Every span of every stage is where it says."""
    text = f"Nothing here. {TEXT} Its rivals have twice as many."
    found = explain(text, extractor=extractor)
    spans = [
        span
        for sentence in found.sentences
        for span in (sentence, *sentence.masks, *sentence.numerals, *sentence.words)
    ]
    assert len(spans) > 20
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_a_sentence_without_a_number_is_not_parsed(extractor):
    """And says so."""
    (sentence,) = explain("On Monday it rained.", extractor=extractor).sentences
    assert not sentence.parsed
    assert not sentence.words


def test_tree(run):
    """The command shows all stages, for people or as JSON."""
    done = run("explain", TEXT)
    assert done.exit_code == 0
    for part in ("masks", "numerals", "quantities", "parse", "rules", "facts", "change.adverb", "nsubj of bought"):
        assert part in done.stdout
    found = json.loads(run("explain", TEXT, "--format", "json").stdout)
    assert [made["fact"]["kind"] for sentence in found["sentences"] for made in sentence["facts"]] == ["change"]


@pytest.mark.parametrize("text", ["", " ", "\ud800 5 km", "5" * 3000, "[bold]5%[/bold] rose"])
def test_any_text(extractor, run, text):
    """It shows what it is given, markup and all, and raises on nothing."""
    explain(text, extractor=extractor)
    done = run("explain", text)
    assert done.exit_code == 0
    assert "[bold]" in done.stdout or "bold" not in text
