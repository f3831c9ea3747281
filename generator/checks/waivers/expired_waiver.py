"""The last day of a waiver has passed.

What it covered is found again, with the weight that it had before.

Bad:
    # It is 21 November 2026.
    waivers:
      - {rule: DOS002, entry: x, reason: The source is being asked., owner: jane-doe, until: 2026-10-31}

Good:
    waivers:
      - {rule: DOS002, entry: x, reason: The source answers in January., owner: jane-doe, until: 2027-01-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.waiving import WAIVERS, Waiving
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="WAI001",
    name="expired-waiver",
    severity=Severity.WARNING,
    summary="The last day of a waiver has passed.",
    why="What was let stand for a while would stand for ever, and nobody would look at it again.",
    cure="Mend what it covered, or write a new last day with the reason that holds now.",
)
SCOPE = Scope.FINDINGS


def check(context: CheckContext, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find waivers that hold no longer, and say whether anything is left of what they covered."""
    waiving = Waiving(context.library.waivers)
    needed = {waiver for finding in findings for waiver in waiving.covering(finding)}
    for number, waiver in enumerate(context.library.waivers):
        if waiver.until < context.today:
            message = f"the waiver of {waiver.rule} in “{waiver.entry}” ended on {waiver.until.isoformat()}"
            cure = "" if waiver in needed else "Delete the waiver: what it covered is found no more."
            yield context.finding(RULE, WAIVERS, (WAIVERS, number, "until"), message, cure)
