"""Two entries judge one treatment unlike in the same condition: for and against, or strongly and conditionally.

Bad:
    # content/summaries/other-page.yml recommends against examplin in the same condition.
    recommendations:
      - id: examplin
        intervention: {drug: examplin}
        direction: for
        strength: conditional
        certainty: low
        wording: Consider examplin.

Good:
    # content/summaries/other-page.yml recommends against examplin in the same condition.
    recommendations:
      - id: examplin
        intervention: {drug: examplin}
        direction: against
        strength: conditional
        certainty: low
        wording: Examplin is not suggested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_likeness import population_words
from generator.checks.views.drugs.interventions import intervention_keys
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.library import EditionedEntry
from generator.model.recommendation import Recommendation
from generator.model.text import NOT_STATED

RULE = Rule(
    code="XRF004",
    name="another-recommendation",
    severity=Severity.WARNING,
    summary="Another entry judges the treatment otherwise.",
    why="The site would advise for and against the same treatment, and readers would trust neither page.",
    cure="Settle with the owner of the other entry which holds; where they are for unlike patients, write for whom.",
    basis=("agree-ii-2010",),
)
SCOPE = Scope.LIBRARY

_RATED = ("strong", "conditional")


@dataclass(frozen=True, slots=True)
class _Placed:
    entry: str
    index: int
    recommendation: Recommendation

    @property
    def said(self) -> str:
        """``for, conditional``."""
        return f"{self.recommendation.direction}, {self.recommendation.strength}"


def check(context: CheckContext) -> Iterator[Finding]:
    """Find recommendations on the same treatment, patients, phase and line that contradict that of an earlier entry."""
    first: dict[tuple[str, ...], _Placed] = {}
    for entry in context.library.editioned():
        for key, one in _recommendations(entry) if entry.condition != NOT_STATED else ():
            other = first.setdefault(key, one)
            field = (
                _contradiction(one.recommendation, other.recommendation) if other.entry != one.entry else ""
            )
            if field:
                there: Pointer = ("recommendations", other.index)
                message = (
                    f"“{one.recommendation.id}” on {key[0]} is “{one.said}” here; “{other.recommendation.id}” of "
                    f"“{other.entry}” is “{other.said}” ({context.library.place_of(other.entry, there)})"
                )
                pointer: Pointer = ("recommendations", one.index, field)
                yield context.finding(RULE, one.entry, pointer, message)


def _recommendations(entry: EditionedEntry) -> Iterator[tuple[tuple[str, ...], _Placed]]:
    for index, one in enumerate(entry.recommendations):
        compared = " or ".join(intervention_keys(one.compared_with))
        for treatment in intervention_keys(one.intervention):
            patients = population_words(one.population)
            line = str(one.line) if one.line is not None else ""
            key = (treatment, compared, entry.condition, one.phase, patients, line)
            yield key, _Placed(entry.id, index, one)


def _contradiction(one: Recommendation, other: Recommendation) -> str:
    """The field in which they contradict each other; not rated, and either way, contradict nothing."""
    if {one.direction, other.direction} == {"for", "against"}:
        return "direction"
    is_alike = one.direction == other.direction
    if is_alike and one.strength != other.strength and one.strength in _RATED and other.strength in _RATED:
        return "strength"
    return ""
