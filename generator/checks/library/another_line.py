"""Two entries give one treatment unlike lines in the same condition and phase.

Bad:
    # content/summaries/other-page.yml has infliximab at line 2 for the same condition.
    options:
      - {id: infliximab, title: Infliximab, intervention: {drug: infliximab}, line: 3}

Good:
    # content/summaries/other-page.yml has infliximab at line 2 for the same condition.
    options:
      - {id: infliximab, title: Infliximab, intervention: {drug: infliximab}, line: 2}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_likeness import population_words
from generator.checks.views.drugs.interventions import intervention_keys
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.entries.summary import Summary
from generator.model.text import NOT_STATED

RULE = Rule(
    code="XRF003",
    name="another-line",
    severity=Severity.WARNING,
    summary="Another entry gives the treatment another line.",
    why="One page would have it tried before, the other after, another treatment.",
    cure="Correct the line that is wrong; where they are for unlike patients, write for whom, or the phase.",
    basis=("agree-ii-2010",),
)
SCOPE = Scope.LIBRARY


@dataclass(slots=True)
class _Lines:
    """The lines that an entry gives one treatment, and where it does so first."""

    entry: str
    pointer: Pointer
    numbers: set[int] = field(default_factory=set)


_Key = tuple[str, str, str, str]
"""Treatment, condition, phase, population."""


def check(context: CheckContext) -> Iterator[Finding]:
    """Find treatments whose lines in one entry and in an earlier one have none in common."""
    for (treatment, *_), entries in _all_lines(context).items():
        first, *later = entries.values()
        for one in later:
            if one.numbers.isdisjoint(first.numbers):
                place = context.library.place_of(first.entry, first.pointer)
                message = (
                    f"{treatment} stands at line {_said(one)} here, and at line {_said(first)} "
                    f"in “{first.entry}” ({place})"
                )
                yield context.finding(RULE, one.entry, one.pointer, message)


def _said(lines: _Lines) -> str:
    return " and ".join(map(str, sorted(lines.numbers)))


def _all_lines(context: CheckContext) -> dict[_Key, dict[str, _Lines]]:
    found: dict[_Key, dict[str, _Lines]] = {}
    for entry in context.library.summaries.values():
        for key, line, pointer in _lines_of(entry) if entry.condition != NOT_STATED else ():
            lines = found.setdefault(key, {}).setdefault(entry.id, _Lines(entry.id, pointer))
            lines.numbers.add(line)
    return found


def _lines_of(entry: Summary) -> Iterator[tuple[_Key, int, Pointer]]:
    """The lines of options, and of recommendations. An option is for whom its recommendation is."""
    populations = {one.id: population_words(one.population) for one in entry.recommendations}
    for index, option in enumerate(entry.options):
        if isinstance(option.line, int):
            population = populations.get(option.recommendation or "", "")
            if option.conditions is not None:
                population += f" if {population_words(option.conditions)}"
            for treatment in intervention_keys(option.intervention):
                key = treatment, entry.condition, option.phase, population
                yield key, option.line, ("options", index, "line")
    for index, one in enumerate(entry.recommendations):
        if one.line is not None and one.direction != "against":
            for treatment in intervention_keys(one.intervention):
                key = treatment, entry.condition, one.phase, populations[one.id]
                yield key, one.line, ("recommendations", index, "line")
