"""CodeableConcept: a concept in words, in codes, or said to be unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from generator.exchange.codes import ROUTE_OF_CODE, ROUTES, SNOMED
from generator.exchange.element import Element
from generator.exchange.quantities import Json
from generator.model.dose import Route
from generator.model.text import NOT_STATED

_OUR_ROUTES: tuple[str, ...] = get_args(Route)

DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
UNKNOWN: Json = {"url": DATA_ABSENT, "valueCode": "unknown"}
"""How FHIR says that a value exists and is not known: our ``not-stated``."""


def words_concept(text: str) -> Json:
    """A concept in words; ``not-stated`` is said as FHIR says it."""
    return {"extension": [dict(UNKNOWN)]} if text == NOT_STATED else {"text": text}


def route_concept(route: str) -> Json:
    """A route: its SNOMED CT concept where there is one of its own, and our word."""
    coded = ROUTES.get(route)
    if coded is None:
        return words_concept(route)
    return {"coding": [{"system": SNOMED, "code": coded[0], "display": coded[1]}], "text": route}


def read_words(element: Element) -> str | None:
    """The words of a concept; of a concept that has only codes, their names."""
    if is_unknown(element):
        return NOT_STATED
    text, codings = element.text("text"), _codings(element)
    names = [name for _, _, name in codings if name]
    if text is None and not names:
        element.refuse("a concept without words: write what it is called in text")
    element.finish()
    return text if text is not None else next(iter(names), None)


def read_route(element: Element) -> str | None:
    """The route of our list that a concept names, by SNOMED CT code or in our word."""
    if is_unknown(element):
        return NOT_STATED
    text, codings = element.text("text"), _codings(element)
    element.finish()
    found = {ROUTE_OF_CODE[code] for system, code, _ in codings if system == SNOMED and code in ROUTE_OF_CODE}
    found |= _routes_in_words([text or ""])
    found = found or _routes_in_words(name for _, _, name in codings)
    if len(found) == 1:
        return found.pop()
    said = text or " / ".join(name or code for _, code, name in codings)
    problem = f"names two routes, {' and '.join(sorted(found))}" if found else "is not a route of our list"
    element.refuse(
        f"“{said}” {problem}: write one of {', '.join(_OUR_ROUTES)} in text, or its SNOMED CT code"
    )
    return None


def _routes_in_words(names: Iterable[str]) -> set[str]:
    plain = (name.casefold().removesuffix(" route") for name in names)
    return {name for name in plain if name in _OUR_ROUTES}


def is_unknown(element: Element) -> bool:
    """Whether the element says nothing but that its value is unknown. Takes the mark if it does."""
    if element.names != ("extension",):
        return False
    value = element.take("extension")
    if value == [UNKNOWN] or (isinstance(value, list) and [_bare(item) for item in value] == [UNKNOWN]):
        return True
    element.refuse("an extension that is not known here, and no value", "extension")
    return False


def _bare(item: Any) -> Any:
    return {key: value for key, value in item.items() if key != "id"} if isinstance(item, Mapping) else item


def _codings(element: Element) -> list[tuple[str, str, str]]:
    """System, code and name of each coding. Version and selection by a person say nothing about the dose."""
    found = []
    for coding in element.parts("coding"):
        coding.take("version")
        coding.take("userSelected")
        found.append(tuple(coding.text(name) or "" for name in ("system", "code", "display")))
        coding.finish()
    return [(system, code, name) for system, code, name in found]
