"""Amounts, times, rates and limits as patterns of JSON Schema: “40 mcg” is refused while it is typed."""

from __future__ import annotations

import re
from typing import Any

from generator.model.unit_table import AMOUNTS, ITEMS, LABORATORY, TIMES

_NUMBER = r"(0|[1-9][0-9]*)(\.[0-9]*[1-9])?"
_RANGE = rf"{_NUMBER}( to {_NUMBER})?"
_SOME = r"(?!0 (?!to ))"
_TIME = "|".join(TIMES)
_VOLUME = "|".join(atom for atom, (name, _) in AMOUNTS.items() if name == "volume")
_MEASURED = [atom for atom, (name, _) in LABORATORY.items() if name != "enzyme unit"]
_ATOM = "|".join(
    [
        *(re.escape(atom) for atom in (*AMOUNTS, *TIMES, *_MEASURED)),
        rf"\{{({'|'.join(item[1:-1] for item in ITEMS)})\}}",
    ]
)
# The atoms are listed once: one space, then atoms between points and strokes.
_UNIT = rf"(?= \S+$)([ ./]({_ATOM}))+"
_ANY_UNIT = rf"({_UNIT}| (m?U|u?kat)/d?L)"
_BOUND = rf"((at least|more than|less than|at most) {_NUMBER}|{_NUMBER}( to (less than )?{_NUMBER})?)"
_UNITS = "micrograms are ug, units {unit} or [iU], tablets {tablet}, days d, weeks wk, months mo"

_FORMS: dict[str, tuple[str, str]] = {
    "quantity": (rf"^{_RANGE}{_ANY_UNIT}$", "Write a number, a space and a unit, such as 40 mg"),
    "amount": (rf"^{_SOME}{_RANGE}(?! ({_TIME})$){_UNIT}$", "Write an amount, such as 40 mg or 1 to 2 mg/kg"),
    "duration": (rf"^(?!0 ){_RANGE} ({_TIME})$", "Write a span of time, such as 5 d or 3 to 6 mo"),
    "rate": (
        rf"^{_SOME}{_RANGE}(?= \S*/({_TIME})(/|$)){_UNIT}$",
        "Write an amount or a volume per time, such as 5 mL/kg/h",
    ),
    "concentration": (
        rf"^{_SOME}{_RANGE}(?= \S*/({_VOLUME})(/|$)){_UNIT}$",
        "Write an amount per volume, such as 40 mmol/L",
    ),
    "limit": (
        rf"^{_BOUND}{_ANY_UNIT}?$",
        "Write a limit, such as less than 30 mL/min, at least 50 kg, 10 to 19 kg or 2 to 3",
    ),
}


def written_form(name: str) -> dict[str, Any]:
    """The schema of a ``quantity``, ``amount``, ``duration``, ``rate``, ``concentration`` or ``limit``."""
    pattern, advice = _FORMS[name]
    return {
        "x-shared": name,
        "type": "string",
        "pattern": pattern,
        "patternErrorMessage": f"{advice} ({_UNITS}; no dash, no comma, no 1.0).",
    }
