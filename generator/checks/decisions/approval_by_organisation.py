"""An organisation decides. It may submit entries; only people review, approve, object or stop.

Bad:
    # content/people/project.yml is an organisation.
    decision: approve
    by: project

Good:
    decision: approve
    by: jane-doe
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.decision import Decision
from generator.model.entries.entry import Entry

RULE = Rule(
    code="DEC002",
    name="approval-by-organisation",
    severity=Severity.ERROR,
    summary="An organisation decides what only a person may.",
    why="Somebody has to answer for what was read and judged; an organisation reads nothing.",
    cure="Name the person who decided.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find decisions of organisations other than submitting."""
    if not isinstance(entry, Decision) or entry.decision == "submit":
        return
    who = context.library.people.get(entry.by)
    if who is not None and who.kind == "organisation":
        message = f"“{entry.by}” is an organisation and cannot {entry.decision}"
        yield context.finding(RULE, entry.id, ("by",), message)
