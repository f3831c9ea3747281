"""A waiver names a rule that cannot be waived: one about the form of files, the configuration or waivers themselves.

Bad:
    waivers:
      - {rule: SCH001, entry: x, reason: The key is for later., owner: jane-doe, until: 2027-01-31}

Good:
    # The key is gone from the entry, and the waiver with it.
    waivers: []
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.waivable import is_fixed
from generator.checks.waiving import WAIVERS
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="WAI004",
    name="waiver-of-fixed-rule",
    severity=Severity.WARNING,
    summary="A waiver names a rule that cannot be waived.",
    why="What cannot be read cannot be let stand: the page would lack it without a word.",
    cure="Mend what the rule finds, and delete the waiver.",
)
SCOPE = Scope.FINDINGS


def check(context: CheckContext, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find waivers of rules whose findings always stand."""
    for number, waiver in enumerate(context.library.waivers):
        if is_fixed(waiver.rule):
            message = f"{waiver.rule} is a rule that cannot be waived"
            yield context.finding(RULE, WAIVERS, (WAIVERS, number, "rule"), message)
