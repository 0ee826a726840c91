"""Facts as people read them: in a terminal, a notebook, a report, displaCy."""

from factex.display.palette import displacy_options

__all__ = ["displacy_options"]
