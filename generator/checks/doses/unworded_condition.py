"""A condition or a high-alert warning of a dose has no words for an audience that gets doses.

A warning is written in the drug's file, under high_alert, and worded there for each audience, as a condition is here.

Bad:
    audiences: [clinician, patient]
    regimens_for: [patient]
    doses:
      rescue:
        drug: salbutamol
        purpose: recommended
        amount: 2 {puff}
        as_needed: {reason: wheeze}

Good:
    audiences: [clinician, patient]
    regimens_for: [patient]
    doses:
      rescue:
        drug: salbutamol
        purpose: recommended
        amount: 2 {puff}
        as_needed: {reason: {clinician: wheeze, patient: a whistling chest}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.walk import walk_fields, walk_parts
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.dose import Dose
from generator.model.entries.drug import Drug, HighAlert
from generator.model.entries.entry import Entry
from generator.model.field import Part, stands_beside
from generator.model.high_alert import alerts_with
from generator.model.text import Wording

RULE = Rule(
    code="DOS005",
    name="unworded-condition",
    severity=Severity.WARNING,
    at_publish=Severity.ERROR,
    summary="A condition or a warning of a dose has no words for an audience that gets doses.",
    why="Without its condition a dose says more than the entry, and without its warning it invites the error "
    "that is warned of, so the page prints a gap in their place.",
    cure="Write the words for this audience too, or take the audience out of regimens_for.",
    basis=("fda-dosage-and-administration-2023", "ismp-best-practices-for-hospitals"),
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find conditions and high-alert warnings of doses that an edition with doses cannot word."""
    audiences = [
        audience.id
        for audience in context.library.editions_of(entry)
        if audience.regimens or audience.id in getattr(entry, "regimens_for", ())
    ]
    for dose_id, dose in getattr(entry, "doses", {}).items():
        for pointer, wording in _conditions(dose, ("doses", dose_id)):
            for audience in audiences:
                if wording.for_audience(audience) is None:
                    message = f"a condition of the dose “{dose_id}” has no words for “{audience}”"
                    yield context.finding(RULE, entry.id, pointer, message)
        for audience in audiences:
            yield from _unworded_alerts(context, entry, dose_id, dose, audience)


def _unworded_alerts(
    context: CheckContext, entry: Entry, dose_id: str, dose: Dose, audience: str
) -> Iterator[Finding]:
    """The place is the dose: whether the warning is needed there depends on the dose."""
    for alert in alerts_with(dose, context.library.drugs):
        if alert.wording.for_audience(audience) is None:
            drug = _drug_of(alert, dose, context.library.drugs)
            message = (
                f"the high-alert words “{alert.id}” of the drug “{drug}” must stand with the dose “{dose_id}”, "
                f"and there are none for “{audience}”"
            )
            cure = f"Write them for “{audience}” too, under high_alert of the drug “{drug}”."
            yield context.finding(RULE, entry.id, ("doses", dose_id), message, cure)


def _drug_of(alert: HighAlert, dose: Dose, drugs: Mapping[str, Drug]) -> str:
    """The id of the drug whose alert this is: one of the dose's, else one of a companion's."""
    named = (*dose.drugs, *(drug for companion in dose.companions for drug in companion.drugs))
    owners = (drug for drug in named if drug in drugs and any(one is alert for one in drugs[drug].high_alert))
    return next(owners, named[0])


def _conditions(dose: Dose, pointer: Pointer) -> Iterator[tuple[Pointer, Wording]]:
    for above, part in walk_parts(dose, pointer):
        for below, value in walk_fields(part, above):
            if isinstance(value, Wording) and not stands_beside(type(part), _name(part, below)):
                yield below, value


def _name(part: Part, pointer: Pointer) -> str:
    """The field's name in the model; in the file it may be called otherwise (``if``)."""
    fields = type(part).model_fields
    return next(name for name, info in fields.items() if (info.alias or name) == pointer[-1])
