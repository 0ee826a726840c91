"""What holds of `verify` whatever the texts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factex import compare, extract, verify
from factex.evaluation.pairs import load
from factex.pipeline import default
from factex.verification.check import Verdict, Verification
from factex.verification.verify import held_against, pipe

ROOT = Path(__file__).parents[2]
PAIRS = [pair for path in sorted((ROOT / "corpus" / "verify").glob("*.toml")) for pair in load(path)]
ARTICLES = sorted((ROOT / "corpus" / "articles").glob("*.txt"))
FOREIGN = "The Tolvan lighthouse was painted in 1931. Its keeper kept three goats and a parrot."


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_text_supports_itself(path):
    """Fact by fact."""
    text = path.read_text(encoding="utf-8")
    found = verify(text, text)
    assert [str(check) for check in found if check.verdict is not Verdict.SUPPORTED] == []
    assert len(found) == len(extract(text))


@given(st.sampled_from(PAIRS), st.integers(0, 20), st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_a_changed_digit_is_never_supported(pair, place, shift):
    """A source that says the same but for one digit of a number does not back the text.

    A digit that turns to 0 may leave a number that the source's is rounded to, 12,400 told as 12,000, and is not tried.
    """
    facts = extract(pair.source)
    spans = [
        quantity for fact in facts for quantity in fact.quantities()
        if quantity.text.isascii() and quantity.value is not None and quantity.modifier == "exact"
    ]  # fmt: skip
    digits = [i for span in spans for i in range(span.start, span.end) if pair.source[i].isdigit()]
    if not digits:
        return
    at = digits[place % len(digits)]
    digit = (int(pair.source[at]) + shift) % 10
    if digit == 0:
        return
    changed = f"{pair.source[:at]}{digit}{pair.source[at + 1 :]}"
    touched = [
        check for check in verify(changed, pair.source)
        if any(quantity.start <= at < quantity.end for quantity in check.fact.quantities())
    ]  # fmt: skip
    values = {quantity.value for fact in facts for quantity in fact.quantities()}
    for check in touched:
        (quantity, *_) = [one for one in check.fact.quantities() if one.start <= at < one.end]
        if quantity.value not in values:
            assert check.verdict is not Verdict.SUPPORTED, str(check)


@pytest.mark.parametrize("pair", PAIRS[::7], ids=lambda pair: pair.id)
def test_unrelated_sentences_contradict_nothing(pair):
    """More text in the source, about something else, turns no verdict into contradicted."""
    for source in (f"{pair.source} {FOREIGN}", f"{FOREIGN} {pair.source}"):
        for before, after in zip(verify(pair.text, pair.source), verify(pair.text, source), strict=True):
            assert after.verdict is before.verdict or after.verdict is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The mast is 40 metres tall.", "The mast is 0.04 km tall."),
        ("The tank holds 2 tonnes of oil.", "The tank holds 2,000 kg of oil."),
        ("Turnout was 75 percent.", "Turnout was three-quarters."),
        ("The flight took 90 minutes.", "The flight took 1.5 hours."),
    ],
)
@pytest.mark.parametrize(
    "source", ["The mast is 40 m tall.", "The tank holds 2 t of oil.", "Turnout was 75%.", "It rained."]
)
def test_units_change_no_verdict(text, other, source):
    """A number told in another unit gets the same verdict."""
    assert [check.verdict for check in verify(text, source)] == [check.verdict for check in verify(other, source)]


@pytest.mark.parametrize(
    ("text", "source", "verdict"),
    [
        (
            "Sarm is 310 metres deep.",
            "Lake Onna is 310 metres deep, and neighbouring Lake Sarm 95 metres.",
            "contradicted",
        ),
        ("Onna is 310 miles deep.", "Onna is 310 metres deep.", "contradicted"),
        ("It lies up to 250 metres deep.", "It lies up to 250 feet deep.", "contradicted"),
        ("The old trams take 150 people.", "The new trams take 240 people, 90 more than the old ones.", "supported"),
        ("The club signed 11 players.", "The club signed all but 11 players.", "contradicted"),
        ("Voters accepted the law by 62 percent.", "Voters rejected the law by 62 percent.", "contradicted"),
        ("The mill exported 900 tons of paper.", "The mill made 900 tons of paper.", "unsupported"),
        ("The mill made 900 tons of paper.", "The mill hopes to make 900 tons of paper.", "unsupported"),
    ],
)
def test_a_number_that_agrees_is_not_enough(text, source, verdict):
    """What the number is told of, in which unit, and whether as a fact, decides."""
    (check, *_) = verify(text, source)
    assert check.verdict == verdict, str(check)


@given(st.permutations(range(3)))
@settings(max_examples=6, deadline=None)
def test_order_of_sources_does_not_matter(order):
    """The verdict and the evidence are the same in any order."""
    sources = ["The fire destroyed 60 homes.", "The fire destroyed 45 homes, police said.", FOREIGN]
    first = verify("The fire destroyed 60 homes.", sources)
    again = verify("The fire destroyed 60 homes.", [sources[i] for i in order])
    assert [(check.verdict, check.evidence) for check in first] == [(check.verdict, check.evidence) for check in again]
    assert [order[check.source] for check in again] == [check.source for check in first]


def test_pipe_gives_what_verify_gives():
    """Many pairs at once, also with several sources, in order."""
    pairs = [(pair.text, [pair.source, FOREIGN]) for pair in PAIRS[:6]]
    assert list(pipe(pairs, batch_size=4)) == [verify(text, sources) for text, sources in pairs]


def test_records():
    """A verification counts, converts to JSON and back, and tells of itself in rows."""
    found = verify("It has 3 mills and 9 kilns.", "It has 3 mills and 8 kilns.")
    assert found.counts == {"supported": 1, "contradicted": 1, "unsupported": 0}
    assert not found.ok
    assert Verification.model_validate_json(found.model_dump_json()) == found
    assert found.to_records()[1]["reason"] == "the source has '8 kilns'"
    assert found.text[found[1].fact.quantity.start : found[1].fact.quantity.end] == "9 kilns"


def test_no_source_and_no_claim():
    """Without a source nothing is supported; a text without claims has no check and is ok."""
    assert [check.reason for check in held_against(extract("It costs $5."), [])] == ["there is no source"]
    assert verify("It rained.", "It costs $5.").ok


@pytest.mark.parametrize("number", ["9" * 400, "1e999999", f"1{'0' * 300} km", f"0.{'0' * 300}1%"])
def test_huge_numbers(number):
    """Numbers that no arithmetic holds raise nothing."""
    text = f"It sold {number} and {number} tonnes, up from 3 tonnes in 2019, twice as many as Ambo's {number} tonnes."
    assert verify(text, text)
    assert verify("Sales rose 5 percent from 2019.", text) is not None


def test_compare():
    """Facts that agree, that conflict, and that only one text has, each once."""
    left = default().extract("The fire destroyed 60 homes. Four people were hurt.")
    right = default().extract("The fire destroyed 45 homes. It burned for three days.")
    found = compare(left, right)
    assert [(str(pair.left.quantity), str(pair.right.quantity)) for pair in found.conflicting] == [
        ("60 home", "45 home")
    ]
    assert [str(fact.quantity) for fact in found.only_left] == ["4 person"]
    assert [str(fact.quantity) for fact in found.only_right] == ["3 day"]
    assert not found.agreeing
