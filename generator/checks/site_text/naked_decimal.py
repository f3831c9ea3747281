"""A dose below 1 begins with a decimal point.

Bad:
    wording: Examplin .5 mg is given.

Good:
    wording: Examplin {quantity:0.5 mg} is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_setting import NOT_MEASURED, UNIT, UP_TO_MORE, is_measured
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD007",
    name="naked-decimal",
    severity=Severity.WARNING,
    summary="A dose below 1 has no zero in front of the decimal point.",
    why="Where the point is overlooked, .5 mg is read as 5 mg.",
    cure="Write a zero in front of the decimal point.",
    basis=(
        "joint-commission-do-not-use",
        "ismp-error-prone",
    ),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FOUND = re.compile(rf"(?<![\w.,])\.\d{{1,6}}(?:\s?{UNIT}{NOT_MEASURED}|{UP_TO_MORE})")


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each such number with the unit of a dose, outside what is measured."""
    for own in own_texts(context, text):
        for found in _FOUND.finditer(own.plain):
            if is_measured(own.plain, found.start(), found.end()):
                continue
            written = own.shown(found.start(), found.end())
            better = "0" + own.written[found.start() : found.end()]
            message = f"“{written}” can be read as a whole number"
            fix = own.fix(found.start(), found.end(), better)
            yield own.finding(context, RULE, message, f"Write “{better}”.", fix=fix)
