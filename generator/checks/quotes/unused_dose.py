"""A dose that nothing quotes: no option, step, drug of a class, study or text.

Bad:
    doses:
      azathioprine: {drug: azathioprine, purpose: recommended, amount: 50 mg, every: 1 d}
    options:
      - {id: azathioprine-option, title: Azathioprine, line: 2}

Good:
    doses:
      azathioprine: {drug: azathioprine, purpose: recommended, amount: 50 mg, every: 1 d}
    options:
      - {id: azathioprine-option, title: Azathioprine, line: 2, doses: [azathioprine]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity

RULE = Rule(
    code="REF003",
    name="unused-dose",
    severity=Severity.WARNING,
    summary="Nothing quotes a dose.",
    why="Readers of the entry never see it.",
    cure="Name it under doses: of its option, step, drug or study, quote it as {dose:id}, or delete it.",
)
SCOPE = Scope.LIBRARY


def check(context: CheckContext) -> Iterator[Finding]:
    """Find every dose that is shown nowhere. That another dose differs from it does not show it."""
    shown = set(_shown(context))
    for entry in context.library.editioned():
        for dose_id in entry.doses:
            if f"{entry.id}#{dose_id}" not in shown:
                message = f"nothing quotes the dose “{dose_id}”"
                yield context.finding(RULE, entry.id, ("doses", dose_id), message)


def _shown(context: CheckContext) -> Iterator[str]:
    for entry in context.library.entries():
        for quote in context.quotes(entry):
            if quote.kind == "dose" and (quote.inline or "differs_from" not in quote.pointer):
                yield quote.target if "#" in quote.target else f"{entry.id}#{quote.target}"
