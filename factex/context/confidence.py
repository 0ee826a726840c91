"""Confidence: how often facts like one are right, told by its rule and by signals of its sentence and slots.

The weights stand in `lexicon/data/confidence.toml`; `tools/confidence.py` fits them on the corpus, and
docs/confidence.md says how well they hold.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Modality

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.records import Fact

_LONG, _MANY = 40, 6


def confidence(fact: Fact, sentence: Sentence) -> float:
    """The share of facts like this one that are right in every part, from 0 to 1, to two places.

    A rule of the user's own, which the corpus does not know, has the mean of all rules.
    """
    data = table("confidence")
    rules, weights = data["rules"], data["weights"]
    total = float(rules.get(fact.rule, data["mean"]))
    total += sum(float(weights[name]) * value for name, value in signals(fact, sentence).items())
    return round(1 / (1 + math.exp(-total)), 2)


def signals(fact: Fact, sentence: Sentence) -> dict[str, float]:
    """What tells a sure fact from a doubtful one, each signal about from 0 to 1."""
    subject = fact.subject
    resolved = subject is not None and subject.antecedent is not None
    return {
        "length": min(len(sentence.tree) / _LONG, 2.0),
        "numbers": min(len(sentence.quantities) / _MANY, 1.0),
        "no_subject": float(subject is None),
        "no_measure": float(fact.measure is None),
        "no_predicate": float(fact.predicate is None),
        "antecedent": float(resolved),
        "when": float(fact.when is not None),
        "where": float(fact.where is not None),
        "source": float(fact.source is not None),
        "qualified": float(fact.modality is not Modality.ASSERTED or fact.negated),
        "quoted": float(any(word.text in ('"', "“", "”") for word in sentence.tree.words)),
        "names": min(sum(word.tag in ("NNP", "NNPS") for word in sentence.tree.words) / _MANY, 1.0),
    }
