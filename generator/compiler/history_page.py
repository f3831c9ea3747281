"""The history of an edition: its approved versions, each with a permanent address, and what changed between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.compiler.addresses import history_path, shown_path
from generator.compiler.days import day_words
from generator.compiler.edition_body import EditionBody
from generator.compiler.edition_page import breadcrumb
from generator.compiler.file_history import file_history_words
from generator.compiler.public_record import PublicRecord
from generator.compiler.signatures import signature_line
from generator.compiler.status_bar import status_bar
from generator.compiler.version_changes import version_changes
from generator.model.approval import ApprovedVersion
from generator.model.digest import short_digest
from generator.model.entries.entry import Entry
from generator.model.state import EditionState
from generator.pages.blocks import Block, Paragraphs, SignatureLine, Signatures, SubHeading
from generator.pages.inline import PageLink, Text, Words, words
from generator.pages.site import Crumb, Page, Section


def history_page(record: PublicRecord, body: EditionBody, state: EditionState) -> Page:
    """What was approved when, by whom, and what was decided besides. A notice tells id and state only."""
    context, entry, audience = record.context, body.entry, body.audience.id
    name = entry.id if state.is_notice else body.heading.text
    title = context.word("history-title", title=name)
    crumbs = breadcrumb(record.library, entry, None if state.is_notice else name, context)
    here = (Crumb(name, shown_path(entry, audience)), Crumb(context.word("history-name"), None))
    return Page(
        path=history_path(entry, audience),
        kind="history",
        kind_words=context.word("history-name"),
        entry=entry.id,
        audience=audience,
        title=title,
        heading=words(title),
        description=f"{title}. {context.word(f'state-{state.state}')}. {body.audience.label}.",
        breadcrumb=(*crumbs[:-1], *here),
        status=status_bar(record, entry, audience, state),
        sections=tuple(_sections(record, entry, audience, state)),
        language=context.language,
    )


def version_anchors(versions: tuple[ApprovedVersion, ...]) -> tuple[str, ...]:
    """The anchor of each version: the digits of its content that pages show.

    The same content approved again in other words, or after another, gets a number, so that addresses stay.
    """
    seen: Counter[str] = Counter()
    anchors = []
    for version in versions:
        short = short_digest(version.digests.content)
        seen[short] += 1
        anchors.append(short if seen[short] == 1 else f"{short}-{seen[short]}")
    return tuple(anchors)


def _sections(record: PublicRecord, entry: Entry, audience: str, state: EditionState) -> Iterator[Section]:
    if state.is_notice:
        said = Paragraphs((words(record.context.word("history-not-told")),))
        yield _section(record, "versions", (said,))
        return
    yield _section(record, "versions", tuple(_versions(record, entry, audience, state)))
    yield _section(record, "record", (_others(record, entry, audience, state),))
    yield _section(record, "files", (Paragraphs((words(file_history_words(record, entry)),)),))


def _section(record: PublicRecord, name: str, blocks: tuple[Block, ...]) -> Section:
    return Section(name, record.context.word(f"history-{name}"), blocks, is_clinical=False)


def _versions(record: PublicRecord, entry: Entry, audience: str, state: EditionState) -> Iterator[Block]:
    if not state.versions:
        yield Paragraphs((words(record.context.word("history-no-version")),))
    anchors = version_anchors(state.versions)
    for index in reversed(range(len(state.versions))):
        version, before = state.versions[index], state.versions[index - 1] if index else None
        is_present = state.is_approved and version.digests == state.digests
        yield _heading(record, version, anchors[index], is_present=is_present)
        yield _address(record, entry, audience, anchors[index])
        yield from version_changes(record, (entry.id, audience), before, version)
        signed = (signature_line(record, decision, entry.id, audience) for decision in version.approvals)
        yield Signatures(tuple(signed))


def _heading(record: PublicRecord, version: ApprovedVersion, anchor: str, *, is_present: bool) -> SubHeading:
    day = day_words(version.at.date(), record.context)
    short = short_digest(version.digests.content)
    key = "history-present-version" if is_present else "history-version"
    return SubHeading(anchor, words(record.context.word(key, day=day, version=short)))


def _address(record: PublicRecord, entry: Entry, audience: str, anchor: str) -> Paragraphs:
    path = f"{history_path(entry, audience)}#{anchor}"
    return Paragraphs((Words((PageLink(path, (Text(record.context.word("history-address")),)),)),))


def _others(record: PublicRecord, entry: Entry, audience: str, state: EditionState) -> Block:
    """Every decision that is not told with a version, the newest first."""
    told = {decision.id for version in state.versions for decision in version.approvals}
    given = {decision.id for decision in state.approvals}
    lines: list[SignatureLine] = []
    for about in reversed(record.decisions(entry.id, audience)):
        if about.decision.id not in told:
            is_idle = about.kind in {"approve", "reaffirm"} and about.decision.id not in given
            lines.append(signature_line(record, about.decision, entry.id, audience, is_idle=is_idle))
    if not lines:
        return Paragraphs((words(record.context.word("history-no-record")),))
    return Signatures(tuple(lines))
