"""When a dose is given: weekdays, times of day, cycles, repetition, as needed."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.alternatives import at_least_one, needs, not_together, something
from generator.model.change_rule import DOSE, DOSE_LIST, DOSE_WORDS, LIMIT
from generator.model.dose.dose_part import DosePart
from generator.model.field import clinical
from generator.model.quantity import Amount, Duration, Quantity
from generator.model.text import Count, Stated, Wording
from generator.model.times import Times

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

When = Literal[
    "morning", "noon", "afternoon", "evening", "night", "bedtime", "waking",
    "with-meals", "before-meals", "after-meals",
    "with-breakfast", "with-lunch", "with-dinner",
    "before-breakfast", "before-lunch", "before-dinner",
    "after-breakfast", "after-lunch", "after-dinner",
]  # fmt: skip
"""A part of the day, or a meal (the event timings of FHIR)."""

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day on the clock of 24 hours: ``08:00``."""

DAY = Quantity.parse("1 d")
FROM_A_MEAL = "offset counts from a meal: write before-… or after-… under when"


def refuse_offset_without_meal(offset: Quantity | None, when: tuple[When, ...] | None) -> None:
    """Raise where an offset counts from no meal."""
    if offset is not None and not any(word.startswith(("before-", "after-")) for word in when or ()):
        raise PydanticCustomError("offset", "{why}", {"why": FROM_A_MEAL})


@at_least_one("days", "when", "at", say="an amount of its own needs its time: days, when or at")
@needs("offset", "when", say=FROM_A_MEAL)
class TimedAmount(DosePart):
    """An amount at its own time, where the amounts of one day or one week differ."""

    amount: Amount = clinical("How much at this time.", example="10 mg", change=DOSE)
    days: tuple[Weekday, ...] | None = clinical(
        "On these weekdays.", default=None, example=["monday", "friday"], change=DOSE_LIST
    )
    when: tuple[When, ...] | None = clinical(
        "At this part of the day.", default=None, example=["morning"], change=DOSE_LIST
    )
    offset: Duration | None = clinical(
        "How long before or after the meal that is named under when.",
        default=None,
        example="30 min",
        change=DOSE,
    )
    at: tuple[TimeOfDay, ...] | None = clinical(
        "At these times of day.", default=None, example=["08:00"], change=DOSE_LIST
    )

    @model_validator(mode="after")
    def _counts_from_a_meal(self) -> Self:
        refuse_offset_without_meal(self.offset, self.when)
        return self


class AsNeeded(DosePart):
    """That a dose is given only when it is needed, and for what."""

    reason: Stated[Wording] = clinical("For which complaint.", example="wheeze", change=DOSE_WORDS)
    minimum_interval: Stated[Duration] | None = clinical(
        "At least so long between two doses.", default=None, example="4 h", change=DOSE
    )


class Cycle(DosePart):
    """A cycle of days with the drug and days without."""

    length: Duration = clinical("How long one cycle is.", example="21 d", change=DOSE)
    on: Duration | None = clinical(
        "How long the drug is given from the start of a cycle.", default=None, example="14 d", change=DOSE
    )
    off: Duration | None = clinical("How long it then pauses.", default=None, example="7 d", change=DOSE)
    days: tuple[Count, ...] | None = clinical(
        "On which days of the cycle, day 1 being the first.",
        default=None,
        example=["1", "8", "15"],
        change=DOSE_LIST,
    )
    count: Times | None = clinical("How many cycles.", default=None, example="6", change=DOSE)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        spans = (self.on, self.off, self.length)
        if all(span is not None and not span.is_range for span in spans):
            on, off, length = (span.exact[0] for span in spans if span is not None)
            if len({span.unit.dimension for span in spans if span is not None}) == 1 and on + off != length:
                raise PydanticCustomError(
                    "cycle", "the days with the drug and the days without do not make up the length"
                )
        is_days = self.length.unit.dimension == DAY.unit.dimension
        longest = self.length.exact[1] / DAY.exact[0] if is_days else None
        if self.days is not None and (
            0 in self.days or (longest is not None and max(self.days, default=0) > longest)
        ):
            raise PydanticCustomError(
                "cycle", "a day of the cycle lies outside of it: the first day is day 1"
            )
        return self


@not_together("every", "after", say="write either every (again and again) or after (once more)")
@not_together("times", "at_most", say="write either times (so often) or at_most (up to so often)")
@something(say="a repetition names every, after, if, times or at_most; or write not-stated")
class Repeat(DosePart):
    """How a dose or a course comes again."""

    every: Duration | None = clinical(
        "From the start of one to the start of the next, again and again.",
        default=None,
        example="2 wk",
        change=DOSE,
    )
    after: Duration | None = clinical(
        "After how long it is given once more.", default=None, example="5 to 15 min", change=DOSE
    )
    condition: Wording | None = clinical(
        "Only if this holds.", default=None, alias="if", example="there is no improvement", change=DOSE_WORDS
    )
    times: Times | None = clinical("How often it is repeated.", default=None, example="1", change=DOSE)
    at_most: Count | None = clinical(
        "How often it may be repeated at most.", default=None, example="2", change=LIMIT
    )

    @model_validator(mode="after")
    def _may_be_repeated(self) -> Self:
        if self.at_most == 0:
            raise PydanticCustomError("repeat", "at most 0 is no repetition: leave repeat out")
        return self
