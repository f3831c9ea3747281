"""What a page tells of its own record: who approved it, what is lacking, and what changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compiler.addresses import history_path
from generator.compiler.days import day_words
from generator.compiler.inline_markdown import external_link, parse_inline
from generator.compiler.lacks import as_sentence, lack_words
from generator.compiler.public_record import PublicRecord
from generator.compiler.signatures import signature_line
from generator.model.entries.entry import Change, Entry
from generator.model.state import EditionState
from generator.pages.blocks import Block, Bullets, ChangeLine, Changes, Paragraphs, Signatures
from generator.pages.inline import PageLink, Run, Text, Words, words
from generator.pages.site import Section


def record_sections(
    record: PublicRecord, entry: Entry, audience: str, state: EditionState
) -> Iterator[Section]:
    """Who approved an edition and what changed in it. A notice tells neither."""
    if state.is_notice:
        return
    title = "section-approvals" if state.is_approved else "section-approvals-so-far"
    approvals = tuple(_approvals(record, entry, audience, state))
    yield Section("approvals", record.context.word(title), approvals, is_clinical=False)
    yield Section("changes", record.context.word("section-changes"), _changes(record, entry, audience), False)


def change_run(record: PublicRecord, entry: str, change: Change) -> Run:
    """A change note of an entry as inline text; in its place a word where it may tell a suspended dose."""
    if record.withheld.withholds(entry, change.note, record.context):
        return (Text(record.context.word("note-withheld")),)
    return parse_inline(change.note, lambda mark: (Text(mark),), external_link)


def change_line(record: PublicRecord, entry: str, change: Change, page: Words | None = None) -> ChangeLine:
    """A change note of an entry with its day and class, and the page in lists of several."""
    return ChangeLine(
        day=day_words(change.date, record.context),
        kind=change.kind,
        kind_words=record.context.word(f"change-{change.kind}"),
        words=Words(change_run(record, entry, change)),
        page=page,
    )


def _approvals(record: PublicRecord, entry: Entry, audience: str, state: EditionState) -> Iterator[Block]:
    context = record.context
    signed = tuple(signature_line(record, decision, entry.id, audience) for decision in state.approvals)
    said = "approvals-words" if state.is_approved else "approvals-so-far" if signed else "approvals-none"
    yield Paragraphs((words(context.word(said)),))
    if signed:
        yield Signatures(signed)
    if state.lacks and not state.is_approved:
        yield Paragraphs((words(context.word("lacks-words")),))
        yield Bullets(tuple(words(f"{as_sentence(one)}.") for one in lack_words(record, state.lacks)))


def _changes(record: PublicRecord, entry: Entry, audience: str) -> tuple[Block, ...]:
    context = record.context
    lines = tuple(change_line(record, entry.id, change) for change in record.changes(entry))
    said: Block = Changes(lines) if lines else Paragraphs((words(context.word("changes-none")),))
    link = PageLink(history_path(entry, audience), (Text(context.word("history-link")),))
    return said, Paragraphs((Words((link,)),))
