"""A step of the algorithm is reached by no branch and by no order.

Bad:
    algorithm:
      - id: look-again
        wording: Look at the response.
        next:
          - {if: it is good, go: stay}
          - {if: it is poor, go: change}
      - {id: add-examplin, wording: Add examplin.}
      - {id: stay, wording: Stay with the treatment.}
      - {id: change, wording: Change the treatment.}

Good:
    algorithm:
      - id: look-again
        wording: Look at the response.
        next:
          - {if: it is good, go: stay}
          - {if: it is partial, go: add-examplin}
          - {if: it is poor, go: change}
      - {id: add-examplin, wording: Add examplin.}
      - {id: stay, wording: Stay with the treatment.}
      - {id: change, wording: Change the treatment.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.step_ways import StepWays
from generator.diagnostics import Finding, Rule, Severity
from generator.model.algorithm import Step
from generator.model.entries.entry import Entry

RULE = Rule(
    code="ALG005",
    name="unreachable-step",
    severity=Severity.WARNING,
    summary="A step of the algorithm is reached by no branch and by no order.",
    why="Whoever follows the algorithm never comes to the step, and never gives what it says.",
    cure="Add the branch that leads to it, or delete the step.",
    basis=("smdm-clinical-algorithms-1992",),
    judges=True,
)
SCOPE = Scope.ENTRY

_OF_ITSELF = re.compile(
    r"\s*(?:otherwise|else|if|in (?:all|any)|for all|at any|at every|whenever|throughout|always|meanwhile)\b",
    re.I,
)
"""Words with which a step says itself when it is done, so that no branch need lead to it."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the first step of each part of the algorithm that cannot be reached from its beginning."""
    ways = StepWays(getattr(entry, "algorithm", ()))
    reached = ways.reached({0}) if ways.steps else frozenset()
    for number, (pointer, step) in enumerate(ways.steps):
        if number in reached or ways.parent(number) not in {None, *reached}:
            continue
        reached |= ways.reached({number})
        if not _says_when(step):
            message = (
                f"no branch leads to the step “{step.id}”, and the step before it is left by branches only"
            )
            yield context.finding(RULE, entry.id, pointer, message)


def _says_when(step: Step) -> bool:
    return any(_OF_ITSELF.match(text) for text in step.wording.by_audience.values())
