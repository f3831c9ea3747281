"""A waiver names an entry, a work or a page that there is not.

Bad:
    # content/summaries/ has relapse.yml.
    waivers:
      - {rule: DOS002, entry: relap, reason: The source is being asked., owner: jane-doe, until: 2027-01-31}

Good:
    waivers:
      - {rule: DOS002, entry: relapse, reason: The source is being asked., owner: jane-doe, until: 2027-01-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import CheckContext
from generator.checks.missing_entry import MissingEntry, missing_entry
from generator.checks.registry import Scope
from generator.checks.waiving import WAIVERS, subject_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.library import Library

RULE = Rule(
    code="WAI005",
    name="waiver-of-unknown-entry",
    severity=Severity.WARNING,
    summary="A waiver names an entry, a work or a page that there is not.",
    why="It covers nothing; after an id was retired, what it covered is found again.",
    cure="Write the id of the entry; for a work, work: and its key; for a page of prose, its file.",
)
SCOPE = Scope.FINDINGS

_WORK = "work:"


def check(context: CheckContext, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find waivers of what does not exist and in which nothing is found either."""
    found = {subject_of(finding) for finding in findings}
    for number, waiver in enumerate(context.library.waivers):
        if waiver.entry not in found and not _exists(context.library, waiver.entry):
            message, cure = _missing(context, waiver.entry)
            yield context.finding(RULE, WAIVERS, (WAIVERS, number, "entry"), message, cure)


def _missing(context: CheckContext, subject: str) -> MissingEntry:
    if subject in context.library.works:
        return MissingEntry(f"there is no entry “{subject}”, but a work", f"Write {_WORK}{subject}.")
    if not subject.startswith(_WORK):
        return missing_entry(context, subject, "entry")
    near = context.near("work of a waiver", (_WORK + key for key in context.library.works))
    return MissingEntry(f"there is no work “{subject.removeprefix(_WORK)}”", near.did_you_mean(subject))


def _exists(library: Library, subject: str) -> bool:
    key = subject.removeprefix(_WORK)
    return (
        library.entry(subject) is not None
        or subject in library.unreadable
        or (key != subject and (key in library.works or key in library.unreadable_works))
        or (subject.startswith("vocabulary:") and subject.removeprefix("vocabulary:") in library.vocabulary)
        or any(page.place.file == subject for page in library.prose)
    )
