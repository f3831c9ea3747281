"""The entry of a drug does not say to which class it belongs.

Bad:
    name: azathioprine
    drug_class: not-stated

Good:
    name: azathioprine
    drug_class: Immunosuppressive agents
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry
from generator.model.text import NOT_STATED

RULE = Rule(
    code="PRT004",
    name="drug-without-class",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A drug has no class.",
    why="Readers cannot see what it is related to, nor which warnings of its class hold for it.",
    cure="Name the class under drug_class:.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find drugs whose class is not stated."""
    if isinstance(entry, Drug) and entry.drug_class == NOT_STATED:
        yield context.finding(RULE, entry.id, ("drug_class",), "the class of the drug is not stated")
