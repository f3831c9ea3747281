"""Changes since the last other text was approved that readers must be told of, and that no note tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.diagnostics import Finding, Rule, Severity
from generator.model.change import ChangeClass, ClinicalChange, worst
from generator.model.library import Library
from generator.model.state import EditionState

CHANGE_WITHOUT_NOTE = Rule(
    code="CHG001",
    name="change-without-note",
    severity=Severity.WARNING,
    summary="An entry changed in what matters for care, and no note tells readers.",
    why="Who knows the approved text, with its dose or its advice, would not be told that it is another one.",
    cure="Add the day, kind: major and a sentence for readers under changes; clinsum compare proposes one.",
)
_GRAVE = (ChangeClass.CRITICAL, ChangeClass.MAJOR)

Changes = Callable[[str, str], Sequence[ClinicalChange] | None]
"""What changed from the content of one digest to that of another; None where one is not at hand."""


def changes_without_note(
    library: Library, states: Mapping[tuple[str, str], EditionState], changes: Changes
) -> Iterator[Finding]:
    """One finding for each entry whose own text changed, be the change approved by now or not.

    A change in what it quotes is told where that is written.
    """
    told: set[str] = set()
    for (entry_id, _), state in sorted(states.items()):
        entry = library.entry(entry_id)
        others = [one for one in state.versions if one.digests.content != state.digests.content]
        if entry is None or entry_id in told or not others:
            continue
        approved = others[-1]
        found = changes(approved.digests.content, state.digests.content) or ()
        level = worst([one.level for one in found if not one.within])
        since = approved.at.date()
        if level in _GRAVE and not any(note.kind == "major" and note.date >= since for note in entry.changes):
            told.add(entry_id)
            message = (
                f"since the approval of {since.isoformat()} there is a {level} change, and no major note"
            )
            place = library.place_of(entry_id, ("changes",))
            yield CHANGE_WITHOUT_NOTE.finding(message, place, entry=entry_id, pointer=("changes",))
