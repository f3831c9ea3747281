"""Weekly doses of high-alert drugs with which nothing is monitored."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.views.doses.dose_likeness import normal
from generator.checks.views.doses.high_alert_rows import high_alert_rows, needs_words
from generator.model.entries.drug import Drug
from generator.model.entries.entry import Entry


def unwatched_weekly_doses(context: CheckContext, entry: Entry) -> Iterator[tuple[str, Drug]]:
    """Ids of doses that are advised, each with its listed drug, of which neither entry says what is watched."""
    for dose_id, dose in getattr(entry, "doses", {}).items():
        if dose.purpose not in ("recommended", "usual"):
            continue
        for drug, row in high_alert_rows(context, dose):
            if row.get("monitored") == "yes" and needs_words(row, dose) and not _is_monitored(entry, drug):
                yield dose_id, drug


def _is_monitored(entry: Entry, drug: Drug) -> bool:
    if drug.monitoring or drug.baseline_checks:
        return True
    checks = (*getattr(entry, "monitoring", ()), *getattr(entry, "baseline_checks", ()))
    own_class = normal(drug.drug_class)
    return any(
        drug.id in one.drug_ids or (own_class and normal(one.drug_class) == own_class) for one in checks
    )
