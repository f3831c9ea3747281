"""A date of the record does not agree with what git knows.

Three things are certain enough to be told: a change note that is dated after the last commit of its file; a decision
that is dated after its file was committed; and a decision that was committed more than a month after the day that it
bears. The last is not told of files of the very first day of a history, which were taken over from elsewhere, nor in a
shallow clone, which does not know when a file began. A commit after the newest note proves nothing: it may have mended
a comma. Files that have changed since their last commit are left alone.

Bad:
    # The file was committed on 2026-11-20, and not changed since.
    changes:
      - {date: 2026-12-24, kind: major, note: The maximum was added.}

Good:
    changes:
      - {date: 2026-11-20, kind: major, note: The maximum was added.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry

RULE = Rule(
    code="REV004",
    name="dates-against-git",
    severity=Severity.WARNING,
    summary="A date of the record does not agree with the day of its commit.",
    why="A record that was dated ahead or back shows a review or a change that was not made on that day.",
    cure="Write the day on which it happened; a decision made earlier is recorded anew, and says so in its reason.",
    basis=("mhra-data-integrity-2018",),
)
SCOPE = Scope.LIBRARY

_ELSEWHERE = timedelta(days=1)
"""What is today for the editor may be yesterday or tomorrow in UTC."""
_LATE = timedelta(days=31)
"""A choice of this house: decisions are often recorded at the end of a month."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Compare every entry of which git knows the file with its change notes, or with its moment."""
    history = context.history
    if history is None or not history.days:
        return
    began = min(first for first, _ in history.days.values())
    for entry in context.library.entries():
        days = history.days.get(context.library.place_of(entry.id, ()).file)
        if days is not None and isinstance(entry, Decision):
            yield from _decision(context, entry, days, None if history.is_shallow else began)
        elif days is not None:
            yield from _notes(context, entry, days[1])


def _notes(context: CheckContext, entry: Entry, last: date) -> Iterator[Finding]:
    for index, change in enumerate(entry.changes):
        if change.date - last > _ELSEWHERE:
            message = (
                f"the note is dated {change.date.isoformat()}, and the file was last committed on "
                f"{last.isoformat()}"
            )
            yield context.finding(RULE, entry.id, ("changes", index, "date"), message)


def _decision(
    context: CheckContext, decision: Decision, days: tuple[date, date], began: date | None
) -> Iterator[Finding]:
    first, last = days
    made = decision.at.date()
    if made - last > _ELSEWHERE:
        message = (
            f"the decision is dated {made.isoformat()}, and was committed before that, on {last.isoformat()}"
        )
    elif began is not None and first > began and first - made > _LATE:
        late = (first - made).days
        message = f"the decision is dated {made.isoformat()}, and was first committed {late} days later"
    else:
        return
    yield context.finding(RULE, decision.id, ("at",), message)
