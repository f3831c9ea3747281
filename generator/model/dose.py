"""A dose: written once, as data, after FHIR R5 *Dosage*; every page that shows it quotes it by id."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.quantity import Amount, Duration
from generator.model.statement import Phase
from generator.model.text import Count, Day, Id, NotStated, Plain, Stated, Wording

NO_CUSTOMARY_MAXIMUM: Literal["no-customary-maximum"] = "no-customary-maximum"

Purpose = Literal["recommended", "studied", "prior-treatment", "usual"]
"""Why a dose stands in an entry, so that a trial's regimen never looks like advice."""

Route = Literal[
    "oral", "intravenous", "subcutaneous", "intramuscular", "intrathecal", "inhaled", "topical", "transdermal",
    "rectal", "sublingual", "buccal", "nasal", "ophthalmic", "otic", "vaginal", "epidural", "intraosseous",
]  # fmt: skip


class Maximum(Part):
    """Upper limits, side by side."""

    per_dose: Amount | None = clinical("At most this much at once.", default=None, example="1 g")
    per_day: Amount | None = clinical("At most this much in 24 hours.", default=None, example="150 mg")
    per_course: Amount | None = clinical("At most this much in one course.", default=None)
    lifetime: Amount | None = clinical("At most this much ever.", default=None)
    rate: Amount | None = clinical("At most this fast.", default=None, example="5 mL/kg/h")

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError(
                "maximum",
                "a maximum names at least one limit: per_dose, per_day, per_course, lifetime or rate",
            )
        return self


def _tell_maximum(value: Any) -> str:
    return value if value in ("not-stated", NO_CUSTOMARY_MAXIMUM) else "limits"


MaximumField: TypeAlias = Annotated[
    Annotated[NotStated, Tag("not-stated")]
    | Annotated[Literal["no-customary-maximum"], Tag("no-customary-maximum")]
    | Annotated[Maximum, Tag("limits")],
    Discriminator(_tell_maximum),
]


class Repeat(Part):
    """How a course comes again."""

    every: Duration = clinical("From the start of one course to the start of the next.", example="2 wk")


class Titration(Part):
    """How a dose is raised from a start to a target."""

    start: Amount = clinical("The first dose.", example="25 to 50 mg/d")
    step: Stated[Amount] = clinical("By how much it is raised.", example="25 mg/d")
    each: Stated[Duration] = clinical("After how long each time.", example="7 to 14 d")
    target: Amount = clinical("The dose that is aimed at.", example="1 to 2 mg/kg/d")


class DoseStep(Part):
    """One step of a sequence: loading, maintenance, day 1, day 2 …"""

    label: Plain = clinical("What the step is called.", example="day 1", neutral=True)
    amount: Amount = clinical("How much each time.", example="300 mg")
    times: Count | None = clinical("How often in each interval.", default=None, example="2")
    every: Duration | None = clinical("The interval between administrations.", default=None, example="1 d")
    per: Duration | None = clinical(
        "The time over which the amount is the total.", default=None, example="1 d"
    )
    after: Duration | None = clinical("How long after the step before.", default=None, example="2 wk")
    duration: Duration | None = clinical("How long the step lasts.", default=None, example="4 wk")


class Licence(Part):
    """Whether a body has licensed the drug for this use, as of a day."""

    status: Literal["licensed", "off-label"] = clinical("licensed or off-label.")
    country: Plain = clinical("The country, as ISO 3166 code.", example="US", neutral=True)
    as_of: Stated[Day] = clinical("The day for which this was looked up.")


class Dose(Part):
    """One dose of one drug (or of any one of several), with all that bounds it."""

    drug: Id | None = clinical("The drug.", default=None, example="azathioprine")
    one_of: tuple[Id, ...] | None = clinical(
        "Any one of these drugs.", default=None, example=["prednisone", "prednisolone"]
    )
    label: Plain | None = clinical(
        "What the regimen is called where a drug has several.", default=None, neutral=True
    )
    purpose: Purpose = clinical(
        "recommended, studied (a trial's), prior-treatment, or usual (for another indication)."
    )
    indication: Stated[Plain] | None = clinical(
        "For what, where it is not the entry's own condition.", default=None, neutral=True
    )
    phase: Phase = clinical("The phase of the illness.", default="any")
    population: Wording | None = clinical(
        "For whom, where not for all whom the entry is about.", default=None
    )
    route: Stated[Route] | None = clinical("How it is given.", default=None, example="oral")
    form: Plain | None = clinical("The form, as the source names it.", default=None, neutral=True)
    amount: Amount | None = clinical(
        "How much each time (with every), or in total (with per).", default=None, example="1 to 2 mg/kg"
    )
    times: Count | None = clinical(
        "How often in each interval; once unless written.", default=None, example="2"
    )
    every: Duration | None = clinical("The interval between administrations.", default=None, example="1 d")
    per: Duration | None = clinical(
        "The time over which the amount is the total, its division not being stated.", default=None
    )
    duration: Duration | None = clinical("How long one course lasts.", default=None, example="5 d")
    minimum_duration: Duration | None = clinical("How long at least.", default=None, example="3 to 4 wk")
    course_total: Amount | None = clinical("The total of one course.", default=None, example="2 g/kg")
    divided_over: Duration | None = clinical(
        "The days over which the total is divided.", default=None, example="2 to 5 d"
    )
    steps: tuple[DoseStep, ...] | None = clinical("A sequence of doses.", default=None)
    repeat: Stated[Repeat] | None = clinical("How a course comes again.", default=None)
    maximum: MaximumField | None = clinical(
        "Limits, no-customary-maximum (with a citation), or not-stated.", default=None
    )
    titration: Titration | None = clinical("How it is raised to a target.", default=None)
    response: Stated[Duration] | None = clinical(
        "When a first response shows.", default=None, example="4 to 6 wk"
    )
    full_effect: Stated[Duration] | None = clinical(
        "When the full effect is there.", default=None, example="3 to 6 mo"
    )
    licence: Stated[tuple[Licence, ...]] | None = clinical(
        "Licensed or off-label for this use.", default=None
    )
    differs_from: dict[Id, Wording] | None = clinical(
        "Why it differs from another dose of the same drug.", default=None
    )
    remark: Wording | None = clinical("What else must be said with the dose.", default=None)
    cites: Cites | None = clinical("What the dose stands on.", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.drug is None) == (self.one_of is None):
            raise PydanticCustomError(
                "dose_drug", "a dose names either its drug or one_of several drugs, and not both"
            )
        if self.amount is None and self.course_total is None and self.steps is None:
            raise PydanticCustomError("dose_amount", "a dose needs an amount, a course_total or steps")
        if self.every is not None and self.per is not None:
            raise PydanticCustomError(
                "dose_timing", "write either every (each dose) or per (a total), and not both"
            )
        return self

    @property
    def drugs(self) -> tuple[str, ...]:
        """The ids of the drugs that this dose may be a dose of."""
        return (self.drug,) if self.drug is not None else (self.one_of or ())
