"""A dose: written once, as data, after FHIR R5 *Dosage*; every page that shows it quotes it by id."""

from generator.model.dose.administration import TIMING_GROUPS, Administration, DoseStep
from generator.model.dose.changes import (
    EACH_STEP,
    Companion,
    Goal,
    Group,
    Measured,
    Never,
    StopRule,
    Taper,
    Titration,
    Variant,
)
from generator.model.dose.dose import Dose, Licence, Loosely, Purpose
from generator.model.dose.maximum import NO_CUSTOMARY_MAXIMUM, Maximum, PeriodLimit
from generator.model.dose.route import Route
from generator.model.dose.timing import AsNeeded, Cycle, Repeat, TimedAmount, TimeOfDay, Weekday, When

__all__ = [
    "EACH_STEP",
    "NO_CUSTOMARY_MAXIMUM",
    "TIMING_GROUPS",
    "Administration",
    "AsNeeded",
    "Companion",
    "Cycle",
    "Dose",
    "DoseStep",
    "Goal",
    "Group",
    "Licence",
    "Loosely",
    "Maximum",
    "Measured",
    "Never",
    "PeriodLimit",
    "Purpose",
    "Repeat",
    "Route",
    "StopRule",
    "Taper",
    "TimeOfDay",
    "TimedAmount",
    "Titration",
    "Variant",
    "Weekday",
    "When",
]
