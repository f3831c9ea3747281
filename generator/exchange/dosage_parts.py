"""One Dosage taken apart: what its elements say, what extensions of ours say, and where each belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.exchange.administration import read_administration
from generator.exchange.concepts import read_words
from generator.exchange.dosage_error import Problem
from generator.exchange.element import Element
from generator.exchange.extensions import BASE, read_extension
from generator.exchange.timing import Fields
from generator.exchange.write_dosage import MODIFIED_BY
from generator.model.dose import Administration, Dose

_GIVEN = frozenset({*Administration.model_fields, "route"})
_ABOUT = frozenset({"step", "timed-amount", "whole"})
_SUBJECT = frozenset(Dose.model_fields) - _GIVEN


@dataclass
class DosageParts:
    """The plain data of one Dosage. ``elements`` come from FHIR's own elements, ``extras`` from extensions."""

    path: str
    sequence: int | None = None
    elements: Fields = field(default_factory=dict)
    extras: Fields = field(default_factory=dict)
    subject: Fields = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    is_ours: bool = False
    step_index: int = 0

    def about_the(self, name: str) -> Fields:
        """What an extension says of the step or of the timed amount."""
        value = self.about.get(name)
        return dict(value) if isinstance(value, Mapping) else {}

    @property
    def given(self) -> Fields:
        """Elements and extensions together: what both say in part is joined."""
        joined = dict(self.elements)
        for name, value in self.extras.items():
            before = joined.get(name)
            both = isinstance(before, Mapping) and isinstance(value, Mapping)
            joined[name] = {**before, **value} if both and before is not None else value
        return joined


def read_parts(dosage: Any, path: str, problems: list[Problem]) -> DosageParts:
    """Take a Dosage apart. What cannot be taken over becomes a problem."""
    parts = DosageParts(path)
    if not isinstance(dosage, Mapping):
        problems.append(Problem(path, "a Dosage is an object"))
        return parts
    element = Element(dosage, path, problems)
    if "resourceType" in element:
        element.refuse(
            "this is a resource: give the list of Dosages in it (dosageInstruction) alone", "resourceType"
        )
        return parts
    for one in element.parts("extension"):
        _read_extension(one, parts)
    for one in element.parts("modifierExtension"):
        _read_modifier(one, parts)
    element.take("text")
    parts.sequence = element.whole("sequence")
    parts.elements = read_administration(element, has_route="route" in parts.extras)
    if "site" in parts.elements:
        parts.subject["site"] = parts.elements.pop("site")
    _read_instructions(element, parts)
    element.finish()
    return parts


def _read_extension(element: Element, parts: DosageParts) -> None:
    url = element.peek("url")
    name = url.removeprefix(BASE) if isinstance(url, str) and url.startswith(BASE) else ""
    home = next(
        (home for names, home in _homes(parts) if name in names),
        None,
    )
    if home is None:
        element.refuse(
            f"the extension {url} is not known here: remove it if the dose says the same without it"
        )
    elif name in home:
        element.refuse(f"the extension {url} stands twice")
    else:
        parts.is_ours = True
        home[name] = read_extension(element)


def _homes(parts: DosageParts) -> tuple[tuple[frozenset[str], Fields], ...]:
    return (_ABOUT, parts.about), (_SUBJECT, parts.subject), (_GIVEN, parts.extras)


def _read_modifier(element: Element, parts: DosageParts) -> None:
    """Our own only names fields that stand elsewhere; it is compared when all is read."""
    if element.peek("url") == MODIFIED_BY:
        parts.is_ours = True
        return
    element.refuse(
        f"the extension {element.peek('url')} changes the meaning of the dose and is not known here: "
        "the dose cannot be used without understanding it"
    )


def _read_instructions(element: Element, parts: DosageParts) -> None:
    """Instructions become the remark: for clinicians, and what is worded for the patient for patients."""
    words = [read_words(one) for one in element.parts("additionalInstruction")]
    said = {
        "clinician": "; ".join(one for one in words if one is not None),
        "patient": element.text("patientInstruction"),
    }
    remark = {audience: text for audience, text in said.items() if text}
    if remark and "remark" not in parts.subject:
        parts.subject["remark"] = (
            remark.get("clinician") if len(remark) == 1 and "clinician" in remark else remark
        )
