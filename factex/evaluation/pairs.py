"""Gold pairs for `verify`: a source, a text, and the verdict; `corpus/README.md` describes the files.

Example:
    >>> pair, = parse('''
    ... [[pair]]
    ... id = "five"
    ... part = "rounding"
    ... source = "It costs $4.99."
    ... text = "It costs $5."
    ... verdict = "supported"
    ... why = "4.99 rounds to 5."
    ... ''')
    >>> str(pair.verdict), pair.held_out
    ('supported', False)
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factex.errors import GoldError
from factex.evaluation.gold import HELD_OUT
from factex.verification.check import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factex.verification.check import Check

_KEYS = ("id", "part", "source", "text", "verdict", "why")
_OPTIONAL = ("xfail",)


@dataclass(frozen=True, slots=True)
class Pair:
    """One gold pair.

    Attributes:
        id: Its name, unique over a corpus.
        part: What it tries: `rounding`, `direction`, `alias` …
        source: The source.
        text: The text that is held against it.
        verdict: What the source says about the text's claims together.
        why: Why, in a line.
        xfail: Why the pair is a known gap; empty where it must pass.
    """

    id: str
    part: str
    source: str
    text: str
    verdict: Verdict
    why: str
    xfail: str = ""

    @property
    def held_out(self) -> bool:
        """Whether the pair belongs to the fifth, by the hash of its id, that rules are not written from."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % HELD_OUT == 0


def load(path: Path) -> list[Pair]:
    """The pairs of a gold file.

    Raises:
        GoldError: if the file is no valid gold; the message names file and pair.
    """
    return parse(path.read_text(encoding="utf-8"), str(path))


def parse(source: str, where: str = "gold") -> list[Pair]:
    """The pairs of a gold file's text.

    Args:
        source: TOML.
        where: Where it stands, for messages.

    Raises:
        GoldError: as `load`.
    """
    try:
        entries = tomllib.loads(source).get("pair", ())
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{where}: {error}") from error
    pairs = [_pair(entry, where) for entry in entries]
    if len({pair.id for pair in pairs}) < len(pairs):
        twice = next(pair.id for i, pair in enumerate(pairs) if pair.id in {one.id for one in pairs[:i]})
        raise GoldError(f"{where}: the id {twice!r} stands twice")
    return pairs


def _pair(entry: dict[str, Any], where: str) -> Pair:
    where = f"{where}, pair {entry.get('id')!r}"
    missing = [key for key in _KEYS if not isinstance(entry.get(key), str)]
    unknown = sorted(entry.keys() - {*_KEYS, *_OPTIONAL})
    if missing or unknown:
        fault = f"no {missing[0]}" if missing else f"unknown key {unknown[0]!r}; known are {', '.join(_KEYS)}"
        raise GoldError(f"{where}: {fault}")
    try:
        verdict = Verdict(entry["verdict"])
    except ValueError as error:
        raise GoldError(f"{where}: the verdict {entry['verdict']!r} is none of {', '.join(Verdict)}") from error
    return Pair(**{**entry, "verdict": verdict})


def overall(checks: Iterable[Check]) -> Verdict:
    """The verdict on a text: contradicted if a claim is, supported if all claims are, else unsupported."""
    verdicts = [check.verdict for check in checks]
    if Verdict.CONTRADICTED in verdicts:
        return Verdict.CONTRADICTED
    whole = bool(verdicts) and all(verdict is Verdict.SUPPORTED for verdict in verdicts)
    return Verdict.SUPPORTED if whole else Verdict.UNSUPPORTED
