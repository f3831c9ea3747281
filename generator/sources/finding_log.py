"""Collecting the findings of one file, within bounds."""

from __future__ import annotations

from generator.diagnostics import Finding, Place, Pointer, Rule
from generator.sources.source_rules import TOO_MANY_FINDINGS

SHOWN_OF_EACH_RULE = 20
READ_UNTIL = 1000


class TooManyFindings(Exception):
    """A file has so many mistakes that reading it further helps nobody."""


class FindingLog:
    """The findings of one file: at most 20 of each rule are kept, and reading stops at 1,000.

    A hostile file can thus cost neither the time nor the memory of a million findings.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._findings: list[Finding] = []
        self._counts: dict[Rule, int] = {}
        self._last: dict[Rule, Place] = {}
        self._total = 0

    def add(
        self, rule: Rule, message: str, line: int, column: int, *, pointer: Pointer = (), cure: str = ""
    ) -> None:
        """Note a finding at a line and column (from 1; 0 for the whole file).

        Raises TooManyFindings at the thousandth.
        """
        self._total += 1
        if self._total > READ_UNTIL:
            raise TooManyFindings
        count = self._counts.get(rule, 0) + 1
        self._counts[rule] = count
        place = Place(self.file, line, column)
        if count <= SHOWN_OF_EACH_RULE:
            self._findings.append(rule.finding(message, place, pointer=pointer, cure=cure))
        elif count == SHOWN_OF_EACH_RULE + 1:
            self._last[rule] = place

    def stopped(self) -> None:
        """Note that reading stopped because of the number of findings."""
        message = f"reading stopped after {READ_UNTIL} findings"
        self._findings.append(TOO_MANY_FINDINGS.finding(message, Place(self.file)))

    def findings(self) -> tuple[Finding, ...]:
        """All that was kept, in the order of the file; where some were left out, one line says how many."""
        kept = list(self._findings)
        for rule, place in self._last.items():
            more = self._counts[rule] - SHOWN_OF_EACH_RULE
            kept.append(rule.finding(f"{more} more of the same from here on", place))
        return tuple(sorted(kept, key=lambda finding: finding.sort_key))
