"""A waiver names a rule that there is not.

Bad:
    waivers:
      - {rule: DOS02, entry: x, reason: The source is being asked., owner: jane-doe, until: 2027-01-31}

Good:
    waivers:
      - {rule: DOS002, entry: x, reason: The source is being asked., owner: jane-doe, until: 2027-01-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.meant_rule import meant_rule
from generator.checks.registry import Scope
from generator.checks.waivable import is_fixed, waivable_codes, waivable_names
from generator.checks.waiving import WAIVERS
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="WAI003",
    name="waiver-of-unknown-rule",
    severity=Severity.WARNING,
    summary="A waiver names a rule that there is not.",
    why="It covers nothing: what was meant to stand is still found, or nobody remembers what the waiver was for.",
    cure="Write the code as the report prints it, such as DOS002.",
)
SCOPE = Scope.FINDINGS


def check(context: CheckContext, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find waivers of codes that no rule has."""
    for number, waiver in enumerate(context.library.waivers):
        if waiver.rule not in waivable_codes() and not is_fixed(waiver.rule):
            meant = meant_rule(waiver.rule, waivable_names())
            cure = f"Write {meant}, if you mean that rule." if meant else ""
            message = f"there is no rule “{waiver.rule}”"
            yield context.finding(RULE, WAIVERS, (WAIVERS, number, "rule"), message, cure)
