"""An abbreviation on a page for patients is nowhere spelt out.

Bad:
    wording: {patient: You may need an EMG.}

Good:
    wording: {patient: You may need a test of your muscles (EMG).}
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
    code="WRD016",
    name="undefined-abbreviation",
    severity=Severity.WARNING,
    summary="An abbreviation on a page for patients is nowhere spelt out.",
    why="Who does not know it cannot follow the page.",
    cure="Write the long form with the abbreviation in brackets where it is used first, or leave the abbreviation out.",
    basis=(
        "nhs-health-writing",
        "ama-manual-2020",
    ),
    judges=True,
)
SCOPE = Scope.SITE_TEXT


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each such abbreviation once, where it is used first."""
    if profile_of(context, text) != "nhs-patient":
        return
    for one in undefined_abbreviations(context, text):
        message = f"“{one.written}” is not spelt out anywhere on the page"
        yield one.own.finding(
            context,
            RULE,
            message,
            _CURE.format(one.written),
        )


_CURE = "Write the words, with “({0})” behind them if the page uses it again."
