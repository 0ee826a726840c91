"""Finds which claim each quantity makes: one module a kind, each ending in its table of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims import (
    bracketed,
    change,
    comparison,
    contrast,
    differences,
    distances,
    fronted,
    marks,
    measurement,
    multiple,
    norms,
    pairwise,
    placed,
    pointing,
    rank,
    share,
)
from factex.claims.claim import Claim, Rule, lend_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.claims.sentence import Sentence

# The order in which rules look at a sentence: a quantity that an earlier rule has taken up is not free for a later one
# of the same kind, and measurements are what is left.
RULES: tuple[Rule, ...] = (
    fronted.RULE,
    bracketed.RULE,
    multiple.RULES[0],
    multiple.RULES[1],
    *comparison.RULES[:1],
    *multiple.RULES[2:],
    placed.RULE,
    *comparison.RULES[1:-1],
    marks.RULE,
    norms.MORE,
    *change.RULES,
    pairwise.RULE,
    comparison.RULES[-1],
    pointing.RULE,
    contrast.RULE,
    differences.RULE,
    distances.RULE,
    norms.NORM,
    *share.RULES,
    *rank.RULES,
    *measurement.RULES,
)


def names(rules: Sequence[Rule] = RULES) -> tuple[str, ...]:
    """The names that travel on records, in the order of the rules."""
    return tuple(name for rule in rules for name in rule.patterns)


def find(sentence: Sentence, rules: Sequence[Rule] = RULES, without: frozenset[str] = frozenset()) -> list[Claim]:
    """The claims of a sentence, in the order of the rules.

    Args:
        sentence: The sentence.
        rules: The rules, in the order in which they are tried.
        without: Names of patterns that make no claims; the quantities stay free for later rules.
    """
    claims = []
    for rule in rules:
        for claim in rule.find(sentence):
            if claim.rule in without:
                continue
            lend_units(claim)
            sentence.take(claim.kind, *claim.roles.values())
            claims.append(claim)
    return claims


__all__ = ["RULES", "Claim", "Rule", "find", "names"]
