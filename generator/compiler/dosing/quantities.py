"""Numbers, quantities and limits in the words of a profile."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from generator.compiler.dosing.profile import Profile
from generator.model.bound import Bound
from generator.model.dose.totals import Total
from generator.model.quantity import Quantity
from generator.model.units import Unit

_HALF = Decimal("0.5")
_HALVED = frozenset(
    f"{{{name}}}"
    for name in ("tablet", "capsule", "sachet", "suppository", "patch", "ampoule", "vial", "lozenge")
)
"""What is cut or shared in halves. Half a unit of insulin stays "0.5 units"."""
_COUNTED = ("{beats}", "{breaths}")
"""What is counted per minute in words: "60 beats per minute"."""
_FACTORS = re.compile(r"\.(?![^{}]*\})")


def number(value: Decimal | Fraction | int) -> str:
    """A number without trailing zeros, with separators from 1,000 on."""
    decimal = value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{decimal:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(profile: Profile, value: Quantity) -> str:
    """``1 to 2 mg/kg``, ``3 to 6 months``, ``25 mg per day``, ``half a tablet``."""
    code = value.unit.code
    if value.low == value.high == _HALF and code in _HALVED:
        item = profile.terms[code].one
        return profile.words["half"].format(a="an" if item[0] in "aeiou" else "a", item=item)
    return _measured(profile, Fraction(value.low), Fraction(value.high), code)


def total(profile: Profile, value: Total) -> str:
    """A computed total, ``1 to 2 g/kg``."""
    return _measured(profile, value.low, value.high, value.unit)


def bound(profile: Profile, value: Bound) -> str:
    """``less than 30 mL/min/1.73 m²``, ``10 to less than 20 kg``, ``2 to 3``, ``6 months to 5 years``."""
    is_range = value.low != value.high or value.low_unit is not None  # 6 months to 6 years is a range, too
    if value.low is not None and value.high is not None and is_range:
        upper = _value(profile, value.high, value.unit)
        if value.below_high:
            upper = profile.words["less than"].format(value=upper)
        lower = (
            _value(profile, value.low, value.low_unit) if value.low_unit is not None else number(value.low)
        )
        return profile.words["to"].format(low=lower, high=upper)
    end = value.numbers[0]
    shown = _value(profile, end, value.unit)
    return profile.words[value.comparator].format(value=shown) if value.comparator else shown


def _value(profile: Profile, value: Decimal, unit: Unit | None) -> str:
    if unit is None:
        return number(value)
    if unit.is_time:
        return f"{number(value)} {_top(profile, unit.code, value == 1)}"
    is_counted = unit.parts[0] in _COUNTED
    shown = (
        unit_words(profile, unit.code, one=value == 1)
        if is_counted
        else laboratory_unit(profile, unit, one=value == 1)
    )
    return f"{number(value)}{_gap(profile, unit.parts[0], shown)}{shown}"


def laboratory_unit(profile: Profile, unit: Unit, *, one: bool) -> str:
    """A unit of a measured value with plain strokes, as laboratories print it: ``mL/min/1.73 m²``."""
    above, *below = unit.parts
    return "/".join([_above(profile, above, one=one), *(_short(profile, atom) for atom in below)])


def parted(profile: Profile, text: str, code: str) -> tuple[str, str]:
    """A worded quantity in two: what must not be parted at the end of a line, and the words after it.

    ``1 to 2 mg/kg`` stays whole; ``18 units for each kg of body weight an hour`` would not fit on a phone.
    """
    tail = ""
    for atom in reversed(code.split("/")[1:]):
        tail = profile.below[atom] + tail
    first = next((atom for atom in code.split("/")[1:] if profile.below[atom].startswith(" ")), None)
    if first is None or not text.endswith(tail):
        return text, ""
    words = tail[tail.index(profile.below[first]) :]
    return text.removesuffix(words), words


def unit_words(profile: Profile, code: str, *, one: bool) -> str:
    """A UCUM code as the profile writes it after a number: ``mg/kg per day``."""
    above, *below = code.split("/")
    return _above(profile, above, one=one) + "".join(profile.below[atom] for atom in below)


def _measured(profile: Profile, low: Fraction, high: Fraction, code: str) -> str:
    ends = number(low)
    if low != high:
        ends = profile.words["to"].format(low=ends, high=number(high))
    shown = unit_words(profile, code, one=high == 1)
    return f"{ends}{_gap(profile, code.split('/', maxsplit=1)[0], shown)}{shown}"


def _gap(profile: Profile, above: str, shown: str) -> str:
    if shown.startswith(("%", " ")):
        return ""
    is_sign = above not in profile.terms and not shown.startswith("×")
    return profile.gap if is_sign else " "


def _above(profile: Profile, above: str, *, one: bool) -> str:
    factors = _FACTORS.split(above)
    if len(factors) > 1:
        return "·".join(_short(profile, atom) for atom in factors)
    return _top(profile, above, one)


def _top(profile: Profile, atom: str, one: bool) -> str:
    term = profile.terms.get(atom)
    if term is not None:
        return term.one if one else term.many
    return profile.signs[atom]


def _short(profile: Profile, atom: str) -> str:
    """Below the stroke of a laboratory unit a time is a sign: ``/min``, ``/h``, ``/day``."""
    short_times = {"s": "s", "min": "min", "h": "h", "d": "day"}
    return short_times[atom] if atom in short_times else _top(profile, atom, True)
