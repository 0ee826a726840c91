"""Gaps: who has a number whose verb is told before, `Oduya won eleven medals and Petrovar six`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.names import named_between
from factex.claims.sentence import comparable
from factex.lexicon.nouns import is_property
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.context.holders import Arguments
    from factex.quantity.located import Located


def fill_gap(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """Fills in who has a number that leaves out its verb, and tells whether anybody is named.

    The verb is told with the number before, and the unit is the same or left out.
    """
    before = sentence.before(located)
    if before is None or before.attributive or located.attributive or not _of_one_unit(before, located):
        return False
    named = named_between(sentence, before, located)
    if named is None or is_property(sentence.tree.lemma(named[2])):
        return False
    found.subject, found.subject_head = named[:2], named[2]
    return True


def _of_one_unit(before: Located, located: Located) -> bool:
    one, other = before.quantity.unit, located.quantity.unit
    if one is None or other is None:
        return other is None
    measured = one.kind is UnitKind.PHYSICAL and comparable(before, located)  # "40 km long, its deepest bay 180 metres"
    return measured or other.name in (one.name, one.name.split(" / ")[0])
