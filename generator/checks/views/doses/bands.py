"""Bands of a measured value that variants of a dose are for: which share a value, and between which there is a hole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.diagnostics import Pointer
from generator.model.bound import Bound
from generator.model.dose import Dose, Variant

MEASURES = {
    "age": "age",
    "weight": "weight",
    "body_surface": "body surface",
    "gestation": "gestation",
    "egfr": "eGFR",
    "creatinine_clearance": "creatinine clearance",
}
"""The fields of a group that hold a band, with their names for editors."""

_KIDNEY = (MEASURES["egfr"], MEASURES["creatinine_clearance"])
_NARROW = Fraction(5, 4)
_NEVER_CHANGED = frozenset({"group", "step", "change", "remark", "cites"})


@dataclass(frozen=True, slots=True)
class Band:
    """One band of one measure. Ends are exact, in the base of the unit; an end that is None is open.

    ``low_step`` and ``high_step`` are the size of one printed unit: of 19 kg one kg, of 2.5 kg a tenth.
    ``changes`` are the fields of the dose that it changes; none where it takes the dose away or leaves it as it is.
    """

    pointer: Pointer
    measure: str
    written: str
    low: Fraction | None
    high: Fraction | None
    has_low: bool
    has_high: bool
    low_step: Fraction
    high_step: Fraction
    changes: frozenset[str]
    is_whole_dose: bool


def bands_of(dose_id: str, dose: Dose) -> Iterator[list[Band]]:
    """The bands of one measure that stand side by side, from the lowest: alike in all else that they ask for."""
    rows: dict[tuple[str, ...], list[Band]] = {}
    for name in ("bands", "renal", "hepatic"):
        variants = getattr(dose, name)
        for index, variant in enumerate(variants if isinstance(variants, tuple) else ()):
            found = _band(("doses", dose_id, name, index, "for"), dose, variant)
            if found is not None:
                rows.setdefault((name, *found[0]), []).append(found[1])
    for row in rows.values():
        if len(row) > 1:
            yield sorted(row, key=lambda band: (band.low is not None, band.low or 0, band.high or 0))


def overlapping(row: list[Band]) -> Iterator[tuple[Band, Band]]:
    """Each band with a later one that shares a value with it and changes the same of the dose."""
    for index, band in enumerate(row):
        for later in row[index + 1 :]:
            is_same = not band.changes or not later.changes or band.changes & later.changes
            if is_same and _share(band, later):
                yield band, later
                break


def apart(row: list[Band]) -> Iterator[tuple[Band, Band]]:
    """Each two neighbours between which there are values that no band of the row holds.

    Where the dose has an amount of its own for all others, only a narrow hole was hardly meant: 39 kg, then 45 kg.
    """
    is_all_told = all(band.is_whole_dose or band.measure in _KIDNEY for band in row)
    highest = row[0]
    for later in row[1:]:
        if highest.high is None:
            return
        if _has_hole(highest, later) and (is_all_told or _is_narrow(highest, later)):
            yield highest, later
        highest = later if later.high is None or later.high > highest.high else highest


def _band(pointer: Pointer, dose: Dose, variant: Variant) -> tuple[tuple[str, ...], Band] | None:
    """The band of a variant with what else it asks for; None where it has no band, or more than one."""
    group = variant.group
    named = [name for name in MEASURES if getattr(group, name) is not None]
    if len(named) + len(group.measured) != 1:
        return None
    bound: Bound = getattr(group, named[0]) if named else group.measured[0].value
    place = (*pointer, named[0]) if named else (*pointer, "measured", 0, "value")
    of = MEASURES[named[0]] if named else _words(group.measured[0].of.by_audience)
    dimension = str(bound.unit.dimension) if bound.unit is not None else ""
    if (
        bound.low_unit is not None
        and bound.unit is not None
        and bound.low_unit.dimension != bound.unit.dimension
    ):
        return None
    other = _words(group.other.by_audience) if group.other is not None else ""
    key = (
        of,
        dimension,
        variant.step or "",
        str(group.child_pugh),
        str(group.dialysis),
        str(group.sex),
        other,
    )
    return key, _made(place, of, bound, dose, variant)


def _made(place: Pointer, of: str, bound: Bound, dose: Dose, variant: Variant) -> Band:
    size = bound.unit.factor if bound.unit is not None else Fraction(1)
    below = bound.low_unit.factor if bound.low_unit is not None else size
    changed = variant.model_fields_set - _NEVER_CHANGED
    own = (dose.amount, dose.amounts, dose.rate, dose.course_total, dose.steps, dose.titration)
    return Band(
        pointer=place,
        measure=of,
        written=bound.written,
        low=None if bound.low is None else Fraction(bound.low) * below,
        high=None if bound.high is None else Fraction(bound.high) * size,
        has_low=bound.comparator != "more than",
        has_high=bound.comparator != "less than" and not bound.below_high,
        low_step=_printed(bound.low) * below,
        high_step=_printed(bound.high) * size,
        changes=frozenset(changed) if variant.change == "use" else frozenset(),
        is_whole_dose=not any(own),
    )


def _printed(number: Decimal | None) -> Fraction:
    exponent = number.as_tuple().exponent if number is not None else 0
    return Fraction(1, 10**-exponent) if isinstance(exponent, int) and exponent < 0 else Fraction(1)


def _words(texts: Mapping[str, str]) -> str:
    return str(sorted(texts.items()))


def _share(band: Band, later: Band) -> bool:
    """Whether a value lies in both; the later one begins no lower."""
    if band.high is None or later.low is None:
        return True
    if later.low == band.high:
        return band.has_high and later.has_low
    return later.low < band.high


def _is_narrow(band: Band, later: Band) -> bool:
    """Whether the hole is no wider than a quarter of where it begins."""
    return (
        band.high is not None
        and later.low is not None
        and later.low <= (band.high + band.high_step) * _NARROW
    )


def _has_hole(band: Band, later: Band) -> bool:
    """Whether there are values in between. "10 to 19 kg" reaches to 20 kg, as it is read."""
    if band.high is None or later.low is None:
        return False
    reach = band.high + (max(band.high_step, later.low_step) if band.has_high else 0)
    return later.low > reach if later.has_low else later.low >= reach
