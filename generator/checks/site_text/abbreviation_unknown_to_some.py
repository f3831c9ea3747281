"""An abbreviation on a page for health professionals is nowhere spelt out and not one that all of them know.

Bad:
    wording: The SSFN cohort improved.

Good:
    wording: The cohort with small fibre neuropathy (SFN) improved.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.abbreviations import undefined_abbreviations
from generator.checks.views.text.run_text import profile_of
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD017",
    name="abbreviation-unknown-to-some",
    severity=Severity.NOTE,
    summary="An abbreviation on a page for health professionals is nowhere spelt out.",
    why="A reader of another specialty may take it for another thing.",
    cure="Write the long form with the abbreviation in brackets at its first use; if all know it, add it to the list.",
    basis=("ama-manual-2020",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each such abbreviation once, where it is used first."""
    if profile_of(context, text) not in {"us-ismp", "uk-clinician"}:
        return
    for one in undefined_abbreviations(context, text):
        message = f"“{one.written}” is not spelt out anywhere on the page"
        yield one.own.finding(context, RULE, message, _CURE.format(one.written))


_CURE = "Write the words with “({0})” behind them at its first use; if all know it, add it to the list abbreviations."
