"""An entry shows a picture that is not there.

Bad:
    # content/images/ has plexus.png.
    images:
      - {file: plexuss.png, alt: The plexus., source: own drawing, licence: CC0}

Good:
    images:
      - {file: plexus.png, alt: The plexus., source: own drawing, licence: CC0}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.registry import Scope
from generator.diagnostics import Finding, Rule, Severity
from generator.model.entries.entry import Entry
from generator.model.statement import Image

RULE = Rule(
    code="REF006",
    name="missing-image",
    severity=Severity.ERROR,
    summary="A picture that an entry shows is not there.",
    why="Readers would see an empty frame.",
    cure="Put the file into content/images/, or correct its path; capital and small letters count.",
)
SCOPE = Scope.ENTRY


def check(context: CheckContext, entry: Entry) -> Iterator[Finding]:
    """Find every picture without its file."""
    for pointer, part in context.parts(entry):
        if isinstance(part, Image) and part.file not in context.library.images:
            names = context.near("pictures", sorted(context.library.images))
            message = f"there is no picture “{part.file}” below content/images/"
            yield context.finding(RULE, entry.id, (*pointer, "file"), message, names.did_you_mean(part.file))
