"""An entry cites a work about which its journal has voiced concern, or which was retracted and replaced.

It is looked up by DOI and PubMed number in the snapshot of the Retraction Watch data that the check was given; without
one the rule says nothing.

Bad:
    # The snapshot has an expression of concern about dyck-2009.
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
    code="CIT014",
    name="questioned-work",
    severity=Severity.WARNING,
    summary="An entry cites a work that its journal questions, or that was retracted and replaced.",
    why="The results may be wrong, and a reader is not told that anybody doubts them.",
    cure="Read the notice; cite another work, or say beside the statement what is in doubt.",
    basis=("cope-retractions-2019", "niso-crec-2024"),
)
SCOPE = Scope.ENTRY

_REPLACED = "Read the notice, and make sure that every number comes from the mended form of the work."


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every questioned work of an entry, at its first mention in the file."""
    for key, pointer, notice, retractions in cited_standings(context, entry):
        if notice.nature == "expression-of-concern":
            what, cure = told(notice, "was put under an expression of concern"), RULE.cure
        elif notice.nature == "retraction" and is_replaced(notice):
            what, cure = told(notice, "was retracted and replaced"), _REPLACED
        else:
            continue
        message = f"the cited work “{key}” {what}"
        yield context.finding(RULE, entry.id, pointer, message, f"{cure} {snapshot_told(retractions)}")
