"""A number with a dose unit stands in running text, where nothing can check or update it.

Bad:
    wording: Azathioprine is raised to 150 mg a day.

Good:
    wording: Azathioprine is raised to {dose:azathioprine}; a tablet holds {quantity:50 mg}.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.text.dose_in_text import as_quantity, doses_in_text
from generator.checks.walk import walk_fields, walk_parts
from generator.diagnostics import Finding, Pointer, Rule, Severity
from generator.model.about_drugs import AboutDrugs
from generator.model.entries.entry import Entry
from generator.model.evidence import Arm
from generator.model.field import Part
from generator.model.intervention import Intervention
from generator.model.quantity import Quantity
from generator.model.recommendation import Position
from generator.model.text import NOT_STATED

RULE = Rule(
    code="DOS001",
    name="dose-in-prose",
    severity=Severity.ERROR,
    summary="A number with a dose unit stands in running text.",
    why="A dose that is written twice can differ: the copy in the text escapes every check and every change.",
    cure="Write the dose under doses: and quote it by {dose:id}; write {quantity:50 mg} if it is no dose of ours.",
    basis=("hl7-fhir-dosage",),
)
SCOPE = Scope.ENTRY

_LABELS: dict[type[Part], frozenset[str]] = {
    AboutDrugs: frozenset({"drug_class", "procedure", "frequency", "severity", "other"}),
    Arm: frozenset({"label"}),
    Intervention: frozenset({"drug_class", "procedure", "test"}),
    Position: frozenset({"body"}),
}
"""The fields of short texts in which a dose may hide. Names of drugs, works and forms hold strengths by right."""


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every dose that is typed into a text."""
    worded = ((pointer, text) for pointer, _, text in context.wordings(entry))
    for pointer, text in (*worded, *_labels(context, entry)):
        for written in doses_in_text(text):
            message = f"“{written}” stands in the text and not as data"
            yield context.finding(RULE, entry.id, pointer, message, _cure(entry, written))


def _labels(context: CheckContext, entry: Entry) -> Iterator[tuple[Pointer, str]]:
    """The short texts without markup that readers see: what an arm got, how often a harm happens, a procedure."""
    for above, part in context.parts(entry):
        for kind, names in _LABELS.items():
            if isinstance(part, kind):
                for pointer, value in walk_fields(part, above):
                    if pointer[-1] in names and isinstance(value, str) and value != NOT_STATED:
                        yield pointer, value


def _cure(entry: Entry, written: str) -> str:
    quantity = as_quantity(written)
    if quantity is None:
        return (
            "Write the dose under doses: and quote it by {dose:id}; if it is no dose of ours, write {quantity:…} with "
            "its number in digits (a point before decimals) and its unit."
        )
    same = [name for name, amounts in _amounts(entry).items() if quantity.written in amounts]
    if same:
        return f"Quote the dose by {{dose:{same[0]}}}, or write {{quantity:{quantity.written}}} if it is another thing."
    return f"Quote a dose by {{dose:id}}, or write {{quantity:{quantity.written}}} if it is no dose of ours."


def _amounts(entry: Entry) -> dict[str, set[str]]:
    """The amounts of each dose of the entry, as written."""
    return {
        name: {
            value.written
            for pointer, part in walk_parts(dose)
            for _, value in walk_fields(part, pointer)
            if isinstance(value, Quantity)
        }
        for name, dose in getattr(entry, "doses", {}).items()
    }
