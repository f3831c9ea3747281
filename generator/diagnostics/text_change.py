"""A change of a source file that mends a finding, by lines and columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.diagnostics.finding import Finding


@dataclass(frozen=True, slots=True)
class TextChange:
    """``new`` takes the place of what stands from the start up to, not including, the end.

    Lines and columns count from 1, columns in code points.
    """

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    new: str


Changes = Callable[[Finding], tuple[TextChange, ...]]
"""The changes that mend a finding in its own file; none where that is not known. Never raises."""


def no_changes(finding: Finding) -> tuple[TextChange, ...]:
    """No change for any finding."""
    return ()
