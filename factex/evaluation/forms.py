"""The form of a gold case: which types its keys have. What they say is checked in `gold`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_Text = Annotated[str, Field(strict=True)]
_Texts = _Text | list[_Text]
_Null = Literal["null"]
_Finite = Annotated[Decimal, Field(strict=True, allow_inf_nan=False)]
_Plain = _Text | Annotated[bool, Field(strict=True)] | Annotated[int, Field(strict=True)] | _Finite | date
_Plains = _Plain | list[_Plain]


class _Form(BaseModel):
    model_config = ConfigDict(extra="allow")


class _Quantity(_Form):
    text: _Texts | None = None
    value: _Plains | None = None
    low: _Plains | None = None
    high: _Plains | None = None
    modifier: _Texts | None = None
    unit: _Texts | None = None
    kind: _Texts | None = None


class _When(_Form):
    text: _Texts | None = None
    value: _Plains | None = None
    relation: _Texts | None = None


class _Side(_Form):
    subject: _Texts | None = None
    quantity: _Quantity | _Null | None = None
    when: _When | _Null | None = None


class _Fact(_Form):
    kind: _Text | None = None
    subject: _Texts | None = None
    measure: _Texts | None = None
    where: _Texts | None = None
    source: _Texts | None = None
    whole: _Texts | None = None
    attribute: _Texts | None = None
    scope: _Texts | None = None
    of: _Texts | None = None
    predicate: _Texts | None = None
    modality: _Texts | None = None
    negated: _Plains | None = None
    relation: _Texts | None = None
    direction: _Texts | None = None
    position: Annotated[int, Field(strict=True)] | None = None
    quantity: _Quantity | _Null | None = None
    start: _Quantity | _Null | None = None
    end: _Quantity | _Null | None = None
    amount: _Quantity | _Null | None = None
    relative: _Quantity | _Null | None = None
    factor: _Quantity | _Null | None = None
    difference: _Quantity | _Null | None = None
    part: _Quantity | _Null | None = None
    total: _Quantity | _Null | None = None
    fraction: _Quantity | _Null | None = None
    left: _Side | None = None
    right: _Side | None = None
    when: _When | _Null | None = None
    antecedent: _Texts | None = None


class _Case(_Form):
    text: _Text | None = None
    text_file: _Text | None = None
    fact: list[_Fact] = []
    quantity: list[_Quantity] | None = None
    open: bool = Field(default=False, strict=True)
    xfail: _Text = ""


def misfit(case: dict[str, Any]) -> str:
    """What is of a wrong type in a case; empty where nothing is.

    >>> misfit({"text": "It costs $5.", "fact": [{"kind": "measurement", "left": 5}]})
    'fact.0.left: Input should be a valid dictionary or instance of _Side (got 5)'
    """
    try:
        _Case.model_validate(case)
    except RecursionError:
        return "it is nested too deep"
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        return f"{place}: {first['msg']} (got {first['input']!r:.60})"
    return ""
