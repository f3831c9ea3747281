"""What a step or a band takes over from its dose: it says only what differs."""

from __future__ import annotations

from typing import TypeVar

from generator.model.dose import TIMING_GROUPS, Administration, Dose

AdministrationType = TypeVar("AdministrationType", bound=Administration)


def has_timing(given: Administration) -> bool:
    """Whether it says itself how often or when it is given."""
    return any(given.says(group) for group in TIMING_GROUPS)


def with_timing_of(dose: Dose, given: AdministrationType) -> AdministrationType:
    """The step or band with the dose's interval and moments, each where it has none; amounts have their own times."""
    if given.amounts is not None:
        return given
    names = [name for group in TIMING_GROUPS if not given.says(group) for name in group]
    if given.amount is None and "per" in names:
        names.remove("per")
    taken = {name: getattr(dose, name) for name in names if getattr(dose, name) is not None}
    return with_interval_of(dose, given.model_copy(update=taken) if taken else given)


def with_interval_of(dose: Dose, given: AdministrationType) -> AdministrationType:
    """A variant that only counts ("twice") with the dose's interval: alone it would read as all doses there are."""
    if given.times is None or given.every is not None or given.per is not None or dose.every is None:
        return given
    return given.model_copy(update={"every": dose.every})
