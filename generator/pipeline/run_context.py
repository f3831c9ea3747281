"""The one place where a run looks at the clock: the day is an input of everything else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.model.outside_facts import GitHistory, Retractions


@dataclass(frozen=True, slots=True)
class RunContext:
    """What a run is given: its day, whether it makes a preview for authors, and facts from outside the content."""

    today: date
    is_preview: bool = False
    retractions: Retractions | None = None
    history: GitHistory | None = None


def context_of_this_run(
    options: object = None,
    *,
    today: date | None = None,
    is_preview: bool = False,
    retractions: Retractions | None = None,
    history: GitHistory | None = None,
) -> RunContext:
    """The day given, else that of ``SOURCE_DATE_EPOCH``, else the current day in UTC."""
    if today is None:
        today = _day_of(os.environ.get("SOURCE_DATE_EPOCH", "")) or datetime.now(UTC).date()
    return RunContext(today, is_preview, retractions, history)


def colour_is_unwanted() -> bool:
    """Whether the person has asked all programs for no colour (``NO_COLOR``, with anything in it)."""
    return bool(os.environ.get("NO_COLOR"))


def _day_of(epoch: str) -> date | None:
    """The day of so many seconds since 1970; None for what is no such number."""
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else None
    except (ValueError, OverflowError, OSError):
        return None
