"""Evidence: studies as data, figures with their counts, and the search that "no trials" stands on."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.text import Count, Day, DecimalText, Id, Plain, Stated, Wording, YesNo


class Proportion(Part):
    """So many of so many. ``reported`` is the percentage as the source prints it."""

    events: Count = clinical("How many had the outcome.", example="47")
    of: Count = clinical("Out of how many.", example="62")
    reported: Plain | None = clinical(
        "The percentage as printed in the source.", default=None, neutral=True, example="76%"
    )

    @model_validator(mode="after")
    def _within(self) -> Self:
        if self.of == 0 or self.events > self.of:
            raise PydanticCustomError(
                "proportion", "{e} of {n} is no proportion", {"e": self.events, "n": self.of}
            )
        return self


class Ratio(Part):
    """A ratio with its 95 % confidence interval, as printed."""

    value: DecimalText = clinical("The estimate.", example="0.47")
    ci95: tuple[DecimalText, DecimalText] = clinical(
        "Lower and upper bound of the 95 % interval.", example=["0.25", "0.87"]
    )
    p: DecimalText | None = clinical("The p value.", default=None, example="0.02")
    adjusted: YesNo | None = clinical("Whether it is adjusted.", default=None)


class Comparator(Part):
    """The group that a proportion is set beside."""

    label: Wording = clinical("Who they are.")
    proportion: Proportion = clinical("Their figure.")
    adjusted: YesNo | None = clinical("Whether the comparison is adjusted.", default=None)
    fair: YesNo = clinical(
        "Whether horizon and population are the same, so that it may be drawn as a comparison.", default=False
    )


class EvidenceFigure(Part):
    """One figure: a proportion or a ratio."""

    outcome: Wording = clinical("What was counted or compared.")
    population: Wording | None = clinical("In whom.", default=None)
    proportion: Proportion | None = clinical("So many of so many.", default=None)
    hazard_ratio: Ratio | None = clinical("A hazard ratio.", default=None)
    odds_ratio: Ratio | None = clinical("An odds ratio.", default=None)
    risk_ratio: Ratio | None = clinical("A risk ratio.", default=None)
    comparator: Comparator | None = clinical("The group that it is set beside.", default=None)
    cites: Cites | None = clinical("Where the figure stands.", default=None)

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        measures = [self.proportion, self.hazard_ratio, self.odds_ratio, self.risk_ratio]
        if sum(measure is not None for measure in measures) != 1:
            raise PydanticCustomError(
                "measure", "a figure is exactly one of proportion, hazard_ratio, odds_ratio, risk_ratio"
            )
        return self

    @property
    def ratio(self) -> tuple[str, Ratio] | None:
        """The kind and the ratio, where the figure is one."""
        for kind in ("hazard_ratio", "odds_ratio", "risk_ratio"):
            if (ratio := getattr(self, kind)) is not None:
                return kind, ratio
        return None


class Arm(Part):
    """One arm of a study."""

    label: Plain = clinical("What it got.", neutral=True)
    n: Stated[Count] = clinical("How many people.")
    dose: Id | None = clinical("The dose, by id.", default=None)


class Outcome(Part):
    """One outcome of a study."""

    outcome: Wording = clinical("What was measured.")
    significant: Stated[YesNo] = clinical("Whether the difference was statistically significant.")
    result: Wording | None = clinical("The result, in a sentence.", default=None)


class Study(Part):
    """A study as data."""

    title: Wording = clinical("How it is called here.", example="Trial of Dyck and colleagues")
    design: Stated[
        Literal[
            "rct",
            "cohort",
            "case-series",
            "case-report",
            "case-control",
            "systematic-review",
            "consensus",
            "uncontrolled",
        ]
    ] = clinical("The design.")
    design_note: Wording | None = clinical("Blinding, control and so on.", default=None)
    n: Stated[Count] | None = clinical("How many people.", default=None)
    population: Wording | None = clinical("Who they were.", default=None)
    arms: tuple[Arm, ...] = clinical("The arms.", default=())
    doses: tuple[Id, ...] = clinical("The regimens studied, by id.", default=())
    regimen: Wording | None = clinical("The regimen, where it is not given as a dose.", default=None)
    primary: Outcome | None = clinical("The primary outcome.", default=None)
    secondary: tuple[Outcome, ...] = clinical("Other outcomes.", default=())
    finding: Wording | None = clinical("What it found, in a sentence.", default=None)
    cites: Cites | None = clinical("Where it is published.", default=None)


class EvidenceSearch(Part):
    """The search that a statement such as "there are no trials" stands on."""

    databases: Stated[tuple[Plain, ...]] = clinical("What was searched.", neutral=True)
    searched: Stated[Day] = clinical("When.")
    strategy: Stated[Plain] | None = clinical("How.", default=None, neutral=True)
    none_found: Wording | None = clinical("What was not found.", default=None)
    cites: Cites | None = clinical("Who searched.", default=None)
