"""Facts as brat standoff annotations, which people correct in brat and many other tools read.

Mentions, quantities and times are text-bound annotations, facts are events, their slots the events' arguments. What
brat has no field for, such as values and units, stands as JSON in notes.

Example:
    >>> import factex
    >>> print(annotation(factex.extract("Sales rose 5%.")), end="")
    T1	quantity 11 13	5%
    A1	modifier T1 exact
    A2	unit_kind T1 percent
    #1	AnnotatorNotes T1	{"value": "5", "low": "5", "high": "5", "unit": "percent"}
    T2	change 11 13	5%
    T3	mention 0 5	Sales
    E1	change:T2 measure:T3 amount:T1
    A3	direction E1 increase
    A4	modality E1 asserted
    #2	AnnotatorNotes E1	{"predicate": "rise"}
"""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING

from factex.exports.annotations import ANTECEDENT, CHOICES, MENTION, QUANTITY, SLOTS, TIME, annotate

if TYPE_CHECKING:
    from factex.exports.annotations import Mark
    from factex.facts import Facts

_LINE = re.compile(r"[^\r\n]+")


def _configuration() -> str:
    lines = ["[entities]", MENTION, QUANTITY, TIME, "", "[relations]"]
    lines += [f"{ANTECEDENT}\tArg1:{MENTION}, Arg2:{MENTION}", "", "[events]"]
    lines += [f"{kind}\t{', '.join(f'{slot}?:{label}' for slot, label in of.items())}" for kind, of in SLOTS.items()]
    lines += ["", "[attributes]"]
    for name, (labels, choices) in CHOICES.items():
        values = "" if choices == ("true",) else f", Value:{'|'.join(choices)}"
        lines.append(f"{name}\tArg:{'|'.join(labels)}{values}")
    return "\n".join([*lines, ""])


CONFIGURATION = _configuration()


def annotation(facts: Facts) -> str:
    """The `.ann` file of a text, to stand beside it in a folder that has `CONFIGURATION` as its `annotation.conf`."""
    made = annotate(facts)
    bound = dict(zip(made.marks, (f"T{number}" for number in count(1)), strict=False))
    events = dict(zip((name for name in made.marks if name[0] == "f"), (f"E{i}" for i in count(1)), strict=False))
    attributes, notes, relations = count(1), count(1), count(1)
    lines: list[str] = []
    waiting: list[str] = []  # told after all marks, so that an event's arguments are known where it stands
    for name, mark in made.marks.items():
        lines.append(f"{bound[name]}\t{_bound(mark, facts.text)}")
        own = lines
        if name in events:
            own = waiting
            arguments = [f" {slot}:{bound[end]}" for start, slot, end in made.links if start == name]
            own.append(f"{events[name]}\t{mark.label}:{bound[name]}{''.join(arguments)}")
        target = events.get(name, bound[name])
        for attribute in (attribute for attribute in mark.attributes if attribute in CHOICES):
            value = mark.attributes[attribute]
            own.append(f"A{next(attributes)}\t{attribute} {target}{'' if value == 'true' else f' {value}'}")
        free = {attribute: value for attribute, value in mark.attributes.items() if attribute not in CHOICES}
        if free:
            own.append(f"#{next(notes)}\tAnnotatorNotes {target}\t{json.dumps(free, ensure_ascii=False)}")
    for start, link, end in made.links:
        if link == ANTECEDENT:
            waiting.append(f"R{next(relations)}\t{ANTECEDENT} Arg1:{bound[start]} Arg2:{bound[end]}")
    return "".join(f"{line}\n" for line in (*lines, *waiting))


def _bound(mark: Mark, text: str) -> str:
    """Label, offsets and text of a span, in fragments where it goes over the end of a line."""
    fragments = [match.span() for match in _LINE.finditer(text, mark.start, mark.end)]
    places = ";".join(f"{start} {end}" for start, end in fragments)
    return f"{mark.label} {places}\t{' '.join(text[start:end] for start, end in fragments)}"
