"""What kind of thing an amount is: a mass, a volume, units, items, whatever body or time it is counted by."""

from __future__ import annotations

from generator.checks.views.doses.daily_amounts import Sum
from generator.model.quantity import Quantity
from generator.model.unit_table import ITEMS

_COUNTED_BY = frozenset({"body weight", "body surface", "time", "month"})
_ROUGH = frozenset({"percent", "fingertip_unit", "application", "applicatorful", "dose", "strip"})
"""Amounts that stand for another one by custom, or that no limit is compared with."""


def kind_of(amount: Quantity | Sum) -> str | None:
    """``mass``, ``volume``, ``international unit`` …; None where it is none for certain, such as an area under a curve.

    All items (tablets, puffs) are one kind.
    """
    kinds = {name: exponent for name, exponent in amount.unit.dimension if name not in _COUNTED_BY}
    if len(kinds) != 1 or set(kinds.values()) != {1}:
        return None
    kind = next(iter(kinds))
    if kind in _ROUGH:
        return None
    return "items" if f"{{{kind}}}" in ITEMS else kind
