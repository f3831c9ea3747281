"""One side of a comparison read and worded, with what of it could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.configuration import Options
from generator.diagnostics import Finding, Severity
from generator.model.library import Library
from generator.model.text import CLINICIAN
from generator.pipeline.compared_side import OpenSide, sentence
from generator.pipeline.inspect import Inspection, Say, inspect
from generator.pipeline.run_context import RunContext
from generator.pipeline.shaping_files import shaping_files
from generator.review.site.compared import Compared

_OF_READING = ("SRC", "SCH", "BIB")
"""Families of errors by which something is not read: what it says is unknown."""


@dataclass(frozen=True)
class InspectedSide:
    """A side. Of one of which nothing can be read there is no ``compared``; ``failures`` say why.

    ``reasons`` say of entries and works (``work:key``) that are there why they cannot be read.
    """

    name: str
    options: Options | None
    inspection: Inspection | None
    failures: tuple[str, ...]
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def compared(self) -> Compared | None:
        """The side as it is compared."""
        found = self.inspection
        if found is None or (self.failures and not any(found.library.entries())):
            return None
        shaping = {} if self.options is None else shaping_files(self.options)
        return Compared(self.name, found.library, found.bodies, found.context, self.failures, shaping)


def inspect_side(side: OpenSide, run: RunContext, say: Say, *, with_rules: bool = False) -> InspectedSide:
    """Read and word a side. Never raises for content. The rules of checking are for pages that show what they find."""
    if side.options is None:
        return InspectedSide(side.name, None, None, side.failures)
    found = inspect(side.options, run, say, with_rules=with_rules)
    errors = [finding for finding in found.findings if _hides_something(finding)]
    reasons = _reasons(errors, found.library)
    others = (sentence(finding) for finding in errors if _owner(finding, found.library) not in reasons)
    failures = tuple(dict.fromkeys((*side.failures, *others, *_missing_audiences(found))))
    return InspectedSide(side.name, side.options, found, failures, reasons)


def _missing_audiences(found: Inspection) -> Iterator[str]:
    """Editions that an entry names and nothing could make: they would seem to be new on the other side, or gone."""
    known = found.library.audiences.keys() | found.library.unreadable
    for entry in found.library.with_pages():
        for audience in getattr(entry, "audiences", (CLINICIAN,)):
            if audience not in known:
                yield f"there is no audience “{audience}” in the content, so that its pages cannot be made"


def _hides_something(finding: Finding) -> bool:
    """An error of reading, let stand or not."""
    return finding.severity is Severity.ERROR and finding.code.startswith(_OF_READING)


def _reasons(errors: Iterable[Finding], library: Library) -> dict[str, str]:
    """What is wrong with each entry and work that the library knows to be unreadable: the comparison tells these."""
    found: dict[str, list[str]] = {}
    for finding in errors:
        owner = _owner(finding, library)
        kind, _, key = owner.partition(":")
        if owner in library.unreadable or (kind == "work" and key in library.unreadable_works):
            said = finding.message if owner in found else sentence(finding)
            found.setdefault(owner, []).append(said)
    return {owner: _first_few(said) for owner, said in found.items()}


def _first_few(said: Sequence[str]) -> str:
    more = len(said) - _TOLD
    return "; ".join([*said[:_TOLD], *([f"and {more} more"] if more > 0 else [])])


_TOLD = 3
"""How many errors of one entry are told."""


def _owner(finding: Finding, library: Library) -> str:
    """Whose error it is: one in the form of a file names no entry, but the file does."""
    stem = PurePosixPath(finding.place.file).stem
    return finding.entry or (stem if stem in library.unreadable else "")
