"""The sign of a unit has a full stop in the middle of a sentence.

Bad:
    wording: Examplin 10 mg. is given.

Good:
    wording: Examplin {quantity:10 mg} is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.run_text import own_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.pages.site_text import EditionText

RULE = Rule(
    code="WRD010",
    name="unit-with-full-stop",
    severity=Severity.WARNING,
    summary="The sign of a unit has a full stop behind it.",
    why="The full stop has been read as a 1, and it seems to end the sentence.",
    cure="Write the unit without a full stop.",
    basis=("ismp-error-prone",),
    judges=True,
)
SCOPE = Scope.SITE_TEXT

_FOUND = re.compile(
    r"(?<![\w.,])(?P<kept>\d[\d,.]{0,12}\s?(?:mg|mcg|[µμ]g|g|kg|m[Ll]))\.(?=[,;:]|\s(?:[a-z]+[\s,;.)]|\())"
)


def check(context: CheckContext, text: EditionText) -> Iterator[Finding]:
    """Find each unit with a full stop before a word in small letters."""
    for own in own_texts(context, text):
        for found in _FOUND.finditer(own.plain):
            written, better = own.written[found.start() : found.end()], found["kept"]
            message = f"“{written}” has a full stop behind the unit"
            yield own.finding(context, RULE, message, f"Write “{better}” without it.")
