"""The units that a dose, a duration or a limit may be written in: a UCUM allow-list with exact factors.

A general units library reads ``g/kg`` as a plain ratio and ``MG`` as megagauss. Here body weight and body surface are
dimensions of their own (a ``kg`` or ``m2`` below the stroke), so ``2 g/kg`` and ``1 g`` can never be added.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

_ATOMS: dict[str, tuple[str, Fraction]] = {
    "kg": ("mass", Fraction(1000)),
    "g": ("mass", Fraction(1)),
    "mg": ("mass", Fraction(1, 10**3)),
    "ug": ("mass", Fraction(1, 10**6)),
    "ng": ("mass", Fraction(1, 10**9)),
    "L": ("volume", Fraction(1)),
    "dL": ("volume", Fraction(1, 10)),
    "mL": ("volume", Fraction(1, 10**3)),
    "uL": ("volume", Fraction(1, 10**6)),
    "mol": ("substance", Fraction(1)),
    "mmol": ("substance", Fraction(1, 10**3)),
    "umol": ("substance", Fraction(1, 10**6)),
    "nmol": ("substance", Fraction(1, 10**9)),
    "meq": ("equivalent", Fraction(1, 10**3)),
    "[iU]": ("international unit", Fraction(1)),
    "m[iU]": ("international unit", Fraction(1, 10**3)),
    "k[iU]": ("international unit", Fraction(1000)),
    "s": ("time", Fraction(1)),
    "min": ("time", Fraction(60)),
    "h": ("time", Fraction(3600)),
    "d": ("time", Fraction(86_400)),
    "wk": ("time", Fraction(604_800)),
    "mo": ("month", Fraction(1)),
    "a": ("month", Fraction(12)),
    "m2": ("area", Fraction(1)),
    "cm": ("length", Fraction(1, 100)),
    "Cel": ("temperature", Fraction(1)),
    "mm[Hg]": ("pressure", Fraction(1)),
    "kPa": ("kilopascal", Fraction(1)),
    "%": ("percent", Fraction(1)),
    "10*9": ("count", Fraction(10**9)),
    "10*6": ("count", Fraction(10**6)),
    "Gy": ("radiation", Fraction(1)),
    "{tablet}": ("tablet", Fraction(1)),
    "{capsule}": ("capsule", Fraction(1)),
    "{puff}": ("puff", Fraction(1)),
    "{patch}": ("patch", Fraction(1)),
    "{drop}": ("drop", Fraction(1)),
    "{suppository}": ("suppository", Fraction(1)),
    "{sachet}": ("sachet", Fraction(1)),
}

MEANT: dict[str, str] = {
    "mcg": "ug", "µg": "ug", "μg": "ug", "microgram": "ug", "micrograms": "ug", "mgs": "mg", "MG": "mg", "Mg": "mg",
    "gm": "g", "gr": "g", "gram": "g", "grams": "g", "G": "g", "ml": "mL", "ML": "mL", "cc": "mL", "l": "L",
    "IU": "[iU]", "iu": "[iU]", "U": "[iU]", "u": "[iU]", "unit": "[iU]", "units": "[iU]", "hr": "h", "hrs": "h",
    "hour": "h", "hours": "h", "day": "d", "days": "d", "daily": "d", "D": "d", "week": "wk", "weeks": "wk", "w": "wk",
    "month": "mo", "months": "mo", "m": "mo", "year": "a", "years": "a", "y": "a", "yr": "a", "minute": "min",
    "minutes": "min", "sec": "s", "second": "s", "m²": "m2", "m^2": "m2", "sqm": "m2", "mEq": "meq", "°C": "Cel",
    "C": "Cel", "mmHg": "mm[Hg]", "tablet": "{tablet}", "tablets": "{tablet}", "puff": "{puff}", "puffs": "{puff}",
    "patch": "{patch}", "patches": "{patch}", "drop": "{drop}", "drops": "{drop}", "capsule": "{capsule}",
    "capsules": "{capsule}", "KG": "kg", "Kg": "kg", "percent": "%",
}  # fmt: skip
"""What people write, and the UCUM code that they mean; only ever offered as a hint."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, with its exact factor and its dimension.

    ``dimension`` is a sorted tuple of (name, exponent); ``body weight`` and ``body surface`` are dimensions.
    """

    code: str
    factor: Fraction
    dimension: tuple[tuple[str, int], ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The atoms from left to right: ``mg/kg/d`` gives ``("mg", "kg", "d")``."""
        return tuple(self.code.split("/"))

    @property
    def is_time(self) -> bool:
        """Whether this is a span of time (days and months are apart: a month has no fixed number of days)."""
        return self.dimension in {(("time", 1),), (("month", 1),)}

    def per(self, dimension: str) -> bool:
        """Whether the unit is *per* body weight, body surface, time …"""
        return any(name == dimension and exponent < 0 for name, exponent in self.dimension)


class UnitError(ValueError):
    """A unit that is not in the list; the message says which one was probably meant."""


@cache
def parse_unit(code: str) -> Unit:
    """Read a unit such as ``mg/kg/d``. Raises `UnitError` in an editor's words."""
    factor = Fraction(1)
    exponents: dict[str, int] = {}
    for position, atom in enumerate(code.split("/")):
        name, size = _atom(atom, code)
        if position:
            name = (
                {"mass": "body weight", "area": "body surface"}.get(name, name)
                if atom in {"kg", "m2"}
                else name
            )
            size = Fraction(1) / (Fraction(1) if name == "body weight" else size)
        factor *= size
        exponents[name] = exponents.get(name, 0) + (-1 if position else 1)
    return Unit(code, factor, tuple(sorted((name, n) for name, n in exponents.items() if n)))


def known_units() -> tuple[str, ...]:
    """The atoms of the allow-list, for schemas and hints."""
    return tuple(_ATOMS)


def _atom(atom: str, code: str) -> tuple[str, Fraction]:
    if atom in _ATOMS:
        return _ATOMS[atom]
    meant = "/".join(MEANT.get(part, part) for part in code.split("/"))
    hint = f"write {meant}" if meant != code else f"use one of {', '.join(_ATOMS)}"
    raise UnitError(f"“{atom}” is not a unit of the list: {hint}")
