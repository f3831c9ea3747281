"""An entry cites a work that was retracted.

It is looked up by DOI and PubMed number in the snapshot of the Retraction Watch data that the check was given; without
one the rule says nothing. A work that was reinstated is not retracted. One that was published again in a mended form
under the same number is only questioned.

Bad:
    # The snapshot says that dyck-2009 was retracted on 2024-02-19.
    cites: [dyck-2009]

Good:
    cites: [roe-2010]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.work_standing import cited_standings, is_replaced, snapshot_told, told
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="CIT013",
    name="retracted-work",
    severity=Severity.ERROR,
    summary="An entry cites a work that was retracted.",
    why="Patients would be treated on results that their own journal no longer stands by.",
    cure="Take out what rests on the work, or find another that shows it; then have the entry reviewed again.",
    basis=("icmje-recommendations", "cope-retractions-2019", "niso-crec-2024"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every retracted work of an entry, at its first mention in the file."""
    for key, pointer, notice, retractions in cited_standings(context, entry):
        if notice.nature == "retraction" and not is_replaced(notice):
            message = f"the cited work “{key}” {told(notice, 'was retracted')}"
            cure = f"{RULE.cure} {snapshot_told(retractions)}"
            yield context.finding(RULE, entry.id, pointer, message, cure)
