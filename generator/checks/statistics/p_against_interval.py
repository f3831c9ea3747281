"""A P value and the 95 % interval beside it contradict each other.

From the interval follows the standard error, and from that the P value. It is a finding where the two are far apart, or
where one says that the difference is significant and the other, by a clear margin, that it is not. An exact test gives
a larger P value than the interval in small studies, often 1.00, so that more is let pass there.
Rounding is allowed for at every number. Adjusted estimates are not looked at.

Bad:
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.47", ci95: ["0.25", "0.87"], p: "0.2"}}

Good:
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.47", ci95: ["0.25", "0.87"], p: "0.02"}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.figures_of import estimates
from generator.checks.views.figures.interval_arithmetic import PRange, p_as_printed, p_from_interval
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="STA006",
    name="p-against-interval",
    severity=Severity.WARNING,
    summary="A P value and the interval beside it contradict each other.",
    why="One of them says that the effect may be chance, and a reader cannot know which to believe.",
    cure="Look both up in the source; write adjusted: yes if the estimate is adjusted for other factors.",
    basis=("nuijten-2016-statcheck", "altman-2011-p"),
    judges=True,
)
SCOPE = Scope.ENTRY
_LEVEL = 0.05
_SMALLER = (0.15, 0.05)
_LARGER = (0.6, 0.08)
"""How far a printed P value may lie below or above that of the interval; the second where they cross the level.

Another test than that of the interval (log-rank, exact) gives another P value, though seldom so far off.
"""
_SMALL = 0.01


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every P value that the interval does not allow."""
    for one in estimates(context, entry):
        told, follows = p_as_printed(one.value), p_from_interval(one.interval)
        if told is None or follows is None or one.value.adjusted or not one.interval.holds_estimate:
            continue
        if _contradict(told, follows):
            message = (
                f"the {one.name} {one.value.value} ({one.bounds}) makes P about {_said(follows)}, "
                f"and {_printed(one.value.p)} is given"
            )
            yield context.finding(RULE, entry.id, (*one.pointer, "p"), message)


def _contradict(told: PRange, follows: PRange) -> bool:
    apart, is_smaller = told.distance(follows), told.high < follows.low
    flips = (told.high <= _LEVEL < follows.low) or (follows.high < _LEVEL <= told.low)
    far, clearly = _SMALLER if is_smaller else _LARGER
    return apart > far or (flips and apart > clearly)


def _said(follows: PRange) -> str:
    middle = (follows.low + follows.high) / 2
    return f"{middle:.2f}" if middle >= _SMALL else f"{middle:.1g}" if middle >= 1e-4 else "0.0001 or less"


def _printed(p: str | None) -> str:
    return f"P {p[0]} {p[1:]}" if p and p[0] in "<>" else f"P = {p}"
