"""Figures of evidence: a proportion, a ratio, a difference or a single value, each in its printed precision."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.model.alternatives import exactly_one
from generator.model.change_rule import CITATION, EFFECT, EVIDENCE, EVIDENCE_TEXT, POPULATION_TEXT
from generator.model.citation import Cites
from generator.model.field import Part, clinical
from generator.model.quantity import Duration
from generator.model.text import Count, DecimalText, Plain, Stated, Wording, YesNo

Interval95 = tuple[DecimalText, DecimalText]

_P_VALUE = (
    r"^(?:<?(?:0\.[0-9]*[1-9][0-9]*|1(?:\.0+)?)|>0(?:\.[0-9]+)?|0(?:\.0+)?)$"  # <0 and >1 are no values of P
)


def _p_value(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(_P_VALUE, value):
        raise PydanticCustomError(
            "p_value",
            "“{value}” is no P value: write a number from 0 to 1 as printed, such as 0.02, or “<0.001”",
            {"value": value},
        )
    return value


PValue = Annotated[
    str,
    BeforeValidator(_p_value),
    WithJsonSchema(
        {
            "x-shared": "p-value",
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {
                    "type": "string",
                    "pattern": _P_VALUE,
                    "patternErrorMessage": "A P value is a number from 0 to 1 as printed, 0.02, or <0.001.",
                },
            ],
        }
    ),
]
"""A P value as printed: ``0.02``, ``<0.001``."""


class Proportion(Part):
    """So many of so many. ``reported`` is the percentage as the source prints it."""

    events: Count = clinical("How many had the outcome.", example="47", change=EFFECT)
    of: Count = clinical("Out of how many.", example="62", change=EFFECT)
    reported: Plain | None = clinical(
        "The percentage as printed in the source.", default=None, neutral=True, example="76%", change=EFFECT
    )

    @model_validator(mode="after")
    def _within(self) -> Self:
        if self.of == 0 or self.events > self.of:
            raise PydanticCustomError(
                "proportion", "{e} of {n} is no proportion", {"e": self.events, "n": self.of}
            )
        return self


class Ratio(Part):
    """A ratio with its 95 % confidence interval, as printed. It is above zero; a lower bound may be rounded to it."""

    value: DecimalText = clinical("The estimate, as printed.", example="0.47", change=EFFECT)
    ci95: Stated[Interval95] = clinical(
        "Lower and upper bound of the 95 % interval, or not-stated.", example=["0.25", "0.87"], change=EFFECT
    )
    p: Stated[PValue] | None = clinical(
        "The P value, as printed, or not-stated.", default=None, example="0.02", change=EFFECT
    )
    adjusted: YesNo | None = clinical(
        "Whether it is adjusted for other factors.", default=None, example="yes", change=EVIDENCE
    )

    @model_validator(mode="after")
    def _above_zero(self) -> Self:
        low, high = ("0", "1") if isinstance(self.ci95, str) else self.ci95
        if Decimal(self.value) <= 0 or Decimal(low) < 0 or Decimal(high) <= 0:
            written = self.value if isinstance(self.ci95, str) else f"{self.value} ({low} to {high})"
            raise PydanticCustomError(
                "ratio",
                "{written} is no ratio: a ratio and its bounds are above zero; a difference stands under another key",
                {"written": written},
            )
        _keep_order(self.ci95)
        return self


class Difference(Part):
    """A difference between groups with its 95 % confidence interval, as printed."""

    value: DecimalText = clinical(
        "The estimate, as printed; a minus sign says that it is less.", example="-3.2", change=EFFECT
    )
    unit: Plain | None = clinical(
        "The unit as it is to be read; none for a standardised difference.",
        default=None,
        neutral=True,
        example="points of 100",
        change=EFFECT,
    )
    ci95: Stated[Interval95] = clinical(
        "Lower and upper bound of the 95 % interval, or not-stated.", example=["-5.1", "-1.3"], change=EFFECT
    )
    p: Stated[PValue] | None = clinical(
        "The P value, as printed, or not-stated.", default=None, example="<0.001", change=EFFECT
    )
    adjusted: YesNo | None = clinical(
        "Whether it is adjusted for other factors.", default=None, example="no", change=EVIDENCE
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _keep_order(self.ci95)
        return self


def _keep_order(interval: Interval95 | str) -> None:
    """Refuse an interval whose ends are reversed."""
    if not isinstance(interval, str) and Decimal(interval[0]) > Decimal(interval[1]):
        raise PydanticCustomError(
            "interval",
            "the interval {low} to {high} is reversed: write its lower bound first",
            {"low": interval[0], "high": interval[1]},
        )


class SingleValue(Part):
    """A median, a mean, a number needed to treat: one number of one group."""

    measure: Literal[
        "median", "mean", "geometric-mean", "rate", "number-needed-to-treat", "number-needed-to-harm", "other"
    ] = clinical("What kind of number it is.", example="median", change=EFFECT)
    value: DecimalText = clinical("The number, as printed.", example="8", change=EFFECT)
    unit: Plain | None = clinical(
        "The unit as it is to be read.", default=None, neutral=True, example="weeks", change=EFFECT
    )
    spread: Plain | None = clinical(
        "Its spread or interval, as printed in the source.",
        default=None,
        neutral=True,
        example="interquartile range 5 to 12",
        change=EFFECT,
    )


class Comparator(Part):
    """The group that a proportion is set beside."""

    label: Wording = clinical(
        "Who the people set beside it are.", example="Untreated patients", change=EVIDENCE_TEXT
    )
    proportion: Proportion = clinical(
        "How many of them had the outcome.", example={"events": "4", "of": "27"}, change=EFFECT
    )
    adjusted: YesNo | None = clinical(
        "Whether the comparison is adjusted.", default=None, example="no", change=EVIDENCE
    )
    fair: YesNo | None = clinical(
        "Whether horizon and population are the same, so that it may be drawn as a comparison.",
        default=None,
        example="no",
        change=EVIDENCE,
    )


_RATIOS = ("hazard_ratio", "odds_ratio", "risk_ratio", "rate_ratio")
_DIFFERENCES = ("mean_difference", "standardised_mean_difference", "risk_difference")


@exactly_one("proportion", *_RATIOS, *_DIFFERENCES, "value", say="a figure is exactly one of {names}")
class EvidenceFigure(Part):
    """One figure: a proportion, a ratio, a difference or a single value."""

    outcome: Wording = clinical(
        "What was counted or compared.", example="Symptoms improved", change=EVIDENCE_TEXT
    )
    population: Wording | None = clinical(
        "In whom it was counted.",
        default=None,
        example="Adults with small fibre neuropathy",
        change=POPULATION_TEXT,
    )
    follow_up: Stated[Duration] | None = clinical(
        "After how long it was counted, or not-stated.", default=None, example="12 mo", change=EFFECT
    )
    proportion: Proportion | None = clinical(
        "So many of so many people.", default=None, example={"events": "47", "of": "62"}, change=EFFECT
    )
    hazard_ratio: Ratio | None = clinical(
        "A hazard ratio with its interval.",
        default=None,
        example={"value": "0.47", "ci95": ["0.25", "0.87"]},
        change=EFFECT,
    )
    odds_ratio: Ratio | None = clinical(
        "An odds ratio with its interval.",
        default=None,
        example={"value": "0.47", "ci95": ["0.25", "0.87"]},
        change=EFFECT,
    )
    risk_ratio: Ratio | None = clinical(
        "A risk ratio (relative risk).",
        default=None,
        example={"value": "0.47", "ci95": ["0.25", "0.87"]},
        change=EFFECT,
    )
    rate_ratio: Ratio | None = clinical(
        "A ratio of rates of events over time.",
        default=None,
        example={"value": "0.47", "ci95": ["0.25", "0.87"]},
        change=EFFECT,
    )
    mean_difference: Difference | None = clinical(
        "A difference of means.",
        default=None,
        example={"value": "-3.2", "unit": "points of 100", "ci95": ["-5.1", "-1.3"]},
        change=EFFECT,
    )
    standardised_mean_difference: Difference | None = clinical(
        "A standardised difference of means, which has no unit.",
        default=None,
        example={"value": "-0.32", "ci95": ["-0.51", "-0.13"]},
        change=EFFECT,
    )
    risk_difference: Difference | None = clinical(
        "A difference of risks, with its unit.",
        default=None,
        example={"value": "-5", "unit": "percentage points", "ci95": "not-stated"},
        change=EFFECT,
    )
    value: SingleValue | None = clinical(
        "A single number, such as a median.",
        default=None,
        example={"measure": "median", "value": "8", "unit": "weeks"},
        change=EFFECT,
    )
    comparator: Comparator | None = clinical(
        "The group that the figure is set beside.",
        default=None,
        example={"label": "Untreated patients", "proportion": {"events": "4", "of": "27"}},
        change=EVIDENCE,
    )
    cites: Cites | None = clinical("Where the figure stands.", default=None, example=["n-4"], change=CITATION)

    @property
    def ratio(self) -> tuple[str, Ratio] | None:
        """The kind and the ratio, where the figure is one."""
        return next(((kind, found) for kind in _RATIOS if (found := getattr(self, kind)) is not None), None)

    @property
    def difference(self) -> tuple[str, Difference] | None:
        """The kind and the difference, where the figure is one."""
        return next(
            ((kind, found) for kind in _DIFFERENCES if (found := getattr(self, kind)) is not None), None
        )
