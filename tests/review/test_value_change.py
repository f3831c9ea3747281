"""More, less, another, or the same amount in another expression."""

from __future__ import annotations

import pytest

from generator.model.change import Operation
from generator.review.contents.schema_walk import Scalar
from generator.review.contents.value_change import NotComparedError, has_other_unit, number_operation

_MORE, _LESS, _OTHER = Operation.INCREASE, Operation.DECREASE, Operation.REPLACE


@pytest.mark.parametrize(
    ("scalar", "before", "after", "operation"),
    [
        (Scalar.QUANTITY, "150 mg", "200 mg", _MORE),
        (Scalar.QUANTITY, "500 mg", "1 g", _MORE),
        (Scalar.QUANTITY, "1 to 2 mg", "1 to 3 mg", _MORE),
        (Scalar.QUANTITY, "1 to 2 mg", "0.5 to 3 mg", _OTHER),
        (Scalar.QUANTITY, "1 mg", "1 ug", _LESS),
        (Scalar.QUANTITY, "1 g", "1000 mg", None),
        (Scalar.QUANTITY, "1 to 2 g/kg", "1000 to 2000 mg/kg", None),
        (Scalar.QUANTITY, "60 mL/h", "1 mL/min", None),
        (Scalar.QUANTITY, "1 wk", "7 d", None),
        (Scalar.QUANTITY, "1 mg/d", "7 mg/wk", _OTHER),
        (Scalar.QUANTITY, "1 mg", "1 mg/kg", _OTHER),
        (Scalar.QUANTITY, "1 mo", "30 d", _OTHER),
        (Scalar.QUANTITY, "1 {tablet}", "1 {capsule}", _OTHER),
        (Scalar.BOUND, "less than 30 mL/min", "less than 50 mL/min", _MORE),
        (Scalar.BOUND, "at least 50 kg", "at least 40 kg", _LESS),
        (Scalar.BOUND, "less than 30 mL/min", "at most 30 mL/min", _OTHER),
        (Scalar.BOUND, "10 to 19 kg", "10 to less than 19 kg", _OTHER),
        (Scalar.BOUND, "2 to 3", "2.5 to 3.5", _MORE),
        (Scalar.BOUND, "1 to 2 kg", "1000 to 2000 g", None),
        (Scalar.BOUND, "less than 5", "less than 5 mg", _OTHER),
        (Scalar.TIMES, "2", "3 to 4", _MORE),
        (Scalar.TIMES, "2 to 5", "3 to 4", _OTHER),
        (Scalar.COUNT, "12", "9", _LESS),
        (Scalar.DECIMAL, "-3.2", "-5.1", _LESS),
        (Scalar.DECIMAL, "0.50", "0.5", None),
    ],
)
def test_what_was_done_to_a_number(
    scalar: Scalar, before: str, after: str, operation: Operation | None
) -> None:
    backwards = {_MORE: _LESS, _LESS: _MORE}
    assert number_operation(scalar, before, after) is operation
    assert number_operation(scalar, after, before) is (
        backwards.get(operation, operation) if operation else None
    )


def test_another_unit_is_told() -> None:
    assert has_other_unit(Scalar.QUANTITY, "150 mg", "150 ug")
    assert not has_other_unit(Scalar.QUANTITY, "150 mg", "1 mg")
    assert has_other_unit(Scalar.BOUND, "1 to 2 kg", "1 to 2 g")
    assert not has_other_unit(Scalar.TIMES, "1", "2")


@pytest.mark.parametrize(
    "scalar", [Scalar.QUANTITY, Scalar.BOUND, Scalar.TIMES, Scalar.COUNT, Scalar.DECIMAL]
)
@pytest.mark.parametrize("written", ["", "many", "1e9", "１", "nan", "9" * 999, "1/0", "0x10 mg"])
def test_what_is_no_number_cannot_be_compared(scalar: Scalar, written: str) -> None:
    with pytest.raises(NotComparedError, match="cannot be read as"):
        number_operation(scalar, written, written)
