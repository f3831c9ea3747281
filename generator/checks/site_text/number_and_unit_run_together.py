"""A number and its unit have no space between them, where the writing profile asks for one.

Bad:
    wording: Examplin 10mg is given.

Good:
    wording: Examplin {quantity:10 mg} is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.run_text import own_texts, profile_of
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD008",
    name="number-and-unit-run-together",
    severity=Severity.WARNING,
    summary="A number and its unit have no space between them.",
    why="The m of mg has been read as one or two zeros: 10mg as 100.",
    cure="Write a space between the number and the unit.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FOUND = re.compile(
    r"(?<![\w.,/-])(?P<number>\d[\d,.]{0,12})"
    r"(?P<unit>(?:mg|mcg|[µμ]g|ng|kg|g|m[Ll]|mmol|mEq|units?)(?:/\w{1,4})?)(?!\w)"
)
_WITH_SPACE = frozenset({"us-ismp", "uk-clinician"})


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find them in the editions whose profile writes a space; patients of the NHS read 10mg on their packets."""
    if profile_of(context, text) not in _WITH_SPACE:
        return
    for own in own_texts(context, text):
        for found in _FOUND.finditer(own.plain):
            better = f"{found['number']} {found['unit']}"
            message = f"“{found[0]}” has no space between number and unit"
            yield own.finding(
                context, RULE, message, f"Write “{better}”.", fix=own.fix(*found.span(), better)
            )
