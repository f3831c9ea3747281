"""The titrations and tapers of an entry's doses, with their places."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Pointer
from generator.model.dose import Dose, Taper, Titration
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity


def doses_reached(titration: Titration) -> Iterator[tuple[Pointer, Quantity]]:
    """The doses that a titration goes through: start, levels and target, with their places in it; no rates."""
    if titration.of == "dose":
        named = ("start", titration.start), ("target", titration.target)
        yield from (((name,), one) for name, one in named if isinstance(one, Quantity))
        yield from ((("levels", index), level) for index, level in enumerate(titration.levels))


def titrations_of(entry: Entry) -> Iterator[tuple[Pointer, Titration]]:
    """Each titration: that of a dose, then those of its variants."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if dose.titration is not None:
            yield ("doses", dose_id, "titration"), dose.titration
        for name in ("bands", "renal", "hepatic"):
            variants = getattr(dose, name)
            for index, variant in enumerate(variants if isinstance(variants, tuple) else ()):
                if variant.titration is not None:
                    yield ("doses", dose_id, name, index, "titration"), variant.titration


def tapers_of(entry: Entry) -> Iterator[tuple[Pointer, Quantity, Taper]]:
    """Each taper with the dose before it: that of a dose, then those of its steps."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        yield from _tapers(("doses", dose_id), dose)


def _tapers(above: Pointer, dose: Dose) -> Iterator[tuple[Pointer, Quantity, Taper]]:
    before = dose.amount
    places = [(above, dose), *(((*above, "steps", i), step) for i, step in enumerate(dose.steps or ()))]
    for place, given in places:
        before = given.amount or before
        if isinstance(given.taper, Taper) and before is not None:
            yield (*place, "taper"), before, given.taper
