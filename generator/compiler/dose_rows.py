"""Doses as rows of a table: the dose, its route, its maximum, its course total, and what bounds it."""

from __future__ import annotations

from generator.compiler.dosing import us_ismp
from generator.compiler.dosing.arithmetic import cap_weights, course_total
from generator.compiler.scribe import Scribe
from generator.model.dose import Dose, Licence, Maximum
from generator.model.quantity import Quantity
from generator.pages.blocks import DoseRow, DoseTable, Fact
from generator.pages.inline import Amount, Inline, Missing, Run, Text, Words


def dose_table(scribe: Scribe, dose_ids: tuple[str, ...], caption: str) -> DoseTable | None:
    """The doses with these ids that the edition has; None where it has none of them."""
    rows = [
        dose_row(scribe, dose_id, scribe.doses[dose_id]) for dose_id in dose_ids if dose_id in scribe.doses
    ]
    return DoseTable(caption, tuple(rows)) if rows else None


def dose_row(scribe: Scribe, dose_id: str, dose: Dose) -> DoseRow:
    """One dose. What the source omits is said at its place."""
    short = us_ismp.dose(dose)
    maximum = (*us_ismp.maximum(dose), *_bite(dose))
    return DoseRow(
        anchor=f"dose-{dose_id}",
        label=_label(scribe, dose),
        purpose=dose.purpose,
        purpose_words=_purpose(scribe, dose),
        dose=scribe.words(short, dose.origin, dose.cites),
        route=_route(scribe, dose),
        maximum=scribe.words(maximum, dose.origin),
        course_total=_total(scribe, dose),
        alerts=tuple(_alerts(scribe, dose)),
        differences=tuple(_differences(scribe, dose)),
        facts=tuple(_facts(scribe, dose)),
        pointer=scribe.words((), dose.origin).pointer,
    )


def _label(scribe: Scribe, dose: Dose) -> Words:
    run: list[Inline] = list(scribe.drug_links(dose.drugs, f" {scribe.context.word('or')} "))
    if dose.label:
        run.append(Text(f": {dose.label}"))
    return scribe.words(tuple(run), dose.origin)


def _purpose(scribe: Scribe, dose: Dose) -> str:
    said = scribe.context.word(f"purpose-{dose.purpose}")
    if dose.indication == "not-stated":
        return f"{said} ({scribe.context.word('indication-not-stated')})"
    return f"{said} ({dose.indication})" if dose.indication else said


def _route(scribe: Scribe, dose: Dose) -> Words:
    if dose.route is None or dose.route == "not-stated":
        return scribe.words((Missing(scribe.context.word("none-stated")),), dose.origin)
    return scribe.words((Text(scribe.context.word(f"route-{dose.route}")),), dose.origin)


def _bite(dose: Dose) -> Run:
    reached = us_ismp.bites(cap_weights(dose))
    return (Text(" ("), *reached, Text(")")) if reached else ()


def route(scribe: Scribe, dose: Dose) -> Run:
    """The route as a part of a sentence, or that none is stated."""
    if dose.route is None or dose.route == "not-stated":
        return (Missing(scribe.context.word("not-stated", what=scribe.context.word("route"))),)
    return (Text(scribe.context.word(f"route-{dose.route}")),)


def at_most(scribe: Scribe, dose: Dose, maximum: Run) -> Run:
    """The maximum as a part of a sentence: "at most 150 mg per day", or that none is stated."""
    if isinstance(dose.maximum, Maximum):
        return (Text(f"{scribe.context.word('at-most')} "), *maximum)
    if dose.maximum == "no-customary-maximum":
        return maximum
    return (Missing(scribe.context.word("not-stated", what=scribe.context.word("maximum"))),)


def _total(scribe: Scribe, dose: Dose) -> Words | None:
    if dose.course_total is not None:
        return scribe.words((Amount(us_ismp.quantity(dose.course_total)),), dose.origin)
    computed = course_total(dose)
    if computed is None:
        return None
    return scribe.words(
        (Amount(us_ismp.total(computed)), Text(f" {scribe.context.word('computed')}")), dose.origin
    )


def _facts(scribe: Scribe, dose: Dose) -> list[Fact]:
    """What bounds the dose; at the end, in one line, what the source omits of it."""
    titrated = scribe.words(us_ismp.titration(dose.titration), dose.origin) if dose.titration else None
    stated: dict[str, Words | None] = {
        "form": scribe.words((Text(dose.form),), dose.origin) if dose.form else None,
        "for-whom": scribe.say(dose.population, dose.origin),
        "phase": phase_words(scribe, dose.phase),
        "titration": titrated,
        "response": _span(scribe, dose.response, dose),
        "full-effect": _span(scribe, dose.full_effect, dose),
        "licence": _licence(scribe, dose),
        "remark": scribe.say(dose.remark, dose.origin),
    }
    facts = [Fact(scribe.context.word(label), words) for label, words in stated.items() if words is not None]
    omitted = {
        "response": dose.response,
        "full-effect": dose.full_effect,
        "repeat": dose.repeat,
        "licence": dose.licence,
    }
    return [*facts, *omissions(scribe, [label for label, value in omitted.items() if value == "not-stated"])]


def phase_words(scribe: Scribe, phase: str) -> Words | None:
    """The phase of the illness; nothing for ``any``, which limits nothing."""
    return None if phase == "any" else scribe.words((Text(scribe.context.word(f"phase-{phase}")),))


def omissions(scribe: Scribe, labels: list[str]) -> list[Fact]:
    """One line for all that the source omits: "Not stated in the source: first response, licence"."""
    if not labels:
        return []
    said = ", ".join(scribe.context.word(label).lower() for label in labels)
    return [Fact(scribe.context.word("omitted"), scribe.words((Missing(said),)))]


def _span(scribe: Scribe, span: Quantity | str | None, dose: Dose) -> Words | None:
    return scribe.words(us_ismp.duration(span), dose.origin) if isinstance(span, Quantity) else None


def _licence(scribe: Scribe, dose: Dose) -> Words | None:
    if dose.licence is None or isinstance(dose.licence, str):
        return None
    return scribe.words((Text("; ".join(_licence_words(scribe, one) for one in dose.licence)),), dose.origin)


def _licence_words(scribe: Scribe, licence: Licence) -> str:
    day = licence.as_of if isinstance(licence.as_of, str) else licence.as_of.isoformat()
    as_of = (
        scribe.context.word("day-not-stated")
        if day == "not-stated"
        else scribe.context.word("as-of", day=day)
    )
    return f"{scribe.context.word(f'licence-{licence.status}')} ({licence.country}, {as_of})"


def _differences(scribe: Scribe, dose: Dose) -> list[Words]:
    said = [
        scribe.say(wording, (*dose.origin, "differs_from", other))
        for other, wording in sorted((dose.differs_from or {}).items())
    ]
    return [words for words in said if words is not None]


def _alerts(scribe: Scribe, dose: Dose) -> list[Words]:
    """The sourced words that must stand with a dose of a high-alert drug."""
    said = (scribe.say(alert.wording, (), alert.cites) for alert in scribe.alerts(dose))
    return [words for words in said if words is not None]
