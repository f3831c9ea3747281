"""An outcome is called significant, or not, against the figure that it names.

An interval that excludes "no difference" goes with a significant result, one that includes it does not; so does the P
value, at 0.05. Where rounding leaves it open, or the result tells of several outcomes, another level or another kind of
test, nothing is said.

Bad:
    studies:
      roe-2020: {title: Trial of Roe, design: rct, primary: {outcome: Relapse, significant: no, stat: relapse}}
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.47", ci95: ["0.25", "0.87"]}}

Good:
    studies:
      roe-2020: {title: Trial of Roe, design: rct, primary: {outcome: Relapse, significant: yes, stat: relapse}}
    evidence:
      relapse: {outcome: Relapse, hazard_ratio: {value: "0.47", ci95: ["0.25", "0.87"]}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.figures.figures_of import Estimated, estimate_of
from generator.checks.views.figures.interval_arithmetic import p_as_printed
from generator.checks.walk import own_wordings
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.evidence import Outcome
from generator.model.figure import EvidenceFigure

RULE = Rule(
    code="STA007",
    name="significance-against-figure",
    severity=Severity.WARNING,
    summary="An outcome is called significant, or not, against its own figure.",
    why="Readers are told that a treatment made a difference where the numbers say that it may be chance.",
    cure="Look it up: correct significant: or the figure; where several outcomes were tested, say so in result:.",
    basis=("consort-2010", "altman-2011-p"),
    judges=True,
)
SCOPE = Scope.ENTRY
_LEVEL = 0.05
_EXPLAINED = re.compile(
    r"several (?:outcomes|tests|comparisons)|multipl|correct(?:ed|ion)|hierarch|adjusted|one-sided|level of|interim",
    re.IGNORECASE,
)
"""Words of a result that say why its figure alone does not decide."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every outcome whose figure says the contrary."""
    figures = getattr(entry, "evidence", {})
    for pointer, part in context.parts(entry):
        figure = figures.get(part.stat) if isinstance(part, Outcome) and part.stat else None
        if (
            isinstance(part, Outcome)
            and isinstance(figure, EvidenceFigure)
            and isinstance(part.significant, bool)
        ):
            sign = _sign(figure)
            if sign is not None and sign[0] is not part.significant and not _is_explained(part):
                called = "significant" if part.significant else "not significant"
                message = f"the outcome is called {called}, and {sign[1]}"
                yield context.finding(RULE, entry.id, (*pointer, "significant"), message)


def _is_explained(outcome: Outcome) -> bool:
    return any(_EXPLAINED.search(text) for _, _, text in own_wordings(outcome))


def _sign(figure: EvidenceFigure) -> tuple[bool, str] | None:
    """Whether the figure shows a significant difference, and by what; None where it does not say, or says both."""
    estimate = estimate_of(figure, ())
    signs = [sign for sign in (estimate and _of_interval(estimate), _of_p(figure)) if sign]
    return signs[0] if len({is_significant for is_significant, _ in signs}) == 1 else None


def _of_interval(one: Estimated) -> tuple[bool, str] | None:
    excludes = one.interval.excludes_null
    if excludes is None or not one.interval.holds_estimate:
        return None
    verb = "leaves out" if excludes else "holds"
    return (
        excludes,
        f"the interval of its figure ({one.bounds}) {verb} {one.interval.null}, which is no difference",
    )


def _of_p(figure: EvidenceFigure) -> tuple[bool, str] | None:
    named = figure.ratio or figure.difference
    told = p_as_printed(named[1]) if named else None
    if named is None or told is None or told.low <= _LEVEL < told.high:
        return None
    return told.high <= _LEVEL, f"the P value of its figure is {named[1].p}"
