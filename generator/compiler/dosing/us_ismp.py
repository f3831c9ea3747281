"""The writing profile ``us-ismp``: "1,000 mg", "mcg", "1 to 2 mg/kg", "daily", a space before every unit (ISMP)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from generator.compiler.dosing.arithmetic import CapWeight, Total
from generator.model.dose import Dose, DoseStep, Maximum, Titration
from generator.model.quantity import Quantity
from generator.pages.inline import Amount, Inline, Missing, Run, Text

_UNITS = {
    "ug": "mcg", "m2": "m²", "[iU]": "international units", "k[iU]": "thousand international units",
    "m[iU]": "thousandths of an international unit", "meq": "mEq", "Cel": "°C", "mm[Hg]": "mmHg", "10*9": "× 10⁹",
    "10*6": "× 10⁶", "{tablet}": "tablet", "{capsule}": "capsule", "{puff}": "puff", "{patch}": "patch",
    "{drop}": "drop", "{suppository}": "suppository", "{sachet}": "sachet",
}  # fmt: skip
_TIMES = {"s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year"}
_COUNTED = {"tablet", "capsule", "puff", "patch", "drop", "suppository", "sachet"}
_EACH = {"d": "daily", "wk": "weekly", "mo": "monthly", "a": "yearly", "h": "hourly"}
_HOW_OFTEN = {1: "once", 2: "twice"}


def number(value: Decimal | Fraction) -> str:
    """A number without trailing zeros, with separators from 1,000 on; not more than one place is lost to "about"."""
    decimal = value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{decimal:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(value: Quantity) -> str:
    """``1 to 2 mg/kg``, ``3 to 6 months``, ``25 mg per day``."""
    return f"{_ends(value.low, value.high)} {unit(value.unit.code, one=value.high == 1)}"


def total(value: Total) -> str:
    """A computed total, ``1 to 2 g/kg``."""
    return f"{_ends(value.low, value.high)} {unit(value.unit, one=value.high == 1)}"


def unit(code: str, *, one: bool) -> str:
    """A UCUM code in words or signs; a time below the stroke is written out: ``mg/kg per day``."""
    first, *below = code.split("/")
    text = _top(first, one)
    for atom in below:
        text += f" per {_TIMES[atom]}" if atom in _TIMES else f"/{_UNITS.get(atom, atom)}"
    return text


def dose(value: Dose) -> Run:
    """The dose in short: quantity, frequency, duration. Route and maximum stand apart."""
    if value.steps:
        return _joined([_step(step, index) for index, step in enumerate(value.steps)], "; ")
    parts: list[Run] = []
    if value.amount is not None:
        parts.append((Amount(quantity(value.amount)), *_frequency(value)))
    if value.course_total is not None:
        parts.append((Amount(quantity(value.course_total)), Text(" in total"), *_divided(value)))
    return (*_joined(parts, ", "), *_lasting(value), *_repeated(value))


def maximum(value: Dose) -> Run:
    """What stands under "at most": every limit, or words that say that there is none or that none is stated."""
    if value.maximum == "no-customary-maximum":
        return (Text("no customary maximum"),)
    if isinstance(value.maximum, Maximum):
        return _joined(_limits(value.maximum), ", ")
    return (Missing("none stated"),)


def bites(weights: tuple[CapWeight, ...]) -> Run:
    """At which body weight a maximum is reached: "reached at 75 kg on 2 mg/kg and at 150 kg on 1 mg/kg"."""
    parts: list[Run] = []
    for weight in weights:
        shown, is_exact = _rounded(weight.weight)
        about = "at " if is_exact else "at about "
        on = f"{number(weight.dose_per_kg)} {unit(weight.per_kg.unit.code, one=False)}"
        parts.append((Text(about), Amount(f"{shown} kg"), Text(" on "), Amount(on)))
    return (Text("reached "), *_joined(parts, " and ")) if parts else ()


def titration(value: Titration) -> Run:
    """How a dose is raised. What the source omits is said."""
    run: list[Inline] = [Text("start at "), Amount(quantity(value.start))]
    run += [Text(", raise "), *_by(value), Text(", to a target of "), Amount(quantity(value.target))]
    return tuple(run)


def duration(value: Quantity) -> Run:
    """A span of time."""
    return (Amount(quantity(value)),)


def _by(value: Titration) -> list[Inline]:
    if isinstance(value.step, Quantity) and isinstance(value.each, Quantity):
        return [Text("by "), Amount(quantity(value.step)), Text(" every "), Amount(quantity(value.each))]
    if isinstance(value.step, Quantity):
        return [
            Text("by "),
            Amount(quantity(value.step)),
            Text(" "),
            Missing("(interval not stated in the source)"),
        ]
    if isinstance(value.each, Quantity):
        return [
            Text("every "),
            Amount(quantity(value.each)),
            Text(" "),
            Missing("(by how much is not stated in the source)"),
        ]
    return [Text("gradually "), Missing("(by how much and how fast is not stated in the source)")]


def _limits(value: Maximum) -> list[Run]:
    said = (
        (value.per_dose, " per dose"),
        (value.per_day, " per day"),
        (value.per_course, " per course"),
        (value.lifetime, " in a lifetime"),
        (value.rate, ""),
    )
    return [
        (Amount(quantity(limit)), *((Text(per),) if per else ())) for limit, per in said if limit is not None
    ]


def _step(step: DoseStep, index: int) -> Run:
    run: list[Inline] = [Text(f"{step.label}: "), Amount(quantity(step.amount))]
    run += _timing(step.times, step.every, step.per)
    if step.duration is not None:
        run += [Text(" for "), Amount(quantity(step.duration))]
    if step.after is not None:
        run += [
            Text(", "),
            Amount(quantity(step.after)),
            Text(" after the step before" if index else " after the start"),
        ]
    return tuple(run)


def _frequency(value: Dose) -> list[Inline]:
    return _timing(value.times, value.every, value.per)


def _timing(times: int | None, every: Quantity | None, per: Quantity | None) -> list[Inline]:
    if per is not None:
        is_one = per.low == per.high == 1
        return [Text(" per "), *([Text(_top(per.unit.code, True))] if is_one else [Amount(quantity(per))])]
    often = "" if times is None else f" {_HOW_OFTEN.get(times, f'{times} times')}"
    if every is None:
        return [Text(often)] if often else []
    if every.low == every.high == 1 and every.unit.code in _EACH:
        return [Text(f"{often} {_EACH[every.unit.code]}")]
    return [Text(f"{often} every "), Amount(quantity(every))]


def _divided(value: Dose) -> list[Inline]:
    return (
        [] if value.divided_over is None else [Text(", divided over "), Amount(quantity(value.divided_over))]
    )


def _lasting(value: Dose) -> list[Inline]:
    run: list[Inline] = []
    if value.duration is not None:
        run += [Text(" for "), Amount(quantity(value.duration))]
    if value.minimum_duration is not None:
        run += [Text(" for at least "), Amount(quantity(value.minimum_duration))]
    return run


def _repeated(value: Dose) -> list[Inline]:
    if value.repeat is None or isinstance(value.repeat, str):
        return []
    return [Text(", repeated every "), Amount(quantity(value.repeat.every))]


def _ends(low: Decimal | Fraction, high: Decimal | Fraction) -> str:
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def _top(atom: str, one: bool) -> str:
    word = _TIMES.get(atom) or _UNITS.get(atom, atom)
    if one:
        return "international unit" if atom == "[iU]" else word
    if word in _COUNTED or atom in _TIMES:
        return _plural(word)
    return word


def _plural(word: str) -> str:
    if word == "suppository":
        return "suppositories"
    return f"{word}es" if word.endswith("ch") else f"{word}s"


def _rounded(value: Fraction) -> tuple[str, bool]:
    tenth = Fraction(round(value * 10), 10)
    return number(tenth), tenth == value


def _joined(parts: list[Run], between: str) -> Run:
    run: list[Inline] = []
    for index, part in enumerate(parts):
        run += [Text(between), *part] if index else list(part)
    return tuple(run)
