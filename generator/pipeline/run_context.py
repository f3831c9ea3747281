"""The one place where a run looks at the clock: the day is an input of everything else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class RunContext:
    """What a run is given: its day, and whether it makes a preview for authors."""

    today: date
    is_preview: bool = False


def context_of_this_run(
    options: object = None, *, today: date | None = None, is_preview: bool = False
) -> RunContext:
    """The day given, else that of ``SOURCE_DATE_EPOCH``, else the current day in UTC."""
    if today is None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
        today = now.date()
    return RunContext(today, is_preview)
