"""What changed from one approved version of an edition to the next."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.change import ClinicalChange


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """The clinical changes between two approved contents of an edition, given by their content digests.

    ``changes`` are worded. ``is_compared`` is no where the content of one of the two is not at hand or cannot be read:
    then nothing is known of what changed.
    """

    before: str
    after: str
    changes: tuple[ClinicalChange, ...] = ()
    is_compared: bool = True
