"""What is computed from a dose is right, and nothing is computed that does not follow.

The oracles below know nothing of the code under test: they list every single administration on a clock of hours.
The tables are to be read by a clinician: a dose in words, the same as data, and what follows from it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.compiler.dosing.bites import Bite, bites
from generator.model.dose import Administration, Dose, Maximum
from generator.model.dose.totals import Total, course_total
from generator.model.quantity import Quantity
from tests.model.dose_strategy import Data

HOURS = {"h": 1, "d": 24, "wk": 168}
_PERIODS = {"per_day": 24, "per_week": 168}
_SIZES = {
    "ug": Fraction(1, 1000),
    "mg": Fraction(1),
    "g": Fraction(1000),
    "{unit}": Fraction(1),
    "mL": Fraction(1),
}
_AN_HOUR = {"h": Fraction(1), "min": Fraction(60)}
_PEOPLE: dict[str, tuple[Fraction | int, Fraction | int]] = {"kg": (1, 300), "m2": (Fraction(1, 5), 3)}
"""Between which sizes there are patients: whatever one of them reaches must be said."""
_BODIES = {"kg": (Fraction(1, 2), 500), "m2": (Fraction(1, 10), 5)}
"""Beyond which sizes nothing is said, because there is nobody."""


def dose(fields: Data) -> Dose:
    return Dose.model_validate({"drug": "examplin", "purpose": "recommended", **fields})


def rows(table: str) -> list[Any]:
    """The rows of a table: a dose in words, as data, and after ``=`` what follows from it.

    Where "or none" stands, it is also right to say nothing: the number would have to be thought out by a reader, too.
    """
    cases = []
    for row in table.strip().split("\n\n"):
        words, data, wanted = row.split("\n")
        fields = yaml.load(f"{{{data}}}", Loader=yaml.BaseLoader)
        cases.append(pytest.param(fields, wanted.strip().removeprefix("= "), id=words))
    return cases


# --- the oracles


def moments_in(every: Fraction, span: Fraction) -> list[Fraction]:
    """The start of every interval from 0 on, up to but not including the end of the span."""
    moments, moment = [], Fraction(0)
    while moment < span:
        moments.append(moment)
        moment += every
    return moments


def hours(span: Quantity) -> tuple[Fraction, Fraction]:
    return Fraction(span.low) * HOURS[span.unit.code], Fraction(span.high) * HOURS[span.unit.code]


def listed_total(given: Administration) -> Total | None:
    """All administrations of a simple course, listed and added up; a cut interval or a single dose has no total."""
    assert given.amount is not None
    interval = given.every or given.per
    numbers = []
    for end in (0, 1):
        times = (given.times.low, given.times.high)[end] if given.times is not None else 1
        if given.count is not None:
            numbers.append((given.count.low, given.count.high)[end])
            continue
        if interval is None or interval.is_range or given.duration is None:
            return None
        every, span = hours(interval)[0], hours(given.duration)[end]
        starts = moments_in(every, span)
        if starts[-1] + every != span:
            return None
        numbers.append(len([(start, one) for start in starts for one in range(times)]))
    if numbers == [1, 1]:
        return None
    least, most = (
        sum([Fraction(amount)] * number, Fraction(0))
        for amount, number in zip((given.amount.low, given.amount.high), numbers, strict=True)
    )
    return Total(least, most, given.amount.unit.code)


def doses_within(given: Dose, period: int) -> int | None:
    """How many doses (or totals, with ``per``) fall on a period wherever it begins; None where that differs.

    Where the interval is longer than the period, one dose that is given at once is alone in it.
    """
    interval = given.every or given.per
    if interval is None or interval.is_range or (given.times is not None and given.times.is_range):
        return None
    every = hours(interval)[0]
    times = given.times.low if given.times is not None else 1
    starts = moments_in(every, period + 2 * every)
    with_first = len([start for start in starts if start < period])
    without_first = len([start for start in starts if 0 < start <= period])
    if with_first == without_first:
        return with_first * times
    return 1 if every > period and times == 1 and given.per is None else None


def _size_of(quantity: Quantity) -> Fraction:
    above, *below = quantity.unit.code.split("/")
    per_hour = _AN_HOUR.get(below[-1], Fraction(1)) if below else Fraction(1)
    return _SIZES[above] * per_hour


# --- course totals

_NUMBERS = st.integers(1, 40).map(str) | st.sampled_from(
    ["0.5", "2.5", "0.125", "1 to 2", "2.5 to 5", "300 to 600"]
)
_INTERVALS = st.sampled_from(
    [
        "1 h",
        "4 h",
        "6 h",
        "8 h",
        "12 h",
        "24 h",
        "36 h",
        "72 h",
        "1 d",
        "2 d",
        "3 d",
        "1 wk",
        "2 wk",
        "4 to 6 h",
    ]
)
_COUNTS = st.integers(1, 6).map(str) | st.sampled_from(["1 to 2", "3 to 4"])
_SPANS = st.builds(
    "{} {}".format,
    st.integers(1, 42).map(str) | st.sampled_from(["5 to 7", "2 to 4"]),
    st.sampled_from(["h", "d", "wk"]),
)


@st.composite
def _courses(draw: st.DrawFn) -> Data:
    unit = draw(st.sampled_from(["mg", "mg/kg", "mL", "{tablet}"]))
    fields = {"amount": f"{draw(_NUMBERS)} {unit}"}
    if draw(st.integers(0, 3)) == 0:
        return fields | {"per": draw(_INTERVALS), "duration": draw(_SPANS)}
    fields["every"] = draw(_INTERVALS)
    if draw(st.booleans()):
        fields["times"] = draw(_COUNTS)
    return fields | ({"duration": draw(_SPANS)} if draw(st.integers(0, 3)) else {"count": draw(_COUNTS)})


@example({"amount": "1 to 2 mg/kg", "every": "1 d", "times": "3 to 4", "duration": "5 to 7 d"})
@example({"amount": "1 mg", "every": "36 h", "duration": "3 d"})
@example({"amount": "1 mg", "every": "36 h", "duration": "4 d"})
@given(fields=_courses())
def test_a_total_is_the_sum_of_all_administrations(fields: Data) -> None:
    course = dose(fields)
    assert course_total(course) == listed_total(course)


_TOTALS = """
500 mg every 8 h for 7 d
  amount: 500 mg, every: 8 h, duration: 7 d
  = 10500 mg

500 mg 3 times a day for 7 d
  amount: 500 mg, times: 3, every: 1 d, duration: 7 d
  = 10500 mg

1 to 2 mg/kg daily for 5 d
  amount: 1 to 2 mg/kg, every: 1 d, duration: 5 d
  = 5 to 10 mg/kg

1 g daily for 3 to 5 d
  amount: 1 g, every: 1 d, duration: 3 to 5 d
  = 3 to 5 g

30 mg/kg a day in all, in 3 doses, for 7 d
  amount: 30 mg/kg, per: 1 d, divided_into: 3, duration: 7 d
  = 210 mg/kg

500 mg 3 times a day with meals for 7 d
  amount: 500 mg, times: 3, every: 1 d, when: [with-meals], duration: 7 d
  = 10500 mg

500 mg every morning for 7 d
  amount: 500 mg, every: 1 d, when: [morning], duration: 7 d
  = 3500 mg

500 mg every 5 h for 1 d: 4 or 5 doses
  amount: 500 mg, every: 5 h, duration: 1 d
  = none

1 g as a single dose: no sum
  amount: 1 g, count: 1
  = none

a patch of 25 micrograms an hour every 72 h for 15 d: not 125 micrograms an hour
  amount: 25 ug/h, every: 72 h, duration: 15 d
  = none

2 mg/kg a day for 7 d
  amount: 2 mg/kg/d, every: 1 d, duration: 7 d
  = none

a solution of 5 mg/mL daily for 7 d
  amount: 5 mg/mL, every: 1 d, duration: 7 d
  = none

a cream of 1 % daily for 7 d: not 7 %
  amount: 1 %, every: 1 d, duration: 7 d
  = none

1 g every 6 h for 5 d, at most 3 g a day
  amount: 1 g, every: 6 h, duration: 5 d, maximum: {per_day: 3 g}
  = none

1 g daily for 3 to 5 d, at most 3 g a course
  amount: 1 g, every: 1 d, duration: 3 to 5 d, maximum: {per_course: 3 g}
  = none

1 g every 6 h for 5 d, at most 3 doses a day
  amount: 1 g, every: 6 h, duration: 5 d, maximum: {doses_per_day: 3}
  = none

500 mg daily with breakfast and dinner for 7 d: once or twice a day?
  amount: 500 mg, every: 1 d, when: [with-breakfast, with-dinner], duration: 7 d
  = none

500 mg daily at 08:00 and 20:00 for 7 d
  amount: 500 mg, every: 1 d, at: ["08:00", "20:00"], duration: 7 d
  = none

500 mg daily before meals for 7 d
  amount: 500 mg, every: 1 d, when: [before-meals], duration: 7 d
  = none

1 g every 8 h for 2 d, 5 doses in all: 5 or 6?
  amount: 1 g, every: 8 h, duration: 2 d, count: 5
  = none
"""


@pytest.mark.parametrize(("fields", "wanted"), rows(_TOTALS))
def test_course_totals_of_the_table(fields: Data, wanted: str) -> None:
    assert _as_words(course_total(dose(fields))) == wanted


def _as_words(total: Total | None) -> str:
    if total is None:
        return "none"
    low, high = (f"{float(end):g}" for end in (total.low, total.high))
    return f"{low} {total.unit}" if low == high else f"{low} to {high} {total.unit}"


_UNSETTLED: dict[str, Any] = {
    "as_needed": {"reason": "pain"},
    "taper": {"by": "100 mg", "each": "1 d", "to": "stop"},
    "titration": {"step": "100 mg", "each": "1 d", "target": "2 g"},
    "cycle": {"length": "7 d", "on": "3 d"},
    "days": ["monday", "thursday"],
    "waking_hours": "yes",
    "until": "the fever has gone",
    "maximum_duration": "10 d",
    "minimum_duration": "3 d",
}
_BINDING: dict[str, Any] = {
    "per_dose": "400 mg",
    "per_day": "1 g",
    "per_week": "2 g",
    "per_course": "2 g",
    "per_period": [{"amount": "1 g", "period": "3 d"}],
    "lifetime": "2 g",
    "doses_per_day": "2",
}


@pytest.mark.parametrize("field", [*_UNSETTLED, *_BINDING])
def test_what_may_change_the_number_of_doses_or_their_size_leaves_no_total(field: str) -> None:
    plain = {"amount": "500 mg", "times": "3", "every": "1 d", "duration": "7 d"}
    assert course_total(dose(plain)) == Total(Fraction(10_500), Fraction(10_500), "mg")
    unsettled = {"maximum": {field: _BINDING[field]}} if field in _BINDING else {field: _UNSETTLED[field]}
    assert course_total(dose({**plain, **unsettled})) is None


# --- the body at which a maximum bites

_FAMILIES = st.sampled_from([("ug", "mg", "g"), ("{unit}",), ("mL",)])
_CAPS = st.integers(1, 4000).map(str) | st.sampled_from(["0.5", "1.5", "37.5"])


@st.composite
def _capped(draw: st.DrawFn) -> tuple[Data, str, str]:
    """A dose by body size with one limit; the limit's name; and kg or m²."""
    family, body = draw(_FAMILIES), draw(st.sampled_from(["kg", "m2"]))
    amount, cap = (f"{draw(numbers)} {draw(st.sampled_from(family))}" for numbers in (_NUMBERS, _CAPS))
    limit = draw(st.sampled_from(["per_dose", "per_day", "per_week", "rate"]))
    if limit == "rate":
        spans = st.sampled_from(list(_AN_HOUR))
        return (
            {"rate": f"{amount}/{body}/{draw(spans)}", "maximum": {"rate": f"{cap}/{draw(spans)}"}},
            limit,
            body,
        )
    caps = {limit: cap}
    fields: Data = {"amount": f"{amount}/{body}", "maximum": caps}
    if limit != "per_dose" and draw(st.integers(0, 3)) == 0:
        return fields | {"per": draw(_INTERVALS)}, limit, body
    fields["every"] = draw(_INTERVALS)
    if draw(st.booleans()):
        fields["times"] = draw(_COUNTS)
    if limit in _PERIODS and draw(st.integers(0, 2)) == 0:
        caps["doses_per_day"] = draw(st.integers(1, 6).map(str))
    return fields, limit, body


@example(({"amount": "1 to 2 mg/kg", "every": "1 d", "maximum": {"per_day": "150 mg"}}, "per_day", "kg"))
@example(({"amount": "1 mg/kg", "every": "2 wk", "maximum": {"per_week": "50 mg"}}, "per_week", "kg"))
@given(drawn=_capped())
def test_at_a_bite_the_dose_just_meets_its_maximum(drawn: tuple[Data, str, str]) -> None:
    fields, limit, body = drawn
    capped = dose(fields)
    value, maximum = capped.rate or capped.amount, capped.maximum
    assert value is not None
    assert isinstance(maximum, Maximum)
    (cap,) = maximum.caps(limit)
    found = {bite.on: bite for bite in bites(capped, limit, cap)}
    number = doses_within(capped, _PERIODS[limit]) if limit in _PERIODS else 1
    if maximum.doses_per_day is not None:
        if number is None:
            return  # At most four doses a day, one every five hours: four, or none said. Both are right.
        number = min(number, maximum.doses_per_day * _PERIODS[limit] // 24)
    if number is None:
        assert not found
        return
    assert set(found) <= {Fraction(value.low), Fraction(value.high)}
    assert list(found) == sorted(found, reverse=True)
    for end in (Fraction(value.low), Fraction(value.high)):
        each = end * _size_of(value)
        reached = [_of_all(each, number, size) >= _size_of(cap) * Fraction(cap.low) for size in _PEOPLE[body]]
        if end not in found:
            assert reached in ([False, False], [True, True]), f"no bite on {end} {value.unit.code}"
            continue
        _just_meets(found[end], each, number, _size_of(cap) * Fraction(cap.low), body)


def _of_all(each: Fraction, number: int, size: Fraction | int) -> Fraction:
    return sum([each * size] * number, Fraction(0))


def _just_meets(bite: Bite, each: Fraction, number: int, cap: Fraction, body: str) -> None:
    least, most = _BODIES[body]
    assert bite.unit == body
    assert least <= bite.size <= most
    assert _of_all(each, number, bite.size) == cap
    assert _of_all(each, number, bite.size * Fraction(999, 1000)) < cap
    assert _of_all(each, number, bite.size * Fraction(1001, 1000)) > cap


_BITES = """
1 to 2 mg/kg daily, at most 150 mg a day
  amount: 1 to 2 mg/kg, every: 1 d, maximum: {per_day: 150 mg}
  = 75 kg, 150 kg

15 mg/kg every 6 h, at most 4 g a day
  amount: 15 mg/kg, every: 6 h, maximum: {per_day: 4 g}
  = 66.7 kg

10 mg/kg every 4 h, at most 4 doses and 2 g a day
  amount: 10 mg/kg, every: 4 h, maximum: {per_day: 2 g, doses_per_day: 4}
  = 50 kg

10 mg/kg every 8 h, at most 4 doses and 3 g a day
  amount: 10 mg/kg, every: 8 h, maximum: {per_day: 3 g, doses_per_day: 4}
  = 100 kg

2 mg/kg a day, at most 150 mg a day
  amount: 2 mg/kg/d, every: 1 d, maximum: {per_day: 150 mg}
  = 75 kg

1.4 mg/m² weekly, at most 2 mg a dose
  amount: 1.4 mg/m2, every: 1 wk, maximum: {per_dose: 2 mg}
  = 1.43 m2

18 units/kg an hour, at most 1800 units an hour
  rate: "18 {unit}/kg/h", maximum: {rate: "1800 {unit}/h"}
  = 100 kg

2 mg/kg daily for 5 d, at most 1 g a course
  amount: 2 mg/kg, every: 1 d, duration: 5 d, maximum: {per_course: 1 g}
  = 100 kg

raised from 0.5 to 2 mg/kg a day, at most 150 mg a day: the target counts
  amount: 0.5 mg/kg, every: 1 d, titration: {step: 0.5 mg/kg, each: 2 wk, target: 2 mg/kg}, maximum: {per_day: 150 mg}
  = 75 kg, or none

started at 0.5 mg/kg a day, target 2 mg/kg a day, at most 150 mg a day
  titration: {start: 0.5 mg/kg/d, target: 2 mg/kg/d}, maximum: {per_day: 150 mg}
  = 75 kg

children 10 mg/kg 4 times a day, at most 1 g a day
  every: 1 d, maximum: {per_day: 1 g}, bands: [{for: {age: 1 to 5 a}, amount: 10 mg/kg, times: 4}]
  = 25 kg

10 mg/kg daily below 20 kg, at most 1 g a day: nobody of 20 kg reaches it
  every: 1 d, maximum: {per_day: 1 g}, bands: [{for: {weight: less than 20 kg}, amount: 10 mg/kg}]
  = none

10 mg/kg daily from 20 kg on, at most 150 mg a day: all of them reach it
  every: 1 d, maximum: {per_day: 150 mg}, bands: [{for: {weight: at least 20 kg}, amount: 10 mg/kg}]
  = none

10 mg/kg daily from 20 kg on, at most 1 g a day
  every: 1 d, maximum: {per_day: 1 g}, bands: [{for: {weight: at least 20 kg}, amount: 10 mg/kg}]
  = 100 kg

10 mg/kg, counting at most 80 kg, at most 1 g a dose
  amount: 10 mg/kg, every: 1 d, maximum: {per_dose: 1 g, body_weight: 80 kg}
  = none

10 mg/kg, counting at most 110 kg, at most 1 g a dose
  amount: 10 mg/kg, every: 1 d, maximum: {per_dose: 1 g, body_weight: 110 kg}
  = 100 kg

4 mg/kg, at most the lower of 3 mg/kg and 200 mg a dose
  amount: 4 mg/kg, every: 1 d, maximum: {per_dose: [3 mg/kg, 200 mg]}
  = none

100 mg/kg, at most 40 mg a dose: nobody of 0.4 kg
  amount: 100 mg/kg, maximum: {per_dose: 40 mg}
  = none

1 mg/kg, at most 600 mg a dose: nobody of 600 kg
  amount: 1 mg/kg, maximum: {per_dose: 600 mg}
  = none

10 mg/m², at most 0.9 mg a dose: nobody of 0.09 m²
  amount: 10 mg/m2, maximum: {per_dose: 0.9 mg}
  = none

10 mg/m², at most 60 mg a dose: nobody of 6 m²
  amount: 10 mg/m2, maximum: {per_dose: 60 mg}
  = none

2 mg/kg weekly on 3 weekdays, at most 300 mg a week: once or three times?
  amount: 2 mg/kg, every: 1 wk, days: [monday, wednesday, friday], maximum: {per_week: 300 mg}
  = none

1 mg/kg daily on 3 of 7 days, at most 200 mg a week
  amount: 1 mg/kg, every: 1 d, cycle: {length: 7 d, on: 3 d}, maximum: {per_week: 200 mg}
  = none

2 mg/kg daily in the morning and in the evening, at most 200 mg a day: once or twice?
  amount: 2 mg/kg, every: 1 d, when: [morning, evening], maximum: {per_day: 200 mg}
  = none

2 mg/kg twice a day, in the morning and in the evening, at most 200 mg a day
  amount: 2 mg/kg, times: 2, every: 1 d, when: [morning, evening], maximum: {per_day: 200 mg}
  = 50 kg

2 mg/kg every 4 h while awake, at most 600 mg a day
  amount: 2 mg/kg, every: 4 h, waking_hours: yes, maximum: {per_day: 600 mg}
  = none

10 mg/kg every 5 h, at most 2 g a day: 4 or 5 doses
  amount: 10 mg/kg, every: 5 h, maximum: {per_day: 2 g}
  = none

35 mg/kg a week in 5 doses, at most 500 mg a day: on which days?
  amount: 35 mg/kg, per: 1 wk, divided_into: 5, maximum: {per_day: 500 mg}
  = none

40 mg, at most 20 mg a dose: no matter of the body
  amount: 40 mg, maximum: {per_dose: 20 mg}
  = none

raised from 0.5 to 2 mg/kg a dose, at most 100 mg a dose: the target counts
  amount: 0.5 mg/kg, every: 1 d, titration: {step: 0.5 mg/kg, each: 2 wk, target: 2 mg/kg}, maximum: {per_dose: 100 mg}
  = 50 kg, or none

raised from 5 to 10 mL/kg an hour, at most 500 mL an hour: the target counts
  rate: 5 mL/kg/h, titration: {of: rate, step: 1 mL/kg/h, each: 1 h, target: 10 mL/kg/h}, maximum: {rate: 500 mL/h}
  = 50 kg, or none

2 mg/kg daily for 5 d, then more, at most 1 g a course: the course is more than 5 times the start
  amount: 2 mg/kg, every: 1 d, duration: 5 d, titration: {each: 1 d, target: 4 mg/kg}, maximum: {per_course: 1 g}
  = none

10 mg/kg daily below 20 kg, at most 200 mg a day: the one of 20 kg is no such patient
  every: 1 d, maximum: {per_day: 200 mg}, bands: [{for: {weight: less than 20 kg}, amount: 10 mg/kg}]
  = none

10 mg/m² daily below 1.5 m², at most 20 mg a day: nobody of 2 m² gets it
  every: 1 d, maximum: {per_day: 20 mg}, bands: [{for: {body_surface: less than 1.5 m2}, amount: 10 mg/m2}]
  = none

10 mg/kg every 6 h, at most 3 doses a day and 4.2 g a week
  amount: 10 mg/kg, every: 6 h, maximum: {per_week: 4.2 g, doses_per_day: 3}
  = 20 kg, or none

10 mg/kg every 6 h for 5 d, at most 3 doses a day and 3 g a course: 15 doses, not 20
  amount: 10 mg/kg, every: 6 h, duration: 5 d, maximum: {per_course: 3 g, doses_per_day: 3}
  = 20 kg, or none

children 10 mg/kg every 4 h, at most 4 doses and 2 g a day: the dose's maximum is theirs
  every: 4 h, maximum: {per_day: 2 g, doses_per_day: 4}, bands: [{for: {age: 1 to 5 a}, amount: 10 mg/kg}]
  = 50 kg, or none

children 1 mg/kg daily on 3 of 7 days, at most 200 mg a week: not 7 doses
  every: 1 d, cycle: {length: 7 d, on: 3 d}, maximum: {per_week: 200 mg}, bands: [{for: {age: 5 a}, amount: 1 mg/kg}]
  = none

a first step of 1 mg/kg daily on 3 of 7 days, at most 200 mg a week: not 7 doses
  cycle: {length: 7 d, on: 3 d}, maximum: {per_week: 200 mg}, steps: [{amount: 1 mg/kg, every: 1 d}]
  = none

2 mg/kg daily for 3 d, at most 300 mg a week: 3 doses, not 7
  amount: 2 mg/kg, every: 1 d, duration: 3 d, maximum: {per_week: 300 mg}
  = 50 kg, or none

2 mg/kg daily, 3 doses in all, at most 300 mg a week: 3 doses, not 7
  amount: 2 mg/kg, every: 1 d, count: 3, maximum: {per_week: 300 mg}
  = 50 kg, or none

2 mg/kg daily for 2 to 3 d, at most 300 mg a week: 2 doses or 3
  amount: 2 mg/kg, every: 1 d, duration: 2 to 3 d, maximum: {per_week: 300 mg}
  = none

2 mg/kg daily for 60 h, at most 300 mg a week: no whole number of days
  amount: 2 mg/kg, every: 1 d, duration: 60 h, maximum: {per_week: 300 mg}
  = 50 kg, or none

2 mg/kg daily for at most 3 d, at most 300 mg a week: not 7 doses
  amount: 2 mg/kg, every: 1 d, maximum_duration: 3 d, maximum: {per_week: 300 mg}
  = none

children 2 mg/kg daily for 3 d, at most 300 mg a week: 3 doses, not 7
  every: 1 d, duration: 3 d, maximum: {per_week: 300 mg}, bands: [{for: {age: 5 a}, amount: 2 mg/kg}]
  = 50 kg, or none

children 10 mg/kg every 6 h, all of it while awake, at most 1 g a day
  waking_hours: yes, maximum: {per_day: 1 g}, bands: [{for: {age: 5 a}, amount: 10 mg/kg, every: 6 h}]
  = none

raised to 2 mg/kg a day, each dose run in at 5 mg an hour at most: the speed is no daily dose
  titration: {start: 0.5 mg/kg/d, target: 2 mg/kg/d}, maximum: {rate: 5 mg/h}
  = none
"""


@pytest.mark.parametrize(("fields", "wanted"), rows(_BITES))
def test_bites_of_the_table(fields: Data, wanted: str) -> None:
    capped = dose(fields)
    assert isinstance(capped.maximum, Maximum)
    limits = ("per_dose", "per_day", "per_week", "per_course", "rate")
    found = [
        f"{float(round(bite.size, 1 if bite.unit == 'kg' else 2)):g} {bite.unit}"
        for limit in limits
        for cap in capped.maximum.caps(limit)
        for bite in bites(capped, limit, cap)
    ]
    assert (", ".join(found) or "none") in wanted.split(", or ")


def test_a_band_with_its_own_maximum_bites_only_on_its_patients() -> None:
    band = {"amount": "10 mg/kg", "every": "1 d", "maximum": {"per_dose": "300 mg"}}
    weights = {"10 to 19 kg": 0, "20 to 40 kg": 1, "at least 41 kg": 0}
    for weight, number in weights.items():
        (one,) = dose({"bands": [{"for": {"weight": weight}, **band}]}).bands
        assert len(bites(one, "per_dose", Quantity.parse("300 mg"))) == number, weight
