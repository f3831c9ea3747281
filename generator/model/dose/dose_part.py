"""What every part of a dose is."""

from __future__ import annotations

from typing import ClassVar

from generator.model.field import Part


class DosePart(Part):
    """A part of a dose: a condition in it is never left out, because the dose would then say more than the entry."""

    keeps_limits: ClassVar[bool] = True
