"""An entry cites a work that was corrected after it was published.

It is looked up by DOI and PubMed number in the snapshot of the Retraction Watch data that the check was given; without
one the rule says nothing. That snapshot does not have all corrections.

Bad:
    # The snapshot has a correction of dyck-2009.
    cites: [dyck-2009]

Good:
    # Its numbers were compared with the correction, and content/waivers.yml says so.
    cites: [roe-2010]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.work_standing import cited_standings, snapshot_told, told
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="CIT015",
    name="corrected-work",
    severity=Severity.NOTE,
    summary="An entry cites a work that was corrected after it was published.",
    why="A number may have been taken from the page that the correction mends.",
    cure="Compare what is said here with the correction.",
    basis=("cope-retractions-2019",),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every corrected work of an entry, at its first mention in the file."""
    for key, pointer, notice, retractions in cited_standings(context, entry):
        if notice.nature == "correction":
            message = f"the cited work “{key}” {told(notice, 'was corrected')}"
            cure = f"{RULE.cure} {snapshot_told(retractions)}"
            yield context.finding(RULE, entry.id, pointer, message, cure)
