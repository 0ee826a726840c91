"""The lexicon's files: TOML beside this module, read once."""

import functools
import tomllib
from decimal import Decimal
from importlib import resources
from typing import Any

from factex.errors import LexiconError


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The contents of `data/<name>.toml`, numbers as `Decimal`.

    Raises:
        LexiconError: if the file is no valid TOML.
    """
    data = resources.files("factex.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    try:
        return tomllib.loads(data, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon file {name}.toml: {error}") from error
