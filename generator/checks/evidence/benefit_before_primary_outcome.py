"""A benefit is told before, or without, a primary outcome that was not significant.

A trial is planned to answer one question. Where that answer is no, a better secondary outcome is a hint and not the
result. The finding of the study is read, and every statement and recommendation that cites the study alone.

Bad:
    studies:
      roe-2020:
        title: Trial of Roe
        design: rct
        primary: {outcome: Time to walking, significant: no}
        finding: Pain improved under examplin, although the primary outcome was negative.

Good:
    studies:
      roe-2020:
        title: Trial of Roe
        design: rct
        primary: {outcome: Time to walking, significant: no}
        finding: The primary outcome did not differ between the groups; pain improved under examplin.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.claims.told_outcomes import benefit_told_first
from generator.checks.walk import WordedText, own_wordings
from generator.diagnostics import Finding, Rule, Severity
from generator.model.citation import cited_works
from generator.model.entries.entry import Entry
from generator.model.evidence import Study
from generator.model.recommendation import Recommendation
from generator.model.statement import Statement

RULE = Rule(
    code="EVD011",
    name="benefit-before-primary-outcome",
    severity=Severity.WARNING,
    summary="A benefit is told before, or without, a primary outcome that was not significant.",
    why="Readers take a side result for the result of the trial.",
    cure="Tell first that the primary outcome did not differ, then what else was seen.",
    basis=("boutron-2010", "consort-2010"),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every text on such a trial that begins with the benefit."""
    studies: dict[str, Study] = getattr(entry, "studies", {})
    for study_id, study in studies.items():
        if study.primary is None or study.primary.significant is not False:
            continue
        for pointer, _, text in _texts_on(context, entry, study_id, study):
            told = benefit_told_first(context, text)
            if told:
                message = f"“{told}” is told ahead of the primary outcome of “{study_id}”, which was not significant"
                yield context.finding(RULE, entry.id, pointer, message)


def _texts_on(context: CheckContext, entry: Entry, study_id: str, study: Study) -> Iterator[WordedText]:
    for one in own_wordings(study, ("studies", study_id)):
        if "finding" in one[0]:
            yield one
    works = frozenset(cited_works(study.cites))
    for above, part in context.parts(entry):
        cites = cited_works(part.cites) if isinstance(part, (Statement, Recommendation)) else ()
        if cites and works.issuperset(cites):
            yield from (one for one in own_wordings(part, above) if one[0][len(above)] == "wording")
