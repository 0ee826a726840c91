"""Mixed and hostile documents through `pipe`, for minutes: memory, offsets, and whether any document is missing.

    python benchmarks/soak.py --minutes 30

Half of the time goes to two processes, half to a pool of threads that share one extractor. Every result of a document
that comes again is held against what it gave first; every tenth document is made of words that never were before. Two
slopes are those of the least squares, the first fifth left out, in which models load and caches fill: one through
resident memory (workers included) after each document, one through the least of it in each ten seconds. The first
swings by 80 MB with the hostile documents that are at work, and needs half an hour to tell a megabyte; the second is
what stays, and decides.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import string
import sys
import time
from array import array
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from factex import Extractor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex import Facts

CORPUS = Path(__file__).parent.parent / "corpus"
HOSTILE = (
    "", " " * 100_000, "." * 100_000, "…" * 20_000, "5 " * 2000, "7" * 10_000, "(" * 3000 + "5 kg" + ")" * 3000,
    "1,00" * 3000, "It rose 5% \ud800 to \x00 7 \udfff.", "two " + "million " * 150, "1e999999999 m", "5 km per",
    "👩‍🚀 5% 📈 " * 200, "שלום 12% " * 100, "<td>5</td><td>6 kg</td>" * 200, "A. " * 3000, "and then " * 2000,
    "\n".join(f"{n}. item of ${n}" for n in range(300)),
)  # fmt: skip
LIMIT = 1.0
THREADS = 4
# Every so many documents one of new words; how many sentences it has.
_NEW, _SENTENCES = 10, 20


def documents() -> list[str]:
    """Articles, joined pieces of them, and what is hostile."""
    articles = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "articles").glob("*.txt"))]
    rng = random.Random(8)  # noqa: S311 - the same documents each time
    mixed = []
    for _ in range(60):
        text = " ".join(rng.sample(articles, 2))
        start = rng.randrange(len(text) // 2)
        mixed.append(text[start : start + rng.randrange(200, 4000)])
    return [*articles, *mixed, *HOSTILE]


def resident(pids: tuple[int, ...]) -> float:
    """Resident memory of some processes in MB."""
    page, total = os.sysconf("SC_PAGE_SIZE"), 0
    for pid in pids:
        try:
            total += int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        except OSError:
            continue
    return total * page / 1e6


def family() -> tuple[int, ...]:
    """This process and its children."""
    me = os.getpid()
    children = Path(f"/proc/{me}/task/{me}/children").read_text(encoding="ascii").split()
    return (me, *map(int, children))


def slope(points: list[tuple[float, float]]) -> float:
    """Least-squares slope of (minute, MB) points."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0


def kept(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The point of the least memory in each ten seconds."""
    return [min(group, key=lambda point: point[1]) for _, group in itertools.groupby(points, lambda p: int(p[0] * 6))]


def new_words(rng: random.Random) -> str:
    """A document of words that no text has held."""

    def word() -> str:
        return "".join(rng.choices(string.ascii_lowercase, k=8))

    return " ".join(f"The {word()} sold {rng.randrange(10**7):,} {word()}s to {word()}." for _ in range(_SENTENCES))


class Resident:
    """Resident memory after each document, as plain numbers: a list of pairs would grow by a tenth of the limit."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.minutes, self.megabytes = array("d"), array("d")

    def note(self) -> None:
        """One more point."""
        self.minutes.append((time.monotonic() - self.start) / 60)
        self.megabytes.append(resident(family()))

    def slopes(self, minutes: float) -> tuple[float, float]:
        """The slopes of what is kept and of all that is resident, without the first fifth of the minutes."""
        late = [point for point in zip(self.minutes, self.megabytes, strict=True) if point[0] > minutes / 5]
        return slope(kept(late)), slope(late)


class Soak:
    """Counts what goes through, and what is wrong with it."""

    def __init__(self) -> None:
        self.extractor = Extractor()
        self.documents = documents()
        self.rng = random.Random(8)  # noqa: S311 - as above
        self.first: dict[int, str] = {}
        self.done = self.wrong = self.missing = self.sent = 0

    def check(self, number: int | None, facts: Facts) -> None:
        """Offsets slice, and the answer of a numbered document is that of the first time."""
        text = facts.text if number is None else self.documents[number]
        spans = [*facts.quantities, *(fact.sentence for fact in facts), *(f.subject for f in facts if f.subject)]
        self.wrong += sum(text[span.start : span.end] != span.text for span in spans) + (facts.text != text)
        if number is not None:
            dumped = facts.model_dump_json()
            self.wrong += self.first.setdefault(number, dumped) != dumped
        self.done += 1

    def endless(self, until: float) -> Iterator[tuple[str, int | None]]:
        """The documents over and over with their numbers, and new ones between, till the time is up."""
        while True:
            order: list[int | None] = list(range(len(self.documents)))
            order += [None] * (len(order) // _NEW)
            self.rng.shuffle(order)
            for number in order:
                if time.monotonic() > until:
                    return
                self.sent += 1
                yield new_words(self.rng) if number is None else self.documents[number], number

    def processes(self, minutes: float) -> tuple[float, float]:
        """Half of the soak, over two processes."""
        memory, self.sent, before = Resident(), 0, self.done
        found = self.extractor.pipe(
            self.endless(memory.start + minutes * 60), as_tuples=True, n_process=2, batch_size=8
        )
        for facts, number in found:
            self.check(number, facts)
            memory.note()
        self.missing += self.sent - (self.done - before)
        return memory.slopes(minutes)

    def threads(self, minutes: float) -> tuple[float, float]:
        """Half of the soak, over threads that share the extractor."""
        memory, self.sent, before = Resident(), 0, self.done
        todo = self.endless(memory.start + minutes * 60)
        with ThreadPoolExecutor(THREADS) as pool:
            while batch := list(itertools.islice(todo, THREADS * 4)):
                for number, facts in pool.map(lambda item: (item[1], self.extractor.extract(item[0])), batch):
                    self.check(number, facts)
                memory.note()
        self.missing += self.sent - (self.done - before)
        return memory.slopes(minutes)


def main() -> int:
    """Runs the soak; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    half = parser.parse_args().minutes / 2
    soak = Soak()
    slopes = {"two processes": soak.processes(half), f"{THREADS} threads": soak.threads(half)}
    for name, (stays, resides) in slopes.items():
        print(f"{name}: {stays:+.2f} MB a minute kept, {resides:+.2f} resident")
    print(f"{soak.done} documents, {soak.missing} missing, {soak.wrong} with a wrong offset or another answer")
    return int(soak.missing > 0 or soak.wrong > 0 or max(stays for stays, _ in slopes.values()) >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
