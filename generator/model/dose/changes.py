"""What changes a dose: raising it to a target, other doses for some patients, rules for stopping, companion drugs."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.alternatives import at_least_one, exactly_one, not_together, something
from generator.model.bound import Bound
from generator.model.change_rule import (
    ADJUSTMENT,
    DOSE,
    DOSE_CITATION,
    DOSE_LIST,
    DOSE_TEXT,
    DOSE_WORDS,
    POPULATION,
    POPULATION_TEXT,
    SAFETY_TEXT,
)
from generator.model.citation import Cites
from generator.model.dose.administration import Administration, refuse_other_than_percent
from generator.model.dose.dose_part import DosePart
from generator.model.dose.route import RouteField
from generator.model.dose.taper import Taper
from generator.model.field import clinical
from generator.model.quantity import Amount, Duration
from generator.model.text import Id, Plain, Stated, Wording

__all__ = ["Companion", "Goal", "Group", "Measured", "Never", "StopRule", "Taper", "Titration", "Variant"]


EACH_STEP = "each-step"
"""What a variant writes for a step where it changes all of them alike."""


class Measured(DosePart):
    """A value that is measured, such as a blood glucose."""

    of: Wording = clinical("What is measured.", example="Bilirubin", change=POPULATION_TEXT)
    value: Bound = clinical("The value.", example="more than 51 umol/L", change=POPULATION)


class Goal(DosePart):
    """What a dose is adjusted to: a value that is measured, or an effect."""

    of: Wording = clinical("What is measured or aimed at.", example="INR", change=DOSE_WORDS)
    value: Stated[Bound] | None = clinical("The value aimed at.", default=None, example="2 to 3", change=DOSE)
    timing: Wording | None = clinical(
        "When it is measured.", default=None, example="before the fourth dose", change=DOSE_WORDS
    )


@at_least_one(
    "target", "goal", "step", "levels", say="a titration names its target, its goal, its step or its levels"
)
class Titration(DosePart):
    """How a dose is raised (or lowered) by steps to a target dose or a target value."""

    start: Amount | None = clinical("The first dose.", default=None, example="25 to 50 mg/d", change=DOSE)
    step: Stated[Amount] | None = clinical(
        "By how much it is changed each time.", default=None, example="25 mg/d", change=DOSE
    )
    each: Stated[Duration] | None = clinical(
        "After how long each time.", default=None, example="7 to 14 d", change=DOSE
    )
    target: Stated[Amount] | None = clinical(
        "The dose that is aimed at.", default=None, example="1 to 2 mg/kg/d", change=DOSE
    )
    goal: Goal | None = clinical(
        "The value or effect that is aimed at.",
        default=None,
        example={"of": "INR", "value": "2 to 3"},
        change=DOSE,
    )
    of: Literal["dose", "rate"] = clinical(
        "What is changed: the dose, or the rate at which it runs.",
        default="dose",
        example="rate",
        change=DOSE,
    )
    levels: tuple[Amount, ...] = clinical(
        "The doses that are gone through, where the steps are not equal.",
        default=(),
        example=["1.25 mg", "2.5 mg", "5 mg"],
        change=DOSE,
    )
    direction: Literal["up", "down", "either"] = clinical(
        "Whether it is raised, lowered, or either.", default="up", example="either", change=DOSE
    )
    route: RouteField | None = clinical(
        "The route while it is changed, where it is not that of the dose.",
        default=None,
        example="oral",
        change=DOSE_LIST,
    )
    cites: Cites | None = clinical(
        "What the steps stand on, where it is not what the dose stands on.",
        default=None,
        example=["p-4"],
        change=DOSE_CITATION,
    )


@something(say="say for whom: age, weight, egfr, child_pugh … or other")
class Group(DosePart):
    """The patients that a variant is for. Several conditions hold together."""

    age: Bound | None = clinical("Age.", default=None, example="1 to 5 a", change=POPULATION)
    weight: Bound | None = clinical("Body weight.", default=None, example="10 to 19 kg", change=POPULATION)
    body_surface: Bound | None = clinical(
        "Body surface.", default=None, example="less than 1.5 m2", change=POPULATION
    )
    gestation: Bound | None = clinical(
        "Weeks of gestation (a newborn's: at birth).",
        default=None,
        example="less than 32 wk",
        change=POPULATION,
    )
    egfr: Bound | None = clinical(
        "Estimated glomerular filtration rate.",
        default=None,
        example="less than 30 mL/min/{1.73_m2}",
        change=POPULATION,
    )
    creatinine_clearance: Bound | None = clinical(
        "Creatinine clearance.", default=None, example="10 to 50 mL/min", change=POPULATION
    )
    child_pugh: tuple[Literal["A", "B", "C"], ...] | None = clinical(
        "Child-Pugh class.", default=None, example=["B", "C"], change=POPULATION
    )
    dialysis: tuple[Literal["haemodialysis", "peritoneal-dialysis", "haemofiltration"], ...] | None = (
        clinical("Kind of dialysis.", default=None, example=["haemodialysis"], change=POPULATION)
    )
    sex: Literal["female", "male"] | None = clinical(
        "Sex.", default=None, example="female", change=POPULATION
    )
    measured: tuple[Measured, ...] = clinical(
        "Other values that are measured.",
        default=(),
        example=[{"of": "Bilirubin", "value": "more than 51 umol/L"}],
        change=POPULATION,
    )
    other: Wording | None = clinical(
        "Any other condition, in words.", default=None, example="Slow metabolisers", change=POPULATION_TEXT
    )

    @model_validator(mode="after")
    def _units_fit(self) -> Self:
        for name, dimension in _DIMENSIONS.items():
            value: Bound | None = getattr(self, name)
            if value is not None and (value.unit is None or value.unit.dimension not in dimension):
                raise PydanticCustomError(
                    "group",
                    "{why}",
                    {"why": f"“{value.written}” is no {name.replace('_', ' ')}: its unit does not fit"},
                )
        return self


_TIME = ((("time", 1),), (("month", 1),))
_FLOW = (("time", -1), ("volume", 1))
_DIMENSIONS = {
    "age": _TIME,
    "gestation": _TIME,
    "weight": ((("mass", 1),),),
    "body_surface": ((("area", 1),),),
    "egfr": (_FLOW, tuple(sorted((*_FLOW, ("standard body surface", -1))))),
    "creatinine_clearance": (_FLOW, tuple(sorted((*_FLOW, ("standard body surface", -1))))),
}


class Variant(Administration):
    """Another dose for some patients: it says only what differs; all else stays as in the dose."""

    group: Group = clinical(
        "For whom.", alias="for", example={"egfr": "less than 30 mL/min"}, change=POPULATION
    )
    step: Plain | None = clinical(
        "Which step of the dose it changes, by its label, or each-step.",
        default=None,
        neutral=True,
        example="induction",
        change=DOSE,
    )
    change: Literal["use", "do-not-use", "no-dose", "no-change"] = clinical(
        "use (what stands here), do-not-use, no-dose (this time), or no-change (said so by the source).",
        default="use",
        example="do-not-use",
        change=DOSE,
    )
    fraction: Amount | None = clinical(
        "So much of the dose, in percent.", default=None, example="50 %", change=ADJUSTMENT
    )
    route: RouteField | None = clinical(
        "The route for these patients, where it is another.",
        default=None,
        example="intravenous",
        change=DOSE_LIST,
    )
    form: Plain | None = clinical(
        "The form, where it is another.", default=None, neutral=True, example="tablets", change=DOSE_WORDS
    )
    titration: Titration | None = clinical(
        "How it is raised for these patients.",
        default=None,
        example={"start": "25 mg/d", "target": "100 mg/d"},
        change=DOSE,
    )
    remark: Wording | None = clinical(
        "What else must be said.",
        default=None,
        example="Give it after dialysis.",
        beside=True,
        change=DOSE_TEXT,
    )
    cites: Cites | None = clinical(
        "What it stands on, where it is not what the dose stands on.",
        default=None,
        example=["p-4"],
        change=DOSE_CITATION,
    )

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        others = (self.fraction, self.route, self.form, self.titration)
        is_silent = self.is_empty and not any(others)
        if self.change == "use" and is_silent:
            raise PydanticCustomError(
                "variant",
                "say what differs (amount, every, fraction …), or write change: do-not-use or no-change",
            )
        if self.change != "use" and not is_silent:
            raise PydanticCustomError("variant", "{why}", {"why": f"{self.change} leaves no dose to write"})
        refuse_other_than_percent(self.fraction)
        return self


class StopRule(DosePart):
    """When the drug is stopped, paused or lowered."""

    condition: Wording = clinical(
        "The condition.", alias="if", example="the neutrophil count is", change=DOSE_WORDS
    )
    value: Bound | None = clinical(
        "The value, where the condition is one that is measured; it stands after the condition.",
        default=None,
        example="less than 1 10*9/L",
        change=DOSE,
    )
    action: Literal["stop", "withhold", "reduce", "slow-down", "do-not-start", "seek-help"] = clinical(
        "What is done.", example="withhold", change=DOSE
    )
    reduce_to: Amount | None = clinical(
        "The lower dose, or how much of it in percent.", default=None, example="50 %", change=DOSE
    )
    until: Wording | None = clinical(
        "Until when it is withheld.", default=None, example="the count has recovered", change=DOSE_WORDS
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=DOSE_CITATION)

    @model_validator(mode="after")
    def _lowers_only_what_goes_on(self) -> Self:
        if self.reduce_to is not None and self.action not in ("reduce", "slow-down"):
            raise PydanticCustomError("stop_rule", "reduce_to belongs to action: reduce or slow-down")
        return self


@exactly_one("drug", "one_of", say="a companion names either its drug or one_of several drugs, and not both")
@not_together("amount", "dose", say="write either the amount of a companion or its dose, and not both")
class Companion(DosePart):
    """A drug that is given with this one, or must stand ready."""

    drug: Id | None = clinical("The drug.", default=None, example="folic-acid", change=DOSE)
    one_of: tuple[Id, ...] | None = clinical(
        "Any one of these drugs.", default=None, example=["prednisone", "prednisolone"], change=DOSE_LIST
    )
    amount: Amount | None = clinical(
        "How much of it, where it has no dose of its own.", default=None, example="25 g", change=DOSE
    )
    dose: Id | None = clinical("Its dose, by id.", default=None, example="folic-acid-weekly", change=DOSE)
    role: Literal["with", "before", "after", "ready"] = clinical(
        "Given with it, before it, after it, or kept ready.", default="with", example="before", change=DOSE
    )
    remark: Wording | None = clinical(
        "When and why.", default=None, example="on another day of the week", beside=True, change=DOSE_TEXT
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=DOSE_CITATION)

    @property
    def drugs(self) -> tuple[str, ...]:
        """The ids of the drugs, any one of which is meant."""
        return (self.drug,) if self.drug is not None else (self.one_of or ())


class Never(DosePart):
    """What must never be done with the dose."""

    wording: Wording = clinical(
        "What must never be done.", example="Never into the spinal fluid.", change=SAFETY_TEXT
    )
    cites: Cites | None = clinical("What it stands on.", default=None, example=["p-4"], change=DOSE_CITATION)
