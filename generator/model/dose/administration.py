"""How much, how fast, how often, how long: what a dose, a step of a dose and a variant of a dose have in common."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.alternatives import needs, not_together
from generator.model.change_rule import DOSE, DOSE_LIST, DOSE_TEXT, DOSE_WORDS, LIMIT
from generator.model.dose.dose_part import DosePart
from generator.model.dose.maximum import MaximumField
from generator.model.dose.route import Method, RouteField
from generator.model.dose.taper import Taper
from generator.model.dose.timing import (
    FROM_A_MEAL,
    AsNeeded,
    Cycle,
    Repeat,
    TimedAmount,
    TimeOfDay,
    Weekday,
    When,
    refuse_offset_without_meal,
)
from generator.model.field import clinical
from generator.model.quantity import Amount, Duration, Quantity, Rate
from generator.model.text import Plain, Stated, Wording, YesNo
from generator.model.times import Times

TIMING_GROUPS: tuple[tuple[str, ...], ...] = (
    ("times", "every", "per", "divided_into"),
    ("days",),
    ("when", "offset", "at"),
    ("waking_hours",),
)
"""Fields that say how often and when. A step takes each group over from its dose where it says nothing of it."""

WeightBasis = Literal["actual", "ideal", "adjusted", "lean"]


@needs("offset", "when", say=FROM_A_MEAL)
@not_together("every", "per", say="write either every (each dose) or per (a total), and not both")
@not_together("per", "amounts", say="amounts stand at their own times: leave per out")
@not_together("times", "amounts", say="amounts stand at their own times: leave times out")
@not_together("count", "amounts", say="count counts equal doses: write duration beside amounts")
@not_together("divided_into", "amounts", say="amounts are the parts already: leave divided_into out")
@not_together("times", "per", say="times counts doses and per a total: write divided_into beside per")
@not_together("amount", "amounts", say="write either amount or amounts (where they differ), and not both")
class Administration(DosePart):
    """One way of giving, after FHIR *Dosage* (timing, dose and rate, maximum)."""

    amount: Amount | None = clinical(
        "How much each time (with every), or in total (with per).",
        default=None,
        example="1 to 2 mg/kg",
        change=DOSE,
    )
    strength: Amount | None = clinical(
        "What one item, or one mL, holds.", default=None, example="100 ug/{puff}", change=DOSE
    )
    expressed_as: Plain | None = clinical(
        "What the amount is counted as, where that is not the drug itself.",
        default=None,
        neutral=True,
        example="elemental iron",
        change=DOSE_WORDS,
    )
    weight_basis: Stated[WeightBasis] | None = clinical(
        "Which body weight a dose per kg goes by.", default=None, example="ideal", change=DOSE
    )
    round_to: Amount | None = clinical(
        "To which multiple a computed dose is rounded.", default=None, example="50 mg", change=DOSE
    )
    amounts: tuple[TimedAmount, ...] | None = clinical(
        "Amounts that differ by time of day or weekday, in place of one amount.",
        default=None,
        example=[{"amount": "10 mg", "when": ["morning"]}, {"amount": "5 mg", "when": ["evening"]}],
        change=DOSE_LIST,
    )
    method: Method | None = clinical(
        "How it is given within its route.", default=None, example="continuous-infusion", change=DOSE
    )
    rate: Rate | None = clinical("How fast it runs.", default=None, example="18 {unit}/kg/h", change=DOSE)
    over: Duration | None = clinical(
        "How long one administration takes.", default=None, example="30 min", change=DOSE
    )
    minimum_over: Duration | None = clinical(
        "How long one administration takes at least.", default=None, example="60 min", change=DOSE
    )
    dwell: Duration | None = clinical(
        "How long it stays in place before it is removed.", default=None, example="12 h", change=DOSE
    )
    times: Times | None = clinical("How often in each interval.", default=None, example="2", change=DOSE)
    every: Duration | None = clinical(
        "The interval between administrations.", default=None, example="1 d", change=DOSE
    )
    per: Duration | None = clinical(
        "The time over which the amount is the total.", default=None, example="1 d", change=DOSE
    )
    divided_into: Times | None = clinical(
        "Into how many doses that total is divided.", default=None, example="3 to 4", change=DOSE
    )
    days: tuple[Weekday, ...] | None = clinical(
        "On which weekdays.", default=None, example=["monday"], change=DOSE_LIST
    )
    when: tuple[When, ...] | None = clinical(
        "At which part of the day.", default=None, example=["bedtime"], change=DOSE_LIST
    )
    offset: Duration | None = clinical(
        "How long before or after the meal that is named under when.",
        default=None,
        example="30 min",
        change=DOSE,
    )
    at: tuple[TimeOfDay, ...] | None = clinical(
        "At which times of day.", default=None, example=["08:00"], change=DOSE_LIST
    )
    waking_hours: YesNo | None = clinical(
        "yes: only in waking hours; no: day and night.", default=None, example="yes", change=DOSE
    )
    start: Wording | None = clinical(
        "When the first dose is given, counted from an event.",
        default=None,
        example="within 72 hours after birth",
        change=DOSE_WORDS,
    )
    minimum_interval: Duration | None = clinical(
        "At least so long between two doses or courses.", default=None, example="12 wk", change=DOSE
    )
    as_needed: AsNeeded | None = clinical(
        "That it is given only when needed.", default=None, example={"reason": "wheeze"}, change=DOSE
    )
    count: Times | None = clinical(
        "How many doses in all; 1 is a single dose.", default=None, example="1", change=DOSE
    )
    duration: Duration | None = clinical("How long it is given.", default=None, example="5 d", change=DOSE)
    minimum_duration: Duration | None = clinical(
        "How long at least.", default=None, example="3 to 4 wk", change=DOSE
    )
    maximum_duration: Duration | None = clinical(
        "How long at most.", default=None, example="14 d", change=DOSE
    )
    until: Wording | None = clinical(
        "Until what it is given.",
        default=None,
        example="48 hours after the fever has gone",
        change=DOSE_WORDS,
    )
    course_total: Amount | None = clinical(
        "The total of one course.", default=None, example="2 g/kg", change=DOSE
    )
    divided_over: Duration | None = clinical(
        "The days over which that total is divided.", default=None, example="2 to 5 d", change=DOSE
    )
    cycle: Cycle | None = clinical(
        "Days with and days without.", default=None, example={"length": "21 d", "on": "14 d"}, change=DOSE
    )
    repeat: Stated[Repeat] | None = clinical(
        "How it comes again.", default=None, example={"every": "2 wk"}, change=DOSE
    )
    taper: Stated[Taper] | None = clinical(
        "How it is then lowered.",
        default=None,
        example={"by": "5 mg", "each": "1 wk", "to": "stop"},
        change=DOSE,
    )
    maximum: MaximumField | None = clinical(
        "Limits, no-customary-maximum (with a citation), or not-stated.",
        default=None,
        example={"per_day": "150 mg"},
        change=LIMIT,
    )

    @model_validator(mode="after")
    def _times_agree(self) -> Self:
        refuse_offset_without_meal(self.offset, self.when)
        if self._times_differ():
            raise PydanticCustomError(
                "administration", "times and the times of day that are listed differ in number"
            )
        return self

    def _times_differ(self) -> bool:
        """A dose given once a day cannot stand with two times of day."""
        if self.every is None or self.every.written != "1 d" or self.times is None or self.times.is_range:
            return False
        listed = self.at or (() if self.when is None or "with-meals" in self.when else self.when)
        one_each = not any(word in ("before-meals", "after-meals") for word in listed)
        return bool(listed) and one_each and len(listed) != self.times.low

    def says(self, names: tuple[str, ...]) -> bool:
        """Whether any of these fields is written."""
        return any(getattr(self, name) is not None for name in names)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of all this is written."""
        return not (set(Administration.model_fields) & self.model_fields_set)


@needs("times", "every", say="times counts within an interval: write every too, such as every: 1 d")
@needs("per", "amount", say="per needs an amount that is the total")
@needs(
    "divided_into", "per", "course_total", say="divided_into divides a total: write per or course_total too"
)
@needs("divided_over", "course_total", say="divided_over divides a course_total: write it too")
class WholeAdministration(Administration):
    """An administration that stands on its own. (A variant may name a part alone: the rest stands in the dose.)"""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.weight_basis is not None and not self._is_per_weight:
            raise PydanticCustomError("administration", "weight_basis needs an amount or a rate per kg")
        return self

    @property
    def _is_per_weight(self) -> bool:
        timed = (one.amount for one in self.amounts or ())
        values = (self.amount, self.rate, self.course_total, *timed)
        return any(value is not None and value.unit.per("body weight") for value in values)


def refuse_other_than_percent(fraction: Quantity | None) -> None:
    """Raise where a fraction is not written in percent."""
    if fraction is not None and fraction.unit.code != "%":
        raise PydanticCustomError("fraction", "a fraction is written in percent, such as 50 %")


@not_together("fraction", "amount", say="write either a fraction of the total or an amount, and not both")
@not_together("fraction", "amounts", say="write either a fraction of the total or amounts, and not both")
@not_together("fraction", "course_total", say="write either a fraction of the total or a total, and not both")
@not_together(
    "after", "from_start", say="write either after (the step before) or from_start (after the first step)"
)
class DoseStep(WholeAdministration):
    """One step of a sequence: loading, maintenance, day 1, day 2 …"""

    label: Plain | None = clinical(
        "What the step is called.", default=None, example="day 1", neutral=True, change=DOSE_WORDS
    )
    route: RouteField | None = clinical(
        "The route of this step, where it is not that of the dose.",
        default=None,
        example="oral",
        change=DOSE_LIST,
    )
    fraction: Amount | None = clinical(
        "So much of the dose's course_total, in percent.", default=None, example="10 %", change=DOSE
    )
    after: Duration | None = clinical(
        "How long after the step before.", default=None, example="2 wk", change=DOSE
    )
    from_start: Duration | None = clinical(
        "How long after the first step.", default=None, example="24 h", change=DOSE
    )
    condition: Wording | None = clinical(
        "Only if this holds.", default=None, alias="if", example="fits go on", change=DOSE_WORDS
    )
    preparation: Wording | None = clinical(
        "How this step is made ready.",
        default=None,
        example="Dilute before use.",
        beside=True,
        change=DOSE_TEXT,
    )
    remark: Wording | None = clinical(
        "What else must be said with this step.",
        default=None,
        example="Watch the patient.",
        beside=True,
        change=DOSE_TEXT,
    )

    @model_validator(mode="after")
    def _gives_something(self) -> Self:
        given = (self.amount, self.amounts, self.rate, self.course_total, self.fraction)
        if not any(given) and not isinstance(self.taper, Taper):
            raise PydanticCustomError(
                "dose_step", "a step needs an amount, amounts, a rate, a fraction, a course_total or a taper"
            )
        refuse_other_than_percent(self.fraction)
        return self
