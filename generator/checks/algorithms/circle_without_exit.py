"""Steps of the algorithm lead round in a circle that no branch leaves.

Bad:
    algorithm:
      - id: raise-dose
        wording: Raise the dose.
        next:
          - {if: the response is poor, go: raise-dose}
          - {if: otherwise, go: look-again}
      - id: look-again
        wording: Look again after a month.
        next:
          - {if: the response is poor, go: raise-dose}
          - {if: otherwise, go: look-again}

Good:
    algorithm:
      - id: raise-dose
        wording: Raise the dose.
        next:
          - {if: the response is poor, go: change}
          - {if: otherwise, go: look-again}
      - id: look-again
        wording: Look again after a month.
        next:
          - {if: the response is poor, go: raise-dose}
      - {id: change, wording: Change the treatment.}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.drugs.step_ways import StepWays
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry

RULE = Rule(
    code="ALG006",
    name="circle-without-exit",
    severity=Severity.WARNING,
    summary="Steps of the algorithm lead round in a circle that no branch leaves.",
    why="Whoever follows the algorithm goes on treating, and never learns when to stop or to change.",
    cure="Say under next: of one of these steps when the circle is left, and where to go then.",
    basis=("smdm-clinical-algorithms-1992",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find the first step from which every way leads back and none out."""
    ways = StepWays(getattr(entry, "algorithm", ()))
    reached = ways.reached({0}) if ways.steps else frozenset()
    caught = reached - ways.leading_to_end()
    circle = [number for number in sorted(caught) if number in ways.reached(ways.after[number])]
    if circle:
        pointer, _ = ways.steps[circle[0]]
        names = ", ".join(f"“{ways.steps[number][1].id}”" for number in circle)
        message = (
            f"no way leads out of {names}" if len(circle) > 1 else f"every branch of {names} leads back to it"
        )
        yield context.finding(RULE, entry.id, pointer, message)
