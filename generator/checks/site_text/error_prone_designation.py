"""A dose is written with an abbreviation that is known to be misread.

Bad:
    wording: Examplin {quantity:10 mg} is taken HS.

Good:
    wording: Examplin {quantity:10 mg} is taken at bedtime.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.designations import designations, told
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD002",
    name="error-prone-designation",
    severity=Severity.WARNING,
    summary="An abbreviation that is often misread stands in a dose.",
    why="It has been read as another route, another time or another amount, and patients were harmed.",
    cure="Write the word in full.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each short form of the list where it means what the list says."""
    for one in designations(context, text, "error-prone"):
        message = f"“{one.written}” in a dose is easily misread"
        yield one.own.finding(context, RULE, message, f"Write {told(one.row, 'write')}.")
