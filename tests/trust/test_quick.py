"""The quantities of the corpus on characters alone, in seconds: what mutants of the exact part are held against."""

import pytest
from strategies import CORPUS

from factex.evaluation.compare import compare_quantities
from factex.evaluation.gold import load
from factex.lexicon.phrases import tokens
from factex.pipeline import default
from factex.quantity.grammar import quantity_reader
from factex.sentences.splitter import split

# A range or a change, a noun or a verb: what a guess of tags gets wrong, and a parse right.
NEED_A_PARSE = {
    "intervals-change-from-to",
    "intervals-change-from-to-money",
    "intervals-list-suspended",
    "masks-model-airbus",
}
CASES = [
    case
    for path in sorted((CORPUS / "quantities").glob("*.toml"))
    for case in load(path)
    if not case.xfail and case.id not in NEED_A_PARSE
]
SHORT = [case.text for case in CASES if len(case.text) < 45]
LONG = [case.text for case in CASES if len(list(split(case.text))) > 1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_quantities(case):
    """The quantities are those of the gold, with their texts and units, none missing and none too many."""
    assert compare_quantities(case, default().quantities(case.text)) == []


def test_texts_that_end_anywhere():
    """A sentence that breaks off behind a number, or up to three words later, is read without an error."""
    reader = quantity_reader()
    for text in SHORT:
        words = tokens(text, 0, len(text))
        numbers = [i for i, word in enumerate(words) if reader.numerals.opens(word)]
        for end in {word.end for i in numbers for word in words[i : i + 4]}:
            reader.read(text, 0, end)


def test_place_in_the_text():
    """What stands before and behind a sentence changes nothing in it but the offsets."""
    for text in LONG:
        for start, end in split(text):
            alone = [draft.record(text[start:end]) for draft in quantity_reader().read(text[start:end], 0, end - start)]
            moved = [one.model_copy(update={"start": one.start + start, "end": one.end + start}) for one in alone]
            assert [draft.record(text) for draft in quantity_reader().read(text, start, end)] == moved
