"""Changes that readers must be told of, and whose entries have no new note that does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.change import ChangeClass, worst
from generator.review.site.change_note import change_note, note_yaml
from generator.review.site.changed_fact import ChangedFact, FactKind, MissingNote
from generator.review.site.compared import Compared

_GRAVE = frozenset({ChangeClass.CRITICAL, ChangeClass.MAJOR})
_TOLD = frozenset({FactKind.CONTENT, FactKind.APART})


def missing_notes(base: Compared, head: Compared, facts: Iterable[ChangedFact]) -> Iterator[MissingNote]:
    """For each entry with a critical or major change and no new major note: a note to begin with.

    A change is told where it is written: in a drug, not on each page that quotes it. A work has no notes of its own:
    the entries that cite it tell of it. Entries that have the same to tell are told together.
    """
    told: dict[str, list[ChangedFact]] = {}
    for fact in facts:
        if fact.level in _GRAVE and fact.kind in _TOLD:
            for entry in _entries(fact):
                told.setdefault(entry, []).append(fact)
    alike: dict[tuple[ChangedFact, ...], list[str]] = {}
    for entry, of in sorted(told.items()):
        if _is_silent(base, head, entry):
            alike.setdefault(tuple(of), []).append(entry)
    for found, entries in alike.items():
        note = change_note([fact.sentence for fact in found])
        level = worst([fact.level for fact in found])
        yield MissingNote(tuple(entries), level, note, note_yaml(head.context.today, note))


def _entries(fact: ChangedFact) -> list[str]:
    if not fact.owner.startswith(("work:", "image:")):
        return [fact.owner]
    return sorted({page.entry for page in fact.all_pages})


def _is_silent(base: Compared, head: Compared, entry_id: str) -> bool:
    """Whether an entry that stands on both sides has no major note that it did not have before."""
    before, after = base.library.entry(entry_id), head.library.entry(entry_id)
    if before is None or after is None:
        return False
    return not any(note.kind == "major" and note not in before.changes for note in after.changes)
