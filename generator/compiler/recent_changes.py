"""Recent changes of the whole site: a page for people, a feed for programs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compiler.addresses import shown_path
from generator.compiler.entry_lists import Bodies, eligible_editions
from generator.compiler.index_pages import site_page
from generator.compiler.public_record import PublicRecord
from generator.compiler.record_sections import change_line, change_run
from generator.model.entries.entry import Change
from generator.model.state import EditionState
from generator.pages.blocks import Block, ChangeLine, Changes, Paragraphs
from generator.pages.feed import FEED_FILE, Feed, FeedEntry
from generator.pages.inline import PageLink, Strong, Text, Words, plain_text, words
from generator.pages.site import Page, Section

MOST = 100
"""How many changes the page and the feed have."""

PAGE = "changes/"
_ON_HOME = 5


@dataclass(frozen=True, slots=True)
class RecentChange:
    """A change note of a page that may be read, with the title, address and state of the page."""

    entry: str
    change: Change
    title: str
    path: str
    state: EditionState


def recent_changes(record: PublicRecord, bodies: Bodies) -> tuple[RecentChange, ...]:
    """The newest notes, each entry's told with the first of its editions that is shown."""
    found = sorted(_all_changes(record, bodies), key=_newest_first)
    return tuple(found[:MOST])


def changes_page(record: PublicRecord, changes: Sequence[RecentChange]) -> Page:
    """What changed on the site, the newest first."""
    context = record.context
    link = PageLink(FEED_FILE, (Text(context.word("feed-link")),))
    blocks: list[Block] = [Paragraphs((words(context.word("recent-words")), Words((link,))))]
    if changes:
        blocks.append(Changes(tuple(_line(record, one) for one in changes)))
    else:
        blocks.append(Paragraphs((words(context.word("recent-none")),)))
    section = Section("list", "", tuple(blocks), is_clinical=False)
    return site_page(PAGE, "changes", context.word("recent-title"), context, (section,))


def home_changes(record: PublicRecord, changes: Sequence[RecentChange]) -> tuple[Section, ...]:
    """The newest few for the home page, with a link to all; nothing where nothing has changed."""
    if not changes:
        return ()
    context = record.context
    link = Words((PageLink(PAGE, (Text(context.word("changes-link-all")),)),))
    blocks = (Changes(tuple(_line(record, one) for one in changes[:_ON_HOME])), Paragraphs((link,)))
    return (Section("recent", context.word("recent-on-home"), blocks, is_clinical=False),)


def changes_feed(record: PublicRecord, changes: Sequence[RecentChange]) -> Feed:
    """The same for programs. What is not approved says so in each entry: an entry is read far from its page."""
    context = record.context
    key = (
        "preview" if context.is_preview else "demonstration" if context.is_demonstration else "feed-subtitle"
    )
    return Feed(
        title=context.word("feed-title", site=context.title),
        subtitle=context.word(key),
        author=context.title,
        page=PAGE,
        entries=tuple(_entry(record, one) for one in changes),
    )


def _all_changes(record: PublicRecord, bodies: Bodies) -> Iterator[RecentChange]:
    for entry in record.library.with_pages():
        audience = next(eligible_editions(record.library, entry, record.context), None)
        if audience is None or not entry.changes:
            continue
        key = entry.id, audience
        title, path = bodies[key].heading.text, shown_path(entry, audience)
        for change in dict.fromkeys(record.changes(entry)):
            yield RecentChange(entry.id, change, title, path, record.context.states[key])


def _newest_first(one: RecentChange) -> tuple[int, str, str, str]:
    return -one.change.date.toordinal(), one.title.casefold(), one.path, one.change.note


def _line(record: PublicRecord, one: RecentChange) -> ChangeLine:
    state = record.context.word(f"state-{one.state.state}")
    link = Strong((PageLink(f"{one.path}#changes", (Text(one.title),)),))
    return change_line(record, one.entry, one.change, Words((link, Text(f" ({state})"))))


def _entry(record: PublicRecord, one: RecentChange) -> FeedEntry:
    context, change = record.context, one.change
    kind = context.word(f"change-{change.kind}")
    state = context.word(f"state-{one.state.state}")
    told = [
        f"{kind}: {plain_text(change_run(record, one.entry, change))}",
        context.word("feed-state", state=state),
    ]
    if not one.state.is_approved:
        told.append(f"{context.word('not-approved')}.")
    note = hashlib.sha256(f"{change.kind}\n{change.note}".encode()).hexdigest()[:10]
    return FeedEntry(
        path=one.path,
        name=f"{one.entry}/{note}",
        title=one.title,
        day=change.date.isoformat(),
        kind=change.kind,
        kind_words=kind,
        text=" ".join(told),
    )
