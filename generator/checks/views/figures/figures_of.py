"""The estimates of an entry that have an interval: ratios and differences, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.context import CheckContext
from generator.checks.views.figures.interval_arithmetic import PrintedInterval, printed_interval
from generator.diagnostics import Pointer
from generator.model.entries.entry import Entry
from generator.model.figure import Difference, EvidenceFigure, Ratio


@dataclass(frozen=True, slots=True)
class Estimated:
    """A ratio or difference: its place, its kind in words (``hazard ratio``), and its numbers."""

    pointer: Pointer
    name: str
    value: Ratio | Difference
    interval: PrintedInterval

    @property
    def bounds(self) -> str:
        """The interval as an editor reads it: ``0.25 to 0.87``."""
        return " to ".join(self.value.ci95)


def estimates(context: CheckContext, entry: Entry) -> Iterator[Estimated]:
    """Every ratio and difference of the entry that has an interval."""
    for pointer, part in context.parts(entry):
        if isinstance(part, EvidenceFigure):
            estimate = estimate_of(part, pointer)
            if estimate is not None:
                yield estimate


def estimate_of(figure: EvidenceFigure, pointer: Pointer) -> Estimated | None:
    """The figure's ratio or difference with its interval; None where it has none."""
    named = figure.ratio or figure.difference
    interval = printed_interval(figure)
    if named is None or interval is None:
        return None
    kind, value = named
    return Estimated((*pointer, kind), kind.replace("_", " "), value, interval)
