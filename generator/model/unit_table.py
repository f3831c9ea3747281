"""The atoms that units are made of: UCUM codes, each with its dimension and its exact size.

Sizes are those of UCUM. What UCUM would convert by an assumption is kept apart: days and months, units of activity,
millimoles and milliequivalents, and each thing that is counted.
"""

from __future__ import annotations

from fractions import Fraction

Atoms = dict[str, tuple[str, Fraction]]

_MILLI, _MICRO, _NANO, _PICO = (Fraction(1, 10**power) for power in (3, 6, 9, 12))


def _counted(*names: str) -> Atoms:
    return {f"{{{name}}}": (name, Fraction(1)) for name in names}


ITEMS: Atoms = _counted(
    "tablet", "capsule", "lozenge", "sachet", "strip", "puff", "actuation", "spray", "drop", "patch", "application",
    "applicatorful", "fingertip_unit", "suppository", "pessary", "enema", "ampoule", "vial", "syringe", "pen",
    "implant", "dose",
)  # fmt: skip
"""What is counted out. ``{dose}`` is one dose of a product whose label counts doses."""

AMOUNTS: Atoms = {
    "kg": ("mass", Fraction(1000)),
    "g": ("mass", Fraction(1)),
    "mg": ("mass", _MILLI),
    "ug": ("mass", _MICRO),
    "ng": ("mass", _NANO),
    "pg": ("mass", _PICO),
    "L": ("volume", Fraction(1)),
    "dL": ("volume", Fraction(1, 10)),
    "mL": ("volume", _MILLI),
    "uL": ("volume", _MICRO),
    "fL": ("volume", Fraction(1, 10**15)),
    "mol": ("substance", Fraction(1)),
    "mmol": ("substance", _MILLI),
    "umol": ("substance", _MICRO),
    "nmol": ("substance", _NANO),
    "pmol": ("substance", _PICO),
    "eq": ("equivalent", Fraction(1)),
    "meq": ("equivalent", _MILLI),
    "[iU]": ("international unit", Fraction(1)),
    "u[iU]": ("international unit", _MICRO),
    "m[iU]": ("international unit", _MILLI),
    "k[iU]": ("international unit", Fraction(1000)),
    "M[iU]": ("international unit", Fraction(10**6)),
    "{unit}": ("unit", Fraction(1)),
    "[USP'U]": ("USP unit", Fraction(1)),
    "[anti'Xa'U]": ("anti factor Xa unit", Fraction(1)),
    "[CFU]": ("colony forming unit", Fraction(1)),
    "kBq": ("activity", Fraction(10**3)),
    "MBq": ("activity", Fraction(10**6)),
    "GBq": ("activity", Fraction(10**9)),
    "mCi": ("activity", Fraction(37 * 10**6)),
    "Gy": ("absorbed radiation", Fraction(1)),
    "mGy": ("absorbed radiation", _MILLI),
    "mSv": ("effective radiation", _MILLI),
    "J": ("energy", Fraction(1)),
    "kJ": ("energy", Fraction(1000)),
    "cal": ("energy", Fraction(4184, 1000)),
    "kcal": ("energy", Fraction(4184)),
    "%": ("percent", Fraction(1)),
}
"""What a dose is written in. ``{unit}`` is a unit as printed by a source that does not say which."""

TIMES: Atoms = {
    "s": ("time", Fraction(1)),
    "min": ("time", Fraction(60)),
    "h": ("time", Fraction(3600)),
    "d": ("time", Fraction(86_400)),
    "wk": ("time", Fraction(604_800)),
    "mo": ("month", Fraction(1)),
    "a": ("month", Fraction(12)),
}
"""Spans of time; a month has no fixed number of days."""

LABORATORY: Atoms = {
    "um": ("length", _MICRO),
    "mm": ("length", _MILLI),
    "cm": ("length", Fraction(1, 100)),
    "m": ("length", Fraction(1)),
    "mm2": ("area", _MICRO),
    "cm2": ("area", Fraction(1, 10**4)),
    "m2": ("area", Fraction(1)),
    "{1.73_m2}": ("standard body surface", Fraction(1)),
    "osm": ("osmole", Fraction(1)),
    "mosm": ("osmole", _MILLI),
    "U": ("enzyme unit", Fraction(1)),
    "mU": ("enzyme unit", _MILLI),
    "kat": ("enzyme unit", Fraction(60 * 10**6)),
    "ukat": ("enzyme unit", Fraction(60)),
    "Cel": ("temperature", Fraction(1)),
    "mm[Hg]": ("pressure", Fraction(133_322, 1000)),
    "cm[H2O]": ("pressure", Fraction(980_665, 10**4)),
    "kPa": ("pressure", Fraction(1000)),
    "[pH]": ("pH", Fraction(1)),
    "[GPL'U]": ("IgG phospholipid unit", Fraction(1)),
    "[MPL'U]": ("IgM phospholipid unit", Fraction(1)),
    "10*3": ("count", Fraction(10**3)),
    "10*6": ("count", Fraction(10**6)),
    "10*9": ("count", Fraction(10**9)),
    "10*12": ("count", Fraction(10**12)),
    "{cells}": ("count", Fraction(1)),
    "{copies}": ("copies", Fraction(1)),
    "{beats}": ("beats", Fraction(1)),
    "{breaths}": ("breaths", Fraction(1)),
    "[HPF]": ("high power field", Fraction(1)),
}
"""What is measured: blood, urine, a body, a pressure."""

MEANT: dict[str, str] = {
    "mcg": "ug", "µg": "ug", "μg": "ug", "microgram": "ug", "micrograms": "ug", "mgs": "mg", "MG": "mg", "Mg": "mg",
    "mg.": "mg", "milligram": "mg", "milligrams": "mg", "gm": "g", "gms": "g", "gram": "g", "grams": "g",
    "G": "g", "KG": "kg", "Kg": "kg", "kgs": "kg", "nanogram": "ng", "nanograms": "ng", "ml": "mL", "ML": "mL",
    "cc": "mL", "dl": "dL", "DL": "dL", "l": "L", "litre": "L", "litres": "L", "liter": "L", "liters": "L",
    "µL": "uL", "μL": "uL", "ul": "uL", "fl": "fL", "mEq": "meq", "Eq": "eq", "µmol": "umol", "μmol": "umol",
    "mM": "mmol/L", "mOsm": "mosm", "Osm": "osm",
    "IU": "[iU]", "iu": "[iU]", "I.U.": "[iU]", "mIU": "m[iU]", "kIU": "k[iU]", "MIU": "M[iU]", "µIU": "u[iU]",
    "U": "{unit}", "u": "{unit}", "unit": "{unit}", "units": "{unit}", "Unit": "{unit}", "Units": "{unit}",
    "USP": "[USP'U]", "anti-Xa": "[anti'Xa'U]", "CFU": "[CFU]", "cfu": "[CFU]", "Cal": "kcal",
    "Kcal": "kcal", "joule": "J", "joules": "J", "percent": "%",
    "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "H": "h", "day": "d", "days": "d", "daily": "d", "D": "d",
    "week": "wk", "weeks": "wk", "w": "wk", "wks": "wk", "month": "mo", "months": "mo", "year": "a", "years": "a",
    "y": "a", "yr": "a", "yrs": "a", "minute": "min", "minutes": "min", "mins": "min", "sec": "s", "secs": "s",
    "second": "s", "seconds": "s", "m²": "m2", "m^2": "m2", "sqm": "m2", "cm²": "cm2", "cm^2": "cm2",
    "1.73m2": "{1.73_m2}", "1.73m²": "{1.73_m2}", "1.73_m2": "{1.73_m2}", "{1.73m2}": "{1.73_m2}",
    "°C": "Cel", "C": "Cel", "mmHg": "mm[Hg]", "cmH2O": "cm[H2O]", "pH": "[pH]", "GPL": "[GPL'U]", "MPL": "[MPL'U]",
    "10^3": "10*3", "10^6": "10*6", "10^9": "10*9", "10^12": "10*12", "10³": "10*3", "10⁶": "10*6", "10⁹": "10*9",
    "10¹²": "10*12", "cells": "{cells}", "cell": "{cells}", "copies": "{copies}", "bpm": "{beats}/min",
    "hpf": "[HPF]", "HPF": "[HPF]", "tab": "{tablet}", "tabs": "{tablet}", "cap": "{capsule}", "caps": "{capsule}",
    "suppositories": "{suppository}", "pessaries": "{pessary}", "patches": "{patch}", "gtt": "{drop}",
    "FTU": "{fingertip_unit}", "ampule": "{ampoule}", "ampules": "{ampoule}", "amp": "{ampoule}", "amps": "{ampoule}",
    **{name[1:-1]: name for name in ITEMS},
    **{f"{name[1:-1]}s": name for name in ITEMS if not name.endswith(("ry}", "ch}"))},
}  # fmt: skip
"""What people write, and the UCUM code that they mean; only ever offered as a hint."""
