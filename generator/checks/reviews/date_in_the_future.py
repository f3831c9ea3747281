"""A day on which something is said to have happened has not come yet.

That holds for change notes, searches, licences and the publication of the source. A day may be one ahead of the day of
the check, because elsewhere on earth it may be tomorrow already. Decisions have a rule of their own.

Bad:
    # Read on 2026-11-21.
    changes:
      - {date: 2027-11-20, kind: major, note: The maximum was added.}

Good:
    changes:
      - {date: 2026-11-20, kind: major, note: The maximum was added.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="REV002",
    name="date-in-the-future",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A day on which something is said to have happened has not come yet.",
    why="The page claims to be newer than it can be, and nobody will notice when it grows old.",
    cure="Write the day on which it happened; most often the year is mistyped.",
    basis=("silberg-1997", "mhra-data-integrity-2018"),
)
SCOPE = Scope.ENTRY

_ELSEWHERE = timedelta(days=1)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every day after tomorrow, whatever field it stands in: none of them is a plan."""
    if context.today > date.max - _ELSEWHERE:
        return
    last = context.today + _ELSEWHERE
    for pointer, part in context.parts(entry):
        for name, value in vars(part).items():
            if isinstance(value, date) and not isinstance(value, datetime) and value > last:
                key = type(part).model_fields[name].alias or name
                message = f"{value.isoformat()} is after {context.today.isoformat()}, the day of this check"
                yield context.finding(RULE, entry.id, (*pointer, key), message)
