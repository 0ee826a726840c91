"""`pipe` under any course of events: failing inputs, early closing, several streams at once, streams inside of streams."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

import factex
from factex.pipeline import default

GOOD = ("It costs $5.", "Sales rose 3% to $2 billion.", "", "Two of the nine ships sank.")
BAD = (None, 5, b"It costs $5.")
ITEMS = st.lists(st.sampled_from((*GOOD, *GOOD, *BAD)), max_size=9)


def outcome(item):
    """What an item gives by itself: its facts as JSON, or the error's type."""
    try:
        return default().extract(item).model_dump_json()
    except factex.FactexError as error:
        return type(error)


class Stream:
    """A stream, the items that were given to it, and how far it is."""

    def __init__(self, items, mode, size):
        self.items, self.mode, self.size, self.taken, self.place = items, mode, size, 0, 0
        self.found = default().pipe(
            self._source(), batch_size=size, on_error="raise" if mode == "raise" else self._note
        )
        self.ended = False

    def _note(self, _item, error):
        return ("failed", type(error)) if self.mode == "note" else None

    def _source(self):
        for item in self.items:
            self.taken += 1
            yield item

    def step(self):
        """Takes one result and holds it against what the items give alone."""
        expected = [outcome(item) for item in self.items[self.place :]]
        skipped = 0
        if self.mode == "skip":
            while skipped < len(expected) and isinstance(expected[skipped], type):
                skipped += 1
        if skipped == len(expected) or self.ended:
            with pytest.raises(StopIteration):
                next(self.found)
            self.ended = True
            return
        wanted = expected[skipped]
        self.place += skipped + 1
        if isinstance(wanted, type) and self.mode == "raise":
            with pytest.raises(wanted):
                next(self.found)
            self.ended = True  # a stream that has raised is over
        elif isinstance(wanted, type):
            assert next(self.found) == ("failed", wanted)
        else:
            assert next(self.found).model_dump_json() == wanted


class Pipes(RuleBasedStateMachine):
    """Any number of streams over one extractor."""

    streams = Bundle("streams")

    def __init__(self):
        super().__init__()
        self.open = []

    @rule(target=streams, items=ITEMS, mode=st.sampled_from(("raise", "note", "skip")), size=st.integers(1, 4))
    def start(self, items, mode, size):
        """A stream is opened; nothing is taken yet."""
        stream = Stream(items, mode, size)
        assert stream.taken == 0
        self.open.append(stream)
        return stream

    @rule(stream=streams)
    def step(self, stream):
        """One result is taken."""
        stream.step()

    @rule(stream=consumes(streams))
    def close(self, stream):
        """A stream is closed before its end; it gives nothing more."""
        stream.found.close()
        assert list(stream.found) == []
        self.open.remove(stream)

    @rule(text=st.sampled_from(GOOD))
    def beside(self, text):
        """A text is read beside open streams."""
        assert default().extract(text).text == text

    @invariant()
    def lazy(self):
        """No stream has taken more than the batch that it needs."""
        assert all(stream.taken <= stream.place + stream.size * 2 or stream.mode == "skip" for stream in self.open)


Pipes.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
TestPipes = Pipes.TestCase


def test_a_stream_inside_of_a_stream():
    """The source of one stream may be another."""
    inner = default().pipe(GOOD, batch_size=2)
    outer = default().pipe((facts.text for facts in inner), batch_size=3)
    assert [facts.text for facts in outer] == list(GOOD)


def test_a_source_that_fails():
    """An error of the source itself comes through, behind the results of the batches that were whole."""

    def source():
        yield from GOOD
        raise OSError("the disk is gone")

    found = default().pipe(source(), batch_size=2)
    assert [next(found).text for _ in GOOD] == list(GOOD)
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_closing_a_stream_of_processes():
    """Closed early, a stream over processes ends them and does not wait for its source."""
    import itertools
    import multiprocessing

    found = default().pipe(itertools.repeat("It costs $5."), n_process=2, batch_size=2)
    assert len(next(found)) == 1
    found.close()
    assert multiprocessing.active_children() == []
