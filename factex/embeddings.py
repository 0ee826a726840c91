"""The vectors of words before their context, kept: most words of a text were seen before."""

from __future__ import annotations

from typing import Any

# How many words a pipeline's component keeps the vectors of, some 700 bytes each; then it begins anew.
WORDS = 3_000


def keep(network: Any) -> None:
    """Makes a component's network look up the vectors of words that it has made already.

    spaCy makes a word's vector from hashes of its features (norm, prefix, suffix, shape), whatever stands beside it:
    https://spacy.io/api/architectures#MultiHashEmbed. Networks that make it otherwise are left as they are.

    Args:
        network: A thinc model; it is used for reading alone afterwards.
    """
    for node in list(network.walk()):
        embed = node.get_ref("embed") if "embed" in node.ref_names else None
        if embed is not None and embed.layers and embed.layers[0].name == "extract_features":
            network.replace_node(embed, _kept(embed))


def _kept(embed: Any) -> Any:
    """A layer from documents to the vectors of their words, as `embed` makes them."""
    import numpy as np  # noqa: PLC0415 - takes a tenth of a second
    from thinc.api import Model, chain  # noqa: PLC0415 - as above

    features = embed.layers[0]
    made: Any = chain(*embed.layers[1:])
    known: dict[bytes, Any] = {}

    def forward(_: Any, docs: Any, is_train: bool) -> Any:  # noqa: FBT001 - thinc's signature
        table = features.predict(docs)
        if not any(map(len, table)):
            return made(table, is_train)
        rows = np.ascontiguousarray(np.concatenate(table))
        size, packed = rows.shape[1] * rows.itemsize, rows.tobytes()
        keys = [packed[at : at + size] for at in range(0, len(packed), size)]
        vectors: dict[bytes, Any] = {key: known.get(key) for key in keys}  # of its own: another thread may begin anew
        new = [key for key, vector in vectors.items() if vector is None]
        if new:
            (fresh,) = made.predict([np.frombuffer(b"".join(new), rows.dtype).reshape(len(new), -1)])
            if len(known) + len(new) > WORDS:
                known.clear()
            vectors |= zip(new, fresh, strict=True)
            known.update(zip(new, fresh, strict=True))
        found = np.stack([vectors[key] for key in keys])
        ends = np.cumsum([len(part) for part in table])
        return np.split(found, ends[:-1]), _untrained

    return Model("kept_embeddings", forward, layers=[embed])


def _untrained(_: Any) -> Any:
    raise NotImplementedError("the pipeline that factex has loaded is for reading alone")
