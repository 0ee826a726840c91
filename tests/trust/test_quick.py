"""The numbers of the corpus on characters alone, in seconds: what mutants of the exact part are held against."""

from decimal import Decimal

import pytest
from strategies import CORPUS

from factex.evaluation.gold import load, options
from factex.pipeline import default
from factex.quantity.grammar import quantity_reader
from factex.sentences.splitter import split

CASES = [
    case
    for path in sorted((CORPUS / "quantities").glob("*.toml"))
    for case in load(path)
    if case.quantities is not None and not case.xfail
]


def read(text):
    """The quantities that characters alone tell, before and after counted nouns are looked for."""
    drafts = [draft.record(text) for start, end in split(text) for draft in quantity_reader().read(text, start, end)]
    return [*drafts, *default().quantities(text)]


def fits(gold, quantity):
    """Whether value, interval and modifier are those of the gold."""
    for name in ("value", "low", "high"):
        held = getattr(quantity, name)
        told = [None if one == "null" else Decimal(str(one)) for one in options(gold.get(name))]
        if name in gold and held not in told:
            return False
    return "modifier" not in gold or str(quantity.modifier) in options(gold["modifier"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_numbers(case):
    """Every number of the gold is told by characters, but where a range is told by the words around it."""
    found = read(case.text)
    missing = [gold for gold in case.quantities if not any(fits(gold, one) for one in found)]
    assert not missing or all("range" in options(gold.get("modifier")) for gold in missing), (missing, found)
