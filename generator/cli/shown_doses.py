"""The doses of an entry as the command shows them: in a list, in words, and as FHIR."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cli.broken_file import broken_file
from generator.cli.dose_wording import worded_dose

if TYPE_CHECKING:
    from generator.configuration import Options
    from generator.diagnostics import Finding
    from generator.model.dose import Dose
    from generator.model.entries.entry import Entry
    from generator.model.library import Library


@dataclass(frozen=True, slots=True)
class ShownDoses:
    """``findings`` are those of reading the library: they tell why the file of a drug was not read."""

    options: Options
    library: Library
    findings: tuple[Finding, ...]
    entry: Entry

    @property
    def doses(self) -> dict[str, Dose]:
        """The doses by id."""
        doses: dict[str, Dose] = getattr(self.entry, "doses", {})
        return doses

    def list(self) -> str:
        """Each dose with its drug in one line, in the first profile."""
        lines = (self._line(dose_id, dose) for dose_id, dose in self.doses.items())
        return "".join(f"{line}\n" for line in lines) or f"{self.entry.id} has no doses.\n"

    def words(self, dose: Dose) -> str:
        """The dose in the words of every profile. Warnings that cannot be shown are said first."""
        worded = worded_dose(self.options, self.library, self.entry, dose)
        parts = [f"{one.profile} (audience {one.audience})\n  {one.line}\n  {one.full}\n" for one in worded]
        shown = "\n".join(parts) or "The project has no audience that a dose can be worded for.\n"
        gaps = "".join(f"warning: {gap}\n" for gap in self.gaps(dose))
        return f"{gaps}\n{shown}" if gaps else shown

    def json(self, dose: Dose) -> str:
        """A FHIR Dosage. Its text is the sentence in full, as the clinicians read it, where no warning is missing."""
        from generator.exchange.fhir_dosage import dosage_of
        from generator.exchange.json_text import to_json

        worded = [] if any(self.gaps(dose)) else worded_dose(self.options, self.library, self.entry, dose)
        clinicians = [one.full for one in worded if one.audience == "clinician"]
        return to_json(dosage_of(dose, text=clinicians[0] if clinicians else None)) + "\n"

    def gaps(self, dose: Dose) -> Iterator[str]:
        """Why the warnings of a drug of the dose, or of a companion whose amount it has, cannot be shown."""
        beside = (drug for one in dose.companions if one.amount is not None for drug in one.drugs)
        for drug in dict.fromkeys((*dose.drugs, *beside)):
            if drug not in self.library.drugs:
                yield f"the warnings of {drug} cannot be shown: {self._why(drug)}"

    def _why(self, drug: str) -> str:
        from generator.diagnostics.text_report import visible

        place = broken_file(self.library, self.findings, drug)
        if place is None:
            return "content/drugs has no file of it that can be read"
        return f"its file has errors ({visible(str(place))}); run clinsum check"

    def _line(self, dose_id: str, dose: Dose) -> str:
        name = f"{self.entry.id}#{dose_id}"
        first = next(worded_dose(self.options, self.library, self.entry, dose), None)
        said = [self._drugs(dose), *([first.line] if first else []), *(f"({gap})" for gap in self.gaps(dose))]
        return f"{name}: {', '.join(said[:2])}{''.join(f' {gap}' for gap in said[2:])}"

    def _drugs(self, dose: Dose) -> str:
        from generator.diagnostics.text_report import visible

        known = self.library.drugs
        return " or ".join(visible(known[drug].name) if drug in known else drug for drug in dose.drugs)
