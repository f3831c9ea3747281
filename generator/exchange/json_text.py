"""JSON with exact numbers: what is written as 0.1 is read and written as 0.1, never through a float."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from generator.exchange.dosage_error import DosageError, Problem

_LONGEST_NUMBER = 40


def to_json(value: Any, indent: str = "") -> str:
    """JSON text of plain data; numbers are `Decimal` or `int` and stand as they were written."""
    deeper = indent + "  "
    if isinstance(value, dict) and value:
        rows = [f"{deeper}{_scalar(key)}: {to_json(item, deeper)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    if isinstance(value, (list, tuple)) and value:
        rows = [f"{deeper}{to_json(item, deeper)}" for item in value]
        return "[\n" + ",\n".join(rows) + f"\n{indent}]"
    return _scalar(value)


def from_json(text: str) -> Any:
    """Plain data of a JSON text, every number as `Decimal`. Raises `DosageError` in an editor's words."""
    try:
        return json.loads(
            text,
            parse_float=_number,
            parse_int=_number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_duplicates,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise DosageError(Problem(where, f"this is not JSON ({error.msg.lower()})")) from error
    except RecursionError as error:
        raise DosageError(Problem("JSON", "lists and objects lie too deep in one another")) from error


def _scalar(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return json.dumps(value, ensure_ascii=False)


def _number(text: str) -> Decimal:
    value = Decimal(text)
    if len(text) > _LONGEST_NUMBER or abs(value.adjusted()) > _LONGEST_NUMBER:
        raise DosageError(Problem("JSON", f"the number {text[:_LONGEST_NUMBER]} is too long for a dose"))
    return value


def _refuse_constant(text: str) -> None:
    raise DosageError(Problem("JSON", f"{text} is not a number"))


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise DosageError(
                Problem("JSON", f"the key “{key}” stands twice in one object: only one can be meant")
            )
        made[key] = value
    return made
