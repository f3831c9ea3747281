"""Changes that readers must be told of, and whose entries have no new note that does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.change import ChangeClass, worst
from generator.review.change_note import change_note, note_yaml
from generator.review.changed_fact import ChangedFact, FactKind, MissingNote
from generator.review.compared import Compared

_GRAVE = frozenset({ChangeClass.CRITICAL, ChangeClass.MAJOR})
_TOLD = frozenset({FactKind.CONTENT, FactKind.APART})


def missing_notes(base: Compared, head: Compared, facts: Iterable[ChangedFact]) -> Iterator[MissingNote]:
    """For each entry with a critical or major change and no new major note: a note to begin with.

    A change is told where it is written: in a drug, not on each page that quotes it. A work has no notes of its own:
    the entries that cite it tell of it.
    """
    by_owner: dict[str, list[ChangedFact]] = {}
    for fact in facts:
        if fact.level in _GRAVE and fact.kind in _TOLD:
            by_owner.setdefault(fact.owner, []).append(fact)
    for owner, of in sorted(by_owner.items()):
        entries = tuple(entry for entry in _entries(owner, of) if _is_silent(base, head, entry))
        if entries:
            note = change_note([fact.sentence for fact in of])
            level = worst([fact.level for fact in of])
            yield MissingNote(entries, level, note, note_yaml(head.context.today, note))


def _entries(owner: str, facts: Sequence[ChangedFact]) -> list[str]:
    if not owner.startswith(("work:", "image:")):
        return [owner]
    return sorted({page.entry for fact in facts for page in fact.all_pages})


def _is_silent(base: Compared, head: Compared, entry_id: str) -> bool:
    """Whether an entry that stands on both sides has no major note that it did not have before."""
    before, after = base.library.entry(entry_id), head.library.entry(entry_id)
    if before is None or after is None:
        return False
    return not any(note.kind == "major" and note not in before.changes for note in after.changes)
