"""Trees built by hand; no model."""

ROWS = [
    ("The", "DT", "det", 2), ("median", "JJ", "amod", 2), ("price", "NN", "nsubj", 6), ("of", "IN", "prep", 2),
    ("family", "NN", "compound", 5), ("homes", "NNS", "pobj", 3), ("rose", "VBD", "ROOT", 6), ("5", "CD", "nummod", 8),
    ("%", "NN", "npadvmod", 6), (".", ".", "punct", 6),
]  # fmt: skip


def text_of(tree, span):
    """The words of a span."""
    return " ".join(word.text for word in tree.words[slice(*span)])


def test_noun_phrase_drops_the_article_and_keeps_the_of_phrase(make_tree):
    """`median price of family homes`."""
    tree = make_tree(ROWS)
    assert text_of(tree, tree.noun_phrase(2)) == "median price of family homes"
    assert text_of(tree, tree.noun_phrase(5)) == "family homes"


def test_noun_phrase_stops_at_words_of_quantities(make_tree):
    """A number is no part of a mention."""
    tree = make_tree(ROWS)
    assert text_of(tree, tree.noun_phrase(2, frozenset({5}))) == "median price"


def test_paths(make_tree):
    """Children, ancestors, subtree, the word at an offset."""
    tree = make_tree(ROWS)
    assert [word.text for word in tree.children(6)] == ["price", "%", "."]
    assert [word.text for word in tree.ancestors(5)] == ["of", "price", "rose"]
    assert tree.subtree(3) == [3, 4, 5]
    assert tree.at(tree[4].start) == 4
    assert tree.at(10_000) is None
    assert tree.between(tree[4].start, tree[5].end) == (4, 6)


def test_a_cycle_does_not_hang(make_tree):
    """A broken parse ends."""
    tree = make_tree([("a", "NN", "dep", 1), ("b", "NN", "dep", 0)])
    assert len(list(tree.ancestors(0))) <= 2
