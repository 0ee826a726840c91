"""Measures `verify`: `python benchmarks/verification.py corpus [FOLDER] [--write docs/benchmarks.md]`.

Scores the gold pairs of the corpus, those that rules were written from and the held-out fifth apart. FOLDER, where
given, holds `verify/*.yaml` (three verdicts; needs PyYAML) and `entailment/*.jsonl` (pairs that are entailed or not:
one counts as entailed when every check is supported). Beside it stands what plain overlap of numbers reaches on the
same pairs: supported where every number of the text occurs in the source, else unsupported. Also prints what
verification costs over extraction, as a median of ratios in one run. With `--write` the tables replace the part of a
file between the marks.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from factex import model, quantities
from factex.evaluation.pairs import load, overall
from factex.pipeline import default
from factex.verification.check import Verdict
from factex.verification.verify import held_against

MARKS = ("<!-- verify: from here -->", "<!-- verify: to here -->")
HEAD = "| pairs | | accuracy | macro F1 | wrong told as supported |\n|---|---|---|---|---|"
RUNS = 5


def by_overlap(text: str, source: str) -> Verdict:
    """What plain overlap of numbers says."""
    told = {one.number for one in quantities(source)}
    said = [one.number for one in quantities(text)]
    return Verdict.SUPPORTED if said and all(number in told for number in said) else Verdict.UNSUPPORTED


def by_factex(text: str, source: str) -> Verdict:
    """What factex says."""
    left, right = default().pipe([text, source])
    return overall(held_against(left, [right]))


def three_way(name: str, rows: Sequence[tuple[str, str, str]]) -> list[str]:
    """Rows of the table of verdicts, for (text, source, verdict)."""
    return [
        f"| {name} ({len(rows)}) | {how} | {_scores(rows, verdict)} |"
        for how, verdict in (("factex", by_factex), ("numbers overlap", by_overlap))
    ]


def _scores(rows: Sequence[tuple[str, str, str]], verdict: Callable[[str, str], Verdict]) -> str:
    found = Counter((gold, str(verdict(text, source))) for text, source, gold in rows)
    labels = [str(label) for label in Verdict]
    right = sum(found[label, label] for label in labels)
    f1 = [
        2 * found[label, label]
        / (sum(found[label, other] for other in labels) + sum(found[other, label] for other in labels) or 1)
        for label in labels
    ]  # fmt: skip
    wrong = sum(found[gold, "supported"] for gold in labels[1:])
    of = sum(count for (gold, _), count in found.items() if gold != "supported")
    return f"{100 * right / len(rows):.1f} | {100 * statistics.mean(f1):.1f} | {100 * wrong / (of or 1):.1f} %"


def two_way(path: Path) -> list[str]:
    """Rows of the table of entailment."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = []
    for how, verdict in (("factex", by_factex), ("numbers overlap", by_overlap)):
        told = [verdict(row["text"], row["source"]) is Verdict.SUPPORTED for row in rows]
        right = sum(said and row["entailed"] for said, row in zip(told, rows, strict=True))
        entailed = sum(row["entailed"] for row in rows)
        same = sum(said == row["entailed"] for said, row in zip(told, rows, strict=True))
        share = f"{100 * right / (sum(told) or 1):.1f} | {100 * right / entailed:.1f} | {100 * same / len(rows):.1f}"
        lines.append(f"| {path.stem} ({len(rows)}) | {how} | {share} |")
    return lines


def cost(pairs: Sequence[tuple[str, str, str]]) -> str:
    """What verification adds to extraction, in percent of its time, and what both take of the bare pipeline's."""
    bare = spacy.load(model.name_of())
    shares, wholes = [], []
    for _ in range(RUNS):
        before = time.perf_counter()
        for _ in bare.pipe(one for text, source, _ in pairs for one in (text, source)):
            pass
        start = time.perf_counter()
        texts = list(default().pipe(text for text, _, _ in pairs))
        sources = list(default().pipe(source for _, source, _ in pairs))
        middle = time.perf_counter()
        for text, source in zip(texts, sources, strict=True):
            held_against(text, [source])
        end = time.perf_counter()
        shares.append((end - middle) / (middle - start))
        wholes.append((end - start) / (start - before))
    share, whole = (100 * statistics.median(told) for told in (shares, wholes))
    return (
        f"Verification takes {share:.0f} % of the time that extraction takes on the same pairs; both together take "
        f"{whole:.0f} % of the time that the bare `{model.name_of()}` pipeline takes for the texts."
    )


def main() -> None:
    """Measures what is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    own = [pair for path in sorted((options.corpus / "verify").glob("*.toml")) for pair in load(path)]
    rows = {
        name: [(pair.text, pair.source, str(pair.verdict)) for pair in own if pair.held_out is held]
        for name, held in (("corpus, written from", False), ("corpus, held out", True))
    }
    lines = [HEAD, *(line for name, group in rows.items() for line in three_way(name, group))]
    if options.folder is not None:
        import yaml  # noqa: PLC0415 - only outside data is YAML

        for path in sorted((options.folder / "verify").glob("*.yaml")):
            data = yaml.safe_load(path.read_text(encoding="utf-8"))
            lines += three_way(path.stem, [(row["text"], row["source"], row["verdict"]) for row in data])
        lines += ["", "| entailment | | precision | recall | accuracy |\n|---|---|---|---|---|"]
        for path in sorted((options.folder / "entailment").glob("*.jsonl")):
            lines += two_way(path)
    lines += ["", cost([row for group in rows.values() for row in group])]
    text = "\n".join(lines)
    print(text)
    if options.write is not None:
        before, _, rest = options.write.read_text(encoding="utf-8").partition(MARKS[0])
        options.write.write_text(
            f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{rest.partition(MARKS[1])[2]}", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
