"""The order for whoever shows only so many findings."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics.finding import Finding
from generator.diagnostics.identity import identified


def worst_first(findings: Iterable[Finding]) -> list[tuple[Finding, str]]:
    """Findings with their identities, those that are waived last, else the worst first; equal ones as they were."""
    return sorted(identified(findings), key=lambda one: (one[0].waived is not None, one[0].severity.rank))
