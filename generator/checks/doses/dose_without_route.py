"""A dose does not say how it is given.

Bad:
    doses:
      prednisone: {drug: prednisone, purpose: recommended, route: not-stated, amount: 20 mg, every: 1 d}

Good:
    doses:
      prednisone: {drug: prednisone, purpose: recommended, route: oral, amount: 20 mg, every: 1 d}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.text import NOT_STATED

RULE = Rule(
    code="DOS003",
    name="dose-without-route",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A dose names no route.",
    why="The same amount can be right by one route and dangerous by another.",
    cure="Add the route, such as route: oral; never guess it.",
    basis=("who-guide-to-good-prescribing-1994", "fda-dosage-and-administration-2023"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every dose whose route is absent or not stated."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if dose.route in (None, NOT_STATED):
            message = f"the dose “{dose_id}” names no route"
            yield context.finding(RULE, entry.id, ("doses", dose_id, "route"), message)
