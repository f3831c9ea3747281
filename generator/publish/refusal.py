"""Why nothing was published."""

from __future__ import annotations

import errno
from pathlib import Path

from generator.diagnostics import Finding, Place, Rule
from generator.publish import rules

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_EXCHANGEABLE = {errno.EBUSY, errno.EXDEV}


class PublishRefused(Exception):
    """Nothing was published, and what was published before stands as it was. ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.code} {finding.place}: {finding.message}")
        self.finding = finding

    @classmethod
    def by(cls, rule: Rule, output: Path, message: str) -> PublishRefused:
        """Refuse by a rule; the place is the output folder as the caller named it."""
        return cls(rule.finding(message, Place(output.as_posix())))

    @classmethod
    def from_error(cls, error: OSError, output: Path) -> PublishRefused:
        """Put the answer of the operating system into words that name the folder."""
        if error.errno in _FULL:
            return cls.by(
                rules.OUTPUT_FULL, output, f"No room left to write {output} (beside it, in {output.parent})."
            )
        reason = error.strerror or type(error).__name__
        if error.errno in _NOT_EXCHANGEABLE:
            return cls.by(rules.OUTPUT_IS_MOUNT, output, f"{output} cannot be exchanged: {reason}.")
        return cls.by(rules.OUTPUT_NOT_WRITABLE, output, f"{output} cannot be written: {reason}.")
