"""Any valid dose is worded whole: every number, unit, route and limit of the data, no other number, and no hole.

What is expected is written here by hand, from the rules of the houses, and not taken from the profiles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from generator.compiler.dosing.bites import bites
from generator.compiler.dosing.profiles import PROFILES
from generator.compiler.dosing.written_dose import WrittenDose
from generator.model.bound import Bound
from generator.model.dose import Administration, Dose, Maximum
from generator.model.dose.totals import course_total
from generator.model.field import Part
from generator.model.quantity import Quantity
from generator.model.times import Times
from generator.model.unit_table import AMOUNTS, ITEMS, TIMES
from generator.model.units import Unit
from generator.pages.inline import plain_text
from tests.compiler.test_dose_arithmetic import HOURS, listed_total
from tests.compiler.written import written
from tests.model.dose_strategy import Data, doses

_NUMBER = re.compile(r"(?<![\w.,:-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d|:\d)")
_INTERVALS = {"every", "per", "each"}
"""Fields in which one unit is a word of its own: "daily", "every hour"."""
_WORDS_OF_COUNTS = {"divided_into": 0, "count": 1}
"""Up to which count a field says a word: "twice", "a single dose"."""
_OWN_NUMBERS = ("1.73", "24", "10", "1")
"""Numbers of the words themselves: 1.73 m², "in 24 hours", the ten of × 10⁹, "1 cycle"."""
_HALVED = ("tablet", "capsule", "sachet", "suppository", "patch", "ampoule", "vial", "lozenge")
"""What is cut or shared in halves, and then said in words; half a unit of insulin stays a number."""

# --- units, as each house writes them

_SIGNS = {
    **{sign: sign for sign in ("kg", "g", "mg", "L", "dL", "mL", "fL", "mol", "mmol", "nmol", "pmol", "m2")},
    **{
        sign: sign for sign in ("kBq", "MBq", "GBq", "mCi", "Gy", "mGy", "mSv", "J", "kJ", "cal", "kcal", "%")
    },
    "ug": "mcg",
    "uL": "mcL",
    "umol": "micromol",
    "eq": "Eq",
    "meq": "mEq",
    "m2": "m²",
    "mm[Hg]": "mmHg",
    "mg.min": "mg·min",
    "10*9": "× 10⁹",
}
_WORDS = {
    **{
        f"{{{item}}}": f"{item}|{item}s"
        for item in ("tablet", "capsule", "lozenge", "sachet", "strip", "puff")
    },
    **{
        f"{{{item}}}": f"{item}|{item}s"
        for item in ("actuation", "spray", "drop", "application", "enema", "vial")
    },
    **{
        f"{{{item}}}": f"{item}|{item}s"
        for item in ("applicatorful", "syringe", "pen", "implant", "dose", "unit")
    },
    "{patch}": "patch|patches",
    "{suppository}": "suppository|suppositories",
    "{pessary}": "pessary|pessaries",
    "{ampoule}": "ampule|ampules",
    "{fingertip_unit}": "fingertip unit|fingertip units",
    "{beats}": "beat|beats",
    "ng": "nanogram|nanograms",
    "pg": "picogram|picograms",
    "U": "unit|units",
    "[iU]": "international unit|international units",
    "u[iU]": "micro-international unit|micro-international units",
    "m[iU]": "milli-international unit|milli-international units",
    "k[iU]": "thousand international units|thousand international units",
    "M[iU]": "million international units|million international units",
    "[USP'U]": "USP unit|USP units",
    "[anti'Xa'U]": "anti-Xa unit|anti-Xa units",
    "[CFU]": "colony-forming unit|colony-forming units",
    "s": "second|seconds",
    "min": "minute|minutes",
    "h": "hour|hours",
    "d": "day|days",
    "wk": "week|weeks",
    "mo": "month|months",
    "a": "year|years",
}
_BRITISH = {
    "ug": "microgram|micrograms",
    "L": "litre|litres",
    "uL": "microlitre|microlitres",
    "umol": "micromole|micromoles",
    "nmol": "nanomole|nanomoles",
    "pmol": "picomole|picomoles",
    "{ampoule}": "ampoule|ampoules",
}
_ABOVE: dict[str, dict[str, str]] = {
    "us-ismp": {**_SIGNS, **_WORDS},
    "uk-clinician": {**_SIGNS, **_WORDS, **_BRITISH},
    "nhs-patient": {
        **_SIGNS,
        **_WORDS,
        **_BRITISH,
        "mL": "ml",
        "dL": "dl",
        "m2": "square metre|square metres",
    },
}
"""What stands after a number: a sign, or one word for one and another for many."""
_PER_ITEM = {f"{{{item}}}": f" per {item}" for item in ("puff", "tablet", "vial")}
_BELOW: dict[str, dict[str, str]] = {
    "us-ismp": {
        "kg": "/kg",
        "m2": "/m²",
        "mL": "/mL",
        "dL": "/dL",
        "L": "/L",
        "{1.73_m2}": "/1.73 m²",
        **_PER_ITEM,
        "min": " per minute",
        "h": " per hour",
        "d": " per day",
        "wk": " per week",
    },
    "uk-clinician": {
        "kg": "/kg",
        "m2": "/m²",
        "mL": "/mL",
        "dL": "/dL",
        "L": "/litre",
        "{1.73_m2}": "/1.73 m²",
        **_PER_ITEM,
        "min": "/minute",
        "h": "/hour",
        "d": " per day",
        "wk": " per week",
    },
    "nhs-patient": {
        "kg": " for each kg of body weight",
        "m2": " for each square metre of body surface",
        "mL": "/ml",
        "dL": "/dl",
        "L": "/litre",
        "{1.73_m2}": "/1.73 m²",
        **_PER_ITEM,
        "min": " a minute",
        "h": " an hour",
        "d": " a day",
        "wk": " a week",
    },
}
_LABORATORY_TIMES = {"min": "/min"}
"""Below the stroke of what is measured in blood or urine, a time is a sign in every house; heart beats are words."""


def test_every_unit_of_a_dose_is_in_the_table_above() -> None:
    for profile, words in _ABOVE.items():
        assert not {*AMOUNTS, *ITEMS, *TIMES} - set(words), profile


def _with_unit(profile: str, ends: str, unit: Unit, *, is_one: bool, is_measured: bool = False) -> str:
    """``1 to 2 mg/kg``, ``250mg``, ``3 tablets``."""
    above, *below = unit.parts
    said = _ABOVE[profile][above]
    counts_beats = above == "{beats}"
    if "|" in said:
        word = said.split("|")[0 if is_one else 1]
        shown = f"{ends} {word}"
    else:
        is_apart = said.startswith("×") or (profile != "nhs-patient" and said != "%")
        shown = f"{ends} {said}" if is_apart else f"{ends}{said}"
    short = _LABORATORY_TIMES if is_measured and not counts_beats else {}
    return shown + "".join(short.get(atom, _BELOW[profile][atom]) for atom in below)


def _said_quantity(profile: str, value: Quantity) -> str:
    item = value.unit.code.strip("{}")
    if value.low == value.high == Decimal("0.5") and value.unit.code == f"{{{item}}}" and item in _HALVED:
        item = _ABOVE[profile][value.unit.code].split("|")[0]
        return f"half an {item}" if item.startswith("a") else f"half a {item}"
    ends = f"{_shown(value.low)} to {_shown(value.high)}" if value.is_range else _shown(value.low)
    return _with_unit(profile, ends, value.unit, is_one=value.high == 1)


def _said_limit(profile: str, value: Bound) -> str:
    """``less than 30 mL/min``, ``10 to less than 20 kg``."""
    ends = " to ".join(map(_shown, value.numbers))
    if value.below_high:
        ends = ends.replace(" to ", " to less than ")
    if value.unit is not None:
        is_one = value.numbers[-1] == 1
        ends = _with_unit(profile, ends, value.unit, is_one=is_one, is_measured=not value.unit.is_time)
    no_more = profile == "nhs-patient" and value.comparator == "at most"
    return f"{'no more than' if no_more else value.comparator} {ends}".strip()


# --- what the data holds


def _shown(number: Decimal | int) -> str:
    whole, _, rest = f"{number:f}".partition(".") if isinstance(number, Decimal) else (str(number), "", "")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", whole)
    return f"{grouped}.{rest}" if rest else grouped


def _values(value: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of a dose with the name of its field."""
    if isinstance(value, Part):
        for name in sorted(value.model_fields_set):
            yield from _values(getattr(value, name), name)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _values(item, field)
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item, field)
    else:
        yield field, value


def _numbers(leaves: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Every number of the data as readers see it, but for those that are words ("daily", "twice", "half a tablet")."""
    for field, value in leaves:
        if isinstance(value, Quantity):
            is_word = field in _INTERVALS and value.low == value.high == 1
            if not is_word:
                yield from _NUMBER.findall(_said_quantity("us-ismp", value))
        elif isinstance(value, Bound):
            yield from map(_shown, value.numbers)
        elif isinstance(value, Times) and (value.is_range or value.low > _WORDS_OF_COUNTS.get(field, 2)):
            yield from (_shown(value.low), _shown(value.high))
        elif isinstance(value, int) and not isinstance(value, bool) and (field != "at_most" or value > 2):
            yield _shown(value)


def _regimen(dose: Dose) -> Iterator[tuple[str, Any]]:
    """How much, how often, how long and how much at most: what the dose says of itself, of its steps or its bands."""
    for name in sorted(set(Administration.model_fields) & dose.model_fields_set):
        yield from _values(getattr(dose, name), name)
    yield from _values(dose.steps or ())
    if _bands_are_the_dose(dose):
        yield from _values(dose.bands)
    elif _starts_with_a_titration(dose):
        yield from _values(dose.titration)


def _gives(given: Administration) -> bool:
    return bool(given.amount or given.amounts or given.rate or given.course_total)


def _starts_with_a_titration(dose: Dose) -> bool:
    starts = dose.titration is not None and dose.titration.start is not None
    return starts and not (dose.steps or _gives(dose))


def _bands_are_the_dose(dose: Dose) -> bool:
    is_given = dose.steps or _gives(dose) or _starts_with_a_titration(dose)
    return any(map(_gives, dose.bands)) and not is_given


_SIMPLE = {
    "amount",
    "times",
    "every",
    "per",
    "divided_into",
    "count",
    "duration",
    "rate",
    "method",
    "over",
    "strength",
}
_NOT_SIMPLE = set(Administration.model_fields) - _SIMPLE


def _totals(given: Administration) -> Iterator[str]:
    """The total of a course: of a simple one counted dose by dose, of any other as computed."""
    spans = [span for span in (given.every, given.per, given.duration) if span is not None]
    is_simple = not (_NOT_SIMPLE | {"titration"}) & given.model_fields_set and given.amount is not None
    if is_simple and given.count is None and _is_short(spans) and given.amount is not None:
        is_summed = given.amount.unit.code != "%" and not {"h", "d", "wk", "mL"} & set(
            given.amount.unit.parts[1:]
        )
        total = listed_total(given) if is_summed else None
    else:
        total = course_total(given)
    if total is not None:
        yield from (_rounded(total.low, None), _rounded(total.high, None))


def _is_short(spans: list[Quantity]) -> bool:
    known = all(span.unit.code in HOURS for span in spans)
    return known and all(span.low >= 1 and span.high <= 1000 for span in spans)


def _computed(dose: Dose) -> Iterator[str]:
    """The totals and the bodies at which a limit bites: the only numbers that no entry states."""
    for administration in dose.administrations:
        yield from _totals(administration)
        if isinstance(administration.maximum, Maximum):
            for limit in ("per_dose", "per_day", "per_week", "per_course", "rate"):
                for cap in administration.maximum.caps(limit):
                    for bite in bites(administration, limit, cap):
                        yield _rounded(bite.size, 1 if bite.unit == "kg" else 2)


def _rounded(value: Fraction, places: int | None) -> str:
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    if places is not None:
        decimal = Decimal(round(value * 10**places)) / 10**places
    text = f"{decimal:f}"
    return _shown(Decimal(text.rstrip("0").rstrip(".") if "." in text else text))


def _without_clocks_and_days(text: str) -> str:
    return re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}|\d{2}:\d{2}|10[³⁶⁹¹²]+", " ", text)


def _numbers_in(text: str) -> set[str]:
    return set(_NUMBER.findall(_without_clocks_and_days(text)))


# --- the property


@given(dose=doses())
def test_a_dose_is_worded_whole(dose: Dose) -> None:
    """Each check in every profile, on the same dose: drawing one costs more than wording it."""
    for profile in PROFILES:
        words = written(dose, profile)
        full = plain_text(words.full())
        quoted = (plain_text(words.phrase), plain_text(words.line))
        for text in (plain_text(words.short), full, *quoted):
            _has_no_hole(text)
        _has_every_number_and_no_other_but_the_computed_ones(dose, full)
        _has_every_unit_behind_its_number(profile, dose, full)
        _has_every_route_and_says_what_is_not_stated(profile, dose, full)
        _says_how_often_only_where_it_is_recorded(dose, full)
        _has_every_moment(profile, _values(dose), full)
        for text in quoted:
            _has_every_number_of_the_regimen(dose, text)
            _has_every_moment(profile, _regimen(dose), text)
            _says_that_there_is_more(dose, words, text)
    _says_in_a_table_what_the_sentences_say(dose)


def _has_no_hole(text: str) -> None:
    assert text.strip() == text
    assert text
    for hole in ("  ", " ,", " ;", " .", ",,", ";;", "..", "()", ": .", ":;", "{span}", "None", "[", "]"):
        assert hole not in text, f"“{hole}” in: {text}"
    for twice in ("each each", "every every", "per per", "and and", "for for"):
        assert twice not in text, text
    assert not re.search(r"\{(?!unit)[a-z_]+\}", text), text
    assert text.count("(") == text.count(")")


def _has_every_number_and_no_other_but_the_computed_ones(dose: Dose, text: str) -> None:
    said, wanted = _numbers_in(text), set(_numbers(_values(dose)))
    assert wanted <= said | {"10"}, f"left out {wanted - said}: {text}"
    invented = said - wanted - set(_computed(dose)) - set(_OWN_NUMBERS)
    assert not invented, f"invented {invented}: {text}"


def _has_every_number_of_the_regimen(dose: Dose, text: str) -> None:
    said, wanted = _numbers_in(text), set(_numbers(_regimen(dose)))
    assert wanted <= said | {"10"}, f"left out {wanted - said}: {text}"
    invented = said - set(_numbers(_values(dose))) - set(_computed(dose)) - set(_OWN_NUMBERS)
    assert not invented, f"invented {invented}: {text}"


def _has_every_moment(profile: str, leaves: Iterable[tuple[str, Any]], text: str) -> None:
    """Weekdays, parts of the day, times of day, and whether at night, too."""
    words = PROFILES[profile].words
    for field, value in leaves:
        if field == "days" and isinstance(value, str):
            assert value.capitalize() in text, f"{value}: {text}"
        elif field == "at":
            assert value in text, f"{value}: {text}"
        elif field == "when":
            assert words[f"when-{value}"] in text, f"{value}: {text}"
        elif field == "waking_hours":
            assert words["waking-hours" if value else "day-and-night"] in text, f"waking hours: {text}"


def _has_every_unit_behind_its_number(profile: str, dose: Dose, text: str) -> None:
    """As often as the data says it, though not more seldom where the same stands in two fields."""
    wanted: Counter[str] = Counter()
    for field, value in _values(dose):
        if isinstance(value, Quantity) and not (field in _INTERVALS and value.low == value.high == 1):
            wanted[_said_quantity(profile, value)] += 1
        elif isinstance(value, Bound):
            wanted[_said_limit(profile, value)] += 1
    for said, number in wanted.items():
        found = re.findall(rf"(?<![\d.,]){re.escape(said)}(?![\w/·])", text)
        assert len(found) >= number, f"“{said}” {number} times in: {text}"


def _has_every_route_and_says_what_is_not_stated(profile: str, dose: Dose, text: str) -> None:
    """Each part that names a route (the dose, a step, a variant, a titration) has it said: as often as it is named."""
    words = PROFILES[profile].words
    for route, number in Counter(value for field, value in _values(dose) if field == "route").items():
        said = words["route-not-stated"] if route == "not-stated" else PROFILES[profile].routes[route][1]
        assert text.count(said) >= number, f"“{said}” {number} times in: {text}"
    assert "not-stated" not in text
    if _lacks_a_route(dose):
        assert words["route-not-stated"] in text
    if dose.maximum == "not-stated":
        assert words["maximum-not-stated"] in text


def _parts(dose: Dose) -> tuple[Any, ...]:
    return dose.steps or (dose.bands if _bands_are_the_dose(dose) else ())


def _lacks_a_route(dose: Dose) -> bool:
    given = [part for part in _parts(dose) if getattr(part, "change", "use") == "use"]
    has_all = bool(given) and all(part.route not in (None, "not-stated") for part in given)
    return dose.route in (None, "not-stated") and not has_all


def _lacks_a_maximum(dose: Dose) -> bool:
    given = [part for part in _parts(dose) if getattr(part, "change", "use") == "use"]
    has_all = bool(given) and all(part.maximum not in (None, "not-stated") for part in given)
    return dose.maximum in (None, "not-stated") and not has_all


def _says_that_there_is_more(dose: Dose, words: WrittenDose, text: str) -> None:
    """What bounds a dose is said wherever the dose stands alone: in its own words, or that more conditions apply."""
    profile = words.writer.profile.words
    if profile["more-conditions"] not in text:
        for field in _bounds(dose):
            facts = [plain_text(fact.run).rstrip(".") for fact in words.facts if fact.field[:1] == (field,)]
            assert facts, field
            assert all(fact in text for fact in facts), f"{field} is not said: {text}"
    if dose.purpose != "recommended":
        is_named = dose.purpose == "usual" and dose.indication not in (None, "not-stated")
        said = f"usual dose for {dose.indication}" if is_named else profile[f"purpose-{dose.purpose}"]
        assert said in text or profile["more-conditions"] in text
    if _lacks_a_route(dose):
        assert profile["route-not-stated"] in text
    if _lacks_a_maximum(dose):
        assert profile["maximum-missing"] in text or profile["maximum-not-stated"] in text


def _bounds(dose: Dose) -> Iterator[str]:
    """The fields of the dose beside its regimen that limit or change it."""
    if dose.population is not None:
        yield "population"
    if dose.bands and not _bands_are_the_dose(dose):
        yield "bands"
    if dose.titration is not None and not _starts_with_a_titration(dose):
        yield "titration"
    yield from (name for name in ("renal", "hepatic") if isinstance(getattr(dose, name), tuple))
    yield from (name for name in ("stop", "never") if getattr(dose, name))


def _says_how_often_only_where_it_is_recorded(dose: Dose, text: str) -> None:
    counts = [value for field, value in _values(dose) if field in ("times", "at_most")]
    often = Counter(
        count if isinstance(count, int) else count.low
        for count in counts
        if isinstance(count, int) or not count.is_range
    )
    for number, word in ((1, "once"), (2, "twice")):
        found = len(re.findall(rf"\b{word}\b", text))
        assert (found > 0) == (often[number] > 0), text


def _says_in_a_table_what_the_sentences_say(dose: Dose) -> None:
    """A row of a table (dose, route, maximum, total, facts, omissions) loses no number of the sentences."""
    words = written(dose)
    row = [words.short, words.route, words.maximum, words.total, *(fact.run for fact in words.facts)]
    cells = " | ".join([*map(plain_text, row), *(fact.label for fact in words.facts)])
    assert set(_NUMBER.findall(plain_text(words.full()))) <= set(_NUMBER.findall(cells))


_TAKEN_OVER_BY_NO_STEP = (
    {"times": "6 to 7", "every": "1 d", "steps": [{"amount": "2 mg", "times": "3", "every": "8 h"}]},
    {"at": ["18:00"], "steps": [{"amount": "1 mg", "when": ["morning"]}]},
    {
        "when": ["after-meals"],
        "steps": [{"amount": "1 mg", "waking_hours": "yes"}, {"amount": "2 mg", "days": ["sunday"]}],
    },
)


@pytest.mark.parametrize("fields", _TAKEN_OVER_BY_NO_STEP, ids=["interval", "time of day", "meals"])
def test_a_time_of_the_dose_that_no_step_takes_over_is_said_or_refused(fields: Data) -> None:
    try:
        dose = Dose.model_validate({"drug": "examplin", "purpose": "recommended", **fields})
    except ValidationError:
        return
    text = plain_text(written(dose).full())
    _has_every_moment("us-ismp", _values(dose), text)
    _has_every_number_and_no_other_but_the_computed_ones(dose, text)


# --- the tests above can fail


def test_days_are_no_numbers_of_a_dose() -> None:
    # Guards the tests above: a day or a clock time is not taken for a dose.
    assert not _NUMBER.findall(_without_clocks_and_days("on 15 January 2026 at 08:15"))


def test_no_route_is_part_of_another() -> None:
    # Guards the count of routes: "into the skin" within "under and into the skin" would count for both.
    for profile in PROFILES.values():
        said = [words for _, words in profile.routes.values()]
        assert len(set(said)) == len(said)
        assert not [(one, other) for one in said for other in said if one != other and one in other]
