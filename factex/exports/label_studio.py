"""Facts as Label Studio tasks: the text, with its facts as predictions that people can correct.

A project takes them with `LABEL_CONFIG` as its labelling interface. docs/linked-data.md tells how to go about it, and
how corrected tasks become gold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factex.exports.annotations import CHOICES, FREE, LINKS, MENTION, QUANTITY, SLOTS, TIME, annotate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.exports.annotations import Mark
    from factex.facts import Facts

# Names of the two tags that regions belong to.
LABEL, TEXT = "label", "text"
_FACT = "#2ca02c"
_COLOURS = {MENTION: "#8c8c8c", QUANTITY: "#1f77b4", TIME: "#9467bd"}


def _config() -> str:
    def shown(labels: tuple[str, ...]) -> str:
        return f'perRegion="true" visibleWhen="region-selected" whenTagName="label" whenLabelValue="{",".join(labels)}"'

    lines = ["<View>", '  <Labels name="label" toName="text">']
    coloured = dict.fromkeys(SLOTS, _FACT) | _COLOURS
    lines += [f'    <Label value="{label}" background="{colour}"/>' for label, colour in coloured.items()]
    lines += ["  </Labels>", '  <Text name="text" value="$text"/>', "  <Relations>"]
    lines += [f'    <Relation value="{link}"/>' for link in LINKS]
    lines.append("  </Relations>")
    for name, (labels, choices) in CHOICES.items():
        lines += [f'  <Header value="{name}" size="6"/>', f'  <Choices name="{name}" toName="text" {shown(labels)}>']
        lines += [f'    <Choice value="{choice}"/>' for choice in choices] + ["  </Choices>"]
    for name, labels in FREE.items():
        area = f'<TextArea name="{name}" toName="text" placeholder="{name}" maxSubmissions="1" editable="true"'
        lines.append(f"  {area} {shown(labels)}/>")
    return "\n".join([*lines, "</View>", ""])


LABEL_CONFIG = _config()


def task(facts: Facts, document: str | None = None) -> dict[str, Any]:
    """One task, of what `json.dumps` takes; a list of tasks is what Label Studio imports.

    Args:
        facts: The facts of one text.
        document: The name of the text, kept with it as `document`.
    """
    made = annotate(facts)
    results = [result for name, mark in made.marks.items() for result in _region(name, mark, facts.text)]
    for start, link, end in made.links:
        results.append({"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [link]})
    data = {"text": facts.text} | ({} if document is None else {"document": document})
    return {"data": data, "predictions": [{"model_version": "factex", "result": results}]}


def _region(name: str, mark: Mark, text: str) -> Iterator[dict[str, Any]]:
    def result(tag: str, kind: str, **value: Any) -> dict[str, Any]:
        place = {"start": mark.start, "end": mark.end}
        return {"id": name, "from_name": tag, "to_name": TEXT, "type": kind, "value": place | value}

    yield result(LABEL, "labels", text=text[mark.start : mark.end], labels=[mark.label])
    for attribute, value in mark.attributes.items():
        if attribute in CHOICES:
            yield result(attribute, "choices", choices=[value])
        else:
            yield result(attribute, "textarea", text=[value])
