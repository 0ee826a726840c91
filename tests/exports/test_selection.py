"""Which facts are kept, and how they are written down."""

import json

import pytest

import factex
from factex.exports.selection import KINDS, Selection, SelectionError

TEXT = "Net profit jumped 90% to $7.2 billion. The group employs 6,800 people. It is the world's third-largest bank."


@pytest.fixture(scope="module")
def facts(extractor):
    return extractor.extract(TEXT)


def test_all_kinds_are_known():
    """The five kinds of the records are the kinds that can be chosen."""
    assert set(KINDS) == {"measurement", "comparison", "change", "share", "rank"}


def test_everything_is_kept_by_default(facts):
    """Without options nothing is left out."""
    assert Selection().of(facts) == facts


@pytest.mark.parametrize("kind", ["measurement", "change", "rank"])
def test_kinds(facts, kind):
    """Only the facts of the kinds that are named are kept."""
    assert [fact.kind for fact in Selection(kinds=(kind,)).of(facts)] == [kind]


def test_min_confidence(facts):
    """A fact is kept where it is as sure as asked, or surer."""
    unsure, sure = (facts[0].model_copy(update={"confidence": value}) for value in (0.4, 0.8))
    both = facts.model_copy(update={"facts": (unsure, sure)})
    assert list(Selection(min_confidence=0.8).of(both)) == [sure]
    assert not Selection(min_confidence=0.81).of(both)


def test_dumped_is_json(facts):
    """What is written down are plain values, and the records come back from them."""
    dumped = Selection().dumped(facts)
    assert dumped[0]["end"]["value"] == "7200000000"
    assert json.loads(json.dumps(dumped)) == dumped
    assert factex.Facts(text=TEXT, facts=dumped).facts == facts.facts


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kinds": ("rnak",)}, "no kind of fact 'rnak'; there are measurement"),
        ({"min_confidence": 1.5}, "from 0 to 1, got 1.5"),
        ({"min_confidence": -0.1}, "from 0 to 1, got -0.1"),
    ],
)
def test_faults_are_told(options, message):
    """A wrong choice is an error of factex and a ValueError, and says what there is."""
    with pytest.raises(SelectionError, match=message) as caught:
        Selection(**options)
    assert isinstance(caught.value, factex.FactexError)
    assert isinstance(caught.value, ValueError)
