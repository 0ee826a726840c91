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
