"""Nobody answers for an entry, or nobody does in the owner's absence.

Bad:
    kind: condition
    name: Plexopathy
    owner: jane-doe

Good:
    kind: condition
    name: Plexopathy
    owner: jane-doe
    deputy: john-roe
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.condition import Condition
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary

RULE = Rule(
    code="PRT005",
    name="missing-owner",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="An entry has no owner or no deputy.",
    why="When a reader reports a mistake, nobody is there to mend it.",
    cure="Add owner: and deputy: with the ids of people or organisations.",
)
SCOPE = Scope.ENTRY

_OWNED = (Summary, Medication, Drug, Condition)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find entries with pages of their own for which nobody answers."""
    if not isinstance(entry, _OWNED):
        return
    for name in ("owner", "deputy"):
        if getattr(entry, name) is None:
            yield context.finding(RULE, entry.id, (), f"the entry names no {name}")
