"""One way of giving in words, in the order of FHIR *Dosage*: how much, how often, by which route, for how long."""

from __future__ import annotations

from generator.compiler.dosing.amounts import course_total, how_much, qualifiers_alone
from generator.compiler.dosing.course import further, lasting, needed
from generator.compiler.dosing.phrase import joined
from generator.compiler.dosing.timing import frequency
from generator.compiler.dosing.writer import Writer
from generator.model.dose import Administration
from generator.pages.inline import Run


def regimen(writer: Writer, given: Administration, route: Run = ()) -> Run:
    """Everything but the maximum. ``route`` stands after the frequency."""
    head = _spaced(
        _how_often(writer, given, how_much(writer, given)),
        route,
        needed(writer, given),
        lasting(writer, given),
    )
    return _listed(head, qualifiers_alone(writer, given), *further(writer, given))


def each_time(writer: Writer, given: Administration, route: Run = (), *, with_timing: bool = True) -> Run:
    """What a dose of several steps or bands says of every single administration."""
    amount = how_much(writer, given, with_total=False)
    amount = _how_often(writer, given, amount) if with_timing else amount
    head = _spaced(amount, route, needed(writer, given))
    return _listed(head, qualifiers_alone(writer, given))


def as_a_whole(writer: Writer, given: Administration) -> Run:
    """What a dose of several steps or bands says of the course."""
    return _listed(lasting(writer, given), *further(writer, given))


def total_of_steps(writer: Writer, given: Administration) -> Run:
    """The total of which the steps of a dose are shares; empty where none is written."""
    return course_total(writer, given) if given.course_total is not None else ()


def _how_often(writer: Writer, given: Administration, amount: Run) -> Run:
    """The amount with its frequency. Several amounts share one: it then stands apart from the last of them."""
    often = frequency(writer, given)
    if given.amounts and often:
        return _listed(
            amount, often if given.every is not None else writer.phrase("each-of-them", when=often)
        )
    return _spaced(amount, often)


def _listed(*parts: Run) -> Run:
    return joined([part for part in parts if part], ", ")


def _spaced(*parts: Run) -> Run:
    return joined([part for part in parts if part], " ")
