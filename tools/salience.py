"""Fits the weights of what pronouns stand for on gold: `python tools/salience.py corpus/claims corpus/articles`.

Writes the weights of `factex/lexicon/data/salience.toml`, and prints how often the candidate with the highest score is
a right one, of the pronouns that stand for something: with the weights by hand that stand there; with fitted ones by
five-fold cross-validation over the cases that rules are written from; and over the cases that are held out, on which
nothing is fitted. The model is a conditional logistic regression (the odds that a candidate is meant among all that a
pronoun has), with a ridge towards the weights by hand, so that a signal that is rare keeps what was known of it.
"""

import sys
import zlib
from pathlib import Path

import numpy as np

from factex.context import antecedents
from factex.context.mentions import Mentions, is_plural
from factex.evaluation.compare import antecedents_of, compare_facts
from factex.evaluation.gold import load
from factex.lexicon.files import table
from factex.pipeline import Extractor

TARGET = Path(__file__).parent.parent / "factex" / "lexicon" / "data" / "salience.toml"
FOLDS, RIDGE, STEPS, RATE = 5, 10.0, 600, 0.05
# Breaks ties only, so it is not fitted.
KEPT = "words_back"
_TABLE = "[weights]"


def main() -> None:
    """Reads, fits, measures and writes."""
    before = {name: float(value) for name, value in table("salience")["prior"].items()}
    names = sorted(before)
    prior = np.array([before[name] for name in names])
    rows = list(read(sys.argv[1:], names))
    written, held = [row for row in rows if not row[1]], [row for row in rows if row[1]]
    print(f"weights by hand: written from {share(written, prior)}, held out {share(held, prior)}")
    right = 0
    for fold in range(FOLDS):
        inside = [row for row in written if zlib.crc32(row[0].encode()) % FOLDS != fold]
        outside = [row for row in written if zlib.crc32(row[0].encode()) % FOLDS == fold]
        right += score(outside, fit(inside, prior, names))
    fitted = fit(written, prior, names)
    print(f"fitted weights: cross-validated {right} of {len(written)}, held out {share(held, fitted)}")
    text = TARGET.read_text(encoding="utf-8")
    lines = [f"{name} = {value:.2f}" for name, value in zip(names, fitted, strict=True)]
    TARGET.write_text("\n".join((text[: text.index(_TABLE)] + _TABLE, *lines)) + "\n", encoding="utf-8")


def read(paths, names):  # type: ignore[no-untyped-def]
    """A row a pronoun with an antecedent in gold: its case, whether that is held out, the signals, which are right."""
    pools, plain = watched()
    extractor = Extractor()
    for path in sorted(file for name in paths for file in Path(name).rglob("*.toml")):
        for case in load(path):
            pools.clear()
            outcome = compare_facts(case, extractor.extract(case.text))
            for gold, fact, _ in outcome.found:
                mention = fact.subject or fact.measure
                meant = antecedents_of(gold) - {"null"}
                start = next((k for k in pools if mention is not None and mention.start <= k < mention.end), None)
                if not meant or start is None:
                    continue
                signals, texts = pools.pop(start)
                matrix = np.array([[one.get(name, 0.0) for name in names] for one in signals])
                yield case.id, case.held_out, matrix, np.array([not meant.isdisjoint(text) for text in texts])
    Mentions.antecedent_of = plain  # type: ignore[method-assign]


def watched():  # type: ignore[no-untyped-def]
    """Notes, for each pronoun by its offset, the signals of its candidates and what each is told as."""
    pools: dict[int, tuple[list[dict[str, float]], list[set[str]]]] = {}
    plain, best, seen = Mentions.antecedent_of, antecedents.most_salient, []

    def noted(found, *, plural):  # type: ignore[no-untyped-def]
        if seen:
            seen[-1].append(found)
        return best(found, plural=plural)

    def antecedent(self, head):  # type: ignore[no-untyped-def]
        seen.append([])
        mention = plain(self, head)
        found = next(iter(seen.pop()), [])
        if found and self.tree[head].lower in table("antecedents")["pronouns"]:
            plural = is_plural(self.tree[head])
            texts = [
                {self.meant(*one, plural=plural).text for one in ((c.tree, c.head), self.further(c.tree, c.head))}
                for c in found
            ]
            pools[self.tree.span(head, head + 1)[0]] = ([one.signals for one in found], texts)
        return mention

    antecedents.most_salient = noted
    Mentions.antecedent_of = antecedent  # type: ignore[method-assign]
    return pools, plain


def fit(rows, prior, names):  # type: ignore[no-untyped-def]
    """The weights with the highest penalized likelihood, by Adam."""
    used = [(x, y) for *_, x, y in rows if y.any() and not y.all()]
    kept = np.array([name == KEPT for name in names])
    w, m, v = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, STEPS + 1):
        gradient = -RIDGE * (w - prior)
        for x, y in used:
            z = x @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            gradient += x.T @ (p * y / (p * y).sum() - p)
        gradient[kept] = 0.0
        m, v = 0.9 * m + 0.1 * gradient, 0.99 * v + 0.01 * gradient**2
        w = w + RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return w


def score(rows, weights):  # type: ignore[no-untyped-def]
    """How many have a right candidate as the best."""
    return sum(bool(y[int(np.argmax(x @ weights))]) for *_, x, y in rows)


def share(rows, weights):  # type: ignore[no-untyped-def]
    """The same, of how many."""
    return f"{score(rows, weights)} of {len(rows)}"


if __name__ == "__main__":
    main()
