"""The words of an edition read at a higher grade than its audience's file aims at.

The Flesch–Kincaid grade decides; the SMOG grade, which reads about three grades higher, is told beside it. Names of
drugs and conditions count as words of two syllables, numbers as words of one. An edition with fewer than ten whole
sentences is not judged.

Bad:
    # content/audiences/patient.yml
    reading_grade: 8
    # content/summaries/azathioprine.yml
    wording: {patient: Immunosuppressive therapy necessitates regular haematological surveillance.}

Good:
    wording: {patient: This medicine calms the immune system. You will need blood tests.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.graded_sentences import graded_edition
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="AUD001",
    name="reading-grade-over-target",
    severity=Severity.WARNING,
    summary="The words of an edition read at a higher grade than is aimed at.",
    why="Many of those for whom it is written cannot read it.",
    cure="Write shorter sentences and words that people use every day, and explain each medical word once.",
    basis=("kincaid-1975", "mclaughlin-1969", "cdc-clear-communication-2014"),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the editions that are harder than their audience's grade; the grade itself may be used up."""
    for audience in context.library.editions_of(entry):
        edition = graded_edition(context, entry, audience)
        if edition.is_over_target and hasattr(entry, "audiences"):
            grade = edition.grade
            message = (
                f"the words for “{audience.id}” read at grade {grade.flesch_kincaid:.1f} (Flesch–Kincaid; SMOG "
                f"{grade.smog:.1f}) over {grade.sentences} sentences, and grade {audience.reading_grade} is aimed at"
            )
            index = entry.audiences.index(audience.id)
            yield context.finding(RULE, entry.id, ("audiences", index), message)
