"""The same answer always: in any process, thread, locale, zone, batch or company; and records of every version load."""

import copy
import importlib
import json
import multiprocessing
import os
import pickle
import random
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import factex
from factex import Extractor, Facts
from factex.pipeline import default

HERE = Path(__file__).parent
TEXTS = [
    "China has the data: its population of over 1.3 billion, and more than 176 million cameras. It operates 227 supercomputers, compared to America's 109.",
    "Tariffs will rise from the current 15-20% to 50% by 2030, according to CoreLogic. They fell 3 points last year.",
    "Oslo is the world's third-largest port; nearly half of its 2,400 cranes are new. In May they lifted 640 kg of cocaine.",
    "The dam cost £9.99bn ($12.50bn), 76% more than the old one and four times the price of the bridge.",
    "Two-thirds of the 41 bats, 26 of them juveniles, weighed 12.9 ± 0.1 g.",
]  # fmt: skip
CODE = (
    "import sys, json, factex\n"
    "texts = json.loads(sys.stdin.read())\n"
    "print(json.dumps([facts.model_dump_json() for facts in factex.pipe(texts)]))\n"
)


@pytest.fixture(scope="module")
def expected(extractor):
    """What each text gives, as JSON."""
    return [extractor.extract(text).model_dump_json() for text in TEXTS]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4242"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
        {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "2", "PYTHONUTF8": "1"},
    ],
    ids="-".join,
)
def test_other_processes(environment, expected):
    """A new process gives the same bytes, whatever its hash seed, zone, locale and thread counts."""
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        input=json.dumps(TEXTS),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    assert json.loads(done.stdout) == expected


def test_neighbours_and_batches(extractor, expected):
    """Who stands beside a text in a batch, and how large batches are, changes nothing."""
    rng = random.Random(1)  # noqa: S311 - the same orders each time
    for size in (1, 2, 3, 7):
        order = [rng.randrange(len(TEXTS)) for _ in range(12)]
        found = extractor.pipe([TEXTS[n] for n in order], batch_size=size)
        assert [facts.model_dump_json() for facts in found] == [expected[n] for n in order]


def test_threads_under_load(extractor, expected):
    """Threads that share an extractor, switched as often as can be, give what one gives; lexicons do not leak."""
    own = Extractor(
        nlp=extractor.parser.nlp if hasattr(extractor.parser, "nlp") else None,
        lexicon={"modifiers": {"about": {"before": ["ballpark"]}}},
    )
    wanted = own.quantities("It cost ballpark $5.")
    plain = extractor.quantities("It cost ballpark $5.")
    assert wanted != plain
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(6) as pool:
            jobs = [
                pool.submit(lambda n=n: extractor.extract(TEXTS[n]).model_dump_json())
                for n in list(range(len(TEXTS))) * 6
            ]
            users = [pool.submit(own.quantities, "It cost ballpark $5.") for _ in range(30)]
            others = [pool.submit(extractor.quantities, "It cost ballpark $5.") for _ in range(30)]
            assert [job.result() for job in jobs] == expected * 6
            assert all(job.result() == wanted for job in users)
            assert all(job.result() == plain for job in others)
    finally:
        sys.setswitchinterval(before)


def test_first_use_by_many_threads():
    """Tables that are made at the first call are the same when many threads make that call."""
    made = Extractor()
    barrier, found = threading.Barrier(6), []

    def first():
        barrier.wait()
        found.append(made.quantities(TEXTS[3]))

    threads = [threading.Thread(target=first) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [default().quantities(TEXTS[3])] * 6


def _in_child(text):
    return default().extract(text).model_dump_json()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_fork_and_spawn(method, expected, tmp_path):
    """A forked child, after the model is loaded, and a spawned one give the same."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("this system cannot fork")
    if method == "spawn":
        code = f"import sys; sys.path.insert(0, {str(HERE)!r}); import test_same_answer as t, multiprocessing as m\nif __name__ == '__main__': print(m.get_context('spawn').Pool(1).map(t._in_child, t.TEXTS[:2]) == {expected[:2]!r})"
        path = tmp_path / "spawned.py"
        path.write_text(code, encoding="utf-8")
        done = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "True"
        return
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.map(_in_child, TEXTS) == expected


def _public_objects():
    facts = default().extract(TEXTS[0])
    yield facts
    yield from facts
    yield from facts.quantities
    yield from (quantity.unit for quantity in facts.quantities if quantity.unit is not None)
    yield facts[0].subject
    yield facts[0].sentence
    yield default().extract(TEXTS[1])[0].when
    yield facts[2].left


def test_records_can_be_pickled_and_copied():
    """Every record is pickled, copied and hashed by value."""
    for one in _public_objects():
        assert pickle.loads(pickle.dumps(one)) == one
        assert copy.deepcopy(one) == one
        assert hash(copy.copy(one)) == hash(one)


def test_functions_and_extractors_can_be_pickled():
    """What is given to other processes can be: functions, an extractor, every class that the package names."""
    for name in factex.__all__:
        if name != "__version__":
            assert pickle.loads(pickle.dumps(getattr(factex, name))) is getattr(factex, name)
    again = pickle.loads(pickle.dumps(Extractor(without=("rank",))))
    assert again.quantities(TEXTS[2]) == default().quantities(TEXTS[2])


def test_errors_can_be_pickled():
    """Every error keeps type and message on its way from another process."""
    module = importlib.import_module("factex.errors")
    classes = [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, factex.FactexError)]
    assert len(classes) >= 8
    for error in classes:
        given = {"TextTypeError": (5,), "MissingExtraError": ("polars", "polars", "Facts.to_polars")}
        made = error(*given.get(error.__name__, ("what happened",)))
        again = pickle.loads(pickle.dumps(made))
        assert (type(again), str(again)) == (type(made), str(made))


@pytest.mark.parametrize("path", sorted(HERE.glob("records-*.json")), ids=lambda path: path.stem)
def test_older_records_load(path):
    """Records written by each release load, and say the same: a field may be added, none is renamed."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert len(stored) >= 5
    for one in stored:
        facts = Facts.model_validate(one)
        assert _within(one, json.loads(facts.model_dump_json()))


def _within(old, new):
    """Whether all that an old record says is in a new one."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and _within(value, new[key]) for key, value in old.items())
    if isinstance(old, list):
        return len(old) == len(new) and all(map(_within, old, new))
    return old == new
