"""How much and how fast: FHIR doseAndRate."""

from __future__ import annotations

from generator.exchange.codes import DOSE_RATE_TYPE
from generator.exchange.element import Element
from generator.exchange.quantities import Json, quantity_or_range, read_amount, read_quantity
from generator.exchange.timing import Fields
from generator.model.quantity import Quantity


def say_amounts(left: Fields) -> Json:
    """``doseAndRate``, or nothing. Takes out of ``left`` what it says in full.

    An amount that is a total over time, or that is itself per time, is no dose of FHIR: who reads it as one would give
    the whole day's amount each time.
    """
    said: Json = {}
    amount: Quantity | None = left.get("amount")
    if amount is not None and "per" not in left and not amount.unit.per("time"):
        said |= quantity_or_range("dose", left.pop("amount"))
    if "rate" in left:
        said |= quantity_or_range("rate", left.pop("rate"))
    return {"doseAndRate": [said]} if said else {}


def read_amounts(dosage: Element) -> Fields:
    """The amount and the rate. A second doseAndRate is a problem, never passed over."""
    parts = dosage.parts("doseAndRate")
    for part in parts[1:]:
        part.refuse("a second amount or rate beside the first: keep the one that is meant")
    fields: Fields = {}
    for part in parts[:1]:
        _read_type(part)
        fields = {"amount": read_amount(part, "dose"), "rate": read_amount(part, "rate") or _read_ratio(part)}
        part.finish()
    return {name: value for name, value in fields.items() if value is not None}


def _read_type(part: Element) -> None:
    """An amount that is ordered is what ours is; one that was calculated is that of one patient."""
    kind = part.part("type")
    if kind is None:
        return
    codings = kind.take("coding") or ()
    codes = [(one.get("system"), one.get("code")) for one in codes_of(codings)]
    if codes != [(DOSE_RATE_TYPE, "ordered")]:
        kind.refuse("only the type “ordered” can be taken over: a calculated amount is that of one patient")


def codes_of(codings: object) -> list[dict[str, object]]:
    """The codings that are objects."""
    return [one for one in codings if isinstance(one, dict)] if isinstance(codings, (list, tuple)) else []


def _read_ratio(part: Element) -> str | None:
    """So much in one hour, one minute, one day is a rate of ours."""
    ratio = part.part("rateRatio")
    if ratio is None:
        return None
    above, below = ratio.part("numerator"), ratio.part("denominator")
    if above is None or below is None:
        ratio.refuse("a ratio needs numerator and denominator")
        return None
    amount, time = read_quantity(above), read_quantity(below)
    ratio.finish()
    if amount is None or time is None:
        return None
    number, _, unit = time.partition(" ")
    if number == "1" and unit:
        return f"{amount}/{unit}"
    ratio.refuse(
        f"{amount} in {time}: write it as rateQuantity (per h, min or d), or as doseQuantity with "
        "timing.repeat.duration"
    )
    return None
