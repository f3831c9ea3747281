"""The titrations of an entry's doses, with their places."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Pointer
from generator.model.dose import Titration
from generator.model.entries.entry import Entry


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
