"""Measured values in words. All that depends on the writing profile is asked for here, and nowhere else."""

from __future__ import annotations

from generator.compiler.scribe import Scribe
from generator.model.bound import Bound
from generator.model.quantity import Quantity
from generator.pages.inline import Run, Text, plain_text


def quantity_words(scribe: Scribe, value: Quantity) -> Run:
    """``25 mg``, ``3 to 6 months``."""
    return scribe.quantity(value)


def interval_words(scribe: Scribe, value: Quantity) -> Run:
    """What stands after "every": ``week`` for one week, else ``2 weeks``."""
    said = quantity_words(scribe, value)
    is_one = value.low == value.high == 1
    return (Text(plain_text(said).removeprefix("1 ")),) if is_one else said


def bound_words(scribe: Scribe, value: Bound) -> Run:
    """``less than 3.5 × 10⁹/L``, ``10 to less than 20 kg``, ``2 to 3``."""
    return scribe.bound(value)
