"""Facts that say the same, told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.exports.roles import roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.records import Fact, Mention

_SLOTS = ("subject", "measure", "when", "where", "source", "whole", "of")
_PLAIN = ("direction", "relation", "position")


def distinct(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, of those that say the same only the one with most slots filled, in their order."""
    groups: dict[tuple[object, ...], list[list[Fact]]] = {}
    for fact in facts:
        alike = groups.setdefault(_numbers(fact), [])
        for group in alike:
            if all(_agree(fact, other) for other in group):
                group.append(fact)
                break
        else:
            alike.append([fact])
    kept = {id(max(group, key=_told)) for alike in groups.values() for group in alike}
    yield from (fact for fact in facts if id(fact) in kept)


def _numbers(fact: Fact) -> tuple[object, ...]:
    told = tuple(
        (role, one.value, one.low, one.high, one.modifier, None if one.unit is None else one.unit.name)
        for role, one in roles(fact)
    )
    return fact.kind, fact.modality, fact.negated, *(getattr(fact, name, None) for name in _PLAIN), told


def _agree(one: Fact, other: Fact) -> bool:
    """Whether no slot of two facts differs where both fill it."""
    pairs = ((_key(one, name), _key(other, name)) for name in ("subject", "measure", "when"))
    return all(not mine or not yours or mine == yours for mine, yours in pairs)


def _key(fact: Fact, name: str) -> str:
    if name == "when":
        return "" if fact.when is None else fact.when.value or fact.when.text.casefold()
    mention: Mention | None = getattr(fact, name)
    return "" if mention is None else mention.resolved.text.casefold()


def _told(fact: Fact) -> int:
    return sum(getattr(fact, name, None) is not None for name in _SLOTS)
