"""Patients are told a statistic that needs training to be understood: a ratio, a P value, a confidence interval.

Bad:
    wording: {patient: The hazard ratio of a relapse was 0.47 (p = 0.02).}

Good:
    wording: {patient: Relapses were about half as common.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.works.lay_editions import lay_texts
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.evidence import EvidenceFigure
from generator.model.quotes import text_quotes

RULE = Rule(
    code="AUD005",
    name="statistics-for-patients",
    severity=Severity.WARNING,
    summary="Patients are told a statistic that needs training to be understood.",
    why="A ratio or a P value says nothing to most readers, or frightens them without need.",
    cure="Say how many people of how many, with and without the treatment, or say in words that it was more or less.",
    basis=("pemat-2014", "cochrane-plain-language-2021"),
    judges=True,
)
SCOPE = Scope.ENTRY

_TERM = re.compile(
    r"\b(?:(?:odds|hazard|risk|rate|likelihood) ratios?|relative risk(?: reduction)?|confidence intervals?|"
    r"credible intervals?|p[- ]values?|statistical(?:ly)? significan(?:t|ce)|numbers? needed to (?:treat|harm)|"
    r"standard deviations?|interquartile range|standardi[sz]ed mean difference|effect size)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?<![\w.-])(?:[Pp] ?[<>=≤≥] ?0?\.\d+|(?:OR|HR|RR|NNT|NNH|CI) ?[=:]? ?\d+(?:\.\d+)?|95% CI\b)"
)


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find terms of statistics, and quotes of figures that are ratios, in the words of lay editions."""
    for _, told in lay_texts(context, entry):
        found = _TERM.search(told.words) or _SIGN.search(told.words)
        if found:
            message = f"“{found[0]}” is told to patients"
            yield context.finding(RULE, entry.id, told.pointer, message)
        for quote in text_quotes(told.source, told.pointer):
            kind = _ratio(context, entry, quote.target) if quote.kind == "stat" else ""
            if kind:
                message = f"the figure “{quote.target}” is a {kind}, and is quoted to patients"
                yield context.finding(RULE, entry.id, told.pointer, message)


def _ratio(context: CheckContext, entry: Entry, target: str) -> str:
    """The kind of ratio or difference that a figure is, in words; nothing for counts and single numbers."""
    owner, _, figure_id = target.rpartition("#")
    holder = context.library.entry(owner) if owner else entry
    figure = getattr(holder, "evidence", {}).get(figure_id)
    if not isinstance(figure, EvidenceFigure):
        return ""
    found = figure.ratio or (figure.difference if figure.standardised_mean_difference else None)
    return found[0].replace("_", " ") if found else ""
