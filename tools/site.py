"""Hooks of the documentation site: pages made of files elsewhere in the project, and tables made of data.

CONTRIBUTING.md and CHANGELOG.md become pages, so do the notebooks, and the list of units is made from the lexicon.
"""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "factex" / "lexicon" / "data"
# Files of the project that are pages of the site too.
TOP = ("CONTRIBUTING.md", "CHANGELOG.md")
UNITS = "<!-- units of the lexicon -->"
# Tables of units.toml that hold no units.
NO_UNITS = {"prefixes", "binary_prefixes", "never", "powers", "rate_nouns", "rate_words", "fillers", "plurals"}
# A block of code with what it prints, which is coloured otherwise than code alone.
SESSION = re.compile(r"^```python\n(?=>>>)", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def on_files(files: Files, *, config: Any) -> Files:
    """Adds the pages that are not in the folder of the documentation."""
    for name in TOP:
        text = (ROOT / name).read_text(encoding="utf-8")
        files.append(File.generated(config, name.lower(), content=LINK.sub(_from_root, text)))
    for path in sorted((ROOT / "docs" / "notebooks").glob("*.ipynb")):
        content = page_of(json.loads(path.read_text(encoding="utf-8")), path.name)
        files.append(File.generated(config, f"notebooks/{path.stem}.md", content=content))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Fills in the tables of data, tells sessions from code, and sends links to where the site has their targets."""
    if UNITS in markdown:
        markdown = markdown.replace(UNITS, units())
    markdown = SESSION.sub("```pycon\n", markdown)
    at_top = "/" not in page.file.src_uri
    return LINK.sub(lambda link: _from_docs(link, at_top=at_top), markdown)


def on_post_page(output: str, **_: Any) -> str:
    """Gives the theme's search dialog the name that screen readers ask for."""
    return output.replace('role="dialog"', 'role="dialog" aria-label="Search"', 1)


def _from_root(link: re.Match[str]) -> str:
    """A link of a file in the project's own folder, as one of the site."""
    text, target = link.groups()
    if target.startswith("docs/"):
        return f"[{text}]({target.removeprefix('docs/')})"
    return link[0] if target.startswith(("http", "#")) else text


def _from_docs(link: re.Match[str], *, at_top: bool) -> str:
    """A link of a page: to the page of a notebook; plain text where it leads out of the site."""
    text, target = link.groups()
    if target.endswith(".ipynb"):
        return f"[{text}]({target.removesuffix('.ipynb')}.md)"
    if at_top and target.startswith("../"):
        inside = target.removeprefix("../")
        return f"[{text}]({inside.lower()})" if inside in TOP else text
    return link[0]


def page_of(notebook: dict[str, Any], name: str) -> str:
    """A notebook as a page: its texts, and its code as blocks."""
    parts = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        parts.append(source if cell["cell_type"] == "markdown" else f"```python\n{source}\n```")
    title, *rest = parts
    download = f'<a href="{name}" download>Download this notebook</a> and run it in Jupyter. The tests run it too.'
    return "\n\n".join([title, download, *rest]) + "\n"


def units() -> str:
    """The units of the lexicon as a table: a row a dimension."""
    data = tomllib.loads((LEXICON / "units.toml").read_text(encoding="utf-8"))
    rows = [
        f"| {table.replace('_', ' ')} | {', '.join(f'`{name}`' for name in entries if name != 'dimension')} |"
        for table, entries in data.items()
        if table not in NO_UNITS
    ]
    return "\n".join(["| | units |", "|---|---|", *rows])
