"""The review of an entry that was approved is overdue.

It is due when the interval of the editorial policy, or the shorter one of the entry, has passed since the entry was
last approved or reaffirmed.

Bad:
    # Last approved on 2025-03-01; read on 2026-11-21.
    review: {every: 12 mo}

Good:
    # Reaffirmed on 2026-03-01; read on 2026-11-21.
    review: {every: 1 y}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.entry_decisions import approvals_by_entry, is_shown
from generator.diagnostics import Finding, Rule, Severity
from generator.model.state import review_due

RULE = Rule(
    code="REV001",
    name="review-overdue",
    severity=Severity.NOTE,
    at_publish=Severity.WARNING,
    summary="The review of an entry that was approved is overdue.",
    why="A reader trusts an approval that was given before the newest evidence was known.",
    cure="Review the entry against the evidence of today, and record the decision: approve, or reaffirm.",
    basis=("shekelle-2001",),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find every entry whose last review is too old. What is withdrawn or superseded needs none."""
    for entry_id, approvals in sorted(approvals_by_entry(context.library).items()):
        entry = context.library.entry(entry_id)
        if entry is None or not is_shown(context, entry):
            continue
        due = review_due(approvals[-1].at.date(), entry, context.library.policy)
        if due < context.today:
            last = approvals[-1].at.date().isoformat()
            message = f"last approved on {last}; the review was due on {due.isoformat()}"
            yield context.finding(RULE, entry_id, ("review",) if entry.review else (), message)
