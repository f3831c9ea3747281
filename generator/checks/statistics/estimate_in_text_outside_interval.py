"""A text prints an estimate with an interval that does not hold it.

Only an estimate right before its 95 % interval is looked at. Rounding is allowed for.

Bad:
    wording: The hazard ratio was 0.97 (95% CI, 0.25 to 0.87).

Good:
    wording: The hazard ratio was 0.47 (95% CI, 0.25 to 0.87).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.interval_arithmetic import PrintedInterval
from generator.checks.views.figures.printed_number import printed
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="STA010",
    name="estimate-in-text-outside-interval",
    severity=Severity.WARNING,
    summary="A text gives an estimate that lies outside its own 95 % interval.",
    why="One of the three numbers is wrong, and with it what readers take the effect to be.",
    cure="Correct it, or write the figure under evidence: and quote it by {stat:id}.",
    basis=("nuijten-2016-statcheck",),
    judges=True,
)
SCOPE = Scope.ENTRY

_NUMBER = r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,9})?(?:[.·]\d{1,9}|(?<=\d))"
_UNIT = r"(?:\s?%|-fold|\s(?:points|days|weeks|months|years|percentage points))?"
_INTERVAL = re.compile(
    rf"(?<![\d.,·–−-])(?P<estimate>{_NUMBER}){_UNIT}[,;]?\s?[(\[]?"
    r"95\s?%\s?(?:CI|confidence interval|confidence limits|interval)\s?[:,=]?\s?[(\[]?"
    rf"(?P<low>{_NUMBER})\s?%?\s?(?:to|[-–−,;])\s?(?P<high>{_NUMBER})(?![\d.·])"
)
_ANOTHER_NUMBER = re.compile(r"(?:\b[pPnN]\s?(?:value\s)?(?:[=<>≤≥]|is|was|of)\s?|\b[Ii]n |[<>≤≥]\s?)\Z")
"""What stands before a number that is no estimate: a P value, a count, a year."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every estimate that the interval behind it does not hold."""
    for pointer, _, text in context.wordings(entry):
        if "95" not in text:
            continue
        plain = plain_words(text)
        for found in _INTERVAL.finditer(plain):
            if not _ANOTHER_NUMBER.search(plain, 0, found.start()) and not _holds(found):
                message = f"“{found[0]}”: {found['estimate']} does not lie between {found['low']} and {found['high']}"
                yield context.finding(RULE, entry.id, pointer, message)


def _holds(found: re.Match[str]) -> bool:
    """Whether the estimate can lie inside; bounds that do not rise are not read as an interval."""
    estimate, low, high = (printed(_plain(found[name])) for name in ("estimate", "low", "high"))
    interval = PrintedInterval(estimate, low, high, is_ratio=True)
    return low.value > high.value or interval.holds_estimate


def _plain(number: str) -> str:
    return number.replace("−", "-").replace("·", ".").replace(",", "")
