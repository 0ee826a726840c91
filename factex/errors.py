"""The errors that factex raises; each is also the builtin error that a caller would expect."""


class FactexError(Exception):
    """Base of all errors of factex: `except factex.FactexError` catches every one."""


class TextTypeError(FactexError, TypeError):
    """The text is not a `str`."""

    def __init__(self, got: object, what: str = "text") -> None:
        hint = "; decode it first, as in data.decode('utf-8')" if isinstance(got, bytes | bytearray) else ""
        super().__init__(f"{what} must be a str, got {type(got).__name__}{hint}")

    def __reduce__(self) -> tuple[object, ...]:
        return Exception.__new__, (type(self), *self.args)


class ModelNotFoundError(FactexError, OSError):
    """No usable spaCy pipeline is installed under the given name."""


class PipelineError(FactexError, ValueError):
    """A spaCy pipeline lacks a component that factex reads."""


class UnitError(FactexError, ValueError):
    """A quantity can't be turned into the wanted unit."""


class LexiconError(FactexError, ValueError):
    """An entry of a lexicon file is not valid; the message names file and entry."""


class RuleError(FactexError, ValueError):
    """A rule of the user's own is not valid, or a rule that is switched off does not exist."""


class WorkerError(FactexError, RuntimeError):
    """A worker process died before its texts were done."""


class GoldError(FactexError, ValueError):
    """A gold file is not valid; the message names file and case."""


class TableError(FactexError, ValueError):
    """A table of texts lacks a column, or has one of the wrong type or of a name that is taken."""


class TableTypeError(FactexError, TypeError):
    """What was given is no table of a library that factex knows."""


class MissingExtraError(FactexError, ImportError):
    """An optional package is not installed; the message tells the command that installs it.

    Args:
        package: The package that is missing.
        extra: The extra of factex that brings it.
        what: What needs it.

    Example:
        >>> print(MissingExtraError("polars", "polars", "Facts.to_polars"))
        Facts.to_polars needs polars, which is not installed: pip install 'factex[polars]'
    """

    def __init__(self, package: str, extra: str, what: str = "this") -> None:
        super().__init__(f"{what} needs {package}, which is not installed: pip install 'factex[{extra}]'", name=package)

    def __reduce__(self) -> tuple[object, ...]:
        return Exception.__new__, (type(self), *self.args)
