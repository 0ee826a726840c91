"""What all records share: they are frozen, closed and compare by value."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, PlainSerializer

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self


class Record(BaseModel, frozen=True, extra="forbid"):
    """Base of every record: immutable, hashable, unknown fields refused, JSON its exact inverse."""

    def model_dump_json(self, **options: Any) -> str:
        r"""The record as JSON, numbers as strings.

        Lone surrogates, which no UTF-8 can hold, are written as `\\ud8..` escapes; any other text as pydantic does. Two
        that stand side by side as a pair are read back as the one character that JSON means by them.
        """
        try:
            return super().model_dump_json(**options)
        except ValueError as error:
            if "surrogates not allowed" not in str(error):
                raise
        layout = {key: options.pop(key) for key in ("indent",) if key in options}
        return json.dumps(self.model_dump(mode="json", **options), **layout)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """The record that `model_dump_json` wrote.

        Raises:
            pydantic.ValidationError: if the JSON is none, or holds no such record.
        """
        escape = b"\\ud" if isinstance(json_data, bytes | bytearray) else "\\ud"
        if escape in json_data:  # type: ignore[operator] # both are bytes or both are str
            return cls.model_validate(json.loads(json_data), **options)
        return super().model_validate_json(json_data, **options)


AnyRecord = TypeVar("AnyRecord", bound=Record)


class Span(Record, frozen=True):
    """A stretch of the input: `text[span.start:span.end] == span.text`.

    Attributes:
        text: The characters.
        start: Index of the first character.
        end: Index behind the last character.
    """

    text: str
    start: int
    end: int


def relocated(record: AnyRecord, text: str, bounds: Callable[[int, int], tuple[int, int]]) -> AnyRecord:
    """The record with its stretches told in another text.

    Args:
        record: The record.
        text: The other text.
        bounds: Gives the offsets there for offsets here.
    """

    def moved(value: Any) -> Any:
        if isinstance(value, Record):
            return relocated(value, text, bounds)
        return tuple(map(moved, value)) if isinstance(value, tuple) else value

    fields = {name: getattr(record, name) for name in type(record).model_fields}
    changed = {name: moved(value) for name, value in fields.items() if isinstance(value, Record | tuple)}
    if isinstance(fields.get("start"), int):
        start, end = bounds(fields["start"], fields["end"])
        changed |= {"start": start, "end": end, "text": text[start:end]}
    return record.model_copy(update=changed)


def plain(number: Decimal) -> str:
    """The number in digits, without exponent.

    >>> plain(Decimal("1.3E+9"))
    '1300000000'
    """
    return f"{number:f}"


Number = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json-unless-none")]
