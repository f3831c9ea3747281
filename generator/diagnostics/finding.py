"""A finding and the rule that it stands on."""

from __future__ import annotations

import re
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


def anchor_text(pointer: Pointer) -> str:
    """A pointer with ``[]`` for each place in a list, so that it stays when something is added above."""
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in pointer).removeprefix(".")


def pointer_from(text: str) -> Pointer:
    """The pointer that `pointer_text` writes in this way."""
    return tuple(int(index) if index else key for key, index in _STEP.findall(text))


_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_ITEM = re.compile(r"\[([^\[\]]*)\]")


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
    ``basis`` are keys of the bibliography of rules: the works that ask for it. A rule that ``judges`` weighs words, and
    may be wrong; one that does not states what follows from the data.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    cure: str
    at_publish: Severity | None = None
    basis: tuple[str, ...] = ()
    judges: bool = False

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
        anchor: str = "",
        fix: Fix | None = None,
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
            anchor=anchor or anchor_text(pointer),
            fix=fix,
        )


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that is certainly right: in the text at the finding's pointer, ``before`` becomes ``after``.

    Every occurrence is meant that adjoins neither a letter nor a digit.
    """

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Waived:
    """Why a finding is let stand, who answers for it, and the last day on which that holds (``2027-01-31``)."""

    reason: str
    owner: str
    until: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (or worth knowing) at one place.

    ``anchor`` is the pointer in a form that does not change when something is added above it: items of a list are
    named by their ids, and those without one by ``[]``.
    """

    rule: Rule
    severity: Severity
    message: str
    place: Place
    entry: str
    pointer: Pointer
    cure: str
    anchor: str = ""
    fix: Fix | None = None
    waived: Waived | None = None

    @property
    def stops(self) -> bool:
        """Whether it stops a build: an error that nobody has waived."""
        return self.severity is Severity.ERROR and self.waived is None

    @property
    def symbolic_place(self) -> str:
        """Where in its entry it is, as an editor reads it: items by their ids, those without one by numbers."""
        numbers = [step for step in self.pointer if isinstance(step, int)]
        if not self.anchor or len(numbers) != len(_ITEM.findall(self.anchor)):
            return pointer_text(self.pointer)
        left = iter(numbers)

        def named(item: re.Match[str]) -> str:
            number = next(left)
            return f"[{item[1] or number}]"

        return _ITEM.sub(named, self.anchor)

    @property
    def code(self) -> str:
        """The code of the rule, such as ``CIT002``."""
        return self.rule.code

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """By place, then code, then words: the order in which an editor works through a file."""
        return (self.place, self.rule.code, self.message)
