"""Which waiver covers a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.diagnostics import Finding, Waived
from generator.model.waiver import Waiver

WAIVERS = "waivers"
"""The name under which findings about the file of waivers stand."""


class Waiving:
    """Waivers by what they are about, so that a finding is compared with the few that name its rule and entry."""

    def __init__(self, waivers: Iterable[Waiver]) -> None:
        self._by_subject: dict[tuple[str, str], list[Waiver]] = {}
        for waiver in waivers:
            self._by_subject.setdefault((waiver.rule, waiver.entry), []).append(waiver)

    def covering(self, finding: Finding) -> Iterator[Waiver]:
        """The waivers that are about this finding, whatever the day: its rule, its entry and, if named, its place.

        A number counts only where the item has no id: something added above would let the fault of another item stand.
        """
        places = (finding.anchor, finding.symbolic_place)
        for waiver in self._by_subject.get((finding.code, subject_of(finding)), ()):
            if waiver.place is None or waiver.place in places:
                yield waiver

    def waive(self, finding: Finding, today: date) -> Finding:
        """The finding with the first waiver that covers it and still holds."""
        found = next((waiver for waiver in self.covering(finding) if today <= waiver.until), None)
        if found is None:
            return finding
        return replace(finding, waived=Waived(found.reason, found.owner, found.until.isoformat()))


def subject_of(finding: Finding) -> str:
    """What a waiver writes under ``entry``: an entry's id, or the file of what is no entry, such as a page of prose."""
    return finding.entry or finding.place.file
