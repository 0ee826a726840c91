"""How a command ends: its exit code, its messages, and what interrupts it."""

from __future__ import annotations

import functools
import os
import sys
from typing import TYPE_CHECKING, ParamSpec

import typer

from factex.cli.console import printable
from factex.errors import FactexError

if TYPE_CHECKING:
    from collections.abc import Callable

    P = ParamSpec("P")

FAILED = 1
USAGE = 2
INTERRUPTED = 130
CLOSED_PIPE = 141


class UsageError(FactexError, ValueError):
    """The arguments of a command don't go together."""


class Outcome:
    """What a command has to tell about its inputs.

    Attributes:
        failed: Whether an input could not be read, or a check failed.
        show: Shows a line on standard error.
    """

    def __init__(self) -> None:
        self.failed = False
        self.show: Callable[[str], None] = tell
        self._told: set[str] = set()

    def fail(self, message: object) -> None:
        """Tells once that an input failed; the others go on."""
        self.failed = True
        if str(message) not in self._told:
            self._told.add(str(message))
            self.show(f"factex: {message}")

    def warn(self, message: object) -> None:
        """Tells what a user should know of an input that was read."""
        self.show(f"factex: warning: {message}")

    def leave(self) -> None:
        """Ends the command with the exit code of what happened."""
        raise typer.Exit(FAILED if self.failed else 0)


def tell(line: str) -> None:
    """Writes a line to standard error."""
    typer.echo(printable(line).encode(errors="replace").decode(), err=True)


def command(function: Callable[P, None]) -> Callable[P, None]:
    """A command whose errors are a line on standard error and an exit code, never a traceback."""

    @functools.wraps(function)
    def guarded(*args: P.args, **options: P.kwargs) -> None:
        try:
            try:
                function(*args, **options)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            raise typer.Exit(CLOSED_PIPE) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except UsageError as error:
            tell(f"factex: {error}")
            raise typer.Exit(USAGE) from error
        except FactexError as error:
            tell(f"factex: {error}")
            raise typer.Exit(FAILED) from error
        except OSError as error:
            tell(f"factex: {error.filename or 'standard output'}: {error.strerror or error}")
            if error.filename is None:
                _drop_output()
            raise typer.Exit(FAILED) from error

    return guarded


def _drop_output() -> None:
    """Sends what standard output still holds nowhere: Python would fail once more when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None  # no file, as in a test
