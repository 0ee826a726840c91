"""HTML written element by element, so that all text is escaped: nothing here joins strings of markup."""

from __future__ import annotations

import re
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from factex.display.palette import asset, role_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factex.display.marks import Node

# What no HTML page can hold: lone surrogates, NUL and the other control characters but tab and line ends.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def writable(text: str) -> str:
    """The text with the characters that no HTML page can hold replaced by U+FFFD, one by one."""
    return _UNWRITABLE.sub("\ufffd", text)


class Markup:
    """One element and what is written into it.

    Args:
        name: Prefix of all ids, new each time, so that several outputs fit on one page.
        label: What a screen reader calls the whole.
    """

    def __init__(self, label: str, name: str | None = None) -> None:
        self.name = name or f"factex-{secrets.token_hex(4)}"
        self._tree = ET.TreeBuilder()
        self._tree.start("section", {"class": "factex", "id": self.name, "aria-label": label, "lang": "en"})

    def id(self, part: str, number: int) -> str:
        """The id of a numbered part."""
        return f"{self.name}-{part}{number}"

    @contextmanager
    def inside(self, tag: str, **attributes: str) -> Iterator[None]:
        """Opens an element, and closes it behind what is written meanwhile.

        Args:
            tag: Its name.
            attributes: Its attributes; `_` stands for `-`, `class_` and `for_` for the Python keywords.
        """
        named = {name.rstrip("_").replace("_", "-"): writable(value) for name, value in attributes.items()}
        self._tree.start(tag, named)
        yield
        self._tree.end(tag)

    def put(self, tag: str, text: str, **attributes: str) -> None:
        """Writes an element that holds text only."""
        with self.inside(tag, **attributes):
            self.say(text)

    def say(self, text: str) -> None:
        """Writes text."""
        self._tree.data(writable(text))

    def style(self, *assets: str) -> None:
        """Writes the style sheets that the output needs."""
        with self.inside("style"):
            self._tree.data("\n".join([*map(asset, assets), role_rules()]))

    def script(self, *assets: str, start: str) -> None:
        """Writes the scripts, and starts them on this very element."""
        body = "\n".join(map(asset, assets))
        with self.inside("script"):
            self._tree.data(f'(() => {{\n{body}\n{start}(document.getElementById("{self.name}"));\n}})();')

    def nodes(
        self,
        nodes: Iterable[Node | str],
        mark: Callable[[Node], dict[str, str]],
        after: Callable[[Node], None] = lambda _: None,
    ) -> None:
        """Writes text with its marks; `mark` gives the attributes of each, `after` writes what stands last in it."""
        for node in nodes:
            if isinstance(node, str):
                self.say(node)
                continue
            with self.inside("mark" if node.mark is not None else "div", **mark(node)):
                self.nodes(node.children, mark, after)
                after(node)

    def __str__(self) -> str:
        self._tree.end("section")
        return ET.tostring(self._tree.close(), encoding="unicode", method="html")
