"""Gold files: what is read, what is refused, how facts are held against them."""

import pytest

import factex
from factex.evaluation.compare import compare_facts, compare_quantities
from factex.evaluation.gold import parse

HEAD = '[[case]]\nid = "a"\ntext = "Sales rose 5% and then 5% more."\n'


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("[[case]\n", "gold"),
        ('[[case]]\ntext = "x"\n', "has no id"),
        ('[[case]]\nid = "a"\n', "no text"),
        (HEAD + 'colour = "red"\n', "unknown key 'colour'"),
        (HEAD + "[[case.fact]]\nkind = 'chance'\n", "kind 'chance' is none of"),
        (HEAD + "[[case.fact]]\nkind = 'change'\nsubjekt = 'Sales'\n", "unknown key 'subjekt'"),
        (HEAD + "[[case.fact]]\nkind = 'change'\nmeasure = 'Profits'\n", "does not stand in the text"),
        (HEAD + "[[case.fact]]\nkind = 'change'\namount = { text = '5%' }\n", "stands more than once"),
        (HEAD + "[[case.fact]]\nkind = 'change'\namount = { worth = 5 }\n", "unknown key 'worth' in a quantity"),
        (HEAD + HEAD, "the id 'a' stands twice"),
    ],
)
def test_faults_are_told(source, message):
    """Each fault by file, case and what is wrong."""
    with pytest.raises(factex.GoldError, match=message):
        parse(source)


def test_braces_pick_one_of_several():
    """`then {5%}` is the second one."""
    (case,) = parse(HEAD + "[[case.fact]]\nkind = 'change'\namount = { text = 'then {5%}', value = 5 }\n")
    faults = compare_facts(case, factex.extract(case.text)).faults()
    assert any("text" in fault for fault in faults)


def test_missing_and_extra_facts_are_faults():
    """A fact too many or too few fails; an open case may have more."""
    negative = parse('[[case]]\nid = "a"\ntext = "It costs $5."\n')[0]
    assert compare_facts(negative, factex.extract(negative.text)).faults()
    assert not compare_facts(negative, factex.extract(negative.text)).faults(open_case=True)
    missing = parse('[[case]]\nid = "a"\ntext = "Nothing."\n[[case.fact]]\nkind = "rank"\nposition = 3\n')[0]
    assert compare_facts(missing, factex.extract(missing.text)).faults() == ["missed rank : no such fact"]


def test_only_written_keys_are_compared():
    """A key that is left out is not compared; a wrong one is told."""
    right = parse(HEAD.replace(" and then 5% more", "") + "[[case.fact]]\nkind = 'change'\ndirection = 'increase'\n")[0]
    assert not compare_facts(right, factex.extract(right.text)).faults()
    wrong = parse(HEAD.replace(" and then 5% more", "") + "[[case.fact]]\nkind = 'change'\ndirection = 'decrease'\n")[0]
    assert compare_facts(wrong, factex.extract(wrong.text)).faults() == ["change: direction increase, not decrease"]


def test_quantities_in_order():
    """Quantities are held against the list one by one."""
    (case,) = parse(
        '[[case]]\nid = "a"\ntext = "2 dogs, 3 cats"\n[[case.quantity]]\nvalue = 2\nunit = "dog"\n[[case.quantity]]\nvalue = 4\n'
    )
    assert compare_quantities(case, factex.extract(case.text).quantities) == ["'3 cats': value 3, not 4"]
