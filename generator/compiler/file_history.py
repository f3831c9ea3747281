"""What git knows of an entry's file, in words. The days of the record come from decisions, never from git."""

from __future__ import annotations

from generator.compiler.days import day_words
from generator.compiler.public_record import PublicRecord
from generator.model.entries.entry import Entry


def file_history_words(record: PublicRecord, entry: Entry) -> str:
    """The first and the last day of the file in git, or why they are not known."""
    context, history = record.context, record.context.history
    if history is None:
        return context.word("file-no-history")
    if history.is_refused:
        return context.word("file-history-refused")
    if history.is_shallow:
        return context.word("file-history-shallow")
    days = history.days.get(record.library.place_of(entry.id, ()).file)
    if days is None:
        return context.word("file-not-committed")
    first, last = (day_words(day, context) for day in days)
    return context.word("file-one-day" if first == last else "file-days", first=first, last=last)
