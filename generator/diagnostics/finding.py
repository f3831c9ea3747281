"""A finding and the rule that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Pointer = tuple[str | int, ...]
"""A symbolic place inside a document: ``("doses", "azathioprine", "maximum")``."""


def pointer_text(pointer: Pointer) -> str:
    """Write a pointer as an editor reads it: ``doses.azathioprine.maximum`` or ``harms[0].wording``."""
    text = ""
    for step in pointer:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


class Severity(StrEnum):
    """How much a finding weighs. Only an unwaived *error* stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst, so that findings can be sorted worst first."""
        return list(Severity).index(self)


class Gate(StrEnum):
    """What an edition is held to: approved content to ``publish``, all else to ``draft``."""

    DRAFT = "draft"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file of the project, relative and with ``/``; line and column count from 1.

    A line of 0 means that the file as a whole is meant. Columns count code points.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is checked and why.

    ``severity`` holds at the draft gate, ``at_publish`` (the same unless given) at the publish gate.
    ``why`` says what happens to a reader if it stays; ``cure`` how to mend it, in general.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    cure: str
    at_publish: Severity | None = None

    def severity_at(self, gate: Gate) -> Severity:
        """The severity that holds for content at this gate."""
        if gate is Gate.PUBLISH and self.at_publish is not None:
            return self.at_publish
        return self.severity

    def finding(
        self,
        message: str,
        place: Place,
        *,
        entry: str = "",
        pointer: Pointer = (),
        cure: str = "",
        gate: Gate = Gate.DRAFT,
    ) -> Finding:
        """Make a finding of this rule. ``cure`` replaces the general cure where a better one is known."""
        return Finding(
            rule=self,
            severity=self.severity_at(gate),
            message=message,
            place=place,
            entry=entry,
            pointer=pointer,
            cure=cure or self.cure,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (or worth knowing) at one place."""

    rule: Rule
    severity: Severity
    message: str
    place: Place
    entry: str
    pointer: Pointer
    cure: str

    @property
    def code(self) -> str:
        """The code of the rule, such as ``CIT002``."""
        return self.rule.code

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """By place, then code, then words: the order in which an editor works through a file."""
        return (self.place, self.rule.code, self.message)
