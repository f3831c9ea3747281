"""What changed in a list of plain values: names and ids one by one, words and amounts of the format as one fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model.change import ChangeClass, Operation, worst
from generator.review.contents.described import item_name
from generator.review.contents.found_changes import FoundChanges, Place
from generator.review.contents.schema_walk import Scalar, Shape
from generator.review.contents.text_comparison import compare_texts
from generator.review.contents.value_change import has_other_unit, is_number, number_operation


def compare_plain_lists(
    before: Sequence[str], after: Sequence[str], place: Place, found: FoundChanges
) -> None:
    """Compare two lists of strings that fit their place. Raises `NotComparedError` as `number_operation` does."""
    items = place.shape.items or place.shape
    if not place.shape.is_pair and items.scalar in (Scalar.ID, Scalar.TEXT):
        _compare_named(before, after, place, found)
    else:
        _compare_as_one(before, after, place, found)


def compare_strings(before: str, after: str, place: Place, found: FoundChanges) -> None:
    """Compare two strings that fit their place and are not equal. Raises as `compare_plain_lists`."""
    if place.shape.scalar is Scalar.TEXT and place.rule.is_text:
        compare_texts(before, after, place, found)
    else:
        operation, level = _weighed(before, after, place)
        found.add(place, operation, before, after, level)


def _compare_named(before: Sequence[str], after: Sequence[str], place: Place, found: FoundChanges) -> None:
    items = place.shape.items or place.shape
    gone, come = _difference(before, after), _difference(after, before)
    if len(gone) == len(come) == 1:
        here = Place(place.path, items, place.rule, place.citations)
        compare_strings(gone[0], come[0], here, found)
    else:
        for name in gone:
            found.add(place.below(item_name(name), items), Operation.UNSET, name)
        for name in come:
            found.add(place.below(item_name(name), items), Operation.SET, None, name)
    if _without(before, gone) != _without(after, come):
        found.add(place, Operation.REORDER, before, after)


def _compare_as_one(before: Sequence[str], after: Sequence[str], place: Place, found: FoundChanges) -> None:
    items = place.shape.items or place.shape
    gone, come = _difference(before, after), _difference(after, before)
    if not gone and not come:
        # A range whose ends change places is another range.
        operation = Operation.REPLACE if place.shape.is_pair else Operation.REORDER
        found.add(place, operation, before, after)
        return
    if place.shape.is_pair or (gone and come and len(gone) != len(come)):
        is_same = len(before) == len(after) and all(
            _is_same_amount(old, new, items) for old, new in zip(before, after, strict=True)
        )
        level = ChangeClass.EDITORIAL if is_same else None
        found.add(place, Operation.REPLACE, before, after, level)
    elif gone and come:
        weighed = [_weighed(old, new, place) for old, new in zip(gone, come, strict=True)]
        operations = {operation for operation, _ in weighed}
        operation = operations.pop() if len(operations) == 1 else Operation.REPLACE
        level = worst([level for _, level in weighed])
        found.add(place, operation, before, after, level)
    else:
        found.add(place, Operation.UNSET if gone else Operation.SET, before, after)


def _weighed(before: str, after: str, place: Place) -> tuple[Operation, ChangeClass]:
    """What was done to a value, and how grave that is. Another unit is as grave as another value."""
    shape = _of_one(place.shape)
    if shape.scalar is None or not _are_numbers(before, after, shape):
        return Operation.REPLACE, place.rule.replace
    operation = number_operation(shape.scalar, before, after)
    if operation is None:
        return Operation.REPLACE, ChangeClass.EDITORIAL
    if has_other_unit(shape.scalar, before, after):
        return operation, worst([place.rule.level(operation), place.rule.replace])
    return operation, place.rule.level(operation)


def _is_same_amount(before: str, after: str, shape: Shape) -> bool:
    one = _of_one(shape)
    if before == after or one.scalar is None or not _are_numbers(before, after, one):
        return before == after
    return number_operation(one.scalar, before, after) is None


def _are_numbers(before: str, after: str, shape: Shape) -> bool:
    return is_number(shape.scalar) and not {before, after} & shape.words


def _of_one(shape: Shape) -> Shape:
    return shape if shape.takes_strings or shape.items is None else shape.items


def _difference(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """What stands in one list and not, or less often, in the other; in its order."""
    left = Counter(other)
    found = []
    for name in one:
        if left[name]:
            left[name] -= 1
        else:
            found.append(name)
    return found


def _without(names: Sequence[str], left_out: Sequence[str]) -> list[str]:
    return _difference(names, left_out)
