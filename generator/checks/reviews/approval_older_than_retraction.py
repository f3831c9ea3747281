"""An entry was approved, and a work that it cites was retracted after that.

It is looked up in the snapshot of the Retraction Watch data that the check was given; without one the rule says
nothing. That the entry cites a retracted work at all is told by the rule retracted-work.

Bad:
    # Approved on 2026-03-01; the snapshot says that dyck-2009 was retracted on 2026-06-15.
    cites: [dyck-2009]

Good:
    cites: [roe-2010]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.entry_decisions import approvals_by_entry, is_shown
from generator.checks.views.works.work_standing import cited_standings, is_replaced, snapshot_told, told
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="REV006",
    name="approval-older-than-retraction",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A work that an approved entry cites was retracted after the approval.",
    why="Those who approved the page trusted a result that is no longer held to be true.",
    cure="Suspend the page if its advice rests on the work; then revise it, and have it approved again.",
    basis=("cope-retractions-2019", "icmje-recommendations"),
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find works that were retracted after an entry's last approval, each where it is first cited."""
    if context.retractions is None:
        return
    for entry_id, approvals in sorted(approvals_by_entry(context.library).items()):
        entry = context.library.entry(entry_id)
        if entry is None or not is_shown(context, entry):
            continue
        approved = approvals[-1].at.date()
        for key, pointer, notice, retractions in cited_standings(context, entry):
            is_later = notice.day is not None and notice.day > approved
            if notice.nature == "retraction" and is_later and not is_replaced(notice):
                message = (
                    f"“{key}” {told(notice, 'was retracted')}, after the approval of {approved.isoformat()}"
                )
                cure = f"{RULE.cure} {snapshot_told(retractions)}"
                yield context.finding(RULE, entry_id, pointer, message, cure)
