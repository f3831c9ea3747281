"""When something is examined, and at which value something is done, as data."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.alternatives import at_least_one, needs, not_together
from generator.model.bound import Bound
from generator.model.change_rule import CHECK, CHECK_EXTENT, CHECK_INTERVAL, CHECK_WORDS, MONITORING_TEXT
from generator.model.field import Part, clinical
from generator.model.quantity import Duration
from generator.model.text import Plain, Stated, Wording
from generator.model.times import Times

CheckEvent = Literal[
    "before-treatment", "before-each-dose", "before-each-course", "after-each-dose", "after-each-dose-change",
    "if-symptoms", "at-the-end",
]  # fmt: skip

_TWO_STRETCHES = "a check at an event and a check by time are two: write two items, one with at, one without"


@at_least_one("at", "after", "every", say="a time of a schedule needs {names}")
@not_together("at", "after", say=_TWO_STRETCHES)
@not_together("at", "every", say=_TWO_STRETCHES)
@needs("times", "every", say="times counts the checks in each interval: write every, too")
class CheckTime(Part):
    """One stretch of a schedule: weekly for a month. The next stretch begins where this one ends."""

    keeps_limits: ClassVar[bool] = True
    """Without its end a stretch would go on for ever."""

    at: CheckEvent | None = clinical(
        "The event with which it is due, where it is not a matter of time alone.",
        default=None,
        example="before-each-dose",
        change=CHECK,
    )
    after: Duration | None = clinical(
        "How long after the start of treatment, or after the stretch before, the first check is due.",
        default=None,
        example="2 wk",
        change=CHECK_INTERVAL,
    )
    times: Times | None = clinical(
        "How often in each interval; once unless written.", default=None, example="2", change=CHECK_EXTENT
    )
    every: Duration | None = clinical(
        "The interval between checks.", default=None, example="1 wk", change=CHECK_INTERVAL
    )
    duration: Duration | None = clinical(
        "For how long this stretch goes on.", default=None, example="2 mo", change=CHECK_EXTENT
    )
    until: Wording | None = clinical(
        "Until when, where it is not a span of time.",
        default=None,
        example="the dose is stable",
        change=CHECK_WORDS,
    )


class Threshold(Part):
    """A value at which something is done. For readers who get no words for what is done, that is said."""

    keeps_limits: ClassVar[bool] = True

    of: Plain | None = clinical(
        "What is measured, where the test gives several values.",
        default=None,
        neutral=True,
        example="neutrophil count",
        change=CHECK_WORDS,
    )
    change: Literal["rise", "fall"] | None = clinical(
        "Whether the value is a rise or a fall rather than the level itself.",
        default=None,
        example="rise",
        change=CHECK,
    )
    value: Bound = clinical("The value or range with its unit.", example="less than 3.5 10*9/L", change=CHECK)
    relative_to: Literal["upper-limit-of-normal", "lower-limit-of-normal", "baseline"] | None = clinical(
        "What the value is a multiple or a percentage of; a plain number then means “times”.",
        default=None,
        example="upper-limit-of-normal",
        change=CHECK,
    )
    action: Stated[Wording] = clinical(
        "What is then done, or not-stated.", example="Stop it and ask for advice.", change=MONITORING_TEXT
    )

    @property
    def is_multiple(self) -> bool:
        """Whether the value says how many times something else it is: 3 times the upper limit of normal."""
        return self.relative_to is not None and self.value.unit is None

    @model_validator(mode="after")
    def _relates_to_something(self) -> Self:
        unit = self.value.unit
        if self.relative_to is not None and unit is not None and unit.code != "%":
            raise PydanticCustomError(
                "threshold",
                "with relative_to the value is a plain number (times) or in percent: leave out relative_to; "
                "a rise or fall in {unit} is counted from the baseline anyway",
                {"unit": unit.code},
            )
        if self.change is not None and unit is None and self.of is None and self.relative_to is None:
            raise PydanticCustomError(
                "threshold",
                "a {change} of {value} of nothing cannot be understood: write its unit, or of: with what is measured, "
                "or relative_to: where it is so many times another value",
                {"change": self.change, "value": self.value.written},
            )
        return self
