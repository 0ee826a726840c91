"""factex inside other libraries: document transformers, components and servers; each needs its extra."""
