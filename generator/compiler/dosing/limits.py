"""The maximum of a dose in words, each limit with the body at which it bites."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.compiler.dosing.bites import Bite, bites
from generator.compiler.dosing.phrase import in_brackets, joined
from generator.compiler.dosing.quantities import number, total
from generator.compiler.dosing.writer import Writer
from generator.model.dose import NO_CUSTOMARY_MAXIMUM, Administration, Maximum
from generator.model.dose.totals import Total
from generator.model.quantity import Quantity
from generator.pages.inline import Run

_LIMITS = (
    "per_dose", "per_day", "per_week", "per_course", "lifetime", "per_site", "rate", "concentration", "body_weight",
)  # fmt: skip
_PLACES = {"kg": 1, "m2": 2}


def maximum(writer: Writer, given: Administration, *, with_bites: bool = True) -> Run:
    """Every limit, or words that say that there is none or that none is stated."""
    if given.maximum == NO_CUSTOMARY_MAXIMUM:
        return writer.phrase("maximum-none")
    if isinstance(given.maximum, Maximum):
        return joined(list(_limits(writer, given, given.maximum, with_bites)), ", ")
    return writer.missing("maximum-not-stated")


def at_most(writer: Writer, given: Administration, *, with_bites: bool = True) -> Run:
    """The maximum as a part of a sentence: "maximum 150 mg per day"; empty where none is written."""
    if isinstance(given.maximum, Maximum) and given.maximum.model_fields_set == {"body_weight"}:
        return maximum(writer, given)
    if isinstance(given.maximum, Maximum):
        return writer.phrase("maximum", limits=maximum(writer, given, with_bites=with_bites))
    if given.maximum == NO_CUSTOMARY_MAXIMUM:
        return writer.phrase("maximum-none")
    return ()


def _limits(writer: Writer, given: Administration, limits: Maximum, with_bites: bool) -> Iterator[Run]:
    for name in _LIMITS:
        if name == "per_course":
            yield from _counted(writer, limits)
        caps = limits.caps(name)
        if caps:
            said = writer.phrase(name if name != "rate" else "rate-limit", limit=_least(writer, caps))
            found = [bite for cap in caps for bite in bites(given, name, cap)] if with_bites else []
            yield (*said, *in_brackets(_bitten(writer, found)))


def _counted(writer: Writer, limits: Maximum) -> Iterator[Run]:
    for one in limits.per_period:
        limit, span = writer.quantity(one.amount), writer.quantity(one.period)
        yield writer.phrase("per_period", limit=limit, span=span)
    if limits.doses_per_day is not None:
        word = "one_dose_per_day" if limits.doses_per_day == 1 else "doses_per_day"
        yield writer.phrase(word, n=number(limits.doses_per_day))


def _least(writer: Writer, caps: tuple[Quantity, ...]) -> Run:
    said = joined([writer.quantity(cap) for cap in caps], ", ", writer.profile.words["and"])
    if len(caps) == 1:
        return said
    return writer.phrase("lower-of-two" if len(caps) == 2 else "lowest-of-several", limits=said)


def _bitten(writer: Writer, found: list[Bite]) -> Run:
    where = joined([_bite(writer, one) for one in found], writer.profile.words["and"])
    return writer.phrase("bites", where=where) if found else ()


def _bite(writer: Writer, one: Bite) -> Run:
    places = 10 ** _PLACES[one.unit]
    shown = Fraction(round(one.size * places), places)
    on = writer.unparted(total(writer.profile, Total(one.on, one.on, one.on_unit)), one.on_unit)
    size = writer.unparted(total(writer.profile, Total(shown, shown, one.unit)), one.unit)
    word = "at" if shown == one.size else "about"
    return writer.phrase(f"bites-{word}-{one.unit}", size=size, amount=on)
