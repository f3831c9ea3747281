"""What the list of high-alert drugs says of a drug."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.context import CheckContext
from generator.model.dose import Dose
from generator.model.entries.drug import Drug
from generator.model.high_alert import is_weekly


def high_alert_rows(context: CheckContext, dose: Dose) -> Iterator[tuple[Drug, Mapping[str, Any]]]:
    """The rows of the list that are about a drug of the dose and a dose such as this."""
    for drug_id in dose.drugs:
        drug = context.library.drugs.get(drug_id)
        if drug is None:
            continue
        names = {name.casefold() for name in (drug.name, *drug.synonyms)}
        for row in context.facts("high-alert").rows:
            if names & _names(row["drug"]):
                yield drug, row


def needs_words(row: Mapping[str, Any], dose: Dose) -> bool:
    """Whether a dose such as this needs the drug's words of warning."""
    return row["doses"] == "all-doses" or (row["doses"] == "weekly-doses" and is_weekly(dose))


def _names(cell: str | tuple[str, ...]) -> set[str]:
    return {name.casefold() for name in ((cell,) if isinstance(cell, str) else cell)}
