"""Measures speed, memory and start-up: `python benchmarks/speed.py [TEXTS.jsonl] [--write docs/performance.md]`.

TEXTS holds one JSON object a line with a `text`; where it is missing, texts are generated from the corpus. All runs
are interleaved in one process order, so that what disturbs one disturbs its neighbours, and each figure is a median of
five; compare the ratios, not the rates. Other systems are measured where they are installed (extra `bench` has what
this needs; `pip install 'quantulum3[classifier]' recognizers-text-suite 'emoji<2' 'scikit-learn<1.8'` the others; for
CQE see docs/performance.md).
The tables are printed as Markdown; with `--write` they replace the part of a file between the two marks. Takes about
twenty minutes.
"""

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

import factex
from factex import model

MARKS = ("<!-- speed: from here -->", "<!-- speed: to here -->")
CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
RUNS = 5
SIZES = (10**3, 10**4, 10**5, 10**6, 10**7)
HOSTILE = {
    "`1,1,1,…`": lambda n: "1," * (n // 2),
    "`1 1 1 …`": lambda n: "1 " * (n // 2),
    "`twenty twenty …`": lambda n: "twenty " * (n // 7),
    "`$$$…`": lambda n: "$" * n,
    "`((((…`": lambda n: "(" * n,
    "one sentence of 20,000 numbers": lambda n: " and ".join(str(i % 977) for i in range(n // 5)),
    "unit symbols in a row": lambda n: "kg m MB " * (n // 8),
}


def texts(path: Path | None) -> list[str]:
    """The texts to measure on: those of a file, or paragraphs of the corpus put together anew."""
    if path is not None and path.exists():
        return [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    print(f"{path or 'no file'}: measuring on texts generated from the corpus")
    paragraphs = [part for file in sorted(CORPUS.glob("*.txt")) for part in file.read_text().split("\n\n")]
    plain = ["It rained for most of the day, and nobody who was there could say when it would end."]
    source = random.Random(0)  # noqa: S311 - the same texts each time
    return ["\n\n".join(source.choices(paragraphs + plain * len(paragraphs), k=15)) for _ in range(300)]


def dense(documents: list[str], extractor: factex.Extractor) -> list[str]:
    """Texts made of the sentences with facts alone."""
    found = [[fact.sentence.text for fact in facts] for facts in extractor.pipe(documents)]
    sentences = list(dict.fromkeys(sentence for document in found for sentence in document))
    return [" ".join(sentences[k : k + 12]) for k in range(0, len(sentences), 12)]


def interleaved(runs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median seconds of each run, taken in turn."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(RUNS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
            print(f"  {name}: {taken[name][-1]:.2f} s", file=sys.stderr)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def drain(items: Iterable[object]) -> None:
    """Takes everything."""
    for _ in items:
        pass


def others(documents: list[str]) -> dict[str, Callable[[], object]]:
    """Other systems, where they are installed, each on as many texts as it does in a few seconds."""
    found: dict[str, Callable[[], object]] = {}
    try:
        from quantulum3 import parser  # noqa: PLC0415 - may be missing

        found["quantulum3 with classifier"] = lambda: drain(map(parser.parse, documents))
    except ImportError:
        print("quantulum3 is not installed", file=sys.stderr)
    try:
        from recognizers_number_with_unit import (  # noqa: PLC0415 - as above
            recognize_currency,
            recognize_dimension,
        )
        from recognizers_text import Culture  # noqa: PLC0415 - as above

        def recognizers() -> None:
            for document in documents:
                recognize_currency(document, Culture.English)
                recognize_dimension(document, Culture.English)

        found["Microsoft Recognizers (currency, dimension)"] = recognizers
    except ImportError:
        print("recognizers-text-suite is not installed", file=sys.stderr)
    try:
        from CQE import CQE  # noqa: PLC0415 - as above

        reader = CQE.CQE(spacy_model=model.name_of())  # by default it would look for its model on the network
        found["CQE"] = lambda: drain(map(reader.parse, documents))
    except Exception as error:  # noqa: BLE001 - its own dependencies, or its locale, may be missing too
        print(f"CQE is not measured: {error}", file=sys.stderr)
    return found


def rates(documents: list[str]) -> list[str]:
    """The rates of factex, of the bare pipeline, and of other systems."""
    extractor = factex.Extractor()
    full = model._load(model.name_of())  # noqa: SLF001 - as it comes, without our matrix products
    facts = dense(documents, extractor)
    few = documents[:12]
    lines = ["| | characters a second | times the bare pipeline |", "|---|---|---|"]
    for title, chosen in (("ordinary news", documents), ("only sentences with facts", facts)):
        size = sum(map(len, chosen))
        seconds = interleaved(
            {
                "bare": lambda chosen=chosen: drain(full.pipe(chosen)),
                "extract": lambda chosen=chosen: drain(extractor.pipe(chosen)),
                "two processes": lambda chosen=chosen: drain(extractor.pipe(chosen, n_process=2)),
                "quantities": lambda chosen=chosen: drain(map(extractor.quantities, chosen)),
            }
        )
        bare = seconds["bare"]
        lines += [
            f"| **{title}** ({size:,} characters): bare `{model.name_of()}` pipeline | {size / bare:,.0f} | 1 |",
            *(
                f"| {name} | {size / seconds[key]:,.0f} | {bare / seconds[key]:.2f} |"
                for name, key in (
                    ("`factex.pipe`, one process", "extract"),
                    ("`factex.pipe`, two processes", "two processes"),
                    ("`factex.quantities`", "quantities"),
                )
            ),
        ]
        lines.append(f"| two processes against one | | {seconds['extract'] / seconds['two processes']:.2f} × |")
    size = sum(map(len, few))
    systems = others(few)
    if systems:
        own = {"pipe": lambda: drain(extractor.pipe(few)), "quantities": lambda: drain(map(extractor.quantities, few))}
        seconds = interleaved({**own, **systems})
        lines += [
            "",
            "| on the first 12 texts | characters a second | `pipe` | `quantities` |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| {name} | {size / seconds[name]:,.0f} | {seconds[name] / seconds['pipe']:.1f} × as fast "
            f"| {seconds[name] / seconds['quantities']:.0f} × as fast |"
            for name in systems
        ]
    return lines


def lengths(documents: list[str]) -> list[str]:
    """Microseconds a character in one text, by its length."""
    whole = "\n\n".join(documents)
    whole *= SIZES[-1] // len(whole) + 1
    extractor = factex.Extractor()
    extractor.extract(whole[:1000])
    taken: dict[int, list[float]] = {size: [] for size in SIZES}
    for run in range(3):
        for size in SIZES if run == 0 else SIZES[:-1]:
            start = time.perf_counter()
            for _ in range(max(1, 10**4 // size)):
                extractor.extract(whole[:size])
            taken[size].append((time.perf_counter() - start) / max(1, 10**4 // size) / size * 1e6)
            print(f"  {size}: {taken[size][-1]:.2f} µs a character", file=sys.stderr)
    medians = {size: statistics.median(found) for size, found in taken.items()}
    return [
        "| characters in one text | µs a character |",
        "|---|---|",
        *(f"| {size:,} | {medians[size]:.1f} |" for size in SIZES),
    ]


def hostile(documents: list[str]) -> list[str]:
    """Hostile texts of 100,000 characters against ordinary ones, and half as long against whole."""
    extractor = factex.Extractor()
    ordinary = "\n\n".join(documents)[: 10**5]
    made = {name: (make(10**5 // 2), make(10**5)) for name, make in HOSTILE.items()}
    runs: dict[str, Callable[[], object]] = {"ordinary": lambda: extractor.extract(ordinary)}
    for name, (half, long) in made.items():
        runs[f"{name} half"] = lambda half=half: extractor.extract(half)
        runs[name] = lambda long=long: extractor.extract(long)
    seconds = interleaved(runs)
    return [
        f"| 100,000 characters of | seconds | ordinary text: {seconds['ordinary']:.2f} s | twice the length costs |",
        "|---|---|---|---|",
        *(
            f"| {name} | {seconds[name]:.2f} | {seconds[name] / seconds['ordinary']:.2f} × "
            f"| {seconds[name] / seconds[f'{name} half']:.2f} × |"
            for name in made
        ),
    ]


def _alone(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def memory() -> list[str]:
    """Peak memory of a process that streams documents."""
    code = (
        "import factex, random\n"
        "def documents(n):\n"
        "    source = random.Random(1)\n"
        "    for i in range(n):\n"
        "        yield f'Mill {i} sold {source.randrange(9**6)} tonnes of flour in {source.randrange(1900, 2024)}, '"
        " f'{source.randrange(99)}% more than mill {i // 7}. It rained.'\n"
        "for facts in factex.pipe(documents({n})): pass\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))\n"
    )
    peaks = {}
    for count in (1_000, 100_000):
        print(f"  {count} documents", file=sys.stderr)
        peaks[count] = int(_alone(code.replace("{n}", str(count)))) / 1024
    return [
        "| documents streamed | peak memory |",
        "|---|---|",
        *(f"| {count:,} | {peak:,.0f} MB |" for count, peak in peaks.items()),
        f"| more | {peaks[100_000] - peaks[1_000]:,.0f} MB |",
    ]


def startup() -> list[str]:
    """Seconds from the start of a process."""
    codes = {
        "Python alone": "pass",
        "`import factex`": "import factex",
        "first quantities": "import factex; factex.quantities('It costs $5.')",
        "import of spaCy": "import spacy",
        "first fact": "import factex; factex.extract('It costs $5.')",
    }
    seconds = interleaved({name: lambda code=code: _alone(code) for name, code in codes.items()})
    return ["| until | seconds |", "|---|---|", *(f"| {name} | {taken:.2f} |" for name, taken in seconds.items())]


PARTS: dict[str, Callable[[list[str]], list[str]]] = {
    "Rates": rates,
    "Length of one text": lengths,
    "Hostile texts": hostile,
    "Memory": lambda _: memory(),
    "Start-up": lambda _: startup(),
}


def main() -> None:
    """Measures, prints, and writes where asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="?", type=Path, metavar="TEXTS.jsonl")
    options.add_argument("--write", type=Path, help="replace the part of this file between the marks")
    options.add_argument("--only", choices=list(PARTS), action="append", help="measure this part alone")
    given = options.parse_args()
    warnings.simplefilter("ignore")
    documents = texts(given.texts)
    lines: list[str] = []
    for name in given.only or PARTS:
        print(f"{name}:", file=sys.stderr)
        lines += [f"### {name}", "", *PARTS[name](documents), ""]
    table = "\n".join(lines)
    print(table)
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        begin, end = (re.escape(mark) for mark in MARKS)
        done, count = re.subn(f"{begin}.*{end}", lambda _: f"{MARKS[0]}\n\n{table}\n{MARKS[1]}", page, flags=re.DOTALL)
        if not count:
            sys.exit(f"{given.write} has no lines {MARKS[0]} and {MARKS[1]}")
        given.write.write_text(done, encoding="utf-8")


if __name__ == "__main__":
    main()
