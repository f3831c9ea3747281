"""Whether a waiver covers a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.diagnostics import Finding, Waived, pointer_text
from generator.model.waiver import Waiver


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is about this finding, whatever the day: its rule, its entry and, if named, its place."""
    places = (finding.anchor, pointer_text(finding.pointer))
    return (
        waiver.rule == finding.code
        and waiver.entry == finding.entry
        and (waiver.place is None or waiver.place in places)
    )


def waive(finding: Finding, waivers: Iterable[Waiver], today: date) -> Finding:
    """The finding with the first waiver that covers it and still holds."""
    holding = (waiver for waiver in waivers if today <= waiver.until and covers(waiver, finding))
    found = next(holding, None)
    if found is None:
        return finding
    return replace(finding, waived=Waived(found.reason, found.owner, found.until.isoformat()))
