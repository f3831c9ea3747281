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


def moment_of_this_run(moment: datetime | None = None) -> datetime:
    """The moment given, else that of ``SOURCE_DATE_EPOCH``, else now; in UTC, in whole seconds."""
    if moment is None:
        moment = _moment_of(os.environ.get("SOURCE_DATE_EPOCH", "")) or datetime.now(UTC)
    return moment.astimezone(UTC).replace(microsecond=0)


def colour_is_unwanted() -> bool:
    """Whether the person has asked all programs for no colour (``NO_COLOR``, with anything in it)."""
    return bool(os.environ.get("NO_COLOR"))


def _day_of(epoch: str) -> date | None:
    moment = _moment_of(epoch)
    return moment.date() if moment is not None else None


def _moment_of(epoch: str) -> datetime | None:
    """The moment so many seconds after 1970; None for what is no such number."""
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else None
    except (ValueError, OverflowError, OSError):
        return None
