"""What changed clinically from one approved version to the next, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from generator.compiler.context import EditionKey
from generator.compiler.public_record import PublicRecord
from generator.compiler.suspended_doses import tells_suspended
from generator.model.approval import ApprovedVersion
from generator.model.change import ChangeClass, ClinicalChange
from generator.model.digest import closure_text, short_digest
from generator.pages.blocks import Block, ChangeLine, Changes, Paragraphs
from generator.pages.inline import words


def version_changes(
    record: PublicRecord, key: EditionKey, before: ApprovedVersion | None, after: ApprovedVersion
) -> Iterator[Block]:
    """Counts first, then one line for each change, the gravest first; or why there is none to tell."""
    context = record.context
    if before is None:
        yield _said(context.word("version-first"))
        return
    version = short_digest(before.digests.content)
    if before.digests.content == after.digests.content:
        yield _said(context.word("version-same-content"))
        return
    changes = _known(record, key, before, after)
    if changes is None:
        yield _said(context.word("version-not-compared", version=version))
    elif not changes:
        yield _said(context.word("version-no-change", version=version))
    else:
        yield _said(context.word("version-changes", version=version, counts=_counts(record, changes)))
        hidden = [
            tells_suspended(record.library, context, key[0], change)
            or any(_was_of_suspended(record, version, change) for version in (before, after))
            for change in changes
        ]
        yield Changes(tuple(_line(record, *one) for one in zip(changes, hidden, strict=True)))


def _known(
    record: PublicRecord, key: EditionKey, before: ApprovedVersion, after: ApprovedVersion
) -> Sequence[ClinicalChange] | None:
    """The changes between two versions; None where nobody compared them."""
    for known in record.context.version_changes.get(key, ()):
        if (known.before, known.after) == (before.digests.content, after.digests.content):
            return known.changes if known.is_compared else None
    return None


def _counts(record: PublicRecord, changes: Sequence[ClinicalChange]) -> str:
    """``1 critical, 2 major``."""
    found = Counter(change.level for change in changes)
    counts = (
        record.context.word(f"count-{level}", number=f"{found[level]:,}")
        for level in ChangeClass
        if found[level]
    )
    return ", ".join(counts)


def _was_of_suspended(record: PublicRecord, version: ApprovedVersion, change: ClinicalChange) -> bool:
    """Whether a dose was, in a version, one of a drug that is suspended everywhere. It may have another drug now."""
    content: Any = record.context.closures.get(version.digests.content) or {}
    if change.within.startswith("dose:"):
        dose = content.get("quotes", {}).get(change.within)
    elif not change.within and change.path[:1] == ("doses",) and len(change.path) > 1:
        dose = content.get("content", {}).get("doses", {}).get(change.path[1])
    else:
        return False
    said = closure_text(dose) if dose is not None else ""
    return any(f'"{drug}"' in said for drug in record.context.suspended.drugs)


def _line(record: PublicRecord, change: ClinicalChange, is_hidden: bool) -> ChangeLine:
    """A change in a sentence. That of a suspended dose is not told."""
    context = record.context
    said = context.word("version-dose-suspended") if is_hidden else change.sentence
    return ChangeLine("", change.level.value, context.word(f"class-{change.level}"), words(said))


def _said(text: str) -> Paragraphs:
    return Paragraphs((words(text),))
