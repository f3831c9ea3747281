"""What changed in a part of a closure, field by field, as the model knows the fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.change import ChangeClass, Operation, Topic, worst
from generator.model.change_rule import CITATION, DOSE, DOSE_CITATION, IDENTITY, ChangeRule
from generator.model.field import Part
from generator.model.statement import Statement
from generator.review.contents.described import item_name
from generator.review.contents.found_changes import FoundChanges, Place, Whole
from generator.review.contents.list_comparison import compare_plain_lists, compare_strings
from generator.review.contents.matching import match_items
from generator.review.contents.misfit import UNWORDED, misfit
from generator.review.contents.schema_walk import Scalar, Shape, fields_of, part_class
from generator.review.contents.text_comparison import compare_wordings
from generator.review.text.whole_text import whole_level

Data = Mapping[str, Any]

_SAYS_NOTHING = frozenset({"not-stated", "uncited-in-source", UNWORDED})
"""Words that stand for a fact which is missing: to write the fact instead is to add it."""
_BEARS_CARE = frozenset(
    {Topic.DOSE, Topic.SAFETY, Topic.MONITORING, Topic.POPULATION, Topic.RECOMMENDATION, Topic.ALGORITHM}
)
_UNKNOWN = Place(path=(), shape=Shape(), rule=DOSE, citations=DOSE_CITATION)


def compare_parts(
    before: Data,
    after: Data,
    kind: type[Part],
    found: FoundChanges,
    path: tuple[str, ...] = (),
    around: ChangeRule | None = None,
) -> None:
    """Compare two states of one part. ``around`` is the rule of the list that it stands in."""
    known = fields_of(kind)
    for key in _changed_keys(before, after):
        old, new = before.get(key), after.get(key)
        if key not in known:
            place = replace(_UNKNOWN, path=(*path, str(key)))
            found.add_not_compared(place, old, new, "no such field is known here")
            continue
        place = _place_of(kind, key, path, around)
        if known[key].default and (old, new) in ((None, known[key].default), (known[key].default, None)):
            # What is meant where nothing is written is written now, or no more.
            operation = Operation.SET if old is None else Operation.UNSET
            found.add(place, operation, old, new, ChangeClass.EDITORIAL)
        else:
            compare_values(old, new, place, found)


def compare_values(before: Any, after: Any, place: Place, found: FoundChanges) -> None:
    """Compare what stands in one place on both sides; None is nothing. The two are not equal."""
    shape, sides = place.shape, (before, after)
    if all(_holds_parts(side, shape) for side in sides):
        _compare_items(before, after, place, found)
    elif all(isinstance(side, Mapping) for side in sides) and shape.parts:
        _compare_mappings(before, after, place, found)
    elif why := _why_not(sides, shape):
        found.add_not_compared(place, before, after, why)
    elif before is None or after is None or _says_nothing(before) != _says_nothing(after):
        is_new = after is not None and (before is None or _says_nothing(before))
        operation = Operation.SET if is_new else Operation.UNSET
        _note_whole(operation, before, after, place, found)
    elif isinstance(before, str) and isinstance(after, str):
        compare_strings(before, after, place, found)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        compare_wordings(before, after, place, found)
    elif isinstance(before, Mapping) or isinstance(after, Mapping) or place.shape.items is None:
        found.add(place, Operation.REPLACE, before, after)
    else:
        compare_plain_lists(_listed(before), _listed(after), place, found)


def _why_not(sides: Sequence[Any], shape: Shape) -> str:
    return next(filter(None, (misfit(side, shape) for side in sides if side is not None)), "")


def _holds_parts(value: Any, shape: Shape) -> bool:
    """Whether a value holds parts in a list or by their ids, or is not there: then it holds none."""
    if shape.values is not None:
        return value is None or isinstance(value, Mapping)
    is_list = isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
    return shape.items is not None and bool(shape.items.parts) and (value is None or is_list)


def _says_nothing(value: Any) -> bool:
    return isinstance(value, str) and value in _SAYS_NOTHING


def _listed(value: Any) -> list[str]:
    """One value is a list of one where a list may stand."""
    return [value] if isinstance(value, str) else list(value)


def _changed_keys(before: Data, after: Data) -> list[str]:
    keys = before.keys() | after.keys()
    return sorted((key for key in keys if before.get(key) != after.get(key)), key=str)


def _place_of(kind: type[Part], key: str, path: tuple[str, ...], around: ChangeRule | None) -> Place:
    """A field with its rule. In a plain statement the list that it stands in counts as well."""
    field = fields_of(kind)[key]
    citations = _citation_rule(kind)
    rule = field.rule
    if kind is Statement and around is not None:
        if around.topic in _BEARS_CARE:
            citations = DOSE_CITATION
        rule = citations if rule.topic is Topic.CITATION else _joined(rule, around)
    return Place((*path, key), field.shape, rule, citations)


def _joined(rule: ChangeRule, around: ChangeRule) -> ChangeRule:
    """Words of a statement weigh at least as much as if another stood there in the list."""
    topic = around.topic if around.topic in _BEARS_CARE else rule.topic
    return replace(rule, topic=topic, replace=worst([rule.replace, around.replace]))


def _citation_rule(kind: type[Part]) -> ChangeRule:
    """How a citation inside a text of a part weighs: as one beside it does."""
    cites = fields_of(kind).get("cites")
    return cites.rule if cites is not None else CITATION


def _note_whole(operation: Operation, before: Any, after: Any, place: Place, found: FoundChanges) -> None:
    """Note that something is there or no more, as one change. A part of it may stand elsewhere on the other side."""
    whole = after if operation is Operation.SET else before
    change = found.add(place, operation, before, after, whole_level(operation, whole, place))
    kind = part_class(place.shape, whole) if isinstance(whole, Mapping) else None
    if kind is not None:
        found.wholes.append(Whole(change, place, kind, whole))


def _compare_items(before: Any, after: Any, place: Place, found: FoundChanges) -> None:
    if place.shape.values is not None:
        _compare_by_id(before or {}, after or {}, place, found)
    else:
        _compare_part_lists(before or [], after or [], place, found)


def _compare_mappings(before: Data, after: Data, place: Place, found: FoundChanges) -> None:
    kind = part_class(place.shape, before, after)
    if kind is not None:
        compare_parts(before, after, kind, found, place.path, place.rule)


def _compare_by_id(before: Data, after: Data, place: Place, found: FoundChanges) -> None:
    gone = [key for key in sorted(before, key=str) if key not in after]
    come = [key for key in sorted(after, key=str) if key not in before]
    for old in list(gone):
        new = next((key for key in come if before[old] == after[key]), None)
        if new is not None:
            _note_renamed(old, new, place, found)
            gone.remove(old)
            come.remove(new)
    for key in _changed_keys(before, after):
        if key in gone or key in come or (key in before and key in after):
            here = place.below(str(key), place.shape.values)
            compare_values(before.get(key), after.get(key), here, found)


def _note_renamed(old: str, new: str, place: Place, found: FoundChanges) -> None:
    here = replace(place, rule=IDENTITY, shape=Shape(Scalar.ID)).below(new).below("id")
    found.add(here, Operation.REPLACE, old, new)


def _compare_part_lists(
    before: Sequence[Data], after: Sequence[Data], place: Place, found: FoundChanges
) -> None:
    items = place.shape.items
    matched = match_items(before, after)
    for old, new in matched.pairs:
        if before[old] != after[new]:
            here = place.below(item_name(before[old]), items)
            _compare_mappings(before[old], after[new], here, found)
    for old in matched.gone:
        compare_values(before[old], None, place.below(item_name(before[old]), items), found)
    for new in matched.come:
        compare_values(None, after[new], place.below(item_name(after[new]), items), found)
    if matched.is_reordered:
        found.add(place, Operation.REORDER, _names(before, matched.pairs, 0), _names(after, matched.pairs, 1))


def _names(items: Sequence[Data], pairs: Sequence[tuple[int, int]], side: int) -> list[str]:
    return [item_name(items[at]) for at in sorted(pair[side] for pair in pairs)]
