"""A waiver covers nothing: its rule finds nothing at the place that it names.

While an entry or a work cannot be read, nobody knows what would be found, and the rule says nothing.

Bad:
    # The dose azathioprine of the entry x has its maximum by now.
    waivers:
      - {rule: DOS002, entry: x, reason: The source is being asked., owner: jane-doe, until: 2027-01-31}

Good:
    waivers: []
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.context import CheckContext
from generator.checks.near_names import NearNames
from generator.checks.registry import Scope
from generator.checks.waivable import NEED_HISTORY, NEED_RETRACTIONS, waivable_codes
from generator.checks.waiving import WAIVERS, Waiving, subject_of
from generator.diagnostics import Finding, Rule, Severity
from generator.model.library import Library
from generator.model.waiver import Waiver

RULE = Rule(
    code="WAI002",
    name="unused-waiver",
    severity=Severity.WARNING,
    summary="A waiver covers nothing that is found.",
    why="If the same fault comes back, the old waiver hides it, and nobody has judged it.",
    cure="Delete the waiver, or correct the place that it names.",
)
SCOPE = Scope.FINDINGS


def check(context: CheckContext, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find waivers that hold, of known rules and readable entries, under which nothing is found."""
    if context.library.unreadable or context.library.unreadable_works:
        return
    waivers = context.library.waivers
    waiving = Waiving(waivers)
    needed = {waiver for finding in findings for waiver in waiving.covering(finding)}
    places = _places(waivers, findings)
    subjects = {subject_of(finding) for finding in findings}
    for number, waiver in enumerate(waivers):
        is_known = _can_be_read(context.library, waiver.entry) or waiver.entry in subjects
        if (
            is_known
            and context.today <= waiver.until
            and waiver not in needed
            and _could_find(context, waiver)
        ):
            message, cure = _said(waiver, places.get((waiver.rule, waiver.entry), []))
            step = ("place",) if waiver.place is not None else ()
            yield context.finding(RULE, WAIVERS, (WAIVERS, number, *step), message, cure)


def _can_be_read(library: Library, subject: str) -> bool:
    """An entry or work without errors of its own, or a page of prose."""
    return (
        library.entry(subject) is not None
        or (subject.startswith("work:") and subject.removeprefix("work:") in library.works)
        or (subject.startswith("vocabulary:") and subject.removeprefix("vocabulary:") in library.vocabulary)
        or any(page.place.file == subject for page in library.prose)
    )


def _could_find(context: CheckContext, waiver: Waiver) -> bool:
    """Rules that look at facts from outside find nothing in a run that was given none of them."""
    needs_more = (context.retractions is None and waiver.rule in NEED_RETRACTIONS) or (
        context.history is None and waiver.rule in NEED_HISTORY
    )
    return waiver.rule in waivable_codes() and not needs_more


def _places(waivers: Iterable[Waiver], findings: Iterable[Finding]) -> dict[tuple[str, str], list[str]]:
    """Where the rules that waivers name find something in the entries that they name."""
    found: dict[tuple[str, str], list[str]] = {(waiver.rule, waiver.entry): [] for waiver in waivers}
    for finding in findings:
        subject = (finding.code, subject_of(finding))
        if subject in found:
            found[subject].append(finding.symbolic_place)
    return found


def _said(waiver: Waiver, places: list[str]) -> tuple[str, str]:
    if not places:
        return f"{waiver.rule} finds nothing in “{waiver.entry}”", "Delete the waiver."
    message = f"{waiver.rule} finds nothing at “{waiver.place}” of “{waiver.entry}”"
    near = NearNames((place, place) for place in places).did_you_mean(waiver.place or "")
    return message, near or f"It finds something at {places[0]}: judge that by itself, or delete the waiver."
