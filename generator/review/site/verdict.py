"""What a comparison comes to, as an exit code."""

from __future__ import annotations

from generator.model.change import ChangeClass
from generator.review.site.changed_fact import LibraryComparison

CLEAN, CHANGED, NOT_COMPARED = 0, 1, 2


def exit_code(comparison: LibraryComparison, *, strict: bool = False) -> int:
    """2 if anything could not be compared; 1 for a critical change or a missing change note; else 0.

    ``strict``: 1 also for a major change.
    """
    if comparison.not_compared:
        return NOT_COMPARED
    levels = {fact.level for fact in comparison.facts}
    stops = {ChangeClass.CRITICAL, ChangeClass.MAJOR} if strict else {ChangeClass.CRITICAL}
    return CHANGED if levels & stops or comparison.notes else CLEAN
