"""An extension of griffe for the reference: a docstring's `Example:` is code, as its `Examples:` would be."""

import re
from typing import Any

import griffe

HEADING = re.compile(r"^Example:$", re.MULTILINE)


class Examples(griffe.Extension):
    """Renames the heading before the docstring is read."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Renames it in the docstring of an object, where it has one."""
        if obj.docstring is not None:
            obj.docstring.value = HEADING.sub("Examples:", obj.docstring.value)
