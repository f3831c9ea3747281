"""A waiver holds longer than an entry may go without review.

Bad:
    # It is 21 November 2026, and every entry is reviewed every 12 months.
    waivers:
      - {rule: DOS002, entry: x, reason: The source is being asked., owner: jane-doe, until: 2099-12-31}

Good:
    waivers:
      - {rule: DOS002, entry: x, reason: The source is being asked., owner: jane-doe, until: 2027-01-31}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.waiving import WAIVERS
from generator.diagnostics import Finding, Rule, Severity
from generator.model.quantity import Quantity

RULE = Rule(
    code="WAI007",
    name="long-waiver",
    severity=Severity.WARNING,
    summary="A waiver holds longer than an entry may go without review.",
    why="It outlives the review at which somebody should have judged it anew.",
    cure="Write a last day before the next review.",
)
SCOPE = Scope.FINDINGS

_SECONDS_OF_A_DAY = 86_400


def check(context: CheckContext, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find waivers that end later than the policy's time between reviews from today."""
    interval = context.library.policy.review_every
    for number, waiver in enumerate(context.library.waivers):
        if _is_later(waiver.until, context.today, interval):
            message = (
                f"the waiver holds until {waiver.until.isoformat()}; "
                f"entries are reviewed every {interval.written}"
            )
            yield context.finding(RULE, WAIVERS, (WAIVERS, number, "until"), message)


def _is_later(day: date, today: date, interval: Quantity) -> bool:
    """Whether a day is further away than the interval. Calendar months are counted as such."""
    size = interval.exact[1]
    if interval.unit.dimension == (("month", 1),):
        months = (day.year - today.year) * 12 + day.month - today.month
        return (months, day.day) > (size, today.day)
    return Fraction((day - today).days) > size / _SECONDS_OF_A_DAY
