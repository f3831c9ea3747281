"""What of a FHIR Dosage cannot become a dose of ours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that cannot be taken over. ``path`` is that of the element: ``Dosage[0].timing.repeat.when[1]``."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class DosageError(ValueError):
    """A Dosage that cannot be taken over. ``problems`` says all that stands in the way, in the order of the file."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(map(str, self.problems)))
