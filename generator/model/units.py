"""The units that a dose, a duration or a limit may be written in: a UCUM allow-list with exact factors.

A general units library reads ``g/kg`` as a plain ratio and ``MG`` as megagauss. Here body weight and body surface are
dimensions of their own (a ``kg`` or ``m2`` below the stroke), so ``2 g/kg`` and ``1 g`` can never be added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from functools import cache

from generator.model.unit_table import AMOUNTS, ITEMS, LABORATORY, MEANT, TIMES, Atoms

_ATOMS: Atoms = AMOUNTS | ITEMS | TIMES | LABORATORY
_BODY = {"kg": ("body weight", Fraction(1)), "m2": ("body surface", Fraction(1))}
_AS_A_WHOLE = {"kg/m2": "body mass index", "osm/kg": "osmolality", "mosm/kg": "osmolality"}
_LITRES = ("L", "dL")
_NAKED = ("U", "mU")
_ENZYMES = frozenset(atom for atom, (name, _) in LABORATORY.items() if name == "enzyme unit")
_TWO_MEANINGS = {"G/L": "is it 10*9/L (cells) or g/L (grams)? Write the one that the source means"}
_OFTEN_WANTED = (
    "mg",
    "g",
    "ug",
    "mL",
    "mmol",
    "[iU]",
    "{unit}",
    "{tablet}",
    "mg/kg",
    "mg/m2",
    "mL/h",
    "d",
    "wk",
    "mo",
)


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
        """What stands between the strokes, from left to right: ``mg/kg/d`` gives ``("mg", "kg", "d")``."""
        return tuple(self.code.split("/"))

    @property
    def is_time(self) -> bool:
        """Whether this is a span of time (days and months are apart: a month has no fixed number of days)."""
        return self.dimension in {(("time", 1),), (("month", 1),)}

    @property
    def is_laboratory_only(self) -> bool:
        """Whether no dose can be in it: enzyme units, whose ``U`` is misread as a zero in a dose."""
        return any(name == "enzyme unit" for name, _ in self.dimension)

    def per(self, dimension: str) -> bool:
        """Whether the unit is *per* body weight, body surface, time …"""
        return any(name == dimension and exponent < 0 for name, exponent in self.dimension)


class UnitError(ValueError):
    """A unit that is not in the list; the message says which one was probably meant."""


@cache
def parse_unit(code: str) -> Unit:
    """Read a unit such as ``mg/kg/d`` or ``mg.min/mL``. Raises `UnitError` in an editor's words."""
    above, *below = code.split("/")
    factor = Fraction(1)
    exponents: dict[str, int] = {}
    for atom, exponent in [*((atom, 1) for atom in _factors(above)), *((atom, -1) for atom in below)]:
        name, size = _sized(atom, code, below=exponent < 0)
        factor *= size**exponent
        exponents[name] = exponents.get(name, 0) + exponent
    _refuse_naked_u(code, above, below)
    if code in _AS_A_WHOLE:
        exponents = {_AS_A_WHOLE[code]: 1}
    return Unit(code, factor, tuple(sorted((name, n) for name, n in exponents.items() if n)))


def known_units() -> Mapping[str, tuple[str, ...]]:
    """The atoms of the allow-list by what they are for: ``amounts``, ``items``, ``times``, ``laboratory``."""
    groups = {"amounts": AMOUNTS, "items": ITEMS, "times": TIMES, "laboratory": LABORATORY}
    return {name: tuple(atoms) for name, atoms in groups.items()}


def _factors(above: str) -> list[str]:
    """``mg.min`` gives mg and min; the point in ``{1.73_m2}`` joins nothing."""
    return re.split(r"\.(?![^{}]*\})", above)


def _sized(atom: str, code: str, *, below: bool) -> tuple[str, Fraction]:
    if below and atom in _BODY:
        return _BODY[atom]
    if atom in _ATOMS:
        return _ATOMS[atom]
    raise UnitError(f"“{atom}” is not a unit of the list: {_hint(atom, code)}")


def _hint(atom: str, code: str) -> str:
    if code in _TWO_MEANINGS:
        return _TWO_MEANINGS[code]
    meant = "/".join(MEANT.get(part, part) for part in code.split("/"))
    if meant != code:
        or_else = ", or [iU] where the source says international units" if MEANT.get(atom) == "{unit}" else ""
        return f"write {meant}{or_else}"
    near = get_close_matches(atom, _ATOMS, n=3, cutoff=0.6) or _OFTEN_WANTED
    return f"use one of the list, such as {', '.join(near)}"


def _refuse_naked_u(code: str, above: str, below: list[str]) -> None:
    """``U`` alone is read as a zero: enzyme units are written only per litre, as laboratories do."""
    per_litre = len(below) == 1 and below[0] in _LITRES
    if above in _NAKED and not per_litre:
        meant = "/".join(["{unit}", *below])
        raise UnitError(
            f"“{code}” has a naked {above}, which is misread as a zero: write {meant}, or [iU] where the source says "
            "international units (U/L is for enzymes in the laboratory)"
        )
    if (above in _ENZYMES and not per_litre) or _ENZYMES.intersection(below):
        raise UnitError(
            f"“{code}” is no unit of an enzyme: write U/L or ukat/L; a dose is in {{unit}} or [iU]"
        )
