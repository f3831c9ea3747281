"""How much is given, how fast, by which method."""

from __future__ import annotations

from generator.compiler.dosing.phrase import in_brackets, joined
from generator.compiler.dosing.timing import divided_into, in_total_per, moments
from generator.compiler.dosing.writer import Writer
from generator.model.dose import Administration, DoseStep, TimedAmount
from generator.model.text import NOT_STATED
from generator.pages.inline import Run


def how_much(writer: Writer, given: Administration, *, with_total: bool = True) -> Run:
    """``infusion of 1 g at 10 mg/min over 30 minutes``; empty where no amount is written."""
    run = _with_method(writer, given, _amount(writer, given, with_total))
    parts = [run] if run else []
    if given.rate is not None and run and _has_amount(given):
        parts.append(writer.phrase("rate", rate=writer.quantity(given.rate)))
    spans = {"over": given.over, "over-at-least": given.minimum_over}
    parts += [
        writer.phrase(word, span=writer.quantity(span)) for word, span in spans.items() if span is not None
    ]
    return joined(parts, " ")


def qualifiers_alone(writer: Writer, given: Administration) -> Run:
    """Strength, weight basis and the like where no amount is written, in whose brackets they would stand."""
    has_amount = _has_amount(given) or given.rate is not None
    return () if has_amount else joined(_qualifiers(writer, given, "-alone"), ", ")


def _amount(writer: Writer, given: Administration, with_total: bool) -> Run:
    if given.amount is not None:
        amount = writer.quantity(given.amount)
    elif given.amounts:
        timed = [_timed(writer, one) for one in given.amounts]
        amount = joined(timed, ", ", f",{writer.profile.words['and']}")
    elif given.course_total is not None:
        return course_total(writer, given) if with_total else ()
    elif isinstance(given, DoseStep) and given.fraction is not None:
        amount = writer.phrase("percent-of-total", percent=writer.quantity(given.fraction))
    elif given.rate is not None:
        amount = writer.quantity(given.rate)
    else:
        return ()
    amount = (*amount, *_beside(writer, given))
    if given.amount is not None and given.per is not None:
        return joined([amount, in_total_per(writer, given.per)], " ")
    return amount


def _beside(writer: Writer, given: Administration) -> Run:
    return in_brackets(joined(_qualifiers(writer, given, "-of-all" if given.amounts else ""), ", "))


def _qualifiers(writer: Writer, given: Administration, form: str) -> list[Run]:
    parts: list[Run] = []
    if given.strength is not None:
        word = "strength-alone" if form == "-alone" else "strength"
        parts.append(writer.phrase(word, strength=writer.quantity(given.strength)))
    if given.expressed_as is not None:
        parts.append(writer.phrase(f"expressed-as{form}", what=given.expressed_as))
    if given.weight_basis == NOT_STATED:
        parts.append(writer.missing("weight-basis-not-stated"))
    elif given.weight_basis is not None:
        basis = writer.profile.words[f"basis-{given.weight_basis}"]
        parts.append(writer.phrase("weight-basis", basis=basis))
    if given.round_to is not None:
        parts.append(writer.phrase("round-to", multiple=writer.quantity(given.round_to)))
    return parts


def _with_method(writer: Writer, given: Administration, amount: Run) -> Run:
    if given.method is None:
        return amount
    if not amount or given.amounts or (given.course_total is not None and given.amount is None):
        alone = writer.phrase(f"method-{given.method}-alone")
        return joined([part for part in (amount, alone) if part], ", ")
    return writer.phrase(f"method-{given.method}", amount=amount)


def _timed(writer: Writer, one: TimedAmount) -> Run:
    time = " ".join(moments(writer, one.days, one.when, one.at, one.offset))
    return writer.phrase("timed", amount=writer.quantity(one.amount), time=time)


def course_total(writer: Writer, given: Administration) -> Run:
    """``2 g/kg in total, divided over 2 to 5 days``; beside an amount ``course total 120 mg/kg``."""
    parts = []
    if given.course_total is not None:
        is_beside = bool(given.amount or given.amounts)
        total = writer.quantity(given.course_total)
        if not is_beside:
            total = (*total, *_beside(writer, given))
        parts.append(writer.phrase("total-beside" if is_beside else "total", total=total))
    if given.divided_over is not None:
        parts.append(writer.phrase("divided-over", span=writer.quantity(given.divided_over)))
    if given.divided_into is not None and given.per is None and given.course_total is not None:
        parts.append(divided_into(writer, given.divided_into))
    return joined(parts, ", ")


def _has_amount(given: Administration) -> bool:
    fraction = given.fraction if isinstance(given, DoseStep) else None
    return bool(given.amount or given.amounts or given.course_total or fraction)
