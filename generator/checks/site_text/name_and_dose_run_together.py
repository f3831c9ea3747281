"""The name of a drug and its dose have no space between them.

Bad:
    wording: Examplin{quantity:300 mg} is given.

Good:
    wording: Examplin {quantity:300 mg} is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_setting import NOT_MEASURED, UNIT
from generator.checks.views.text.own_marks import AMOUNT
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD009",
    name="name-and-dose-run-together",
    severity=Severity.WARNING,
    summary="The name of a drug and its dose have no space between them.",
    why="The last letter of the name has been read as a digit: an l before 300 mg as 1300 mg.",
    cure="Write a space between the name and the dose.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FOUND = re.compile(
    rf"(?<![\w/.-])(?P<name>[A-Za-z]{{4,30}})(?P<dose>{AMOUNT}+|\d[\d,.]{{0,12}}\s?{UNIT}{NOT_MEASURED})"
)


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each word that runs into an amount."""
    for own in own_texts(context, text):
        for found in _FOUND.finditer(own.plain):
            written = own.written[found.start() : found.end()]
            better = f"{found['name']} {own.written[found.start('dose') : found.end()]}"
            message = f"“{written}” has no space before the amount"
            yield own.finding(
                context, RULE, message, f"Write “{better}”.", fix=own.fix(*found.span(), better)
            )
