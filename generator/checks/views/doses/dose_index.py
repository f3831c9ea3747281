"""The doses of the library by what they are for: the same use, whatever the entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.checks.views.doses.dose_likeness import Use, normal, use_of
from generator.checks.views.doses.dose_profile import DoseProfile, profile_of
from generator.model.dose import Dose
from generator.model.library import EditionedEntry, Library
from generator.model.text import NOT_STATED

_ADVICE = ("recommended", "usual")
"""What a trial gave, and what patients had before, differs from one study to the next."""


class IndexedDose(NamedTuple):
    """A dose, where it stands, and what it comes to."""

    entry: str
    dose_id: str
    dose: Dose
    profile: DoseProfile

    @property
    def named(self) -> tuple[str, Dose]:
        """The dose with its id."""
        return self.dose_id, self.dose


def doses_of_one_use(library: Library) -> Iterator[list[IndexedDose]]:
    """The doses that are advised or usual, in groups of the same use; a dose without a like one is left out.

    The indication is the entry's condition, or the dose's own.
    """
    conditions = condition_names(library)
    found: dict[Use, list[tuple[str, str, Dose]]] = {}
    for entry in library.editioned():
        for use, dose_id, dose in _uses(entry, conditions):
            found.setdefault(use, []).append((entry.id, dose_id, dose))
    for doses in found.values():
        if len(doses) > 1:
            yield [
                IndexedDose(entry_id, dose_id, dose, profile_of(dose)) for entry_id, dose_id, dose in doses
            ]


def condition_names(library: Library) -> Mapping[str, str]:
    """The id of the condition for each of its names, as they are compared."""
    return {
        normal(name): condition.id
        for condition in library.conditions.values()
        for name in (*condition.synonyms, condition.name)
    }


def _uses(entry: EditionedEntry, conditions: Mapping[str, str]) -> Iterator[tuple[Use, str, Dose]]:
    for dose_id, dose in entry.doses.items():
        use = use_of(dose)
        known = conditions.get(use.indication, use.indication)
        indication = known or (entry.condition if dose.indication is None else NOT_STATED)
        if dose.purpose in _ADVICE and indication != NOT_STATED:
            for drug in use.drugs:  # "prednisone or prednisolone" is a dose of each
                yield use._replace(drugs=(drug,), indication=indication), dose_id, dose
