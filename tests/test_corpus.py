"""Every gold case of `corpus/` is a test of its own; every rule fires in one of them."""

from pathlib import Path

import pytest

from factex.claims import RULES
from factex.evaluation.compare import compare_facts, compare_quantities
from factex.evaluation.gold import load
from factex.lexicon.files import table
from factex.numerals.masks import masks, patterns

CORPUS = Path(__file__).parent.parent / "corpus"
CASES = [case for path in sorted(CORPUS.rglob("*.toml")) for case in load(path)]


def _params():
    for case in CASES:
        marks = [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
        yield pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", list(_params()))
def test_case(case, extractor):
    """The facts, or the quantities, are those of the gold, none missing and none too many."""
    found = extractor.extract(case.text)
    if case.quantities is not None or "quantities" in Path(case.path).parts or "/quantities/" in case.path:
        faults = compare_quantities(case, found.quantities)
    else:
        faults = compare_facts(case, found).faults(open_case=case.open)
    assert not faults, "\n".join([case.text[:300], *faults])


def test_ids_are_unique():
    """A case is found by its id."""
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids))


def test_corpus_is_large_enough():
    """Positive and negative cases, and three articles."""
    assert len(CASES) >= 80
    assert sum(not case.facts and not case.quantities for case in CASES) >= 20
    assert len(list((CORPUS / "articles").glob("*.txt"))) >= 3


def test_every_rule_fires(extractor):
    """A pattern that no case needs is not kept, and none makes records under a name that no rule lists."""
    fired = {fact.rule for case in CASES for fact in extractor.extract(case.text)}
    assert fired == {name for rule in RULES for name in rule.patterns}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_example(rule, facts_of):
    """The example of a rule gives a fact of its kind."""
    assert rule.name.partition(".")[0] in {fact.kind for fact in facts_of(rule.example)}


@pytest.mark.parametrize(
    ("reason", "example"),
    [(entry["reason"], example) for entry in table("masks")["mask"] for example in entry["examples"]],
)
def test_mask_example(reason, example):
    """Each example of a mask is masked for its reason, at least where it stands in a sentence."""
    sentence = f"then it was {example} there"
    start = sentence.index(example)
    found = [mask for text in (sentence, example) for mask in masks(text, 0, len(text))]
    assert reason in {mask.reason for mask in found}, (start, found)
    assert reason in {entry.reason for entry in patterns()}


def test_articles_keep_their_level(extractor):
    """Articles are long, and a slot wrong somewhere marks the whole case; of their facts at least 80 in 100 are found."""
    articles = [case for case in CASES if case.id.startswith("article-")]
    outcomes = [compare_facts(case, extractor.extract(case.text)) for case in articles]
    found = sum(len(outcome.found) for outcome in outcomes)
    stated = sum(len(case.facts) for case in articles)
    extra = sum(len(outcome.extra) for outcome in outcomes)
    assert found >= 0.8 * stated
    assert extra <= 0.2 * stated
