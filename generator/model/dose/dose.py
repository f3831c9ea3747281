"""The dose as an entry holds it: of which drug, for whom, how given, and with all that bounds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from generator.model.alternatives import exactly_one, not_together
from generator.model.change_rule import (
    ADJUSTMENT,
    DOSE,
    DOSE_CITATION,
    DOSE_LIST,
    DOSE_TEXT,
    DOSE_WORDS,
    EFFECT,
    LICENCE,
    POPULATION,
    POPULATION_TEXT,
    SAFEGUARD,
    TEXT,
)
from generator.model.citation import Cites
from generator.model.dose.administration import TIMING_GROUPS, Administration, DoseStep, WholeAdministration
from generator.model.dose.changes import EACH_STEP, Companion, Never, StopRule, Titration, Variant
from generator.model.dose.dose_part import DosePart
from generator.model.dose.maximum import Maximum
from generator.model.dose.route import RouteField
from generator.model.field import clinical
from generator.model.quantity import Duration
from generator.model.statement import Phase
from generator.model.text import Day, Id, NotStated, Plain, QuotedDose, Stated, Wording

Purpose = Literal["recommended", "studied", "prior-treatment", "usual"]
"""Why a dose stands in an entry, so that a trial's regimen never looks like advice."""


class Licence(DosePart):
    """Whether a body has licensed the drug for this use, as of a day."""

    status: Literal["licensed", "off-label"] = clinical(
        "licensed or off-label.", example="off-label", change=LICENCE
    )
    country: Plain = clinical("The country, as ISO 3166 code.", example="US", neutral=True, change=LICENCE)
    as_of: Stated[Day] = clinical(
        "The day for which this was looked up.", example="2026-11-21", change=LICENCE
    )


class Loosely(DosePart):
    """A span of time for which the source has words and no number."""

    words: Wording = clinical("The words.", example="within days", change=DOSE_WORDS)


def _tell_span(value: Any) -> str:
    if value == "not-stated":
        return "not-stated"
    return "loosely" if isinstance(value, (Mapping, Loosely)) else "span"


Span: TypeAlias = Annotated[
    Annotated[NotStated, Tag("not-stated")]
    | Annotated[Loosely, Tag("loosely")]
    | Annotated[Duration, Tag("span")],
    Discriminator(_tell_span),
]
"""A span of time, ``{words: within days}`` where the source gives no number, or ``not-stated``."""


class _Subject(DosePart):
    """Of which drug, for what, for whom, and by which route."""

    drug: Id | None = clinical("The drug.", default=None, example="azathioprine", change=DOSE)
    one_of: tuple[Id, ...] | None = clinical(
        "Any one of these drugs.", default=None, example=["prednisone", "prednisolone"], change=DOSE_LIST
    )
    label: Plain | None = clinical(
        "What the regimen is called where a drug has several.",
        default=None,
        neutral=True,
        example="Five days",
        change=TEXT,
    )
    purpose: Purpose = clinical(
        "recommended, studied (a trial's), prior-treatment, or usual (for another indication).",
        example="recommended",
        change=DOSE,
    )
    indication: Stated[Plain] | None = clinical(
        "For what, where it is not the entry's own condition.",
        default=None,
        neutral=True,
        example="gout",
        change=POPULATION_TEXT,
    )
    phase: Phase = clinical("The phase of the illness.", default="any", example="relapse", change=POPULATION)
    population: Wording | None = clinical(
        "For whom, where not for all whom the entry is about.",
        default=None,
        example="Adults.",
        change=POPULATION_TEXT,
    )
    route: RouteField | None = clinical(
        "How it is given; a list where any of several routes will do.",
        default=None,
        example="oral",
        change=DOSE_LIST,
    )
    form: Plain | None = clinical(
        "The form, as the source names it.",
        default=None,
        neutral=True,
        example="modified-release tablets",
        change=DOSE_WORDS,
    )
    site: Wording | None = clinical(
        "Where on the body.", default=None, example="outer side of the thigh", beside=True, change=DOSE_TEXT
    )
    preparation: Wording | None = clinical(
        "How it is made ready: diluted in what, mixed with what.",
        default=None,
        example="Dilute before use.",
        beside=True,
        change=DOSE_TEXT,
    )


@exactly_one("drug", "one_of", say="a dose names either its drug or one_of several drugs, and not both")
@not_together(
    "steps", "amount", say="a dose has either steps or an amount of its own: make it the first step"
)
@not_together(
    "steps", "amounts", say="a dose has either steps or amounts of its own: make them the first step"
)
@not_together("steps", "rate", say="a dose has either steps or a rate of its own: make it the first step")
class Dose(WholeAdministration, _Subject):
    """One dose of one drug (or of any one of several), with all that bounds it."""

    steps: tuple[DoseStep, ...] | None = clinical(
        "A sequence of doses: loading, maintenance, day 1, day 2 …",
        default=None,
        example=[
            {"label": "first dose", "amount": "300 mg"},
            {"label": "then", "amount": "150 mg", "every": "1 d"},
        ],
        change=DOSE,
    )
    titration: Titration | None = clinical(
        "How it is raised to a target.",
        default=None,
        example={"start": "25 mg/d", "step": "25 mg/d", "each": "7 d", "target": "100 mg/d"},
        change=DOSE,
    )
    bands: tuple[Variant, ...] = clinical(
        "Doses by age, weight or another trait.",
        default=(),
        example=[{"for": {"weight": "10 to 19 kg"}, "amount": "120 mg"}],
        change=DOSE_LIST,
    )
    renal: Stated[tuple[Variant, ...]] | None = clinical(
        "Doses by kidney function.",
        default=None,
        example=[{"for": {"egfr": "less than 30 mL/min/{1.73_m2}"}, "change": "do-not-use"}],
        change=ADJUSTMENT,
    )
    hepatic: Stated[tuple[Variant, ...]] | None = clinical(
        "Doses by liver function.",
        default=None,
        example=[{"for": {"child_pugh": ["C"]}, "fraction": "50 %"}],
        change=ADJUSTMENT,
    )
    never: tuple[Never, ...] = clinical(
        "What must never be done with it; it stands first.",
        default=(),
        example=[{"wording": "Never into the spinal fluid."}],
        change=SAFEGUARD,
    )
    stop: tuple[StopRule, ...] = clinical(
        "When it is stopped, paused or lowered.",
        default=(),
        example=[{"if": "a rash appears", "action": "stop"}],
        change=DOSE_LIST,
    )
    companions: tuple[Companion, ...] = clinical(
        "Drugs that are given with it or must stand ready.",
        default=(),
        example=[{"drug": "folic-acid"}],
        change=DOSE_LIST,
    )
    response: Span | None = clinical(
        "When a first response shows.", default=None, example="4 to 6 wk", change=EFFECT
    )
    full_effect: Span | None = clinical(
        "When the full effect is there.", default=None, example="3 to 6 mo", change=EFFECT
    )
    licence: Stated[tuple[Licence, ...]] | None = clinical(
        "Licensed or off-label for this use.", default=None, example="not-stated", change=LICENCE
    )
    differs_from: dict[QuotedDose, Wording] | None = clinical(
        "Why it differs from another dose of the same drug, here or in another entry (other-entry#id).",
        default=None,
        example={"five-days": "The total is half of that of the other course."},
        beside=True,
        change=DOSE_TEXT,
    )
    remark: Wording | None = clinical(
        "What else must be said with the dose.",
        default=None,
        example="Give it with food.",
        beside=True,
        change=DOSE_TEXT,
    )
    cites: Cites | None = clinical(
        "What the dose stands on.", default=None, example=["p-4"], change=DOSE_CITATION
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        given = (self.amount, self.amounts, self.rate, self.course_total, self.steps, self.bands)
        starts = self.titration is not None and self.titration.start is not None
        if not any(given) and not starts and not isinstance(self.maximum, Maximum):
            raise PydanticCustomError(
                "dose_amount",
                "a dose needs an amount, amounts, a rate, a course_total, steps, bands, a titration with its start, "
                "or at least a maximum",
            )
        self._refuse_lost_timing()
        labels = {step.label for step in self.steps or ()}
        for variant in self.variants:
            if variant.step not in (None, EACH_STEP, *labels):
                raise PydanticCustomError(
                    "variant", "{why}", {"why": f"no step of this dose is labelled “{variant.step}”"}
                )
            if self.steps and variant.step is None and variant.amount is not None:
                raise PydanticCustomError(
                    "variant",
                    "the dose has steps: say which one the amount is for (step: its label, or each-step)",
                )
        if any(step.fraction is not None for step in self.steps or ()) and self.course_total is None:
            raise PydanticCustomError(
                "dose_steps", "a fraction of a step is one of the course_total: write it too"
            )
        return self

    def _refuse_lost_timing(self) -> None:
        """What the dose says of all its steps or bands must hold for one of them, or it would be said nowhere."""
        own = (self.amount, self.amounts, self.rate, self.course_total)
        starts = self.titration is not None and self.titration.start is not None
        parts = self.steps or (() if any(own) or starts else self.bands)
        for group in TIMING_GROUPS:
            said = {name for name in group if getattr(self, name) is not None}
            if not said or not parts:
                continue
            counts_only = said == {"every"} and all(
                part.times is not None and part.every is None and part.per is None for part in parts
            )
            if not counts_only and all(part.says(group) or part.amounts is not None for part in parts):
                names = ", ".join(sorted(said))
                why = (
                    f"every step or band has a timing of its own, so this of the dose holds for none: {names}"
                )
                raise PydanticCustomError("dose_timing", "{why}", {"why": why})

    @property
    def drugs(self) -> tuple[str, ...]:
        """The ids of the drugs that this dose may be a dose of."""
        return (self.drug,) if self.drug is not None else (self.one_of or ())

    @property
    def administrations(self) -> tuple[Administration, ...]:
        """The dose, its steps and its variants: every place where an amount may stand."""
        return (self, *(self.steps or ()), *self.variants)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The doses for other patients: bands, then by kidney and by liver."""
        renal = self.renal if isinstance(self.renal, tuple) else ()
        hepatic = self.hepatic if isinstance(self.hepatic, tuple) else ()
        return (*self.bands, *renal, *hepatic)
