"""Upper limits of a dose, side by side."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from generator.model.alternatives import something
from generator.model.change_rule import DOSE, LIMIT
from generator.model.dose.dose_part import DosePart
from generator.model.field import clinical
from generator.model.quantity import Amount, Concentration, Duration, Quantity, Rate
from generator.model.text import Count, NotStated

NO_CUSTOMARY_MAXIMUM: Literal["no-customary-maximum"] = "no-customary-maximum"


def _tell_caps(value: Any) -> str:
    return "several" if isinstance(value, (list, tuple)) else "one"


Caps: TypeAlias = Annotated[
    Annotated[Amount, Tag("one")] | Annotated[tuple[Amount, ...], Tag("several")], Discriminator(_tell_caps)
]
"""One limit, or a list of limits of which the least counts: ``[3 mg/kg, 200 mg]``."""


class PeriodLimit(DosePart):
    """At most so much in a span of time that has no field of its own."""

    amount: Amount = clinical("At most this much.", example="6 mg", change=LIMIT)
    period: Duration = clinical("In this span of time.", example="3 d", change=DOSE)


@something(
    say="a maximum names at least one limit: per_dose, per_day, per_week, per_period, doses_per_day, per_course, "
    "lifetime, per_site, rate or concentration"
)
class Maximum(DosePart):
    """Upper limits. Each is checked and printed on its own."""

    per_dose: Caps | None = clinical("At most this much at once.", default=None, example="1 g", change=LIMIT)
    per_day: Caps | None = clinical(
        "At most this much in 24 hours.", default=None, example="150 mg", change=LIMIT
    )
    per_week: Caps | None = clinical(
        "At most this much in a week.", default=None, example="25 mg", change=LIMIT
    )
    per_period: tuple[PeriodLimit, ...] = clinical(
        "At most this much in another span of time.",
        default=(),
        example=[{"amount": "6 mg", "period": "3 d"}],
        change=LIMIT,
    )
    doses_per_day: Count | None = clinical(
        "At most so many doses in 24 hours.", default=None, example="4", change=LIMIT
    )
    per_course: Caps | None = clinical(
        "At most this much in one course.", default=None, example="2 g/kg", change=LIMIT
    )
    lifetime: Caps | None = clinical(
        "At most this much ever.", default=None, example="550 mg/m2", change=LIMIT
    )
    per_site: Amount | None = clinical(
        "At most this much at one site.", default=None, example="1 g", change=LIMIT
    )
    body_weight: Amount | None = clinical(
        "A dose per kg goes by at most this body weight.", default=None, example="110 kg", change=DOSE
    )
    rate: Rate | None = clinical("At most this fast.", default=None, example="5 mL/kg/h", change=LIMIT)
    concentration: Concentration | None = clinical(
        "At most this concentrated.", default=None, example="40 mmol/L", change=LIMIT
    )

    @model_validator(mode="after")
    def _is_a_weight(self) -> Self:
        if self.body_weight is not None and self.body_weight.unit.dimension != (("mass", 1),):
            raise PydanticCustomError("maximum", "a body weight is written in kg, such as 110 kg")
        return self

    def caps(self, name: str) -> tuple[Quantity, ...]:
        """The limits under one name, such as ``per_day``."""
        value = getattr(self, name)
        return value if isinstance(value, tuple) else () if value is None else (value,)


def _tell(value: Any) -> str:
    return value if value in ("not-stated", NO_CUSTOMARY_MAXIMUM) else "limits"


MaximumField: TypeAlias = Annotated[
    Annotated[NotStated, Tag("not-stated")]
    | Annotated[Literal["no-customary-maximum"], Tag("no-customary-maximum")]
    | Annotated[Maximum, Tag("limits")],
    Discriminator(_tell),
]
"""Limits; ``no-customary-maximum`` where a source says that there is none; ``not-stated`` where it is silent."""
