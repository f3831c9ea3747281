"""A large number of a dose or of people has no separators.

Bad:
    wording: Examplin 100000 units are given.

Good:
    wording: Examplin {quantity:100000 [iU]} is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_setting import UNIT
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD011",
    name="large-number-without-separator",
    severity=Severity.WARNING,
    summary="A large number has no separators.",
    why="The zeros are miscounted: 100000 units has been read as 10,000 and as 1,000,000.",
    cure="Write commas between the thousands.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_COUNTED = (
    r"(?:people|patients|adults|children|women|men|(?:live )?births|deliveries|participants|"
    r"person-years|cells|copies)"
)
_FOUND = re.compile(rf"(?<![\w.,/:#-])(?P<number>\d{{5,12}})(?P<rest>\s?{UNIT}(?!\w)|\s{_COUNTED}\b)")


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each number of five or more digits before the unit of a dose or before what is counted."""
    for own in own_texts(context, text):
        for found in _FOUND.finditer(own.plain):
            better = f"{int(found['number']):,}{found['rest']}"
            message = f"“{found[0]}” has no separators between the thousands"
            is_plain = not found["number"].startswith("0") and found["number"].isascii()
            fix = own.fix(*found.span(), better) if is_plain else None
            yield own.finding(context, RULE, message, f"Write “{better}”.", fix=fix)
