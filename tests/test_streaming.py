"""`pipe` over many texts: order, laziness, errors of one text, several processes, interruption."""

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import factex
from factex import Extractor, Rule
from factex.errors import TextTypeError
from factex.streaming import stream

TEXTS = ["It costs $5.", "It rained.", "Sales rose 3% to $2 billion.", "Two of the nine ships sank. It sold 4."] * 6
ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
MIXED = ["It costs $5.", None, "Sales rose 3%."]


def test_every_mode_gives_the_same(extractor):
    """One by one, in batches of any size, and over two processes: byte for byte."""
    expected = [extractor.extract(text).model_dump_json() for text in TEXTS]
    for options in ({}, {"batch_size": 1}, {"batch_size": 5}, {"n_process": 2, "batch_size": 3}):
        assert [facts.model_dump_json() for facts in extractor.pipe(TEXTS, **options)] == expected, options


@pytest.mark.parametrize("n_process", [1, 2])
def test_errors_of_one_text(extractor, n_process):
    """A text that fails spoils no other: it is raised at its turn, left out with a warning, or replaced."""
    found = extractor.pipe(MIXED, n_process=n_process)
    assert len(next(found)) == 1
    with pytest.raises(TextTypeError, match="must be a str, got NoneType") as caught:
        next(found)
    assert "in text 1 of the stream" in caught.value.__notes__[0]
    with pytest.warns(UserWarning, match="text 1 of the stream is left out: text must be a str"):
        assert [len(facts) for facts in extractor.pipe(MIXED, n_process=n_process, on_error="skip")] == [1, 1]
    seen = []

    def note(item, error):
        seen.append((item, type(error)))
        return "nothing"

    found = list(extractor.pipe(MIXED, n_process=n_process, on_error=note))
    assert (len(found), found[1], seen) == (3, "nothing", [(None, TextTypeError)])


def test_error_with_pairs(extractor):
    """With pairs the function sees the pair, and what it returns comes as it is."""
    pairs = [("It costs $5.", "a"), (7, "b")]
    found = list(extractor.pipe(pairs, as_tuples=True, on_error=lambda item, error: (None, item[1])))
    assert found[1] == (None, "b")
    assert len(found[0][0]) == 1


def test_no_such_choice(extractor):
    """A wrong argument is told before a text is taken."""
    with pytest.raises(ValueError, match="on_error must be 'raise', 'skip' or a function, got 'ignore'"):
        list(extractor.pipe(TEXTS, on_error="ignore"))
    with pytest.raises(ValueError, match="n_process must be a positive number, or -1"):
        list(extractor.pipe(TEXTS, n_process=0))


def test_an_error_that_cannot_be_sent():
    """An error that can't be pickled arrives as its text."""

    class LocalError(Exception):
        """Known in this function alone, so not to another process."""

    outcomes = dict(
        stream(lambda batch: [LocalError(f"bad {item}") for item in batch], [1, 2], batch_size=1, n_process=2)
    )
    assert str(outcomes[1]).endswith("LocalError: bad 1")
    assert isinstance(outcomes[1], factex.FactexError)


def test_a_worker_that_dies():
    """A process that is killed is an error that says so, and no hang."""
    with pytest.raises(factex.WorkerError, match="a worker process died"):
        list(stream(lambda batch: os.kill(os.getpid(), signal.SIGKILL), range(9), batch_size=1, n_process=2))


def test_processes_take_no_more_than_they_need():
    """Input is taken lazily with several processes too."""
    taken = []

    def items():
        for i in range(1000):
            taken.append(i)
            yield i

    found = stream(list, items(), batch_size=2, n_process=2)
    assert [next(found)[1] for _ in range(4)] == [0, 1, 2, 3]
    assert len(taken) <= 20
    found.close()


def test_an_extractor_can_be_pickled():
    """It is pickled as what it was made from: rules, what is switched off, lexicon."""
    made = Extractor(without=("rank",))
    text = "Oslo is the second-largest port. It costs $5."
    again = pickle.loads(pickle.dumps(made))
    assert [fact.kind for fact in again.extract(text)] == [fact.kind for fact in made.extract(text)] == ["measurement"]


def test_rules_reach_the_processes():
    """A rule of the user's own works in a worker as it does here."""
    extractor = Extractor(rules=[Rule("trial.none", lambda sentence: [], "Any text.")], without=("change",))
    texts = ["Sales rose 3%.", "It costs $5."]
    assert [len(f) for f in extractor.pipe(texts, n_process=2)] == [len(extractor.extract(text)) for text in texts]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interruption_leaves_no_process_behind():
    """Ctrl-C ends the stream and its workers."""
    code = (
        "import factex, itertools, multiprocessing as m\n"
        "for n, _ in enumerate(factex.pipe(itertools.repeat('It costs $5.'), n_process=2)):\n"
        "    if n == 100: print(*[p.pid for p in m.active_children()], flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    workers = [int(pid) for pid in process.stdout.readline().split()]
    process.send_signal(signal.SIGINT)
    assert process.wait(60) != 0
    assert len(workers) == 2
    assert not [pid for pid in workers if _lives(pid)]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_workers_do_not_outlive_a_killed_parent():
    """Where the parent is killed, its workers go too."""
    code = (
        "import factex, itertools, multiprocessing as m\n"
        "for n, _ in enumerate(factex.pipe(itertools.repeat('It costs $5.'), n_process=2)):\n"
        "    if n == 100: print(*[p.pid for p in m.active_children()], flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    workers = [int(pid) for pid in process.stdout.readline().split()]
    process.kill()
    process.wait(60)
    for _ in range(100):
        if not any(_lives(pid) for pid in workers):
            break
        time.sleep(0.1)
    assert not [pid for pid in workers if _lives(pid)]


def _lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"


def test_a_text_cut_anywhere_gives_the_facts_of_the_whole(extractor):
    """Texts of many chunks hold what their paragraphs hold, with offsets into the whole."""
    paragraph = (
        "The port shipped 2,400 containers in 2024. It employs 310 people, 12% more than Lund. Sales fell 3%.\n\n"
    )
    count = 700
    single = extractor.extract(paragraph)
    whole = extractor.extract(paragraph * count)
    assert len(whole) == count * len(single)
    assert len(whole.quantities) == count * len(single.quantities)
    for k in (0, 1, 170, 171, 341, count - 1):
        part = whole.quantities[k * len(single.quantities) : (k + 1) * len(single.quantities)]
        for one, other in zip(part, single.quantities, strict=True):
            assert one.model_dump() == other.model_dump() | {
                "start": other.start + k * len(paragraph), "end": other.end + k * len(paragraph),
            }  # fmt: skip
        facts = list(whole)[k * len(single) : (k + 1) * len(single)]
        assert [str(fact) for fact in facts] == [str(fact) for fact in single]


def test_a_long_text_costs_no_more_model_calls_than_its_sentences(extractor, monkeypatch):
    """Sentences without a number are not parsed, unless a pronoun asks for one."""
    parsed = []
    parse = extractor.parser.parse

    def counting(sentences, *args):
        sentences = list(sentences)
        parsed.extend(text[start:end] for text, (start, end) in sentences)
        return parse(sentences, *args)

    monkeypatch.setattr(extractor.parser, "parse", counting)
    extractor.extract("It rained all day. The mast is 40 metres tall. Nobody came. Rents rose 3%.")
    assert parsed == ["The mast is 40 metres tall.", "Rents rose 3%."]


def test_progress_is_silent_without_a_terminal(extractor, capfd):
    """Where no terminal looks on, no bar is drawn."""
    assert len(list(extractor.pipe(TEXTS, progress=True))) == len(TEXTS)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port shipped 2,400 containers for $3.1m.", ["2,400 container", "3.1 million USD"]),
        ("Between 5 and 10 per cent of the 4,000 Victorians left.", ["5 to 10 percent", "4,000 victorian"]),
        ("A 12-storey tower with two new lifts cost 45 crore rupees.", ["12 storey", "2 lift", "450 million INR"]),
        ("He was born in 1990.", []),
    ],
)
def test_quantities_alone(text, expected):
    """Values, bounds and units are read without a model; years are none."""
    assert [str(quantity) for quantity in factex.quantities(text)] == expected


def test_quantities_alone_agree_with_extract(extractor):
    """On the project's articles, nine of ten quantities are those of `extract`, values nearly always."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    same, values, total = 0, 0, 0
    for text in texts:
        alone = {quantity.start: quantity for quantity in factex.quantities(text)}
        for quantity in extractor.extract(text).quantities:
            other = alone.get(quantity.start)
            total += 1
            values += other is not None and (other.low, other.high) == (quantity.low, quantity.high)
            same += other is not None and other.unit == quantity.unit
    assert total > 300
    assert values / total > 0.97
    assert same / total > 0.9
