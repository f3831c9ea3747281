"""An entry cites a work that its source does not identify. It is reported once per work, where it is first cited.

Bad:
    # The bibliography says of p-1: unresolved = {the list of the source has no numbers}
    cites: [p-1]

Good:
    cites: [dyck-2009]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.first_mentions import first_mentions
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="CIT004",
    name="unresolved-citation",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A work that is cited cannot be identified.",
    why="A reader is sent to a reference that leads nowhere.",
    cure="Identify the work and complete it in the bibliography, or cite another that shows the same.",
    basis=("ama-manual-2020", "icmje-recommendations"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the unresolved works of an entry, each at its first mention in the file."""
    for key, pointer in first_mentions(context, entry).items():
        if reason := _reason(context, key):
            cure = f"{RULE.cure} The bibliography says of it: {reason}."
            yield context.finding(RULE, entry.id, pointer, f"the cited work “{key}” is not identified", cure)


def _reason(context: CheckContext, key: str) -> str:
    work = context.library.works.get(key)
    return " ".join((work.unresolved or "").split()).rstrip(".") if work is not None else ""
