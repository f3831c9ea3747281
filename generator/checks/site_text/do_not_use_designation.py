"""A dose is written with an abbreviation of the Joint Commission's “Do Not Use” list.

Bad:
    wording: Insulin 10 U is given QD.

Good:
    wording: Insulin {quantity:10 [iU]} is given daily.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.designations import designations, told
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD001",
    name="do-not-use-designation",
    severity=Severity.WARNING,
    summary="An abbreviation that must not be used stands in a dose.",
    why="It has been read as another amount, another interval or another drug: U as a zero, QD as four times daily.",
    cure="Write the word in full.",
    basis=("joint-commission-do-not-use",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each short form of the list where it means what the list says."""
    for one in designations(context, text, "do-not-use"):
        message = f"“{one.written}” must not be used in a dose"
        yield one.own.finding(context, RULE, message, f"Write {told(one.row, 'write')}.")
