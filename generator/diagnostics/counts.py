"""How many findings there are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.diagnostics.finding import Finding, Severity


def counts(findings: Iterable[Finding]) -> str:
    """``2 errors, 14 warnings, 1 waived``; ``no findings`` where there are none. What is waived counts apart."""
    found = Counter("waived" if finding.waived else finding.severity.value for finding in findings)
    said = [f"{found[one]} {one.value}{'s' if found[one] != 1 else ''}" for one in Severity if found[one]]
    said += [f"{found['waived']} waived"] if found["waived"] else []
    return ", ".join(said) or "no findings"
