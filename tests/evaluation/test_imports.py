"""Gold made from annotations: what was exported and comes back unchanged is gold that the same facts satisfy."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex.errors import GoldError
from factex.evaluation.compare import compare_facts
from factex.evaluation.gold import load, parse, place
from factex.evaluation.gold_text import case_text, quote
from factex.evaluation.imports import from_brat, from_label_studio

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = [case for file in sorted((CORPUS / "articles").glob("*.toml")) for case in load(file)]


def _accepted(facts, document="a.txt"):
    """A task whose predictions somebody has submitted without a change."""
    task = copy.deepcopy(facts.to_label_studio(document))
    task["annotations"] = [{"id": 1, "was_cancelled": False, **task.pop("predictions")[0]}]
    return task


def _from_studio(*tasks):
    return parse(from_label_studio(json.dumps(tasks)))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda case: case.id)
def test_round_trip(extractor, article):
    """The facts of an article, exported and imported, are gold without a fault, by either tool."""
    facts = extractor.extract(article.text)
    cases = [*_from_studio(_accepted(facts)), *parse(from_brat(facts.text, facts.to_brat(), "a.txt"))]
    for case in cases:
        assert (case.id, case.text, len(case.facts)) == ("a.txt", facts.text, len(facts))
        assert compare_facts(case, facts).faults() == []


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5.\nIt costs $5.\r\nIt costs $5.",
        "\U0001f600 It costs $5 in \U0001f1eb\U0001f1f7 and 5 \u20ac in Mal\u00e9.",
        'The "big" {set} has 3 dogs \\ and {4} cats.',
        "Nothing to see.",
    ],
)
def test_awkward_texts(extractor, text):
    """Repeated spans, line ends, emoji, quotes and braces come through."""
    facts = extractor.extract(text)
    for case in (*_from_studio(_accepted(facts)), *parse(from_brat(text, facts.to_brat(), "a"))):
        assert case.text == text
        assert compare_facts(case, facts).faults() == []


def test_a_correction_is_gold(extractor):
    """What people change, add and take away is what the gold says."""
    facts = extractor.extract("Sales rose 5% in Spain in 2024.")
    task = _accepted(facts)
    results = task["annotations"][0]["result"]
    for result in results:
        if result.get("from_name") == "value" and result["value"]["text"] == ["5"]:
            result["value"]["text"] = ["6"]
    task["annotations"][0]["result"] = [one for one in results if one.get("labels") != ["when"]]
    (case,) = _from_studio(task)
    assert case.facts[0]["amount"]["value"] == 6
    assert case.facts[0]["when"] == "null"
    faults = compare_facts(case, facts).faults()
    assert any("value 5, not 6" in fault for fault in faults)


def test_a_corrected_brat_file_is_gold(extractor):
    """An event that is struck out of a brat file is no fact; an argument that is struck out is an empty slot."""
    facts = extractor.extract("Sales rose 5% in 2024. It has 3 dogs.")
    lines = [line for line in facts.to_brat().splitlines() if "E2" not in line.split("\t")[0] + line.split("\t")[1]]
    lines = [" ".join(word for word in line.split(" ") if not word.startswith("when:")) for line in lines]
    (case,) = parse(from_brat(facts.text, "\n".join(lines), "a"))
    assert [fact["kind"] for fact in case.facts] == ["change"]
    assert case.facts[0]["when"] == "null"


def test_offsets_in_utf_16(extractor):
    """Offsets that count as JavaScript does are understood by the text of the region."""
    text = "\U0001f600\U0001f600 It costs $5."
    facts = extractor.extract(text)
    task = _accepted(facts)
    for result in task["annotations"][0]["result"]:
        if "value" in result:
            result["value"]["start"] += 2
            result["value"]["end"] += 2
    (case,) = _from_studio(task)
    assert compare_facts(case, facts).faults() == []


def test_only_what_was_annotated(extractor):
    """A task that nobody has submitted, or somebody cancelled, is left out; the first that counts is taken."""
    facts = extractor.extract("It costs $5.")
    untouched, cancelled, twice = (_accepted(facts, name) for name in "abc")
    untouched["annotations"] = []
    cancelled["annotations"][0]["was_cancelled"] = True
    twice["annotations"].insert(0, {"was_cancelled": True, "result": []})
    assert [(case.id, len(case.facts)) for case in _from_studio(untouched, cancelled, twice)] == [("c", 1)]
    with pytest.raises(GoldError, match="no task has an annotation"):
        _from_studio(untouched)


def _studio(change):
    def broken(facts):
        task = _accepted(facts)
        change(task["annotations"][0]["result"])
        return from_label_studio(json.dumps([task]))

    return broken


def _set(tag, **values):
    def change(results):
        next(one for one in results if one.get("from_name") == tag)["value"].update(values)

    return change


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (lambda _: from_label_studio("<xml/>"), "no JSON"),
        (lambda _: from_label_studio('[{"data": {}, "annotations": [{"result": []}]}]'), "task 1 is no task"),
        (lambda _: from_label_studio("[5]"), "task 1 is no task"),
        (_studio(_set("value", text=["five"])), "case 'a.txt', change '5%': 'five' is no number"),
        (_studio(_set("label", text="6%")), "the region '6%' is not what stands at 11 to 13, '5%'"),
        (_studio(_set("label", labels=["time"])), "'5%' is marked as time, and has to be a quantity here"),
        (
            _studio(lambda results: results[-1].update(labels=["whole"])),
            "it has no 'whole'; there are subject, measure",
        ),
        (_studio(lambda results: results[-1].update(to_id="none")), "case 'a.txt', change '5%': "),
        (lambda facts: from_brat(facts.text, "T1\tmention x y\tSales", "b"), "case 'b': can't read the line 'T1"),
        (lambda facts: from_brat(facts.text, "E1\tchange:T1", "b"), "case 'b': can't read the line 'E1"),
    ],
)
def test_what_is_wrong_is_told(extractor, broken, message):
    """An annotation that can't be gold is named, with its case and what is wrong."""
    facts = extractor.extract("Sales rose 5%.")
    with pytest.raises(GoldError, match=message):
        broken(facts)


def test_half_a_surrogate_pair_is_refused():
    """TOML can't hold it, and the error says so."""
    with pytest.raises(GoldError, match="half a surrogate pair"):
        case_text("a", "\ud83d", [])


@given(st.text("ab {}\n", min_size=1, max_size=30), st.data())
def test_a_quotation_finds_its_span(text, data):
    """What is quoted is found where it was; only braces in the text can make that impossible."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        quoted = quote(text, start, end)
    except GoldError:
        assert "{" in text or "}" in text
    else:
        assert place(quoted, text) == (start, end)
