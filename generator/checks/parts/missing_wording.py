"""The title, or the wording of the main answer, is missing for an audience that the entry is written for.

Bad:
    question: Does azathioprine help?
    audiences: [clinician, patient]

Good:
    question: {clinician: Does azathioprine help?, patient: Can azathioprine help you?}
    audiences: [clinician, patient]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.entries.medication import Medication
from generator.model.entries.summary import Summary
from generator.model.text import Wording

RULE = Rule(
    code="PRT001",
    name="missing-wording",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A text that each edition needs is missing for an audience.",
    why="Nothing is borrowed from another edition, so this one would have no title or no answer.",
    cure="Write the text for this audience, or take the audience out of audiences:.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the needed texts that an audience lacks. Unknown audiences are another rule's."""
    if not isinstance(entry, (Summary, Medication)):
        return
    for audience in dict.fromkeys(entry.audiences):
        for pointer, what, wording in _needed(entry):
            if audience in context.library.audiences and wording.for_audience(audience) is None:
                yield context.finding(RULE, entry.id, pointer, f"{what} has no wording for “{audience}”")


def _needed(entry: Summary | Medication) -> Iterator[tuple[Pointer, str, Wording]]:
    if isinstance(entry, Summary):
        yield ("question",), "the question", entry.question
    else:
        yield ("title",), "the title", entry.title
    for index, recommendation in enumerate(entry.recommendations):
        if recommendation.bottom_line:
            what = f"the main answer “{recommendation.id}”"
            yield ("recommendations", index, "wording"), what, recommendation.wording
