"""What users import, and how it answers to wrong arguments."""

import threading

import pytest

import factex
from factex import model


def test_all_names_exist():
    """Everything in `__all__` can be had, and is documented."""
    for name in factex.__all__:
        assert getattr(factex, name) is not None
        assert name == "__version__" or getattr(factex, name).__doc__


def test_unknown_name():
    """A name that factex has not is an AttributeError, as for any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = factex.nothing


@pytest.mark.parametrize("wrong", [None, b"It costs $5.", 5, ["It costs $5."]])
def test_text_must_be_str(wrong):
    """A wrong argument raises by its own type, and the message says what was expected."""
    with pytest.raises(TypeError, match="text must be a str, got") as caught:
        factex.extract(wrong)
    assert isinstance(caught.value, factex.FactexError)


def test_bytes_are_told_to_decode():
    """The commonest mistake gets its remedy."""
    with pytest.raises(TypeError, match="decode"):
        factex.extract(b"5%")


def test_motto(facts_of):
    """The two phrases of the project's own motto."""
    (measurement,) = facts_of("176 million cameras")
    assert (measurement.kind, measurement.quantity.value, measurement.quantity.unit.name) == (
        "measurement",
        176_000_000,
        "camera",
    )
    (comparison,) = facts_of("227 vs 109 supercomputers")
    assert (comparison.left.quantity.value, comparison.right.quantity.value) == (227, 109)
    assert comparison.left.quantity.unit.name == comparison.right.quantity.unit.name == "supercomputer"
    assert comparison.relation == "greater"


def test_pipe_is_lazy_and_in_order():
    """`pipe` takes no more texts than it needs, and gives them back in order."""
    taken = []

    def texts():
        for i in range(100):
            taken.append(i)
            yield f"It costs ${i} today."

    found = factex.pipe(texts(), batch_size=4)
    assert next(found)[0].quantity.value == 0
    assert len(taken) == 4
    assert [next(found)[0].quantity.value for _ in range(5)] == [1, 2, 3, 4, 5]


def test_pipe_as_tuples():
    """What stands beside a text comes back beside its facts."""
    pairs = list(factex.pipe([("It costs $5.", "a"), ("Nothing.", {"b": 1})], as_tuples=True))
    assert [(len(facts), beside) for facts, beside in pairs] == [(1, "a"), (0, {"b": 1})]


def test_pipe_equals_extract():
    """One by one or in a batch, the facts are the same."""
    texts = ["Sales rose 5%.", "Its population of over 1.3 billion grew.", "", "Two dogs bit 3 men on 4 May."]
    assert list(factex.pipe(texts, batch_size=2)) == [factex.extract(text) for text in texts]


def test_threads_share_an_extractor(extractor):
    """Threads get what one alone gets."""
    text = "Unemployment in Spain fell to 10.6% in 2024. It employs 6,800 people."
    expected, found = extractor.extract(text), []
    threads = [threading.Thread(target=lambda: found.append(extractor.extract(text))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_reference_date(facts_of):
    """Relative times are told against a date, and left open without one."""
    from datetime import date

    text = "Revenue rose 5% last year."
    assert facts_of(text)[0].when.value is None
    assert facts_of(text, reference_date=date(2026, 11, 24))[0].when.value == "2025"


def test_warmup_loads_the_model():
    """After `warmup` the model is there."""
    factex.warmup()
    assert model.name_of() in model._loaded
