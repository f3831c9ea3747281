"""Which element of FHIR says which field of ours, and when an extension is needed: the one table of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.text import NOT_STATED

NATIVE: Mapping[str, tuple[str, str]] = {
    "amount": ("doseAndRate.dose[x]", "it is a total over time (per), or itself per time (25 mg/d)"),
    "amounts": ("one Dosage for each, with the same sequence", "as `timed-amount` in each Dosage, to number them"),
    "rate": ("doseAndRate.rateQuantity, rateRange", ""),
    "over": ("timing.repeat.duration, durationMax, durationUnit", ""),
    "times": ("timing.repeat.frequency, frequencyMax", ""),
    "every": ("timing.repeat.period, periodMax, periodUnit", ""),
    "days": ("timing.repeat.dayOfWeek", "each of several amounts has days of its own"),
    "when": ("timing.repeat.when", "there are times of day too, or each of several amounts has its own"),
    "offset": ("timing.repeat.offset", "it is not written in whole minutes, or with-… a meal stands there too"),
    "at": ("timing.repeat.timeOfDay", "each of several amounts has times of its own"),
    "count": ("timing.repeat.count, countMax", ""),
    "duration": ("timing.repeat.boundsDuration, boundsRange", ""),
    "minimum_duration": ("timing.repeat.boundsRange.low", "it is a range, or duration or maximum_duration is set"),
    "maximum_duration": ("timing.repeat.boundsRange.high", "it is a range, or duration or minimum_duration is set"),
    "as_needed": ("asNeeded, asNeededFor", "the reason is worded by audience; minimum_interval always"),
    "route": ("route", "several routes will do (route.text names them)"),
    "site": ("site", "it is worded by audience"),
    "method": ("method.text", ""),
    "maximum": (
        "maxDosePerPeriod, maxDosePerAdministration, maxDosePerLifetime",
        "it is a range, or per course, a rate or a concentration; not-stated and no-customary-maximum always",
    ),
    "steps": ("one Dosage for each, with rising sequence", "as `step` in each Dosage, with the fields of a step alone"),
}  # fmt: skip
"""The fields that FHIR can say: its elements, and when an extension is needed. All other fields are extensions."""

OWN: Mapping[str, str] = {
    "step": "the number of a step, its label, after how long it comes and under which condition, and which of its "
    "elements are inherited from the dose",
    "timed-amount": "the number of one of several amounts, and its times where FHIR cannot hold them",
    "whole": "what is said of all steps together",
    "modified-by": "a modifierExtension for each field in an extension without which the dose would be misunderstood",
}
"""The extensions that are not a field of ours."""

INHERITED = ("route", "method", "as_needed", "maximum")
"""What every step takes from its dose where it has none of its own."""

_UNDERSTOOD = frozenset({
    "drug", "one_of", "label", "round_to", "amount", "amounts", "per", "divided_into", "route", "response",
    "full_effect", "licence", "differs_from", "remark", "cites", "steps",
})  # fmt: skip
"""Fields whose extension may be passed over: the elements beside it say nothing else than is meant.

Not so the form and the strength (an amount of modified-release tablets, or in puffs, is not that of others), the
indication, the site, the total of a course (a bound), when it is stopped, and which drugs must be given with it.
"""
_SILENT: Mapping[str, tuple[Any, ...]] = {"purpose": ("recommended",), "phase": ("any",)}


def may_modify(name: str) -> bool:
    """Whether a field is one of those that `modifies` can be true for."""
    return name not in _UNDERSTOOD


def modifies(name: str, value: Any) -> bool:
    """Whether a Dosage could be misunderstood by who does not read this field's extension."""
    silent = (NOT_STATED, "no-customary-maximum", (), None, *_SILENT.get(name, ()))
    return may_modify(name) and value not in silent
