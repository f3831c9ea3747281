"""A drug is judged, or may be stopped, before the first response can show.

Bad:
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 1 g, minimum_duration: 3 to 4 wk, response: 4 to 6 wk}

Good:
    doses:
      examplin: {drug: examplin, purpose: recommended, amount: 1 g, minimum_duration: 6 wk, response: 4 to 6 wk}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.spans import earlier, spans_without_response
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.algorithm import Step, walk_steps
from generator.model.dose import Dose
from generator.model.entries.entry import Entry
from generator.model.entries.summary import Summary
from generator.model.quantity import Quantity
from generator.model.text import Wording

RULE = Rule(
    code="DOS010",
    name="trial-shorter-than-response",
    severity=Severity.WARNING,
    summary="A trial of a drug ends before its first response is to be expected.",
    why="A drug that would have helped is given up as a failure, and the next one, often riskier, is begun.",
    cure="Correct the length of the trial or the time of the response; if the source leaves it so, say that.",
    basis=("fda-dosage-and-administration-2023",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find trials of doses, and branches of the algorithm, that end too early for a response."""
    doses = getattr(entry, "doses", {})
    for dose_id, dose in doses.items():
        trial, response = dose.minimum_duration, dose.response
        if trial is not None and isinstance(response, Quantity) and earlier(trial, response):
            message = (
                f"the trial of “{dose_id}” may end after {trial.written}, "
                f"and a response shows in {response.written}"
            )
            yield context.finding(RULE, entry.id, ("doses", dose_id, "minimum_duration"), message)
    if isinstance(entry, Summary):
        for pointer, step in walk_steps(entry.algorithm):
            yield from _of_step(context, entry, pointer, step)


def _of_step(context: CheckContext, entry: Summary, pointer: Pointer, step: Step) -> Iterator[Finding]:
    """Where the step goes on "if there is no response in …", before any of its doses can have worked."""
    slow = _slow(entry, step)
    if not slow:
        return
    for place, wording in _judgements(pointer, step):
        for audience, text in wording.by_audience.items():
            for span in spans_without_response(text):
                late = [(name, response) for name, response in slow if earlier(span, response)]
                if late and len(late) == len(slow):
                    name, response = late[0]
                    where = place if wording.is_plain else (*place, audience)
                    message = (
                        f"“{name}” is judged after {span.written}, and a response shows in {response.written}"
                    )
                    yield context.finding(RULE, entry.id, where, message)


def _slow(entry: Summary, step: Step) -> list[tuple[str, Quantity]]:
    """The doses that the step gives, each with the time of its first response."""
    options = {option.id: option for option in entry.options}
    option = options.get(step.option or "")
    names = dict.fromkeys((*step.doses, *(option.doses if option is not None else ())))
    given: list[tuple[str, Dose]] = [(name, entry.doses[name]) for name in names if name in entry.doses]
    return [(name, dose.response) for name, dose in given if isinstance(dose.response, Quantity)]


def _judgements(pointer: Pointer, step: Step) -> Iterator[tuple[Pointer, Wording]]:
    for index, branch in enumerate(step.next):
        yield (*pointer, "next", index, "if"), branch.condition
    for index, below in enumerate(step.steps):
        if below.option is None and not below.doses:
            yield (*pointer, "steps", index, "wording"), below.wording
