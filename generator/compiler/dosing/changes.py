"""What changes a dose, in words: titration, other doses for some patients, rules for stopping, companion drugs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.dosing.course import by_and_each
from generator.compiler.dosing.limits import at_most
from generator.compiler.dosing.phrase import clause, in_brackets, joined
from generator.compiler.dosing.quantities import bound
from generator.compiler.dosing.regimen import regimen
from generator.compiler.dosing.routes import route_in_sentence
from generator.compiler.dosing.writer import Writer
from generator.model.bound import Bound
from generator.model.dose import EACH_STEP, Companion, Goal, Group, StopRule, Titration, Variant
from generator.model.quantity import Quantity
from generator.model.text import NOT_STATED
from generator.pages.inline import Amount, Run, Text, plain_text

_LOWERING = ("reduce", "slow-down")
_MEASURED = ("age", "weight", "body_surface", "gestation", "egfr", "creatinine_clearance")


def titration(writer: Writer, value: Titration) -> Run:
    """How a dose is raised, lowered or adjusted. What the source omits is said."""
    parts: list[Run] = []
    if value.start is not None:
        parts.append(writer.phrase("start", amount=writer.quantity(value.start)))
    levels = joined([writer.quantity(level) for level in value.levels], ", ", writer.profile.words["and"])
    change = [
        writer.phrase(value.direction if value.of == "dose" else f"{value.direction}-rate"),
        by_and_each(writer, value.step, value.each),
        writer.phrase("levels", levels=levels) if levels else (),
    ]
    if value.route is not None:
        change.append(route_in_sentence(writer, value.route))
    parts.append(joined([part for part in change if part], " "))
    if isinstance(value.target, Quantity):
        word = f"to-target-{value.direction}"
        parts.append(writer.phrase(word, amount=writer.quantity(value.target)))
    elif value.target is not None:
        parts[-1] = joined([parts[-1], writer.missing("target-not-stated")], " ")
    if value.goal is not None:
        parts.append(_goal(writer, value.goal))
    return joined(parts, ", ")


def patients(writer: Writer, value: Variant) -> str:
    """For whom, and for which step: "Age 1 to 5 years and body weight 10 to 19 kg, induction".

    Empty where only words describe the patients: the words then stand in `variant`.
    """
    who = _measured(writer, value.group)
    return ", ".join([who, *_step(writer, value)]) if who else ""


def _step(writer: Writer, value: Variant) -> list[str]:
    if value.step is None:
        return []
    return [writer.profile.words["each-step"] if value.step == EACH_STEP else value.step]


def _measured(writer: Writer, value: Group) -> str:
    said = []
    for name in _MEASURED:
        limit: Bound | None = getattr(value, name)
        if limit is not None:
            said.append(writer.profile.words[f"group-{name}"].format(bound=bound(writer.profile, limit)))
    if value.child_pugh:
        classes = writer.listed(list(value.child_pugh), "or")
        said.append(writer.profile.words["group-child_pugh"].format(classes=classes))
    if value.dialysis:
        kinds = writer.listed([writer.profile.words[f"group-{kind}"] for kind in value.dialysis], "or")
        said.append(writer.profile.words["group-dialysis"].format(kinds=kinds))
    for one in value.measured:
        of = plain_text(writer.limit(one.of))
        said.append(f"{of} {bound(writer.profile, one.value)}")
    text = ", ".join(
        [
            *([writer.profile.words[f"group-{value.sex}"]] if value.sex is not None else []),
            *([writer.profile.words["and"].join(said)] if said else []),
        ]
    )
    return text[:1].upper() + text[1:] if not text.startswith("eGFR") else text


def variant(writer: Writer, value: Variant, *, is_beside_amount: bool = True) -> Run:
    """What differs for a group of patients; it begins with the patients that only words describe.

    ``is_beside_amount`` is whether the dose has an amount for all others, to which "same amount" points.
    """
    run = joined([part for part in _what_differs(writer, value, is_beside_amount) if part], ", ")
    run = run or writer.missing("difference-not-stated")
    if value.remark is not None:
        run = (*run, *in_brackets(clause(writer.say(value.remark))))
    if value.group.other is None:
        return run
    other = writer.limit(value.group.other)
    if _measured(writer, value.group):
        return writer.phrase("labelled", label=writer.phrase("group-also", other=other), what=run)
    label = (*other, *(Text(f", {step}") for step in _step(writer, value)))
    return writer.phrase("labelled", label=label, what=run)


def _what_differs(writer: Writer, value: Variant, is_beside_amount: bool) -> Iterator[Run]:
    if value.change != "use":
        yield writer.phrase(value.change)
    if value.form is not None:
        yield (Text(value.form),)
    if value.fraction is not None:
        yield writer.phrase("percent-of-dose", percent=writer.quantity(value.fraction))
    given = regimen(writer, value, route_in_sentence(writer, value.route) if value.route is not None else ())
    is_same = is_beside_amount and _changes_only_how_often(value)
    yield writer.phrase("same-amount", what=given) if is_same else given
    if value.titration is not None:
        yield titration(writer, value.titration)
    yield writer.missing("maximum-missing") if value.maximum == NOT_STATED else at_most(writer, value)


def _changes_only_how_often(value: Variant) -> bool:
    """A variant says only what differs: without an amount of its own "daily" alone would read as a dose."""
    own = (value.amount, value.amounts, value.rate, value.course_total, value.fraction, value.titration)
    return bool(value.every or value.times) and not any(own)


def stop_label(writer: Writer, value: StopRule) -> str:
    """What is done: "Withhold if", "Reduce to 50% of the dose if"."""
    if value.reduce_to is None or value.action not in _LOWERING:
        return writer.profile.words[f"label-{value.action}"]
    return writer.profile.words[f"label-{value.action}-to"].format(
        amount=plain_text(_lower(writer, value.reduce_to))
    )


def stop_rule(writer: Writer, value: StopRule) -> Run:
    """``the neutrophil count is less than 1 × 10⁹/L, until it has recovered``."""
    condition = writer.limit(value.condition)
    if value.value is not None:
        condition = (*condition, Text(" "), Amount(bound(writer.profile, value.value)))
    run = condition
    if value.reduce_to is not None and value.action not in _LOWERING:
        run = joined([run, writer.phrase("reduce-to", amount=_lower(writer, value.reduce_to))], ", ")
    if value.until is not None:
        run = joined([run, writer.phrase("until", condition=writer.limit(value.until))], ", ")
    return run


def _lower(writer: Writer, dose: Quantity) -> Run:
    amount = writer.quantity(dose)
    return writer.phrase("percent-of-dose", percent=amount) if dose.unit.code == "%" else amount


def companion(writer: Writer, value: Companion) -> Run:
    """``folic acid: 5 mg once weekly, on another day``; its label says whether with it, before or after."""
    run = joined([writer.drug(drug) for drug in value.drugs], writer.profile.words["or"])
    if value.amount is not None:
        # After several drugs a comma: the amount is not only that of the last.
        run = joined([run, writer.quantity(value.amount)], ", " if len(value.drugs) > 1 else " ")
    if value.dose is not None and (quoted := writer.dose(value.dose)):
        run = (*run, Text(": "), *quoted)
    if value.remark is not None and (remark := clause(writer.say(value.remark))):
        # A quoted dose has commas of its own.
        run = (*run, *(in_brackets(remark) if value.dose is not None else (Text(", "), *remark)))
    return run


def _goal(writer: Writer, value: Goal) -> Run:
    of = writer.limit(value.of)
    if isinstance(value.value, Bound):
        run = writer.phrase("goal", of=of, value=(Amount(bound(writer.profile, value.value)),))
    else:
        run = writer.phrase("goal-alone", of=of)
        if value.value == NOT_STATED:
            run = joined([run, writer.missing("goal-not-stated")], " ")
    if value.timing is not None:
        run = joined([run, writer.phrase("goal-timing", timing=writer.limit(value.timing))], " ")
    return run
