"""A dose has a zero behind its decimal point that says nothing.

Bad:
    wording: Examplin 1.0 mg is given.

Good:
    wording: Examplin {quantity:1 mg} is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_setting import NOT_MEASURED, UNIT, is_measured
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD006",
    name="trailing-zero",
    severity=Severity.WARNING,
    summary="A dose ends in a zero behind the decimal point.",
    why="Where the point is overlooked, 1.0 mg is read as 10 mg.",
    cure="Write the whole number without point and zero.",
    basis=(
        "joint-commission-do-not-use",
        "ismp-error-prone",
    ),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FOUND = re.compile(rf"(?<![\w.,])(?P<whole>\d[\d,]{{0,12}})\.0+(?P<rest>\s?{UNIT}{NOT_MEASURED})")


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each such number with the unit of a dose, outside what is measured."""
    for own in own_texts(context, text):
        for found in _FOUND.finditer(own.plain):
            if is_measured(own.plain, found.start(), found.end()):
                continue
            written = own.shown(found.start(), found.end())
            better = found["whole"] + found["rest"]
            message = f"“{written}” can be read as ten times as much"
            fix = own.fix(found.start(), found.end(), better)
            yield own.finding(context, RULE, message, f"Write “{better}”.", fix=fix)
