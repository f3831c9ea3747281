"""A waiver has nobody who answers for it: its owner is not known, or is an organisation.

Bad:
    # content/people/project.yml is an organisation.
    waivers:
      - {rule: DOS002, entry: x, reason: The source is being asked., owner: project, until: 2027-01-31}

Good:
    waivers:
      - {rule: DOS002, entry: x, reason: The source is being asked., owner: jane-doe, until: 2027-01-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.missing_entry import missing_entry
from generator.checks.registry import Scope
from generator.checks.waiving import WAIVERS
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="WAI006",
    name="waiver-without-person",
    severity=Severity.ERROR,
    summary="A waiver has no person who answers for it.",
    why="An error reaches readers because somebody judged that it may; without a name nobody did.",
    cure="Write the id of the person who judged that it may stand.",
)
SCOPE = Scope.FINDINGS


def check(context: CheckContext, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find waivers whose owner is no person."""
    people = context.library.people
    for number, waiver in enumerate(context.library.waivers):
        message, cure = "", ""
        if waiver.owner not in people:
            message, cure = missing_entry(context, waiver.owner, "person")
        elif people[waiver.owner].kind == "organisation":
            message = f"“{waiver.owner}” is an organisation and cannot answer for a waiver"
        if message:
            yield context.finding(RULE, WAIVERS, (WAIVERS, number, "owner"), message, cure)
