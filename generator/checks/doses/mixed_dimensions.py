"""The steps or bands of one dose are in units of unlike kinds.

Bad:
    doses:
      examplin:
        drug: examplin
        purpose: recommended
        steps: [{label: first, amount: 300 mg}, {label: then, amount: 5 mL, every: 1 d}]

Good:
    doses:
      examplin:
        drug: examplin
        purpose: recommended
        steps: [{label: first, amount: 300 mg}, {label: then, amount: 150 mg, every: 1 d}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.checks.views.doses.dose_parts import GivenPart, parts_of
from generator.checks.views.doses.titrations import doses_reached
from generator.checks.views.doses.unit_kinds import kind_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.dose import Dose, Variant
from generator.model.entries.entry import Entry
from generator.model.quantity import Quantity

RULE = Rule(
    code="DOS017",
    name="mixed-dimensions",
    severity=Severity.WARNING,
    summary="The parts of one dose are in units of unlike kinds.",
    why="Nobody can see which of the amounts is the larger, and a wrong unit goes unnoticed.",
    cure="Write all parts in one kind of unit, add the strength, or correct the unit that is wrong.",
    basis=("fda-dosage-and-administration-2023",),
    judges=True,
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find doses of which one part is in mg and another in mL, units or tablets, and no strength ties them."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        given = [(part, amount, kind) for part in parts_of(dose_id, dose) for amount, kind in _kinds(part)]
        has_strength = dose.strength is not None or any(
            part.given.strength is not None for part, _, _ in given
        )
        for part, amount, kind in given[1:] if not has_strength else ():
            if kind != given[0][2]:
                first = given[0][1].written
                message = f"a part of the dose “{dose_id}” is {first}, and another {amount.written}"
                yield context.finding(RULE, entry.id, part.pointer, message)
                break
        yield from _raised_to_another_basis(context, entry, dose_id, dose)


def _raised_to_another_basis(
    context: CheckContext, entry: Entry, dose_id: str, dose: Dose
) -> Iterator[Finding]:
    """A dose by the body that is raised to one that is the same for all; the way from a fixed start to it is usual."""
    changed, amount = dose.titration, dose.amount
    target = changed.target if changed is not None and changed.of == "dose" else None
    if (
        changed is None
        or amount is None
        or not isinstance(target, Quantity)
        or kind_of(target) != kind_of(amount)
    ):
        return
    starts_by_body = changed.start is not None and _is_by_body(changed.start)
    is_advice = dose.purpose in ("recommended", "usual")
    if is_advice and _is_by_body(amount) and not _is_by_body(target) and not starts_by_body:
        message = (
            f"the dose “{dose_id}” is {amount.written}, and is changed to {target.written}, whatever the body"
        )
        cure = "Find out which of the two is the dose that is aimed at, and write the other as start: or as maximum:."
        yield context.finding(RULE, entry.id, ("doses", dose_id, "titration", "target"), message, cure)


def _is_by_body(amount: Quantity) -> bool:
    return amount.unit.per("body weight") or amount.unit.per("body surface")


def _kinds(part: GivenPart) -> Iterator[tuple[Quantity, str]]:
    """The amounts of a part with their kinds. Another form or route has amounts of its own."""
    if part.words and any(getattr(part.given, name, None) is not None for name in ("form", "route")):
        return
    timed = [one.amount for one in part.given.amounts or ()]
    changed = part.given.titration if isinstance(part.given, (Dose, Variant)) else None
    reached = [amount for _, amount in doses_reached(changed)] if changed is not None else []
    if changed is not None and changed.of == "dose" and isinstance(changed.step, Quantity):
        reached.append(changed.step)
    for amount in (part.given.amount, part.given.course_total, *timed, *reached):
        kind = kind_of(amount) if amount is not None else None
        if amount is not None and kind is not None:
            yield amount, kind
