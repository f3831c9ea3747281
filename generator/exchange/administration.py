"""One way of giving as one FHIR Dosage."""

from __future__ import annotations

from typing import Any

from generator.exchange.amounts import read_amounts, say_amounts
from generator.exchange.concepts import read_route, read_words, route_concept, words_concept
from generator.exchange.element import Element
from generator.exchange.limits import read_limits, say_limits
from generator.exchange.quantities import Json
from generator.exchange.timing import Fields, read_timing, say_timing
from generator.model.dose import AsNeeded
from generator.model.text import NOT_STATED, Wording


def say_administration(left: Fields) -> Json:
    """The elements of a Dosage, in FHIR's order. Takes out of ``left`` what they say in full."""
    return {
        **say_timing(left),
        **_say_as_needed(left),
        **_say_site(left),
        **_say_route(left),
        **({"method": words_concept(left.pop("method"))} if "method" in left else {}),
        **say_amounts(left),
        **say_limits(left),
    }


def _say_as_needed(left: Fields) -> Json:
    needed: AsNeeded | None = left.pop("as_needed", None)
    if needed is None:
        return {}
    rest = {name: getattr(needed, name) for name in needed.model_fields_set}
    said: Json = {"asNeeded": True}
    if needed.reason == NOT_STATED or is_plain(needed.reason):
        said["asNeededFor"] = [words_concept(_plain_words(rest.pop("reason")))]
    rest = {name: value for name, value in rest.items() if value is not None}
    if rest:
        left["as_needed"] = AsNeeded.model_construct(_fields_set=set(rest), **rest)
    return said


def _say_site(left: Fields) -> Json:
    return {"site": words_concept(_plain_words(left.pop("site")))} if is_plain(left.get("site")) else {}


def _say_route(left: Fields) -> Json:
    """Of several routes FHIR can only tell the words; which they are stays for the extension."""
    route = left.get("route")
    if not route:
        return {}
    if isinstance(route, str):
        return {"route": route_concept(left.pop("route"))}
    return {"route": words_concept(" or ".join(route))}


def is_plain(value: Any) -> bool:
    """Whether a text is written for clinicians alone, so that FHIR's one text can hold it."""
    return isinstance(value, Wording) and value.is_plain and _plain_words(value) != NOT_STATED


def _plain_words(value: Wording | str) -> str:
    return value if isinstance(value, str) else next(iter(value.by_audience.values()))


def read_administration(dosage: Element, *, has_route: bool) -> Fields:
    """The fields of ours that the elements of a Dosage say, as plain data.

    With ``has_route`` an extension says the route, and the words for it are passed over.
    """
    timing, method = dosage.part("timing"), dosage.part("method")
    fields: Fields = read_timing(timing) if timing else {}
    fields |= _read_as_needed(dosage)
    if site := dosage.part("site"):
        fields["site"] = read_words(site)
    if has_route:
        dosage.take("route")
    elif route := dosage.part("route"):
        fields["route"] = read_route(route)
    if method:
        fields["method"] = read_words(method)
    fields |= read_amounts(dosage) | read_limits(dosage)
    return {name: value for name, value in fields.items() if value is not None}


def _read_as_needed(dosage: Element) -> Fields:
    """Without a reason it is said that the reason is not stated."""
    needed, concepts = dosage.truth("asNeeded"), dosage.parts("asNeededFor")
    if needed is False and concepts:
        dosage.refuse("asNeeded is false, and yet there is a reason: one of them is wrong", "asNeededFor")
    reasons = [words for concept in concepts if (words := read_words(concept)) is not None]
    if reasons:
        return {"as_needed": {"reason": "; ".join(reasons)}}
    return {"as_needed": {"reason": NOT_STATED}} if needed else {}
