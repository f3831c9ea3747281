"""A step of the algorithm asks or sets a condition, and no answer leads on.

Bad:
    algorithm:
      - {id: respond, wording: Has the patient responded?}
      - {id: change, wording: Change the treatment.}

Good:
    algorithm:
      - id: respond
        wording: Has the patient responded?
        next: [{if: not after four weeks, go: change}]
      - {id: change, wording: Change the treatment.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.plain_words import plain_words
from generator.diagnostics import Finding, Rule, Severity
from generator.model.algorithm import Step, walk_steps
from generator.model.entries.entry import Entry

RULE = Rule(
    code="ALG004",
    name="dead-end",
    severity=Severity.WARNING,
    summary="A step of the algorithm asks or sets a condition, and nothing follows from it.",
    why="The reader stands at a question and is not told what to do on either answer.",
    cure="Write the answers under next:, or what is done then under steps:.",
    basis=("smdm-clinical-algorithms-1992",),
    judges=True,
)
SCOPE = Scope.ENTRY

_CONDITION = re.compile(r"(?:if|in case of|in the case of)\b[^,;:–—.?]*[.:]?\Z", re.I)
_DONE = re.compile(
    r"\b(?:give|start|begin|stop|add|consider|repeat|refer|taper|switch|go|see|use|try|increase|raise|reduce|lower|"
    r"continue|check|measure|order|treat|ask|seek|discuss|evaluate|reassess|assess|offer|change|monitor|wait|watch|"
    r"call|test|examine|choose|move|escalate|return|admit|do|take|plan|keep|return|exclude|rule|confirm)\b",
    re.I,
)
_MOST_WORDS = 12


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find questions and conditions without a way on, and a choice among nothing."""
    for pointer, step in walk_steps(getattr(entry, "algorithm", ())):
        if step.steps or step.next:
            continue
        if step.choose is not None:
            message = f"the step “{step.id}” lets the reader choose, and has no sub-steps to choose from"
            yield context.finding(RULE, entry.id, (*pointer, "choose"), message)
        elif all(plain_words(text).endswith("?") for text in step.wording.by_audience.values()):
            yield context.finding(
                RULE, entry.id, (*pointer, "wording"), f"the step “{step.id}” asks, and no answer leads on"
            )
        elif not step.option and not step.doses and _is_condition(step):
            message = f"the step “{step.id}” sets a condition, and does not say what is done then"
            yield context.finding(RULE, entry.id, (*pointer, "wording"), message)


def _is_condition(step: Step) -> bool:
    return all(_is_bare(plain_words(text)) for text in step.wording.by_audience.values())


def _is_bare(text: str) -> bool:
    """Whether a text is a condition without its consequence, or announces what does not come."""
    if text.endswith(":"):
        return True
    is_short = len(text.split()) <= _MOST_WORDS
    return is_short and _CONDITION.match(text) is not None and not _DONE.search(text)
