"""The dashboard: how many editions stand where, what is overdue or due soon, what waits for whom, and all by state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.compiler.entry_lists import Bodies
from generator.compiler.index_pages import site_page
from generator.compiler.public_record import PublicRecord
from generator.compiler.recent_changes import PAGE
from generator.compiler.standings import DUE_SOON, Standing, record_row, standings
from generator.compiler.suspended_list import suspended_list
from generator.compiler.waiting import waiting_lists
from generator.model.state import State
from generator.pages.audit import AUDIT_FILE
from generator.pages.blocks import Block, Bullets, Fact, Facts, Paragraphs, RecordTable
from generator.pages.inline import PageLink, Text, Words, words
from generator.pages.site import Page, Section


def dashboard(record: PublicRecord, bodies: Bodies) -> Page:
    """The page ``status/``. Of what is not published it tells id and state only."""
    context = record.context
    sections = tuple(_sections(record, standings(record, bodies)))
    return site_page("status/", "status", context.word("status-title"), context, sections)


def _sections(record: PublicRecord, found: Sequence[Standing]) -> Iterator[Section]:
    context = record.context
    overdue = [one for one in found if one.state.state is State.REVIEW_OVERDUE]
    soon = _due_soon(record, found)
    yield _section("counts", context.word("status-counts"), _counts(record, found, len(soon)))
    for name, title, due in (
        (f"state-{State.REVIEW_OVERDUE}", f"state-{State.REVIEW_OVERDUE}", overdue),
        ("due-soon", "status-due-soon", soon),
    ):
        if due:
            by_day = sorted(due, key=lambda one: str(one.state.due))
            yield _section(name, context.word(title), (_table(record, by_day),))
    waiting = tuple(waiting_lists(record, found))
    if waiting:
        yield _section("waiting", context.word("status-waiting"), waiting)
    suspended = suspended_list(record, found)
    if suspended:
        yield _section("suspended", context.word("status-suspended"), suspended)
    for state in State:
        of_state = [one for one in found if one.state.state is state]
        if of_state and state is not State.REVIEW_OVERDUE:
            yield _section(f"state-{state}", context.word(f"state-{state}"), (_table(record, of_state),))


def _due_soon(record: PublicRecord, found: Sequence[Standing]) -> list[Standing]:
    today = record.context.today
    return [
        one
        for one in found
        if one.is_shown and one.state.due is not None and today <= one.state.due <= today + DUE_SOON
    ]


def _counts(record: PublicRecord, found: Sequence[Standing], soon: int) -> tuple[Block, ...]:
    context = record.context
    counts = Counter(one.state.state for one in found)
    shown = [s for s in State if counts[s] or s is State.REVIEW_OVERDUE]
    facts = [Fact(context.word(f"state-{s}"), words(f"{counts[s]:,}")) for s in shown]
    facts.append(Fact(context.word("status-due-soon"), words(f"{soon:,}")))
    links = ((PAGE, "changes-link"), ("qa/", "qa-link"), (AUDIT_FILE, "audit-link"))
    further = Bullets(tuple(Words((PageLink(path, (Text(context.word(key)),)),)) for path, key in links))
    said = [Paragraphs((words(context.word("status-day-words")),))]
    if not all(one.is_shown or one.state.is_notice for one in found):
        said.append(Paragraphs((words(context.word("status-withheld")),)))
    return (Facts(tuple(facts)), *said, further)


def _table(record: PublicRecord, rows: Sequence[Standing]) -> RecordTable:
    return RecordTable("", tuple(record_row(record, one) for one in rows))


def _section(name: str, title: str, blocks: tuple[Block, ...]) -> Section:
    return Section(name, title, blocks, is_clinical=False)
