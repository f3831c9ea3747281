"""In what two doses for the same use contradict each other. What only one of them says is no contradiction."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.views.doses.daily_amounts import Sum
from generator.checks.views.doses.dose_profile import DoseProfile, PartProfile
from generator.checks.views.doses.unit_kinds import kind_of
from generator.model.quantity import Quantity


def differences(one: DoseProfile, other: DoseProfile) -> tuple[str, ...]:
    """``amount``, ``frequency``, ``duration``, ``course total``, ``rate``, ``route``,
    ``target``, or nothing.

    Doses in other forms, in steps of another number, or by bands against one without are not compared; another amount
    by another route is another regimen.
    """
    if one == other or not _are_alike_in_shape(one, other):
        return ()
    found = [name for pair in zip(one.parts, other.parts, strict=True) for name in _differing(*pair)]
    if _contradict(one.course, other.course):
        found.append("course total")
    if one.routes and other.routes and not one.routes & other.routes:
        return () if found else ("route",)
    return tuple(dict.fromkeys(found))


def are_the_same(one: DoseProfile, other: DoseProfile) -> bool:
    """Whether both give the same amount as far as both say, and neither contradicts the other."""
    if not _are_alike_in_shape(one, other) or differences(one, other):
        return False
    pairs = [(a.at_once, b.at_once) for a, b in zip(one.parts, other.parts, strict=True)]
    pairs += [(a.daily, b.daily) for a, b in zip(one.parts, other.parts, strict=True)]
    return any(a is not None and b is not None and a.exact == b.exact for a, b in pairs)


def _are_alike_in_shape(one: DoseProfile, other: DoseProfile) -> bool:
    return one.shape == other.shape and (not one.form or not other.form or one.form == other.form)


def _differing(one: PartProfile, other: PartProfile) -> Iterator[str]:
    is_daily = one.daily is not None and other.daily is not None
    if one.target is not None or other.target is not None:
        yield from _differing_in_target(one, other)
    elif _contradict(one.weekly_target, other.weekly_target):
        yield "target"
    elif _contradict(one.daily, other.daily) or (not is_daily and _contradict(one.at_once, other.at_once)):
        yield "amount"
    elif one.frequency is not None and other.frequency is not None and one.frequency != other.frequency:
        yield "frequency"
    for name in ("duration", "rate", "course_total"):
        if _are_unequal(getattr(one, name), getattr(other, name)):
            yield name.replace("_", " ")


def _differing_in_target(one: PartProfile, other: PartProfile) -> Iterator[str]:
    """Beside a target the amount may be the first dose or the last: it differs only where it can be neither."""
    if one.target is not None and other.target is not None:
        if _contradict(one.target, other.target):
            yield "target"
        return
    raised, fixed = (one, other) if one.target is not None else (other, one)
    is_first = raised.daily is None or not _contradict(raised.daily, fixed.daily)
    if _contradict(raised.target, fixed.daily) and (raised.daily is None or not is_first):
        yield "amount"


def _contradict(one: Sum | None, other: Sum | None) -> bool:
    """Whether both are known and unlike; tablets and mg, or mL and mg, are not compared."""
    if one is None or other is None:
        return False
    if one.comparable_with(other):
        return one.exact != other.exact
    kind = kind_of(one)
    return kind is not None and kind == kind_of(other)


def _are_unequal(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None or one.unit.dimension != other.unit.dimension:
        return False
    return one.exact != other.exact
