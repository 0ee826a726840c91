"""Facts as tasks of Label Studio and as files of brat."""

import json
from xml.etree import ElementTree as ET

import pytest

from factex import Facts
from factex.exports.annotations import CHOICES, FREE, LINKS, SLOTS, annotate
from factex.exports.brat import CONFIGURATION
from factex.exports.label_studio import LABEL_CONFIG
from factex.records import Change, Comparison, Measurement, Rank, Share

# Fields that are no span of their own: told as attributes, or nowhere, as what people correct does not depend on them.
_NO_SLOT = {"kind", "modality", "negated", "predicate", "sentence", "rule", "confidence", "relation", "direction", "position"}  # fmt: skip


@pytest.mark.parametrize("record", [Measurement, Comparison, Change, Share, Rank])
def test_every_slot_of_a_record_is_there(record):
    """Each field of a record that holds a span is a slot of its kind."""
    kind = record.__name__.lower()
    sides = {slot.partition("_")[0] for slot in SLOTS[kind]}
    assert set(record.model_fields) - _NO_SLOT == sides


def test_quantities_without_a_fact_are_marked(extractor):
    """A quantity that no fact uses can still be seen, and taken up by hand."""
    facts = extractor.extract("Sales rose 5%.")
    alone = Facts(text=facts.text, quantities=facts.quantities)
    assert [mark.label for mark in annotate(alone).marks.values()] == ["quantity"]


def test_a_mention_is_marked_once(extractor):
    """Facts of one subject share its mark."""
    made = annotate(extractor.extract("Acme has 40 vans and 3 ships."))
    assert len({end for _, link, end in made.links if link == "subject"}) == 1
    assert len([link for _, link, _ in made.links if link == "subject"]) == 2


def test_label_studio_task_fits_its_configuration(every_kind):
    """Every tag, label, choice and relation of a task is declared in the interface that goes with it."""
    root = ET.fromstring(LABEL_CONFIG)  # noqa: S314 - our own
    names = {tag.get("name"): tag for tag in root.iter() if tag.get("name")}
    declared = {name: {child.get("value") for child in tag} for name, tag in names.items()}
    relations = {tag.get("value") for tag in root.iter("Relation")}
    task = json.loads(json.dumps(every_kind.to_label_studio("a.txt")))
    assert task["data"] == {"text": every_kind.text, "document": "a.txt"}
    (prediction,) = task["predictions"]
    ids = {result["id"] for result in prediction["result"] if result["type"] == "labels"}
    for result in prediction["result"]:
        if result["type"] == "relation":
            assert set(result["labels"]) <= relations
            assert {result["from_id"], result["to_id"]} <= ids
        else:
            assert names[result["from_name"]].tag.lower() == result["type"]
            assert result["to_name"] == "text"
            assert result["id"] in ids
            if result["type"] != "textarea":
                assert set(result["value"][result["type"]]) <= declared[result["from_name"]]


def test_regions_quote_the_text(every_kind):
    """The text of each region is what stands at its offsets."""
    for result in every_kind.to_label_studio()["predictions"][0]["result"]:
        if result["type"] == "labels":
            value = result["value"]
            assert every_kind.text[value["start"] : value["end"]] == value["text"]


def test_brat_lines_are_declared(every_kind):
    """Each label, argument and attribute of a file is in the configuration, and each reference leads somewhere."""
    sections = {}
    for line in CONFIGURATION.splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), {})
        elif line:
            name, _, rest = line.partition("\t")
            section[name] = rest
    lines = every_kind.to_brat().splitlines()
    ids = {line.split("\t")[0] for line in lines}
    assert len(ids) == len(lines)
    for line in lines:
        key, body, *rest = line.split("\t")
        first, *others = body.split()
        if key[0] == "T":
            assert first in {*sections["entities"], *sections["events"]}
            assert every_kind.text[int(others[0]) : int(others[1])] == rest[0]
        elif key[0] == "E":
            kind, trigger = first.split(":")
            assert trigger in ids
            for argument in others:
                slot, target = argument.split(":")
                assert f"{slot}?:" in sections["events"][kind]
                assert target in ids
        elif key[0] == "A":
            assert others[0] in ids
            assert len(others) == 1 or others[1] in sections["attributes"][first]
        elif key[0] == "R":
            assert first in sections["relations"]


def test_brat_spans_over_lines_are_fragments(extractor):
    """brat's spans hold no line end: one that does is told in two pieces."""
    facts = extractor.extract("It has more than 176 million\ncameras.")
    (line, *_) = facts.to_brat().splitlines()
    assert line == "T1\tquantity 7 28;29 36\tmore than 176 million cameras"


def test_attribute_names_are_not_links():
    """An attribute and a link that share a label never share a name, so that a configuration can hold both."""
    assert not {*CHOICES, *FREE} & set(LINKS)
