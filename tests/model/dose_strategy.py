"""Random valid doses, as an editor could write them: `doses()` reaches every field and every word of the model.

A dose is drawn as plain data (what stands in a file) and read by the model. The strategy is made from the model itself:
a new field, a new word of a list and a new rule of ``generator.model.alternatives`` are drawn without a change here.
What only a validator knows (a unit that must fit, times that must agree) stands below.

All words are marked and free of digits (``word-qxz``), so that a test can tell them from numbers and units.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from generator.model.alternatives import Alternative, alternatives_of
from generator.model.bound import Bound
from generator.model.dose import (
    EACH_STEP,
    TIMING_GROUPS,
    Administration,
    Cycle,
    Dose,
    DoseStep,
    Repeat,
    StopRule,
    TimedAmount,
    TimeOfDay,
    Variant,
    When,
)
from generator.model.dose.administration import WholeAdministration
from generator.model.field import Part
from generator.model.quantity import Amount, Concentration, Duration, Quantity, Rate
from generator.model.text import Count, Day, Id, QuotedDose, Wording, WorkKey, YesNo
from generator.model.times import Times
from generator.model.units import known_units

Data: TypeAlias = dict[str, Any]
"""What an editor writes: texts, lists and mappings."""
Values: TypeAlias = st.SearchStrategy[Any]

NOT_STATED = "not-stated"
_MOST_FIELDS = {Dose: 10, DoseStep: 4, Variant: 4}
_OTHERWISE = 6
_OFTEN = ("steps", "bands", "titration", "maximum", "amounts", "route", "label", "after")
"""Fields with much in them are drawn more often than others."""


def doses() -> st.SearchStrategy[Dose]:
    """Any valid dose."""
    return dose_data().map(Dose.model_validate)


def dose_data() -> st.SearchStrategy[Data]:
    """The plain data of any valid dose."""
    return _parts(Dose)


# --- words


def marked(mark: str) -> st.SearchStrategy[str]:
    """``drug-qxz``"""
    return st.text("qxzjv", min_size=1, max_size=6).map(lambda letters: f"{mark}-{letters}")


WORDS = st.lists(marked("word"), min_size=1, max_size=3).map(" ".join)
WORDING = WORDS | st.dictionaries(
    st.sampled_from(["clinician", "patient", "carer"]), WORDS, min_size=1, max_size=2
)

# --- numbers


def _decimal_text(digits: int, places: int) -> str:
    """No zero stands at the end: 120 with two places gives 1.21."""
    return format(Decimal(digits + (digits % 10 == 0)).scaleb(-places), "f")


NUMBERS = (
    st.integers(1, 12).map(str)
    | st.integers(1, 3_000_000).map(str)
    | st.builds(_decimal_text, st.integers(1, 99_999), st.integers(1, 4))
)
COUNTS = st.integers(1, 12).map(str)


def _rising(numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.lists(numbers, min_size=2, max_size=2, unique=True)
    return pairs.map(lambda pair: " to ".join(sorted(pair, key=Decimal)))


def quantities(units: list[str]) -> st.SearchStrategy[str]:
    """``40 mg``, ``1 to 2 mg/kg``: a number or a range, in any of these units."""
    return st.builds(
        lambda number, unit: f"{number} {unit}", NUMBERS | _rising(NUMBERS), st.sampled_from(units)
    )


def bounds(units: list[str]) -> st.SearchStrategy[str]:
    """``less than 30 mL/min``, ``10 to 19 kg``, ``10 to less than 20 kg``, ``2 to 3`` (for the unit ``""``)."""
    words = st.sampled_from(["less than ", "at most ", "at least ", "more than ", ""])
    ranges = _rising(NUMBERS)
    numbers = (
        st.builds(str.__add__, words, NUMBERS)
        | ranges
        | ranges.map(lambda text: text.replace(" to ", " to less than "))
    )
    return st.builds(lambda number, unit: f"{number} {unit}".strip(), numbers, st.sampled_from(units))


# --- units, by what they are for

_BY_BODY = ["mg", "g", "ug", "ng", "mmol", "meq", "mL", "{unit}", "[iU]", "MBq", "kcal"]
PER_KG_UNITS = [f"{unit}/kg" for unit in _BY_BODY]
AMOUNT_UNITS = [
    *known_units()["amounts"],
    *known_units()["items"],
    *PER_KG_UNITS,
    *(f"{unit}/m2" for unit in _BY_BODY),
    *("mg.min/mL", "mg/d", "g/d", "mg/kg/d", "[iU]/wk"),
]
TIME_UNITS = list(known_units()["times"])
RATE_UNITS = [
    unit + per
    for unit in ("mg", "ug", "mL", "{unit}", "[iU]", "mmol", "{drop}")
    for per in ("/h", "/min", "/d", "/kg/h", "/kg/min", "/m2/h")
]
CONCENTRATION_UNITS = ["mg/mL", "ug/mL", "g/L", "mmol/L", "meq/L", "{unit}/mL"]
STRENGTH_UNITS = ["ug/{puff}", "mg/{tablet}", "mg/mL", "{unit}/mL", "g/dL", "[iU]/{vial}"]
LABORATORY_UNITS = ["10*9/L", "mmol/L", "mg/dL", "mm[Hg]", "{beats}/min", "U/L", ""]
_FLOW = ["mL/min", "mL/min/{1.73_m2}"]

_BY_NAME: Mapping[str, Values] = {
    "drug": marked("drug"),
    "one_of": marked("drug"),
    "strength": quantities(STRENGTH_UNITS),
    "fraction": quantities(["%"]),
    "body_weight": quantities(["kg"]),
    "every": st.sampled_from(["1 d", "8 h", "1 wk"]) | quantities(TIME_UNITS),
    "offset": st.sampled_from(["30 min", "1 h"]) | quantities(TIME_UNITS),
    "reduce_to": quantities(["%"]) | quantities(AMOUNT_UNITS),
    "country": st.sampled_from(["US", "GB", "DE"]),
    "age": bounds(TIME_UNITS),
    "gestation": bounds(["wk", "d"]),
    "weight": bounds(["kg", "g"]),
    "body_surface": bounds(["m2"]),
    "egfr": bounds(_FLOW),
    "creatinine_clearance": bounds(_FLOW),
}
"""Fields whose values must be of a certain kind."""

_BY_MARK: tuple[tuple[Any, Values], ...] = (
    (Duration, quantities(TIME_UNITS)),
    (Rate, quantities(RATE_UNITS)),
    (Concentration, quantities(CONCENTRATION_UNITS)),
    (Amount, quantities(AMOUNT_UNITS)),
    (Id, marked("id")),
    (QuotedDose, marked("id")),
    (WorkKey, marked("work")),
    (TimeOfDay, st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))),
    (Day, st.dates(date(1900, 1, 1)).map(str)),
    (Count, COUNTS),
    (YesNo, st.sampled_from(["yes", "no"])),
)
"""The annotated types of the model, each told by its own first mark."""

_BY_TYPE: Mapping[Any, Values] = {
    Times: COUNTS | _rising(COUNTS),
    Bound: bounds(LABORATORY_UNITS),
    Wording: WORDING,
    Quantity: quantities(AMOUNT_UNITS),
    str: WORDS,
}

# --- from the model to strategies


def _values(hint: Any, name: str) -> Values:
    """The values of a field, by its annotation."""
    if name in _BY_NAME and _plain(hint) in (Quantity, Bound, str):
        return _BY_NAME[name]
    if get_origin(hint) is Annotated:
        marks = get_args(hint)[1:]
        known = [values for alias, values in _BY_MARK if get_args(alias)[1] in marks]
        return known[0] if known else _values(get_args(hint)[0], name)
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    inner = [one for one in get_args(hint) if one not in (type(None), ...)]
    if get_origin(hint) is tuple:
        unique = get_origin(inner[0]) is Literal or inner[0] == TimeOfDay
        return st.lists(_values(inner[0], name), min_size=1, max_size=3, unique=unique)
    if get_origin(hint) is dict:
        return st.dictionaries(*(_values(one, name) for one in inner), min_size=1, max_size=2)
    if inner:
        return st.one_of([_values(one, name) for one in inner])
    return _parts(hint) if issubclass(hint, Part) else _BY_TYPE[hint]


def _plain(hint: Any) -> Any:
    return _plain(get_args(hint)[0]) if get_origin(hint) is Annotated else hint


@cache
def _fields(part: type[Part]) -> dict[str, Values]:
    hints = get_type_hints(part, include_extras=True)
    return {name: _values(hints[name], name) for name in part.model_fields}


@cache
def _choices(part: type[Part]) -> st.SearchStrategy[list[str]]:
    optional = [name for name, info in part.model_fields.items() if not info.is_required()]
    optional += 3 * [name for name in _OFTEN if name in optional]
    most = _MOST_FIELDS.get(part, _OTHERWISE)
    return st.lists(st.sampled_from(optional), max_size=most, unique=True) if optional else st.just([])


_one_of = cache(st.sampled_from)


@cache
def _parts(part: type[Part]) -> st.SearchStrategy[Data]:
    return _CYCLES if part is Cycle else st.deferred(lambda: _data_of(part))


@st.composite
def _data_of(draw: st.DrawFn, part: type[Part]) -> Data:
    fields, info = _fields(part), part.model_fields
    required = [name for name in fields if info[name].is_required()]
    chosen = _allowed([*required, *draw(_choices(part))], part, draw)
    data = {name: draw(fields[name]) for name in fields if name in chosen}
    for base, mend in _MENDED.items():
        if issubclass(part, base):
            mend(data, draw)
    return {info[name].alias or name: value for name, value in data.items()}


_rules = cache(alternatives_of)


def _allowed(chosen: list[str], part: type[Part], draw: st.DrawFn) -> list[str]:
    """Add what is needed, then drop what cannot stand together; what comes first stays."""
    rules = _rules(part)
    for _ in range(2):
        for rule in rules:
            given = set(rule.names or part.model_fields) & set(chosen)
            if not given and (rule.when in chosen if rule.when else rule.kind != "not together"):
                chosen = [draw(_one_of(rule.names or tuple(part.model_fields))), *chosen]
    for _ in rules:
        for rule in rules:
            chosen = _without_clash(chosen, rule)
    return chosen


def _without_clash(chosen: list[str], rule: Alternative) -> list[str]:
    given = [name for name in chosen if name in rule.names]
    if rule.kind in ("exactly one", "not together"):
        return [name for name in chosen if name not in given[1:]]
    if rule.kind == "needs" and not given:
        return [name for name in chosen if name != rule.when]
    return chosen


# --- what only validators know


@st.composite
def _cycles(draw: st.DrawFn) -> Data:
    """The days with the drug and the days without make up the length; listed days lie within."""
    unit, days = draw(st.sampled_from([("d", 1), ("wk", 7)]))
    length = draw(st.integers(2, 42))
    on = draw(st.integers(1, length - 1))
    within = st.lists(st.integers(1, length * days).map(str), min_size=1, max_size=4, unique=True)
    optional: dict[str, Values] = {
        "on": st.just(f"{on} {unit}"),
        "off": st.just(f"{length - on} {unit}"),
        "days": within,
        "count": _BY_TYPE[Times],
    }
    return draw(st.fixed_dictionaries({"length": st.just(f"{length} {unit}")}, optional=optional))


_CYCLES = _cycles()
_PER_KG = quantities(PER_KG_UNITS)
_MEALS = st.lists(
    st.sampled_from([word for word in get_args(When) if word.startswith(("before-", "after-"))]),
    min_size=1,
    max_size=3,
    unique=True,
)


def _mend_administration(data: Data, draw: st.DrawFn) -> None:
    """An offset counts from a meal, and once a day cannot stand with two times of day."""
    _mend_timed(data, draw)
    if data.get("every") == "1 d" and data.get("times", "").isdigit():
        listed = data.get("at") or data.get("when") or []
        if listed and len(listed) != int(data["times"]):
            del data["times"]


def _mend_whole(data: Data, draw: st.DrawFn) -> None:
    """A body weight belongs to a dose per kg."""
    if "weight_basis" in data:
        name = next((name for name in ("amount", "course_total", "rate") if name in data), None)
        if name is None or name == "rate":
            del data["weight_basis"]
        else:
            data[name] = draw(_PER_KG)


def _mend_timed(data: Data, draw: st.DrawFn) -> None:
    if "offset" in data:
        data["when"] = draw(_MEALS)


def _mend_step(data: Data, draw: st.DrawFn) -> None:
    gives = any(name in data for name in ("amount", "amounts", "rate", "course_total", "fraction"))
    if not gives and not isinstance(data.get("taper"), dict):
        data["amount"] = draw(_BY_TYPE[Quantity])


def _mend_stop_rule(data: Data, draw: st.DrawFn) -> None:
    if data["action"] not in ("reduce", "slow-down"):
        data.pop("reduce_to", None)


def _mend_repeat(data: Data, draw: st.DrawFn) -> None:
    if data.get("at_most") == "0":
        data["at_most"] = "1"


def _mend_variant(data: Data, draw: st.DrawFn) -> None:
    """Who does not get the dose, or gets it unchanged, has no other dose."""
    own = {*Administration.model_fields, "fraction", "route", "form", "titration"}
    if data.get("change", "use") != "use":
        for name in own & set(data):
            del data[name]
    elif not own & set(data):
        data["fraction"] = draw(_BY_NAME["fraction"])


def _mend_dose(data: Data, draw: st.DrawFn) -> None:
    """It gives something; variants name steps that there are; a fraction is one of a total."""
    gives = ("amount", "amounts", "rate", "course_total", "steps", "bands")
    starts = "start" in data.get("titration", {}) or isinstance(data.get("maximum"), dict)
    if not starts and not any(name in data for name in gives):
        data["amount"] = draw(_BY_TYPE[Quantity])
    steps = data.get("steps", ())
    if any("fraction" in step for step in steps):
        data.setdefault("course_total", draw(_BY_TYPE[Quantity]))
    own = any(name in data for name in ("amount", "amounts", "rate", "course_total"))
    starts = "start" in data.get("titration", {})
    parts = steps or (() if own or starts else data.get("bands", ()))
    for group in TIMING_GROUPS:
        if parts and all("amounts" in part or any(name in part for name in group) for part in parts):
            for name in group:
                data.pop(name, None)
    labels = [EACH_STEP, *(step["label"] for step in steps if "label" in step)]
    for name in ("bands", "renal", "hepatic"):
        for variant in data[name] if isinstance(data.get(name), list) else ():
            if "step" in variant or (steps and "amount" in variant):
                variant["step"] = draw(st.sampled_from(labels))


_MENDED: Mapping[type[Part], Callable[[Data, st.DrawFn], None]] = {
    TimedAmount: _mend_timed,
    Administration: _mend_administration,
    WholeAdministration: _mend_whole,
    DoseStep: _mend_step,
    Variant: _mend_variant,
    StopRule: _mend_stop_rule,
    Repeat: _mend_repeat,
    Dose: _mend_dose,
}
