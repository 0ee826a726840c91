"""Arithmetic: statements that a source's own figures allow, each with how it was reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.records import Comparison
from factex.verification.between import comparisons, levels_beside
from factex.verification.knowledge import listed
from factex.verification.over_time import changes, ends, lost, multiples
from factex.verification.parts import margins, products, shares, sums
from factex.verification.ranks import ranks
from factex.verification.rates import averages, totals
from factex.verification.reckoning import number_of
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

# At most this many figures of one source are reckoned with: pairs of them grow with the square.
MOST = 60
_MOVING = (Sort.DELTA, Sort.MULTIPLE, Sort.GAP, Sort.RATIO, Sort.WAY)


def derived(claim: Statement, reading: Reading) -> Iterator[Statement]:
    """Statements of the claim's sort that follow from the figures of a source."""
    given = reading.statements[:MOST]
    levels = [
        one for one in given
        if one.sort in (Sort.LEVEL, Sort.PART) and number_of(one) is not None and not one.refused and not _dated(one)
        and one.fact.predicate not in listed("intended")
    ]  # fmt: skip
    fact = claim.fact
    apart = isinstance(fact, Comparison) and fact.right.subject is not None and fact.right.when is None
    if claim.sort in _MOVING and not apart:
        yield from changes(claim, levels)
        yield from multiples(claim, given)
    if claim.sort in (Sort.GAP, Sort.RATIO, Sort.WAY) and isinstance(fact, Comparison):
        yield from comparisons(claim, fact, levels)
    if claim.sort is Sort.RANK:
        yield from ranks(claim, reading)
    if claim.sort is Sort.PART:
        yield from shares(claim, levels)
        yield from lost(claim, levels, given)
    if claim.sort in (Sort.LEVEL, Sort.PART):
        yield from ends(given)
        yield from levels_beside(given)
        yield from sums(claim, levels)
    if claim.sort is Sort.LEVEL:
        yield from products(levels)
        yield from lost(claim, levels, given)
        yield from averages(claim, levels)
        yield from margins(claim, levels)
        yield from totals(claim, levels)


def _dated(statement: Statement) -> bool:
    """Whether a number is the year of its own fact: `begun in 1402`."""
    when, bare = statement.when, statement.interval is not None and statement.interval.unit is None
    return bare and when is not None and when.start <= statement.anchor < when.end
