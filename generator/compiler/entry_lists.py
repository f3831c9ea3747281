"""Lines of lists: an edition by its question where it may be shown, else by id and state only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.compiler.addresses import edition_path, entry_path
from generator.compiler.context import EditionKey, SiteContext
from generator.compiler.edition_body import EditionBody
from generator.model.entries.entry import Entry
from generator.model.library import Library
from generator.model.state import EditionState
from generator.pages.blocks import EntryLine
from generator.pages.inline import words

Bodies = Mapping[EditionKey, EditionBody]


def is_eligible(state: EditionState, audience: str, context: SiteContext) -> bool:
    """Whether an edition's text may be published.

    Unapproved text for others than clinicians appears only where the site publishes everything and says that it
    is a demonstration; a preview shows everything to its author.
    """
    if state.is_notice:
        return False
    if state.is_approved or context.is_preview:
        return True
    return context.publishes_all and (audience == "clinician" or context.is_demonstration)


def eligible_editions(library: Library, entry: Entry, context: SiteContext) -> Iterator[str]:
    """The audiences whose edition of this entry may be shown."""
    for audience in library.editions_of(entry):
        state = context.states.get((entry.id, audience.id))
        if state is not None and is_eligible(state, audience.id, context):
            yield audience.id


def entry_line(library: Library, entry: Entry, bodies: Bodies, context: SiteContext) -> EntryLine:
    """One line for an entry, leading to its page (for entries with editions, to the page that offers them)."""
    shown = next(eligible_editions(library, entry, context), None)
    first = next((one.id for one in library.editions_of(entry)), "")
    state = context.states.get((entry.id, shown or first))
    body = bodies.get((entry.id, shown or first))
    title = body.heading if body is not None and shown else words(entry.id)
    return EntryLine(
        title=words(title.text),
        path=entry_path(entry),
        kind=context.word(f"kind-{getattr(entry, 'kind', '')}"),
        audience="",
        state=state.state.value if state else "",
        state_words=context.word(f"state-{state.state}") if state else "",
        note="",
    )


def edition_lines(
    library: Library, entry: Entry, bodies: Bodies, context: SiteContext
) -> tuple[EntryLine, ...]:
    """One line for each edition with its own state."""
    lines = []
    for audience in library.editions_of(entry):
        state, body = context.states.get((entry.id, audience.id)), bodies.get((entry.id, audience.id))
        if state is None or body is None:
            continue
        may_show = is_eligible(state, audience.id, context)
        has_page = may_show or state.is_notice
        path = (
            (edition_path(entry, audience.id) if hasattr(entry, "audiences") else entry_path(entry))
            if has_page
            else ""
        )
        title = words(body.heading.text if may_show else entry.id)
        words_of = context.word(f"state-{state.state}")
        kind = context.word(f"kind-{getattr(entry, 'kind', '')}")
        lines.append(EntryLine(title, path, kind, audience.label, state.state.value, words_of, ""))
    return tuple(lines)


def by_title(lines: Iterable[EntryLine]) -> tuple[EntryLine, ...]:
    """Lines in alphabetical order, independent of locale."""
    return tuple(sorted(lines, key=lambda line: (line.title.text.casefold(), line.path, line.audience)))
