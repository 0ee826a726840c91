"""Which rules are tried: the built-in ones with the user's own, and those that are switched off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.claims import RULES, names
from factex.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.claims import Rule


def checked(own: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """All rules, the user's first."""
    taken = set(names())
    for name in names(own):
        if not re.fullmatch(r"[a-z]\w*(?:\.[a-z]\w*)+", name):
            raise RuleError(f"a rule's name has a dot, as in 'trial.ratio'; got {name!r}")
        if name in taken:
            raise RuleError(
                f"the rule name {name!r} is taken; call yours otherwise, or switch the other off by `without`"
            )
        taken.add(name)
    return (*own, *RULES)


def switched_off(own: tuple[Rule, ...], without: Iterable[str]) -> frozenset[str]:
    """The names of all patterns that are switched off."""
    known = names((*own, *RULES))
    off: set[str] = set()
    for given in without:
        meant = {name for name in known if name == given or name.startswith(f"{given}.")}
        if not meant:
            raise RuleError(f"no rule {given!r}; there are {', '.join(known)}")
        off |= meant
    return frozenset(off)
