"""Gold cases from annotations: facts that people have corrected in Label Studio or brat, as the text of a gold file.

Example:
    >>> import factex
    >>> from factex.evaluation.gold import parse
    >>> facts = factex.extract("Sales rose 5%.")
    >>> (case,) = parse(from_brat(facts.text, facts.to_brat(), "sales"))
    >>> case.facts[0]["amount"]
    {'text': '5%', 'value': 5, 'low': 5, 'high': 5, 'modifier': 'exact', 'unit': 'percent', 'kind': 'percent'}
"""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from factex.errors import GoldError
from factex.evaluation.gold_text import case_text, quote
from factex.exports.annotations import ANTECEDENT, CHOICES, MENTION, SLOTS, TIME, Annotations, Mark
from factex.exports.label_studio import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator


def from_label_studio(source: str) -> str:
    """The gold file of an export of Label Studio (its format JSON).

    Args:
        source: The JSON: a list of tasks with their annotations, made with the configuration of
            `factex.exports.label_studio`. Of a task's annotations the first that was not cancelled counts; a task
            without any is left out, as nobody has looked at it.

    Returns:
        TOML, a case a task, its id the `document` of the task, else `task-` and its number.

    Raises:
        GoldError: if it is no such export, or an annotation can't be gold; the message names the task.
    """
    try:
        tasks = json.loads(source)
    except ValueError as error:
        raise GoldError(f"no JSON: {error}; export from Label Studio in the format JSON") from error
    cases = []
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        try:
            name = str(task["data"].get("document") or f"task-{task.get('id', number)}")
            done = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
            if done:
                made = _from_results(task["data"]["text"], done[0]["result"])
                cases.append(case_text(name, made.text, _facts(made, name)))
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            what = f"{type(error).__name__}: {error}"
            raise GoldError(f"task {number} is no task of Label Studio with factex's configuration ({what})") from error
    if not cases:
        raise GoldError("no task has an annotation; submit the corrected tasks in Label Studio before the export")
    return "\n".join(cases)


def from_brat(text: str, ann: str, name: str) -> str:
    """The gold file of a text that was annotated in brat.

    Args:
        text: The text, as its `.txt` file has it.
        ann: The `.ann` file, made with the configuration of `factex.exports.brat`.
        name: The id of the case, such as the name of the file.

    Returns:
        TOML with one case.

    Raises:
        GoldError: if a line can't be read, or an annotation can't be gold; the message names the case.
    """
    made = Annotations(text)
    lines = [line for line in ann.split("\n") if line.strip()]
    # Text-bound annotations first, then events, then what speaks of either: brat writes them in any order.
    for line in sorted(lines, key=lambda line: "TE".find(line[0]) % 3):
        try:
            _read_brat(made, line.rstrip("\r"))
        except (KeyError, ValueError, IndexError, AttributeError) as error:
            raise GoldError(f"case {name!r}: can't read the line {line!r}") from error
    for trigger in [key for key, mark in made.marks.items() if key[0] == "T" and mark.label in SLOTS]:
        del made.marks[trigger]  # the event itself has its label and its place
    return case_text(name, text, _facts(made, name))


def _from_results(text: str, results: list[dict[str, Any]]) -> Annotations:
    made = Annotations(text)
    attributes: dict[str, dict[str, str]] = {}
    for result in results:
        if result["type"] == "relation":
            made.links.update({(result["from_id"], label, result["to_id"]): None for label in result["labels"]})
        elif result["from_name"] == LABEL:
            value = result["value"]
            start, end = _offsets(text, value)
            held = attributes.setdefault(result["id"], {})
            made.marks[result["id"]] = Mark(value["labels"][0], start, end, held)
        else:
            told = result["value"].get("choices") or result["value"].get("text") or []
            told = told if isinstance(told, list) else [told]
            if told:
                attributes.setdefault(result["id"], {})[result["from_name"]] = str(told[0]).strip()
    return made


def _offsets(text: str, value: dict[str, Any]) -> tuple[int, int]:
    """The span of a region, whose offsets may count UTF-16 code units, as JavaScript does."""
    start, end = value["start"], value["end"]
    if text[start:end] == value.get("text", text[start:end]):
        return start, end
    units = text.encode("utf-16-le", "surrogatepass")
    first, last = (len(units[: 2 * at].decode("utf-16-le", "surrogatepass")) for at in (start, end))
    if text[first:last] != value["text"]:
        raise GoldError(f"the region {value['text']!r} is not what stands at {start} to {end}, {text[start:end]!r}")
    return first, last


def _read_brat(made: Annotations, line: str) -> None:
    key, body, *rest = line.split("\t")
    if key[0] == "T":
        label, places = body.split(" ", 1)
        numbers = [int(number) for number in re.split("[ ;]", places)]
        made.marks[key] = Mark(label, min(numbers), max(numbers), {})
    elif key[0] == "E":
        trigger, *arguments = body.split()
        kind, bound = trigger.split(":")
        mark = made.marks[bound]
        made.marks[key] = Mark(kind, mark.start, mark.end, {})
        made.links.update({(key, *argument.split(":")): None for argument in arguments})  # type: ignore[misc] # two parts
    elif key[0] == "R":
        name, first, second = body.split()
        made.links[first.split(":")[1], name, second.split(":")[1]] = None
    elif key[0] in "AM":
        name, target, *value = body.split()
        made.marks[target].attributes[name] = value[0] if value else "true"
    elif key[0] == "#" and body.startswith("AnnotatorNotes") and rest and rest[0].startswith("{"):
        made.marks[body.split()[1]].attributes.update(json.loads(rest[0]))


def _facts(made: Annotations, name: str) -> Iterator[dict[str, Any]]:
    """The facts of annotations as gold, in the order of the text; a slot without a link is told to be empty."""
    linked: dict[str, dict[str, str]] = {}
    for start, link, end in made.links:
        linked.setdefault(start, {}).setdefault(link, end)
    for key, mark in sorted(made.marks.items(), key=lambda item: item[1].start):
        if mark.label in SLOTS:
            try:
                yield _fact(made, mark, linked.get(key, {}), linked)
            except (GoldError, KeyError, ValueError) as error:
                shown = made.text[mark.start : mark.end]
                raise GoldError(f"case {name!r}, {mark.label} {shown!r}: {error}") from error


def _fact(made: Annotations, mark: Mark, filled: dict[str, str], linked: dict[str, dict[str, str]]) -> dict[str, Any]:
    slots = SLOTS[mark.label]
    wrong = filled.keys() - slots
    if wrong:
        raise GoldError(f"it has no {min(wrong)!r}; there are {', '.join(slots)}")
    gold: dict[str, Any] = {"kind": mark.label}
    for slot, label in slots.items():
        value = _slot(made, filled.get(slot), label)
        side, _, of_side = slot.partition("_")
        if of_side:
            gold.setdefault(side, {})[of_side] = value
        else:
            gold[slot] = value
    resolved = _resolved(filled.get("subject", ""), linked)
    if resolved is not None:
        gold["antecedent"] = made.text[made.marks[resolved].start : made.marks[resolved].end]
    return gold | _plain(mark)


def _plain(mark: Mark) -> dict[str, Any]:
    told = mark.attributes
    gold: dict[str, Any] = {
        "predicate": told.get("predicate", "null"),
        "modality": told.get("modality", "asserted"),
        "negated": told.get("negated") == "true",
    }
    gold |= {name: told.get(name, "null") for name in ("relation", "direction") if mark.label in CHOICES[name][0]}
    return gold | ({"position": int(told["position"])} if mark.label == "rank" else {})


def _slot(made: Annotations, key: str | None, label: str) -> Any:
    if key is None:
        return "null"
    mark = made.marks[key]
    if mark.label != label:
        raise GoldError(f"{made.text[mark.start : mark.end]!r} is marked as {mark.label}, and has to be a {label} here")
    if label == MENTION:
        return quote(made.text, mark.start, mark.end)
    told = mark.attributes
    if label == TIME:
        value, relation = told.get("value", "null"), told.get("time_relation", "in")
        return {"text": made.text[mark.start : mark.end], "value": value, "relation": relation}
    numbers = {name: _number(told[name]) if name in told else "null" for name in ("value", "low", "high")}
    kind = {"kind": told["unit_kind"]} if "unit_kind" in told else {}
    unit = {"modifier": told.get("modifier", "exact"), "unit": told.get("unit", "none")}
    return {"text": quote(made.text, mark.start, mark.end), **numbers, **unit, **kind}


def _number(told: str) -> Decimal:
    try:
        number = Decimal(told)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise GoldError(f"{told!r} is no number; write it in digits, as 1300000000 or 0.5")
    return number


def _resolved(key: str, linked: dict[str, dict[str, str]]) -> str | None:
    """What a mention stands for at last; None where it stands for itself."""
    seen = {key}
    while (following := linked.get(key, {}).get(ANTECEDENT)) is not None and following not in seen:
        seen.add(key := following)
    return key if len(seen) > 1 else None
