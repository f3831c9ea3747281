"""Parts that stand in another list than before: told as moved, rather than as one removed and one added."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.model.change import Operation, worst
from generator.review.contents.described import item_name
from generator.review.contents.found_changes import FoundChanges, Whole
from generator.review.contents.part_comparison import compare_parts


def join_moved(found: FoundChanges) -> None:
    """Turn each removed part that was added elsewhere into a move, and compare what it says."""
    gone = [whole for whole in found.wholes if whole.change.operation is Operation.UNSET]
    come = [whole for whole in found.wholes if whole.change.operation is Operation.SET]
    found.wholes.clear()
    for old in gone:
        new = next((whole for whole in come if _is_same(old, whole)), None)
        if new is not None:
            come.remove(new)
            _note_moved(old, new, found)


def _is_same(old: Whole, new: Whole) -> bool:
    """By id; a part without one by all that it says, if it says it in words: a mere number is no thing that moves."""
    if old.kind is not new.kind or _stood_in(old) == _stood_in(new):
        return False
    ids = old.part.get("id"), new.part.get("id")
    if any(ids):
        return ids[0] == ids[1]
    return old.part == new.part and any(key in old.part for key in ("wording", "position", "outcome"))


def _note_moved(old: Whole, new: Whole, found: FoundChanges) -> None:
    for whole in (old, new):
        found.changes = [change for change in found.changes if change is not whole.change]
    # Between lists of one rule a move is what the rule says; else something is lost in one and new in the other.
    levels = [old.place.rule.move, new.place.rule.move]
    if old.place.rule != new.place.rule:
        levels += [old.change.level, new.change.level]
    change = replace(
        new.change,
        level=worst(levels),
        operation=Operation.MOVE,
        before="/".join(_stood_in(old)),
        after="/".join(_stood_in(new)),
    )
    found.changes.append(change)
    parts: tuple[Any, Any] = old.part, new.part
    if parts[0] != parts[1]:
        compare_parts(*parts, new.kind, found, new.change.path, new.place.rule)


def _stood_in(whole: Whole) -> tuple[str, ...]:
    """The path of the list, or of the field where there is no list."""
    *above, last = whole.change.path
    return tuple(above) if last == item_name(whole.part) else whole.change.path
