"""Fits the weights of confidence on gold: `python tools/confidence.py corpus/claims corpus/articles`.

Writes `factex/lexicon/data/confidence.toml` and the plot `docs/assets/calibration.svg`, and prints how well the
numbers hold by ten-fold cross-validation over cases: the expected calibration error (ten bins of equal width), the
Brier score, and a table of bins. A fact is right where its kind, its quantities and every slot that the gold states
are right.
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from factex.context import confidence, fill
from factex.evaluation.compare import compare_facts
from factex.evaluation.gold import load
from factex.pipeline import Extractor

ROOT = Path(__file__).parent.parent
PLOT = ROOT / "docs" / "assets" / "calibration.svg"
TARGET = ROOT / "factex" / "lexicon" / "data" / "confidence.toml"
FOLDS, BINS = 10, 10
RIDGE, PRIOR = 2.0, 6.0


def main() -> None:
    """Fits, measures and writes."""
    seen: list[tuple[str, dict[str, float], object]] = []
    plain = confidence.confidence

    def noted(fact, sentence):  # type: ignore[no-untyped-def]
        seen.append((fact.rule, confidence.signals(fact, sentence), fact))
        return 1.0

    fill.confidence = noted  # type: ignore[attr-defined]
    rows = []
    extractor = Extractor()
    paths = [file for name in sys.argv[1:] for file in sorted(Path(name).rglob("*.toml"))]
    for number, case in enumerate(case for path in paths for case in load(path)):
        if case.quantities is not None:
            continue
        seen.clear()
        facts = extractor.extract(case.text)
        outcome = compare_facts(case, facts)
        right = {id(fact): not faults for _, fact, faults in outcome.found}
        wrong = set() if case.open else {id(fact) for fact in outcome.extra}
        told = {(fact.rule, fact.sentence.start, str(fact)): made for _, made, fact in seen}
        for fact in facts:
            made = told.get((fact.rule, fact.sentence.start, str(fact)))
            if made is not None and (id(fact) in right or id(fact) in wrong):
                rows.append((number, fact.rule, made, right.get(id(fact), False)))
    fill.confidence = plain  # type: ignore[attr-defined]
    names = sorted(rows[0][2])
    predicted = np.zeros(len(rows))
    actual = np.array([row[3] for row in rows], float)
    for fold in range(FOLDS):
        inside = [i for i, row in enumerate(rows) if row[0] % FOLDS != fold]
        outside = [i for i, row in enumerate(rows) if row[0] % FOLDS == fold]
        model = fit([rows[i] for i in inside], names)
        predicted[outside] = [predict(rows[i], model, names) for i in outside]
    points = calibration(predicted, actual)
    error = sum(count * abs(mean - share) for count, mean, share in points) / len(rows)
    PLOT.write_text(plot(points), encoding="utf-8")
    print(f"facts {len(rows)}, right {100 * actual.mean():.1f} %")
    print(f"expected calibration error {error:.3f}, Brier {np.mean((predicted - actual) ** 2):.3f}")
    rules, weights, mean = fit(rows, names)
    lines = [
        "# Log odds of a right fact a rule, and the weights of the signals; made by tools/confidence.py.",
        f"mean = {mean:.3f}",
        "",
        "[rules]",
    ]
    lines += [f'"{rule}" = {value:.3f}' for rule, value in sorted(rules.items())]
    lines += ["", "[weights]", *(f"{name} = {value:.3f}" for name, value in zip(names, weights, strict=True))]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fit(rows, names):  # type: ignore[no-untyped-def]
    """Log odds a rule, pulled towards the mean, then a ridge regression of what they leave."""
    counts = defaultdict(lambda: [0.0, 0.0])
    for _, rule, _, right in rows:
        counts[rule][0] += right
        counts[rule][1] += 1
    share = sum(right for *_, right in rows) / len(rows)
    odds = {rule: logit((right + PRIOR * share) / (count + PRIOR)) for rule, (right, count) in counts.items()}
    base = np.array([odds[rule] for _, rule, _, _ in rows])
    x = np.array([[made[name] for name in names] for _, _, made, _ in rows])
    y = np.array([right for *_, right in rows], float)
    offset, w = 0.0, np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-(base + offset + x @ w)))
        full = np.hstack([np.ones((len(x), 1)), x])
        gradient = full.T @ (y - p) - RIDGE * np.concatenate([[0.0], w])
        hessian = (
            (full * (p * (1 - p))[:, None]).T @ full
            + RIDGE * np.diag([0.0] + [1.0] * len(w))
            + 1e-6 * np.eye(len(w) + 1)
        )
        step = np.linalg.solve(hessian, gradient)
        offset, w = offset + step[0], w + step[1:]
    return {rule: value + offset for rule, value in odds.items()}, w, logit(share) + offset


def logit(p):  # type: ignore[no-untyped-def]
    """Log odds."""
    return float(np.log(p / (1 - p)))


def predict(row, model, names):  # type: ignore[no-untyped-def]
    """The confidence of one fact."""
    rules, weights, mean = model
    total = rules.get(row[1], mean) + sum(w * row[2][name] for w, name in zip(weights, names, strict=True))
    return 1 / (1 + np.exp(-total))


def calibration(predicted, actual):  # type: ignore[no-untyped-def]
    """Facts, mean confidence and share right, a bin each; printed as a table."""
    points = []
    print("| confidence | facts | mean confidence | right |\n|---|---|---|---|")
    for i in range(BINS):
        inside = (predicted >= i / BINS) & (predicted < (i + 1) / BINS + (i == BINS - 1))
        if inside.any():
            count, mean, share = int(inside.sum()), predicted[inside].mean(), actual[inside].mean()
            points.append((count, mean, share))
            print(f"| {i / BINS:.1f} to {(i + 1) / BINS:.1f} | {count} | {mean:.2f} | {share:.2f} |")
    return points


def plot(points):  # type: ignore[no-untyped-def]
    """The share right over the confidence, as SVG; the area of a dot goes with its facts."""
    most = max(count for count, *_ in points)
    ticks = "".join(
        f'<text x="{60 + 300 * i / 5:.0f}" y="385" text-anchor="middle">{i / 5:.1f}</text>'
        f'<text x="50" y="{364 - 300 * i / 5:.0f}" text-anchor="end">{i / 5:.1f}</text>'
        for i in range(6)
    )
    dots = "".join(
        f'<circle cx="{60 + 300 * mean:.1f}" cy="{360 - 300 * share:.1f}" r="{3 + 11 * (count / most) ** 0.5:.1f}"/>'
        for count, mean, share in points
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 420" '
        'font-family="sans-serif" font-size="12" fill="#555">'
        "<title>Share of right facts over their confidence</title>"
        '<path d="M60 60V360H360" fill="none" stroke="#999"/>'
        '<path d="M60 360L360 60" stroke="#999" stroke-dasharray="4"/>'
        f'{ticks}<text x="210" y="410" text-anchor="middle">confidence</text>'
        f'<text x="20" y="210" text-anchor="middle" transform="rotate(-90 20 210)">share right</text>'
        f'<g fill="#2a6f97" fill-opacity="0.8">{dots}</g></svg>\n'
    )


if __name__ == "__main__":
    main()
