"""A writer for tests: wording as a page would say it, drugs and doses by their ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.compiler.dosing.profiles import PROFILES
from generator.compiler.dosing.quantities import quantity
from generator.compiler.dosing.writer import Writer
from generator.compiler.dosing.written_dose import WrittenDose
from generator.model.dose import Dose
from generator.model.quantity import Quantity
from generator.model.text import Wording
from generator.pages.inline import Run, Text

_QUANTITY = re.compile(r"\{quantity:([^}]*(?:\{[^}]*\}[^}]*)*)\}")


def writer(
    profile: str = "us-ismp",
    names: Mapping[str, str] | None = None,
    quoted: Mapping[str, Dose] | None = None,
) -> Writer:
    """A writer for the patients' profile or the clinicians'. As on a page, a plain string is the clinicians' only.

    ``names`` are those of the drugs, ``quoted`` the doses that a dose may quote; without them ids stand for them.
    """
    audience = "patient" if profile == "nhs-patient" else "clinician"

    def in_words(mark: re.Match[str]) -> str:
        return quantity(PROFILES[profile], Quantity.parse(mark[1]))

    def say(wording: Wording) -> Run:
        text = wording.for_audience(audience)
        return (Text(_QUANTITY.sub(in_words, text)),) if text else ()

    def drug(drug_id: str) -> Run:
        return (Text((names or {}).get(drug_id, drug_id)),)

    def dose(dose_id: str) -> Run:
        if quoted is not None:
            return written(quoted[dose_id], profile, names, quoted).phrase
        return (Text(f"the dose “{dose_id}”"),)

    return Writer(PROFILES[profile], say, drug, dose)


def written(
    fields: Mapping[str, Any] | Dose,
    profile: str = "us-ismp",
    names: Mapping[str, str] | None = None,
    quoted: Mapping[str, Dose] | None = None,
) -> WrittenDose:
    """A dose in words."""
    dose = fields if isinstance(fields, Dose) else Dose.model_validate(fields)
    return WrittenDose(writer(profile, names, quoted), dose)
