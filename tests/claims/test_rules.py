"""Rules of the user's own, and rules that are switched off."""

import pytest

import factex
from factex import Claim, Rule
from factex.claims import names


def _every_amount(sentence):
    for located in sentence.quantities:
        yield Claim("measurement", "own.amount", {"quantity": located}, located.head)


@pytest.fixture
def nlp(extractor):
    return extractor.parser.nlp


def test_own_rules_come_first(nlp):
    """What an own rule takes up, no built-in rule of that kind does."""
    own = factex.Extractor(nlp=nlp, rules=[Rule("own.amount", _every_amount, "It costs $5.")])
    assert [fact.rule for fact in own.extract("It costs $5.")] == ["own.amount"]


def test_slots_are_filled_around_an_own_claim(nlp):
    """Subject, time and source are those of any claim."""
    own = factex.Extractor(nlp=nlp, rules=[Rule("own.amount", _every_amount, "It costs $5.")])
    (fact,) = own.extract("The bridge cost $5 million in 2019, the mayor said.")
    assert (fact.subject.text, fact.predicate, fact.when.value, fact.source.text) == ("bridge", "cost", "2019", "mayor")


@pytest.mark.parametrize("name", sorted({name for name in names() if name.startswith("change")}))
def test_a_pattern_can_be_switched_off(nlp, name):
    """No fact carries a name that is switched off."""
    texts = (
        "Sales rose 5%.", "It fell from 5% to 4%.", "Costs doubled.", "The rate held at 5%.", "Sales rose 5% and profit 7%.",
        "It closed 2% lower at $5.", "A 4% drop in sales came.", "Turnover was $5m, up 3%.", "Visits were unchanged at 40.",
        "At noon: Dow +0.2%.", "The tunnel will shave 20 minutes off the journey.",
        "The detour adds 40 minutes to the journey.",
    )  # fmt: skip
    quiet = factex.Extractor(nlp=nlp, without=[name])
    plain = factex.Extractor(nlp=nlp)
    assert any(fact.rule == name for facts in plain.pipe(texts) for fact in facts)
    assert not any(fact.rule == name for facts in quiet.pipe(texts) for fact in facts)


def test_a_kind_can_be_switched_off(nlp):
    """The part before the dot means all of it; quantities become measurements."""
    quiet = factex.Extractor(nlp=nlp, without=["change"])
    assert {fact.kind for fact in quiet.extract("Sales rose 5% to $3 million.")} == {"measurement"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"without": ["chnage"]}, "no rule 'chnage'"),
        ({"rules": [Rule("amount", _every_amount, "")]}, "has a dot"),
        ({"rules": [Rule("change.verb", _every_amount, "")]}, "'change.verb' is taken"),
        ({"rules": [Rule("own.a", _every_amount, ""), Rule("own.a", _every_amount, "")]}, "'own.a' is taken"),
    ],
)
def test_faults_are_told(nlp, options, message):
    """Each by its own type, with what to do."""
    with pytest.raises(factex.RuleError, match=message):
        factex.Extractor(nlp=nlp, **options)
