"""The gold pairs of `corpus/verify`: each gets its verdict; known gaps are marked, strictly."""

from pathlib import Path

import pytest

from factex.errors import GoldError
from factex.evaluation.pairs import load, overall, parse
from factex.verification.check import Verdict
from factex.verification.verify import verify

CORPUS = Path(__file__).parents[2] / "corpus" / "verify"
PAIRS = [pair for path in sorted(CORPUS.glob("*.toml")) for pair in load(path)]


def _params():
    for pair in PAIRS:
        marks = [pytest.mark.xfail(reason=pair.xfail, strict=True)] if pair.xfail else []
        yield pytest.param(pair, id=pair.id, marks=marks)


@pytest.mark.parametrize("pair", list(_params()))
def test_pair(pair, extractor):
    """The verdict on the text is that of the gold."""
    found = verify(pair.text, pair.source, extractor=extractor)
    assert overall(found) == pair.verdict, f"{pair.why}\n{found}"


def test_the_corpus_is_large_and_balanced():
    """Three hundred pairs, each verdict and each sort of mistake many times."""
    assert len(PAIRS) >= 250
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)
    for verdict in Verdict:
        assert sum(pair.verdict is verdict for pair in PAIRS) > len(PAIRS) / 4
    assert len({pair.part for pair in PAIRS}) >= 20


def test_the_same_pair_gets_the_same_answer_again(extractor):
    """Nothing is kept from one verification that changes the next."""
    some = PAIRS[::9]
    first, again = ([str(verify(one.text, one.source, extractor=extractor)) for one in some] for _ in range(2))
    assert first == again


def test_a_wrong_statement_is_hardly_ever_supported(extractor):
    """What harms most: at most one in twenty texts that the source does not back is called supported."""
    wrong = [pair for pair in PAIRS if pair.verdict is not Verdict.SUPPORTED]
    verdicts = {pair.id: overall(verify(pair.text, pair.source, extractor=extractor)) for pair in wrong}
    found = [name for name, verdict in verdicts.items() if verdict is Verdict.SUPPORTED]
    assert len(found) <= len(wrong) / 20, found


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('[[pair]]\nid = "a"', "pair 'a': no part"),
        ('[[pair]]\nid = "a"\npart = "x"\nsource = "s"\ntext = "t"\nverdict = "true"\nwhy = "w"', "'true' is none of"),
        ("[[pair]]\nid = ", "gold: "),
    ],
)
def test_faulty_gold(source, message):
    """A faulty file is told with the pair."""
    with pytest.raises(GoldError, match=message):
        parse(source)
