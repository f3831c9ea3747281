"""The rule on approved texts that are kept, and its findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.kept_text import KeptTexts
from generator.diagnostics import Finding, Rule, Severity
from generator.model.library import Library

KEPT_TEXT_REFUSED = Rule(
    code="KEP001",
    name="approved-text-not-shown",
    severity=Severity.WARNING,
    summary="The last approved text of an entry cannot be shown as it was approved.",
    why="The editorial policy keeps the approved text until a newer one is approved. Readers get the newer text with "
    "its warning, or nothing where the site publishes approved text only.",
    cure="Put the stored content back from git or a backup, or have the newer text approved.",
)


def kept_findings(library: Library, kept: KeptTexts) -> Iterator[Finding]:
    """One finding for each approved text that the policy keeps and the site cannot show."""
    for (entry, audience), why in sorted(kept.refused.items()):
        yield KEPT_TEXT_REFUSED.finding(
            f"the approved text of the edition “{audience}” cannot be shown as it was approved: {why}",
            library.place_of(entry, ()),
            entry=entry,
            anchor=audience,
        )
